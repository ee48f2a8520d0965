//! Mails: whatever reads mail reads them, each thing that happens is told to whom it concerns, and
//! nobody floods a mailbox through the registry.

mod told;

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::harness::eventually;
use crate::harness::server::{App, subject_of};

/// What another implementation of the mail formats makes of a mail.
fn read(mail: &str) -> Value {
    let script = "
import email, email.policy, json, sys
mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
print(json.dumps({
    'defects': [str(defect) for defect in mail.defects], 'headers': dict(mail.items()), 'time': mail['date'].datetime.timestamp(),
    'from': mail['from'].addresses[0].addr_spec, 'to': mail['to'].addresses[0].addr_spec,
    'text': mail.get_body(('plain',)).get_content(), 'html': mail.get_body(('html',)).get_content(),
    'parts': [(part.get_content_type(), part.get_content_charset(), part['content-transfer-encoding']) for part in mail.iter_parts()]}))";
    let python = Command::new("python3")
        .args(["-c", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut python = python.expect("python3 is there");
    python
        .stdin
        .take()
        .expect("piped")
        .write_all(mail.as_bytes())
        .expect("it reads");
    let output = python.wait_with_output().expect("it ends");
    serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{e}: {mail}"))
}

fn said<'v>(read: &'v Value, part: &str) -> &'v str {
    read[part].as_str().expect("a text")
}

/// The link of a mail, which stands on a line of its own.
fn link(text: &str) -> &str {
    let mut links = text.lines().filter(|line| line.starts_with("http"));
    links.next().expect("an address")
}

#[test]
fn a_mail_has_the_form_that_mail_programs_read() {
    let app = App::with(&[
        ("MAIL_FROM", "join@firm.example"),
        ("PUBLIC_URL", "https://registry.example"),
    ]);
    let ask = |email: &str, language: &str| {
        let headers = [
            ("content-type", "application/json"),
            ("accept-language", language),
        ];
        let body = json!({ "email": email }).to_string().into_bytes();
        app.anybody()
            .send("POST", "/api/v1/accounts", &headers, body)
            .is(202);
        app.mail(email)
    };
    let mails = [
        (
            ask("kim@example.com", "ko"),
            "kim@example.com",
            "이메일 주소를 확인해 주십시오",
            "이 이메일로 참여 계정을",
        ),
        (
            ask("lee@example.com", "en"),
            "lee@example.com",
            "Please confirm your e-mail address",
            "You asked for an account",
        ),
    ];
    for (mail, to, subject, begins) in &mails {
        let read = read(mail);
        assert_eq!(
            (&read["defects"], &read["to"], &read["from"]),
            (&json!([]), &json!(to), &json!("join@firm.example")),
            "{mail}"
        );
        let headers = &read["headers"];
        assert_eq!(
            (&headers["Subject"], &headers["MIME-Version"]),
            (&json!(subject), &json!("1.0")),
            "{mail}"
        );
        let parts = json!([
            ["text/plain", "utf-8", "base64"],
            ["text/html", "utf-8", "base64"]
        ]);
        assert_eq!(read["parts"], parts, "{mail}");
        let id = headers["Message-ID"].as_str().unwrap_or_default();
        assert!(
            id.len() == 51 && id.starts_with('<') && id.ends_with("@firm.example>"),
            "{id}"
        );
        let age = chrono::Utc::now().timestamp() - read["time"].as_f64().unwrap_or_default() as i64;
        assert!((0..60).contains(&age), "{age}");
        let (text, html) = (said(&read, "text"), said(&read, "html"));
        assert!(text.starts_with(begins), "{text}");
        let link = link(text);
        assert!(
            link.starts_with("https://registry.example/registration/"),
            "{text}"
        );
        assert!(html.contains(&format!("<a href=\"{link}\">")), "{html}");
        let language = if *to == "kim@example.com" { "ko" } else { "en" };
        assert!(
            html.contains(&format!("<html lang=\"{language}\">")) && html.contains(subject),
            "{html}"
        );
        for fetched in ["src=", "<img", "<link", "<script", "url("] {
            assert!(!html.contains(fetched), "{html}");
        }
        assert!(
            mail.is_ascii() && mail.lines().all(|line| line.len() <= 76),
            "{mail}"
        );
        assert_eq!(
            mail.matches('\n').count(),
            mail.matches("\r\n").count(),
            "every line ends as the format says: {mail:?}"
        );
    }
    let ids = mails.map(|(mail, ..)| read(&mail)["headers"]["Message-ID"].clone());
    assert_ne!(ids[0], ids[1]);
}

