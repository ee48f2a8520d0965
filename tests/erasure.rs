//! Erasure: what goes, what stays and still verifies, what keeps it from happening, and that nobody comes back with a backup.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use serde_json::{Value, json};

use crate::harness::caller::{Caller, PASSWORD};
use crate::harness::claims::{claim_body, evidence_body, loss_body};
use crate::harness::cluster::CASE;
use crate::harness::server::App;
use crate::harness::verifiers::{Found, both};

fn one(app: &App, query: &str) -> String {
    app.lines(query).pop().unwrap_or_default()
}

/// Whatever could lead to somebody: documents, commitments, indexes, hashes, salts. Of a claim, and of its account where one
/// is given.
fn traces(app: &App, claim: &str, account: Option<&str>) -> Vec<String> {
    let mut traces = app.lines(
        &format!(
            "WITH own AS (SELECT id FROM loss WHERE claim_id = '{claim}'),
             bytes AS (SELECT sealed AS b FROM claim WHERE id = '{claim}' UNION ALL SELECT name_index FROM claim WHERE id = '{claim}'
                 UNION ALL SELECT phone_index FROM claim WHERE id = '{claim}'
                 UNION ALL SELECT business_number_index FROM claim WHERE id = '{claim}'
                 UNION ALL SELECT sealed FROM loss WHERE claim_id = '{claim}' UNION ALL SELECT sealed FROM consent WHERE claim_id = '{claim}'
                 UNION ALL SELECT sealed FROM review WHERE claim_id = '{claim}' UNION ALL SELECT sealed FROM evidence WHERE claim_id = '{claim}'
                 UNION ALL SELECT sealed FROM legal_hold WHERE claim_id = '{claim}'
                 UNION ALL SELECT sha256 FROM evidence WHERE claim_id = '{claim}' UNION ALL SELECT salt FROM change WHERE subject = '{claim}')
             SELECT encode(b, 'hex') AS line FROM bytes WHERE b IS NOT NULL
             UNION ALL SELECT substr(commitments, 3, 90) FROM claim WHERE id = '{claim}'
             UNION ALL SELECT substr(commitments, 3, 60) FROM consent WHERE claim_id = '{claim}'"
        ),
    );
    if let Some(account) = account {
        traces.extend(app.lines(
            &format!(
                "WITH bytes AS (SELECT sealed AS b FROM account WHERE id = '{account}' UNION ALL SELECT email_index FROM account WHERE id = '{account}'
                     UNION ALL SELECT sealed FROM session WHERE account_id = '{account}'
                     UNION ALL SELECT salt FROM change WHERE subject = '{account}')
                 SELECT encode(b, 'hex') AS line FROM bytes WHERE b IS NOT NULL
                 UNION ALL SELECT password_hash FROM account WHERE id = '{account}'"
            ),
        ));
    }
    assert!(
        traces.len() > 15 && traces.iter().all(|trace| trace.len() > 20),
        "{traces:?}"
    );
    traces
}

/// Traces that are not somebody else's too: the people of these tests have the same name and number.
fn beyond(traces: Vec<String>, others: &[String]) -> Vec<String> {
    traces
        .into_iter()
        .filter(|trace| !others.contains(trace))
        .collect()
}

fn gone(app: &App, traces: &[String]) {
    let everything = app.rows().replace("\\\"", "\"");
    for trace in traces {
        assert!(
            !everything.contains(trace.as_str()),
            "{trace} is still there"
        );
    }
}

/// An export with its payloads.
struct Exported {
    folder: tempfile::TempDir,
}

impl Exported {
    fn of(app: &App) -> Self {
        app.database.cli_ok(&["seal"]);
        let exported = Self {
            folder: tempfile::tempdir().expect("a temporary directory"),
        };
        app.database.cli_ok(&[
            "export",
            "log",
            "--output",
            &exported.path("log"),
            "--payloads",
            &exported.path("payloads"),
        ]);
        exported
    }

    fn path(&self, name: &str) -> String {
        self.folder
            .path()
            .join(name)
            .to_str()
            .expect("a plain path")
            .into()
    }

    fn payloads(&self) -> String {
        std::fs::read_to_string(self.path("payloads")).expect("written")
    }

    /// The numbers in a payload line of something erased: what, and by which entry.
    fn erased(&self) -> Vec<(u64, u64)> {
        let payloads = self.payloads();
        let lines = payloads
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
        lines
            .filter_map(|line| Some((line["seq"].as_u64()?, line["erased"].as_u64()?)))
            .collect()
    }

