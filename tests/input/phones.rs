//! Telephone numbers: every spelling of one has one stored form, and none is regrouped.

use serde_json::json;

use crate::harness::claims::claim_body;
use crate::harness::cluster::CASE;
use crate::harness::server::App;
use crate::input::{Draft, Row, hold, with};

#[test]
fn a_telephone_number_takes_the_form_of_its_plan_or_is_refused() {
    let app = App::start();
    let draft = Draft::begun(&app);
    let rows: &[Row] = &[
        ("010.1234.5678", Ok("010-1234-5678"), "dots"),
        (
            "０１０－１２３４－５６７８",
            Ok("010-1234-5678"),
            "full width",
        ),
        ("010–1234–5678", Ok("010-1234-5678"), "another dash"),
        (
            "010ㅡ1234ㅡ5678",
            Ok("010-1234-5678"),
            "the vowel beside the dash",
        ),
        ("010·1234·5678", Ok("010-1234-5678"), "middle dots"),
        (
            "\u{202a}010-1234-5678\u{202c}",
            Ok("010-1234-5678"),
            "out of an address book",
        ),
        (
            "010-1234\u{200b}-5678",
            Ok("010-1234-5678"),
            "hidden within",
        ),
        ("+82 10-1234-5678", Ok("010-1234-5678"), "from abroad"),
        (
            "+82 (0)10 1234 5678",
            Ok("010-1234-5678"),
            "with the 0 of home",
        ),
        ("0082-10-1234-5678", Ok("010-1234-5678"), "00 is a plus"),
        ("016 234 5678", Ok("016-234-5678"), "an old mobile number"),
        ("02)123-4567", Ok("02-123-4567"), "Seoul"),
        ("(064) 1234 5678", Ok("064-1234-5678"), "Jeju"),
        ("070-1234-5678", Ok("070-1234-5678"), "over the internet"),
        ("0507-1333-1234", Ok("0507-1333-1234"), "of a shop in a map"),
        ("0505-123-4567", Ok("0505-123-4567"), "for life"),
        ("1588-1234", Ok("1588-1234"), "of a firm"),
        ("1661 1234", Ok("1661-1234"), "of a firm"),
        ("+44 (0)20 7946 0958", Ok("+442079460958"), "abroad"),
        ("0044 20 7946 0958", Ok("+442079460958"), "abroad"),
        ("+1 (212) 555-0100", Ok("+12125550100"), "abroad"),
        ("", Ok(""), "left out"),
        ("\u{200b}", Err("empty"), "nothing to see"),
        ("010-123-4567", Err("phone"), "lost a digit"),
        ("010-1234-56789", Err("phone"), "gained one"),
        ("010-123-45678", Err("phone"), "a digit in the wrong group"),
        ("0101234123", Err("phone"), "lost a digit"),
        ("070-123-4567", Err("phone"), "lost a digit"),
        ("02-123-456", Err("phone"), "lost a digit"),
        ("02-123-4567/8", Err("phone"), "two numbers"),
        ("1588-12345", Err("phone"), "gained a digit"),
        ("+82 10 123 4567", Err("phone"), "lost a digit"),
        ("+1 212 555 010", Err("phone"), "lost a digit"),
        ("10-1234-5678", Err("phone"), "lost its 0"),
        ("112", Err("phone"), "of nobody"),
        ("전화 없음", Err("phone"), "words"),
        ("010-1234-5678 내선 3", Err("phone"), "words"),
        ("900101-1234568", Err("resident-number"), "never"),
        (
            "001231-4123456",
            Err("resident-number"),
            "though it could be dialled",
        ),
    ];
    hold(rows, |typed| draft.identity("phone", typed));
}

#[test]
fn a_claim_is_found_by_any_spelling_of_its_number() {
    let app = App::start();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    for (email, phone, spellings) in [
        (
            "a@example.com",
            "0507-1333-1234",
            ["０５０７ 1333 1234", "+82 507-1333-1234"],
        ),
        (
            "b@example.com",
            "+442079460958",
            ["+44 (0)20 7946 0958", "0044-20-7946-0958"],
        ),
    ] {
        let claimant = app.claimant(email);
        let body = with(claim_body(), "/identity/phone", json!(phone));
        let claim = claimant.draft_of(body, "김하늘");
        claimant
            .post(&format!("/api/v1/claims/{claim}/submission"), json!({}))
            .is(204);
        for spelling in spellings {
            let search = json!({"reason": "전화로 문의하신 분을 확인", "search": {"field": "phone", "value": spelling}});
            let made = lawyer
                .post(&format!("/api/v1/cases/{CASE}/disclosures"), search)
                .id();
            let page = lawyer
                .get(&format!("/api/v1/disclosures/{made}/claims"))
                .json();
            assert_eq!(page["items"][0]["id"], *claim, "{spelling}: {page}");
        }
    }
}
