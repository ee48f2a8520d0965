//! How a case stands: what came in by day and by hour, what lies where, what is missing. Each figure
//! leads to the claims behind it.

use actix_web::web;
use askama::Template;
use chrono::{DateTime, Duration, Utc};

use crate::cases::{self, Case, OptionKind};
use crate::claims::figures::{Count, Figures};
use crate::http::pages::asked::address;
use crate::http::pages::browser::Shown;
use crate::http::pages::chart::{self, Chart, Row};
use crate::http::pages::desk::Section;
use crate::http::pages::layout::Layout;
use crate::http::pages::staff::{name_of, nav};
use crate::http::pages::visit::Visit;
use crate::law;

/// Days that the chart shows.
const DAYS: i64 = 31;
/// Hours that the other shows.
const HOURS: i64 = 24;

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
    unassessed: i64,
    charts: [Chart; 2],
    tables: Vec<Table>,
}

impl Page {
    fn of(l: Layout, case: Case, figures: &Figures, now: DateTime<Utc>) -> Self {
        let path = format!("/staff/cases/{}/claims", case.code);
        let lines = |counts: &[Count], field: &str, words: &dyn Fn(&str) -> String| {
            let line = |count: &Count| Line {
                words: words(&count.name),
                claims: count.claims,
                path: address(&path, [(field, count.name.as_str())]),
            };
            counts.iter().map(line).collect::<Vec<_>>()
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
        let tables = vec![
            table(
                "staff-by-status",
                "staff-filter-status",
                lines(&figures.by_status, "status", &|code| {
                    l.of("staff-status", code)
                }),
            ),
            table(
                "staff-by-lacking",
                "staff-filter-lacking",
                lines(&figures.lacking, "lacking", &option(OptionKind::Evidence)),
            ),
            table(
                "staff-by-service",
                "staff-filter-service",
                lines(&figures.by_service, "service", &option(OptionKind::Service)),
            ),
            table(
                "staff-by-industry",
                "staff-filter-industry",
                lines(
                    &figures.by_industry,
                    "industry",
                    &option(OptionKind::Industry),
                ),
            ),
            table(
                "staff-by-region",
                "staff-filter-region",
                lines(&figures.by_region, "region", &|code| l.of("region", code)),
            ),
        ];
        Self {
            charts: [
                by_day(&l, &path, &figures.by_day, now),
                by_hour(&l, &path, &figures.by_hour, now),
            ],
            tables,
            claims: figures.claims,
            unassessed: figures.unassessed,
            nav: nav(&l, &case),
            case,
            l,
        }
    }
}

/// The last days up to today, also those on which nothing came.
fn by_day(l: &Layout, path: &str, counts: &[Count], now: DateTime<Utc>) -> Chart {
    let row = |ago| {
        let day = law::day_in_korea(now) - Duration::days(ago);
        let row = within(path, counts, &day.to_string(), l.day(&day));
        (l.short_day(&day), row)
    };
    let rows = (0..DAYS).rev().map(row).collect();
    columns(l, "by-day", "staff-by-day", l.t("staff-day"), rows)
}

/// The last hours up to this one, likewise.
fn by_hour(l: &Layout, path: &str, counts: &[Count], now: DateTime<Utc>) -> Chart {
    let row = |ago| {
        let at = now - Duration::hours(ago);
        let code = law::in_korea(at).format("%Y-%m-%dT%H").to_string();
        (l.short_hour(&at), within(path, counts, &code, l.hour(&at)))
    };
    let rows = (0..HOURS).rev().map(row).collect();
    columns(l, "by-hour", "staff-by-hour", l.t("staff-hour"), rows)
}

/// What came in within a day or an hour, and where it is listed.
fn within(path: &str, counts: &[Count], code: &str, name: String) -> Row {
    let count = counts.iter().find(|count| count.name == code);
    let period = [("submitted_from", code), ("submitted_until", code)];
    Row {
        name,
        number: count.map_or(0, |count| count.claims),
        list: Some(address(path, period)),
    }
}

fn columns(
    l: &Layout,
    id: &'static str,
    key: &str,
    head: String,
    rows: Vec<(String, Row)>,
) -> Chart {
    let most = rows.iter().map(|(_, row)| row.number).max().unwrap_or(0);
    let heads = (head, l.t("staff-claims-count"));
    let said = l.t1(&format!("{key}-said"), "most", l.count(most));
    Chart::columns(id, l.t(key), said, heads, rows)
}

pub async fn show(visit: Visit, case: web::Path<String>) -> Shown {
    let app = visit.app.clone();
    let read = visit.look(move |r| {
        let case = cases::own::get(r, &case)?;
        let figures = app.counts.figures(r, case.id)?;
        Ok((case, figures, r.now()))
    });
    let (reader, (case, figures, now)) = read.await?;
    let l = visit.browser.layout(reader);
    visit.browser.show(&Page::of(l, case, &figures, now))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::pages::staff::tests::layout;
    use crate::role::Role;
    use crate::text::Language;

    fn page(language: Language, claims: i64) -> String {
        let count = |name: &str| {
            let name = name.into();
            if claims > 0 {
                vec![Count { name, claims }]
            } else {
                Vec::new()
            }
        };
        let figures = Figures {
            claims,
            by_status: count("under_review"),
            by_region: count("jeju"),
            by_industry: count("cafe"),
            by_service: count("chat"),
            by_day: count("2026-11-27"),
            by_hour: count("2026-11-28T03"),
            lacking: count("use"),
            unassessed: 0,
        };
        let now = "2026-11-28T03:30:00Z".parse().unwrap();
        let l = layout(language, Role::Paralegal, "/staff/cases/outage");
        Page::of(l, Case::of_test(), &figures, now)
            .render()
            .unwrap()
    }

    #[test]
    fn every_figure_leads_to_its_claims() {
        let korean = page(Language::Korean, 1234);
        for shown in [
            "1,234",
            "claims?status=under_review",
            "claims?lacking=use",
            "submitted_from=2026-11-27&",
            "submitted_from=2026-11-28T03&",
            "11월 28일 3시",
            "카페",
            "제주",
        ] {
            assert!(korean.contains(shown), "{shown}: {korean}");
        }
        let english = page(Language::English, 1234);
        assert!(english.contains("Under review") && english.contains("Cafe"));
        assert!(!english.contains("카페"), "{english}");
    }

    #[test]
    fn a_case_without_claims_says_so() {
        assert!(!page(Language::Korean, 0).contains("<svg"));
        assert!(page(Language::English, 0).contains("No claim has been handed in"));
    }
}
