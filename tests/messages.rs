//! Messages of the firm to the claimants whom a filter reaches: counted, frozen, told by mail and
//! read on the claim.

use serde_json::{Value, json};

use crate::harness::caller::Caller;
use crate::harness::claims::{claim_body, message_body};
use crate::harness::cluster::CASE;
use crate::harness::server::App;

fn path() -> String {
    format!("/api/v1/cases/{CASE}/messages")
}

/// How many claims of that filter, as a query, a message would reach.
fn reach(lawyer: &Caller, query: &str) -> Value {
    lawyer
        .get(&format!("{}/reach{query}", path()))
        .is(200)
        .json()["claims"]
        .clone()
}

fn titles(caller: &Caller, claim: &str) -> Vec<Value> {
    let read = caller.get(&format!("/api/v1/claims/{claim}/messages"));
    let read = read.is(200).json();
    let list = read.as_array().expect("a list").iter();
    list.map(|message| message["title"]["ko"].clone()).collect()
}

/// A submitted claim of somebody in Busan.
fn elsewhere(app: &App, email: &str) -> (Caller, String) {
    let claimant = app.claimant(email);
    let mut body = claim_body();
    body["businesses"][0]["region"] = json!("busan");
    let claim = claimant.draft_of(body, "김하늘");
    claimant
        .post(&format!("/api/v1/claims/{claim}/submission"), json!({}))
        .is(204);
    (claimant, claim)
}

