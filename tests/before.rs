//! A registry of an earlier version with people in it, as it was backed up: brought up to this one,
//! everything that was promised then still holds. `tests/data/before` has the database as `pg_dump
//! --inserts` wrote it, what lay outside of it, and receipts that a claimant kept.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use serde_json::{Value, json};

use crate::harness::caller::{Caller, PASSWORD};
use crate::harness::cluster::CASE;
use crate::harness::server::App;
use crate::receipts::{Desk, receipts_of};

fn kept(what: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/before")).join(what)
}

/// Ids of the accepted claim and of the export that it is in, and the password of its lawyer.
fn known() -> [String; 3] {
    let known = fs::read_to_string(kept("known")).expect("it is kept");
    let known: Vec<String> = known.split_whitespace().map(String::from).collect();
    known.try_into().expect("three of them")
}

fn back(app: &App, email: &str) -> Caller {
    app.anybody().sign_in(email, PASSWORD)
}

fn own(caller: &Caller) -> Value {
    let claims = caller.get("/api/v1/claims").json();
    assert_eq!(claims.as_array().map(Vec::len), Some(1), "{claims}");
    claims[0].clone()
}

#[test]
fn whoever_was_there_before_finds_everything() {
    let database = App::restored(&kept("dump.sql"), &kept("outside"));
    // what is sealed moves by the keys alone, and without them nothing moves
    let without = database
        .command(&["migrate"], &[("SEALING_KEY", "")])
        .output()
        .expect("the program starts");
    let said = String::from_utf8_lossy(&without.stderr).into_owned();
    assert!(
        !without.status.success() && said.contains("SEALING_KEY"),
        "{said}"
    );
    database.cli_ok(&["migrate"]);
    let app = App::on(None, database, &[]);
    app.database.intact();

    let merchant = back(&app, "merchant@example.com");
    let [claim, export, password] = known();
    let seen = own(&merchant);
    assert_eq!(
        (&seen["id"], &seen["status"]),
        (&json!(claim), &json!("accepted"))
    );
    assert_eq!(seen["identity"]["name"], "김하늘");
    let business = &seen["businesses"][0];
    for (field, value) in [
        ("name", "하늘네일"),
        ("number", "123-45-67891"),
        ("region", "seoul"),
        ("industry", "nail-hair"),
    ] {
        assert_eq!(business[field], value, "{field}");
    }
    let begun = own(&back(&app, "drafter@example.com"));
    assert_eq!(begun["businesses"][0]["name"], "이름뿐인 가게");
    let corporation = own(&back(&app, "corporation@example.com"));
    assert_eq!(corporation["businesses"][0]["number"], "220-81-62517");

    // an export that was made then is still that export
    let lawyer = app.anybody().sign_in("lawyer@example.com", &password);
    let file = lawyer.get(&format!("/api/v1/exports/{export}/content"));
    let file = file.is(200).text();
    assert!(
        file.contains("하늘네일") && file.contains("123-45-67891"),
        "{file}"
    );
    let found = lawyer.get(&format!(
        "/api/v1/cases/{CASE}/claims?region=seoul&industry=nail-hair"
    ));
    assert_eq!(found.json()["items"][0]["id"], *claim);

    // and so are the receipts: those that were kept, and those that are fetched now
    let desk = Desk::new();
    let vkey = fs::read_to_string(kept("vkey")).expect("it is kept");
    let vkey = vkey.trim().parse().expect("a key");
    let mut had = BTreeSet::new();
    for receipt in fs::read_dir(kept("receipts")).expect("it is kept") {
        let path = receipt.expect("a file").path();
        desk.proven(&fs::read(&path).expect("it can be read"), &vkey);
        had.extend(
            path.file_stem()
                .and_then(|name| name.to_str().map(String::from)),
        );
    }
    let listed = receipts_of(&merchant, &claim);
    let name = |one: &Value| format!("{}-{}", one["action"], one["id"]).replace('"', "");
    let has: BTreeSet<String> = listed.iter().map(name).collect();
    assert!(had.len() == 6 && had.is_subset(&has), "{had:?} {has:?}");
    for listed in listed {
        let receipt = format!("/api/v1/claims/{claim}/receipts/{}", listed["id"]);
        let receipt = merchant.get(&receipt).is(200);
        desk.proven(&receipt.bytes, &vkey);
    }
}

/// A migration that cannot be finished has not begun.
#[test]
fn what_was_tampered_with_before_is_not_taken_along() {
    let database = App::restored(&kept("dump.sql"), &kept("outside"));
    let [claim, ..] = known();
    let mut owner = PgConnection::establish(&database.owner).expect("the owner connects");
    let tampering = format!(
        "ALTER TABLE claim DISABLE TRIGGER audit_row; UPDATE claim SET region = 'jeju' WHERE id = '{claim}'; ALTER TABLE claim ENABLE ALWAYS TRIGGER audit_row"
    );
    owner.batch_execute(&tampering).expect("the owner may");
    let refused = database.cli(&["migrate"]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        !refused.status.success()
            && said.contains("the live row differs from the log")
            && said.contains(&claim),
        "{said}"
    );
}
