//! The words shown to people, Korean and English, read from web/locales at compile time. Everything
//! else speaks in codes; only here do they become sentences.

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::{DateTime, Utc};
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader, langid, static_loader};
use secrecy::ExposeSecret;

use crate::codes::codes;
use crate::error::{Error, Fault};
use crate::law;

static_loader! {
    static LOCALES = {
        locales: "./web/locales",
        fallback_language: "en",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

const KO: LanguageIdentifier = langid!("ko");
const EN: LanguageIdentifier = langid!("en");

codes! {
    /// A language that the registry speaks.
    Language {
        /// Korean.
        Korean = "ko",
        /// English.
        English = "en",
    }
}

impl Language {
    fn id(self) -> LanguageIdentifier {
        match self {
            Self::Korean => KO,
            Self::English => EN,
        }
    }

    /// The preferred one of an Accept-Language header (RFC 9110 §12.5.4); Korean where it names
    /// neither.
    pub fn negotiate(header: &str) -> Self {
        let quality = |part: &str| -> (u32, String) {
            let mut pieces = part.split(';');
            let tag = pieces.next().unwrap_or("").trim().to_ascii_lowercase();
            let q = pieces
                .find_map(|p| p.trim().strip_prefix("q=").map(thousandths))
                .unwrap_or(1000);
            (q, tag)
        };
        let mut best = (0, Self::Korean);
        for (q, tag) in header.split(',').map(quality) {
            let language = match tag.split('-').next() {
                Some("ko") => Self::Korean,
                Some("en") => Self::English,
                _ => continue,
            };
            if q > best.0 {
                best = (q, language);
            }
        }
        best.1
    }
}

/// A quality value such as `0.8` in thousandths.
fn thousandths(q: &str) -> u32 {
    let (whole, fraction) = q.split_once('.').unwrap_or((q, ""));
    let digits: String = fraction.chars().chain("000".chars()).take(3).collect();
    whole.parse::<u32>().unwrap_or(0) * 1000 + digits.parse::<u32>().unwrap_or(0)
}

/// The sentence of that key.
pub fn say(language: Language, key: &str, args: &[(&'static str, String)]) -> String {
    let args: HashMap<Cow<'static, str>, FluentValue<'_>> = args
        .iter()
        .map(|(name, value)| (Cow::Borrowed(*name), FluentValue::from(value.as_str())))
        .collect();
    LOCALES.lookup_with_args(&language.id(), key, &args)
}

/// The sentence of that key, which takes no values, where there is one.
pub fn find(language: Language, key: &str) -> Option<String> {
    LOCALES.try_lookup(&language.id(), key)
}

/// A text from outside as a terminal may show it: control characters, line breaks, and marks that
/// reorder or hide what stands beside them become `\u` escapes, as JSON writes them too.
pub fn harmless(text: &str) -> String {
    let hides = |c: char| {
        c.is_control()
            || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
            || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
    };
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if hides(c) {
            shown.extend(
                c.encode_utf16(&mut [0; 2])
                    .iter()
                    .map(|unit| format!("\\u{unit:04x}")),
            );
        } else {
            shown.push(c);
        }
    }
    shown
}

/// A time in Korea, to the minute, with its zone.
pub fn time(language: Language, at: DateTime<Utc>) -> String {
    let there = law::in_korea(at);
    match language {
        Language::Korean => there.format("%Y년 %-m월 %-d일 %H:%M (한국 시각)"),
        Language::English => there.format("%-d %B %Y, %H:%M (Korean time)"),
    }
    .to_string()
}

/// Digits, with commas between thousands.
pub fn grouped(digits: &str) -> String {
    let mut shown = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

/// What is wrong with one field and how to mend it.
pub fn fault(language: Language, fault: &Fault) -> String {
    say(language, &format!("fault-{}", fault.code), &fault.args)
}

/// An error in one sentence, for the command line and for a problem's `detail`.
pub fn describe(language: Language, error: &Error) -> String {
    match error {
        Error::Invalid(faults) => match faults.as_slice() {
            [one] => fault(language, one),
            many => say(
                language,
                "error-invalid",
                &[("count", many.len().to_string())],
            ),
        },
        Error::Malformed(_, one) | Error::Conflict(one) => fault(language, one),
        Error::Superseded { .. } => say(language, "fault-text-superseded", &[]),
        Error::Held(reason) => say(
            language,
            "fault-legal-hold",
            &[("reason", reason.expose_secret().to_string())],
        ),
        Error::Unauthenticated => say(language, "error-unauthenticated", &[]),
        Error::Forbidden => say(language, "error-forbidden", &[]),
        Error::NotFound => say(language, "error-not-found", &[]),
        Error::Stale => say(language, "error-stale", &[]),
        Error::TooMany(seconds) => say(
            language,
            "error-too-many",
            &[("seconds", seconds.to_string())],
        ),
        Error::Unavailable(why) => say(language, &format!("unavailable-{}", why.as_str()), &[]),
        Error::Contended => say(language, "unavailable-busy", &[]),
        Error::Lost => say(language, "unavailable-database", &[]),
        Error::Operator(_) | Error::Internal(_) => say(language, "error-internal", &[]),
    }
}

/// For logs and the operator: in English.
impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&describe(Language::English, self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Unavailable;
    use std::collections::BTreeSet;
    use std::path::Path;

    /// Every key of a language, with the file that it stands in.
    fn keys(language: Language) -> BTreeSet<(String, String)> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("web/locales")
            .join(language.as_str());
        let mut keys = BTreeSet::new();
        for file in std::fs::read_dir(folder).unwrap() {
            let file = file.unwrap();
            let text = std::fs::read_to_string(file.path()).unwrap();
            let said = text
                .lines()
                .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
                .filter_map(|line| line.split(" =").next());
            let name = file.file_name().into_string().unwrap();
            keys.extend(said.map(|key| (key.to_string(), name.clone())));
        }
        keys
    }

    fn says(key: &str) -> bool {
        keys(Language::Korean).iter().any(|(said, _)| said == key)
    }

    #[test]
    fn every_reason_to_be_unavailable_is_said() {
        for why in Unavailable::ALL {
            let key = format!("unavailable-{}", why.as_str());
            assert!(says(&key), "{key}");
        }
    }

    #[test]
    fn both_languages_say_the_same_things() {
        let (korean, english) = (keys(Language::Korean), keys(Language::English));
        assert_eq!(korean, english);
        let each: BTreeSet<_> = korean.iter().map(|(key, _)| key).collect();
        assert_eq!(each.len(), korean.len(), "a key stands in one file");
    }

    #[test]
    fn the_header_decides_the_language_and_korean_is_first() {
        for (header, language) in [
            ("", Language::Korean),
            ("en", Language::English),
            ("en-US,en;q=0.9,ko;q=0.8", Language::English),
            ("fr, ko;q=0.5, en;q=0.4", Language::Korean),
            ("en;q=0", Language::Korean),
            ("ko-KR,ko;q=0.9,en-US;q=0.8", Language::Korean),
        ] {
            assert_eq!(Language::negotiate(header), language, "{header}");
        }
    }

    #[test]
    fn a_text_from_outside_moves_no_cursor_and_hides_nothing() {
        let evil = "가\u{1b}[2J\nThis holds\r\u{9b}31m\u{202e}x\u{e0041}\u{7f}";
        assert_eq!(
            harmless(evil),
            "가\\u001b[2J\\u000aThis holds\\u000d\\u009b31m\\u202ex\\udb40\\udc41\\u007f"
        );
        let json = serde_json::json!({ "value": evil }).to_string();
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&harmless(&json)).unwrap()["value"],
            evil,
            "JSON says the same"
        );
    }

    #[test]
    fn numbers_are_grouped_in_threes() {
        for (number, shown) in [
            (0_u64, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (120_000, "120,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(grouped(&number.to_string()), shown);
        }
    }

    #[test]
    fn a_message_fills_in_its_values() {
        let fault = Fault::new("name", "too-long").with("most", 100);
        assert!(super::fault(Language::English, &fault).contains("100"));
        assert!(super::fault(Language::Korean, &fault).contains("100"));
    }
}
