//! Names of people, corporations and businesses: kept as typed, compared as people compare.

use serde_json::json;

use crate::harness::claims::{answer_body, claim_body};
use crate::harness::cluster::CASE;
use crate::harness::server::App;
use crate::input::{Draft, Row, hold, with};

#[test]
fn a_name_is_kept_as_typed_or_refused_with_what_to_do() {
    let app = App::start();
    let draft = Draft::begun(&app);
    let long = "가".repeat(101);
    let rows: &[Row] = &[
        ("김하늘", Ok("김하늘"), "a Korean name"),
        ("  김 하늘 ", Ok("김 하늘"), "spaces around it"),
        ("김\t하늘\n", Ok("김 하늘"), "out of a table"),
        (
            "\u{202a}김하늘\u{202c}",
            Ok("김하늘"),
            "pasted with marks of direction",
        ),
        (
            "김하늘\u{200b}\u{feff}",
            Ok("김하늘"),
            "pasted with what shows nothing",
        ),
        ("김하늘\u{3164}", Ok("김하늘"), "a filler at the end"),
        (
            "\u{1100}\u{1175}\u{11b7}하늘",
            Ok("김하늘"),
            "decomposed, as macOS has it",
        ),
        ("O’Brien", Ok("O’Brien"), "as a telephone writes it"),
        (
            "Nguyễn Thị Ánh",
            Ok("Nguyễn Thị Ánh"),
            "two marks on a letter",
        ),
        (
            "می\u{200c}خواهم",
            Ok("می\u{200c}خواهم"),
            "a joiner that belongs to the writing",
        ),
        ("ကျော်စွာ", Ok("ကျော်စွာ"), "a script of many marks"),
        ("李純信", Ok("李純信"), "hanja"),
        (
            "㈜하늘·바다 & Co., Ltd.",
            Ok("㈜하늘·바다 & Co., Ltd."),
            "a corporation",
        ),
        ("（주）하늘", Ok("（주）하늘"), "full-width signs stay"),
        ("주식회사 3일", Ok("주식회사 3일"), "digits and letters"),
        ("", Ok(""), "left out"),
        ("  ", Ok(""), "left out"),
        ("\u{3164}\u{3164}", Err("empty"), "only fillers"),
        (
            "\u{115f}\u{1160}\u{ffa0}\u{2800}",
            Err("empty"),
            "the other fillers",
        ),
        (
            "김\u{3164}하늘",
            Err("control-character"),
            "a filler within",
        ),
        (
            "김\u{200d}하늘",
            Err("control-character"),
            "a joiner that joins nothing",
        ),
        ("김\u{ad}하늘", Err("control-character"), "a soft hyphen"),
        (
            "김\u{fe0f}하늘",
            Err("control-character"),
            "a variation selector on a letter",
        ),
        (
            "김\u{202e}하늘",
            Err("control-character"),
            "turns round what follows",
        ),
        ("김\u{0}하늘", Err("control-character"), "NUL"),
        ("김\u{fffd}늘", Err("damaged"), "read in the wrong encoding"),
        ("김\u{ffff}늘", Err("damaged"), "no character"),
        ("김\u{e123}늘", Err("damaged"), "private use"),
        ("김\u{e0041}철수", Err("damaged"), "a tag"),
        (
            "김\u{302}\u{303}\u{304}늘",
            Err("damaged"),
            "marks upon marks",
        ),
        ("\u{301}김하늘", Err("damaged"), "a mark on nothing"),
        ("12345", Err("name-letters"), "no letter"),
        ("- . -", Err("name-letters"), "no letter"),
        (
            "김하늘😀",
            Err("name-signs"),
            "an emoji is no sign of a name",
        ),
        ("<b>김하늘</b>", Err("name-signs"), "nor are brackets"),
        ("900101-1234568", Err("resident-number"), "never"),
        (&long, Err("too-long"), "over 100 characters"),
    ];
    hold(rows, |typed| draft.identity("name", typed));
    let shops: &[Row] = &[
        ("7-11", Ok("7-11"), "digits alone"),
        ("007", Ok("007"), "digits alone"),
        ("하늘네일 💅🏻 ❤️", Ok("하늘네일 💅🏻 ❤️"), "emoji"),
        ("가게 <새로>", Ok("가게 <새로>"), "any sign"),
        ("💅", Err("no-words"), "neither letter nor digit"),
        ("하늘\u{200b}네일", Err("control-character"), "hidden"),
    ];
    hold(shops, |typed| draft.business("name", typed));
    let addresses: &[Row] = &[
        (
            "서울특별시 가상로 1\r\n101동 1203호",
            Ok("서울특별시 가상로 1 101동 1203호"),
            "two lines",
        ),
        (
            "서울\u{3000}가상로 1, #203 (가상동)",
            Ok("서울 가상로 1, #203 (가상동)"),
            "signs of addresses",
        ),
        (
            "서울\u{fffd}시",
            Err("damaged"),
            "read in the wrong encoding",
        ),
    ];
    hold(addresses, |typed| draft.identity("address", typed));
}

