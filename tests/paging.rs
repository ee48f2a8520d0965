//! Lists that come in pages: whoever follows `next` sees everything once.

use serde_json::json;

use crate::harness::caller::Caller;
use crate::harness::cluster::CASE;
use crate::harness::server::App;

/// Ids of all pages of that list.
fn walked(caller: &Caller, path: &str, limit: usize) -> Vec<String> {
    let (mut seen, mut after) = (Vec::new(), String::new());
    loop {
        let page = caller.get(&format!("{path}?limit={limit}{after}")).json();
        let items = page["items"]
            .as_array()
            .unwrap_or_else(|| panic!("no page: {page}"));
        assert!(
            items.len() <= limit && (items.len() == limit || page["next"].is_null()),
            "{page}"
        );
        seen.extend(
            items
                .iter()
                .map(|item| item["id"].as_str().expect("an id").to_string()),
        );
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return seen,
        }
        assert!(seen.len() < 50, "it never ends");
    }
}

#[test]
fn claims_and_opened_claims_come_each_once() {
    let app = App::start();
    let mut all: Vec<String> = (0..5)
        .map(|n| {
            app.claimant(&format!("merchant-{n}@example.com"))
                .submitted()
        })
        .collect();
    all.sort();
    app.claimant("undecided@example.com").draft();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let asked = json!({"reason": "서류를 차례로 확인합니다", "filter": {}});
    let shown = lawyer
        .post(&format!("/api/v1/cases/{CASE}/disclosures"), asked)
        .id();
    for path in [
        format!("/api/v1/cases/{CASE}/claims"),
        format!("/api/v1/disclosures/{shown}/claims"),
    ] {
        for limit in [1, 2, 5, 6] {
            assert_eq!(walked(&lawyer, &path, limit), all, "{path}, {limit} a page");
        }
    }
}
