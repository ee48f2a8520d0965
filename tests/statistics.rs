//! The figures of a case: what is counted and summed, what is too small to be shown, and that
//! nobody is in it.

use serde_json::{Value, json};

use crate::harness::caller::Caller;
use crate::harness::claims::{claim_body, evidence_body, loss_body};
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
    body["region"] = json!(region);
    body["industry"] = json!(industry);
    body["services"] = services
        .iter()
        .map(|service| json!({"service": service, "paid": true}))
        .collect();
    let claim = claimant
        .post(&format!("/api/v1/cases/{CASE}/claims"), body)
        .id();
    for (kind, amount) in losses {
        let mut loss = loss_body();
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
    for n in 0..6 {
        let claimant = app.claimant(&format!("merchant-{n}@example.com"));
        let losses = [
            ("sales", 100_000 * (n + 1)),
            ("compensation_received", 10_000),
        ];
        let first = joins(
            &claimant,
            "seoul",
            "nail-hair",
            &["talk-channel", "alimtalk"],
            &losses,
        );
        claimant
            .post(&format!("/api/v1/claims/{first}/withdrawal"), json!({}))
            .is(204);
        let region = if n < 3 { "busan" } else { "daegu" };
        joins(
            &claimant,
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
             CASE status WHEN 'withdrawn' THEN timestamptz '2026-01-05T14:59:59Z' ELSE timestamptz '2026-01-05T15:00:00Z' END
         WHERE number IS NOT NULL",
    );
    let expected = json!({
        "claims": 12,
        "total_krw": 8_040_000,
        "by_status": [group("submitted", 6, 6_000_000), group("withdrawn", 6, 2_040_000)],
        "by_service": [group("alimtalk", 6, 2_040_000), group("talk-channel", 12, 8_040_000)],
        "by_industry": [group("cafe", 6, 6_000_000), group("nail-hair", 6, 2_040_000)],
        "by_region": [hidden("busan"), hidden("daegu"), group("seoul", 6, 2_040_000)],
        "by_day": [group("2026-01-05", 6, 2_040_000), group("2026-01-06", 6, 6_000_000)],
    });
    for role in ["auditor", "lawyer"] {
        let seen = app
            .assigned(role, &format!("{role}@example.com"))
            .get(&format!("/api/v1/cases/{CASE}/statistics"));
        assert_eq!(seen.json(), expected, "{role}");
    }
}