#[test]
fn a_signature_and_a_search_know_a_name_by_how_people_compare() {
    let app = App::start();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    for (n, (known, same, another)) in [
        ("O'Brien", &["O’Brien", "o`brien", "OBRIEN"][..], "O'Brian"),
        (
            "㈜하늘",
            &["(주)하늘", "（주） 하늘", "주식회사 하늘"],
            "(유)하늘",
        ),
        ("재단법인 하늘", &["(재)하늘", "( 재 ) 하늘"], "하늘"),
        (
            "Jean-Luc Sky",
            &["jean–luc sky", "JEAN LUC SKY", "Ｊean-Luc Sky"],
            "Jean-Lux Sky",
        ),
        (
            "하늘ㆍ바다",
            &["하늘·바다", "하늘・바다", "하늘 바다"],
            "하늘바닥",
        ),
        (
            "김하늘",
            &[
                "김 하늘",
                "\u{1100}\u{1175}\u{11b7}하늘",
                "김\u{e0041}\u{200b}하늘",
            ],
            "김하을",
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let claimant = app.claimant(&format!("merchant-{n}@example.com"));
        let claim = claimant.draft_of(with(claim_body(), "/identity/name", json!(known)), known);
        let text = claimant.consent_text("participation");
        let sign = |name: &str| {
            let answer = answer_body(&text, true, name);
            claimant.post(&format!("/api/v1/claims/{claim}/consents"), answer)
        };
        for name in same.iter().filter(|name| !name.contains('\u{200b}')) {
            let signed = sign(name);
            assert_eq!(
                signed.status,
                201,
                "{known} signed {name}: {}",
                signed.text()
            );
            let answers = claimant
                .get(&format!("/api/v1/claims/{claim}/consents"))
                .json();
            let last = answers.as_array().and_then(|all| all.last()).cloned();
            let statement = last.expect("one answer")["statement"].to_string();
            let kept = name.replace("\u{1100}\u{1175}\u{11b7}", "김");
            assert!(statement.contains(&kept), "{statement}");
        }
        let refused = sign(another).is(422).faults();
        assert_eq!(
            refused,
            [("signed_name".into(), "signed-name".into())],
            "{another}"
        );
        claimant
            .post(&format!("/api/v1/claims/{claim}/submission"), json!({}))
            .is(204);
        let found = |name: &str| {
            let search = json!({"reason": "중복된 신청이 있는지 확인", "search": {"field": "name", "value": name}});
            let made = lawyer
                .post(&format!("/api/v1/cases/{CASE}/disclosures"), search)
                .id();
            let page = lawyer
                .get(&format!("/api/v1/disclosures/{made}/claims"))
                .json();
            page["items"].as_array().map_or(0, Vec::len)
        };
        for name in same {
            assert_eq!(found(name), 1, "{known} searched as {name}");
        }
        assert_eq!(found(another), 0, "{another}");
    }
}
