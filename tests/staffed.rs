//! Somebody without e-mail: staff enter their claim, and it counts only after their own word, on a
//! signed paper or by the code of a printed slip.

use serde_json::{Value, json};

use crate::harness::caller::{Answer, Caller, PASSWORD};
use crate::harness::claims::{
    answer_body, claim_body, evidence_body, loss_body, paper_body, staffed_body,
};
use crate::harness::cluster::CASE;
use crate::harness::server::App;

fn enter(staff: &Caller) -> Answer {
    let path = format!("/api/v1/cases/{CASE}/staffed-claims");
    staff.post(&path, staffed_body())
}

/// Puts every item on record as answered on paper.
fn sign_on_paper(staff: &Caller, claim: &str, name: &str) {
    for text in staff.consent_texts() {
        let paper = paper_body(&text, text["required"] == true, name);
        staff
            .post(&format!("/api/v1/claims/{claim}/papers"), paper)
            .id();
    }
}

fn show(app: &App, code: &str) -> Answer {
    app.anybody().post("/api/v1/slips", json!({"code": code}))
}

fn missing(caller: &Caller, claim: &str) -> Vec<String> {
    let missing = caller.get(&format!("/api/v1/claims/{claim}/missing"));
    let missing = missing.is(200).json();
    let missing = missing.as_array().expect("a list").iter();
    missing
        .map(|fault| fault["field"].as_str().expect("a field").to_string())
        .collect()
}

fn statements(caller: &Caller, claim: &str) -> Vec<Value> {
    let answers = caller.get(&format!("/api/v1/claims/{claim}/consents"));
    let answers = answers.is(200).json();
    let answers = answers.as_array().expect("a list").iter();
    answers
        .map(|answer| answer["statement"].as_str().expect("open to see"))
        .map(|statement| serde_json::from_str(statement).expect("JSON"))
        .collect()
}

/// Actions of the log under which something of the claim was done, by role.
fn done(app: &App, claim: &str) -> Vec<String> {
    app.lines(&format!(
        "SELECT DISTINCT role || ' ' || action AS line FROM change WHERE subject = '{claim}' ORDER BY line"
    ))
}

/// Mails to anybody but staff who sign in.
fn mailed(app: &App) -> Vec<String> {
    let mut mails = app.mails();
    mails.retain(|mail| !mail.contains("Subject: Sign-in from a new device"));
    mails
}

#[test]
fn somebody_without_e_mail_calls_and_signs_on_paper() {
    let app = App::start();
    let paralegal = app.assigned("paralegal", "paralegal@example.com");
    let claim = paralegal.entered();
    let path = format!("/api/v1/claims/{claim}");
    // staff see and mend what they typed
    let draft = paralegal.get(&path).is(200);
    assert_eq!(draft.json()["identity"]["name"], "김하늘");
    let etag = draft.headers["etag"].clone();
    let mut mended = claim_body();
    mended["identity"]["phone"] = json!("010-2222-3333");
    let json = [("content-type", "application/json"), ("if-match", &*etag)];
    let body = mended.to_string().into_bytes();
    paralegal.send("PUT", &path, &json, body).is(204);
    // it does not count: nobody signed
    let submission = format!("{path}/submission");
    paralegal.post(&submission, json!({})).is(422);
    assert!(missing(&paralegal, &claim).contains(&"consents.mandate".into()));
    let electronic = answer_body(&paralegal.consent_text("mandate"), true, "김하늘");
    paralegal
        .post(&format!("{path}/consents"), electronic)
        .is(403);
    // the signed papers come by post
    sign_on_paper(&paralegal, &claim, "김하늘");
    let signed = statements(&paralegal, &claim);
    let staff = app.lines("SELECT id::text AS line FROM account WHERE role = 'paralegal'");
    for statement in &signed {
        assert_eq!(statement["paper"]["signed_on"], "2026-11-21");
        assert_eq!(statement["paper"]["scan_sha256"], "5c".repeat(32));
        assert_eq!(statement["paper"]["recorded_by"], *staff[0]);
        assert!(statement.get("signed_at").is_none(), "nobody signed here");
    }
    let mandate = signed.iter().find(|it| it["item"] == "mandate");
    let identified = &mandate.expect("was put on record")["identification"];
    assert_eq!(identified[0]["method"], "paper_mandate");
    assert_eq!(identified.as_array().map(Vec::len), Some(1));
    assert_eq!(missing(&paralegal, &claim), Vec::<String>::new());
    paralegal.post(&submission, json!({})).is(204);
    // from now on it is a claim like any other: sealed for staff, and nothing to write in
    let claim_of_case = paralegal.get(&path).is(200).json();
    assert_eq!(claim_of_case["status"], "submitted");
    assert_eq!(claim_of_case["identity"], Value::Null);
    paralegal
        .post(&format!("{path}/losses"), loss_body())
        .is(404);
    paralegal.post(&submission, json!({})).is(404);
    let filing = paralegal.get(&format!("{path}/filing")).is(200).json();
    assert_eq!(filing["channel"], "phone");
    assert_eq!(filing["filed_by"], "시험 paralegal");
    assert_eq!(filing["name"], Value::Null);
    // so does the file of everything
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let asked = json!({"profile": "full", "format": "jsonl", "reason": "접수 경로를 확인합니다", "standing": "any"});
    let export = lawyer
        .post(&format!("/api/v1/cases/{CASE}/exports"), asked)
        .id();
    let file = lawyer.get(&format!("/api/v1/exports/{export}/content"));
    assert_eq!(file.is(200).json()["entered_channel"], "phone");
    // the log says who did what, and nobody was mailed
    let done = done(&app, &claim);
    for action in [
        "paralegal claim.enter",
        "paralegal consent.paper",
        "paralegal claim.submit",
    ] {
        assert!(done.contains(&action.to_string()), "{action}: {done:?}");
    }
    assert!(
        done.iter().all(|it| it.starts_with("paralegal ")),
        "{done:?}"
    );
    assert_eq!(mailed(&app), Vec::<String>::new());
    app.database.intact();
}

