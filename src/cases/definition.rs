//! A case as a firm writes it down: a TOML file with dates, lists and consent texts. Loading checks
//! all of it before anything is stored.

mod consents;
mod demands;
mod plausibility;
mod reading;
mod revision;

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;
use serde::Deserialize;
use uuid::Uuid;

use crate::cases::mandate::{self, Instance, Party, Power};
use crate::cases::{Bilingual, CaseRow, ItemKind, LegalBasis, LossKind, OptionKind, OptionRow};
use crate::db::Write;
use crate::db::schema::{case_option, court_case};
use crate::error::{Error, Fault, OnConstraint};
use crate::ids::CaseId;
use crate::input::{self, Faults, Field};
use crate::law;
use plausibility::Plausibility;
pub use revision::{Revision, revise};

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
    /// Who conducts the case, with registration; the hint has the office.
    #[serde(default)]
    counsel: Vec<Listed>,
    /// What joining costs: the hint says how much, when, and whether more can follow.
    #[serde(default)]
    costs: Vec<Listed>,
    /// Who processes data for the firm: the hint says what and where.
    #[serde(default)]
    processors: Vec<Listed>,
    mandate: Mandate,
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
    #[serde(default)]
    registration: String,
    /// Of evidence: the parties of whom it is demanded, as the paper that shows who represents them.
    #[serde(default)]
    parties: Vec<Party>,
    /// Of evidence: the losses for which it is demanded.
    #[serde(default)]
    heads: Vec<LossKind>,
    /// Of evidence: codes of the industries in which it is demanded.
    #[serde(default)]
    industries: Vec<String>,
    /// Of evidence: codes of the services of which any makes it demanded.
    #[serde(default)]
    services: Vec<String>,
    /// Of evidence: a group, of whose kinds that are demanded one suffices.
    #[serde(default)]
    any_of: String,
}

/// How far the mandate reaches.
#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "a table with instance, needed_powers and identification"
)]
struct Mandate {
    instance: Instance,
    /// Without which the firm does not act.
    needed_powers: Vec<Power>,
    /// What suffices to identify who signs: any of these, each a method or several joined by +.
    identification: Vec<String>,
}

impl Mandate {
    /// The rules in the form in which they are compared; one that does not read is none.
    fn identification(&self) -> Vec<Option<String>> {
        let rules = self.identification.iter();
        rules.map(|rule| mandate::parse_rule(rule)).collect()
    }
}

#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "a table with item, kind, basis, version, required, title and text"
)]
struct Text {
    item: String,
    kind: ItemKind,
    basis: LegalBasis,
    version: i32,
    required: bool,
    title: Bilingual,
    text: Bilingual,
    #[serde(default)]
    purpose: Bilingual,
    #[serde(default)]
    recipient: Bilingual,
    #[serde(default)]
    retention: Bilingual,
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
            instance: self.mandate.instance,
            identification: self.mandate.identification(),
            needed_powers: self
                .mandate
                .needed_powers
                .iter()
                .copied()
                .map(Some)
                .collect(),
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
            (OptionKind::Processor, &self.processors),
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
        consents::publish(w, row.id, &self.consents)?;
        Ok(row.id)
    }

    /// What is allowed and yet likely to be a mistake: a suit whose limitation has passed, and words
    /// that promise what the registry does not do.
    pub fn warnings(&self, now: DateTime<Utc>) -> Vec<Fault> {
        let mut faults = Faults::default();
        let passed = input::date("limitation_on", &self.limitation_on.to_string());
        let passed = passed.is_ok_and(|day| day < law::day_in_korea(now));
        faults.demand(!passed, "limitation_on", "limitation-passed");
        for (i, listed) in self.evidence_kinds.iter().enumerate() {
            let field = format!("evidence_kinds[{i}].hint");
            faults.demand(
                !consents::promises_upload(&listed.hint),
                &field,
                "promises-upload",
            );
        }
        for (i, consent) in self.consents.iter().enumerate() {
            let field = format!("consents[{i}].text");
            faults.demand(
                !consents::promises_upload(&consent.text),
                &field,
                "promises-upload",
            );
        }
        match faults.finish(()) {
            Err(Error::Invalid(faults)) => faults,
            _ => Vec::new(),
        }
    }

    fn check(&self, faults: &mut Faults) {
        faults.demand(is_code(&self.code), "code", "code");
        let prefix = (2..=6).contains(&self.number_prefix.len())
            && self.number_prefix.bytes().all(|b| b.is_ascii_uppercase());
        faults.demand(prefix, "number_prefix", "number-prefix");
        for (name, listed, demanded) in [
            ("services", &self.services, true),
            ("industries", &self.industries, true),
            ("evidence_kinds", &self.evidence_kinds, true),
            ("counsel", &self.counsel, false),
            ("costs", &self.costs, false),
            ("processors", &self.processors, false),
        ] {
            faults.demand(!demanded || !listed.is_empty(), name, "empty");
            for (i, option) in listed.iter().enumerate() {
                faults.demand(is_code(&option.code), &format!("{name}[{i}].code"), "code");
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
        demands::check(self, faults);
        self.plausibility.check(faults);
        for (i, counsel) in self.counsel.iter().enumerate() {
            let field = format!("counsel[{i}].registration");
            faults.demand(!counsel.registration.is_empty(), &field, "missing");
        }
        for (i, power) in self.mandate.needed_powers.iter().enumerate() {
            let twice = self.mandate.needed_powers[..i].contains(power);
            faults.demand(!twice, &format!("mandate.needed_powers[{i}]"), "twice");
        }
        let rules = &self.mandate.identification;
        faults.demand(!rules.is_empty(), "mandate.identification", "empty");
        for (i, rule) in rules.iter().enumerate() {
            let known = mandate::parse_rule(rule).is_some();
            let field = format!("mandate.identification[{i}]");
            faults.demand(known, &field, "identification-rule");
        }
        consents::check(&self.consents, faults);
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

fn is_code(text: &str) -> bool {
    let fits = |b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-');
    (2..=40).contains(&text.len()) && text.bytes().all(fits)
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
            required: self.is_for_all(),
            position,
            registration: self.registration.clone(),
            parties: self.parties.iter().copied().map(Some).collect(),
            heads: self.heads.iter().copied().map(Some).collect(),
            industries: self.industries.iter().cloned().map(Some).collect(),
            services: self.services.iter().cloned().map(Some).collect(),
            any_of: self.any_of.clone(),
        }
    }
}
