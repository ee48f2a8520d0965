//! A claim of one's own: what is still to be done before it can be handed in.

use actix_web::web;
use askama::Template;

use crate::cases::{
    self,
    notices::{self, Notice},
};
use crate::claims::{self, Claim, Status, submit};
use crate::error::Fault;
use crate::http::pages::browser::Shown;
use crate::http::pages::claimant::questions::Question;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;
use crate::ids::ClaimId;

/// A part of a claim, in the order in which it is written.
struct Task {
    /// Key of its name.
    name: &'static str,
    /// Where it is done, after the claim's own path.
    path: String,
    /// Key of where it stands.
    state: &'static str,
}

/// Parts, and the beginnings of the fields that submission demands of them.
const PARTS: [(&str, Part, &[&str]); 6] = [
    (
        "task-about",
        Part::Questions(Question::Name),
        &[
            "identity.name",
            "identity.birth_date",
            "identity.phone",
            "identity.address",
        ],
    ),
    (
        "task-business",
        Part::Questions(Question::Business),
        &["identity.business", "region", "industry"],
    ),
    (
        "task-services",
        Part::Questions(Question::Services),
        &["services"],
    ),
    ("task-losses", Part::Page("losses"), &["losses"]),
    ("task-evidence", Part::Page("evidence"), &["evidence"]),
    ("task-consents", Part::Page("consents"), &["consents"]),
];

enum Part {
    Questions(Question),
    Page(&'static str),
}

fn tasks(missing: &[Fault]) -> Vec<Task> {
    let task = |(name, part, fields): &(&'static str, Part, &[&str])| {
        let open = missing
            .iter()
            .any(|fault| fields.iter().any(|field| fault.field.starts_with(field)));
        Task {
            name,
            path: match part {
                Part::Questions(first) => first.path(),
                Part::Page(page) => (*page).into(),
            },
            state: if open { "task-open" } else { "task-done" },
        }
    };
    PARTS.iter().map(task).collect()
}

#[derive(Template)]
#[template(path = "claimant/tasks.html")]
struct Page {
    l: Layout,
    claim: Claim,
    case: String,
    tasks: Vec<Task>,
    /// Whether it can be handed in.
    ready: bool,
    notices: Vec<Notice>,
}

pub async fn show(visit: Visit, claim: web::Path<ClaimId>) -> Shown {
    let read = visit.look(move |r| {
        let claim = claims::get(r, *claim)?;
        let case = cases::get(r, claim.case)?;
        let missing = match claim.status {
            Status::Draft => submit::what_is_missing(r, claim.id)?,
            _ => Vec::new(),
        };
        let notices = notices::current(r, claim.case)?;
        Ok((claim, case, missing, notices))
    });
    let (role, (claim, case, missing, notices)) = read.await?;
    let l = visit.browser.layout(role);
    visit.browser.show(&Page {
        case: case.title.in_language(l.language).into(),
        tasks: tasks(&missing),
        ready: missing.is_empty(),
        notices,
        claim,
        l,
    })
}
