//! The claims of an account, and the cases that can be joined.

use std::collections::{HashMap, HashSet};

use askama::Template;

use crate::cases::{self, Case};
use crate::claims::{Claim, Status, list};
use crate::http::pages::browser::Shown;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;
use crate::ids::CaseId;

#[derive(Template)]
#[template(path = "claimant/claims.html")]
struct Page {
    l: Layout,
    /// Each claim with its case.
    claims: Vec<(Claim, String)>,
    /// Cases that can be joined now, and whether that would be for another party.
    open: Vec<(Case, bool)>,
}

pub async fn show(visit: Visit) -> Shown {
    let read = visit.look(|r| Ok((list::own(r)?, cases::list(r)?, r.now())));
    let (reader, (claims, cases, now)) = read.await?;
    let l = visit.browser.layout(reader);
    let title = |case: &Case| case.title.in_language(l.language).to_owned();
    let titles: HashMap<CaseId, String> = cases.iter().map(|case| (case.id, title(case))).collect();
    let of_case = |claim: Claim| {
        let title = titles.get(&claim.case).cloned().unwrap_or_default();
        (claim, title)
    };
    let live = |claim: &&Claim| claim.status != Status::Withdrawn;
    let joined: HashSet<CaseId> = claims.iter().filter(live).map(|claim| claim.case).collect();
    let open = cases.into_iter().filter(|case| case.intake().is_open(now));
    let open = open.map(|case| {
        let again = joined.contains(&case.id);
        (case, again)
    });
    visit.browser.show(&Page {
        claims: claims.into_iter().map(of_case).collect(),
        open: open.collect(),
        l,
    })
}
