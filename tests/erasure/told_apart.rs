//! What was erased on record is told apart from what is missing or altered, by both verifiers.

use crate::erasure::{Exported, one};
use crate::harness::server::App;

#[test]
fn erased_missing_and_altered_payloads_are_told_apart() {
    let app = App::start();
    let (one_, two) = (
        app.claimant("one@example.com"),
        app.claimant("two@example.com"),
    );
    let (first, second, third) = (
        one_.draft(),
        two.draft(),
        app.claimant("three@example.com").draft(),
    );
    for (caller, claim) in [(&one_, &first), (&two, &second)] {
        caller.delete(&format!("/api/v1/claims/{claim}")).is(200);
    }
    app.database.intact();
    let exported = Exported::of(&app);
    let whole = exported.payloads();
    assert_eq!(exported.verdict(&whole), ("intact".into(), None));
    let erasures: Vec<u64> = exported.erased().iter().map(|(_, by)| *by).collect();
    let ((seq, by), foreign) = (
        exported.erased()[0],
        *erasures.last().expect("two erasures"),
    );
    assert_ne!(by, foreign);
    let line = |by: u64| format!("{{\"seq\":{seq},\"erased\":{by}}}\n");
    let with = |line_: &str| whole.replacen(&line(by), line_, 1);
    let missing = || ("payload_missing".to_string(), Some(seq));
    let altered = || ("payload_mismatch".to_string(), Some(seq));
    for (what, shown, expected) in [
        ("another's erasure", with(&line(foreign)), missing()),
        ("an entry before", with(&line(0)), missing()),
        ("itself", with(&line(seq)), missing()),
        ("no erasure", with(&line(by + 1)), missing()),
        (
            "beyond the end",
            with(&line(9_007_199_254_740_992)),
            missing(),
        ),
        ("no line", with(""), missing()),
        (
            "a number that is none",
            with(&line(by).replace(&by.to_string(), &format!("0{by}"))),
            altered(),
        ),
        ("a space", with(&line(by).replace(":", ": ")), altered()),
        (
            "text that was not committed to",
            with(&format!(
                "{{\"seq\":{seq},\"salt\":\"{}\",\"row\":\"{{}}\"}}\n",
                "0".repeat(64)
            )),
            altered(),
        ),
        ("twice", with(&line(by).repeat(2)), altered()),
    ] {
        assert_eq!(exported.verdict(&shown), expected, "{what}");
    }
    // a payload that is there, said to be erased: by an erasure of others
    let id = one(
        &app,
        &format!(
            "SELECT min(l.seq)::text AS line FROM audit_log l JOIN change c ON c.id = l.change WHERE c.subject = '{third}'"
        ),
    );
    let third_line = whole
        .lines()
        .find(|line| line.starts_with(&format!("{{\"seq\":{id},")))
        .expect("it is there");
    let shown = whole.replacen(
        third_line,
        &format!("{{\"seq\":{id},\"erased\":{foreign}}}"),
        1,
    );
    assert_eq!(
        exported.verdict(&shown),
        ("payload_missing".into(), id.parse().ok())
    );

    // the live database: past the triggers, of somebody who was not erased, half, and after the
    // erasure
    let found = |attack: &str| {
        app.sql(&format!("ALTER TABLE change DISABLE TRIGGER ALL; CREATE TABLE aside AS SELECT * FROM change; {attack}"));
        let (_, report) = app.database.verify(&[]);
        let finding = report["findings"][0].clone();
        app.sql(
            "UPDATE change c SET salt = a.salt, row_text = a.row_text FROM aside a WHERE a.id = c.id; DROP TABLE aside;
             ALTER TABLE change ENABLE ALWAYS TRIGGER append_only; ALTER TABLE change ENABLE ALWAYS TRIGGER append_only_row",
        );
        (
            finding["verdict"].as_str().unwrap_or_default().to_string(),
            finding["at"].as_u64(),
        )
    };
    let of = |seq: &str| format!("WHERE id = (SELECT change FROM audit_log WHERE seq = {seq})");
    let missing = |seq: &str| ("payload_missing".to_string(), seq.parse().ok());
    assert_eq!(
        found(&format!(
            "UPDATE change SET salt = NULL, row_text = NULL {}",
            of(&id)
        )),
        missing(&id)
    );
    assert_eq!(
        found(&format!(
            "UPDATE change SET salt = '\\x00' {}",
            of(&seq.to_string())
        )),
        missing(&seq.to_string())
    );
    let after = (by + 1).to_string();
    assert_eq!(
        found(&format!(
            "UPDATE change SET salt = NULL {}",
            of(&by.to_string())
        )),
        missing(&by.to_string())
    );
    let emptied = one(
        &app,
        &format!(
            "SELECT min(l.seq)::text AS line FROM audit_log l JOIN change c ON c.id = l.change WHERE c.subject = '{first}' AND l.seq >= {after} AND c.salt IS NOT NULL"
        ),
    );
    assert_eq!(
        found(&format!(
            "UPDATE change SET salt = NULL, row_text = NULL {}",
            of(&emptied)
        )),
        missing(&emptied)
    );
    app.database.intact();
}
