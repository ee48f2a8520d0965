//! Who signs for a party that does not sign itself: directors, parents, heirs; and how staff put on
//! record who they are.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::harness::browser::Browser;
use crate::harness::caller::Caller;
use crate::harness::claims::{answer_body, claim_body, evidence_body, loss_body, powers};
use crate::harness::cluster::CASE;
use crate::harness::eventually;
use crate::harness::server::App;

/// A draft of that party with everything but signatures.
pub fn draft(caller: &Caller, party: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut body = claim_body();
    body["party"] = json!(party);
    change(&mut body);
    let claim = caller
        .post(&format!("/api/v1/cases/{CASE}/claims"), body)
        .id();
    let path = format!("/api/v1/claims/{claim}");
    caller.post(&format!("{path}/losses"), loss_body()).id();
    for kind in ["service-use", "sales-loss"] {
        let file = evidence_body(kind, &format!("{claim} {kind}"));
        caller.post(&format!("{path}/evidence"), file).id();
    }
    claim
}

fn name(caller: &Caller, claim: &str, signatory: Value) -> crate::harness::caller::Answer {
    caller.post(&format!("/api/v1/claims/{claim}/signatories"), signatory)
}

/// Ids of those who sign for the claim, in order.
pub fn named(caller: &Caller, claim: &str) -> Vec<String> {
    let listed = caller.get(&format!("/api/v1/claims/{claim}/signatories"));
    let listed = listed.json();
    let listed = listed.as_array().expect("a list").iter();
    listed
        .map(|one| one["id"].as_str().expect("an id").to_string())
        .collect()
}

fn missing(caller: &Caller, claim: &str) -> Vec<(String, String)> {
    let missing = caller.get(&format!("/api/v1/claims/{claim}/missing"));
    let said = |fault: &Value, key: &str| fault[key].as_str().expect("a text").to_string();
    let missing = missing.json();
    let missing = missing.as_array().expect("a list").iter();
    missing
        .map(|fault| (said(fault, "field"), said(fault, "code")))
        .collect()
}

fn fault(field: &str, code: &str) -> (String, String) {
    (field.into(), code.into())
}

/// Sends the link of a signatory, who answers every item by it under that name.
pub fn sign_by_link(app: &App, owner: &Caller, signatory: &str, email: &str, name: &str) {
    owner.ask_to_sign(signatory);
    let token = app.mailed_token(email);
    let anybody = app.anybody();
    for text in anybody.consent_texts() {
        let answer = answer_body(&text, text["required"] == true, name);
        let path = format!("/api/v1/signatures/{token}/consents");
        anybody.json("POST", &path, &[], answer).is(204);
    }
}

/// What each signed statement of a claim says of who signed.
fn signed(caller: &Caller, claim: &str) -> Vec<Value> {
    let answers = caller.get(&format!("/api/v1/claims/{claim}/consents"));
    let answers = answers.json();
    let statements = answers.as_array().expect("a list").iter();
    statements
        .map(|answer| answer["statement"].as_str().expect("the owner's to see"))
        .map(|statement| serde_json::from_str(statement).expect("JSON"))
        .collect()
}

