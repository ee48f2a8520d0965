//! One loss: the questions of its kind. For sales, the week of the outage is set against the best
//! one or the one before.

use std::str::FromStr;

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::cases::{self, Case, CaseOption, OptionKind};
use crate::claims::lifecycle::Event;
use crate::claims::losses::weeks::{self, DAYS, WeekInput, Weeks, WeeksInput};
use crate::claims::losses::{
    self, CompensationForm, Loss, LossClass, LossInput, LossKind, LossMethod, Release,
};
use crate::claims::{self, Claim};
use crate::db::{Read, Write};
use crate::error::{Error, Fault};
use crate::http::pages::browser::Shown;
use crate::http::pages::claimant::answers::{Row, Whole};
use crate::http::pages::claimant::{may, or_now_listed};
use crate::http::pages::form::{Fields, Sent, Typed};
use crate::http::pages::layout::Layout;
use crate::http::pages::position;
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::{ClaimId, LossId};
use crate::input::{Amount, Faults};
use crate::law;

/// What is typed of a loss.
#[derive(Deserialize, Clone, Default)]
#[serde(default)]
pub struct Form {
    kind: String,
    class: String,
    method: String,
    amount_krw: String,
    confirmed_amount: bool,
    from_on: String,
    until_on: String,
    service: String,
    business: String,
    form: String,
    release: String,
    release_terms: String,
    note: String,
    basis: String,
    no_resident_number: bool,
}

/// What was typed, or nothing.
fn given(typed: &str) -> Option<&str> {
    Some(typed).filter(|typed| !typed.trim().is_empty())
}

fn chosen<T: FromStr>(field: &str, code: &str) -> Result<T, Fault> {
    code.parse().map_err(|_| Fault::new(field, "choose"))
}

impl Form {
    fn input(self, kind: LossKind, typed: &Typed) -> Result<LossInput, Error> {
        let mut faults = Faults::default();
        let class = match kind {
            // whether that was foreseeable is nobody's question
            LossKind::CompensationReceived => Ok(LossClass::Ordinary),
            _ => chosen("class", &self.class),
        };
        let class = faults.take(class);
        let method = faults.take(chosen::<LossMethod>("method", &self.method));
        let (class, method) = faults.finish((class, method))?;
        Ok(LossInput {
            kind,
            class,
            method,
            weeks: method.computes().then(|| weeks_typed(typed)),
            amount_krw: given(&self.amount_krw).map(Amount::from),
            confirmed_amount: self.confirmed_amount,
            from_on: Some(self.from_on),
            until_on: Some(self.until_on),
            service: Some(self.service),
            business: self.business.parse().ok(),
            form: self.form.parse().ok(),
            release: self.release.parse().ok(),
            release_terms: Some(self.release_terms),
            note: Some(self.note),
            basis: Some(self.basis),
            no_resident_number: self.no_resident_number,
        })
    }
}

/// Sales of both weeks out of what was typed.
fn weeks_typed(typed: &Typed) -> WeeksInput {
    let value = |field: String| {
        let mut of_name = typed.0.iter().filter(|(known, _)| *known == field);
        of_name.next().and_then(|(_, value)| given(value))
    };
    let week = |name: &str| {
        let days = (0..DAYS).map(|n| value(format!("weeks.{name}.days_krw[{n}]")));
        let days: Vec<_> = days.map(|day| day.map(Amount::from)).collect();
        WeekInput {
            from_on: value(format!("weeks.{name}.from_on")).map(Into::into),
            sales_krw: value(format!("weeks.{name}.sales_krw")).map(Amount::from),
            days_krw: days.iter().any(Option::is_some).then_some(days),
        }
    };
    WeeksInput {
        outage: week("outage"),
        compared: week("compared"),
    }
}

