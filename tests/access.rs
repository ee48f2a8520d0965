//! Who may do what: every route with every role, on their own, on others' and on unknown things.
//! Generated from the route table, so that a new route is in it by being there.

mod people;
mod routes;
mod tokens;

use claimant_registry::http::route::Route;
use serde_json::json;

use crate::harness::caller::Caller;
use crate::harness::claims::{evidence_body, loss_body, notice_body, recovery_body, staffed_body};
use crate::harness::cluster::CASE;

/// An id that nothing has.
const UNKNOWN: &str = "01a20848-2cc7-76fd-a102-600afcad4f7a";

/// The things of one claimant, and what staff made of them.
struct Things {
    case: String,
    claim: String,
    loss: String,
    evidence: String,
    consent: String,
    signatory: String,
    identification: String,
    session: String,
    disclosure: String,
    export: String,
    account: String,
    receipt: String,
    mail: String,
    recovery: String,
    notice: String,
    text: String,
}

impl Things {
    /// A submitted claim with everything that hangs on it. `lawyer` is of the case.
    fn of(claimant: &Caller, lawyer: &Caller, administrator: &Caller, nth: usize) -> Self {
        let claim = claimant.draft_for_child();
        let own = |what: &str| {
            claimant
                .get(&format!("/api/v1/claims/{claim}/{what}"))
                .json()[0]["id"]
                .as_str()
                .unwrap_or_default()
                .to_string()
        };
        let (loss, evidence, consent) = (own("losses"), own("evidence"), own("consents"));
        let (signatory, identification) = (own("signatories"), own("identifications"));
        let session = claimant.get("/api/v1/sessions").json()[0]["id"]
            .as_str()
            .unwrap_or_default()
            .to_string();
        claimant
            .post(&format!("/api/v1/claims/{claim}/submission"), json!({}))
            .is(204);
        let reason = "자격을 시험하기 위해서";
        let disclosure = lawyer
            .post(
                &format!("/api/v1/cases/{CASE}/disclosures"),
                json!({"reason": reason, "claims": [claim]}),
            )
            .id();
        let asked = json!({"reason": reason, "profile": "contact", "format": "csv", "claims": [claim], "standing": "any"});
        let export = lawyer
            .post(&format!("/api/v1/cases/{CASE}/exports"), asked)
            .id();
        let hired = json!({"email": format!("hired-{nth}@example.com"), "name": "새 직원", "role": "paralegal"});
        let account = administrator.post("/api/v1/staff", hired).id();
        let receipt = claimant
            .get(&format!("/api/v1/claims/{claim}/receipts"))
            .json()[0]["id"]
            .to_string();
        let mut asked = recovery_body(&format!("new-{nth}@example.com"));
        asked["signatory"] = signatory.clone().into();
        let recovery = lawyer
            .post(&format!("/api/v1/claims/{claim}/recoveries"), asked)
            .id();
        let notice = lawyer
            .post(&format!("/api/v1/cases/{CASE}/notices"), notice_body())
            .id();
        let text = claimant.get(&format!("/api/v1/cases/{CASE}/consent-texts"));
        let text = text.json()[0]["sha256"].as_str().map(str::to_owned);
        Self {
            text: text.expect("a text has a hash"),
            case: CASE.into(),
            claim,
            loss,
            evidence,
            consent,
            signatory,
            identification,
            session,
            disclosure,
            export,
            account,
            receipt,
            mail: UNKNOWN.into(),
            recovery,
            notice,
        }
    }

    /// A draft that staff enter for a child, with what hangs on it.
    fn entered(staff: &Caller) -> Self {
        let mut body = staffed_body();
        body["claim"]["party"] = json!("minor");
        let claim = staff
            .post(&format!("/api/v1/cases/{CASE}/staffed-claims"), body)
            .id();
        let path = format!("/api/v1/claims/{claim}");
        let parent = json!({"capacity": "sole_parent", "name": "박엄마", "own": true});
        staff.post(&format!("{path}/signatories"), parent).is(201);
        let named = staff.get(&format!("{path}/signatories")).json();
        let file = evidence_body("other", &claim);
        Self {
            loss: staff.post(&format!("{path}/losses"), loss_body()).id(),
            evidence: staff.post(&format!("{path}/evidence"), file).id(),
            signatory: named[0]["id"].as_str().expect("an id").into(),
            case: CASE.into(),
            claim,
            ..Self::unknown()
        }
    }

    /// Things that nobody has.
    fn unknown() -> Self {
        Self::called(UNKNOWN)
    }

    fn called(name: &str) -> Self {
        let id = || name.to_string();
        Self {
            case: id(),
            claim: id(),
            loss: id(),
            evidence: id(),
            consent: id(),
            signatory: id(),
            identification: id(),
            session: id(),
            disclosure: id(),
            export: id(),
            account: id(),
            receipt: id(),
            mail: id(),
            recovery: id(),
            notice: id(),
            text: id(),
        }
    }

    /// The route's path with these things in it.
    fn path(&self, route: &Route) -> String {
        route
            .path
            .replace("{case}", &self.case)
            .replace("{claim}", &self.claim)
            .replace("{loss}", &self.loss)
            .replace("{evidence}", &self.evidence)
            .replace("{consent}", &self.consent)
            .replace("{signatory}", &self.signatory)
            .replace("{identification}", &self.identification)
            .replace("{recovery}", &self.recovery)
            // whoever has the link is asked, and nobody else
            .replace("{token}", &"0".repeat(64))
            .replace("{session}", &self.session)
            .replace("{disclosure}", &self.disclosure)
            .replace("{export}", &self.export)
            .replace("{account}", &self.account)
            .replace("{receipt}", &self.receipt)
            .replace("{mail}", &self.mail)
            .replace("{notice}", &self.notice)
            .replace("{sha256}", &self.text)
            // the published log is everybody's: its parts are numbers and places
            .replace("{entry}", "0")
            .replace("{size}", "1")
            .replace("{level}/{tile:.*}", "0/000.p/1")
            .replace("{tile:.*}", "000.p/1")
    }
}