#[test]
fn a_corporations_director_signs_for_it_with_office_and_paper() {
    let app = App::start();
    let director = app.claimant("director@example.com");
    let claim = draft(&director, "corporation", |body| {
        body["identity"]["name"] = json!("주식회사 하늘교육");
        body["identity"]["corporation_number"] = json!("110111-0062432");
    });
    let path = format!("/api/v1/claims/{claim}");
    let lacks = missing(&director, &claim);
    assert!(lacks.contains(&fault("signatories", "signatories-corporation")));
    assert!(lacks.contains(&fault("evidence.representation", "evidence-missing")));
    // nobody signs under the name of the corporation
    let text = director.consent_text("participation");
    let alone = director.post(
        &format!("{path}/consents"),
        answer_body(&text, true, "주식회사 하늘교육"),
    );
    assert_eq!(alone.code(), "signatory-none-here");
    // a director has an office, and signs as nobody's parent
    let faults = name(
        &director,
        &claim,
        json!({"capacity": "parent", "name": "김하늘", "own": true}),
    );
    assert_eq!(faults.faults(), [fault("capacity", "capacity-party")]);
    let faults = name(
        &director,
        &claim,
        json!({"capacity": "representative", "name": "김하늘", "own": true}),
    );
    assert_eq!(faults.faults(), [fault("office", "missing")]);
    let ceo =
        json!({"capacity": "representative", "name": "김하늘", "office": "대표이사", "own": true});
    name(&director, &claim, ceo.clone()).is(201);
    assert_eq!(name(&director, &claim, ceo).code(), "signatory-own");
    let stranger = director.post(
        &format!("{path}/consents"),
        answer_body(&text, true, "주식회사 하늘교육"),
    );
    assert_eq!(stranger.faults(), [fault("signed_name", "signed-name")]);
    director.consent(&claim, "김하늘");
    let paper = evidence_body("representation", "certificate of registration");
    director.post(&format!("{path}/evidence"), paper).id();
    assert_eq!(missing(&director, &claim), []);
    for statement in signed(&director, &claim) {
        assert_eq!(
            statement["party"],
            json!({"kind": "corporation", "name": "주식회사 하늘교육"})
        );
        assert_eq!(statement["signatory"]["capacity"], "representative");
        assert_eq!(statement["signatory"]["office"], "대표이사");
        assert_eq!(statement["signed_name"], "김하늘");
        assert_eq!(statement["identification"][0]["method"], "mail_code");
    }
    director
        .post(&format!("{path}/submission"), json!({}))
        .is(204);
    // once it is handed in, nobody is put in another's place
    let sole = named(&director, &claim).remove(0);
    let removed = director.delete(&format!("/api/v1/signatories/{sole}"));
    assert_eq!(removed.code(), "status");
    // the firm sees the capacity, and no name
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let seen = lawyer.get(&format!("{path}/signatories")).text();
    assert!(
        seen.contains("representative") && !seen.contains("김하늘") && !seen.contains("대표이사")
    );
    app.database.intact();
}

#[test]
fn mother_and_father_sign_for_their_child_from_one_account_and_two_phones() {
    let app = App::start();
    let mother = app.claimant("mother@example.com");
    let claim = draft(&mother, "minor", |body| {
        body["identity"]["name"] = json!("이어린");
        body["identity"]["birth_date"] = json!("2012-03-04");
    });
    let path = format!("/api/v1/claims/{claim}");
    let paper = evidence_body("representation", "certificate of family relations");
    mother.post(&format!("{path}/evidence"), paper).id();
    let here = json!({"capacity": "parent", "name": "박엄마", "own": true});
    name(&mother, &claim, here).is(201);
    // one of two parents is not enough
    let lacks = missing(&mother, &claim);
    assert!(lacks.contains(&fault("signatories", "signatories-minor")));
    let father = |email: &str| json!({"capacity": "parent", "name": "이아빠", "email": email});
    // a mailbox that she reads herself shows nothing of him
    let shared = name(&mother, &claim, father("mother@example.com"));
    assert_eq!(shared.faults(), [fault("email", "email-shared")]);
    let nowhere = json!({"capacity": "parent", "name": "이아빠"});
    let faults = name(&mother, &claim, nowhere).faults();
    assert_eq!(faults, [fault("email", "missing")]);
    name(&mother, &claim, father("father@example.com")).is(201);
    mother.consent(&claim, "박엄마");
    assert_eq!(
        missing(&mother, &claim),
        [fault("signatories[1]", "signature-waiting")]
    );
    let submission = format!("{path}/submission");
    mother.post(&submission, json!({})).is(422);

    let second = named(&mother, &claim).remove(1);
    let link = format!("/api/v1/signatories/{second}/link");
    mother.post(&link, json!({})).is(204);
    assert_eq!(
        mother.post(&link, json!({})).status,
        429,
        "a mail is on its way"
    );
    let token = app.mailed_token("father@example.com");
    // on his phone, without an account
    let phone = Browser::at(&app.url);
    let page = phone.open(&format!("/signatures/{token}")).is(200);
    page.says("이어린").says("이아빠").says("1,200,000");
    for text in mother.consent_texts() {
        let item = text["item"].as_str().expect("a code");
        let page = phone.open(&format!("/signatures/{token}/{item}")).is(200);
        page.says_not(" checked");
        let agreed = text["required"] == true;
        let mut form = page
            .only_form()
            .with("agreed", if agreed { "yes" } else { "no" });
        if text["kind"] == "mandate" {
            for (power, given) in powers().as_object().expect("powers") {
                let answer = if *given == json!(true) { "yes" } else { "no" };
                form = form.with(&format!("powers.{power}"), answer);
            }
            // she cannot sign in his place
            let hers = form.clone().with("signed_name", "박엄마");
            phone.send(&hers).is(422).says("href=\"#signed_name\"");
        }
        phone.send(&form.with("signed_name", "이아빠")).is(200);
    }
    assert_eq!(missing(&mother, &claim), []);
    mother.post(&submission, json!({})).is(204);
    let statements = signed(&mother, &claim);
    for parent in ["박엄마", "이아빠"] {
        let of_parent = statements.iter().filter(|it| it["signed_name"] == parent);
        assert_eq!(of_parent.clone().count(), 8, "{parent}");
        for statement in of_parent {
            assert_eq!(statement["party"]["name"], "이어린");
            assert_eq!(statement["signatory"]["capacity"], "parent");
            assert_eq!(statement["identification"][0]["method"], "mail_code");
        }
    }
    // whoever has the tables, or a copy of them, cannot sign in his place
    assert!(!app.rows().contains(&token));
    // where he was when he signed is his: his receipt for her proves the rest
    app.published(app.database.intact());
    let receipts = mother.get(&format!("{path}/receipts")).json();
    let mut receipts = receipts.as_array().expect("a list").iter();
    let his = receipts.find(|one| one["signatory"]["id"] == json!(second));
    let his = &his.expect("his signatures are listed")["id"];
    let receipt = mother.get(&format!("{path}/receipts/{his}")).is(200);
    let (file, vkey) = (app.database.beside("his"), mother.vkey().to_string());
    std::fs::write(&file, &receipt.bytes).expect("writable");
    let verify = ["verify", "receipt", &file, "--vkey", &vkey, "--json"];
    let proven: Value = serde_json::from_str(&app.database.cli_ok(&verify)).expect("JSON");
    let shown = proven["fields"].as_object().expect("fields");
    assert_eq!(shown.keys().collect::<Vec<_>>(), ["statement"]);
    // a link that somebody made up opens nothing
    phone.open("/signatures/0000").is(404);
    app.anybody().get("/api/v1/signatures/0000").is(404);
    app.database.intact();
}

