//! The losses of a claim, and the choice of what another one is of.

use actix_web::web;
use askama::Template;

use crate::cases::{self, Case};
use crate::claims::lifecycle::Event;
use crate::claims::losses::{self, Loss, LossClass, LossKind};
use crate::claims::{self, Claim};
use crate::db::Write;
use crate::error::Error;
use crate::http::pages::asked::Asked;
use crate::http::pages::browser::Shown;
use crate::http::pages::claimant::confirm::Confirm;
use crate::http::pages::claimant::{may, or_now_listed};
use crate::http::pages::form::{Nothing, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::position;
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::{ClaimId, LossId};
use crate::input::Krw;

#[derive(Template)]
#[template(path = "claimant/losses.html")]
struct Page {
    l: Layout,
    case: Case,
    claim: Claim,
    losses: Vec<Loss>,
    /// Whether they can change: afterwards they are only read.
    open: bool,
    /// Whether the reader asked for a loss that another window corrected or took out.
    gone: bool,
}

impl Page {
    fn lines(&self, loss: &Loss) -> Vec<(String, String)> {
        position::lines(&self.l, &self.case, &self.claim.businesses, loss)
    }

    /// Whether what was received leaves nothing to claim.
    fn is_outweighed(&self) -> bool {
        let received = self.losses.iter().any(|loss| loss.kind.is_received());
        received && self.claim.total_krw <= Krw(0)
    }

    /// Whether submission will ask for the basis of this one.
    fn lacks_basis(&self, loss: &Loss) -> bool {
        loss.class == LossClass::Special && loss.basis.is_none()
    }
}

#[derive(Template)]
#[template(path = "claimant/loss_kinds.html")]
struct Kinds {
    l: Layout,
    claim: ClaimId,
    kinds: &'static [LossKind],
}

pub async fn show(visit: Visit, claim: web::Path<ClaimId>, asked: Asked) -> Shown {
    let read = move |r: &mut crate::db::Read| {
        let claim = claims::get(r, *claim)?;
        let losses = losses::of_claim(r, claim.id)?;
        Ok((cases::get(r, claim.case)?, claim, losses))
    };
    let (reader, (case, claim, losses)) = visit.look(read).await?;
    let open = may(&claim, Event::Edit).is_ok();
    visit.browser.show(&Page {
        l: visit.browser.layout(reader),
        case,
        claim,
        losses,
        open,
        gone: asked.0.has("gone", "true"),
    })
}

/// What was lost is chosen first, because each asks something else.
pub async fn kinds(visit: Visit, claim: web::Path<ClaimId>) -> Shown {
    let id = *claim;
    let (reader, claim) = visit.look(move |r| claims::get(r, id)).await?;
    may(&claim, Event::Edit)?;
    visit.browser.show(&Kinds {
        l: visit.browser.layout(reader),
        claim: id,
        kinds: LossKind::ALL,
    })
}

async fn confirm(visit: &Visit, (claim, loss): (ClaimId, LossId)) -> Result<Confirm, Error> {
    let read = move |r: &mut crate::db::Read| {
        let claim = claims::get(r, claim)?;
        may(&claim, Event::Edit)?;
        Ok((losses::one(r, claim.id, loss)?, claim))
    };
    let (reader, (loss, claim)) = visit.look(read).await?;
    let l = visit.browser.layout(reader);
    let kind = l.of("loss-kind", loss.kind.as_str());
    let about = format!("{kind}: {}", l.money(loss.amount_krw.0));
    let back = format!("/claims/{}/losses", claim.id);
    let page = Confirm::of(l, "loss-removal", 2, back).of_claim(&claim);
    Ok(page.about(about))
}

/// Asks whether a loss is to be taken out.
pub async fn confirm_removal(visit: Visit, at: web::Path<(ClaimId, LossId)>) -> Shown {
    let shown = async { visit.browser.show(&confirm(&visit, *at).await?) };
    or_now_listed(&visit, at.0, "losses", shown).await
}

pub async fn remove(sent: Sent<Nothing>, at: web::Path<(ClaimId, LossId)>) -> Shown {
    let (claim, loss) = *at;
    let remove = move |w: &mut Write| {
        losses::remove(w, loss)?;
        Ok(on_to(format!("/claims/{claim}/losses")))
    };
    let shown = async {
        match sent.change(remove).await {
            Err(error) => confirm(&sent.visit, *at).await?.refused(&sent, error),
            answer => answer,
        }
    };
    or_now_listed(&sent.visit, claim, "losses", shown).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::Status;
    use crate::http::pages::claimant::sample::{case, claim, layout, loss};
    use crate::http::pages::layout::rendered;
    use crate::text::Language;

    fn page(language: Language, status: Status, losses: Vec<Loss>) -> String {
        rendered(&Page {
            l: layout(language),
            open: status == Status::Draft,
            gone: false,
            case: case(),
            claim: claim(status),
            losses,
        })
    }

    #[test]
    fn a_draft_asks_and_what_was_handed_in_is_only_read() {
        let none = page(Language::Korean, Status::Draft, Vec::new());
        assert!(
            none.contains("/losses/new") && none.contains("app-standing"),
            "{none}"
        );
        let special = || vec![loss(LossClass::Special)];
        let draft = page(Language::English, Status::Draft, special());
        assert!(
            draft.contains("KRW 1,200,000") && draft.contains("/removal"),
            "{draft}"
        );
        assert!(
            draft.contains("govuk-inset-text"),
            "the basis is missing: {draft}"
        );
        assert!(!draft.contains("<b>"), "what was typed is text: {draft}");
        let read = page(Language::Korean, Status::Submitted, special());
        assert!(
            !read.contains("/removal") && !read.contains("app-standing"),
            "{read}"
        );
    }

    #[test]
    fn each_kind_of_loss_is_explained_in_both_languages() {
        for language in [Language::Korean, Language::English] {
            rendered(&Kinds {
                l: layout(language),
                claim: claim(Status::Draft).id,
                kinds: LossKind::ALL,
            });
        }
    }
}
