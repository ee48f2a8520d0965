//! A mailbox is lost and regained: identified anew, by two of staff, and only after everybody whom it
//! could rob had 72 hours to stop it. The claim is never lost with it.

use serde_json::{Value, json};

use crate::harness::browser::Browser;
use crate::harness::caller::{Answer, Caller, PASSWORD};
use crate::harness::claims::{evidence_body, recovery_body};
use crate::harness::eventually;
use crate::harness::server::App;
use crate::signatories::{draft, named, sign_by_link};

const OLD: &str = "lost@example.com";
const NEW: &str = "regained@example.com";
const TOLD: &str = "이메일 주소가 바뀔 예정";
const NEW_PASSWORD: &str = "지붕 위의 노란 우산 8개";

/// A claimant with a claim that was handed in, and those of the firm who work on it.
struct Lost {
    app: App,
    claimant: Caller,
    claim: String,
    paralegal: Caller,
    lawyer: Caller,
}

impl Lost {
    fn new() -> Self {
        let app = App::start();
        let claimant = app.claimant(OLD);
        let claim = claimant.submitted();
        let paralegal = app.assigned("paralegal", "paralegal@example.com");
        let lawyer = app.assigned("lawyer", "lawyer@example.com");
        Self {
            app,
            claimant,
            claim,
            paralegal,
            lawyer,
        }
    }

    fn path(&self) -> String {
        format!("/api/v1/claims/{}/recoveries", self.claim)
    }

    /// The paralegal asks for that address.
    fn asked(&self, email: &str) -> String {
        self.paralegal.post(&self.path(), recovery_body(email)).id()
    }

    fn confirm(&self, by: &Caller, recovery: &str, email: &str) -> Answer {
        let path = format!("/api/v1/recoveries/{recovery}/confirmation");
        by.post(&path, json!({"email": email}))
    }

    /// Two of staff agreed, and everybody was told.
    fn begun(&self, email: &str) -> String {
        let recovery = self.asked(email);
        self.confirm(&self.lawyer, &recovery, email).is(204);
        recovery
    }

    /// The last one as staff see it.
    fn seen(&self) -> Value {
        self.paralegal.get(&self.path()).json()[0].clone()
    }

    fn becomes(&self, outcome: &str) {
        eventually(|| (self.seen()["outcome"] == outcome).then_some(()));
    }
}

/// Lets the 72 hours pass.
fn pass(app: &App) {
    app.sql("UPDATE recovery SET confirmed_at = confirmed_at - interval '72 hours'");
}

fn stop(by: &Caller, recovery: &str) -> Answer {
    by.post(&format!("/api/v1/recoveries/{recovery}/stop"), json!({}))
}

fn signs_in(app: &App, email: &str, password: &str) -> u16 {
    let typed = json!({"email": email, "password": password});
    app.anybody().post("/api/v1/sessions", typed).status
}

#[test]
fn a_lost_mailbox_is_regained_and_the_claim_is_as_it_was() {
    let lost = Lost::new();
    let (app, claim) = (&lost.app, format!("/api/v1/claims/{}", lost.claim));
    let before = lost.claimant.get(&claim).json();
    let recovery = lost.asked(NEW);
    assert!(lost.seen()["due_at"].is_null(), "a second one is wanted");
    // the second one types what the claimant told them, and nobody reads it off a page
    assert!(!lost.paralegal.get(&lost.path()).text().contains(NEW));
    let mistyped = lost.confirm(&lost.lawyer, &recovery, "regaimed@example.com");
    assert_eq!(
        mistyped.faults(),
        [("email".into(), "recovery-email".into())]
    );
    lost.confirm(&lost.lawyer, &recovery, " Regained@Example.com ")
        .is(204);
    app.mailed(OLD, TOLD);
    app.mailed(NEW, "이메일 주소가 될 예정");
    // not an hour too early
    app.sql("UPDATE recovery SET confirmed_at = confirmed_at - interval '71 hours 59 minutes'");
    lost.claimant.get(&claim).is(200);
    assert_eq!(lost.seen()["outcome"], Value::Null);
    app.sql("UPDATE recovery SET confirmed_at = confirmed_at - interval '1 minute'");
    lost.becomes("done");
    assert_eq!(lost.claimant.get(&claim).status, 401, "its sessions ended");
    for email in [OLD, NEW] {
        assert_eq!(signs_in(app, email, PASSWORD), 401, "{email}");
    }
    app.mailed(OLD, "이메일 주소가 바뀌었습니다");
    let followed = json!({"token": app.mailed_token(NEW), "password": NEW_PASSWORD});
    let reset = "/api/v1/password-resets/confirmations";
    app.anybody().post(reset, followed).is(204);
    let regained = app.anybody().sign_in(NEW, NEW_PASSWORD);
    assert_eq!(regained.get("/api/v1/account").json()["email"], NEW);
    assert_eq!(regained.get(&claim).json(), before);
    // how they were identified is on record, and what was done to their account
    let identified = regained.get(&format!("{claim}/identifications")).json();
    let call = identified.as_array().expect("a list").last().cloned();
    assert_eq!(call.map(|one| one["method"].clone()), Some(json!("video")));
    let told = regained.get(&lost.path()).json();
    assert_eq!(
        (&told[0]["asked_by"], &told[0]["confirmed_by"]),
        (&json!("시험 paralegal"), &json!("시험 lawyer"))
    );
    app.database.intact();
}

