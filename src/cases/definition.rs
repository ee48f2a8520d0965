//! A case as a firm writes it down: a TOML file with dates, lists and consent texts. Loading checks
//! all of it before anything is stored.

mod plausibility;
mod reading;

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;
use serde::Deserialize;
use uuid::Uuid;

use crate::audit::log_key;
use crate::cases::{self, Bilingual, CaseRow, ConsentItem, ConsentText, OptionKind, OptionRow};
use crate::db::Write;
use crate::db::schema::{case_option, consent_text, court_case};
use crate::error::{Error, Fault, OnConstraint};
use crate::ids::{CaseId, ConsentTextId};
use crate::input::{self, Faults, Field, Sha256};
use crate::law;
use crate::text::{Language, say};
use plausibility::Plausibility;

/// Kinds of evidence at most: claims are found in an index, and a row of it has room for so many codes.
const MOST_KINDS: usize = 20;
/// How long people can join a case at most: longer is a mistyped year.
const LONGEST_INTAKE: Duration = Duration::days(3653);

/// A case file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// Its name in addresses: 2 to 40 of a-z, 0-9 and -.
    pub code: String,
    /// Beginning of its claim numbers: 2 to 6 of A-Z.
    pub number_prefix: String,
    title: Bilingual,
    summary: Bilingual,
    defendant: Bilingual,
    incident_from: toml::value::Datetime,
    incident_until: toml::value::Datetime,
    limitation_on: toml::value::Datetime,
    #[serde(default)]
    demo: bool,
    intake_opens: toml::Value,
    intake_closes: toml::Value,
    services: Vec<Listed>,
    industries: Vec<Listed>,
    evidence_kinds: Vec<Listed>,
    /// Who conducts the case: the hint has registration and office.
    #[serde(default)]
    counsel: Vec<Listed>,
    /// What joining costs: the hint says how much, when, and whether more can follow.
    #[serde(default)]
    costs: Vec<Listed>,
    consents: Vec<Text>,
    /// Amounts above which a loss is asked back.
    #[serde(default)]
    plausibility: Plausibility,
    /// What is wrong with its texts; told with the rest.
    #[serde(skip)]
    faults: Vec<Fault>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table with a code and a name")]
struct Listed {
    code: String,
    name: Bilingual,
    #[serde(default)]
    hint: Bilingual,
    #[serde(default)]
    required: bool,
}

#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "a table with item, version, required, title and text"
)]
struct Text {
    item: ConsentItem,
    version: i32,
    required: bool,
    title: Bilingual,
    text: Bilingual,
}

impl Definition {
    /// The case itself, once everything in the file is right.
    fn row(&self, now: DateTime<Utc>) -> Result<CaseRow, Error> {
        let mut faults = Faults::default();
        let from = faults.take(timestamp("incident_from", &self.incident_from));
        let until = faults.take(timestamp("incident_until", &self.incident_until));
        let opens = faults.take(self.intake("intake_opens", &self.intake_opens, now));
        let closes = faults.take(self.intake("intake_closes", &self.intake_closes, now));
        let limitation = faults.take(input::date(
            "limitation_on",
            &self.limitation_on.to_string(),
        ));
        self.faults
            .iter()
            .cloned()
            .for_each(|fault| faults.add(fault));
        self.check(&mut faults);
        let mut ordered = |first: &Field<_>, then: &Field<_>, field| {
            let ends = first.get().zip(then.get());
            faults.demand(
                ends.is_none_or(|(first, then)| first < then),
                field,
                "dates-order",
            );
        };
        ordered(&from, &until, "incident_until");
        ordered(&opens, &closes, "intake_closes");
        if let Some(from) = from.get() {
            let ended = limitation
                .get()
                .is_some_and(|day| *day < law::day_in_korea(*from));
            faults.demand(!ended, "limitation_on", "limitation-early");
            let early = opens.get().is_some_and(|opens| opens < from);
            faults.demand(!early, "intake_opens", "intake-early");
            faults.demand(*from <= now, "incident_from", "date-future");
        }
        let long = opens.get().zip(closes.get());
        let long = long.is_some_and(|(opens, closes)| *closes - opens > LONGEST_INTAKE);
        faults.demand(!long, "intake_closes", "intake-long");
        let (incident_from, incident_until, intake_opens, intake_closes, limitation_on) =
            faults.finish((from, until, opens, closes, limitation))?;
        let row = CaseRow {
            id: CaseId::new(),
            code: self.code.clone(),
            number_prefix: self.number_prefix.clone(),
            title_ko: self.title.ko.clone(),
            title_en: self.title.en.clone(),
            summary_ko: self.summary.ko.clone(),
            summary_en: self.summary.en.clone(),
            defendant_ko: self.defendant.ko.clone(),
            defendant_en: self.defendant.en.clone(),
            incident_from,
            incident_until,
            limitation_on,
            intake_opens,
            intake_closes,
            demo: self.demo,
            created_at: now,
        };
        Ok(row)
    }

