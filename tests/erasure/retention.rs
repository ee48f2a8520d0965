//! Holds keep a claim, and what ended long ago is erased by itself.

use serde_json::json;

use crate::erasure::{beyond, gone, hold, one, statistics, traces};
use crate::harness::caller::Caller;
use crate::harness::cluster::CASE;
use crate::harness::server::App;

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
    for (refused, reason) in [
        (claimant.delete(&own), "법원의 자료 보존"),
        (claimant.erase_account(), "법원의 자료 보존"),
    ] {
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
    lawyer.delete(&of_claim).is(204);
    assert_eq!(lawyer.delete(&of_claim).status, 404, "released once");
    assert!(
        claimant.delete(&own).text().contains("사건 전체의 증거"),
        "the case is still held"
    );
    app.database.cli_ok(&["hold", "release", CASE]);
    let before = traces(&app, &claim, None);
    claimant.delete(&own).is(200);
    gone(&app, &before);
    lawyer
        .put(&of_claim, json!({"reason": "너무 늦은 보존 명령입니다"}))
        .is(404);
    app.database.intact();
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
        caller
            .post(&format!("/api/v1/claims/{claim}/withdrawal"), json!({}))
            .is(204);
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
