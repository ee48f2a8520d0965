//! One item on a page of its own: the whole text, the answer signed by name, and taking it back.

use actix_web::web;
use askama::Template;
use similar::{ChangeTag, TextDiff};

use crate::cases::{self, ConsentText, ItemKind};
use crate::claims::consents;
use crate::claims::lifecycle::Event;
use crate::claims::{self, Claim, Status};
use crate::db::{Read, Write};
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::claimant::answering::{self, Ask, Form};
use crate::http::pages::claimant::confirm::Confirm;
use crate::http::pages::claimant::consents::{Asked, asked};
use crate::http::pages::claimant::may;
use crate::http::pages::form::{Fields, Nothing, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::ClaimId;
use crate::input::Sha256;

/// A line that is there now, or was there before.
struct Line {
    tag: ChangeTag,
    text: String,
}

#[derive(Template)]
#[template(path = "claimant/consent.html")]
struct Page {
    l: Layout,
    claim: Claim,
    asked: Asked,
    ask: Ask,
    fields: Fields,
    /// What is said otherwise than in the text that was shown or answered before.
    changes: Vec<Line>,
}

impl Page {
    /// Whether it can be answered, as the claim stands.
    fn open(&self) -> bool {
        may(&self.claim, Event::Consent).is_ok()
    }
}

/// What a text says otherwise than another one, without what both say.
fn changes(before: &str, now: &str) -> Vec<Line> {
    let diff = TextDiff::from_lines(before, now);
    let lines = diff.iter_all_changes().map(|change| Line {
        tag: change.tag(),
        text: change.value().trim().to_owned(),
    });
    lines
        .filter(|line| line.tag != ChangeTag::Equal && !line.text.is_empty())
        .collect()
}

/// The page; `shown` is the hash of the text that somebody has before them.
async fn read(
    visit: &Visit,
    claim: ClaimId,
    item: &str,
    shown: Option<Sha256>,
) -> Result<Page, Error> {
    let (language, item) = (visit.browser.language, item.to_owned());
    let read = move |r: &mut Read| {
        let claim = claims::get(r, claim)?;
        let found = asked(r, &claim, language)?.into_iter();
        let mut found = found.filter(|asked| asked.item.code == item);
        let asked = found.next().ok_or(Error::NotFound)?;
        let before = before(r, &claim, &asked, shown)?;
        let needed = match asked.item.kind {
            ItemKind::Mandate => cases::get(r, claim.case)?.needed_powers,
            _ => Vec::new(),
        };
        Ok((claim, asked, needed, before))
    };
    let (reader, (claim, asked, needed, before)) = visit.look(read).await?;
    let path = format!("/claims/{}/consents/{}", claim.id, asked.item.code);
    let falls = asked.text.required && !claim.is_draft();
    let ask = Ask::of(path, asked.text.clone(), needed, falls);
    let changes = before.map_or_else(Vec::new, |before| changes(&before.body, &asked.text.body));
    Ok(Page {
        l: visit.browser.layout(reader),
        claim,
        asked,
        ask,
        fields: Fields::default(),
        changes,
    })
}

/// The older text that was shown, or else answered; only in the language of the page it can be
/// compared.
fn before(
    r: &mut Read,
    claim: &Claim,
    asked: &Asked,
    shown: Option<Sha256>,
) -> Result<Option<ConsentText>, Error> {
    let answered = asked.item.answer.as_ref().map(|answer| answer.text_sha256);
    let Some(hash) = shown.or(answered) else {
        return Ok(None);
    };
    let (item, language) = (&asked.item.code, asked.text.language);
    let text = cases::text_by_hash(r, claim.case, item, language, hash)?;
    Ok(text.filter(|text| text.version != asked.text.version))
}

type At = web::Path<(ClaimId, String)>;

pub async fn show(visit: Visit, at: At) -> Shown {
    let page = read(&visit, at.0, &at.1, None).await?;
    visit.browser.show(&page)
}

pub async fn answer(sent: Sent<Form>, at: At) -> Shown {
    let ((claim, item), form) = (at.into_inner(), sent.value.clone());
    let (asked, typed) = (item.clone(), sent.typed.clone());
    let answer = move |w: &mut Write| {
        let input = form.clone().input(asked.clone(), &typed)?;
        consents::answer(w, claim, &input)?;
        Ok(on_to(format!("/claims/{claim}/consents")))
    };
    let error = match sent.change(answer).await {
        Ok(answer) => return Ok(answer),
        Err(error) => error,
    };
    let superseded = matches!(error, Error::Superseded { .. });
    let refused = sent.refused(error)?;
    let shown = Sha256::parse("text_sha256", &sent.value.text_sha256).ok();
    let mut page = read(&sent.visit, claim, &item, shown).await?;
    page.fields = refused.fields;
    if superseded {
        // the answer was to another text: it is given anew
        answering::forget(&mut page.fields);
    }
    sent.visit.browser.show_as(refused.status, &page)
}

async fn withdrawal(visit: &Visit, (claim, item): &(ClaimId, String)) -> Result<Confirm, Error> {
    let Page {
        l, asked, claim, ..
    } = read(visit, *claim, item, None).await?;
    asked.item.agreement().ok_or(Error::NotFound)?;
    let (words, follows) = match (asked.text.required, claim.status) {
        (false, _) => ("consent-withdrawal-optional", 2),
        (true, Status::Draft) => ("consent-withdrawal-draft", 2),
        (true, _) => ("consent-withdrawal-required", 3),
    };
    let back = format!("/claims/{}/consents/{item}", claim.id);
    let page = Confirm::of(l, words, follows, back).of_claim(&claim);
    Ok(page.about(asked.text.title))
}

/// Says what follows from taking an agreement back.
pub async fn confirm_withdrawal(visit: Visit, at: At) -> Shown {
    let page = withdrawal(&visit, &at).await?;
    visit.browser.show(&page)
}

pub async fn withdraw(sent: Sent<Nothing>, at: At) -> Shown {
    let (claim, asked) = at.clone();
    let withdraw = move |w: &mut Write| {
        let mut items = consents::standing(w, claim)?.into_iter();
        let item = items.find(|known| known.code == asked);
        let agreement = item.as_ref().and_then(consents::Item::agreement);
        consents::withdraw(w, agreement.ok_or(Error::NotFound)?.id)?;
        Ok(on_to(format!("/claims/{claim}/consents")))
    };
    match sent.change(withdraw).await {
        Ok(answer) => Ok(answer),
        Err(error) => withdrawal(&sent.visit, &at).await?.refused(&sent, error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changed_is_shown() {
        let lines = changes("하나\n둘\n셋\n", "하나\n두 번째\n셋\n넷");
        let shown: Vec<_> = lines
            .iter()
            .map(|line| (line.tag, line.text.as_str()))
            .collect();
        assert_eq!(
            shown,
            [
                (ChangeTag::Delete, "둘"),
                (ChangeTag::Insert, "두 번째"),
                (ChangeTag::Insert, "넷"),
            ]
        );
    }
}