#[test]
fn what_the_firm_needs_is_given_by_everybody_who_signs_or_by_nobody() {
    let app = App::start();
    let owner = app.claimant("owner@example.com");
    let claim = draft(&owner, "ward", |_| ());
    let path = format!("/api/v1/claims/{claim}");
    let paper = evidence_body("representation", "certificate of guardianship");
    owner.post(&format!("{path}/evidence"), paper).id();
    let here = json!({"capacity": "guardian", "name": "김하늘", "own": true});
    name(&owner, &claim, here).is(201);
    let second = json!({"capacity": "guardian", "name": "최후견", "email": "guardian@example.com"});
    name(&owner, &claim, second).is(201);
    owner.consent(&claim, "김하늘");
    let second = named(&owner, &claim).remove(1);
    sign_by_link(&app, &owner, &second, "guardian@example.com", "최후견");
    assert_eq!(missing(&owner, &claim), []);
    let given = |power: &str| {
        let powers = owner.get(&format!("{path}/powers")).json();
        let mut powers = powers.as_array().expect("a list").iter();
        let power = powers.find(|one| one["power"] == power);
        power.expect("one of nine")["granted"] == true
    };
    assert!(given("settlement"));
    // the other guardian signs the mandate anew, and keeps settlement back
    app.sql("UPDATE signatory SET asked_at = asked_at - interval '1 hour'");
    owner.ask_to_sign(&second);
    let token = app.mailed_token("guardian@example.com");
    let mut answer = answer_body(&owner.consent_text("mandate"), true, "최후견");
    answer["powers"]["settlement"] = json!(false);
    let link = format!("/api/v1/signatures/{token}/consents");
    app.anybody().json("POST", &link, &[], answer).is(204);
    assert!(!given("settlement"), "counsel has what both give");
    assert_eq!(
        missing(&owner, &claim),
        [fault("signatories[1]", "signatory-power-needed")]
    );
    app.database.intact();
}

