//! Another shop is another business and no other claim; another party is another claim, also in the
//! same account.

use serde_json::{Value, json};

use crate::harness::caller::{Answer, Caller};
use crate::harness::claims::{claim_body, loss_body};
use crate::harness::cluster::CASE;
use crate::harness::server::App;

fn put(caller: &Caller, claim: &str, body: Value) -> Answer {
    let path = format!("/api/v1/claims/{claim}");
    let etag = caller.get(&path).headers["etag"].clone();
    caller.json("PUT", &path, &[("if-match", &etag)], body)
}

fn seen(caller: &Caller, claim: &str) -> Value {
    caller.get(&format!("/api/v1/claims/{claim}")).json()
}

/// The body of a claim with a second shop, in Jeju.
fn two_shops(businesses: &Value) -> Value {
    let mut body = claim_body();
    body["businesses"] = json!([
        businesses[0],
        {"name": "하늘네일 2호점", "number": "220-81-62517", "region": "jeju", "industry": "cafe"}
    ]);
    body
}

fn fault(field: &str, code: &str) -> Vec<(String, String)> {
    vec![(field.into(), code.into())]
}

/// A nail shop opens a cafe, says what each lost, and hands both in with one claim.
#[test]
fn two_shops_are_one_claim() {
    let app = App::start();
    let merchant = app.claimant("merchant@example.com");
    let claim = merchant.draft();
    let first = seen(&merchant, &claim)["businesses"].clone();
    put(&merchant, &claim, two_shops(&first)).is(204);
    let both = seen(&merchant, &claim)["businesses"].clone();
    assert_eq!(both[0], first[0], "the first one is the same as before");
    // now each loss says whose it was
    let submission = format!("/api/v1/claims/{claim}/submission");
    assert_eq!(
        merchant.post(&submission, json!({})).faults(),
        fault("losses[0].business", "business-of-loss")
    );
    let loss = merchant.get(&format!("/api/v1/claims/{claim}/losses"));
    let loss = loss.json()[0]["id"].as_str().expect("an id").to_owned();
    let replace = |business: &Value| {
        let mut body = loss_body();
        body["business"] = business.clone();
        merchant.post(&format!("/api/v1/losses/{loss}/replacements"), body)
    };
    let other = app.claimant("other@example.com");
    let foreign = seen(&other, &other.draft())["businesses"][0]["id"].clone();
    assert_eq!(
        replace(&foreign).faults(),
        fault("business", "business-unknown")
    );
    replace(&both[1]["id"]).id();
    // a business whose loss is stated stays
    let mut alone = claim_body();
    alone["businesses"] = json!([both[0]]);
    let refused = put(&merchant, &claim, alone);
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (409, "business-has-loss")
    );
    assert_eq!(
        seen(&merchant, &claim)["businesses"],
        both,
        "nothing is half done"
    );
    merchant.post(&submission, json!({})).is(204);

    // staff find it in both places, and read names and numbers only for a reason
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let found = |query: &str| {
        let list = lawyer.get(&format!("/api/v1/cases/{CASE}/claims?{query}"));
        list.json()["items"].as_array().map(Vec::len)
    };
    let places = [
        "region=seoul",
        "region=jeju",
        "industry=cafe",
        "region=busan",
    ];
    assert_eq!(places.map(found), [Some(1), Some(1), Some(1), Some(0)]);
    let closed = &seen(&lawyer, &claim)["businesses"][1];
    assert_eq!(
        (&closed["region"], &closed["name"], &closed["number"]),
        (&json!("jeju"), &Value::Null, &Value::Null)
    );
    let asked = json!({"reason": "두 번째 가게의 번호로 찾습니다", "search": {"field": "business_number", "value": "2208162517"}});
    let disclosure = lawyer
        .post(&format!("/api/v1/cases/{CASE}/disclosures"), asked)
        .id();
    let opened = lawyer.get(&format!("/api/v1/disclosures/{disclosure}/claims"));
    let opened = opened.is(200).json()["items"][0].clone();
    assert_eq!(opened["businesses"], both);
    assert_eq!(opened["losses"][0]["business"], both[1]["id"]);
    app.database.intact();
}

/// A mother brings her own claim and one for her child, in one account.
#[test]
fn an_account_brings_a_claim_for_each_party_and_one_for_each() {
    let app = App::start();
    let mother = app.claimant("mother@example.com");
    let join = |body: Value| mother.post(&format!("/api/v1/cases/{CASE}/claims"), body);
    let own = join(claim_body()).id();
    assert_eq!(join(claim_body()).code(), "already-joined");
    // whoever does not know yet for whom begins one, and not two
    let unnamed = || join(json!({"party": "minor"}));
    let childs = unnamed().id();
    assert_eq!(unnamed().code(), "already-joined");
    let mut child = claim_body();
    child["party"] = json!("minor");
    assert_eq!(
        put(&mother, &childs, child.clone()).code(),
        "already-joined",
        "by name and birth date it is her own"
    );
    child["identity"]["name"] = json!("박하늘");
    child["identity"]["birth_date"] = json!("2012-03-04");
    put(&mother, &childs, child.clone()).is(204);
    assert_eq!(join(child.clone()).code(), "already-joined");
    // once the child's was withdrawn, it can be brought anew
    let withdrawal = format!("/api/v1/claims/{childs}/withdrawal");
    mother.post(&withdrawal, json!({})).is(204);
    let again = join(child).id();
    let live: Vec<String> = [&own, &again]
        .map(|claim| seen(&mother, claim)["status"].to_string())
        .into();
    assert_eq!(live, ["\"draft\"", "\"draft\""]);
    // somebody of the same name in another account is not told of them
    let namesake = app.claimant("namesake@example.com");
    namesake
        .post(&format!("/api/v1/cases/{CASE}/claims"), claim_body())
        .id();
    app.database.intact();
}

/// Who claims distress alone, and no business is touched, names none.
#[test]
fn a_person_without_a_business_names_none() {
    let app = App::start();
    let person = app.claimant("person@example.com");
    let mut body = claim_body();
    body["businesses"] = json!([]);
    let claim = person.draft_of(body, "김하늘");
    let submission = format!("/api/v1/claims/{claim}/submission");
    assert_eq!(
        person.post(&submission, json!({})).faults(),
        fault("businesses", "business-missing"),
        "sales are lost by a business"
    );
    let loss = person.get(&format!("/api/v1/claims/{claim}/losses"));
    let loss = loss.json()[0]["id"].as_str().expect("an id").to_owned();
    let mut distress = loss_body();
    distress["kind"] = json!("distress");
    person
        .post(&format!("/api/v1/losses/{loss}/replacements"), distress)
        .id();
    person.post(&submission, json!({})).is(204);
}
