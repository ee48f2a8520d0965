//! A checklist for whoever thinks of joining: what can be proven, what is missing, what the outage
//! week comes to. Nothing that is typed here is stored or noted.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;
use serde::Deserialize;

use crate::cases::{self, Case, CaseOption, OptionKind};
use crate::claims::evidence::demanded::{depends, grouped};
use crate::claims::losses::weeks::{self, WeekInput, Weeks};
use crate::db::Reader;
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::form::{Fields, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::papers;
use crate::http::pages::visit::Visit;
use crate::input::{Amount, Faults, Krw};

/// What was ticked and typed.
#[derive(Deserialize, Clone, Default)]
#[serde(default)]
pub struct Answers {
    /// Codes of the services that were used.
    services: Vec<String>,
    /// Codes of the kinds of evidence that are there.
    papers: Vec<String>,
    #[serde(rename = "weeks.compared.sales_krw")]
    best_week: String,
    #[serde(rename = "weeks.outage.sales_krw")]
    outage_week: String,
}

/// What comes of it.
struct Outcome {
    /// The services that were used.
    services: Vec<CaseOption>,
    there: Vec<CaseOption>,
    /// Kinds of evidence without which nobody can hand a claim in.
    missing: Vec<CaseOption>,
    /// Kinds without which some cannot.
    depending: Vec<CaseOption>,
    /// What could still help.
    useful: Vec<CaseOption>,
    /// Sales of the best and of the outage week, and what the one fell short of the other.
    loss: Option<Loss>,
}

struct Loss {
    best: Krw,
    outage: Krw,
    lost: Krw,
}

impl Answers {
    fn weigh(&self, case: &Case) -> Result<Outcome, Error> {
        let typed = |sum: &str| !sum.trim().is_empty();
        let week = |sum: &str| WeekInput {
            sales_krw: typed(sum).then(|| Amount::from(sum)),
            ..WeekInput::default()
        };
        let loss = if typed(&self.best_week) || typed(&self.outage_week) {
            let mut faults = Faults::default();
            let outage = week(&self.outage_week).sales("weeks.outage", &mut faults);
            let best = week(&self.best_week).sales("weeks.compared", &mut faults);
            let ((outage, _), (best, _)) = faults.finish((outage, best))?;
            let lost = weeks::lost(outage, best)?;
            Some(Loss { best, outage, lost })
        } else {
            None
        };
        let of = |kind, chosen: &dyn Fn(&CaseOption) -> bool| -> Vec<CaseOption> {
            let listed = case.options.iter().filter(|option| option.kind == kind);
            listed.filter(|option| chosen(option)).cloned().collect()
        };
        let has = |paper: &CaseOption| self.papers.contains(&paper.code);
        let kinds = of(OptionKind::Evidence, &|_| true);
        // another kind of its group that everybody can list does as well
        let suffices = |paper: &CaseOption| {
            let mut group = grouped(&kinds).into_iter();
            let group = group.find(|group| group.iter().any(|kind| kind.code == paper.code));
            let mut others = group.into_iter().flatten();
            has(paper) || others.any(|kind| kind.required && has(kind))
        };
        Ok(Outcome {
            services: of(OptionKind::Service, &|service| {
                self.services.contains(&service.code)
            }),
            there: of(OptionKind::Evidence, &has),
            missing: of(OptionKind::Evidence, &|paper| {
                paper.required && !suffices(paper)
            }),
            depending: of(OptionKind::Evidence, &|paper| {
                depends(paper) && !suffices(paper)
            }),
            useful: of(OptionKind::Evidence, &|paper| {
                !paper.required && !depends(paper) && !has(paper)
            }),
            loss,
        })
    }
}

#[derive(Template)]
#[template(path = "public/checklist.html")]
struct Page {
    l: Layout,
    case: Case,
    fields: Fields,
    outcome: Option<Outcome>,
}

impl Page {
    fn options(&self, kind: OptionKind) -> Vec<&CaseOption> {
        let options = self.case.options.iter();
        options.filter(|option| option.kind == kind).collect()
    }

    fn services(&self) -> Vec<&CaseOption> {
        self.options(OptionKind::Service)
    }

    fn papers(&self) -> Vec<&CaseOption> {
        self.options(OptionKind::Evidence)
    }

    /// When a paper is required, in words; empty where it never is.
    fn demanded(&self, paper: &CaseOption) -> String {
        papers::demanded(&self.l, &self.case, paper)
    }

    /// Whether the form says what a paper is: the outcome says it already.
    fn explains(&self, paper: &CaseOption) -> bool {
        self.outcome.is_none() && !self.l.both(&paper.hint).is_empty()
    }

    fn outage_week(&self) -> String {
        let first = Weeks::of(&self.case).outage;
        self.span("public-check-outage", first, first)
    }

    fn best_week(&self) -> String {
        let weeks = Weeks::of(&self.case);
        let first = *weeks.others.first().unwrap_or(&weeks.outage);
        self.span(
            "public-check-best",
            first,
            *weeks.others.last().unwrap_or(&first),
        )
    }

    /// From the first day of a week to the last day of another.
    fn span(&self, key: &str, from: NaiveDate, week: NaiveDate) -> String {
        let day = |day: NaiveDate| self.l.day(&day);
        let until = weeks::last(week);
        self.l.t2(key, ("from", day(from)), ("until", day(until)))
    }
}

async fn read(visit: &Visit, case: String) -> Result<(Option<Reader>, Case), Error> {
    let read = visit.look(move |r| {
        let id = cases::id(r, &case)?;
        cases::get(r, id)
    });
    read.await
}

pub async fn show(visit: Visit, case: web::Path<String>) -> Shown {
    let (reader, case) = read(&visit, case.into_inner()).await?;
    visit.browser.show(&Page {
        l: visit.browser.layout(reader),
        case,
        fields: Fields::default(),
        outcome: None,
    })
}

/// Says what comes of the answers, and forgets them.
pub async fn answer(sent: Sent<Answers>, case: web::Path<String>) -> Shown {
    let (reader, case) = read(&sent.visit, case.into_inner()).await?;
    let l = sent.visit.browser.layout(reader);
    match sent.value.weigh(&case) {
        Ok(outcome) => sent.visit.browser.show(&Page {
            l,
            case,
            fields: sent.kept(),
            outcome: Some(outcome),
        }),
        Err(error) => {
            let refused = sent.refused(error)?;
            let page = Page {
                l,
                case,
                fields: refused.fields,
                outcome: None,
            };
            sent.visit.browser.show_as(refused.status, &page)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::pages::layout::rendered;
    use crate::text::Language;

    fn answers(best: &str, outage: &str) -> Answers {
        Answers {
            best_week: best.into(),
            outage_week: outage.into(),
            ..Answers::default()
        }
    }

    #[test]
    fn nothing_has_to_be_answered() {
        let outcome = answers("", "").weigh(&Case::of_test()).unwrap();
        assert!(outcome.services.is_empty() && outcome.loss.is_none());
        assert_eq!(outcome.missing[0].code, "use");
    }

    #[test]
    fn two_weeks_are_compared_or_none() {
        for (best, outage, field) in [
            ("1000", "", "weeks.outage.sales_krw"),
            ("", "0", "weeks.compared.sales_krw"),
        ] {
            let refused = answers(best, outage).weigh(&Case::of_test());
            let Err(Error::Invalid(faults)) = refused else {
                panic!("one week was taken");
            };
            assert_eq!((&*faults[0].field, faults[0].code), (field, "missing"));
        }
        let weighed = answers("10만", "0").weigh(&Case::of_test()).unwrap();
        let loss = weighed.loss.map(|loss| loss.lost);
        assert_eq!(loss, Some(Krw(100_000)));
    }

    #[test]
    fn every_outcome_is_shown_in_both_languages() {
        for language in Language::ALL {
            let case = Case::of_test();
            let mut typed = answers("9,000", "5,000");
            typed.services = vec!["chat".into()];
            typed.papers = vec!["use".into()];
            let page = Page {
                l: Layout::of_test(*language),
                fields: Fields::default(),
                outcome: Some(typed.weigh(&case).unwrap()),
                case,
            };
            let html = rendered(&page);
            let said = page.l.t("public-check-loss-words");
            assert!(html.contains(&said), "{html}");
        }
    }
}