    /// Verdict and position with these payloads, by the program and by docs/verify.py.
    fn verdict(&self, payloads: &str) -> Found {
        std::fs::write(self.path("shown"), payloads).expect("writable");
        both(&self.path("log"), &["--payloads", &self.path("shown")])
    }
}

fn statistics(caller: &Caller) -> Value {
    caller
        .get(&format!("/api/v1/cases/{CASE}/statistics"))
        .json()
}

fn hold(caller: &Caller, path: &str, reason: &str) {
    let set = caller.put(path, json!({ "reason": reason }));
    assert_eq!(set.status, 204, "{}", set.text());
}

#[test]
fn a_claimant_goes_and_the_log_the_figures_and_everybody_else_stay() {
    let app = App::start();
    let (claimant, other) = (
        app.claimant("leaving@example.com"),
        app.claimant("staying@example.com"),
    );
    let (claim, kept) = (claimant.submitted(), other.submitted());
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    lawyer
        .post(
            &format!("/api/v1/claims/{claim}/reviews"),
            json!({"decision": "start", "note": "서류를 보겠습니다"}),
        )
        .id();
    let made = json!({"profile": "contact", "format": "csv", "reason": "연락을 위한 명단입니다"});
    let export = lawyer
        .post(&format!("/api/v1/cases/{CASE}/exports"), made)
        .id();
    let content = format!("/api/v1/exports/{export}/content");
    assert_eq!(lawyer.get(&content).text().lines().count(), 3);
    let account = claimant.get("/api/v1/account").json()["id"]
        .as_str()
        .unwrap_or_default()
        .to_string();
    claimant.post(
        "/api/v1/password-resets",
        json!({"email": "leaving@example.com"}),
    );
    let link = app.mailed_token("leaving@example.com");
    let receipts = |caller: &Caller, claim: &str| {
        caller
            .get(&format!("/api/v1/claims/{claim}/receipts"))
            .json()
    };
    let id = receipts(&claimant, &claim)[0]["id"].clone();
    let receipt = crate::harness::eventually(|| {
        Some(claimant.get(&format!("/api/v1/claims/{claim}/receipts/{id}")))
            .filter(|got| got.status == 200)
    });
    let (before, traces) = (
        statistics(&lawyer),
        beyond(
            traces(&app, &claim, Some(&account)),
            &traces(&app, &kept, None),
        ),
    );
    let sizes = app.database.intact();

    let answer = claimant.delete("/api/v1/account");
    assert_eq!(answer.status, 200, "{}", answer.text());
    let reply = answer.json();
    let kinds: Vec<_> = reply["erasures"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| (one["kind"].as_str(), one["subject"].as_str()))
        .collect();
    assert_eq!(
        kinds,
        [
            (Some("claim"), Some(claim.as_str())),
            (Some("account"), Some(account.as_str()))
        ]
    );
    let held = &reply["exports"][0];
    assert_eq!(
        (&held["id"], &held["claim"], &held["profile"]),
        (&json!(export), &json!(claim), &json!("contact")),
        "{reply:#}"
    );
    assert_eq!(
        (&held["by"], held["downloads"].as_array().map(Vec::len)),
        (&json!("시험 lawyer"), Some(1))
    );
    let until = reply["backups_until"].as_str().unwrap_or_default();
    assert!(
        reply["note"]
            .as_str()
            .is_some_and(|note| note.contains(until) && until.len() == 10),
        "{reply:#}"
    );

    gone(&app, &traces);
    assert_eq!(statistics(&lawyer), before, "figures stay");
    assert!(app.database.intact() > sizes);
    let (_, report) = app.database.verify(&[]);
    assert!(
        report["erased"]
            .as_u64()
            .is_some_and(|erased| Some(erased) == reply["entries"].as_u64() && erased >= 15),
        "{report:#}"
    );
    assert!(
        report["notes"]
            .to_string()
            .contains("erased by recorded erasures"),
        "{report:#}"
    );
    let exported = Exported::of(&app);
    assert_eq!(
        exported.verdict(&exported.payloads()),
        ("intact".into(), None)
    );
    assert_eq!(
        exported.erased().len() as u64,
        reply["entries"].as_u64().unwrap_or_default()
    );

    assert_eq!(claimant.get("/api/v1/account").status, 401);
    let again = app.anybody().post(
        "/api/v1/sessions",
        json!({"email": "leaving@example.com", "password": PASSWORD}),
    );
    assert_eq!(again.status, 401);
    let listed = lawyer.get(&format!("/api/v1/cases/{CASE}/claims")).json();
    assert_eq!(
        (
            listed["items"].as_array().map(Vec::len),
            &listed["items"][0]["id"]
        ),
        (Some(1), &json!(kept))
    );
    for below in ["", "/losses", "/evidence", "/consents", "/reviews"] {
        assert_eq!(
            lawyer.get(&format!("/api/v1/claims/{claim}{below}")).status,
            404,
            "{below}"
        );
    }
    assert_eq!(
        lawyer
            .post(
                &format!("/api/v1/claims/{claim}/reviews"),
                json!({"decision": "accept"})
            )
            .status,
        404
    );
    let named = json!({"reason": "자격을 시험하기 위해서", "claims": [claim]});
    assert_eq!(
        lawyer
            .post(&format!("/api/v1/cases/{CASE}/disclosures"), named)
            .status,
        404
    );
    let all = json!({"reason": "자격을 시험하기 위해서", "filter": {}});
    let shown = lawyer
        .post(&format!("/api/v1/cases/{CASE}/disclosures"), all)
        .id();
    assert_eq!(
        lawyer
            .get(&format!("/api/v1/disclosures/{shown}/claims"))
            .json()["items"]
            .as_array()
            .map(Vec::len),
        Some(1)
    );
    assert_eq!(
        lawyer.get(&content).text().lines().count(),
        2,
        "what is taken now has one row less"
    );
    assert_eq!(
        other.get(&format!("/api/v1/claims/{kept}")).json()["identity"]["name"],
        "김하늘"
    );
    let followed = json!({"token": link, "password": "지붕 위의 노란 우산 8개"});
    assert_eq!(
        app.anybody()
            .post("/api/v1/password-resets/confirmations", followed)
            .status,
        422,
        "what waited for the address is gone"
    );
    // who kept a receipt can show it still; others' receipts are what they were
    std::fs::write(exported.path("receipt"), &receipt.bytes).expect("writable");
    let vkey = app.anybody().vkey().to_string();
    app.database.cli_ok(&[
        "verify",
        "receipt",
        &exported.path("receipt"),
        "--vkey",
        &vkey,
    ]);
    assert!(receipts(&other, &kept).as_array().is_some_and(|all| all.len() > 3 && all.iter().all(|one| one["erased"] == json!(false))));
    // the address is free again, for a new beginning; the attempt above costs a second, as everybody's does
    thread::sleep(std::time::Duration::from_millis(1100));
    app.claimant("leaving@example.com").submitted();
    app.database.intact();
}

