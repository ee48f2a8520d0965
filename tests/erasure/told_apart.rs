//! What was erased on record is told apart from what is missing or altered, by both verifiers.

use serde_json::json;

use crate::erasure::{Exported, one};
use crate::harness::server::App;
use crate::harness::verifiers::{at, intact};

/// A registry where the first two of three drafts are erased, and their ids.
fn two_erased() -> (App, [String; 3]) {
    let app = App::start();
    let people = ["one", "two", "three"].map(|name| app.claimant(&format!("{name}@example.com")));
    let drafts = people.each_ref().map(|caller| caller.draft());
    for (caller, claim) in people.iter().zip(&drafts).take(2) {
        caller.delete(&format!("/api/v1/claims/{claim}")).is(200);
    }
    app.database.intact();
    (app, drafts)
}

/// The first entry about that claim whose payload is there, from that entry on.
fn payload_of(app: &App, claim: &str, from: u64) -> u64 {
    let query = format!(
        "SELECT min(l.seq)::text AS line FROM audit_log l JOIN change c ON c.id = l.change
         WHERE c.subject = '{claim}' AND l.seq >= {from} AND c.salt IS NOT NULL"
    );
    one(app, &query).parse().expect("there is one")
}

#[test]
fn erased_missing_and_altered_payloads_are_told_apart() {
    let (app, [.., third]) = two_erased();
    let exported = Exported::of(&app);
    let whole = exported.payloads();
    assert_eq!(exported.verdict(&whole), intact());
    let erasures: Vec<u64> = exported.erased().iter().map(|(_, by)| *by).collect();
    let ((seq, by), foreign) = (
        exported.erased()[0],
        *erasures.last().expect("two erasures"),
    );
    assert_ne!(by, foreign);
    let line = |by: u64| format!("{{\"seq\":{seq},\"erased\":{by}}}\n");
    let with = |line_: &str| whole.replacen(&line(by), line_, 1);
    let missing = || at("payload_missing", seq);
    let altered = || at("payload_mismatch", seq);
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
    let there = payload_of(&app, &third, 0);
    let third_line = whole
        .lines()
        .find(|line| line.starts_with(&format!("{{\"seq\":{there},")))
        .expect("it is there");
    let said = format!("{{\"seq\":{there},\"erased\":{foreign}}}");
    let shown = whole.replacen(third_line, &said, 1);
    assert_eq!(exported.verdict(&shown), at("payload_missing", there));
}

/// Past the triggers: of somebody who was not erased, half, and after the erasure.
#[test]
fn what_is_missing_in_the_live_database_is_told_apart_from_what_was_erased() {
    let (app, [first, _, third]) = two_erased();
    let (erased, by) = Exported::of(&app).erased()[0];
    let found = |columns: &str, seq: u64| {
        app.sql(&format!(
            "ALTER TABLE change DISABLE TRIGGER ALL; CREATE TABLE aside AS SELECT * FROM change;
             UPDATE change SET {columns} WHERE id = (SELECT change FROM audit_log WHERE seq = {seq})"
        ));
        let (_, report) = app.database.verify(&[]);
        app.sql(
            "UPDATE change c SET salt = a.salt, row_text = a.row_text FROM aside a WHERE a.id = c.id; DROP TABLE aside;
             ALTER TABLE change ENABLE ALWAYS TRIGGER append_only; ALTER TABLE change ENABLE ALWAYS TRIGGER append_only_row",
        );
        let finding = &report["findings"][0];
        assert_eq!(
            (&finding["verdict"], &finding["at"]),
            (&json!("payload_missing"), &json!(seq)),
            "{columns}: {report:#}"
        );
    };
    found("salt = NULL, row_text = NULL", payload_of(&app, &third, 0));
    found("salt = '\\x00'", erased);
    found("salt = NULL", by);
    found(
        "salt = NULL, row_text = NULL",
        payload_of(&app, &first, by + 1),
    );
    app.database.intact();
}
