//! One item on a page of its own: the whole text, the answer signed by name, and taking it back.

use std::collections::BTreeMap;

use actix_web::web;
use askama::Template;
use serde::Deserialize;
use similar::{ChangeTag, TextDiff};

use crate::cases::{self, ConsentText, ItemKind, Power};
use crate::claims::consents::{self, ConsentInput};
use crate::claims::lifecycle::Event;
use crate::claims::{self, Claim, Status};
use crate::db::{Read, Write};
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::claimant::confirm::Confirm;
use crate::http::pages::claimant::consents::{Asked, asked};
use crate::http::pages::claimant::may;
use crate::http::pages::form::{Fields, Nothing, Sent, Typed};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::ClaimId;
use crate::input::Sha256;
use crate::law;

/// The answer to the text that was shown.
#[derive(Deserialize, Clone, Default)]
#[serde(default)]
pub struct Form {
    text_sha256: String,
    language: String,
    agreed: String,
    signed_name: String,
}

/// A special power as it is asked.
struct AskedPower {
    /// Name of its field.
    field: String,
    name: String,
    words: String,
    answers: Vec<(&'static str, String)>,
}

/// Name of the field of a power.
fn field(power: Power) -> String {
    format!("powers.{}", power.as_str())
}

/// The powers that were answered; who refuses the mandate gives none.
fn powers(agreed: bool, typed: &Typed) -> BTreeMap<Power, bool> {
    let answered = Power::ALL.iter().filter(|_| agreed);
    let answer = |power: &Power| match typed.get(&field(*power)) {
        Some("yes") => Some((*power, true)),
        Some("no") => Some((*power, false)),
        _ => None,
    };
    answered.filter_map(answer).collect()
}

impl Form {
    fn input(self, item: String, typed: &Typed) -> Result<ConsentInput, Error> {
        let agreed = match self.agreed.as_str() {
            "yes" => true,
            "no" => false,
            _ => return Err(Error::invalid("agreed", "answer-missing")),
        };
        let language = self.language.parse();
        Ok(ConsentInput {
            item,
            language: language.map_err(|_| Error::invalid("text_sha256", "text-unknown"))?,
            text_sha256: self.text_sha256,
            agreed,
            signed_name: self.signed_name,
            powers: powers(agreed, typed),
        })
    }
}

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
    /// Special powers without which the firm does not act.
    needed: Vec<Power>,
    fields: Fields,
    /// What is said otherwise than in the text that was shown or answered before.
    changes: Vec<Line>,
}

impl Page {
    /// The lines of the text, each with whether it has to stand out.
    fn lines(&self) -> Vec<(&str, bool)> {
        let lines = self
            .asked
            .text
            .body
            .lines()
            .filter(|line| !line.trim().is_empty());
        lines.map(|line| (line, stands_out(line))).collect()
    }

    fn answers(&self) -> Vec<(&'static str, String)> {
        ["yes", "no"]
            .map(|answer| (answer, self.l.of("consent-answer", answer)))
            .into()
    }

    /// Each special power, with the firm's need of it said.
    fn powers(&self) -> Vec<AskedPower> {
        let asked = |power: &Power| {
            let code = power.as_str();
            let needed = match self.needed.contains(power) {
                true => format!(" {}", self.l.t("power-needed")),
                false => String::new(),
            };
            AskedPower {
                field: field(*power),
                name: self.l.of("power", code),
                words: format!("{}{needed}", self.l.of("power-words", code)),
                answers: ["yes", "no"]
                    .map(|answer| (answer, self.l.of("power-answer", answer)))
                    .into(),
            }
        };
        Power::ALL.iter().map(asked).collect()
    }

    /// Key of what refusing costs.
    fn hint(&self) -> &'static str {
        match self.asked.text.required {
            true => "consent-question-required",
            false => "consent-question-optional",
        }
    }

    /// Whether it can be answered, as the claim stands.
    fn open(&self) -> bool {
        may(&self.claim, Event::Consent).is_ok()
    }

    /// Whether refusing takes the claim back that was handed in.
    fn falls(&self) -> bool {
        self.asked.text.required && !self.claim.is_draft()
    }
}

/// Whether the line begins with a heading that has to stand out.
fn stands_out(line: &str) -> bool {
    let heading = line
        .trim()
        .strip_prefix('【')
        .and_then(|rest| rest.split_once('】'));
    heading.is_some_and(|(heading, _)| law::must_stand_out(heading))
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
    let changes = before.map_or_else(Vec::new, |before| changes(&before.body, &asked.text.body));
    Ok(Page {
        l: visit.browser.layout(reader),
        claim,
        asked,
        needed,
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
        page.fields.set("agreed", String::new());
        for power in Power::ALL {
            page.fields.set(&field(*power), String::new());
        }
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
    fn what_the_law_names_stands_out() {
        for line in [
            "【수집·이용 목적】 본인 확인",
            " 【제공받는 자】 이 사건의 제1심을 맡은 법원",
            "【보유 기간】 2년",
            "【Retention period】 Two years",
            " 【Recipient】 The court",
        ] {
            assert!(stands_out(line), "{line}");
        }
        for line in [
            "【수집 항목】",
            "목적: 없음",
            "1. 목적】",
            "【Withdrawal】 at any time",
            "",
        ] {
            assert!(!stands_out(line), "{line}");
        }
    }

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
