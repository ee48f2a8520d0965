//! Staff, cases and consent texts are made and changed on the command line.

use std::path::Path;

use crate::cli::{complaint, database, refused};
use crate::harness::claims::revision;
use crate::harness::cluster::CASE;
use crate::harness::server::App;

#[test]
fn staff_accounts_are_made_listed_disabled_and_enabled() {
    let app = App::start();
    let cli = |args: &[&str]| app.database.cli(args);
    let create = [
        "account",
        "create",
        "--role",
        "lawyer",
        "--email",
        "Kim@Example.com",
        "--name",
        "김변호",
    ];
    let printed = app.database.cli_ok(&create);
    let (email, password) = printed
        .trim()
        .split_once(' ')
        .expect("address and password");
    assert_eq!(email, "kim@example.com");
    let lawyer = app.anybody().sign_in(email, password);
    assert_eq!(lawyer.get("/api/v1/account").json()["role"], "lawyer");

    refused(&cli(&create), &["has an account already"]);
    refused(
        &cli(&[
            "account", "create", "--role", "lawyer", "--email", "kim", "--name", " ",
        ]),
        &["email"],
    );
    for role in ["claimant", "judge"] {
        let unknown = cli(&[
            "account",
            "create",
            "--role",
            role,
            "--email",
            "a@example.com",
            "--name",
            "x",
        ]);
        assert_eq!(unknown.status.code(), Some(2), "{}", complaint(&unknown));
        assert!(
            complaint(&unknown).contains("paralegal, lawyer, auditor or administrator"),
            "{}",
            complaint(&unknown)
        );
    }

    let listed = || app.database.cli_ok(&["account", "list"]);
    assert!(
        listed().contains("active")
            && listed().contains("kim@example.com")
            && listed().contains("김변호"),
        "{}",
        listed()
    );
    assert_eq!(
        app.database.cli_ok(&["account", "disable", email]),
        format!("{email} is disabled\n")
    );
    assert!(listed().contains("disabled"));
    assert_eq!(
        lawyer.get("/api/v1/account").status,
        401,
        "its sessions count no longer"
    );
    app.database.cli_ok(&["account", "enable", email]);
    assert!(listed().contains("active"));
    app.anybody().sign_in(email, password);
    // a claimant's address is none of the staff's
    app.claimant("merchant@example.com");
    for address in ["nobody@example.com", "merchant@example.com"] {
        for command in [
            &["account", "disable"][..],
            &["account", "enable"],
            &["case", "assign", CASE],
        ] {
            let said = cli(&[command, &[address]].concat());
            refused(
                &said,
                &["email: No staff account has this e-mail address. `account list` shows them."],
            );
        }
    }
    app.database.intact();
}