#[test]
fn a_claim_goes_alone_once_and_by_its_owner_only() {
    let app = App::start();
    let (claimant, other) = (
        app.claimant("merchant@example.com"),
        app.claimant("other@example.com"),
    );
    let claim = claimant.draft();
    let traces = traces(&app, &claim, None);
    let path = format!("/api/v1/claims/{claim}");
    assert_eq!(other.delete(&path).status, 404);
    let erase = || {
        claimant.send(
            "DELETE",
            &path,
            &[("idempotency-key", "the-same"), ("accept-language", "ko")],
            Vec::new(),
        )
    };
    let answer = erase();
    assert_eq!(
        (answer.status, &answer.json()["exports"]),
        (200, &json!([])),
        "{}",
        answer.text()
    );
    assert!(
        answer.json()["note"]
            .as_str()
            .is_some_and(|note| note.contains("파기")),
        "{}",
        answer.text()
    );
    let again = erase();
    assert_eq!(
        (again.status, again.json()),
        (200, answer.json()),
        "an answer may have been lost on its way"
    );
    assert_eq!(
        (other.delete(&path).status, claimant.get(&path).status),
        (404, 404)
    );
    gone(&app, &traces);
    app.database.intact();
    let listed = std::fs::read_to_string(app.database.erasures()).expect("it is listed outside");
    let id = answer.json()["erasures"][0]["id"]
        .as_str()
        .unwrap_or_default()
        .to_string();
    assert!(
        listed.ends_with(&format!(" {id} claim {claim}\n")) && listed.lines().count() == 1,
        "{listed}"
    );
    assert_eq!(
        claimant.get("/api/v1/claims").json(),
        json!([]),
        "the account stays"
    );
    claimant.submitted();
}

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
        assert_eq!(
            caller.delete(&format!("/api/v1/claims/{claim}")).status,
            200
        );
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

    // the live database: past the triggers, of somebody who was not erased, half, and after the erasure
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

