//! The consent items of a case file: what the law demands of each, and how it is published.

use diesel::prelude::*;
use uuid::Uuid;

use crate::audit::log_key;
use crate::cases::definition::Text;
use crate::cases::{Bilingual, ConsentText, ItemKind, LegalBasis, OptionKind, OptionRow};
use crate::db::Write;
use crate::db::schema::{case_option, consent_text};
use crate::error::Error;
use crate::ids::{CaseId, ConsentTextId};
use crate::input::{Faults, Sha256};
use crate::text::{Language, say};

/// Items at most: each is a page of its own that everybody reads.
const MOST: usize = 20;
/// What a title calls an item that cannot be refused, and one that can.
const CALLED_REQUIRED: [&str; 2] = ["필수", "required"];
const CALLED_OPTIONAL: [&str; 2] = ["선택", "optional"];

/// Whether the title calls the item so, in either language.
fn calls(title: &Bilingual, words: [&str; 2]) -> bool {
    title.ko.contains(words[0]) || title.en.to_lowercase().contains(words[1])
}

fn says(text: &Bilingual) -> bool {
    !text.ko.is_empty() && !text.en.is_empty()
}

/// Whether a text has files handed over, of which the registry takes the description alone.
pub(super) fn promises_upload(text: &Bilingual) -> bool {
    let korean = ["올려", "업로드"].iter().any(|word| text.ko.contains(word));
    korean || text.en.to_lowercase().contains("upload")
}

/// Notes what the law, or good sense, does not let an item be.
pub(super) fn check(texts: &[Text], faults: &mut Faults) {
    if texts.len() > MOST {
        faults.add(crate::error::Fault::new("consents", "too-many").with("most", MOST));
    }
    for (i, text) in texts.iter().enumerate() {
        let field = |name: &str| format!("consents[{i}].{name}");
        let signs = |b: u8| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_');
        let code = (2..=40).contains(&text.item.len()) && text.item.bytes().all(signs);
        faults.demand(code, &field("item"), "item-code");
        let twice = texts[..i].iter().any(|before| before.item == text.item);
        faults.demand(!twice, &field("item"), "twice");
        // the next version has to have a number, too
        let numbered = (1..i32::MAX).contains(&text.version);
        faults.demand(numbered, &field("version"), "version");
        let kind = text.kind;
        let binding = matches!(
            kind,
            ItemKind::Participation | ItemKind::Mandate | ItemKind::FeeContract
        );
        faults.demand(
            text.required || !binding,
            &field("required"),
            "consent-required",
        );
        let called = match text.required {
            true => !calls(&text.title, CALLED_OPTIONAL),
            false => !calls(&text.title, CALLED_REQUIRED),
        };
        faults.demand(called, &field("required"), "consent-called");
        let contract = kind != ItemKind::FeeContract || text.basis == LegalBasis::Contract;
        faults.demand(contract, &field("basis"), "consent-contract");
        // what can be refused stands on nothing but consent
        let free = text.required || text.basis == LegalBasis::Consent;
        faults.demand(free, &field("basis"), "consent-optional");
        if matches!(kind, ItemKind::Privacy | ItemKind::ThirdParty) {
            faults.demand(says(&text.purpose), &field("purpose"), "missing");
            faults.demand(says(&text.retention), &field("retention"), "missing");
        }
        let given = kind != ItemKind::ThirdParty || says(&text.recipient);
        faults.demand(given, &field("recipient"), "missing");
    }
    let of = |kind| texts.iter().filter(move |text| text.kind == kind).count();
    for kind in [ItemKind::Participation, ItemKind::Mandate] {
        faults.demand(of(kind) == 1, "consents", "consent-once");
    }
    faults.demand(of(ItemKind::FeeContract) <= 1, "consents", "consent-once");
    let processes = |text: &Text| text.kind == ItemKind::Privacy && text.required;
    faults.demand(texts.iter().any(processes), "consents", "consent-privacy");
}

/// Stores the items of a new case in their order, each with its text in both languages.
pub(super) fn publish(w: &mut Write, case: CaseId, texts: &[Text]) -> Result<(), Error> {
    for (position, text) in (0..).zip(texts) {
        let option = OptionRow {
            id: Uuid::now_v7(),
            case_id: case,
            kind: OptionKind::Consent,
            code: text.item.clone(),
            name_ko: text.title.ko.clone(),
            name_en: text.title.en.clone(),
            hint_ko: String::new(),
            hint_en: String::new(),
            required: text.required,
            position,
            registration: String::new(),
            parties: Vec::new(),
            heads: Vec::new(),
            industries: Vec::new(),
            services: Vec::new(),
            any_of: String::new(),
        };
        diesel::insert_into(case_option::table)
            .values(option)
            .execute(w.conn())?;
        for language in Language::ALL {
            let said = |text: &Bilingual| text.in_language(*language).to_owned();
            let first = ConsentText {
                id: ConsentTextId::new(),
                item: text.item.clone(),
                kind: text.kind,
                basis: text.basis,
                version: text.version,
                suffices_from: text.version,
                reason: String::new(),
                language: *language,
                required: text.required,
                title: said(&text.title),
                purpose: said(&text.purpose),
                recipient: said(&text.recipient),
                retention: said(&text.retention),
                body: String::new(),
                sha256: Sha256::of(""),
                published_at: w.now(),
            };
            put(w, case, first, text.text.in_language(*language))?;
        }
    }
    Ok(())
}

/// Publishes a text: what the firm wrote, and below it what the law wants to stand out, the legal
/// ground, and the log's key, so that the signer gets the key with what is signed, and not only from
/// the registry that it checks.
pub(super) fn put(
    w: &mut Write,
    case: CaseId,
    text: ConsentText,
    written: &str,
) -> Result<(), Error> {
    let language = text.language;
    let told = [
        ("consent-purpose", &text.purpose),
        ("consent-recipient", &text.recipient),
        ("consent-retention", &text.retention),
    ];
    let told = told.into_iter().filter(|(_, what)| !what.is_empty());
    let told = told.map(|(key, what)| say(language, key, &[("what", what.clone())]));
    let basis = format!("consent-basis-{}", text.basis.as_str());
    let fingerprint = log_key::current(w)?.fingerprint();
    let below = told.chain([say(language, &basis, &[])]);
    let body = format!(
        "{}\n\n{}\n\n{}\n",
        written.trim_end(),
        below.collect::<Vec<_>>().join("\n"),
        say(language, "consent-log-key", &[("fingerprint", fingerprint)]),
    );
    let published = ConsentText {
        id: ConsentTextId::new(),
        sha256: Sha256::of(&body),
        body,
        published_at: w.now(),
        ..text
    };
    diesel::insert_into(consent_text::table)
        .values((published, consent_text::case_id.eq(case)))
        .execute(w.conn())?;
    Ok(())
}