fn stored(loss: &Loss) -> Fields {
    let mut fields = Fields::stored([
        ("class", Some(loss.class.as_str().into())),
        ("method", loss.method.map(|how| how.as_str().into())),
        ("amount_krw", Some(loss.amount_krw.0.to_string())),
        ("from_on", Some(loss.from_on.to_string())),
        ("until_on", Some(loss.until_on.to_string())),
        ("service", loss.service.clone()),
        (
            "business",
            loss.business.map(|business| business.to_string()),
        ),
        ("form", loss.form.map(|form| form.as_str().into())),
        ("release", loss.release.map(|what| what.as_str().into())),
        ("release_terms", loss.release_terms.clone()),
        ("note", loss.note.clone()),
        ("basis", loss.basis.clone()),
    ]);
    let Some(sales) = &loss.weeks else {
        return fields;
    };
    for (name, week) in [("outage", &sales.outage), ("compared", &sales.compared)] {
        fields.set(&format!("weeks.{name}.from_on"), week.from_on.to_string());
        match &week.days_krw {
            None => fields.set(
                &format!("weeks.{name}.sales_krw"),
                week.sales_krw.0.to_string(),
            ),
            Some(days) => {
                for (n, day) in days.iter().enumerate() {
                    fields.set(&format!("weeks.{name}.days_krw[{n}]"), day.0.to_string());
                }
            }
        }
    }
    fields
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
    /// Services through which it can have been lost: code and name.
    services: Vec<(String, String)>,
    /// Businesses that can have had it, where there are several: id and what it is.
    businesses: Vec<(String, String)>,
    fields: Fields,
    /// What the comparison of weeks came to, in words.
    compared: Option<String>,
    /// The losses that are stored, where this one was changed elsewhere.
    elsewhere: Vec<Row>,
}

