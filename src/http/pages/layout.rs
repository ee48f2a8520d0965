//! What surrounds every page, and how times, days and money look on it.

use std::borrow::Borrow;

use chrono::{DateTime, NaiveDate, Utc};

use crate::cases::Bilingual;
use crate::db::SessionEnd;
use crate::http::pages::assets;
use crate::http::pages::form;
use crate::law;
use crate::role::Role;
use crate::text::{self, Language, grouped, say};

/// What every page knows.
pub struct Layout {
    pub language: Language,
    /// The role of who sees it; none for strangers, and on pages that ask nobody who they are.
    pub role: Option<Role>,
    /// When the session ends; none where the role is none.
    pub session: Option<SessionEnd>,
    /// Whether the browser names a session.
    pub signed_in: bool,
    /// Path and query of the page, to come back to.
    pub at: String,
    /// What makes a form ours.
    pub form_token: String,
    /// A key for the page's form, under which it is taken once.
    pub once: String,
}

impl Layout {
    /// The sentence of that key.
    pub fn t(&self, key: &str) -> String {
        say(self.language, key, &[])
    }

    /// The sentence of that key with one value.
    pub fn t1(&self, key: &str, name: &'static str, value: impl ToString) -> String {
        say(self.language, key, &[(name, value.to_string())])
    }

    /// The sentence of that key with two values.
    pub fn t2(
        &self,
        key: &str,
        (name, value): (&'static str, impl ToString),
        (other, more): (&'static str, impl ToString),
    ) -> String {
        let values = [(name, value.to_string()), (other, more.to_string())];
        say(self.language, key, &values)
    }

    /// The sentence for a code: its key is the prefix, a hyphen and the code.
    pub fn of(&self, prefix: &str, code: &str) -> String {
        self.t(&format!("{prefix}-{code}"))
    }

    /// A text that is there in both languages.
    pub fn both<'t>(&self, text: &'t Bilingual) -> &'t str {
        text.in_language(self.language)
    }

    pub fn asset(&self, name: &str) -> &'static str {
        assets::path(name)
    }

    /// The names of a form's own fields.
    pub fn token_field(&self) -> &'static str {
        form::TOKEN
    }

    pub fn once_field(&self) -> &'static str {
        form::ONCE
    }

    /// The other language, and what it calls itself.
    pub fn other_language(&self) -> (Language, &'static str) {
        match self.language {
            Language::Korean => (Language::English, "English"),
            Language::English => (Language::Korean, "한국어"),
        }
    }

    /// A time in Korea, to the minute, with its zone.
    pub fn time(&self, at: &DateTime<Utc>) -> String {
        text::time(self.language, *at)
    }

    /// A day.
    pub fn day(&self, day: &NaiveDate) -> String {
        match self.language {
            Language::Korean => day.format("%Y년 %-m월 %-d일"),
            Language::English => day.format("%-d %B %Y"),
        }
        .to_string()
    }

    /// An hour in Korea.
    pub fn hour(&self, at: &DateTime<Utc>) -> String {
        let there = law::in_korea(*at);
        match self.language {
            Language::Korean => there.format("%-m월 %-d일 %-H시"),
            Language::English => there.format("%-d %B, %-H h"),
        }
        .to_string()
    }

    /// An hour of a day that is known, for a chart.
    pub fn short_hour(&self, at: &DateTime<Utc>) -> String {
        let there = law::in_korea(*at);
        match self.language {
            Language::Korean => there.format("%-H시"),
            Language::English => there.format("%-H h"),
        }
        .to_string()
    }

    /// A day of a year that is known, for a chart.
    pub fn short_day(&self, day: &NaiveDate) -> String {
        match self.language {
            Language::Korean => day.format("%-m. %-d."),
            Language::English => day.format("%-d %b"),
        }
        .to_string()
    }

    /// Whole KRW with separators.
    pub fn money(&self, krw: impl Borrow<i64>) -> String {
        let krw = *krw.borrow();
        let digits = grouped(&krw.unsigned_abs().to_string());
        let sign = if krw < 0 { "−" } else { "" };
        match self.language {
            Language::Korean => format!("{sign}{digits}원"),
            Language::English => format!("{sign}KRW {digits}"),
        }
    }

    /// A count with separators.
    pub fn count(&self, number: impl ToString) -> String {
        grouped(&number.to_string())
    }
}

#[cfg(test)]
impl Layout {
    /// What surrounds a page in a unit test, for a stranger.
    pub fn of_test(language: Language) -> Self {
        Self {
            language,
            role: None,
            session: None,
            signed_in: false,
            at: "/".into(),
            form_token: "0".repeat(64),
            once: "0".repeat(32),
        }
    }
}

/// A page in a unit test, in words that are all there.
#[cfg(test)]
pub fn rendered(page: &impl askama::Template) -> String {
    let html = page.render().expect("a page");
    assert!(!html.contains("Unknown localization"), "{html}");
    html
}