    /// Stores the case and returns its id.
    ///
    /// # Errors
    /// `Invalid` with every fault of the file; a conflict where code or prefix are taken.
    pub fn create(&self, w: &mut Write) -> Result<CaseId, Error> {
        let row = self.row(w.now())?;
        diesel::insert_into(court_case::table)
            .values(&row)
            .execute(w.conn())
            .on_constraint(
                &["court_case_code_key", "court_case_number_prefix_key"],
                || Error::conflict("case-exists"),
            )?;
        let lists = [
            (OptionKind::Service, &self.services),
            (OptionKind::Industry, &self.industries),
            (OptionKind::Evidence, &self.evidence_kinds),
            (OptionKind::Counsel, &self.counsel),
            (OptionKind::Cost, &self.costs),
        ];
        for (kind, listed) in lists {
            let options = (0..).zip(listed);
            let options: Vec<OptionRow> = options
                .map(|(position, option)| option.row(row.id, kind, position))
                .collect();
            diesel::insert_into(case_option::table)
                .values(options)
                .execute(w.conn())?;
        }
        self.plausibility.store(w, row.id)?;
        for text in &self.consents {
            for language in Language::ALL {
                let wording = Wording {
                    item: text.item,
                    version: text.version,
                    required: text.required,
                    language: *language,
                    title: text.title.in_language(*language),
                    body: text.text.in_language(*language),
                };
                wording.publish(w, row.id)?;
            }
        }
        Ok(row.id)
    }

    fn check(&self, faults: &mut Faults) {
        let code = |text: &str| {
            (2..=40).contains(&text.len())
                && text
                    .bytes()
                    .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
        };
        faults.demand(code(&self.code), "code", "code");
        let prefix = (2..=6).contains(&self.number_prefix.len())
            && self.number_prefix.bytes().all(|b| b.is_ascii_uppercase());
        faults.demand(prefix, "number_prefix", "number-prefix");
        for (name, listed, demanded) in [
            ("services", &self.services, true),
            ("industries", &self.industries, true),
            ("evidence_kinds", &self.evidence_kinds, true),
            ("counsel", &self.counsel, false),
            ("costs", &self.costs, false),
        ] {
            faults.demand(!demanded || !listed.is_empty(), name, "empty");
            for (i, option) in listed.iter().enumerate() {
                faults.demand(code(&option.code), &format!("{name}[{i}].code"), "code");
                faults.demand(
                    listed[..i].iter().all(|before| before.code != option.code),
                    &format!("{name}[{i}].code"),
                    "twice",
                );
            }
        }
        if self.evidence_kinds.len() > MOST_KINDS {
            faults.add(Fault::new("evidence_kinds", "too-many").with("most", MOST_KINDS));
        }
        self.plausibility.check(faults);
        for (i, text) in self.consents.iter().enumerate() {
            // the next version has to have a number, too
            faults.demand(
                (1..i32::MAX).contains(&text.version),
                &format!("consents[{i}].version"),
                "version",
            );
            let field = format!("consents[{i}].required");
            match text.item {
                ConsentItem::Participation
                | ConsentItem::Mandate
                | ConsentItem::PrivacyRequired => {
                    faults.demand(text.required, &field, "consent-required");
                }
                ConsentItem::PrivacyOptional => {
                    faults.demand(!text.required, &field, "consent-optional");
                }
                ConsentItem::ThirdParty => {}
            }
        }
        for item in ConsentItem::ALL {
            let texts = self
                .consents
                .iter()
                .filter(|text| text.item == *item)
                .count();
            faults.demand(texts == 1, "consents", "consent-once");
        }
    }

