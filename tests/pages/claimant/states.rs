//! What its owner can do in each state of a claim, and that no page of a draft is taken for one of a
//! claim that was handed in.

use claimant_registry::claims::Status;
use claimant_registry::claims::lifecycle::{self, By, Event};

use super::{link, merchant};
use crate::harness::gateway::Gateway;
use crate::harness::routes;
use crate::harness::server::App;

/// Where an owner makes it happen, below the claim; what does it there, and what is said where it
/// cannot be done.
fn place(event: Event) -> (&'static str, &'static str, &'static str) {
    match event {
        Event::Edit => ("/losses", "/losses/new\"", "손해를 고치실 수 없습니다"),
        Event::Evidence => (
            "/evidence",
            "/evidence/new\"",
            "증거 목록을 고치실 수 없습니다",
        ),
        Event::Consent => (
            "/consents/third_party_court",
            "\" novalidate",
            "답을 바꾸실 수 없습니다",
        ),
        Event::WithdrawRequiredConsent => (
            "/consents/mandate",
            "/consents/mandate/withdrawal\"",
            "철회하실 수 없습니다",
        ),
        Event::Submit => ("/check", "/submission\"", "에서는 할 수 없습니다"),
        Event::Withdraw => ("", "/withdrawal\"", "이 신청은 철회되었습니다"),
        Event::StartReview
        | Event::Accept
        | Event::Reject
        | Event::Reopen
        | Event::Assess
        | Event::Check => {
            unreachable!("staff make it happen")
        }
    }
}

#[test]
fn whatever_an_owner_can_do_has_its_place_or_a_reason_why_not() {
    let app = App::start();
    let (browser, caller) = merchant(&app);
    let id = caller.draft();
    for status in Status::ALL {
        let code = status.as_str();
        match status {
            Status::Draft => {}
            Status::Submitted => {
                let check = browser.open(&format!("/claims/{id}/check"));
                browser.send(&check.only_form()).is(200);
            }
            _ => app.sql(&format!(
                "UPDATE claim SET status = '{code}' WHERE id = '{id}'"
            )),
        }
        for event in lifecycle::events_of_owner() {
            let (at, does, why) = place(event);
            let page = browser.open(&format!("/claims/{id}{at}"));
            let may = lifecycle::next(*status, event, By::Claimant).is_ok();
            let (does, said) = (page.html.contains(does), page.html.contains(why));
            assert_eq!((does, said), (may, !may), "{event:?} {code}: {}", page.html);
        }
    }
}

#[test]
fn until_a_claim_is_handed_in_every_page_of_it_says_so_and_none_afterwards() {
    let gateway = Gateway::answering(204);
    let app = App::with(&gateway.settings());
    let (browser, caller) = merchant(&app);
    let claim = format!("/claims/{}", caller.draft());
    let part = |of: &str| {
        let listed = browser.open(&format!("{claim}/{of}"));
        let removal = link(&listed, &format!("{claim}/{of}/"), "/removal");
        removal.split('/').nth(4).map(String::from).expect("an id")
    };
    let known = [
        ("/claims/{claim}", claim.clone()),
        ("{question}", "address".into()),
        ("/losses/new/{kind}", "/losses/new/sales".into()),
        ("/evidence/new/{kind}", "/evidence/new/service-use".into()),
        ("{business}", part("businesses")),
        ("{loss}", part("losses")),
        ("{evidence}", part("evidence")),
        ("{item}", "mandate".into()),
        ("{power}", "appeal".into()),
    ];
    let of_claim = routes::pages().filter(|route| route.method == "GET");
    let of_claim = of_claim.filter(|route| route.path.starts_with("/claims/{claim}"));
    let filled = of_claim.map(|route| {
        let fill = |path: String, (part, some): &(&str, String)| path.replace(part, some);
        known.iter().fold(route.path.clone(), fill)
    });
    // a receipt is a file, and of handing in and of a state there is nothing to show before
    let pages: Vec<String> = filled
        .filter(|path| {
            !path.contains("{receipt}")
                && !path.contains("{state}")
                && !path.ends_with("/submission")
        })
        .collect();
    let not_yet = "아직 제출하지 않았습니다";
    for path in &pages {
        browser.open(path).is(200).says(not_yet);
    }
    let check = browser.open(&format!("{claim}/check"));
    browser.send(&check.only_form()).is(200).says_not(not_yet);
    for path in &pages {
        let page = browser.open(path);
        page.says_not(not_yet);
        assert!(matches!(page.status, 200 | 409), "{path}: {}", page.html);
    }
}
