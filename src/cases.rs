//! Cases: what a mass suit is about, which services failed, what has to be proven, and the consent
//! texts with their versions. One installation is one firm with several cases; staff see the cases
//! they are assigned to.

mod assignment;
pub mod definition;
pub mod figures;
pub mod mandate;
pub mod notices;
mod options;
pub mod own;
pub mod statistics;
mod texts;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use crate::codes::codes;
use crate::db::Read;
use crate::db::schema::{case_option, court_case};
use crate::error::Error;
use crate::ids::CaseId;
use crate::text::Language;
pub use assignment::{assign, assigned, staff, unassign};
pub use mandate::{IdentificationMethod, Instance, Party, Power};
pub(crate) use options::OptionRow;
pub use options::{CaseOption, OptionKind};
pub(crate) use texts::item_of_text;
pub use texts::{ConsentText, Publication, current_texts, publications, text_by_hash};

codes! {
    /// What a claimant is asked to sign with an item of the case.
    ItemKind {
        /// Joining the suit as a plaintiff.
        Participation = "participation",
        /// The mandate for counsel.
        Mandate = "mandate",
        /// What counsel is paid, and what losing costs.
        FeeContract = "fee_contract",
        /// Processing of personal data.
        Privacy = "privacy",
        /// Provision of personal data to somebody else, an item each recipient.
        ThirdParty = "third_party",
        /// Whatever else a firm asks.
        Other = "other",
    }

    /// On which legal ground an item stands (Personal Information Protection Act art. 15).
    LegalBasis {
        /// The claimant's consent.
        Consent = "consent",
        /// A contract with the claimant, such as the mandate.
        Contract = "contract",
        /// A law that demands or allows it.
        Law = "law",
    }

    /// What was lost.
    LossKind {
        /// Sales that were not made.
        Sales = "sales",
        /// Orders or deliveries that were cancelled.
        CancelledOrders = "cancelled_orders",
        /// Money given back to customers.
        Refunds = "refunds",
        /// Substitutes made or bought at short notice.
        Substitutes = "substitutes",
        /// Advertising and messages paid for in vain.
        Advertising = "advertising",
        /// Channel friends who were won and went away.
        ChannelFriends = "channel_friends",
        /// Distress of mind (위자료).
        Distress = "distress",
        /// Anything else.
        Other = "other",
        /// Received already, in money or service: set against the loss.
        CompensationReceived = "compensation_received",
    }
}

impl LossKind {
    /// Whether it is set against the loss.
    pub const fn is_received(self) -> bool {
        matches!(self, Self::CompensationReceived)
    }
}

/// A text in both languages.
#[derive(Serialize, serde::Deserialize, ToSchema, Clone, Default)]
#[serde(
    deny_unknown_fields,
    expecting = "a text in both languages, { ko = \"…\", en = \"…\" }"
)]
pub struct Bilingual {
    /// Korean.
    pub ko: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Korean => &self.ko,
            Language::English => &self.en,
        }
    }
}

/// A case as everybody sees it.
#[derive(Serialize, ToSchema)]
pub struct Case {
    /// Id of the case.
    pub id: CaseId,
    /// Its name in addresses.
    pub code: String,
    /// Beginning of its claim numbers.
    pub number_prefix: String,
    /// What it is called.
    pub title: Bilingual,
    /// What happened, who can join, what is needed.
    pub summary: Bilingual,
    /// Against whom.
    pub defendant: Bilingual,
    /// When the incident began.
    pub incident_from: DateTime<Utc>,
    /// When it was over.
    pub incident_until: DateTime<Utc>,
    /// Last day of the limitation period, as counsel sets it.
    pub limitation_on: NaiveDate,
    /// When joining begins.
    pub intake_opens: DateTime<Utc>,
    /// When joining ends.
    pub intake_closes: DateTime<Utc>,
    /// A demonstration: nothing in it is real.
    pub demo: bool,
    /// For which instance the mandate is given.
    pub instance: Instance,
    /// Special powers without which the firm does not act.
    pub needed_powers: Vec<Power>,
    /// What suffices to identify who signs: any of these, each a method or several joined by `+`.
    pub identification: Vec<String>,
    /// Services, industries, kinds of evidence, counsel, costs, consent items and processors.
    pub options: Vec<CaseOption>,
}

/// When people can join a case.
#[derive(Queryable, Selectable)]
#[diesel(table_name = court_case)]
pub struct Intake {
    #[diesel(column_name = intake_opens)]
    opens: DateTime<Utc>,
    #[diesel(column_name = intake_closes)]
    closes: DateTime<Utc>,
}

impl Intake {
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        (self.opens..self.closes).contains(&now)
    }
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = court_case)]
struct CaseRow {
    id: CaseId,
    code: String,
    number_prefix: String,
    title_ko: String,
    title_en: String,
    summary_ko: String,
    summary_en: String,
    defendant_ko: String,
    defendant_en: String,
    incident_from: DateTime<Utc>,
    incident_until: DateTime<Utc>,
    limitation_on: NaiveDate,
    intake_opens: DateTime<Utc>,
    intake_closes: DateTime<Utc>,
    demo: bool,
    created_at: DateTime<Utc>,
    instance: Instance,
    needed_powers: Vec<Option<Power>>,
    identification: Vec<Option<String>>,
}

