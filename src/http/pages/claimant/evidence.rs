//! The files that a claim lists, what its case asks for, and what is missing of that.

use actix_web::web;
use askama::Template;

use crate::cases::{self, Case, CaseOption, OptionKind};
use crate::claims::evidence::checks::{self, Finding};
use crate::claims::evidence::demanded::{self, Facts};
use crate::claims::evidence::{self, Evidence};
use crate::claims::lifecycle::Event;
use crate::claims::losses::{self, Loss};
use crate::claims::{self, Claim};
use crate::db::{Read, Write};
use crate::error::Error;
use crate::http::pages::asked::Asked;
use crate::http::pages::browser::Shown;
use crate::http::pages::claimant::confirm::Confirm;
use crate::http::pages::claimant::{may, missing, or_now_listed};
use crate::http::pages::form::{Nothing, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::papers;
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::{ClaimId, EvidenceId};

#[derive(Template)]
#[template(path = "claimant/evidence.html")]
struct Page {
    l: Layout,
    claim: Claim,
    case: Case,
    losses: Vec<Loss>,
    files: Vec<Evidence>,
    /// Files that were listed before and of which the firm found something.
    ended: Vec<Evidence>,
    /// Whether files can be listed and taken off.
    open: bool,
    /// Whether the reader asked for a file that another window replaced or took off.
    gone: bool,
}

#[derive(Template)]
#[template(path = "claimant/evidence_kinds.html")]
struct Kinds {
    l: Layout,
    claim: Claim,
    case: Case,
    losses: Vec<Loss>,
}

/// Kinds of evidence of a case.
fn kinds(case: &Case) -> impl Iterator<Item = &CaseOption> {
    let options = case.options.iter();
    options.filter(|option| option.kind == OptionKind::Evidence)
}

impl Page {
    /// What is listed of a kind.
    fn of_kind<'p>(&'p self, code: &'p str) -> impl Iterator<Item = &'p Evidence> {
        self.files.iter().filter(move |file| file.kind == code)
    }

    fn is_listed(&self, kind: &CaseOption) -> bool {
        self.of_kind(&kind.code).next().is_some()
    }

    /// Kinds that are shown: those that are demanded of this claim, and those of which something is
    /// listed.
    fn shown(&self) -> Vec<&CaseOption> {
        let demanded: Vec<_> = self.demanded().into_iter().flatten().collect();
        let of_claim = |kind: &CaseOption| demanded.iter().any(|one| one.code == kind.code);
        kinds(&self.case)
            .filter(|kind| of_claim(kind) || self.is_listed(kind))
            .collect()
    }

    fn demanded(&self) -> Vec<Vec<&CaseOption>> {
        demanded::of(kinds(&self.case), &Facts::of(&self.claim, &self.losses))
    }

    /// Whether it is demanded of this claim, and the claim lists no file of it or of another kind
    /// that would do.
    fn is_missing(&self, kind: &CaseOption) -> bool {
        let demanded = self.demanded().into_iter();
        let mut lacking = demanded.filter(|group| !group.iter().any(|one| self.is_listed(one)));
        lacking.any(|group| group.iter().any(|one| one.code == kind.code))
    }

    fn why(&self, kind: &CaseOption) -> Option<Why> {
        Why::of(&self.l, &self.case, kind, self.demanded())
    }
}

/// Why a kind is demanded of a claim.
struct Why {
    /// The kinds of which one suffices, where it is not the only one.
    any_of: Option<String>,
    /// The conditions under which the case demands it; empty where it does of everybody.
    conditions: String,
}

impl Why {
    fn of(
        l: &Layout,
        case: &Case,
        kind: &CaseOption,
        of_claim: Vec<Vec<&CaseOption>>,
    ) -> Option<Self> {
        let mut groups = of_claim.into_iter();
        let group = groups.find(|group| group.iter().any(|one| one.code == kind.code))?;
        let names = papers::names(l, &group).join(", ");
        Some(Self {
            any_of: (group.len() > 1).then(|| l.t1("evidence-any-of", "names", names)),
            conditions: papers::conditions(l, case, kind),
        })
    }
}

impl Kinds {
    fn kinds(&self) -> Vec<&CaseOption> {
        kinds(&self.case).collect()
    }

    fn why(&self, kind: &CaseOption) -> Option<Why> {
        let facts = Facts::of(&self.claim, &self.losses);
        let of_claim = demanded::of(kinds(&self.case), &facts);
        Why::of(&self.l, &self.case, kind, of_claim)
    }
}

async fn read(visit: &Visit, claim: ClaimId) -> Result<Page, Error> {
    let read = move |r: &mut Read| {
        let claim = claims::get(r, claim)?;
        let case = cases::get(r, claim.case)?;
        let losses = losses::of_claim(r, claim.id)?;
        let files = evidence::of_claim(r, claim.id)?;
        let ended = checks::of_ended(r, claim.id)?;
        Ok((claim, case, losses, files, ended))
    };
    let (reader, (claim, case, losses, files, ended)) = visit.look(read).await?;
    Ok(Page {
        l: visit.browser.layout(reader),
        open: may(&claim, Event::Evidence).is_ok(),
        gone: false,
        claim,
        case,
        losses,
        files,
        ended,
    })
}

pub async fn show(visit: Visit, claim: web::Path<ClaimId>, asked: Asked) -> Shown {
    let page = read(&visit, *claim).await?;
    visit.browser.show(&Page {
        gone: asked.0.has("gone", "true"),
        ..page
    })
}

/// What a file is to prove is chosen first.
pub async fn choose(visit: Visit, claim: web::Path<ClaimId>) -> Shown {
    let Page {
        l,
        claim,
        case,
        losses,
        ..
    } = read(&visit, *claim).await?;
    may(&claim, Event::Evidence)?;
    visit.browser.show(&Kinds {
        l,
        claim,
        case,
        losses,
    })
}

async fn confirm(visit: &Visit, (claim, id): (ClaimId, EvidenceId)) -> Result<Confirm, Error> {
    let Page {
        l,
        claim,
        case,
        files,
        ..
    } = read(visit, claim).await?;
    may(&claim, Event::Evidence)?;
    let file = files.into_iter().find(|file| file.id == id);
    let file = file.ok_or(Error::NotFound)?;
    let kind = missing::name(&l, &case, OptionKind::Evidence, &file.kind);
    let about = format!("{kind}: {}", file.file_name.unwrap_or_default());
    let back = format!("/claims/{}/evidence", claim.id);
    let page = Confirm::of(l, "evidence-removal", 2, back).of_claim(&claim);
    Ok(page.about(about))
}

/// Asks whether a file is to be taken off the list.
pub async fn confirm_removal(visit: Visit, at: web::Path<(ClaimId, EvidenceId)>) -> Shown {
    let shown = async { visit.browser.show(&confirm(&visit, *at).await?) };
    or_now_listed(&visit, at.0, "evidence", shown).await
}

pub async fn remove(sent: Sent<Nothing>, at: web::Path<(ClaimId, EvidenceId)>) -> Shown {
    let (claim, file) = *at;
    let remove = move |w: &mut Write| {
        evidence::remove(w, file)?;
        Ok(on_to(format!("/claims/{claim}/evidence")))
    };
    let shown = async {
        match sent.change(remove).await {
            Err(error) => confirm(&sent.visit, *at).await?.refused(&sent, error),
            answer => answer,
        }
    };
    or_now_listed(&sent.visit, claim, "evidence", shown).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::Status;
    use crate::http::pages::claimant::sample::{case, claim, layout};
    use crate::http::pages::layout::rendered;
    use crate::text::Language;

    #[test]
    fn what_is_required_is_asked_for_as_long_as_it_can_be_given() {
        let page = |language, status, open| {
            rendered(&Page {
                l: layout(language),
                claim: claim(status),
                case: case(),
                losses: Vec::new(),
                files: Vec::new(),
                ended: Vec::new(),
                open,
                gone: false,
            })
        };
        let asked = page(Language::Korean, Status::Draft, true);
        assert!(asked.contains("/evidence/new/use"), "{asked}");
        assert!(
            !asked.contains("/evidence/new/other"),
            "it is not required: {asked}"
        );
        let over = page(Language::English, Status::Accepted, false);
        assert!(!over.contains("/evidence/new"), "{over}");
        rendered(&Kinds {
            l: layout(Language::English),
            claim: claim(Status::Draft),
            case: case(),
            losses: Vec::new(),
        });
    }
}
