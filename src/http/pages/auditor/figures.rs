//! The figures of a case as they may be given away: small groups are hidden, and steps of five.

use actix_web::web;
use askama::Template;

use crate::cases::statistics::{self, Group, Statistics};
use crate::cases::{self, Case, OptionKind};
use crate::http::pages::auditor::nav;
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;

#[derive(Template)]
#[template(path = "auditor/figures.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    case: Case,
    figures: Statistics,
}

impl Page {
    fn option(&self, kind: OptionKind, code: &str) -> String {
        let mut options = self.case.options.iter();
        let option = options.find(|option| option.kind == kind && option.code == code);
        option
            .map_or(code, |option| self.l.both(&option.name))
            .into()
    }

    /// Key of a caption, and the lines below it with their words.
    fn tables(&self) -> Vec<(&'static str, Vec<(String, &Group)>)> {
        let figures = &self.figures;
        let service = |code: &str| self.option(OptionKind::Service, code);
        let industry = |code: &str| self.option(OptionKind::Industry, code);
        let region = |code: &str| self.l.of("region", code);
        let day = |day: &str| day.parse().map_or(day.into(), |day| self.l.day(&day));
        vec![
            ("staff-by-service", named(&figures.by_service, service)),
            ("staff-by-industry", named(&figures.by_industry, industry)),
            ("staff-by-region", named(&figures.by_region, region)),
            ("staff-by-day", named(&figures.by_day, day)),
        ]
    }
}

fn named(groups: &[Group], words: impl Fn(&str) -> String) -> Vec<(String, &Group)> {
    groups
        .iter()
        .map(|group| (words(&group.name), group))
        .collect()
}

pub async fn show(visit: Visit, case: web::Path<String>) -> Shown {
    let read = visit.look(move |r| {
        let case = cases::own::get(r, &case)?;
        let figures = statistics::of_case(r, case.id)?;
        Ok((case, figures))
    });
    let (reader, (case, figures)) = read.await?;
    let l = visit.browser.layout(reader);
    visit.browser.show(&Page {
        nav: nav(&l),
        l,
        case,
        figures,
    })
}