/// The Kakao case as another, with the given replacements.
fn case_file(directory: &Path, replacements: &[(&str, &str)]) -> String {
    let mut text = include_str!("../../src/demo/kakao.toml")
        .replace("kakao-2022", "other-2022")
        .replace("\"KKO\"", "\"OTH\"");
    for (from, to) in replacements {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let path = directory.join("case.toml");
    std::fs::write(&path, text).expect("writable");
    path.to_string_lossy().into_owned()
}

#[test]
fn a_case_file_is_taken_whole_or_refused_with_every_fault() {
    let database = database();
    let directory = tempfile::tempdir().expect("a temporary directory");
    let create = |replacements: &[(&str, &str)]| {
        database.cli(&["case", "create", &case_file(directory.path(), replacements)])
    };
    let before = database.intact();
    let faulty = create(&[
        ("other-2022", "Other 2022"),
        ("\"OTH\"", "\"o\""),
        ("2022-10-20T23:00:00+09:00", "2022-10-14T23:00:00+09:00"),
        ("code = \"alimtalk\"", "code = \"talk-channel\""),
        ("\"+60d\"", "\"soon\""),
        ("item = \"mandate\"", "item = \"participation\""),
        ("kind = \"mandate\"", "kind = \"participation\""),
    ]);
    refused(
        &faulty,
        &[
            "code:",
            "number_prefix:",
            "incident_until:",
            "services[1].code:",
            "intake_closes:",
            "consents[1].item:",
            "consents:",
        ],
    );
    let whole = include_str!("../../src/demo/kakao.toml");
    let text = whole
        .split("text = { ko = \"\"\"")
        .nth(1)
        .and_then(|rest| rest.split("\"\"\"").next())
        .expect("a consent text");
    let silent = create(&[
        (
            "ko = \"카카오 서비스 장애 손해배상 청구 (2022년 10월)\"",
            "ko = \" \"",
        ),
        ("en = \"Kakao Corp.\"", "en = \"Kakao\\u0000\""),
        (
            "en = \"Alimtalk (order, delivery and waiting-list notices)\"",
            "en = \"\"",
        ),
        ("version = 1", "version = 0"),
        (text, "\n"),
        (
            "title = { ko = \"소송위임 (제1심)\"",
            "title = { ko = \"\\uFEFF\"",
        ),
    ]);
    let named = [
        "title.ko:",
        "defendant.en:",
        "services[1].name.en:",
        "consents[0].version:",
        "consents[0].text.ko:",
        "consents[1].title.ko:",
    ];
    refused(&silent, &named);
    assert_eq!(
        complaint(&silent)
            .lines()
            .filter(|line| line.contains(": "))
            .count(),
        named.len(),
        "{}",
        complaint(&silent)
    );
    refused(
        &create(&[("number_prefix", "number_prefx")]),
        &["case.toml", "number_prefx"],
    );
    refused(
        &create(&[("limitation_on = 2025-10-15", "limitation_on = 2025-13-15")]),
        &["case.toml"],
    );
    refused(
        &database.cli(&["case", "create", "/nonexistent/case.toml"]),
        &["/nonexistent/case.toml", "No such file"],
    );
    assert_eq!(database.intact(), before, "a refused file leaves nothing");

    let made = create(&[]);
    assert!(made.status.success(), "{}", complaint(&made));
    assert!(database.cli_ok(&["case", "list"]).contains("other-2022"));
    refused(
        &create(&[]),
        &["A case with this code or number prefix exists already"],
    );
    database.intact();
}

#[test]
fn staff_are_assigned_once_and_texts_get_versions() {
    let database = database();
    database.cli_ok(&[
        "account",
        "create",
        "--role",
        "lawyer",
        "--email",
        "kim@example.com",
        "--name",
        "김변호",
    ]);
    database.cli_ok(&["case", "assign", CASE, "kim@example.com"]);
    refused(
        &database.cli(&["case", "assign", CASE, "kim@example.com"]),
        &["assigned to this case already"],
    );
    let unassign = ["case", "unassign", CASE, "kim@example.com"];
    assert!(database.cli_ok(&unassign).contains("no longer assigned"));
    refused(
        &database.cli(&unassign),
        &["email: They are not on the staff of this case"],
    );
    refused(
        &database.cli(&["case", "assign", "no-case", "kim@example.com"]),
        &["case: No case has this code"],
    );
    refused(
        &database.cli(&["hold", "release", CASE]),
        &["what: No hold of its own"],
    );
    refused(
        &database.cli(&[
            "hold",
            "set",
            "no-case",
            "--reason",
            "because a court asked for it",
        ]),
        &["what: No case has this code"],
    );
    // a number whose check character is wrong is no code of a case
    for number in ["KKO-000001-A", "kko-000001-a", "KKO-000001"] {
        let said = database.cli(&[
            "hold",
            "set",
            number,
            "--reason",
            "because a court asked for it",
        ]);
        refused(&said, &["what: No claim has this number"]);
    }
    refused(
        &database.cli(&["erase", "claim", "KKO-000001-T"]),
        &["number: No claim has this number"],
    );
    refused(
        &database.cli(&["case", "assign", CASE, "lee@example.com"]),
        &["No staff account"],
    );
    let directory = tempfile::tempdir().expect("a temporary directory");
    let path = |name: &str| directory.path().join(name).to_string_lossy().into_owned();
    std::fs::write(path("ko"), "새 위임 내용").expect("writable");
    std::fs::write(path("en"), "new mandate").expect("writable");
    let revise = |item: &str| database.cli(&revision(item, &path("ko"), &path("en"), "renew"));
    // all that would be left of it is the log's key
    std::fs::write(path("nothing"), "\n").expect("writable");
    let (ko, nothing) = (path("ko"), path("nothing"));
    let silent = database.cli(&revision("mandate", &ko, &nothing, "renew"));
    refused(&silent, &["en: This cannot be empty"]);
    // why counsel decided so is part of the record
    let mut unexplained = revision("mandate", &ko, &ko, "suffice");
    unexplained[11] = "typo";
    refused(&database.cli(&unexplained), &["reason: "]);
    let revised = revise("mandate");
    assert_eq!(
        String::from_utf8_lossy(&revised.stdout),
        "mandate is now version 2\n",
        "{}",
        complaint(&revised)
    );
    refused(&revise("nonsense"), &["item: "]);
    database.intact();
}
