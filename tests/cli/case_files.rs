//! Files of an operator, whatever editor saved them: what is signed is the text, and a setting that
//! no law allows is refused in words that name its key.

use std::path::Path;
use std::process::Output;

use sha2::{Digest, Sha256};

use crate::cli::{complaint, database, refused};
use crate::harness::claims::revision;
use crate::harness::cluster::CASE;
use crate::harness::database::Database;
use crate::harness::server::App;

const KAKAO: &str = include_str!("../../src/demo/kakao.toml");

/// The Kakao case as another of that code, with the given replacements.
fn other(code: &str, replacements: &[(&str, &str)]) -> String {
    let prefix = format!("\"{}\"", code[..3].to_uppercase());
    let mut text = KAKAO.replace(CASE, code).replace("\"KKO\"", &prefix);
    for (from, to) in replacements {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    text
}

fn create(database: &Database, directory: &Path, bytes: &[u8]) -> Output {
    let path = directory.join("case.toml");
    std::fs::write(&path, bytes).expect("writable");
    database.cli(&["case", "create", &path.to_string_lossy()])
}

/// The texts of a case, in Korean and English.
fn texts(app: &App, code: &str) -> Vec<(String, String)> {
    ["ko", "en"]
        .iter()
        .flat_map(|language| {
            let path = format!("/api/v1/cases/{code}/consent-texts?language={language}");
            let texts = app.anybody().get(&path).json();
            texts.as_array().expect("a list").clone()
        })
        .map(|text| {
            let said = |key: &str| text[key].as_str().unwrap_or_default().to_string();
            (said("body"), said("sha256"))
        })
        .collect()
}

#[test]
fn what_an_editor_adds_to_a_case_file_is_never_signed() {
    let app = App::start();
    let directory = tempfile::tempdir().expect("a temporary directory");
    let plain = other("plain-2022", &[]);
    let windows = other("windows-2022", &[]).replace('\n', "\r\n");
    let windows = format!("\u{feff}{windows}");
    for text in [&plain, &windows] {
        let made = create(&app.database, directory.path(), text.as_bytes());
        assert!(made.status.success(), "{}", complaint(&made));
    }
    let signed = texts(&app, "windows-2022");
    assert_eq!(signed, texts(&app, "plain-2022"));
    for (body, sha256) in signed {
        assert!(!body.contains(['\r', '\u{feff}']), "{body:?}");
        let hash = Sha256::digest(&body);
        let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hash, sha256);
    }
}

#[test]
fn what_an_editor_adds_to_a_new_text_is_never_signed() {
    let app = App::start();
    let directory = tempfile::tempdir().expect("a temporary directory");
    let path = |name: &str| directory.path().join(name).to_string_lossy().into_owned();
    let revise = |ko: &[u8], en: &[u8]| {
        std::fs::write(path("ko"), ko).expect("writable");
        std::fs::write(path("en"), en).expect("writable");
        app.database
            .cli(&revision("mandate", &path("ko"), &path("en"), "renew"))
    };
    let plain = "첫째 줄입니다.\n둘째 줄입니다.\n";
    let notepad = format!("\u{feff}{}", plain.replace('\n', "\r\n"));
    let mut bodies = Vec::new();
    for text in [plain, &notepad] {
        let revised = revise(text.as_bytes(), b"a new mandate");
        assert!(revised.status.success(), "{}", complaint(&revised));
        let ko = texts(&app, CASE).into_iter();
        bodies.push(
            ko.map(|(body, _)| body)
                .find(|body| body.contains("둘째 줄")),
        );
    }
    assert!(bodies[0].is_some() && bodies[0] == bodies[1], "{bodies:?}");
    let utf16: Vec<u8> = plain.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf16 = [&[0xff, 0xfe], utf16.as_slice()].concat();
    for (ko, words) in [
        (utf16.as_slice(), "UTF-8"),
        (&[0xc3, 0xb9, 0xb0][..], "UTF-8"),
        ("\u{feff}\r\n".as_bytes(), "ko: This cannot be empty"),
        (
            "위임\u{202e}장입니다".as_bytes(),
            "ko: There are hidden characters",
        ),
        (
            "위임\u{fffd}장입니다".as_bytes(),
            "ko: This arrived damaged",
        ),
    ] {
        refused(&revise(ko, b"a new mandate"), &[words]);
    }
    app.database.intact();
}

