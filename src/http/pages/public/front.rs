//! The front page: the cases of the registry; where there is one, its page itself.

use askama::Template;

use crate::cases::{self, Case};
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::layout::Layout;
use crate::http::pages::public::case::{CasePage, Seen};
use crate::http::pages::visit::Visit;

/// The cases, or the page of the only one.
#[derive(Template)]
#[template(
    source = "{% match self %}{% when Self::Cases(page) %}{{ page|safe }}{% when Self::Only(page) %}{{ page|safe }}{% endmatch %}",
    ext = "html"
)]
enum Front {
    Cases(Page),
    Only(Box<CasePage>),
}

#[derive(Template)]
#[template(path = "public/front.html")]
struct Page {
    l: Layout,
    /// Each case, and whether it can be joined now.
    cases: Vec<(Case, bool)>,
}

pub async fn show(visit: Visit) -> Shown {
    visit.browser.show_to_all(page(&visit)).await
}

async fn page(visit: &Visit) -> Result<Front, Error> {
    let kept = visit.app.figures.clone();
    let read = visit.look(move |r| {
        let mut cases = cases::list(r)?;
        let only = match cases.pop() {
            Some(case) if cases.is_empty() => Some(Seen::of(r, &kept, case)?),
            last => {
                cases.extend(last);
                None
            }
        };
        Ok((cases, only, r.now()))
    });
    let (reader, (cases, only, now)) = read.await?;
    let l = visit.browser.layout(reader);
    if let Some(seen) = only {
        return Ok(Front::Only(Box::new(CasePage { l, seen })));
    }
    let joined = |case: Case| {
        let open = case.intake().is_open(now);
        (case, open)
    };
    Ok(Front::Cases(Page {
        cases: cases.into_iter().map(joined).collect(),
        l,
    }))
}
