//! Receipts of the second version, good and bad: they lie in tests/data for whoever writes a
//! verifier of their own.

mod signing;

use claimant_registry::audit::format::note::{Kind, Signer};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::receipts::alike::Case;
use crate::receipts::{entry_of, hex, proof_of};
use signing::{
    body, businesses, manifest_of_corporation, manifest_of_nothing, power_stated,
    statement_of_director, statement_of_nothing,
};

const AT: &str = "2026-11-28T16:02:03.000004Z";
const ROOT: &str = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
/// Seeds of the keys of the log, the oldest first: the last has signed.
const SEEDS: [u8; 3] = [5, 6, 7];

pub fn key(nth: usize) -> Signer {
    Signer::new("example.kr/log", Kind::Ed25519, &[SEEDS[nth]; 32]).expect("a key")
}

/// The statement by which a key names the one after it.
fn succession(nth: usize) -> String {
    let (old, new) = (key(nth), key(nth + 1));
    let (from, to) = (old.vkey(), new.vkey());
    old.note(&format!(
        "claimant-registry/succession/v1\nold {from}\nnew {to}\nsize 0\nroot {ROOT}\nreason rotation\n"
    ))
}

fn salted(value: &str) -> String {
    hex(&Sha256::new()
        .chain_update([0xab; 16])
        .chain_update(value)
        .finalize())
}

fn opening(value: &str) -> Value {
    json!({"salt": "ab".repeat(16), "value": value})
}

/// `extra` over a row of that table with one sealed field.
fn extra(table: &str, action: &str, mut row: Value, field: &str, value: &str) -> Value {
    row["commitments"] = json!({field: salted(value)}).to_string().into();
    let row = row.to_string();
    json!({
        "v": 2,
        "entry": entry_of(AT, action, table, &row),
        "salt": "cd".repeat(32),
        "row": row,
        "fields": {field: opening(value)},
        "parts": {"successions": [succession(0), succession(1)]},
    })
}

fn statement(body: &str) -> Value {
    json!({
        "agreed": true, "item": "mandate", "language": "ko", "signed_name": "김하늘",
        "text_sha256": hex(&Sha256::digest(body)), "title": "소송 위임 계약", "v": 1,
    })
}

/// A receipt of a consent under that statement, to words that end in that line.
fn signed(named: &str, statement: impl Fn(&str) -> Value) -> Value {
    let body = body(named);
    let row = json!({"id": "0193", "item": "mandate", "agreed": true});
    let said = statement(&body);
    let action = ["consent.answer", "consent.paper"][usize::from(said["paper"].is_object())];
    let mut extra = extra("consent", action, row, "statement", &said.to_string());
    extra["parts"]["key"] = key(2).vkey().fingerprint().into();
    extra["parts"]["text"] = json!({"language": "ko", "title": "소송 위임 계약", "body": body});
    extra
}

fn consent(nth: usize) -> Value {
    signed(&key(nth).vkey().fingerprint(), statement)
}

/// What a nail shop handed in.
fn said() -> Value {
    json!({
        "v": 1, "claim": "0194", "case": "0190", "number": "KKO-000123-X", "version": 7,
        "party": "person", "region": "seoul", "industry": "beauty",
        "services": [{"service": "talk", "paid": true}],
        "identity": {"name": salted("김하늘"), "phone": salted("010-1234-5678")},
        "losses": [
            {"id": "0195", "head": "sales", "class": "ordinary", "krw": 1_200_000, "from": "2022-10-15", "until": "2022-10-19",
                "commitments": {"note": salted("예약이 끊김")}},
            {"id": "0196", "head": "compensation_received", "class": "ordinary", "krw": -50_000, "from": "2022-11-01", "until": "2022-11-01",
                "commitments": {}},
        ],
        "sum_krw": 1_150_000,
        "evidence": [{"id": "0197", "kind": "sales-loss", "size": 48_211, "sha256": "0f".repeat(32), "loss": "0195",
            "commitments": {"file_name": salted("매출.pdf")}}],
        "consents": [{"id": "0193", "item": "mandate", "title": "소송 위임 계약", "agreed": true, "text_sha256": "1e".repeat(32),
            "version": 2, "language": "ko", "commitments": {"statement": salted("{}")}}],
    })
}

