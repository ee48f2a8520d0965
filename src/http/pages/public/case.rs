//! A case for whoever may be concerned: what happened, who can join, what is needed, what it costs,
//! by when, and how many have joined.

use std::sync::Arc;

use actix_web::web;
use askama::Template;
use chrono::{DateTime, Utc};

use crate::audit::log_key;
use crate::cases::figures::{Count, Figures, Kept};
use crate::cases::notices::{self, Notice};
use crate::cases::{self, Case, CaseOption, OptionKind};
use crate::claims::evidence::demanded::depends;
use crate::db::Read;
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::chart::{self, Chart, Row};
use crate::http::pages::layout::Layout;
use crate::http::pages::papers;
use crate::http::pages::visit::Visit;
use crate::law;

/// What is shown of a case.
pub struct Seen {
    case: Case,
    notices: Vec<Notice>,
    figures: Figures,
    /// Fingerprint of the key that signs the log; none before the registry first ran.
    fingerprint: Option<String>,
    now: DateTime<Utc>,
}

impl Seen {
    pub fn of(r: &mut Read, kept: &Arc<Kept>, case: Case) -> Result<Self, Error> {
        let keys = log_key::all(r)?;
        Ok(Self {
            notices: notices::current(r, case.id)?,
            figures: kept.of_case(r, case.id)?,
            fingerprint: keys.last().map(|(vkey, _)| vkey.fingerprint()),
            now: r.now(),
            case,
        })
    }
}

#[derive(Template)]
#[template(path = "public/case.html")]
pub struct CasePage {
    pub l: Layout,
    pub seen: Seen,
}

/// A date, what it is, and what happens then.
struct Date {
    what: &'static str,
    when: String,
    then: &'static str,
    over: bool,
}

impl CasePage {
    fn listed(&self, kind: OptionKind) -> impl Iterator<Item = &CaseOption> {
        let options = self.seen.case.options.iter();
        options.filter(move |option| option.kind == kind)
    }

    fn services(&self) -> Vec<&CaseOption> {
        self.listed(OptionKind::Service).collect()
    }

    /// Kinds of evidence: first those that nobody can do without, then those that some cannot.
    fn papers(&self) -> Vec<&CaseOption> {
        let mut papers: Vec<_> = self.listed(OptionKind::Evidence).collect();
        papers.sort_by_key(|paper| (!paper.required, !depends(paper)));
        papers
    }

    /// When a paper is required, in words; empty where it never is.
    fn demanded(&self, paper: &CaseOption) -> String {
        papers::demanded(&self.l, &self.seen.case, paper)
    }

    fn counsel(&self) -> Vec<&CaseOption> {
        self.listed(OptionKind::Counsel).collect()
    }

    fn processors(&self) -> Vec<&CaseOption> {
        self.listed(OptionKind::Processor).collect()
    }

    fn costs(&self) -> Vec<&CaseOption> {
        self.listed(OptionKind::Cost).collect()
    }

    /// How long others took to join, in words; none while that cannot be measured.
    fn duration(&self) -> Option<String> {
        let minutes = self.seen.figures.minutes?;
        Some(self.l.t1("public-duration-measured", "minutes", minutes))
    }

    fn is_open(&self) -> bool {
        self.seen.case.intake().is_open(self.seen.now)
    }

    fn age(&self) -> String {
        let age = law::AGE_OF_CAPACITY;
        self.l.t1("public-who-age", "age", age)
    }

    fn dates(&self) -> Vec<Date> {
        let (case, now) = (&self.seen.case, self.seen.now);
        let at = |what, at: DateTime<Utc>, then| Date {
            what,
            when: self.l.time(&at),
            then,
            over: at <= now,
        };
        vec![
            at("public-opens", case.intake_opens, "public-opens-then"),
            at("public-closes", case.intake_closes, "public-closes-then"),
            Date {
                what: "public-limitation",
                when: self.l.day(&case.limitation_on),
                then: "public-limitation-then",
                over: case.limitation_on < law::day_in_korea(now),
            },
        ]
    }

    /// The figures as charts, those that show anything.
    fn charts(&self) -> Vec<Chart> {
        let (l, figures) = (&self.l, &self.seen.figures);
        let name = |kind: OptionKind| {
            move |code: &str| {
                let option = self.listed(kind).find(|option| option.code == code);
                option.map_or_else(|| code.into(), |option| l.both(&option.name).into())
            }
        };
        let region = |code: &str| l.of("region", code);
        let charts = [
            self.bars("service", &figures.by_service, &name(OptionKind::Service)),
            self.bars(
                "industry",
                &figures.by_industry,
                &name(OptionKind::Industry),
            ),
            self.bars("region", &figures.by_region, &region),
        ];
        let days = (!figures.by_day.is_empty()).then(|| self.days());
        days.into_iter()
            .chain(charts.into_iter().filter(|chart| !chart.rows.is_empty()))
            .collect()
    }

