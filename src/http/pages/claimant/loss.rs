//! One loss: the questions of its kind. For sales, the week of the outage is set against the best
//! one.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::cases::{self, Case};
use crate::claims;
use crate::claims::lifecycle::Event;
use crate::claims::losses::outage_week::{self, DAYS, Sales, Weeks};
use crate::claims::losses::{self, Loss, LossClass, LossInput, LossKind};
use crate::db::{Read, Write};
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::claimant::answers::{Row, Whole};
use crate::http::pages::claimant::losses::one;
use crate::http::pages::claimant::{may, or_now_listed};
use crate::http::pages::form::{Fields, Sent, Typed};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::{ClaimId, LossId};
use crate::input::Amount;
use crate::law;

/// What is typed of a loss.
#[derive(Deserialize, Clone, Default)]
#[serde(default)]
pub struct Form {
    kind: String,
    class: String,
    amount_krw: String,
    from_on: String,
    until_on: String,
    note: String,
    basis: String,
    no_resident_number: bool,
}

impl Form {
    fn input(self, kind: LossKind) -> Result<LossInput, Error> {
        let class = match kind {
            // whether that was foreseeable is nobody's question
            LossKind::CompensationReceived => LossClass::Ordinary,
            _ => {
                let class = self.class.parse();
                class.map_err(|_| Error::invalid("class", "class-missing"))?
            }
        };
        Ok(LossInput {
            kind,
            class,
            amount_krw: Amount::from(self.amount_krw.as_str()),
            from_on: self.from_on,
            until_on: self.until_on,
            note: Some(self.note),
            basis: Some(self.basis),
            no_resident_number: self.no_resident_number,
        })
    }
}

fn stored(loss: &Loss) -> Fields {
    Fields::stored([
        ("class", Some(loss.class.as_str().into())),
        ("amount_krw", Some(loss.amount_krw.0.to_string())),
        ("from_on", Some(loss.from_on.to_string())),
        ("until_on", Some(loss.until_on.to_string())),
        ("note", loss.note.clone()),
        ("basis", loss.basis.clone()),
    ])
}

#[derive(Template)]
#[template(path = "claimant/loss.html")]
struct Page {
    l: Layout,
    claim: ClaimId,
    kind: LossKind,
    /// The loss that is being changed.
    loss: Option<LossId>,
    weeks: Weeks,
    fields: Fields,
    /// What the comparison of weeks came to, in words.
    compared: Option<String>,
    /// The losses that are stored, where this one was changed elsewhere.
    elsewhere: Vec<Row>,
}

impl Page {
    async fn read(visit: &Visit, claim: ClaimId, kind: LossKind) -> Result<Self, Error> {
        let read = move |r: &mut Read| case_of(r, claim);
        let (reader, case) = visit.look(read).await?;
        Ok(Self {
            l: visit.browser.layout(reader),
            claim,
            kind,
            loss: None,
            weeks: Weeks::of(&case),
            fields: Fields::stored([
                (
                    "from_on",
                    Some(law::day_in_korea(case.incident_from).to_string()),
                ),
                (
                    "until_on",
                    Some(law::day_in_korea(case.incident_until).to_string()),
                ),
            ]),
            compared: None,
            elsewhere: Vec::new(),
        })
    }

    fn action(&self) -> String {
        match self.loss {
            Some(loss) => format!("/claims/{}/losses/{loss}", self.claim),
            None => format!("/claims/{}/losses/new/{}", self.claim, self.kind.as_str()),
        }
    }

    fn classes(&self) -> Vec<(&'static str, String)> {
        let class = |class: &LossClass| (class.as_str(), self.l.of("loss-class", class.as_str()));
        LossClass::ALL.iter().map(class).collect()
    }

    /// The weeks of which the best one is chosen.
    fn best(&self) -> Vec<(String, String)> {
        let week = |first: &chrono::NaiveDate| (first.to_string(), self.week(*first));
        self.weeks.others.iter().map(week).collect()
    }

    fn week(&self, first: chrono::NaiveDate) -> String {
        let until = outage_week::last(first);
        format!("{} – {}", self.l.day(&first), self.l.day(&until))
    }

    fn outage(&self) -> String {
        self.week(self.weeks.outage)
    }

    /// Each day of a week: its field and what it is called.
    fn days(&self, name: &str) -> Vec<(String, String)> {
        let first = match name {
            "outage" => Some(self.weeks.outage),
            _ => self.fields.value("best.from").parse().ok(),
        };
        let begins = self.weeks.outage;
        let label = |n: u64| {
            let day = first.unwrap_or(begins) + chrono::Days::new(n);
            let weekday = self.l.of("loss-weekday", &day.format("%u").to_string());
            first.map_or_else(
                || weekday.clone(),
                |_| format!("{} ({weekday})", self.l.day(&day)),
            )
        };
        (0..DAYS as u64)
            .map(|n| (format!("{name}.{}", n + 1), label(n)))
            .collect()
    }

    /// Whether sales were typed day by day.
    fn daily(&self, name: &str) -> bool {
        let mut days = 1..=DAYS;
        days.any(|n| !self.fields.value(&format!("{name}.{n}")).is_empty())
    }
}

fn case_of(r: &mut Read, claim: ClaimId) -> Result<Case, Error> {
    let claim = claims::get(r, claim)?;
    may(&claim, Event::Edit)?;
    cases::get(r, claim.case)
}

type Kind = web::Path<(ClaimId, LossKind)>;
type One = web::Path<(ClaimId, LossId)>;

pub async fn show(visit: Visit, at: Kind) -> Shown {
    let page = Page::read(&visit, at.0, at.1).await?;
    visit.browser.show(&page)
}

