//! Statements and manifests that say who signed for a corporation.

use serde_json::{Value, json};

use super::{AT, extra, handed_in, opening, row, said, salted, statement, with};

/// What the director of a corporation signs on paper: the second kind of statement.
pub fn statement_of_director(body: &str) -> Value {
    with(statement(body), |statement| {
        statement["v"] = json!(2);
        statement["claim"] = json!("0194");
        statement["case"] = json!("0190");
        statement["party"] = json!({"kind": "corporation", "name": "주식회사 하늘교육"});
        statement["signatory"] = json!({"capacity": "representative", "id": "0198", "office": "대표이사", "share": null});
        statement["identification"] =
            json!([{"id": "0199", "method": "seal_certificate", "on": "2026-11-20"}]);
        statement["mandate"] = json!({
            "counsel": [{"name": "법무법인 하늘", "registration": "12345"}], "instance": "first",
            "powers": {"settlement": true, "waiver": false},
        });
        statement["paper"] = json!({
            "recorded_at": AT, "recorded_by": "01ab", "scan_sha256": "5c".repeat(32), "signed_on": "2026-11-21",
        });
    })
}

/// A receipt of a statement on a power with that text.
pub fn power_stated(statement: &Value, granted: bool) -> Value {
    let row = json!({"id": "0193", "consent_id": "0192", "power": "waiver", "granted": granted});
    extra(
        "power_statement",
        "power.state",
        row,
        "statement",
        &statement.to_string(),
    )
}

/// What a corporation handed in, for which a director signs here and another one by a link.
fn said_of_corporation() -> Value {
    with(said(), |said| {
        said["party"] = json!("corporation");
        said["signatories"] = json!([
            {"id": "0198", "capacity": "representative", "own": true, "commitments": {"name": salted("박이사")}},
            {"id": "019a", "capacity": "representative", "own": false, "commitments": {}},
        ]);
        said["identification"] = json!([
            {"id": "0199", "signatory": "0198", "method": "seal_certificate", "on": "2026-11-20", "commitments": {"detail": salted("2026-1")}},
        ]);
        let mut second = said["consents"][0].clone();
        said["consents"][0]["signatory"] = json!("0198");
        said["consents"][0]["powers"] = json!({"settlement": true, "waiver": false});
        second["id"] = json!("019b");
        second["signatory"] = json!("019a");
        said["consents"]
            .as_array_mut()
            .expect("a list")
            .push(second);
        said["powers"] = json!([{"id": "019c", "mandate": "0193", "power": "waiver", "granted": false, "commitments": {}}]);
        said["losses"][0]["method"] = json!("outage_week");
        said["losses"][0]["service"] = Value::Null;
        said["losses"][0]["implausible"] = json!(false);
    })
}

pub fn manifest_of_corporation(change: impl Fn(&mut Value)) -> Value {
    let said = with(said_of_corporation(), change);
    let mut extra = handed_in(&said.to_string(), row());
    extra["parts"]["manifest"][salted("박이사")] = opening("박이사");
    extra
}

/// A statement in which nothing that it says of who signed has its type.
pub fn statement_of_nothing(body: &str) -> Value {
    with(statement(body), |statement| {
        statement["party"] = json!([]);
        statement["signatory"] = json!({"capacity": 1, "office": ["대표이사"]});
        statement["identification"] = json!([1, {"method": "office"}, null]);
        statement["paper"] = json!([{"signed_on": "2026-11-21"}]);
        statement["mandate"] = json!({"counsel": {}, "powers": {"waiver": 1}});
    })
}

pub fn manifest_of_nothing() -> Value {
    let said = with(said(), |said| {
        for list in ["losses", "evidence", "consents"] {
            said[list] = json!([]);
        }
        said["identity"] = json!({});
        said["sum_krw"] = json!(0);
    });
    with(handed_in(&said.to_string(), row()), |extra| {
        extra["parts"]["manifest"] = json!({})
    })
}

/// A nail shop, and one that is not registered.
pub fn businesses() -> Value {
    json!([
        {"id": "0198", "region": "seoul", "industry": "beauty", "commitments": {"name": salted("매출.pdf")}},
        {"id": "0199", "region": "jeju", "industry": null, "commitments": {}},
    ])
}

pub fn body(named: &str) -> String {
    format!("변호사에게 소송을 맡깁니다.\n\n기록의 열쇠:\n{named}\n")
}