    fn heads(&self, id: &str) -> (String, String) {
        (self.l.of("figures-head", id), self.l.t("figures-claims"))
    }

    fn bars(&self, id: &'static str, counts: &[Count], name: &dyn Fn(&str) -> String) -> Chart {
        let rows: Vec<Row> = counts
            .iter()
            .map(|count| Row {
                name: name(&count.name),
                number: count.claims,
                list: None,
            })
            .collect();
        let most = rows.first().cloned();
        let said = most.map_or_else(String::new, |most| {
            let number = ("claims", self.l.count(most.number));
            self.l.t2("figures-most", ("name", most.name), number)
        });
        Chart::bars(id, self.l.of("figures-by", id), said, self.heads(id), rows)
    }

    fn days(&self) -> Chart {
        let (l, figures) = (&self.l, &self.seen.figures);
        let row = |until: &cases::figures::UntilDay| {
            let row = Row {
                name: l.day(&until.day),
                number: until.claims,
                list: None,
            };
            (until.day, row)
        };
        let days: Vec<_> = figures.by_day.iter().map(row).collect();
        let day = ("day", l.day(&figures.as_of));
        let said = l.t2("figures-until", day, ("claims", l.count(figures.claims)));
        let title = l.of("figures-by", "day");
        Chart::line("day", title, said, self.heads("day"), &days, figures.as_of)
    }
}

pub async fn show(visit: Visit, case: web::Path<String>) -> Shown {
    visit
        .browser
        .show_to_all(page(&visit, case.into_inner()))
        .await
}

async fn page(visit: &Visit, case: String) -> Result<CasePage, Error> {
    let kept = visit.app.figures.clone();
    let read = visit.look(move |r| {
        let id = cases::id(r, &case)?;
        let case = cases::get(r, id)?;
        Seen::of(r, &kept, case)
    });
    let (reader, seen) = read.await?;
    let l = visit.browser.layout(reader);
    Ok(CasePage { l, seen })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::figures::UntilDay;
    use crate::http::pages::layout::rendered;
    use crate::text::Language;

    fn page(language: Language, now: &str) -> CasePage {
        CasePage {
            l: Layout::of_test(language),
            seen: Seen {
                case: Case::of_test(),
                notices: Vec::new(),
                figures: Figures {
                    as_of: "2026-03-01".parse().unwrap(),
                    claims: 0,
                    by_day: Vec::new(),
                    by_service: Vec::new(),
                    by_industry: Vec::new(),
                    by_region: Vec::new(),
                    minutes: None,
                },
                fingerprint: None,
                now: now.parse().unwrap(),
            },
        }
    }

    #[test]
    fn a_case_without_figures_shows_no_chart() {
        let html = rendered(&page(Language::Korean, "2026-03-02T00:00:00Z"));
        assert!(html.contains("아직 보여 드릴 만큼") && !html.contains("<svg"));
        assert!(html.contains("참여 신청하기"));
    }

    #[test]
    fn a_case_with_figures_shows_them_as_charts_and_tables() {
        let mut page = page(Language::English, "2026-03-02T00:00:00Z");
        let count = |name: &str, claims| Count {
            name: name.into(),
            claims,
        };
        let figures = &mut page.seen.figures;
        figures.claims = 40;
        figures.by_day = vec![UntilDay {
            day: "2026-02-01".parse().unwrap(),
            claims: 40,
        }];
        figures.by_service = vec![count("chat", 40)];
        figures.by_region = vec![count("seoul", 30), count("jeju", 5)];
        let html = rendered(&page);
        assert_eq!(html.matches("<svg").count(), 3, "no chart without bars");
        for words in [
            "Seoul",
            "width=\"16.6%\"",
            "<th scope=\"row\"",
            "1 March 2026",
        ] {
            assert!(html.contains(words), "{words}: {html}");
        }
    }

    #[test]
    fn a_case_that_is_over_takes_nobody() {
        let html = rendered(&page(Language::Korean, "2026-12-01T00:00:00Z"));
        assert!(!html.contains("/registration") && html.contains("(지났습니다)"));
    }
}
