//! Calls that nobody thought of: schemathesis makes them from the description of the API, for
//! everybody who can call it, and holds every answer against the description. `script/bootstrap`
//! installs it; here it needs no network. Each caller has a server with something in it, and names
//! what is there, so that calls come further than to what nobody has.

use std::process::Command;

use serde_json::{Value, json};

use crate::harness::caller::Caller;
use crate::harness::claims::notice_body;
use crate::harness::cluster::CASE;
use crate::harness::routes;
use crate::harness::server::App;

/// Where `script/bootstrap` puts it.
const PROGRAM: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/target/schemathesis/bin/schemathesis"
);

/// Calls that end the session, or what all the others are about: each has a story elsewhere.
const LEFT_OUT: [&str; 5] = [
    "DELETE /api/v1/account",
    "PUT /api/v1/account/password",
    "DELETE /api/v1/sessions",
    "DELETE /api/v1/sessions/{session}",
    "DELETE /api/v1/claims/{claim}",
];

/// What there is to name in paths.
type Things = Vec<(&'static str, String)>;

/// A submitted claim and a draft, and what hangs on the draft.
fn of_claimant(claimant: &Caller) -> Things {
    let claim = claimant.draft();
    let first = |what: &str| {
        let list = claimant.get(&format!("/api/v1/claims/{claim}/{what}"));
        list.json()[0]["id"].as_str().expect("an id").to_string()
    };
    vec![
        ("loss", first("losses")),
        ("evidence", first("evidence")),
        ("consent", first("consents")),
        ("claim", claim),
    ]
}

/// A claim that was handed in, a disclosure of it and an export.
fn of_firm(app: &App, caller: &Caller) -> Things {
    let claim = app.claimant("merchant@example.com").submitted();
    let disclosures = format!("/api/v1/cases/{CASE}/disclosures");
    let asked = json!({"reason": "서류를 차례로 확인합니다", "claims": [claim]});
    let mut things = vec![("disclosure", caller.post(&disclosures, asked).id())];
    let notices = format!("/api/v1/cases/{CASE}/notices");
    things.push(("notice", caller.post(&notices, notice_body()).id()));
    let exports = format!("/api/v1/cases/{CASE}/exports");
    let asked = json!({"reason": "연락을 위한 명단입니다", "profile": "contact", "format": "csv"});
    let export = caller.post(&exports, asked);
    if export.status == 201 {
        things.push(("export", export.id()));
    }
    things.push(("claim", claim));
    things
}

/// Settings of the tool. A body that reads can still be refused, because fields have meanings that
/// no schema says; and a version that is missing or not the current one is a condition of its own,
/// which is looked at before the body.
fn settings(things: &Things) -> String {
    let mut text = String::from(
        r#"[checks]
positive_data_acceptance.expected-statuses = ["2xx", 401, 403, 404, 409, 412, 422, 428, 429, 503]
negative_data_rejection.expected-statuses = [400, 401, 403, 404, 405, 406, 409, 412, 415, 422, 428, 429, 503]
missing_required_header.expected-statuses = [400, 401, 403, 406, 415, 422, 428]
[phases.stateful.inference]
algorithms = ["dependency-analysis"]
"#,
    );
    text.push_str("[parameters]\n");
    for (name, value) in [("case", CASE.to_string())].iter().chain(things) {
        text.push_str(&format!("\"path.{name}\" = \"{value}\"\n"));
    }
    // of two parts of a path the tool says that it made one wrong, and sends the one from here
    for route in routes::api() {
        if route.path.matches('{').count() > 1 {
            let name = format!("{} {}", route.method, route.path.replace(":.*}", "}"));
            text.push_str(&format!("[[operations]]\ninclude-name = \"{name}\"\nchecks.negative_data_rejection.expected-statuses = [\"2xx\", \"4xx\", 503]\n"));
        }
    }
    text
}

/// Has everything called, and every answer checked: a few calls each, or thousands where
/// `script/test all` says so.
fn called(app: &App, caller: &Caller, things: &Things) {
    let long = std::env::var("REGISTRY_TESTS").is_ok_and(|which| which == "all");
    let (examples, least) = if long { (100, 3_000) } else { (5, 200) };
    let folder = tempfile::tempdir().expect("a temporary directory");
    let (config, report) = (
        folder.path().join("schemathesis.toml"),
        folder.path().join("report.json"),
    );
    std::fs::write(&config, settings(things)).expect("writable");
    let mut command = Command::new(PROGRAM);
    command
        .current_dir(folder.path())
        .arg("--config-file")
        .arg(&config)
        .args(["run", &format!("{}/api/openapi.json", app.url)])
        .args(["--checks", "all", "--no-color", "--warnings", "off"])
        .args(["--max-examples", &examples.to_string()])
        .args(["--generation-database", "none", "--no-shrink"])
        .args(["--suppress-health-check", "all", "--request-timeout", "60"])
        .arg("--report-json-path")
        .arg(&report);
    if !long {
        command.args(["--phases", "examples,fuzzing"]);
    }
    for call in LEFT_OUT {
        command.args(["--exclude-name", call]);
    }
    if let Some(token) = &caller.token {
        command.args(["--header", &format!("Authorization: Bearer {token}")]);
    }
    let output = command
        .output()
        .unwrap_or_else(|e| panic!("{PROGRAM}: {e}; run script/bootstrap"));
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let report = std::fs::read_to_string(&report).expect("it reports");
    let report: Value = serde_json::from_str(&report).expect("JSON");
    let calls = report["test_cases"]["generated"].as_u64();
    assert!(calls.is_some_and(|calls| calls >= least), "{report:#}");
    println!("{said}");
    app.database.intact();
}

#[test]
fn calls_of_nobody() {
    let app = App::start();
    called(&app, &app.anybody(), &Things::new());
}

#[test]
fn calls_of_a_claimant() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let things = of_claimant(&claimant);
    called(&app, &claimant, &things);
}

#[test]
fn calls_of_a_paralegal() {
    let app = App::start();
    let caller = app.assigned("paralegal", "paralegal@example.com");
    let things = of_firm(&app, &caller);
    called(&app, &caller, &things);
}

#[test]
fn calls_of_a_lawyer() {
    let app = App::start();
    let caller = app.assigned("lawyer", "lawyer@example.com");
    let things = of_firm(&app, &caller);
    called(&app, &caller, &things);
}

#[test]
fn calls_of_an_auditor() {
    let app = App::start();
    let caller = app.assigned("auditor", "auditor@example.com");
    called(&app, &caller, &Things::new());
}

#[test]
fn calls_of_an_administrator() {
    let app = App::start();
    let caller = app.staff("administrator", "administrator@example.com");
    let colleague = json!({"email": "hired@example.com", "name": "새 직원", "role": "paralegal"});
    let account = caller.post("/api/v1/staff", colleague).id();
    called(&app, &caller, &vec![("account", account)]);
}
