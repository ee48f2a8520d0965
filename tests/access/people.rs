//! What one person may see is not shown to the next, and a role counts from the next request on.

use serde_json::json;

use crate::access::Things;
use crate::harness::caller::Caller;
use crate::harness::cluster::CASE;
use crate::harness::server::App;

#[test]
fn what_one_colleague_was_shown_is_not_shown_to_the_next() {
    let app = App::start();
    let administrator = app.staff("administrator", "administrator@example.com");
    let (maker, colleague) = (
        app.assigned("lawyer", "maker@example.com"),
        app.assigned("lawyer", "colleague@example.com"),
    );
    let things = Things::of(
        &app.claimant("merchant@example.com"),
        &maker,
        &administrator,
        0,
    );
    let shown = format!("/api/v1/disclosures/{}/claims", things.disclosure);
    let file = format!("/api/v1/exports/{}/content", things.export);
    let seen_by = |caller: &Caller| (caller.get(&shown).status, caller.get(&file).status);
    assert_eq!(
        (seen_by(&maker), seen_by(&colleague)),
        ((200, 200), (404, 404))
    );
    assert_eq!(
        colleague
            .get(&format!("/api/v1/exports/{}/content", things.disclosure))
            .status,
        404,
        "on the screen is not as a file"
    );
    let id = maker.get("/api/v1/account").json()["id"]
        .as_str()
        .unwrap_or_default()
        .to_string();
    administrator
        .delete(&format!("/api/v1/cases/{CASE}/staff/{id}"))
        .is(204);
    assert_eq!(seen_by(&maker), (401, 401), "the session has ended");
    assert_eq!(
        seen_by(&app.returning("maker@example.com")),
        (404, 404),
        "off the case, what was asked for before is gone too"
    );
}

#[test]
fn a_role_or_a_state_counts_at_once_and_ends_the_sessions() {
    let app = App::start();
    let administrator = app.staff("administrator", "administrator@example.com");
    let paralegal = app.assigned("paralegal", "paralegal@example.com");
    let id = paralegal.get("/api/v1/account").json()["id"]
        .as_str()
        .unwrap_or_default()
        .to_string();
    let exports = format!("/api/v1/cases/{CASE}/exports");
    paralegal.get(&exports).is(403);
    administrator
        .put(
            &format!("/api/v1/staff/{id}/role"),
            json!({"role": "lawyer"}),
        )
        .is(204);
    paralegal.get(&exports).is(401);
    let lawyer = app.returning("paralegal@example.com");
    lawyer.get(&exports).is(200);
    administrator
        .put(
            &format!("/api/v1/staff/{id}/state"),
            json!({"state": "disabled"}),
        )
        .is(204);
    lawyer.get(&exports).is(401);
    let own = administrator.get("/api/v1/account").json()["id"]
        .as_str()
        .unwrap_or_default()
        .to_string();
    assert_eq!(
        administrator
            .put(
                &format!("/api/v1/staff/{own}/state"),
                json!({"state": "disabled"})
            )
            .code(),
        "own-account"
    );
    administrator
        .put(
            &format!("/api/v1/staff/{id}/role"),
            json!({"role": "claimant"}),
        )
        .is(422);
}

#[test]
fn a_draft_is_its_owners_alone() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.draft();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    lawyer.get(&format!("/api/v1/claims/{claim}")).is(404);
    assert_eq!(
        lawyer.get(&format!("/api/v1/cases/{CASE}/claims")).json()["items"],
        json!([])
    );
    lawyer
        .post(
            &format!("/api/v1/cases/{CASE}/disclosures"),
            json!({"reason": "자격을 시험하기 위해서", "claims": [claim]}),
        )
        .is(404);
}
