//! The figures of a case: what is counted and summed, what is too small to be shown, and that
//! nobody is in it.

use serde_json::{Value, json};

use crate::harness::caller::Caller;
use crate::harness::claims::{claim_body, evidence_body, loss_body, received_body};
use crate::harness::cluster::CASE;
use crate::harness::server::App;

/// Files a claim with these losses and hands it in.
fn joins(
    claimant: &Caller,
    region: &str,
    industry: &str,
    services: &[&str],
    losses: &[(&str, u64)],
) -> String {
    let mut body = claim_body();
    body["businesses"][0]["region"] = json!(region);
    body["businesses"][0]["industry"] = json!(industry);
    body["services"] = services
        .iter()
        .map(|service| json!({"service": service, "paid": true}))
        .collect();
    let claim = claimant
        .post(&format!("/api/v1/cases/{CASE}/claims"), body)
        .id();
    for (kind, amount) in losses {
        let mut loss = match *kind {
            "compensation_received" => received_body(),
            _ => loss_body(),
        };
        loss["kind"] = json!(kind);
        loss["amount_krw"] = json!(amount);
        claimant
            .post(&format!("/api/v1/claims/{claim}/losses"), loss)
            .id();
    }
    for kind in ["service-use", "sales-loss"] {
        claimant
            .post(
                &format!("/api/v1/claims/{claim}/evidence"),
                evidence_body(kind, &format!("{claim} {kind}")),
            )
            .id();
    }
    claimant.consent(&claim, "김하늘");
    claimant
        .post(&format!("/api/v1/claims/{claim}/submission"), json!({}))
        .is(204);
    claim
}

fn group(name: &str, claims: u64, total_krw: u64) -> Value {
    json!({"name": name, "claims": claims, "total_krw": total_krw, "hidden": false})
}

fn hidden(name: &str) -> Value {
    json!({"name": name, "claims": 0, "total_krw": 0, "hidden": true})
}

#[test]
fn an_auditor_sees_what_was_counted_and_summed_no_small_group_and_nobody() {
    let app = App::start();
    let mut early = Vec::new();
    for n in 0..5 {
        let losses = [
            ("sales", 100_000 * (n + 1)),
            ("compensation_received", 10_000),
        ];
        let first = app.claimant(&format!("early-{n}@example.com"));
        let claim = joins(
            &first,
            "seoul",
            "nail-hair",
            &["talk-channel", "alimtalk"],
            &losses,
        );
        early.push((first, claim));
        let region = if n < 3 { "busan" } else { "daegu" };
        joins(
            &app.claimant(&format!("merchant-{n}@example.com")),
            region,
            "cafe",
            &["talk-channel"],
            &[("sales", 400_000), ("refunds", 600_000)],
        );
    }
    app.claimant("undecided@example.com").draft();
    // the second before midnight in Korea, and midnight
    app.sql(
        "UPDATE claim SET submitted_at =
             CASE industries[1] WHEN 'nail-hair' THEN timestamptz '2026-01-05T14:59:59Z' ELSE timestamptz '2026-01-05T15:00:00Z' END
         WHERE number IS NOT NULL",
    );
    let expected = json!({
        "claims": 10,
        "total_krw": 6_450_000,
        "left_out": 0,
        "by_status": [{"name": "submitted", "claims": 10}],
        "by_service": [group("alimtalk", 5, 1_450_000), group("talk-channel", 10, 6_450_000)],
        "by_industry": [group("cafe", 5, 5_000_000), group("nail-hair", 5, 1_450_000)],
        "by_region": [hidden("busan"), hidden("daegu"), group("seoul", 5, 1_450_000)],
        "by_day": [group("2026-01-05", 5, 1_450_000), group("2026-01-06", 5, 5_000_000)],
    });
    for role in ["auditor", "lawyer"] {
        let seen = app
            .assigned(role, &format!("{role}@example.com"))
            .get(&format!("/api/v1/cases/{CASE}/statistics"));
        assert_eq!(seen.json(), expected, "{role}");
    }
    // they leave: four of them are not seen to go, and with the fifth all are gone
    let auditor = app.assigned("auditor", "second@example.com");
    let figures = || {
        let seen = auditor.get(&format!("/api/v1/cases/{CASE}/statistics"));
        seen.json()
    };
    for (n, (first, claim)) in early.iter().enumerate() {
        let still = figures();
        assert_eq!(
            (&still["claims"], &still["total_krw"], &still["by_region"]),
            (
                &expected["claims"],
                &expected["total_krw"],
                &expected["by_region"]
            ),
            "after {n}"
        );
        first
            .post(&format!("/api/v1/claims/{claim}/withdrawal"), json!({}))
            .is(204);
    }
    let left = json!({
        "claims": 5,
        "total_krw": 5_000_000,
        "left_out": 0,
        "by_status": [{"name": "submitted", "claims": 5}, {"name": "withdrawn", "claims": 5}],
        "by_service": [group("talk-channel", 5, 5_000_000)],
        "by_industry": [group("cafe", 5, 5_000_000)],
        "by_region": [hidden("busan"), hidden("daegu")],
        "by_day": [group("2026-01-06", 5, 5_000_000)],
    });
    assert_eq!(figures(), left);
    // what is erased left as well
    early[0]
        .0
        .delete(&format!("/api/v1/claims/{}", early[0].1))
        .is(200);
    assert_eq!(figures(), left);
}