#[test]
fn the_true_owner_stops_it_without_signing_in() {
    let lost = Lost::new();
    let (app, recovery) = (&lost.app, lost.begun(NEW));
    app.mailed(OLD, TOLD);
    let token = app.mailed_token(OLD);
    let page = format!("/recoveries/{token}");
    let browser = Browser::at(&app.url);
    let asked = browser.open(&page).is(200);
    assert!(asked.html.contains("(한국 시각)"), "{}", asked.html);
    // whoever only looks, such as a mailbox that checks its links, changes nothing
    assert_eq!(lost.seen()["outcome"], Value::Null);
    let stopped = browser.send(&asked.form(&page)).is(200);
    assert!(stopped.html.contains("멈췄습니다"), "{}", stopped.html);
    assert_eq!(lost.seen()["outcome"], "stopped");
    // a second time says so, as does everybody who comes too late
    let again = browser.send(&asked.form(&page));
    assert!(again.html.contains("멈췄습니다"), "{}", again.html);
    let link = format!("/api/v1/recovery-notices/{token}/stop");
    let late = app.anybody().json("POST", &link, &[], json!({}));
    assert_eq!(late.code(), "recovery-over");
    assert_eq!(stop(&lost.paralegal, &recovery).code(), "recovery-over");
    pass(app);
    // the next one is carried out, and this one is not
    let next = lost.begun("another@example.com");
    app.sql(&format!(
        "UPDATE recovery SET confirmed_at = confirmed_at - interval '72 hours' WHERE id = '{next}'"
    ));
    lost.becomes("done");
    assert_eq!(signs_in(app, NEW, PASSWORD), 401);
    let reset = json!({"email": "another@example.com"});
    app.anybody().post("/api/v1/password-resets", reset).is(202);
    let outcomes = "SELECT outcome AS line FROM recovery ORDER BY seq";
    assert_eq!(app.lines(outcomes), ["stopped", "done"]);
    app.database.intact();
}

#[test]
fn the_owner_who_is_signed_in_stops_it_and_so_does_an_objection() {
    let lost = Lost::new();
    let (app, recovery) = (&lost.app, lost.begun(NEW));
    app.claimant("stranger@example.com");
    let stranger = app.anybody().sign_in("stranger@example.com", PASSWORD);
    stop(&stranger, &recovery).is(404);
    let browser = Browser::at(&app.url);
    browser.sign_in(OLD, PASSWORD).is(200);
    let page = browser.open(&format!("/claims/{}", lost.claim)).is(200);
    assert!(
        page.html.contains("메일함을 잃어버렸습니다"),
        "{}",
        page.html
    );
    let form = page.form(&format!(
        "/claims/{}/recoveries/{recovery}/stop",
        lost.claim
    ));
    let after = browser.send(&form).is(200);
    assert!(!after.html.contains("/recoveries/"), "{}", after.html);
    assert_eq!(lost.seen()["outcome"], "stopped");
    // it never took place, says the claimant of how they were identified
    lost.begun(NEW);
    let identification = lost.seen()["identification"].clone();
    let identification = identification.as_str().expect("an id");
    let objection = format!("/api/v1/identifications/{identification}/objection");
    lost.claimant.post(&objection, json!({})).is(204);
    pass(app);
    lost.becomes("stopped");
    lost.claimant.get("/api/v1/account").is(200);
    // nor is one confirmed then
    let third = lost.asked(NEW);
    let identification = lost.seen()["identification"].clone();
    let identification = identification.as_str().expect("an id");
    let objection = format!("/api/v1/identifications/{identification}/objection");
    lost.claimant.post(&objection, json!({})).is(204);
    let refused = lost.confirm(&lost.lawyer, &third, NEW);
    assert_eq!(refused.code(), "recovery-objected");
    app.database.intact();
}

