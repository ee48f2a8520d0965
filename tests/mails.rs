//! Mails: whatever reads mail reads them, and nobody floods a mailbox through the registry.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::harness::caller::PASSWORD;
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
        let body = json!({"email": email, "password": PASSWORD})
            .to_string()
            .into_bytes();
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
            text.starts_with(begins)
                && text.contains("POST https://registry.example/api/v1/accounts/confirmations"),
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
    let waiting = |expected: i64| assert_eq!(app.count("SELECT count(*) FROM mail"), expected);
    waiting(1);
    for email in ["known@example.com", "unknown@example.com"] {
        for _ in 0..5 {
            anybody
                .post(
                    "/api/v1/accounts",
                    json!({"email": email, "password": PASSWORD}),
                )
                .is(202);
        }
    }
    waiting(1 + 3 + 3);
    // who forgot the password is not kept out by whoever asked for accounts in their name
    for _ in 0..5 {
        anybody
            .post(
                "/api/v1/password-resets",
                json!({"email": "known@example.com"}),
            )
            .is(202);
    }
    waiting(7 + 3);
    // an administrator's invitation is no stranger's doing
    let administrator = app.staff("administrator", "administrator@example.com");
    for _ in 0..4 {
        anybody
            .post(
                "/api/v1/password-resets",
                json!({"email": "new@example.com"}),
            )
            .is(202);
    }
    waiting(10 + 3);
    administrator
        .post(
            "/api/v1/staff",
            json!({"email": "new@example.com", "name": "새 변호사", "role": "lawyer"}),
        )
        .id();
    waiting(13 + 1);
    app.sql("UPDATE one_time_link SET expires_at = expires_at - interval '1 hour'");
    anybody
        .post(
            "/api/v1/password-resets",
            json!({"email": "known@example.com"}),
        )
        .is(202);
    waiting(14 + 1);
    claimant.get("/api/v1/account").is(200);
}