#[test]
fn a_hold_refuses_with_its_reason_until_it_is_released() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.submitted();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let (own, of_claim, of_case) = (
        format!("/api/v1/claims/{claim}"),
        format!("/api/v1/claims/{claim}/hold"),
        format!("/api/v1/cases/{CASE}/hold"),
    );
    assert_eq!(
        lawyer.put(&of_claim, json!({"reason": "짧다"})).faults(),
        [("reason".to_string(), "reason-short".to_string())]
    );
    hold(&lawyer, &of_claim, "법원의 자료 보존 명령 (김하늘)");
    hold(&lawyer, &of_case, "사건 전체의 증거 보전 신청");
    for (path, reason) in [
        (&own, "법원의 자료 보존"),
        (&"/api/v1/account".to_string(), "법원의 자료 보존"),
    ] {
        let refused = claimant.delete(path);
        assert_eq!(
            (refused.status, refused.code().as_str()),
            (409, "legal-hold")
        );
        assert!(
            refused.json()["detail"]
                .as_str()
                .is_some_and(|detail| detail.contains(reason)),
            "{}",
            refused.text()
        );
    }
    let listed = app.database.cli_ok(&["hold", "list"]);
    assert!(
        listed.contains(&claim)
            && listed.starts_with("KKO-")
            && listed.contains(&format!("\n{CASE}  since"))
            && listed.contains("증거 보전")
            && listed.lines().count() == 2,
        "{listed}"
    );
    assert!(
        !app.log
            .lock()
            .expect("nobody panics with it")
            .contains("보존"),
        "the reason is not for the process log"
    );
    assert!(!app.database.erasures().exists(), "nothing was erased");
    assert_eq!(lawyer.delete(&of_claim).status, 204);
    assert_eq!(lawyer.delete(&of_claim).status, 404, "released once");
    assert!(
        claimant.delete(&own).text().contains("사건 전체의 증거"),
        "the case is still held"
    );
    app.database.cli_ok(&["hold", "release", CASE]);
    let before = traces(&app, &claim, None);
    assert_eq!(claimant.delete(&own).status, 200);
    gone(&app, &before);
    assert_eq!(
        lawyer
            .put(&of_claim, json!({"reason": "너무 늦은 보존 명령입니다"}))
            .status,
        404
    );
    app.database.intact();
}

#[test]
fn eight_writers_and_an_erasure_at_once_leave_nothing_behind() {
    let app = App::with(&[("POOL_SIZE", "12")]);
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.draft();
    let stop = AtomicBool::new(false);
    let written: usize = thread::scope(|scope| {
        let writers: Vec<_> = (0..8)
            .map(|n| {
                let (claimant, claim, stop) = (&claimant, &claim, &stop);
                scope.spawn(move || {
                    let mut written = 0;
                    for i in 0.. {
                        let answer = match n % 3 {
                            0 => claimant
                                .post(&format!("/api/v1/claims/{claim}/losses"), loss_body()),
                            1 => claimant.post(
                                &format!("/api/v1/claims/{claim}/evidence"),
                                evidence_body("other", &format!("{n} {i}")),
                            ),
                            _ => {
                                let path = format!("/api/v1/claims/{claim}");
                                let etag = claimant
                                    .get(&path)
                                    .headers
                                    .get("etag")
                                    .cloned()
                                    .unwrap_or_else(|| "\"1\"".into());
                                claimant.json("PUT", &path, &[("if-match", &etag)], claim_body())
                            }
                        };
                        written += usize::from(answer.status < 300);
                        if answer.status == 404 || stop.load(Ordering::Relaxed) {
                            return written;
                        }
                        assert!(
                            [201, 204, 409, 412, 503].contains(&answer.status),
                            "{}",
                            answer.text()
                        );
                    }
                    unreachable!("it stops")
                })
            })
            .collect();
        thread::sleep(std::time::Duration::from_millis(400));
        let erased = claimant.delete(&format!("/api/v1/claims/{claim}"));
        stop.store(true, Ordering::Relaxed);
        assert_eq!(erased.status, 200, "{}", erased.text());
        writers
            .into_iter()
            .map(|writer| writer.join().expect("no panic"))
            .sum()
    });
    assert!(written > 8, "{written}: they were at it");
    let left =
        "FROM change WHERE subject = (SELECT subject::text FROM erasure) AND row_text IS NOT NULL
        AND tx <> (SELECT c.tx FROM change c JOIN erasure e ON c.key = e.id::text)";
    assert_eq!(
        app.lines(&format!("SELECT table_name AS line {left}")),
        [""; 0]
    );
    assert_eq!(
        one(&app, "SELECT count(*)::text AS line FROM evidence"),
        "0"
    );
    assert_eq!(
        one(
            &app,
            "SELECT count(*)::text AS line FROM loss WHERE sealed <> ''"
        ),
        "0"
    );
    app.database.intact();
}

