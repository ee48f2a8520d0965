//! How an item is answered: the whole text, yes or no, each special power of a mandate, and the
//! signature; for whoever signs in an account, and whoever signs by a link.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::cases::{ConsentText, ItemKind, Power};
use crate::claims::consents::ConsentInput;
use crate::error::Error;
use crate::http::pages::form::{Fields, Typed};
use crate::http::pages::layout::Layout;
use crate::law;

/// The answer to the text that was shown.
#[derive(Deserialize, Clone, Default)]
#[serde(default)]
pub struct Form {
    pub text_sha256: String,
    language: String,
    agreed: String,
    signed_name: String,
}

/// A special power as it is asked.
pub struct AskedPower {
    /// Name of its field.
    pub field: String,
    pub name: String,
    pub words: String,
    pub answers: Vec<(&'static str, String)>,
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
    pub fn input(self, item: String, typed: &Typed) -> Result<ConsentInput, Error> {
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

/// An item that is asked, as `claimant/answering.html` shows it.
pub struct Ask {
    /// Where the answer goes.
    pub path: String,
    pub text: ConsentText,
    /// Special powers without which the firm does not act.
    needed: Vec<Power>,
    /// Whether refusing takes the claim back that was handed in.
    pub falls: bool,
}

impl Ask {
    pub fn of(path: String, text: ConsentText, needed: Vec<Power>, falls: bool) -> Self {
        Self {
            path,
            text,
            needed,
            falls,
        }
    }

    pub fn is_mandate(&self) -> bool {
        self.text.kind == ItemKind::Mandate
    }

    /// The lines of the text, each with whether it has to stand out.
    pub fn lines(&self) -> Vec<(&str, bool)> {
        let lines = self
            .text
            .body
            .lines()
            .filter(|line| !line.trim().is_empty());
        lines.map(|line| (line, stands_out(line))).collect()
    }

    pub fn answers(&self, l: &Layout) -> Vec<(&'static str, String)> {
        ["yes", "no"]
            .map(|answer| (answer, l.of("consent-answer", answer)))
            .into()
    }

    /// Each special power, with the firm's need of it said.
    pub fn powers(&self, l: &Layout) -> Vec<AskedPower> {
        let asked = |power: &Power| {
            let code = power.as_str();
            let needed = match self.needed.contains(power) {
                true => format!(" {}", l.t("power-needed")),
                false => String::new(),
            };
            AskedPower {
                field: field(*power),
                name: l.of("power", code),
                words: format!("{}{needed}", l.of("power-words", code)),
                answers: ["yes", "no"]
                    .map(|answer| (answer, l.of("power-answer", answer)))
                    .into(),
            }
        };
        Power::ALL.iter().map(asked).collect()
    }

    /// Key of what refusing costs.
    pub fn hint(&self) -> &'static str {
        match self.text.required {
            true => "consent-question-required",
            false => "consent-question-optional",
        }
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

/// Takes the answer out of a form: it was to another text.
pub fn forget(fields: &mut Fields) {
    fields.set("agreed", String::new());
    for power in Power::ALL {
        fields.set(&field(*power), String::new());
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
}
