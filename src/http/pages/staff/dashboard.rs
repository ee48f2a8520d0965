//! How a case stands: what came in by day, what lies where, what is missing. Each figure leads to
//! the claims behind it.

use actix_web::web;
use askama::Template;
use chrono::{Duration, NaiveDate};

use crate::cases::{self, Case, OptionKind};
use crate::claims::figures::{self, Count, Figures};
use crate::http::pages::asked::address;
use crate::http::pages::browser::Shown;
use crate::http::pages::chart::Chart;
use crate::http::pages::desk::Section;
use crate::http::pages::layout::Layout;
use crate::http::pages::staff::{name_of, nav};
use crate::http::pages::visit::Visit;
use crate::law;

/// Days that the chart shows.
const DAYS: i64 = 31;

/// A figure with the claims that it counts.
struct Line {
    words: String,
    claims: i64,
    path: String,
}

struct Table {
    /// Key of its caption.
    caption: &'static str,
    /// Key of what its lines have in common.
    head: &'static str,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "staff/dashboard.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    case: Case,
    claims: i64,
    chart: Chart,
    days: Vec<Line>,
    tables: Vec<Table>,
}

impl Page {
    fn of(l: Layout, case: Case, figures: Figures, today: NaiveDate) -> Self {
        let path = format!("/staff/cases/{}/claims", case.code);
        let lines = |counts: Vec<Count>, field: &str, words: &dyn Fn(&str) -> String| {
            let line = |count: Count| Line {
                words: words(&count.name),
                claims: count.claims,
                path: address(&path, [(field, count.name.as_str())]),
            };
            counts.into_iter().map(line).collect::<Vec<_>>()
        };
        let option = |kind| {
            let (l, case) = (&l, &case);
            move |code: &str| name_of(l, case, kind, code).to_owned()
        };
        let table = |caption, head, lines| Table {
            caption,
            head,
            lines,
        };
        let days = days(&l, &path, &figures.by_day, today);
        let tables = vec![
            table(
                "staff-by-status",
                "staff-filter-status",
                lines(figures.by_status, "status", &|code| {
                    l.of("staff-status", code)
                }),
            ),
            table(
                "staff-by-lacking",
                "staff-filter-lacking",
                lines(figures.lacking, "lacking", &option(OptionKind::Evidence)),
            ),
            table(
                "staff-by-service",
                "staff-filter-service",
                lines(figures.by_service, "service", &option(OptionKind::Service)),
            ),
            table(
                "staff-by-industry",
                "staff-filter-industry",
                lines(
                    figures.by_industry,
                    "industry",
                    &option(OptionKind::Industry),
                ),
            ),
            table(
                "staff-by-region",
                "staff-filter-region",
                lines(figures.by_region, "region", &|code| l.of("region", code)),
            ),
        ];
        let bars = days
            .iter()
            .map(|(day, line)| (l.short_day(day), line.claims));
        Self {
            chart: Chart::of(bars),
            days: days.into_iter().map(|(_, line)| line).collect(),
            tables,
            claims: figures.claims,
            nav: nav(&l, &case),
            case,
            l,
        }
    }
}

/// The last days up to today, also those on which nothing came.
fn days(l: &Layout, path: &str, counts: &[Count], today: NaiveDate) -> Vec<(NaiveDate, Line)> {
    let line = |ago| {
        let day = today - Duration::days(ago);
        let name = day.to_string();
        let count = counts.iter().find(|count| count.name == name);
        let period = [("submitted_from", &*name), ("submitted_until", &*name)];
        let line = Line {
            words: l.day(&day),
            claims: count.map_or(0, |count| count.claims),
            path: address(path, period),
        };
        (day, line)
    };
    (0..DAYS).rev().map(line).collect()
}

pub async fn show(visit: Visit, case: web::Path<String>) -> Shown {
    let read = visit.look(move |r| {
        let case = cases::own::get(r, &case)?;
        let figures = figures::of_case(r, case.id)?;
        Ok((case, figures, law::day_in_korea(r.now())))
    });
    let (role, (case, figures, today)) = read.await?;
    let l = visit.browser.layout(role);
    visit.browser.show(&Page::of(l, case, figures, today))
}
