//! Exports: what leaves the building, as what, and what stays on record.

mod formats;
mod mandates;
mod reach;

use serde_json::{Value, json};

use crate::harness::caller::Caller;
use crate::harness::cluster::CASE;

const REASON: &str = "손해액을 계산하기 위한 자료";

fn export(lawyer: &Caller, profile: &str, format: &str) -> String {
    let asked = json!({"profile": profile, "format": format, "reason": REASON, "standing": "any"});
    lawyer
        .post(&format!("/api/v1/cases/{CASE}/exports"), asked)
        .id()
}

fn newest(lawyer: &Caller) -> Value {
    lawyer.get(&format!("/api/v1/cases/{CASE}/exports")).json()["items"][0].clone()
}
