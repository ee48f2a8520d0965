//! Everything that a claimant entered, part by part: to be checked before it is handed in, and to be
//! read and printed afterwards.

use crate::cases::{self, Case, OptionKind};
use crate::claims::evidence::{self, Evidence};
use crate::claims::losses::{self, Loss};
use crate::claims::{self, Business, Claim, Party};
use crate::db::Read;
use crate::error::Error;
use crate::http::pages::claimant::consents::{Asked, asked};
use crate::http::pages::claimant::missing::name;
use crate::http::pages::claimant::questions::Question;
use crate::http::pages::layout::Layout;
use crate::http::pages::position;
use crate::http::pages::visit::Visit;
use crate::ids::ClaimId;
use crate::text::Language;

/// A claim with all that belongs to it.
pub struct Whole {
    pub claim: Claim,
    pub case: Case,
    pub losses: Vec<Loss>,
    pub files: Vec<Evidence>,
    pub consents: Vec<Asked>,
}

/// A part of a claim.
pub struct Part {
    pub title: String,
    pub rows: Vec<Row>,
}

/// An answer.
pub struct Row {
    pub key: String,
    /// Line by line; empty where nothing was entered.
    pub values: Vec<String>,
    /// Where it is changed, after the path of the claim.
    pub change: String,
}

impl Whole {
    pub fn read(r: &mut Read, id: ClaimId, language: Language) -> Result<Self, Error> {
        let claim = claims::get(r, id)?;
        Ok(Self {
            case: cases::get(r, claim.case)?,
            losses: losses::of_claim(r, id)?,
            files: evidence::of_claim(r, id)?,
            consents: asked(r, &claim, language)?,
            claim,
        })
    }

    /// What is stored now and is changed there, as the claim was changed elsewhere.
    pub async fn stored(
        visit: &Visit,
        id: ClaimId,
        change: impl Fn(&str) -> bool,
    ) -> Result<Vec<Row>, Error> {
        let language = visit.browser.language;
        let read = move |r: &mut Read| Self::read(r, id, language);
        let (reader, whole) = visit.look(read).await?;
        let parts = whole.parts(&visit.browser.layout(reader)).into_iter();
        let rows = parts.flat_map(|part| part.rows);
        Ok(rows.filter(|row| change(&row.change)).collect())
    }

    pub fn parts(&self, l: &Layout) -> Vec<Part> {
        vec![
            self.about(l),
            self.business(l),
            self.losses(l),
            self.files(l),
            self.consents(l),
        ]
    }

    fn about(&self, l: &Layout) -> Part {
        let identity = self.claim.identity.as_ref();
        let row = |key, value: Option<String>, question: Question| Row {
            key: l.t(key),
            values: value.into_iter().collect(),
            change: question.path(),
        };
        let name = identity
            .and_then(|i| i.name.as_ref())
            .map(|name| name.as_str().into());
        let birth = identity.and_then(|i| i.birth_date).map(|day| l.day(&day));
        let phone = identity
            .and_then(|i| i.phone.as_ref())
            .map(|phone| phone.as_str().into());
        let number = identity.and_then(|i| i.corporation_number.as_ref());
        let number = number.map(ToString::to_string);
        let address = identity.and_then(|i| i.address.clone());
        let hidden = self.claim.address_hidden;
        let hidden = hidden.then(|| l.t("field-address-hidden-yes"));
        let party = self.claim.party.as_str();
        let unasked = match self.claim.party {
            Party::Corporation => "field-birth-date",
            _ => "field-corporation-number",
        };
        let rows = [
            row("field-party", Some(l.of("party", party)), Question::Party),
            row("field-name", name, Question::Name),
            row("field-birth-date", birth, Question::Name),
            row("field-corporation-number", number, Question::Name),
            row("field-phone", phone, Question::Phone),
            row("field-address", address, Question::Address),
            row("field-address-hidden", hidden, Question::Address),
        ];
        let asked = rows.into_iter().filter(|row| row.key != l.t(unasked));
        Part {
            title: l.t("task-about"),
            rows: asked.collect(),
        }
    }

    fn business(&self, l: &Layout) -> Part {
        let (claim, case) = (&self.claim, &self.case);
        let business = |business: &Business| Row {
            key: l.t("business"),
            values: position::business(l, case, business),
            change: format!("businesses/{}", business.id),
        };
        let used = claim.services.iter().map(|used| {
            let service = name(l, case, OptionKind::Service, &used.service);
            let paid = if used.paid {
                "check-paid"
            } else {
                "check-free"
            };
            format!("{service} ({})", l.t(paid))
        });
        let services = Row {
            key: l.t("field-services"),
            values: used.collect(),
            change: Question::Services.path(),
        };
        let none = Row {
            key: l.t("business"),
            values: vec![l.t("business-none")],
            change: "businesses".into(),
        };
        let none = claim.businesses.is_empty().then_some(none);
        let businesses = claim.businesses.iter().map(business).chain(none);
        let title = l.t("check-business");
        let rows = businesses.chain([services]).collect();
        Part { title, rows }
    }

    fn losses(&self, l: &Layout) -> Part {
        let row = |loss: &Loss| {
            let lines = position::lines(l, &self.case, &self.claim.businesses, loss).into_iter();
            Row {
                key: l.of("loss-kind", loss.kind.as_str()),
                values: lines
                    .map(|(key, value)| format!("{key}: {value}"))
                    .collect(),
                change: format!("losses/{}", loss.id),
            }
        };
        let total = Row {
            key: l.t("loss-total"),
            values: vec![l.money(self.claim.total_krw.0)],
            change: "losses".into(),
        };
        let rows = self.losses.iter().map(row).chain([total]).collect();
        let title = l.t("task-losses");
        Part { title, rows }
    }

    fn files(&self, l: &Layout) -> Part {
        let row = |file: &Evidence| {
            let size = l.t1("evidence-bytes", "bytes", l.count(file.size_bytes));
            let hash = format!("SHA-256 {}", file.sha256);
            let values = [
                file.file_name.clone(),
                Some(size),
                Some(hash),
                file.note.clone(),
            ];
            Row {
                key: name(l, &self.case, OptionKind::Evidence, &file.kind),
                values: values.into_iter().flatten().collect(),
                change: "evidence".into(),
            }
        };
        Part {
            title: l.t("task-evidence"),
            rows: self.files.iter().map(row).collect(),
        }
    }

    fn consents(&self, l: &Layout) -> Part {
        let row = |asked: &Asked| {
            let at = asked
                .item
                .answer
                .as_ref()
                .map(|answer| l.time(&answer.answered_at));
            let values = [Some(l.t(asked.state())), at];
            Row {
                key: asked.text.title.clone(),
                values: values.into_iter().flatten().collect(),
                change: format!("consents/{}", asked.item.code),
            }
        };
        Part {
            title: l.t("task-consents"),
            rows: self.consents.iter().map(row).collect(),
        }
    }
}
