//! A letter with which somebody asks the defendant for their own records (Personal Information
//! Protection Act art. 35), to be printed and filled in by hand: the registry does not write names
//! into it and keeps nothing.

use actix_web::web;
use askama::Template;

use crate::cases::{self, Case, CaseOption, OptionKind};
use crate::claims::losses::weeks::{self, Weeks};
use crate::http::pages::browser::Shown;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;
use crate::text::Language;

#[derive(Template)]
#[template(path = "public/letter.html")]
struct Page {
    l: Layout,
    /// The letter is Korean, whoever reads about it.
    korean: Layout,
    case: Case,
}

impl Page {
    fn services(&self) -> impl Iterator<Item = &CaseOption> {
        let options = self.case.options.iter();
        options.filter(|option| option.kind == OptionKind::Service)
    }

    /// From when to when records are asked for.
    fn span(&self) -> String {
        let of_case = Weeks::of(&self.case);
        let first = of_case.others.first().unwrap_or(&of_case.outage);
        let last = of_case.others.last().unwrap_or(first);
        let (from, until) = (
            *first.min(&of_case.outage),
            weeks::last(*last.max(&of_case.outage)),
        );
        let from = ("from", self.korean.day(&from));
        self.korean.t2(
            "public-letter-span",
            from,
            ("until", self.korean.day(&until)),
        )
    }
}

pub async fn show(visit: Visit, case: web::Path<String>) -> Shown {
    let read = visit.look(move |r| {
        let id = cases::id(r, &case)?;
        cases::get(r, id)
    });
    let (reader, case) = read.await?;
    let mut korean = visit.browser.layout(reader);
    korean.language = Language::Korean;
    visit.browser.show(&Page {
        l: visit.browser.layout(reader),
        korean,
        case,
    })
}