#[test]
fn a_message_reaches_those_who_were_counted_and_nobody_who_comes_later() {
    let app = App::with(&[("PUBLIC_URL", "https://registry.example")]);
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let paralegal = app.assigned("paralegal", "paralegal@example.com");
    let near = app.claimant("near@example.com");
    let claim = near.submitted();
    let (far, away) = elsewhere(&app, "far@example.com");
    let (gone, left) = elsewhere(&app, "gone@example.com");
    gone.post(&format!("/api/v1/claims/{left}/withdrawal"), json!({}))
        .is(204);
    app.claimant("drafting@example.com").draft();

    assert_eq!(reach(&lawyer, ""), 2, "neither drafts nor who has left");
    assert_eq!(reach(&lawyer, "?region=busan"), 1);
    assert_eq!(
        reach(&lawyer, "?status=withdrawn"),
        1,
        "but where it is asked for"
    );
    assert_eq!(reach(&lawyer, "?lacking=bank-book"), 2);
    assert_eq!(reach(&lawyer, "?lacking=service-use"), 0);
    let foreign = lawyer.get(&format!("{}/reach?service=nothing", path()));
    assert_eq!(
        foreign.is(422).faults(),
        [("service".into(), "not-of-case".into())]
    );

    let mut body = message_body();
    body["filter"] = json!({"region": "busan"});
    paralegal.post(&path(), body.clone()).is(403);
    let sent = lawyer.post(&path(), body).is(201).id();
    assert_eq!(titles(&far, &away), ["자료를 더 받습니다"]);
    assert_eq!(titles(&near, &claim), [""; 0]);
    near.get(&format!("/api/v1/claims/{away}/messages")).is(404);
    assert_eq!(
        titles(&paralegal, &away).len(),
        1,
        "staff see who was told what"
    );
    let (later, after) = elsewhere(&app, "later@example.com");
    assert_eq!(titles(&later, &after), [""; 0]);

    let listed = paralegal.get(&path()).is(200).json();
    let shown = &listed["items"][0];
    assert_eq!(
        (&shown["message"]["id"], &shown["members"], &shown["filter"]),
        (&json!(sent), &json!(1), &json!({"region": "busan"}))
    );
    assert_eq!(shown["message"]["by"], "시험 lawyer");
    let mail = app.mailed("far@example.com", "메시지를 보냈습니다");
    assert!(
        mail.contains(&format!("https://registry.example/claims/{away}\n")),
        "{mail}"
    );
    assert!(
        !mail.contains("자료를 더"),
        "who shares the mailbox reads it: {mail}"
    );
    let told = app.mails();
    let about = |to: &str| {
        let of = |mail: &&String| mail.contains(to) && mail.contains("message");
        told.iter().filter(of).count()
    };
    assert_eq!(about("near@example.com"), 0);

    // who, to whom, how many is in the log; the words are not, only what proves them
    app.database.intact();
    let entries = app.lines("SELECT row_text AS line FROM change WHERE action = 'message.send'");
    let entry = entries.first().expect("it is on record");
    assert!(
        entries.len() == 1 && entry.contains(r#"{\"region\":\"busan\"}"#),
        "{entries:?}"
    );
    assert!(
        entry.contains("\"members\": 1") && entry.contains("body_ko") && !entry.contains("장부"),
        "{entry}"
    );
    let case = app.count("SELECT count(*) FROM change c JOIN court_case k ON k.id::text = c.case_id WHERE c.action = 'message.send'");
    assert_eq!(case, 1);
}

#[test]
fn a_message_that_reaches_nobody_or_says_nothing_is_refused() {
    let app = App::start();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let none = lawyer.post(&path(), message_body()).is(409);
    assert_eq!(none.code(), "message-reaches-nobody");
    let mut empty = message_body();
    empty["title"]["en"] = json!("");
    empty["body"]["ko"] = json!("  ");
    empty["filter"] = json!({"industry": "nothing"});
    let refused = lawyer.post(&path(), empty).is(422);
    let fields: Vec<String> = refused
        .faults()
        .into_iter()
        .map(|(field, _)| field)
        .collect();
    assert_eq!(fields, ["body.ko", "title.en"]);
    let mut foreign = message_body();
    foreign["filter"] = json!({"industry": "nothing"});
    let refused = lawyer.post(&path(), foreign).is(422);
    assert_eq!(
        refused.faults(),
        [("filter.industry".into(), "not-of-case".into())]
    );
    let outside = app.staff("lawyer", "outside@example.com");
    outside.post(&path(), message_body()).is(404);
    outside.get(&path()).is(404);
    assert_eq!(app.count("SELECT count(*) FROM message"), 0);
}

#[test]
fn messages_are_listed_as_they_were_sent() {
    let app = App::start();
    app.claimant("merchant@example.com").submitted();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let send = |_| lawyer.post(&path(), message_body()).id();
    let sent: Vec<String> = (0..3).map(send).collect();
    let ids = |query: &str| -> Vec<String> {
        let page = lawyer.get(&format!("{}{query}", path())).is(200).json();
        let items = page["items"].as_array().expect("a list").iter();
        let id = |item: &Value| item["message"]["id"].as_str().expect("an id").to_owned();
        items.map(id).collect()
    };
    assert_eq!(ids(""), [&*sent[2], &*sent[1], &*sent[0]]);
    assert_eq!(ids(&format!("?after={}&limit=1", sent[2])), [&*sent[1]]);
    let unknown = "01a20848-2cc7-76fd-a102-600afcad4f7a";
    let refused = lawyer.get(&format!("{}?after={unknown}", path())).is(422);
    assert_eq!(refused.faults(), [("after".into(), "cursor".into())]);
}

#[test]
fn who_is_erased_is_not_written_to_and_the_list_of_whom_it_reached_still_holds() {
    let app = App::start();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let (kept, claim) = elsewhere(&app, "kept@example.com");
    let (leaving, other) = elsewhere(&app, "leaving@example.com");
    lawyer.post(&path(), message_body()).id();
    leaving.delete(&format!("/api/v1/claims/{other}")).is(200);
    leaving
        .get(&format!("/api/v1/claims/{other}/messages"))
        .is(404);
    assert_eq!(reach(&lawyer, ""), 1);
    lawyer.post(&path(), message_body()).id();
    assert_eq!(titles(&kept, &claim).len(), 2);
    let reached = app.lines("SELECT members::text AS line FROM message ORDER BY seq");
    assert_eq!(reached, ["2", "1"]);
    app.database.intact();
}