#[test]
fn somebody_without_e_mail_comes_in_by_a_slip_signs_and_hands_in() {
    let app = App::start();
    let paralegal = app.assigned("paralegal", "paralegal@example.com");
    let claim = paralegal.entered();
    let path = format!("/api/v1/claims/{claim}");
    let code = paralegal.slip(&claim);
    let kept = app.rows();
    assert!(!kept.contains(&code) && !kept.contains(&code.replace('-', "")));
    // typed on a telephone, in small letters
    let merchant = app.anybody().showing(&code.to_lowercase());
    let account = merchant.get("/api/v1/account").is(200).json();
    assert_eq!(account["email"], Value::Null);
    let own = merchant.get("/api/v1/claims").is(200).json();
    assert_eq!(own[0]["id"], *claim);
    assert_eq!(own[0]["identity"]["name"], "김하늘");
    // from now on it is theirs alone
    for (path, body) in [
        (format!("{path}/losses"), loss_body()),
        (format!("{path}/evidence"), evidence_body("other", "late")),
        (format!("{path}/submission"), json!({})),
        (
            format!("{path}/papers"),
            paper_body(&paralegal.consent_text("mandate"), true, "김하늘"),
        ),
    ] {
        paralegal.post(&path, body).is(404);
    }
    paralegal.get(&path).is(404);
    // every signature is their own, and says how they were known
    merchant.consent(&claim, "김하늘");
    for statement in statements(&merchant, &claim) {
        assert!(statement.get("paper").is_none() && statement["signed_at"].is_string());
        let known = statement["identification"].as_array().expect("a list");
        assert_eq!(known.len(), 1);
        assert_eq!(known[0]["method"], "slip_code");
    }
    merchant
        .post(&format!("{path}/submission"), json!({}))
        .is(204);
    let done = done(&app, &claim);
    for action in [
        "paralegal claim.enter",
        "paralegal claim.slip",
        "anonymous claim.take",
        "claimant consent.answer",
        "claimant claim.submit",
    ] {
        assert!(done.contains(&action.to_string()), "{action}: {done:?}");
    }
    assert_eq!(mailed(&app), Vec::<String>::new());
    app.database.intact();
}