#[test]
fn what_was_listed_and_not_committed_is_erased_at_the_next_start() {
    let mut app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.submitted();
    let id = "01a20848-2cc7-76fd-a102-600afcad4f7a";
    let listed = format!("2026-11-24T01:02:03.000004Z {id} claim {claim}\n");
    std::fs::write(app.database.erasures(), format!("{listed}2026-11-24T01:0")).expect("writable");
    // a hold that was set since then keeps it
    let number = one(&app, "SELECT number AS line FROM claim");
    app.database
        .cli_ok(&["hold", "set", &number, "--reason", "법원의 자료 보존 명령"]);
    app.sql("UPDATE legal_hold SET created_at = '2026-11-25'");
    app.kill_and_restart(&[]);
    assert_eq!(
        claimant
            .at(&app.url)
            .get(&format!("/api/v1/claims/{claim}"))
            .status,
        200
    );
    app.database.cli_ok(&["hold", "release", &number]);
    let traces = traces(&app, &claim, None);
    app.kill_and_restart(&[]);
    assert_eq!(
        claimant
            .at(&app.url)
            .get(&format!("/api/v1/claims/{claim}"))
            .status,
        404
    );
    gone(&app, &traces);
    assert_eq!(
        one(&app, "SELECT id || ' ' || cause AS line FROM erasure"),
        format!("{id} restored")
    );
    app.database.intact();
    // a list that was lost is written anew from the database
    std::fs::remove_file(app.database.erasures()).expect("it is there");
    app.kill_and_restart(&[]);
    assert!(
        std::fs::read_to_string(app.database.erasures())
            .expect("written")
            .contains(&format!(" {id} claim {claim}\n"))
    );
    // one that does not read keeps the registry from starting
    std::fs::write(app.database.erasures(), "torn\nin two\n").expect("writable");
    let refused = app.database.cli(&[
        "serve",
        "--listen",
        "127.0.0.1:0",
        "--metrics-listen",
        "127.0.0.1:0",
    ]);
    let said = String::from_utf8_lossy(&refused.stderr).to_string();
    assert!(
        refused.status.code() == Some(1)
            && said.contains("ERASURES_FILE")
            && said.contains("line 1"),
        "{said}"
    );
}

#[test]
fn a_restored_backup_brings_nobody_back() {
    let mut app = App::start();
    let (claimant, other) = (
        app.claimant("leaving@example.com"),
        app.claimant("staying@example.com"),
    );
    let (claim, kept) = (claimant.submitted(), other.submitted());
    let account = claimant.get("/api/v1/account").json()["id"]
        .as_str()
        .unwrap_or_default()
        .to_string();
    let traces = beyond(
        traces(&app, &claim, Some(&account)),
        &traces(&app, &kept, None),
    );
    app.database.intact();
    app.back_up();
    app.kill_and_restart(&[]);
    assert_eq!(claimant.at(&app.url).delete("/api/v1/account").status, 200);
    let listed = std::fs::read_to_string(app.database.erasures()).expect("listed");
    app.restore();
    assert_eq!(
        one(&app, "SELECT count(*)::text AS line FROM erasure"),
        "0",
        "the backup knows nothing of it"
    );
    for _ in 0..2 {
        app.kill_and_restart(&[]);
        assert_eq!(claimant.at(&app.url).get("/api/v1/account").status, 401);
        gone(&app, &traces);
        assert_eq!(
            app.lines("SELECT cause AS line FROM erasure"),
            ["restored", "restored"],
            "once, however often it starts"
        );
        assert_eq!(
            std::fs::read_to_string(app.database.erasures()).expect("listed"),
            listed
        );
        assert_eq!(
            other
                .at(&app.url)
                .get(&format!("/api/v1/claims/{kept}"))
                .status,
            200
        );
        app.database.intact();
    }
}