fn row() -> Value {
    json!({"id": "0193", "claim_id": "0194", "number": "KKO-000123-X", "claim_version": 7})
}

/// A receipt of a submission with that text as its manifest.
fn handed_in(said: &str, row: Value) -> Value {
    let mut extra = extra("manifest", "claim.submit", row, "manifest", said);
    let openings =
        ["김하늘", "예약이 끊김", "매출.pdf"].map(|value| (salted(value), opening(value)));
    let openings: serde_json::Map<String, Value> = openings.into_iter().collect();
    extra["parts"]["manifest"] = openings.into();
    extra
}

fn manifest(change: impl Fn(&mut Value)) -> Value {
    let mut said = said();
    change(&mut said);
    handed_in(&said.to_string(), row())
}

fn with(mut extra: Value, change: impl Fn(&mut Value)) -> Value {
    change(&mut extra);
    extra
}

/// A vector: what it is, what is said of it, and which parts are not checked.
pub struct Vector {
    pub what: &'static str,
    pub verdict: &'static str,
    pub not_checked: Vec<&'static str>,
    extra: Value,
}

fn good(what: &'static str, not_checked: &[&'static str], extra: Value) -> Vector {
    let not_checked = not_checked.to_vec();
    Vector {
        what,
        verdict: "holds",
        not_checked,
        extra,
    }
}

fn bad(what: &'static str, verdict: &'static str, extra: Value) -> Vector {
    Vector {
        what,
        verdict,
        not_checked: Vec::new(),
        extra,
    }
}

fn good_vectors() -> Vec<Vector> {
    let untitled = |body: &str| {
        let mut statement = statement(body);
        statement
            .as_object_mut()
            .expect("an object")
            .remove("title");
        statement
    };
    let unknown = |extra: &mut Value| {
        extra["parts"]["video-call"] = json!({"any": ["thing", 1.5]});
        extra["parts"]["0"] = json!(false);
    };
    vec![
        good("a consent", &[], consent(2)),
        good("a consent to words that name an older key", &[], consent(1)),
        good(
            "a consent to words that name the first key",
            &[],
            consent(0),
        ),
        good("words that name no key", &[], signed("끝", statement)),
        good(
            "a statement without title",
            &["text.title"],
            signed("끝", untitled),
        ),
        good(
            "the version written otherwise",
            &[],
            with(consent(2), |extra| extra["v"] = json!(2.0)),
        ),
        good(
            "no part at all",
            &[],
            with(consent(2), |extra| {
                extra["parts"] = json!({"successions": [succession(0), succession(1)]})
            }),
        ),
        good(
            "parts that nobody knows",
            &["0", "video-call"],
            with(consent(2), unknown),
        ),
        good("a manifest", &[], manifest(|_| ())),
        good(
            "a manifest of which nothing is opened",
            &[],
            with(manifest(|_| ()), |extra| {
                extra["parts"]["manifest"] = json!({})
            }),
        ),
        good(
            "a manifest that is not put in words",
            &[],
            with(manifest(|_| ()), |extra| {
                drop(
                    extra["parts"]
                        .as_object_mut()
                        .expect("an object")
                        .remove("manifest"),
                )
            }),
        ),
        good(
            "a manifest that says more",
            &[],
            manifest(|said| said["shops"] = json!([{"name": "하늘네일", "chairs": 2}])),
        ),
        good(
            "a manifest of two businesses",
            &[],
            manifest(|said| said["businesses"] = businesses()),
        ),
        good("a manifest of nothing", &[], manifest_of_nothing()),
        good(
            "a consent of a director",
            &[],
            signed("끝", statement_of_director),
        ),
        good(
            "a statement of which nothing has its type",
            &[],
            signed("끝", statement_of_nothing),
        ),
        good(
            "a power that is given",
            &[],
            power_stated(
                &with(statement_of_director("끝"), |statement| {
                    statement["power"] = json!("waiver");
                    statement["granted"] = json!(true);
                }),
                true,
            ),
        ),
        good(
            "a power that is taken back, in a statement of the first kind",
            &[],
            power_stated(&statement("끝"), false),
        ),
        good(
            "a manifest of a corporation",
            &[],
            manifest_of_corporation(|_| ()),
        ),
        good(
            "a manifest of a person who signs",
            &[],
            manifest(|said| {
                said["signatories"] = json!([]);
                said["identification"] = json!([{"id": "0199", "signatory": null, "method": "mail_code", "on": "2026-11-20", "commitments": {}}]);
                said["consents"][0]["signatory"] = Value::Null;
                said["consents"][0]["powers"] = Value::Null;
            }),
        ),
        good(
            "the largest sums",
            &[],
            manifest(|said| {
                said["losses"][0]["krw"] = json!(9_007_199_254_740_991_i64);
                said["losses"][1]["krw"] = json!(-9_007_199_254_740_991_i64);
                said["sum_krw"] = json!(0);
            }),
        ),
    ]
}