#[test]
fn whoever_came_in_by_a_slip_chooses_an_address_and_signs_in_with_it() {
    let app = App::start();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let claim = lawyer.entered();
    let merchant = app.anybody().showing(&lawyer.slip(&claim));
    // an address that somebody has hears so, and is not given away
    app.claimant("somebody@example.com");
    let ask = |email: &str| merchant.post("/api/v1/account/address", json!({"email": email}));
    ask("somebody@example.com").is(202);
    ask("merchant@example.com").is(202);
    let mail = app.mail_text("merchant@example.com");
    let code: String = mail
        .split(|c: char| !c.is_ascii_digit())
        .find(|digits| digits.len() == 6)
        .expect("a code")
        .into();
    let confirm = |code: &str| {
        let body = json!({"email": "merchant@example.com", "code": code, "password": PASSWORD});
        merchant.post("/api/v1/account/address/confirmations", body)
    };
    let wrong = if code == "000000" { "111111" } else { "000000" };
    assert_eq!(
        confirm(wrong).is(422).faults(),
        [("code".into(), "registration-code".into())]
    );
    confirm(&code).is(204);
    assert_eq!(
        confirm(&code).is(422).faults().len(),
        1,
        "a code works once"
    );
    let again = app.anybody().sign_in("merchant@example.com", PASSWORD);
    let own = again.get("/api/v1/claims").is(200).json();
    assert_eq!(own[0]["id"], *claim);
    // what is signed now says both, and mails reach them
    again.consent(&claim, "김하늘");
    let signed = statements(&again, &claim);
    let known = signed[0]["identification"].as_array().expect("a list");
    let known: Vec<_> = known.iter().map(|one| &one["method"]).collect();
    assert_eq!(known, ["slip_code", "mail_code"]);
    let path = format!("/api/v1/claims/{claim}");
    again.post(&format!("{path}/submission"), json!({})).is(204);
    app.mailed("merchant@example.com", "접수");
    // there is no other way in any more
    let made = lawyer.post(&format!("{path}/slip"), json!({}));
    assert_eq!(made.is(409).code(), "slip-addressed");
    let twice = merchant.post(
        "/api/v1/account/address",
        json!({"email": "else@example.com"}),
    );
    assert_eq!(twice.is(409).code(), "has-address");
    app.database.intact();
}

#[test]
fn a_code_works_once_and_not_when_it_is_old_replaced_or_made_up() {
    let app = App::with(&[("LIMIT_FACTOR", "1")]);
    let paralegal = app.assigned("paralegal", "paralegal@example.com");
    let claim = paralegal.entered();
    let refused = |code: &str| {
        let faults = show(&app, code).is(422).faults();
        assert_eq!(faults, [("code".into(), "slip-code".into())], "{code}");
    };
    let first = paralegal.slip(&claim);
    let second = paralegal.slip(&claim);
    refused(&first);
    refused("ABCD-EFGH-JKMN");
    refused("내 코드");
    app.sql("UPDATE slip SET expires_at = now() - interval '1 minute'");
    refused(&second);
    let third = paralegal.slip(&claim);
    app.anybody().showing(&third);
    refused(&third);
    // somebody whose hour is over asks for another one; staff still write nothing
    let fourth = paralegal.slip(&claim);
    paralegal.get(&format!("/api/v1/claims/{claim}")).is(404);
    let merchant = app.anybody().showing(&fourth);
    // a claim that was taken back lets nobody in
    let fifth = paralegal.slip(&claim);
    let path = format!("/api/v1/claims/{claim}");
    merchant
        .post(&format!("{path}/withdrawal"), json!({}))
        .is(204);
    refused(&fifth);
    paralegal.post(&format!("{path}/slip"), json!({})).is(409);
    // twenty tries at once are enough for one network
    for _ in 0..20 {
        show(&app, "ABCD-EFGH-JKMN");
    }
    assert_eq!(show(&app, "ABCD-EFGH-JKMN").status, 429);
}

#[test]
fn staff_of_other_cases_and_other_people_see_nothing_of_it() {
    let app = App::start();
    let paralegal = app.assigned("paralegal", "paralegal@example.com");
    let stranger = app.staff("paralegal", "stranger@example.com");
    let merchant = app.claimant("merchant@example.com");
    let claim = paralegal.entered();
    let path = format!("/api/v1/claims/{claim}");
    let paper = paper_body(&paralegal.consent_text("mandate"), true, "김하늘");
    enter(&stranger).is(404);
    enter(&merchant).is(403);
    for caller in [&stranger, &merchant] {
        caller.get(&path).is(404);
        caller.get(&format!("{path}/filing")).is(404);
        caller.post(&format!("{path}/losses"), loss_body()).is(404);
        caller
            .post(&format!("{path}/submission"), json!({}))
            .is(404);
    }
    for (below, body) in [("slip", json!({})), ("papers", paper)] {
        let path = format!("{path}/{below}");
        stranger.post(&path, body.clone()).is(404);
        merchant.post(&path, body).is(403);
    }
    // nor do staff write in what a claimant began
    let draft = merchant.draft();
    let path = format!("/api/v1/claims/{draft}");
    paralegal.get(&path).is(404);
    paralegal
        .post(&format!("{path}/losses"), loss_body())
        .is(404);
    paralegal
        .post(&format!("{path}/submission"), json!({}))
        .is(404);
    paralegal.post(&format!("{path}/slip"), json!({})).is(404);
    paralegal
        .post(&format!("{path}/withdrawal"), json!({}))
        .is(404);
}