#[test]
fn an_older_link_is_void_and_whoever_was_taken_off_signs_no_longer() {
    let app = App::start();
    let owner = app.claimant("owner@example.com");
    let claim = draft(&owner, "ward", |_| ());
    let guardian =
        json!({"capacity": "guardian", "name": "최후견", "email": "guardian@example.com"});
    name(&owner, &claim, guardian).is(201);
    let signatory = named(&owner, &claim).remove(0);
    let ask = || {
        app.sql("UPDATE signatory SET asked_at = asked_at - interval '1 hour'");
        let path = format!("/api/v1/signatories/{signatory}/link");
        owner.post(&path, json!({})).is(204);
        app.mailed_token("guardian@example.com")
    };
    let (first, second) = (ask(), ask());
    let opens = |token: &str| {
        app.anybody()
            .get(&format!("/api/v1/signatures/{token}"))
            .status
    };
    assert_eq!((opens(&first), opens(&second)), (404, 200));
    let another = app.claimant("another@example.com");
    another
        .delete(&format!("/api/v1/signatories/{signatory}"))
        .is(404);
    owner
        .delete(&format!("/api/v1/signatories/{signatory}"))
        .is(204);
    assert_eq!(opens(&second), 404);
    assert!(named(&owner, &claim).is_empty());
}

#[test]
fn heirs_sign_each_for_a_share_and_nobody_in_the_account() {
    let app = App::start();
    let helper = app.claimant("helper@example.com");
    let claim = draft(&helper, "estate", |body| {
        body["identity"]["birth_date"] = Value::Null;
    });
    let path = format!("/api/v1/claims/{claim}");
    let paper = evidence_body("representation", "certificate of family relations");
    helper.post(&format!("{path}/evidence"), paper).id();
    let heir = |who: &str, share: &str| {
        let email = format!("{}@example.com", share.replace('/', "-"));
        json!({"capacity": "heir", "name": who, "share": share, "email": email})
    };
    let faults = name(&helper, &claim, heir("김첫째", "세 번째")).faults();
    assert!(faults.contains(&fault("share", "share")), "{faults:?}");
    name(&helper, &claim, heir("김첫째", "3/5")).is(201);
    name(&helper, &claim, heir("김둘째", "1/2")).is(201);
    // more than there is
    let lacks = missing(&helper, &claim);
    assert!(lacks.contains(&fault("signatories", "signatories-estate")));
    let second = named(&helper, &claim).remove(1);
    helper
        .delete(&format!("/api/v1/signatories/{second}"))
        .is(204);
    name(&helper, &claim, heir("김둘째", "2/5")).is(201);
    let heirs = named(&helper, &claim);
    sign_by_link(&app, &helper, &heirs[0], "3-5@example.com", "김첫째");
    assert_eq!(
        missing(&helper, &claim),
        [fault("signatories[1]", "signature-waiting")]
    );
    sign_by_link(&app, &helper, &heirs[1], "2-5@example.com", "김둘째");
    assert_eq!(missing(&helper, &claim), []);
    helper
        .post(&format!("{path}/submission"), json!({}))
        .is(204);
    app.database.intact();
}

#[test]
fn staff_put_an_identification_on_record_and_the_claimant_objects() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.submitted();
    // this case wants more than a mailbox
    app.sql("UPDATE court_case SET identification = '{call+mail_code}'");
    let lacking = [fault("identification", "identification-lacking")];
    assert_eq!(missing(&claimant, &claim), lacking);
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let path = format!("/api/v1/claims/{claim}/identifications");
    let called = json!({"method": "call", "identified_on": "2026-11-20", "detail": "02-123-4567로 14시 20분에 전화하여 생년월일과 주소를 확인"});
    for (change, field, code) in [
        (("method", json!("mail_code")), "method", "method-registry"),
        (
            ("identified_on", json!("2999-01-01")),
            "identified_on",
            "date-future",
        ),
        (
            ("detail", json!("900101-1234568")),
            "detail",
            "resident-number",
        ),
        (
            ("signatory", json!(claim)),
            "signatory",
            "signatory-unknown",
        ),
    ] {
        let mut wrong = called.clone();
        wrong[change.0] = change.1;
        assert_eq!(lawyer.post(&path, wrong).faults(), [fault(field, code)]);
    }
    lawyer.post(&path, called).is(201);
    let again = [fault("identification", "reaffirmation-lacking")];
    assert_eq!(missing(&claimant, &claim), again);
    let reaffirmations = format!("/api/v1/claims/{claim}/reaffirmations");
    let signed = json!({"signed_name": "김하늘"});
    claimant.post(&reaffirmations, signed).is(201);
    assert_eq!(missing(&claimant, &claim), []);
    app.mailed("merchant@example.com", "본인 확인 기록");
    let seen = claimant.get(&path).json();
    let (by_mail, by_call) = (&seen[0], &seen[1]);
    assert_eq!(by_mail["method"], "mail_code");
    assert!(
        by_call["detail"]
            .as_str()
            .is_some_and(|it| it.contains("02-123-4567"))
    );
    assert!(by_call["by"].is_string());
    assert!(lawyer.get(&path).json()[1]["detail"].is_null());

    let id = by_call["id"].as_str().expect("an id");
    let objection = format!("/api/v1/identifications/{id}/objection");
    app.claimant("another@example.com")
        .post(&objection, json!({}))
        .is(404);
    claimant.post(&objection, json!({})).is(204);
    assert_eq!(
        claimant.post(&objection, json!({})).code(),
        "identification-stands"
    );
    assert_eq!(missing(&claimant, &claim), lacking);
    // what the registry saw itself stands
    let mail = by_mail["id"].as_str().expect("an id");
    let objection = format!("/api/v1/identifications/{mail}/objection");
    assert_eq!(
        claimant.post(&objection, json!({})).code(),
        "identification-stands"
    );
    app.database.intact();
}