    /// A moment, or in a demo a distance in days from today such as `-30d`.
    fn intake(
        &self,
        field: &str,
        value: &toml::Value,
        now: DateTime<Utc>,
    ) -> Result<DateTime<Utc>, Fault> {
        match value {
            toml::Value::Datetime(value) => timestamp(field, value),
            toml::Value::String(text) if self.demo => {
                let days = text
                    .strip_suffix('d')
                    .and_then(|days| days.parse::<i64>().ok());
                days.filter(|days| days.abs() < 3650)
                    .map(|days| now + Duration::days(days))
                    .ok_or_else(|| Fault::new(field, "timestamp"))
            }
            _ => Err(Fault::new(field, "timestamp")),
        }
    }
}

fn timestamp(field: &str, value: &toml::value::Datetime) -> Result<DateTime<Utc>, Fault> {
    DateTime::parse_from_rfc3339(&value.to_string())
        .map(Into::into)
        .map_err(|_| Fault::new(field, "timestamp"))
}

impl Listed {
    fn row(&self, case_id: CaseId, kind: OptionKind, position: i32) -> OptionRow {
        OptionRow {
            id: Uuid::now_v7(),
            case_id,
            kind,
            code: self.code.clone(),
            name_ko: self.name.ko.clone(),
            name_en: self.name.en.clone(),
            hint_ko: self.hint.ko.clone(),
            hint_en: self.hint.en.clone(),
            required: self.required,
            position,
        }
    }
}

/// A consent text as the firm wrote it.
struct Wording<'t> {
    item: ConsentItem,
    version: i32,
    required: bool,
    language: Language,
    title: &'t str,
    body: &'t str,
}

impl Wording<'_> {
    /// Publishes the text with the log's key below it: the signer gets the key with what is signed,
    /// and not only from the registry that it checks.
    fn publish(self, w: &mut Write, case: CaseId) -> Result<(), Error> {
        let fingerprint = log_key::current(w)?.fingerprint();
        let key = say(
            self.language,
            "consent-log-key",
            &[("fingerprint", fingerprint)],
        );
        let body = format!("{}\n\n{key}\n", self.body.trim_end());
        let text = ConsentText {
            id: ConsentTextId::new(),
            item: self.item,
            version: self.version,
            language: self.language,
            required: self.required,
            title: self.title.into(),
            sha256: Sha256::of(&body),
            body,
            published_at: w.now(),
        };
        diesel::insert_into(consent_text::table)
            .values((text, consent_text::case_id.eq(case)))
            .execute(w.conn())?;
        Ok(())
    }
}

/// Publishes the next version of a consent text in both languages; answers to the old one are
/// refused from now on.
///
/// # Errors
/// `Invalid` where a text says nothing: the log's key is added to each, so that what is signed
/// would not be empty.
pub fn revise(
    w: &mut Write,
    case: CaseId,
    item: ConsentItem,
    ko: &str,
    en: &str,
) -> Result<i32, Error> {
    let mut faults = Faults::default();
    let ko = faults.take(input::of_file("ko", ko));
    let en = faults.take(input::of_file("en", en));
    let (ko, en) = faults.finish((ko, en))?;
    let texts = cases::current_texts(w, case, None)?;
    let current = || texts.iter().filter(|text| text.item == item);
    let newest = current().map(|text| text.version).max();
    let version = newest.ok_or(Error::NotFound)? + 1;
    for text in current() {
        let wording = Wording {
            item,
            version,
            required: text.required,
            language: text.language,
            title: &text.title,
            body: match text.language {
                Language::Korean => &ko,
                Language::English => &en,
            },
        };
        wording.publish(w, case)?;
    }
    Ok(version)
}