#[test]
fn a_setting_that_no_law_allows_is_refused() {
    let database = database();
    let directory = tempfile::tempdir().expect("a temporary directory");
    let before = database.intact();
    let required = |item: &str, from: bool| {
        let line = |required: bool| {
            format!("version = 1\nrequired = {required}\ntitle = {{ ko = \"{item}")
        };
        (line(from), line(!from))
    };
    for (item, from, words) in [
        (
            "공동소송",
            true,
            "consents[0].required: The law demands this consent",
        ),
        (
            "소송위임",
            true,
            "consents[1].required: The law demands this consent",
        ),
        (
            "위임계약",
            true,
            "consents[2].required: The law demands this consent",
        ),
        (
            "개인정보 수집·이용 동의 (필수",
            true,
            "consents[3].required: The title calls it",
        ),
        (
            "후속 소송",
            false,
            "consents[4].required: The title calls it",
        ),
    ] {
        let (from, to) = required(item, from);
        let file = other("law-2022", &[(&from, &to)]);
        refused(
            &create(&database, directory.path(), file.as_bytes()),
            &[words],
        );
    }
    for (from, to, words) in [
        (
            "limitation_on = 2025-10-15",
            "limitation_on = 2022-10-14",
            "limitation_on: The limitation period cannot end before",
        ),
        (
            "limitation_on = 2025-10-15",
            "limitation_on = 2020-01-01",
            "limitation_on: The limitation period cannot end before",
        ),
        (
            "intake_opens = \"-30d\"",
            "intake_opens = 2022-10-01T00:00:00+09:00",
            "intake_opens: The intake cannot open before",
        ),
        (
            "intake_closes = \"+60d\"",
            "intake_closes = 2202-01-01T00:00:00+09:00",
            "intake_closes: The intake can last ten years",
        ),
        (
            "intake_closes = \"+60d\"",
            "intake_closes = \"-31d\"",
            "intake_closes: The end lies before the beginning",
        ),
        (
            "incident_from = 2022",
            "incident_from = 2922",
            "incident_from: The date cannot be in the future",
        ),
        (
            "incident_until = 2022-10-20T23:00:00+09:00",
            "incident_until = 2022-10-20T23:00:00",
            "incident_until: Write a time with its zone",
        ),
    ] {
        let file = other("law-2022", &[(from, to)]);
        refused(
            &create(&database, directory.path(), file.as_bytes()),
            &[words],
        );
    }
    assert_eq!(database.intact(), before, "nothing is half made");
}

#[test]
fn what_does_not_read_is_told_with_its_key_and_line() {
    let database = database();
    let directory = tempfile::tempdir().expect("a temporary directory");
    for (from, to, words) in [
        (
            "defendant = { ko = \"주식회사 카카오\", en = \"Kakao Corp.\" }",
            "defendant = \"Kakao\"",
            &["defendant: write a text in both languages, { ko = "][..],
        ),
        (
            "en = \"Kakao Corp.\" }",
            "}",
            &["defendant", "the key `en` is missing; add it"],
        ),
        (
            "number_prefix",
            "number_prefx",
            &["case.toml: line ", "`number_prefx` is not known here"],
        ),
        (
            "code = \"alimtalk\"",
            "code = 5",
            &["services[1].code: write a text in quotation marks"],
        ),
        (
            "demo = true",
            "demo = \"yes\"",
            &["demo: write true or false"],
        ),
        (
            "limitation_on = 2025-10-15",
            "limitation_on = \"2025-10-15\"",
            &["limitation_on: write a date or time without quotation marks"],
        ),
        (
            "kind = \"mandate\"",
            "kind = \"mandat\"",
            &["consents[1].kind: write one of: participation, mandate"],
        ),
        (
            "version = 1",
            "version = \"1\"",
            &["consents[0].version: write a whole number"],
        ),
        ("demo = true", "demo = ", &["case.toml: line "]),
        (
            "code = \"alimtalk\"\nname = { ko = \"",
            "code = \"alimtalk\"\nname = { ko = \"\u{200b}알\u{200b}",
            &["services[1].name.ko: There are hidden characters"],
        ),
    ] {
        let file = other("read-2022", &[(from, to)]);
        let said = create(&database, directory.path(), file.as_bytes());
        refused(&said, words);
        assert!(
            !complaint(&said).contains("struct "),
            "{}",
            complaint(&said)
        );
    }
}