/// Files that do not have the form of a receipt.
fn malformed_vectors() -> Vec<Vector> {
    let form = |what, change: &dyn Fn(&mut Value)| bad(what, "form", with(consent(2), change));
    let part = |what, name: &'static str, value: Value| {
        bad(
            what,
            "form",
            with(consent(2), |extra| extra["parts"][name] = value.clone()),
        )
    };
    let many = |count: usize| json!(vec!["YQ=="; count]);
    let opened = |value: Value| part("an opening that is none", "manifest", json!({"ab": value}));
    let over = |count: usize| {
        (0..count)
            .map(|n| (format!("p{n}"), json!(0)))
            .collect::<serde_json::Map<_, _>>()
    };
    vec![
        form("another version", &|extra| extra["v"] = json!(3)),
        form("a version that is a text", &|extra| extra["v"] = json!("2")),
        form("a version that is true", &|extra| extra["v"] = json!(true)),
        form("no version", &|extra| {
            drop(extra.as_object_mut().expect("an object").remove("v"))
        }),
        form("no parts", &|extra| {
            drop(extra.as_object_mut().expect("an object").remove("parts"))
        }),
        form("parts in a list", &|extra| extra["parts"] = json!([])),
        form("a key of the first version", &|extra| {
            extra["time_stamps"] = json!([])
        }),
        form("a key that nobody knows", &|extra| {
            extra["remark"] = json!("")
        }),
        form("too many parts", &|extra| extra["parts"] = over(33).into()),
        form("too many fields", &|extra| {
            for n in 0..64 {
                extra["fields"][format!("f{n}")] = opening("x");
            }
        }),
        form("a salt in capitals", &|extra| {
            extra["fields"]["statement"]["salt"] = "AB".repeat(16).into()
        }),
        part("a name with a capital", "Text", json!(0)),
        part("a name that is empty", "", json!(0)),
        part(
            "a name that is too long",
            "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddd",
            json!(0),
        ),
        part(
            "a name that objects of JavaScript have",
            "__proto__",
            json!(0),
        ),
        part("an unknown part that is null", "video-call", Value::Null),
        part("a key that is null", "key", Value::Null),
        part("a key that is a number", "key", json!(0)),
        part("successions in an object", "successions", json!({})),
        part("a succession that is none", "successions", json!([""])),
        part(
            "a time stamp that is not base64",
            "time-stamps",
            json!(["!"]),
        ),
        part("too many time stamps", "time-stamps", many(65)),
        part("a text that is a text", "text", json!("소송 위임 계약")),
        part("a text in a list", "text", json!(["ko", "a", "b"])),
        part(
            "a text without body",
            "text",
            json!({"language": "ko", "title": "a"}),
        ),
        part(
            "a text with more",
            "text",
            json!({"language": "ko", "title": "a", "body": "b", "sha256": ""}),
        ),
        part(
            "a title that is a number",
            "text",
            json!({"language": "ko", "title": 1, "body": "b"}),
        ),
        part("openings in a list", "manifest", json!([])),
        opened(json!("x")),
        opened(json!({"value": "x"})),
        opened(json!({"salt": "ab", "value": "x"})),
        opened(json!(["ab".repeat(16), "x"])),
    ]
}