impl Page {
    async fn read(visit: &Visit, claim: ClaimId, kind: LossKind) -> Result<Self, Error> {
        let read = move |r: &mut Read| of_claim(r, claim);
        let (reader, (used, case)) = visit.look(read).await?;
        let l = visit.browser.layout(reader);
        let weeks = Weeks::of(&case);
        let over = match kind {
            LossKind::Sales => weeks::last(weeks.outage),
            _ => law::day_in_korea(case.incident_until),
        };
        let named = |option: &&CaseOption| {
            let mut used = used.services.iter();
            option.kind == OptionKind::Service
                && (used.len() == 0 || used.any(|used| used.service == option.code))
        };
        let services = case.options.iter().filter(named);
        let services = services.map(|one| (one.code.clone(), l.both(&one.name).into()));
        let several = used.businesses.len() > 1;
        let businesses = used.businesses.iter().filter(|_| several);
        let businesses = businesses.map(|one| {
            let lines = position::business(&l, &case, one);
            (one.id.to_string(), lines.join(", "))
        });
        Ok(Self {
            services: services.collect(),
            businesses: businesses.collect(),
            claim,
            kind,
            loss: None,
            fields: Fields::stored([
                ("from_on", Some(weeks.outage.to_string())),
                ("until_on", Some(over.to_string())),
            ]),
            weeks,
            compared: None,
            elsewhere: Vec::new(),
            l,
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

    /// How the amount can be arrived at.
    fn methods(&self) -> Vec<(&'static str, String)> {
        let method = |how: &LossMethod| (how.as_str(), self.l.of("loss-method", how.as_str()));
        self.kind.methods().iter().map(method).collect()
    }

    fn method_hint(&self) -> String {
        let compares = self.kind.methods().iter().any(|how| how.computes());
        let key = if compares {
            "loss-method-hint-sales"
        } else {
            "loss-method-hint-others"
        };
        self.l.t(key)
    }

    fn forms(&self) -> Vec<(&'static str, String)> {
        let form = |form: &CompensationForm| (form.as_str(), self.l.of("loss-form", form.as_str()));
        CompensationForm::ALL.iter().map(form).collect()
    }

    fn releases(&self) -> Vec<(&'static str, String)> {
        let release = |what: &Release| (what.as_str(), self.l.of("loss-release", what.as_str()));
        Release::ALL.iter().map(release).collect()
    }

    /// The weeks of which the best one is chosen.
    fn best(&self) -> Vec<(String, String)> {
        let week = |first: &chrono::NaiveDate| (first.to_string(), self.week(*first));
        self.weeks.others.iter().map(week).collect()
    }

    fn week(&self, first: chrono::NaiveDate) -> String {
        let until = weeks::last(first);
        format!("{} – {}", self.l.day(&first), self.l.day(&until))
    }

    fn outage(&self) -> String {
        self.week(self.weeks.outage)
    }

    /// Each day of a week: its field and what it is called.
    fn days(&self, name: &str) -> Vec<(String, String)> {
        let first = match name {
            "outage" => Some(self.weeks.outage),
            _ => self.fields.value("weeks.compared.from_on").parse().ok(),
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
            .map(|n| (format!("weeks.{name}.days_krw[{n}]"), label(n)))
            .collect()
    }

    /// Whether sales were typed day by day.
    fn daily(&self, name: &str) -> bool {
        let day = |n| format!("weeks.{name}.days_krw[{n}]");
        (0..DAYS).any(|n| !self.fields.value(&day(n)).is_empty())
    }
}

fn of_claim(r: &mut Read, claim: ClaimId) -> Result<(Claim, Case), Error> {
    let claim = claims::get(r, claim)?;
    may(&claim, Event::Edit)?;
    let case = cases::get(r, claim.case)?;
    Ok((claim, case))
}

type Kind = web::Path<(ClaimId, LossKind)>;
type One = web::Path<(ClaimId, LossId)>;

pub async fn show(visit: Visit, at: Kind) -> Shown {
    let page = Page::read(&visit, at.0, at.1).await?;
    visit.browser.show(&page)
}

pub async fn add(sent: Sent<Form>, at: Kind) -> Shown {
    let ((claim, kind), form, typed) = (*at, sent.value.clone(), sent.typed.clone());
    let add = move |w: &mut Write| {
        losses::add(w, claim, &form.clone().input(kind, &typed)?)?;
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
    let (_, loss) = visit.look(move |r| losses::one(r, claim, id)).await?;
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
    let ((claim, id), form, typed) = (*at, sent.value.clone(), sent.typed.clone());
    let change = move |w: &mut Write| {
        let kind = losses::one(w, claim, id)?.kind;
        losses::replace(w, id, &form.clone().input(kind, &typed)?)?;
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

/// Compares the weeks and shows the form with the difference in its place; nothing is stored.
pub async fn compare(sent: Sent<Form>, claim: web::Path<ClaimId>) -> Shown {
    let mut page = Page::read(&sent.visit, *claim, LossKind::Sales).await?;
    if let Some(loss) = sent.typed.0.iter().find(|(name, _)| name == "loss") {
        page.loss = loss.1.parse().ok();
    }
    let method = sent.value.method.parse().ok();
    let method = method.filter(|how: &LossMethod| how.computes());
    let method = method.unwrap_or(LossMethod::OutageWeek);
    let sales = match weeks_typed(&sent.typed).compare(method, &page.weeks) {
        Ok(sales) => sales,
        Err(error) => return refused(&sent, page, error),
    };
    page.fields = Fields::typed(&sent.typed);
    let week = page.weeks.outage;
    for (field, value) in [
        ("method", method.as_str().into()),
        ("amount_krw", sales.difference().0.to_string()),
        ("from_on", week.to_string()),
        ("until_on", weeks::last(week).to_string()),
    ] {
        page.fields.set(field, value);
    }
    page.compared = Some(position::compared(&page.l, method, &sales));
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
                services: vec![("chat".into(), "대화".into())],
                businesses: vec![
                    ("1".into(), "가게".into()),
                    ("2".into(), "둘째 가게".into()),
                ],
                fields: Fields::default(),
                compared: None,
                elsewhere: Vec::new(),
            });
            assert_eq!(
                html.contains("weeks.outage.sales_krw"),
                kind == LossKind::Sales,
                "{html}"
            );
            let received = kind == LossKind::CompensationReceived;
            assert_eq!(html.contains("name=\"class\""), !received, "{html}");
            assert_eq!(html.contains("name=\"release\""), received, "{html}");
            for method in LossMethod::ALL {
                let offered = html.contains(&format!("value=\"{}\"", method.as_str()));
                assert_eq!(offered, kind.methods().contains(method), "{html}");
            }
        }
    }
}