#[test]
fn what_ended_long_ago_is_erased_and_what_is_held_or_alive_is_not() {
    let app = App::start();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let people: Vec<(Caller, String)> = (0..4)
        .map(|n| {
            let caller = app.claimant(&format!("merchant-{n}@example.com"));
            let claim = caller.submitted();
            (caller, claim)
        })
        .collect();
    let [(withdrawn, w), (_, rejected), (_, alive), (held, h)] = &people[..] else {
        unreachable!("four")
    };
    for (caller, claim) in [(withdrawn, w), (held, h)] {
        assert_eq!(
            caller
                .post(&format!("/api/v1/claims/{claim}/withdrawal"), json!({}))
                .status,
            204
        );
    }
    for decision in [
        json!({"decision": "start"}),
        json!({"decision": "reject", "note": "자료가 서로 맞지 않습니다"}),
    ] {
        lawyer
            .post(&format!("/api/v1/claims/{rejected}/reviews"), decision)
            .id();
    }
    hold(
        &lawyer,
        &format!("/api/v1/claims/{h}/hold"),
        "법원의 자료 보존 명령",
    );
    let before = statistics(&lawyer);
    assert!(
        app.database
            .cli_ok(&["erase", "due"])
            .contains("erased 0 claims; 0 are due"),
        "their time is not over"
    );
    let said = app
        .database
        .cli_with(&["erase", "due"], &[("RETENTION_DAYS", "0")]);
    assert!(
        said.contains("erased 2 claims; 1 are due and under a legal hold"),
        "{said}"
    );
    let mut erased = app.lines("SELECT subject || ' ' || cause AS line FROM erasure");
    let mut expected = [format!("{w} retention"), format!("{rejected} retention")];
    erased.sort();
    expected.sort();
    assert_eq!(erased, expected);
    assert_eq!(
        (
            held.get(&format!("/api/v1/claims/{h}")).status,
            lawyer.get(&format!("/api/v1/claims/{alive}")).status
        ),
        (200, 200)
    );
    assert_eq!(statistics(&lawyer), before);
    let number = one(
        &app,
        &format!("SELECT number AS line FROM claim WHERE id = '{alive}'"),
    );
    let said = app
        .database
        .cli_ok(&["erase", "claim", &number.to_lowercase()]);
    assert!(
        said.contains(&format!("erased claim {alive}")) && said.contains("Backups hold"),
        "{said}"
    );
    let again = app.database.cli(&["erase", "claim", &number]);
    assert_eq!(
        again.status.code(),
        Some(1),
        "{}",
        String::from_utf8_lossy(&again.stderr)
    );
    assert_eq!(
        std::fs::read_to_string(app.database.erasures())
            .expect("listed")
            .lines()
            .count(),
        3
    );
    app.database.intact();
    // a held claim says why on the command line too
    let number = one(
        &app,
        &format!("SELECT number AS line FROM claim WHERE id = '{h}'"),
    );
    let refused = app.database.cli(&["erase", "claim", &number]);
    assert!(
        String::from_utf8_lossy(&refused.stderr).contains("법원의 자료 보존"),
        "{}",
        String::from_utf8_lossy(&refused.stderr)
    );
}

#[test]
fn a_draft_that_nobody_can_hand_in_any_more_is_erased_after_the_same_time() {
    let app = App::start();
    let (claimant, other) = (
        app.claimant("merchant@example.com"),
        app.claimant("other@example.com"),
    );
    let (draft, submitted) = (claimant.draft(), other.submitted());
    let traces = beyond(traces(&app, &draft, None), &traces(&app, &submitted, None));
    let due = |days: &str| {
        app.database
            .cli_with(&["erase", "due"], &[("RETENTION_DAYS", days)])
    };
    assert!(
        due("0").contains("erased 0 claims; 0 are due"),
        "it can still be handed in"
    );
    app.sql("UPDATE court_case SET intake_closes = now() - interval '3 days'");
    assert!(
        due("4").contains("erased 0 claims; 0 are due"),
        "its time is not over"
    );
    assert!(
        due("2").contains("erased 1 claims; 0 are due"),
        "its time is over"
    );
    gone(&app, &traces);
    assert_eq!(
        app.lines("SELECT subject || ' ' || cause AS line FROM erasure"),
        [format!("{draft} retention")]
    );
    assert_eq!(
        claimant.get("/api/v1/claims").json(),
        json!([]),
        "the account stays"
    );
    assert_eq!(
        other.get(&format!("/api/v1/claims/{submitted}")).json()["status"],
        "submitted"
    );
    app.database.intact();
}
