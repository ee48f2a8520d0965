//! What cannot be taken back is done on a page of its own, which says before what follows from it.

use askama::Template;

use crate::claims::Claim;
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::form::{Fields, Sent};
use crate::http::pages::layout::Layout;

#[derive(Template)]
#[template(path = "claimant/confirm.html")]
pub struct Confirm {
    pub l: Layout,
    pub fields: Fields,
    pub title: String,
    /// What it is about, where the title does not say so.
    pub about: Option<String>,
    /// What follows, sentence by sentence.
    pub follows: Vec<String>,
    pub button: String,
    /// Where whoever would rather not goes back to.
    pub back: String,
    /// Whether the password is asked for again.
    pub password: bool,
    /// Whether the claim that it is about is not handed in yet.
    pub draft: bool,
}

impl Confirm {
    /// Words of that beginning: `…-title`, `…-button`, and what follows, `…-follows-1` and so on.
    pub fn of(l: Layout, words: &str, follows: usize, back: impl Into<String>) -> Self {
        let line = |n: usize| l.t(&format!("{words}-follows-{n}"));
        Self {
            fields: Fields::default(),
            title: l.of(words, "title"),
            about: None,
            follows: (1..=follows).map(line).collect(),
            button: l.of(words, "button"),
            back: back.into(),
            password: false,
            draft: false,
            l,
        }
    }

    pub fn about(mut self, what: impl Into<Option<String>>) -> Self {
        self.about = what.into();
        self
    }

    pub fn of_claim(mut self, claim: &Claim) -> Self {
        self.draft = claim.is_draft();
        self
    }

    pub fn with_password(mut self) -> Self {
        self.password = true;
        self
    }

    /// The same page with what went wrong.
    pub fn refused<T>(mut self, sent: &Sent<T>, error: Error) -> Shown {
        let refused = sent.refused(error)?;
        self.fields = refused.fields;
        sent.visit.browser.show_as(refused.status, &self)
    }
}