#[test]
fn nobody_of_the_firm_does_it_alone() {
    let lost = Lost::new();
    let (app, path) = (&lost.app, lost.path());
    let outside = app.staff("lawyer", "outside@example.com");
    let administrator = app.staff("administrator", "administrator@example.com");
    outside.post(&path, recovery_body(NEW)).is(404);
    administrator.post(&path, recovery_body(NEW)).is(403);
    lost.claimant.post(&path, recovery_body(NEW)).is(403);
    let mut body = recovery_body("not an address");
    body["method"] = json!("mail_code");
    body["reason"] = json!("짧다");
    body["detail"] = json!("900101-1234568");
    let faults = lost.lawyer.post(&path, body).faults();
    let codes: Vec<_> = faults.iter().map(|(_, code)| code.as_str()).collect();
    assert_eq!(
        codes,
        [
            "resident-number",
            "email",
            "method-registry",
            "reason-short"
        ]
    );
    // a lawyer who asked for it is one of the two, and not both
    let recovery = lost.lawyer.post(&path, recovery_body(NEW)).id();
    let same = lost.confirm(&lost.lawyer, &recovery, NEW);
    assert_eq!(same.code(), "recovery-same-person");
    lost.confirm(&lost.paralegal, &recovery, NEW).is(403);
    lost.confirm(&administrator, &recovery, NEW).is(403);
    lost.confirm(&outside, &recovery, NEW).is(404);
    stop(&outside, &recovery).is(404);
    outside.get(&path).is(404);
    // one at a time
    let second = lost.paralegal.post(&path, recovery_body(NEW));
    assert_eq!(second.code(), "recovery-open");
    let colleague = app.assigned("lawyer", "colleague@example.com");
    lost.confirm(&colleague, &recovery, NEW).is(204);
    let twice = lost.confirm(&colleague, &recovery, NEW);
    assert_eq!(twice.code(), "recovery-confirmed");
    // either of them takes it back
    stop(&lost.lawyer, &recovery).is(204);
    let seen = lost.seen();
    assert_eq!(
        (&seen["outcome"], &seen["ended_by"]),
        (&json!("taken_back"), &json!("시험 lawyer"))
    );
    pass(app);
    let other = app.claimant("other@example.com");
    other.submitted();
    lost.claimant.get("/api/v1/account").is(200);
    app.database.intact();
}

#[test]
fn whether_an_address_has_an_account_only_its_mailbox_learns() {
    let lost = Lost::new();
    let app = &lost.app;
    let taken = app.claimant("taken@example.com");
    lost.begun("taken@example.com");
    app.mailed("taken@example.com", "쓸 수 없습니다");
    let said = app.mailed(OLD, TOLD);
    assert!(!said.contains("taken@"), "{said}");
    pass(app);
    lost.becomes("unusable");
    taken.get("/api/v1/account").is(200);
    lost.claimant.get("/api/v1/account").is(200);
    assert_eq!(signs_in(app, OLD, PASSWORD), 201);
    app.database.intact();
}