/// Receipts that have the form and do not hold.
fn false_vectors() -> Vec<Vector> {
    let text = |what, extra| bad(what, "text", extra);
    let of_text = |what, change: &dyn Fn(&mut Value)| text(what, with(consent(1), change));
    let handed = |what, change: &dyn Fn(&mut Value)| bad(what, "manifest", manifest(change));
    let of_corporation =
        |what, change: &dyn Fn(&mut Value)| bad(what, "manifest", manifest_of_corporation(change));
    let written = |what, from: &str, to: &str| {
        let said = said().to_string();
        assert!(said.contains(from), "{what}");
        bad(
            what,
            "manifest",
            handed_in(&said.replacen(from, to, 1), row()),
        )
    };
    let of_row = |what, key: &'static str, value: Value| {
        let row = with(row(), |row| row[key] = value.clone());
        bad(what, "manifest", handed_in(&said().to_string(), row))
    };
    let forged = Signer::new("example.kr/log", Kind::Ed25519, &[9; 32]).expect("a key");
    let own = succession(1).replace("rotation", "Rotation");
    vec![
        bad(
            "another fingerprint",
            "signature",
            with(consent(2), |extra| extra["parts"]["key"] = json!("")),
        ),
        bad(
            "no successions",
            "signature",
            with(consent(2), |extra| {
                extra["parts"]["successions"] = json!([])
            }),
        ),
        bad(
            "a row that is not the one",
            "row",
            with(consent(2), |extra| extra["row"] = json!("{}")),
        ),
        of_text("a letter of the words", &|extra| {
            extra["parts"]["text"]["body"] = body("x").into()
        }),
        of_text("another language", &|extra| {
            extra["parts"]["text"]["language"] = json!("en")
        }),
        of_text("another title", &|extra| {
            extra["parts"]["text"]["title"] = json!("선물")
        }),
        of_text("no statement", &|extra| extra["fields"] = json!({})),
        text("a statement that is no JSON", signed("끝", |_| json!("끝"))),
        text(
            "a statement with a title that is a number",
            signed("끝", |body| {
                with(statement(body), |statement| statement["title"] = json!(1))
            }),
        ),
        text(
            "words that name a key of nobody",
            signed(&"00".repeat(32), statement),
        ),
        text(
            "words that name a thief's key",
            signed(&forged.vkey().fingerprint(), statement),
        ),
        bad(
            "a succession that was changed",
            "succession",
            with(consent(1), |extra| {
                extra["parts"]["successions"][1] = json!(own);
            }),
        ),
        handed("a business without an id", &|said| {
            said["businesses"] = json!([{"commitments": {}}])
        }),
        handed("businesses that are no list", &|said| {
            said["businesses"] = json!({})
        }),
        handed("another claim", &|said| said["claim"] = json!("0199")),
        handed("another number", &|said| {
            said["number"] = json!("KKO-000124-X")
        }),
        handed("another version of the claim", &|said| {
            said["version"] = json!(8)
        }),
        handed("a manifest of another kind", &|said| said["v"] = json!(2)),
        handed("a sum that is not the sum", &|said| {
            said["sum_krw"] = json!(1_150_001)
        }),
        handed("an amount that is a text", &|said| {
            said["losses"][0]["krw"] = json!("1200000")
        }),
        handed("an amount above 2^53", &|said| {
            said["losses"][0]["krw"] = json!(9_007_199_254_740_993_i64);
            said["sum_krw"] = json!(9_007_199_254_690_993_i64);
        }),
        handed("an answer that is a number", &|said| {
            said["consents"][0]["agreed"] = json!(1)
        }),
        handed("losses in an object", &|said| said["losses"] = json!({})),
        handed("no evidence", &|said| {
            drop(said.as_object_mut().expect("an object").remove("evidence"))
        }),
        handed("a commitment that is a number", &|said| {
            said["identity"]["name"] = json!(1)
        }),
        handed("a claim of nobody", &|said| {
            drop(said.as_object_mut().expect("an object").remove("party"))
        }),
        of_corporation("a capacity that is a number", &|said| {
            said["signatories"][0]["capacity"] = json!(1)
        }),
        of_corporation("signatories that are null", &|said| {
            said["signatories"] = Value::Null
        }),
        of_corporation("a consent of somebody who does not sign", &|said| {
            said["consents"][0]["signatory"] = json!("0193")
        }),
        of_corporation("a consent of a number", &|said| {
            said["consents"][0]["signatory"] = json!(1);
        }),
        of_corporation("an identification of somebody who does not sign", &|said| {
            said["identification"][0]["signatory"] = json!("0193")
        }),
        of_corporation("an identification without its day", &|said| {
            said["identification"][0]["on"] = Value::Null
        }),
        of_corporation("a power that is neither given nor not", &|said| {
            said["consents"][0]["powers"]["waiver"] = json!("no")
        }),
        of_corporation("powers in a list", &|said| {
            said["consents"][0]["powers"] = json!(["settlement"])
        }),
        of_corporation("a statement on a power without an answer", &|said| {
            drop(
                said["powers"][0]
                    .as_object_mut()
                    .expect("an object")
                    .remove("granted"),
            )
        }),
        handed("a key with a capital", &|said| {
            said["Businesses"] = json!([])
        }),
        handed("a number that is a fraction", &|said| {
            said["share"] = json!(0.5)
        }),
        handed("an opening that the manifest does not name", &|said| {
            said["identity"] = json!({})
        }),
        written("white space", "{\"case\"", "{ \"case\""),
        written(
            "another order",
            "{\"case\":\"0190\",\"claim\":\"0194\"",
            "{\"claim\":\"0194\",\"case\":\"0190\"",
        ),
        written("an amount written otherwise", "1200000", "1200000.0"),
        written(
            "zero below zero",
            "\"version\":7",
            "\"version\":7,\"years\":-0",
        ),
        written("a key twice", "\"v\":1", "\"v\":1,\"v\":1"),
        written("a text with an escape", "seoul", "\\u0073eoul"),
        of_row("a row of another number", "number", json!("KKO-000124-X")),
        of_row("a row without version", "claim_version", Value::Null),
        bad(
            "a value that is another",
            "manifest",
            with(manifest(|_| ()), |extra| {
                extra["parts"]["manifest"][salted("김하늘")]["value"] = json!("박바다");
            }),
        ),
        bad(
            "a manifest that is not shown",
            "manifest",
            with(manifest(|_| ()), |extra| extra["fields"] = json!({})),
        ),
        bad(
            "openings without a manifest",
            "manifest",
            with(consent(2), |extra| extra["parts"]["manifest"] = json!({})),
        ),
        bad(
            "a manifest in another table",
            "manifest",
            with(
                extra(
                    "claim",
                    "claim.submit",
                    row(),
                    "manifest",
                    &said().to_string(),
                ),
                |extra| extra["parts"]["manifest"] = json!({}),
            ),
        ),
    ]
}

pub fn vectors() -> Vec<(Vector, Case)> {
    let all = [good_vectors(), malformed_vectors(), false_vectors()];
    let vkey = key(0).vkey().to_string();
    let case = |vector: Vector| {
        let extra = &vector.extra;
        let line = extra["entry"].as_str().expect("an entry");
        let (proof, _) = proof_of(line, extra.to_string().into_bytes(), [SEEDS[2]; 32]);
        let case = (
            vector.what.into(),
            proof.to_string().into_bytes(),
            vkey.clone(),
        );
        (vector, case)
    };
    let mut made: Vec<_> = all.into_iter().flatten().map(case).collect();
    // only these hold under the key that signed alone: nothing leads back to an older one
    let extra = with(consent(1), |extra| {
        extra["parts"]["successions"] = json!([succession(1)])
    });
    let (vector, (what, file, _)) = case(good("under a newer key than the words name", &[], extra));
    made.push((vector, (what, file, key(2).vkey().to_string())));
    made
}