#[test]
fn nobody_floods_a_mailbox_through_the_registry() {
    let app = App::start();
    let (claimant, anybody) = (app.claimant("known@example.com"), app.anybody());
    let ask = |path: &str, email: &str| {
        anybody.post(path, json!({ "email": email })).is(202);
    };
    // what made the account
    let mut sent = 1;
    let mut more = |expected: i64, why: &str| {
        sent += expected;
        assert_eq!(app.count("SELECT count(*) FROM mail"), sent, "{why}");
    };
    for _ in 0..5 {
        ask("/api/v1/accounts", "known@example.com");
        ask("/api/v1/accounts", "unknown@example.com");
    }
    more(2 + 3, "three an hour, and one of them made the account");
    for _ in 0..5 {
        ask("/api/v1/password-resets", "known@example.com");
    }
    more(
        3,
        "asking for accounts in their name keeps nobody from a new password",
    );
    let administrator = app.staff("administrator", "administrator@example.com");
    more(1, "a device that never signed in before");
    for _ in 0..4 {
        ask("/api/v1/password-resets", "new@example.com");
    }
    more(3, "and the same for who has no account");
    let invited = json!({"email": "new@example.com", "name": "새 변호사", "role": "lawyer"});
    administrator.post("/api/v1/staff", invited).id();
    more(1, "an administrator's invitation is no stranger's doing");
    claimant.get("/api/v1/account").is(200);
}

/// A mail says what to do in a person's words, within which time, and where.
#[test]
fn a_mail_names_a_page_and_no_method() {
    let app = App::with(&[("PUBLIC_URL", "https://registry.example")]);
    let administrator = app.staff("administrator", "administrator@example.com");
    let anybody = app.anybody();
    let asked = |path: &str, email: &str| anybody.post(path, json!({ "email": email })).is(202);
    asked("/api/v1/accounts", "kim@example.com");
    asked("/api/v1/password-resets", "lee@example.com");
    asked("/api/v1/password-resets", "administrator@example.com");
    let invited = json!({"email": "park@example.com", "name": "새 변호사", "role": "lawyer"});
    administrator.post("/api/v1/staff", invited).id();
    for (to, subject, path, within) in [
        ("kim@example.com", "confirm", "/registration/", Some("24 h")),
        ("lee@example.com", "no account", "/", None),
        (
            "administrator@example.com",
            "password",
            "/password-reset/",
            Some(" 1 h"),
        ),
        (
            "park@example.com",
            "ready",
            "/password-reset/",
            Some(" 1 h"),
        ),
    ] {
        let text = app.mailed(to, subject);
        assert!(within.is_none_or(|hours| text.contains(hours)), "{text}");
        assert!(
            !text.contains("POST") && !text.contains("/api/v1/"),
            "{text}"
        );
        let link = link(&text);
        let end = link
            .strip_prefix("https://registry.example")
            .and_then(|rest| rest.strip_prefix(path))
            .unwrap_or_else(|| panic!("{link}"));
        let token = end.len() == 64 && end.bytes().all(|b| b.is_ascii_hexdigit());
        assert!(token || (path == "/" && end.is_empty()), "{link}");
    }
}

#[test]
fn an_erasure_takes_back_mails_that_still_lie_there() {
    let app = App::start();
    let claimant = app.claimant("leaving@example.com");
    let ask = |email: &str| {
        app.anybody()
            .post("/api/v1/password-resets", json!({ "email": email }))
    };
    ask("leaving@example.com").is(202);
    ask("staying@example.com").is(202);
    let lies = |email: &str, subject: &str| {
        app.mails().iter().any(|mail| {
            mail.contains(&format!("To: {email}\r\n")) && subject_of(mail).contains(subject)
        })
    };
    let asked = "password";
    eventually(|| {
        (lies("leaving@example.com", asked) && lies("staying@example.com", "no account"))
            .then_some(())
    });
    claimant.erase_account().is(200);
    eventually(|| (!lies("leaving@example.com", asked)).then_some(()));
    assert!(lies("staying@example.com", "no account"));
    let left = "SELECT count(*) FROM mail WHERE recalled_at IS NOT NULL";
    eventually(|| (app.count(left) == 0).then_some(()));
}