impl CaseRow {
    fn with(self, options: Vec<CaseOption>) -> Case {
        let both = |ko, en| Bilingual { ko, en };
        Case {
            id: self.id,
            code: self.code,
            number_prefix: self.number_prefix,
            title: both(self.title_ko, self.title_en),
            summary: both(self.summary_ko, self.summary_en),
            defendant: both(self.defendant_ko, self.defendant_en),
            incident_from: self.incident_from,
            incident_until: self.incident_until,
            limitation_on: self.limitation_on,
            intake_opens: self.intake_opens,
            intake_closes: self.intake_closes,
            demo: self.demo,
            instance: self.instance,
            needed_powers: self.needed_powers.into_iter().flatten().collect(),
            identification: self.identification.into_iter().flatten().collect(),
            options,
        }
    }
}

/// The case of that code or id.
pub fn id(r: &mut Read, named: &str) -> Result<CaseId, Error> {
    if let Ok(id) = named.parse::<CaseId>() {
        return Ok(court_case::table
            .find(id)
            .select(court_case::id)
            .first(r.conn())?);
    }
    // PostgreSQL takes no text with a NUL
    if named.contains('\0') {
        return Err(Error::NotFound);
    }
    Ok(court_case::table
        .filter(court_case::code.eq(named))
        .select(court_case::id)
        .first(r.conn())?)
}

/// Everything about a case.
pub fn get(r: &mut Read, id: CaseId) -> Result<Case, Error> {
    let row: CaseRow = court_case::table
        .find(id)
        .select(CaseRow::as_select())
        .first(r.conn())?;
    with_options(r, vec![row])?.pop().ok_or(Error::NotFound)
}

/// All cases, the newest first.
pub fn list(r: &mut Read) -> Result<Vec<Case>, Error> {
    let rows: Vec<CaseRow> = court_case::table
        .order(court_case::id.desc())
        .select(CaseRow::as_select())
        .load(r.conn())?;
    with_options(r, rows)
}

fn with_options(r: &mut Read, cases: Vec<CaseRow>) -> Result<Vec<Case>, Error> {
    let rows: Vec<OptionRow> = case_option::table
        .filter(case_option::case_id.eq_any(cases.iter().map(|case| case.id)))
        .order((case_option::kind, case_option::position))
        .select(OptionRow::as_select())
        .load(r.conn())?;
    let mut options: HashMap<CaseId, Vec<CaseOption>> = HashMap::new();
    for row in rows {
        options.entry(row.case_id).or_default().push(row.into());
    }
    let with = |case: CaseRow| {
        let options = options.remove(&case.id).unwrap_or_default();
        case.with(options)
    };
    Ok(cases.into_iter().map(with).collect())
}

impl Case {
    /// Whether the list has that code.
    pub fn offers(&self, kind: OptionKind, code: &str) -> bool {
        self.codes(kind).any(|offered| offered == code)
    }

    /// The codes of the list, in its order.
    pub fn codes(&self, kind: OptionKind) -> impl Iterator<Item = &str> {
        let of_kind = self
            .options
            .iter()
            .filter(move |option| option.kind == kind);
        of_kind.map(|option| option.code.as_str())
    }

    pub fn intake(&self) -> Intake {
        Intake {
            opens: self.intake_opens,
            closes: self.intake_closes,
        }
    }
}

#[cfg(test)]
impl Case {
    /// A case for unit tests, open in 2026, with one option in each list.
    pub fn of_test() -> Self {
        let both = |ko: &str, en: &str| Bilingual {
            ko: ko.into(),
            en: en.into(),
        };
        let option = |kind, code: &str, name, required| CaseOption {
            name,
            required,
            ..CaseOption::of_test(kind, code)
        };
        let time = |text: &str| text.parse().expect("a time");
        let use_of_it = both("이용 자료", "Proof of use");
        Self {
            id: CaseId::new(),
            code: "outage".into(),
            number_prefix: "OUT".into(),
            title: both("장애 사건", "The outage"),
            summary: both("서비스가 멈추었습니다.", "A service failed."),
            defendant: both("주식회사 상대", "The Company"),
            incident_from: time("2022-10-15T06:30:00Z"),
            incident_until: time("2022-10-20T14:00:00Z"),
            limitation_on: NaiveDate::from_ymd_opt(2026, 10, 15).expect("a day"),
            intake_opens: time("2026-01-01T00:00:00Z"),
            intake_closes: time("2026-09-30T15:00:00Z"),
            demo: false,
            instance: Instance::First,
            needed_powers: Vec::new(),
            identification: vec!["mail_code".into()],
            options: vec![
                option(OptionKind::Service, "chat", both("대화", "Chat"), false),
                option(OptionKind::Industry, "cafe", both("카페", "Cafe"), false),
                option(OptionKind::Evidence, "use", use_of_it, true),
            ],
        }
    }
}