pub async fn add(sent: Sent<Form>, at: Kind) -> Shown {
    let ((claim, kind), form) = (*at, sent.value.clone());
    let add = move |w: &mut Write| {
        losses::add(w, claim, &form.clone().input(kind)?)?;
        Ok(on_to(format!("/claims/{claim}/losses")))
    };
    match sent.change(add).await {
        Ok(answer) => Ok(answer),
        Err(error) => refused(&sent, Page::read(&sent.visit, claim, kind).await?, error),
    }
}

fn refused(sent: &Sent<Form>, page: Page, error: Error) -> Shown {
    let refused = sent.refused(error)?;
    let fields = refused.fields;
    let page = Page { fields, ..page };
    sent.visit.browser.show_as(refused.status, &page)
}

async fn read_one(visit: &Visit, (claim, id): (ClaimId, LossId)) -> Result<Page, Error> {
    let (_, loss) = visit.look(move |r| one(r, claim, id)).await?;
    let page = Page::read(visit, claim, loss.kind).await?;
    Ok(Page {
        loss: Some(id),
        fields: stored(&loss),
        ..page
    })
}

/// A loss that was stated, to be corrected.
pub async fn show_one(visit: Visit, at: One) -> Shown {
    let shown = async { visit.browser.show(&read_one(&visit, *at).await?) };
    or_now_listed(&visit, at.0, "losses", shown).await
}

pub async fn change(sent: Sent<Form>, at: One) -> Shown {
    let ((claim, id), form) = (*at, sent.value.clone());
    let change = move |w: &mut Write| {
        let kind = one(w, claim, id)?.kind;
        losses::replace(w, id, &form.clone().input(kind)?)?;
        Ok(on_to(format!("/claims/{claim}/losses")))
    };
    match sent.change(change).await {
        Ok(answer) => Ok(answer),
        Err(Error::NotFound) => gone(&sent, claim).await,
        Err(error) => refused(&sent, read_one(&sent.visit, *at).await?, error),
    }
}

/// The loss was corrected or removed elsewhere: what was typed is kept, and becomes a loss of its own
/// if it is sent again.
async fn gone(sent: &Sent<Form>, claim: ClaimId) -> Shown {
    let kind = sent.value.kind.parse().map_err(|_| Error::NotFound)?;
    let page = Page::read(&sent.visit, claim, kind).await?;
    let losses = |change: &str| change.starts_with("losses");
    let page = Page {
        elsewhere: Whole::stored(&sent.visit, claim, losses).await?,
        ..page
    };
    refused(sent, page, Error::Stale)
}

/// Sales of a week out of what was typed.
fn sales(typed: &Typed, name: &str) -> Sales {
    let value = |field: String| {
        let mut of_name = typed.0.iter().filter(|(known, _)| *known == field);
        of_name
            .next()
            .map_or_else(String::new, |(_, value)| value.clone())
    };
    Sales {
        week: value(format!("{name}.week")),
        days: std::array::from_fn(|n| value(format!("{name}.{}", n + 1))),
    }
}

/// Compares the weeks and shows the form with the difference in its place; nothing is stored.
pub async fn compare(sent: Sent<Form>, claim: web::Path<ClaimId>) -> Shown {
    let mut page = Page::read(&sent.visit, *claim, LossKind::Sales).await?;
    if let Some(loss) = sent.typed.0.iter().find(|(name, _)| name == "loss") {
        page.loss = loss.1.parse().ok();
    }
    let (outage, best) = (sales(&sent.typed, "outage"), sales(&sent.typed, "best"));
    let compared = match outage_week::compare(&outage, &best) {
        Ok(compared) => compared,
        Err(error) => return refused(&sent, page, error),
    };
    page.fields = Fields::typed(&sent.typed);
    let (l, lost) = (&page.l, compared.difference());
    let first = page.fields.value("best.from").parse().ok();
    let first = first.filter(|first| page.weeks.others.contains(first));
    let values = [
        ("outage", l.money(compared.outage.0)),
        ("best", l.money(compared.best.0)),
        ("lost", l.money(lost.0)),
        (
            "week",
            first.map_or_else(String::new, |first| page.week(first)),
        ),
    ];
    let key = if first.is_some() {
        "loss-compared-week"
    } else {
        "loss-compared"
    };
    let words = crate::text::say(l.language, key, &values);
    let week = page.weeks.outage;
    page.fields.set("amount_krw", lost.0.to_string());
    page.fields.set("from_on", week.to_string());
    page.fields
        .set("until_on", outage_week::last(week).to_string());
    if page.fields.value("note").trim().is_empty() {
        page.fields.set("note", words.clone());
    }
    page.compared = Some(words);
    sent.visit.browser.show_as(StatusCode::OK, &page)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::Status;
    use crate::http::pages::claimant::sample::{case, claim, layout};
    use crate::http::pages::layout::rendered;
    use crate::text::Language;

    #[test]
    fn every_kind_has_its_questions_in_both_languages() {
        for (kind, language) in LossKind::ALL.iter().flat_map(|kind| {
            [Language::Korean, Language::English].map(|language| (*kind, language))
        }) {
            let html = rendered(&Page {
                l: layout(language),
                claim: claim(Status::Draft).id,
                kind,
                loss: None,
                weeks: Weeks::of(&case()),
                fields: Fields::default(),
                compared: None,
                elsewhere: Vec::new(),
            });
            assert_eq!(
                html.contains("outage.week"),
                kind == LossKind::Sales,
                "{html}"
            );
            let asks = kind != LossKind::CompensationReceived;
            assert_eq!(html.contains("name=\"class\""), asks, "{html}");
        }
    }
}