#[test]
fn who_was_identified_after_signing_says_again_that_they_still_want_it() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.submitted();
    app.sql("UPDATE court_case SET identification = '{office}'");
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let path = format!("/api/v1/claims/{claim}");
    let seen = json!({"method": "office", "identified_on": "2026-11-20", "detail": "사무소에서 신분증을 보았습니다"});
    lawyer
        .post(&format!("{path}/identifications"), seen)
        .is(201);
    // who was seen on that day is not bound to a mandate that was signed before it
    let lacking = [fault("identification", "reaffirmation-lacking")];
    assert_eq!(missing(&claimant, &claim), lacking);
    let again = format!("{path}/reaffirmations");
    let named = |name: &str| json!({"signed_name": name});
    assert_eq!(
        claimant.post(&again, named("박바다")).faults(),
        [fault("signed_name", "signed-name")]
    );
    let silent = |since: &str| {
        let table = format!("/staff/cases/{CASE}/claims?silent_since={since}");
        let page = app.at_desk("paralegal").open(&table).is(200);
        page.html.contains(&claim)
    };
    assert!(silent("2026-01-01"), "who says nothing is listed");
    let browser = Browser::at(&app.url);
    browser.sign_in("merchant@example.com", crate::harness::caller::PASSWORD);
    let page = browser
        .open(&format!("/claims/{claim}/reaffirmation"))
        .is(200);
    let form = page.form(&format!("/claims/{claim}/reaffirmation"));
    browser
        .send(&form.with("signed_name", "김 하늘"))
        .is(200)
        .says("다시 서명하신 때");
    assert_eq!(missing(&claimant, &claim), []);

    let made = claimant.get(&again).json();
    let statement = made[0]["statement"].as_str().expect("the owner's to see");
    let statement: Value = serde_json::from_str(statement).expect("JSON");
    let methods = statement["identification"].as_array().expect("a list");
    assert!(methods.iter().any(|one| one["method"] == "office"));
    let reaffirms = statement["reaffirms"].as_array().expect("a list");
    assert_eq!(reaffirms.len(), 6, "every agreement in force");
    let answers = claimant.get(&format!("{path}/consents")).json();
    for one in reaffirms {
        let answer = answers.as_array().expect("a list").iter();
        let mut answer = answer.filter(|answer| answer["id"] == one["consent"]);
        let signed = answer.next().expect("it is there")["statement"].clone();
        let digest = hex::encode(Sha256::digest(signed.as_str().expect("a text")));
        assert_eq!(one["statement_sha256"], json!(digest));
    }
    assert!(lawyer.get(&again).json()[0]["statement"].is_null());
    // and it has a receipt that says so without the registry
    let receipts = format!("{path}/receipts");
    let listed = claimant.get(&receipts).json();
    let mut listed = listed.as_array().expect("a list").iter();
    let receipt = listed.find(|one| one["table"] == "reaffirmation");
    let receipt = format!("{receipts}/{}", receipt.expect("it has one")["id"]);
    let file = eventually(|| Some(claimant.get(&receipt)).filter(|answer| answer.status == 200));
    let (name, vkey) = (
        app.database.beside("again.tlog-proof"),
        claimant.vkey().to_string(),
    );
    std::fs::write(&name, &file.bytes).expect("writable");
    let said = app.database.cli_ok(&[
        "verify",
        "receipt",
        &name,
        "--vkey",
        &vkey,
        "--language",
        "en",
    ]);
    assert!(
        said.contains("what was signed before still holds"),
        "{said}"
    );
    app.claimant("another@example.com")
        .post(&again, named("김하늘"))
        .is(404);
    app.database.intact();
}