#[test]
fn one_more_claim_or_decision_moves_no_figure() {
    let app = App::start();
    let claims: Vec<String> = (0..5)
        .map(|n| {
            let claimant = app.claimant(&format!("merchant-{n}@example.com"));
            let losses = [("sales", 100_000)];
            joins(&claimant, "seoul", "cafe", &["talk-channel"], &losses)
        })
        .collect();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let auditor = app.assigned("auditor", "auditor@example.com");
    let figures = || {
        auditor
            .get(&format!("/api/v1/cases/{CASE}/statistics"))
            .json()
    };
    let before = figures();
    assert_eq!(
        (&before["claims"], &before["total_krw"]),
        (&json!(5), &json!(500_000))
    );
    let sixth = app.claimant("sixth@example.com");
    joins(
        &sixth,
        "jeju",
        "nail-hair",
        &["alimtalk"],
        &[("sales", 7_654_321)],
    );
    assert_eq!(figures(), before, "a submission shows in nothing by itself");
    lawyer
        .post(
            &format!("/api/v1/claims/{}/reviews", claims[0]),
            json!({"decision": "start"}),
        )
        .is(201);
    let statuses = figures()["by_status"].clone();
    let shown = |name: &str| {
        let found = statuses.as_array().expect("a list").iter();
        found
            .filter(|status| status["name"] == name)
            .map(|status| status["claims"].as_i64())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        (shown("submitted"), shown("under_review")),
        (vec![Some(0)], vec![Some(0)])
    );
    assert_eq!(figures()["total_krw"], before["total_krw"]);
}

#[test]
fn everybody_sees_whole_fives_as_of_yesterday() {
    let app = App::start();
    let services: &[&str] = &["talk-channel"];
    for n in 0..7 {
        let claimant = app.claimant(&format!("merchant-{n}@example.com"));
        let (region, service) = match n {
            0 => ("jeju", &["talk-channel", "melon"][..]),
            _ => ("seoul", services),
        };
        joins(&claimant, region, "cafe", service, &[("sales", 100_000)]);
    }
    let figures = |app: &App| {
        let path = format!("/api/v1/cases/{CASE}/figures");
        app.anybody().get(&path).is(200).json()
    };
    // a demonstration shows today
    app.sql("UPDATE court_case SET demo = false");
    let nothing = figures(&app);
    assert_eq!(
        (&nothing["claims"], &nothing["by_day"]),
        (&json!(0), &json!([]))
    );
    // as if all but the last had joined yesterday
    app.sql(
        "UPDATE claim SET submitted_at = submitted_at - interval '1 day'
         WHERE id <> (SELECT id FROM claim ORDER BY submitted_at DESC LIMIT 1)",
    );
    // and wrote for a quarter of an hour, one of them for two days
    app.sql(
        "UPDATE claim SET created_at = submitted_at - interval '15 minutes';
         UPDATE claim SET created_at = submitted_at - interval '2 days'
         WHERE id = (SELECT id FROM claim ORDER BY submitted_at LIMIT 1)",
    );
    assert_eq!(figures(&app), nothing, "they move once a day");
    let seen = figures(&app.another());
    let day = seen["as_of"].clone();
    // of those in Seoul the fifth is not of the first five, so that neither region is named
    let expected = json!({
        "as_of": day, "claims": 5, "by_day": [{"day": day, "claims": 5}],
        "by_service": [{"name": "talk-channel", "claims": 5}],
        "by_industry": [{"name": "cafe", "claims": 5}], "by_region": [], "minutes": 15,
    });
    assert_eq!(seen, expected);
    let text = seen.to_string();
    assert!(!text.contains("krw") && !text.contains("melon"), "{text}");
}
