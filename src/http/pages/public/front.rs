//! The front page: the cases of the registry; where there is one, its page itself.

use askama::Template;

use crate::cases::{self, Case};
use crate::http::pages::browser::Shown;
use crate::http::pages::layout::Layout;
use crate::http::pages::public::case::{CasePage, Seen};
use crate::http::pages::visit::Visit;

#[derive(Template)]
#[template(path = "public/front.html")]
struct Page {
    l: Layout,
    /// Each case, and whether it can be joined now.
    cases: Vec<(Case, bool)>,
}

pub async fn show(visit: Visit) -> Shown {
    let kept = visit.app.figures.clone();
    let read = visit.look(move |r| {
        let mut cases = cases::list(r)?;
        let only = match cases.pop() {
            Some(case) if cases.is_empty() => Some(Seen::of(r, &kept, case)?),
            Some(case) => {
                cases.push(case);
                None
            }
            None => None,
        };
        Ok((cases, only, r.now()))
    });
    let (role, (cases, only, now)) = read.await?;
    let l = visit.browser.layout(role);
    match only {
        Some(seen) => visit.browser.show(&CasePage { l, seen }),
        None => visit.browser.show(&Page {
            cases: cases
                .into_iter()
                .map(|case| {
                    let open = case.intake().is_open(now);
                    (case, open)
                })
                .collect(),
            l,
        }),
    }
}
