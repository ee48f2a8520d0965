//! Mails: whatever reads mail reads them, and nobody floods a mailbox through the registry.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::harness::eventually;
use crate::harness::server::App;

/// What another implementation of the mail formats makes of a mail.
fn read(mail: &str) -> Value {
    let script = "
import email, email.policy, json, sys
mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
print(json.dumps({
    'defects': [str(defect) for defect in mail.defects], 'headers': dict(mail.items()), 'time': mail['date'].datetime.timestamp(),
    'from': mail['from'].addresses[0].addr_spec, 'to': mail['to'].addresses[0].addr_spec, 'text': mail.get_content()}))";
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
            "이메일 주소 확인",
            "참여 계정을",
        ),
        (
            ask("lee@example.com", "en"),
            "lee@example.com",
            "Confirm your e-mail address",
            "To make your account",
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
        assert_eq!(
            headers["Content-Type"], "text/plain; charset=\"utf-8\"",
            "{mail}"
        );
        assert_eq!(headers["Content-Transfer-Encoding"], "base64", "{mail}");
        let id = headers["Message-ID"].as_str().unwrap_or_default();
        assert!(
            id.len() == 51 && id.starts_with('<') && id.ends_with("@firm.example>"),
            "{id}"
        );
        let age = chrono::Utc::now().timestamp() - read["time"].as_f64().unwrap_or_default() as i64;
        assert!((0..60).contains(&age), "{age}");
        let text = read["text"].as_str().unwrap_or_default();
        assert!(
            text.starts_with(begins) && text.contains("https://registry.example/api/docs/"),
            "{text}"
        );
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
    let mut sent = 1;
    let mut more = |expected: i64, why: &str| {
        sent += expected;
        assert_eq!(app.count("SELECT count(*) FROM mail"), sent, "{why}");
    };
    more(0, "what made the account");
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
    for _ in 0..4 {
        ask("/api/v1/password-resets", "new@example.com");
    }
    more(3, "and the same for who has no account");
    let invited = json!({"email": "new@example.com", "name": "새 변호사", "role": "lawyer"});
    administrator.post("/api/v1/staff", invited).id();
    more(1, "an administrator's invitation is no stranger's doing");
    claimant.get("/api/v1/account").is(200);
}

/// A mail says what to do in a person's words, and promises nothing that is not there.
#[test]
fn a_mail_names_an_address_that_answers_and_no_method() {
    let app = App::with(&[("PUBLIC_URL", "https://registry.example")]);
    let administrator = app.staff("administrator", "administrator@example.com");
    let anybody = app.anybody();
    anybody.post("/api/v1/accounts", json!({"email": "kim@example.com"}));
    anybody.post(
        "/api/v1/password-resets",
        json!({"email": "lee@example.com"}),
    );
    anybody.post(
        "/api/v1/password-resets",
        json!({"email": "administrator@example.com"}),
    );
    let invited = json!({"email": "park@example.com", "name": "새 변호사", "role": "lawyer"});
    administrator.post("/api/v1/staff", invited).id();
    for (to, within) in [
        ("kim@example.com", Some("24 h")),
        ("lee@example.com", None),
        ("administrator@example.com", Some(" 1 h")),
        ("park@example.com", Some(" 1 h")),
    ] {
        let read = read(&app.mail(to));
        assert_eq!(read["headers"]["Auto-Submitted"], "auto-generated", "{to}");
        let text = read["text"].as_str().unwrap_or_default();
        assert!(within.is_none_or(|hours| text.contains(hours)), "{text}");
        assert!(
            !text.contains("POST") && !text.contains("/api/v1/"),
            "{text}"
        );
        let (_, path) = text
            .rsplit_once("https://registry.example")
            .expect("an address");
        anybody.get(path.trim()).is(200);
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
    let lies = |email: &str| app.mails().iter().any(|mail| mail.contains(email));
    eventually(|| (lies("leaving@example.com") && lies("staying@example.com")).then_some(()));
    claimant.erase_account().is(200);
    eventually(|| (!lies("leaving@example.com")).then_some(()));
    assert!(lies("staying@example.com"));
    let left = "SELECT count(*) FROM mail WHERE recalled_at IS NOT NULL";
    eventually(|| (app.count(left) == 0).then_some(()));
}
