//! A claim of one's own: while it is a draft, what is still to be done before it can be handed in.

use actix_web::web;
use askama::Template;

use crate::cases::{
    self,
    notices::{self, Notice},
};
use crate::claims::staffed::{self, Staffed};
use crate::claims::{self, Claim, Status, submit, told};
use crate::error::Fault;
use crate::http::pages::browser::Shown;
use crate::http::pages::claimant::questions::Question;
use crate::http::pages::claimant::standing;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, go};
use crate::ids::ClaimId;
use crate::role::Role;

/// Tasks that belong together.
struct Card {
    /// Key of its title.
    title: &'static str,
    tasks: Vec<Task>,
}

/// A part of a claim, in the order in which it is written.
struct Task {
    /// Key of its name.
    name: &'static str,
    /// Where it is done, after the claim's own path.
    path: String,
    /// Whether submission would still refuse it.
    open: bool,
}

enum Part {
    Questions(Question),
    Page(&'static str),
}

/// Key of its name, where it is done, and the beginnings of the fields that submission demands.
type Asks = (&'static str, Part, &'static [&'static str]);

const ABOUT: [Asks; 4] = [
    ("task-party", Part::Questions(Question::Party), &["party"]),
    (
        "task-about",
        Part::Questions(Question::Name),
        &[
            "identity.name",
            "identity.birth_date",
            "identity.phone",
            "identity.address",
            "identity.corporation_number",
        ],
    ),
    ("task-business", Part::Page("businesses"), &["businesses"]),
    (
        "task-services",
        Part::Questions(Question::Services),
        &["services"],
    ),
];

const LOST: [Asks; 2] = [
    ("task-losses", Part::Page("losses"), &["losses"]),
    ("task-evidence", Part::Page("evidence"), &["evidence"]),
];

const AGREED: [Asks; 2] = [
    (
        "task-signatories",
        Part::Page("signatories"),
        &["signatories"],
    ),
    (
        "task-consents",
        Part::Page("consents"),
        &["consents", "powers"],
    ),
];

const CARDS: [(&str, &[Asks]); 3] = [
    ("tasks-about", &ABOUT),
    ("tasks-lost", &LOST),
    ("tasks-agreed", &AGREED),
];

fn cards(missing: &[Fault]) -> Vec<Card> {
    let task = |(name, part, fields): &Asks| {
        let asks = |fault: &Fault| fields.iter().any(|field| fault.field.starts_with(field));
        Task {
            name,
            path: match part {
                Part::Questions(first) => first.path(),
                Part::Page(page) => (*page).into(),
            },
            open: missing.iter().any(asks),
        }
    };
    let card = |(title, tasks): &(&'static str, &[Asks])| Card {
        title,
        tasks: tasks.iter().map(task).collect(),
    };
    CARDS.iter().map(card).collect()
}

#[derive(Template)]
#[template(path = "claimant/tasks.html")]
struct Page {
    l: Layout,
    claim: Claim,
    case: String,
    /// Its name in addresses.
    code: String,
    cards: Vec<Card>,
    /// Whether it can be handed in.
    ready: bool,
    /// Until when.
    closes: String,
    notices: Vec<Notice>,
    /// Whether mails do not reach its owner.
    unreached: bool,
    /// Who filed it, where somebody else did.
    staffed: Option<Staffed>,
}

impl Page {
    /// Whether staff enter it for somebody.
    fn by_staff(&self) -> bool {
        self.l.role.is_some_and(Role::is_staff)
    }

    /// Where a part is done: what only the claimant can sign, staff put on record from paper.
    fn way(&self, task: &Task) -> String {
        match self.by_staff() && task.path == "consents" {
            true => format!("/staff/claims/{}/papers", self.claim.id),
            false => format!("/claims/{}/{}", self.claim.id, task.path),
        }
    }
}

pub async fn show(visit: Visit, claim: web::Path<ClaimId>) -> Shown {
    let id = *claim;
    let read = visit.look(move |r| {
        let claim = claims::get(r, id)?;
        if claim.status != Status::Draft {
            return Ok(None);
        }
        let case = cases::get(r, claim.case)?;
        let missing = submit::what_is_missing(r, id)?;
        let notices = notices::current(r, claim.case)?;
        let unreached = told::unreached(r, id)?;
        let staffed = staffed::of_claim(r, id)?;
        Ok(Some((claim, case, missing, notices, unreached, staffed)))
    });
    let (reader, found) = read.await?;
    let Some((claim, case, missing, notices, unreached, staffed)) = found else {
        let staff = reader.is_some_and(|reader| reader.role.is_staff());
        return match staff {
            true => Ok(go(&format!("/staff/claims/{id}")).finish()),
            false => standing::show(&visit, id).await,
        };
    };
    let l = visit.browser.layout(reader);
    visit.browser.show(&Page {
        case: case.title.in_language(l.language).into(),
        code: case.code,
        cards: cards(&missing),
        ready: missing.is_empty(),
        closes: l.time(&case.intake_closes),
        notices,
        unreached,
        staffed,
        claim,
        l,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_is_open_while_something_of_it_is_missing() {
        let missing = ["businesses[1].name", "losses[2].basis", "evidence.other"];
        let faults = missing.map(|field| Fault::new(field, "missing"));
        let open: Vec<_> = cards(&faults)
            .into_iter()
            .flat_map(|card| card.tasks)
            .filter(|task| task.open)
            .map(|task| task.name)
            .collect();
        assert_eq!(open, ["task-business", "task-losses", "task-evidence"]);
    }
}
