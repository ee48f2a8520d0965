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
    /// Cases that can be joined now.
    open: Vec<Case>,
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
    // a claim of theirs that was not withdrawn is gone on with, and no second one begun
    let live = |claim: &&Claim| claim.status != Status::Withdrawn;
    let joined: HashSet<CaseId> = claims.iter().filter(live).map(|claim| claim.case).collect();
    let can_be_joined = |case: &Case| case.intake().is_open(now) && !joined.contains(&case.id);
    visit.browser.show(&Page {
        claims: claims.into_iter().map(of_case).collect(),
        open: cases.into_iter().filter(can_be_joined).collect(),
        l,
    })
}