#[test]
fn the_list_of_a_case_says_what_was_entered_and_how_far_it_got() {
    let app = App::start();
    let paralegal = app.assigned("paralegal", "paralegal@example.com");
    let (first, second) = (paralegal.entered(), paralegal.entered());
    paralegal.slip(&first);
    let path = format!("/api/v1/cases/{CASE}/staffed-claims");
    let listed = paralegal.get(&path).is(200).json();
    let items = listed["items"].as_array().expect("a list");
    let ids: Vec<_> = items.iter().map(|one| one["claim"].clone()).collect();
    assert_eq!(ids, [json!(second), json!(first)]);
    assert_eq!(items[0]["name"], "김하늘");
    assert!(items[0]["slip_at"].is_null() && items[1]["slip_at"].is_string());
    let page = paralegal.get(&format!("{path}?limit=1")).json();
    assert_eq!(page["items"][0]["claim"], *second);
    let next = page["next"].as_str().expect("another page");
    let page = paralegal
        .get(&format!("{path}?limit=1&after={next}"))
        .json();
    assert_eq!(page["items"][0]["claim"], *first);
    // one that was entered by mistake is taken back
    let withdrawal = format!("/api/v1/claims/{second}/withdrawal");
    paralegal.post(&withdrawal, json!({})).is(204);
    let listed = paralegal.get(&path).json();
    assert_eq!(listed["items"][0]["status"], "withdrawn");
    assert_eq!(listed["items"][0]["name"], Value::Null);
}

#[test]
fn a_company_without_e_mail_signs_on_paper_through_both_representatives() {
    let app = App::start();
    let paralegal = app.assigned("paralegal", "paralegal@example.com");
    let claim = paralegal.entered();
    let path = format!("/api/v1/claims/{claim}");
    let draft = paralegal.get(&path);
    let etag = draft.headers["etag"].clone();
    let mut body = claim_body();
    (body["party"], body["identity"]["name"]) = (json!("corporation"), json!("하늘주식회사"));
    body["identity"]["corporation_number"] = json!("110111-0062432");
    let json = [("content-type", "application/json"), ("if-match", &*etag)];
    let body = body.to_string().into_bytes();
    paralegal.send("PUT", &path, &json, body).is(204);
    for name in ["김대표", "이대표"] {
        let one = json!({"capacity": "representative", "name": name, "office": "대표이사"});
        paralegal.post(&format!("{path}/signatories"), one).is(201);
    }
    let named = paralegal.get(&format!("{path}/signatories")).json();
    let link = format!(
        "/api/v1/signatories/{}/link",
        named[0]["id"].as_str().expect("an id")
    );
    let asked = paralegal.post(&link, json!({}));
    assert_eq!(asked.is(409).code(), "signatory-on-paper");
    let text = paralegal.consent_text("mandate");
    let nobody = paralegal.post(&format!("{path}/papers"), paper_body(&text, true, "김대표"));
    assert_eq!(
        nobody.is(422).faults(),
        [("signatory".into(), "signatory-unknown".into())]
    );
    for (at, name) in ["김대표", "이대표"].into_iter().enumerate() {
        for text in paralegal.consent_texts() {
            let mut paper = paper_body(&text, text["required"] == true, name);
            paper["signatory"] = named[at]["id"].clone();
            paralegal.post(&format!("{path}/papers"), paper).id();
        }
    }
    let missing = missing(&paralegal, &claim);
    assert!(
        missing.iter().all(|field| field.starts_with("evidence")),
        "{missing:?}"
    );
    app.database.intact();
}

#[test]
fn what_is_wrong_with_an_entry_or_a_paper_is_named() {
    let app = App::start();
    let paralegal = app.assigned("paralegal", "paralegal@example.com");
    let cases = format!("/api/v1/cases/{CASE}/staffed-claims");
    let mut typed = staffed_body();
    typed["received_on"] = json!("2999-01-01");
    typed["claim"]["identity"]["phone"] = json!("12");
    assert_eq!(
        paralegal.post(&cases, typed).is(422).faults(),
        [
            ("claim.identity.phone".into(), "phone".into()),
            ("received_on".into(), "date-future".into()),
        ]
    );
    let claim = paralegal.entered();
    let mut paper = paper_body(&paralegal.consent_text("mandate"), true, "김하늘");
    (paper["signed_on"], paper["scan_sha256"]) = (json!("2999-01-01"), json!("5c"));
    let papers = format!("/api/v1/claims/{claim}/papers");
    let faults = paralegal.post(&papers, paper).is(422).faults();
    let fields: Vec<_> = faults.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(fields, ["scan_sha256", "signed_on"]);
    let other = paper_body(&paralegal.consent_text("mandate"), true, "박바다");
    assert_eq!(
        paralegal.post(&papers, other).is(422).faults(),
        [("signed_name".into(), "signed-name".into())]
    );
}
