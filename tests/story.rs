//! The whole mission once: a claimant joins, the firm reviews and exports, an auditor verifies.

use serde_json::json;

use crate::harness::cluster::CASE;
use crate::harness::server::App;

#[test]
fn a_claimant_joins_a_lawyer_exports_and_an_auditor_verifies() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.submitted();
    let seen = claimant.get(&format!("/api/v1/claims/{claim}")).json();
    assert_eq!(
        (&seen["status"], &seen["total_krw"]),
        (&json!("submitted"), &json!(1_200_000))
    );
    assert_eq!(seen["businesses"][0]["number"], "123-45-67891");

    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let listed = lawyer.get(&format!("/api/v1/cases/{CASE}/claims")).json();
    assert_eq!(
        (&listed["items"][0]["id"], &listed["items"][0]["identity"]),
        (&json!(claim), &json!(null))
    );
    for decision in ["start", "accept"] {
        lawyer
            .post(
                &format!("/api/v1/claims/{claim}/reviews"),
                json!({"decision": decision}),
            )
            .id();
    }
    let export = lawyer
        .post(
            &format!("/api/v1/cases/{CASE}/exports"),
            json!({"profile": "court_list", "format": "csv", "reason": "소장에 붙일 원고 목록"}),
        )
        .id();
    let file = lawyer.get(&format!("/api/v1/exports/{export}/content"));
    assert!(
        file.text().starts_with("\u{feff}number,name,"),
        "{}",
        file.text()
    );
    assert!(file.text().contains("김하늘"));

    let who = claimant
        .get(&format!("/api/v1/claims/{claim}/disclosures"))
        .json();
    assert_eq!(
        (&who[0]["reason"], &who[0]["purpose"]),
        (&json!("소장에 붙일 원고 목록"), &json!("export"))
    );

    assert!(app.database.intact() > 50);
}