#[test]
fn everybody_who_signs_by_a_link_is_told_and_can_stop_it() {
    let app = App::start();
    let owner = app.claimant(OLD);
    let claim = draft(&owner, "ward", |_| ());
    let of = |below: &str| format!("/api/v1/claims/{claim}/{below}");
    let paper = evidence_body("representation", "certificate of guardianship");
    owner.post(&of("evidence"), paper).id();
    let here = json!({"capacity": "guardian", "name": "김하늘", "own": true});
    owner.post(&of("signatories"), here).is(201);
    let second = json!({"capacity": "guardian", "name": "최후견", "email": "guardian@example.com"});
    owner.post(&of("signatories"), second).is(201);
    owner.consent(&claim, "김하늘");
    let guardians = named(&owner, &claim);
    sign_by_link(
        &app,
        &owner,
        &guardians[1],
        "guardian@example.com",
        "최후견",
    );
    owner.post(&of("submission"), json!({})).is(204);
    let paralegal = app.assigned("paralegal", "paralegal@example.com");
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let path = of("recoveries");
    // for a party that does not sign itself, somebody who signs was identified
    let nobody = paralegal.post(&path, recovery_body(NEW)).faults();
    assert_eq!(nobody, [("signatory".into(), "signatory-unknown".into())]);
    let begin = |email: &str| {
        let mut body = recovery_body(email);
        body["signatory"] = json!(guardians[0]);
        let recovery = paralegal.post(&path, body).id();
        let confirmation = format!("/api/v1/recoveries/{recovery}/confirmation");
        lawyer.post(&confirmation, json!({"email": email})).is(204);
    };
    // a mailbox by which somebody else signs is no mailbox of the owner's
    begin("guardian@example.com");
    app.mailed("guardian@example.com", "쓸 수 없습니다");
    let told = app.mailed("guardian@example.com", TOLD);
    let token = crate::harness::server::token_in(&told).expect("a link");
    app.anybody()
        .json(
            "POST",
            &format!("/api/v1/recovery-notices/{token}/stop"),
            &[],
            json!({}),
        )
        .is(204);
    assert_eq!(paralegal.get(&path).json()[0]["outcome"], "stopped");
    app.database.intact();
}

#[test]
fn a_server_that_is_killed_when_the_time_has_come_does_it_once() {
    let mut lost = Lost::new();
    let recovery = lost.begun(NEW);
    lost.app.mailed(NEW, "이메일 주소가 될 예정");
    lost.app.stop();
    pass(&lost.app);
    // somebody holds the account, so that the server waits in the middle of it
    let mut holder = lost.app.superuser();
    let run = |conn: &mut diesel::PgConnection, sql: &str| {
        diesel::connection::SimpleConnection::batch_execute(conn, sql).expect("PostgreSQL does");
    };
    run(
        &mut holder,
        "BEGIN; SELECT FROM account WHERE role = 'claimant' FOR UPDATE",
    );
    lost.app.kill_and_restart(&[]);
    let waits = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    eventually(|| (lost.app.count(waits) > 0).then_some(()));
    lost.app.stop();
    run(&mut holder, "COMMIT");
    lost.app.kill_and_restart(&[]);
    let another = lost.app.another();
    let done =
        format!("SELECT count(*) FROM recovery WHERE id = '{recovery}' AND outcome = 'done'");
    eventually(|| (lost.app.count(&done) == 1).then_some(()));
    lost.app.kill_and_restart(&[]);
    let size = lost.app.database.intact();
    let entries = "SELECT count(*) FROM audit_log WHERE entry LIKE '%\"action\":\"recovery.end\"%' AND entry LIKE '%\"table\":\"recovery\"%'";
    assert_eq!(lost.app.count(entries), 1, "of {size} entries");
    let mailed = "SELECT count(*) FROM one_time_link WHERE purpose = 'password_reset'";
    assert_eq!(lost.app.count(mailed), 1);
    lost.app.mailed_token(NEW);
    drop(another);
}

#[test]
fn an_erased_claim_leaves_nothing_to_recover() {
    let lost = Lost::new();
    let app = &lost.app;
    let recovery = lost.begun(NEW);
    app.mailed(NEW, "이메일 주소가 될 예정");
    let token = app.mailed_token(OLD);
    lost.claimant
        .delete(&format!("/api/v1/claims/{}", lost.claim))
        .is(200);
    lost.paralegal.get(&lost.path()).is(404);
    lost.paralegal
        .post(&lost.path(), recovery_body(NEW))
        .is(404);
    lost.confirm(&lost.lawyer, &recovery, NEW).is(404);
    app.anybody()
        .get(&format!("/api/v1/recovery-notices/{token}"))
        .is(404);
    let outcome = "SELECT outcome AS line FROM recovery";
    assert_eq!(app.lines(outcome), ["erased"]);
    pass(app);
    lost.claimant.get("/api/v1/account").is(200);
    let (_, report) = app.database.verify(&[]);
    assert_eq!(report["verdict"], "intact", "{report:#}");
}