#[test]
fn a_bound_that_no_loss_could_have_is_refused() {
    let database = database();
    let directory = tempfile::tempdir().expect("a temporary directory");
    for (from, to, key) in [
        (
            "claim_krw = 200_000_000",
            "claim_krw = 0",
            "plausibility.claim_krw",
        ),
        (
            "distress = 10_000_000",
            "distress = 2_000_000_000_000",
            "plausibility.position_krw.distress",
        ),
        (
            "claim_krw = 200_000_000",
            "claim_krw = 60_000_000",
            "plausibility.position_krw.sales",
        ),
        ("distress = 10_000_000", "distres = 10", "distres"),
        (
            "sales = 100_000_000",
            "sales = \"viel\"",
            "plausibility.position_krw.sales: write a whole number",
        ),
    ] {
        let text = other("bounds-2022", &[(from, to)]);
        let made = create(&database, directory.path(), text.as_bytes());
        assert!(!made.status.success(), "{to}");
        let said = complaint(&made);
        assert!(said.contains(key), "{to}: {said}");
    }
    let none = KAKAO
        .split("# ------")
        .filter(|part| !part.contains("[plausibility]"));
    let none = none.collect::<Vec<_>>().join("# ------");
    assert!(!none.contains("plausibility"));
    let none = none
        .replace(CASE, "none-2022")
        .replace("\"KKO\"", "\"NON\"");
    let made = create(&database, directory.path(), none.as_bytes());
    assert!(made.status.success(), "{}", complaint(&made));
}

#[test]
fn a_rule_of_evidence_names_what_the_case_has() {
    let app = App::start();
    let directory = tempfile::tempdir().expect("a temporary directory");
    let rule = |replacements: &[(&str, &str)]| {
        let text = other("rules-2022", replacements);
        complaint(&create(&app.database, directory.path(), text.as_bytes()))
    };
    let said = rule(&[
        (
            "heads = [\"sales\"]\nindustries = [\"regional-taxi\", \"delivery-agency\"]\nany_of = \"lost-trade\"",
            "heads = [\"sales\", \"sales\"]\nindustries = [\"taxi\"]\nservices = [\"kakao-t\", \"kakao\"]\nany_of = \"Lost\"",
        ),
        ("code = \"melon\"", "code = \"melon\"\nheads = [\"sales\"]"),
    ]);
    for words in [
        "evidence_kinds[2].heads[1]: This is there twice",
        "evidence_kinds[2].industries[0]: This must be one of: nail-hair,",
        "evidence_kinds[2].services[1]: This must be one of: talk-channel,",
        "evidence_kinds[2].any_of: Use 2 to 40",
        "evidence_kinds[2].any_of: No other kind of evidence is in this group",
        "services[9]: Only a kind of evidence is demanded of some claims",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let said = rule(&[("heads = [\"sales\"]", "heads = [\"turnover\"]")]);
    assert!(
        said.contains("write one of: sales") || said.contains("one of: sales"),
        "{said}"
    );
}
