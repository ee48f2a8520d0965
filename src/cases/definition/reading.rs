//! Reads a case file: its texts in the form that texts have here, and what is wrong with it in words
//! of who wrote it.

use crate::cases::Bilingual;
use crate::cases::definition::{Definition, Listed, Text};
use crate::error::Fault;
use crate::input;

/// A text of the file in both languages with its path, and what puts it in the form that texts have here.
type Written<'d> = (
    String,
    &'d mut Bilingual,
    fn(&str, &str) -> Result<String, Fault>,
);

impl Definition {
    /// Reads a case file, whatever editor saved it: neither a byte-order mark nor its line ends
    /// become part of a text.
    ///
    /// # Errors
    /// Line and key of what does not read, and what to write there.
    pub fn parse(text: &str) -> Result<Self, String> {
        let unreadable = |path: &str, error: &toml::de::Error| {
            let start = error.span().map_or(0, |span| span.start);
            let before = text.get(..start).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            let at = if path == "." { "" } else { path };
            unreadable(line, at, error.message())
        };
        let reader = toml::Deserializer::parse(text).map_err(|e| unreadable("", &e))?;
        let mut definition: Self = serde_path_to_error::deserialize(reader)
            .map_err(|e| unreadable(&e.path().to_string(), e.inner()))?;
        let mut faults = Vec::new();
        for (path, Bilingual { ko, en }, form) in definition.texts() {
            for (language, text) in [("ko", ko), ("en", en)] {
                match form(&format!("{path}.{language}"), text) {
                    Ok(formed) => *text = formed,
                    Err(fault) => faults.push(fault),
                }
            }
        }
        definition.faults = faults;
        Ok(definition)
    }

    /// Every text in both languages.
    fn texts(&mut self) -> Vec<Written<'_>> {
        let mut texts: Vec<Written> = vec![
            ("title".into(), &mut self.title, input::line_of_file),
            ("summary".into(), &mut self.summary, input::of_file),
            ("defendant".into(), &mut self.defendant, input::line_of_file),
        ];
        for (name, listed) in [
            ("services", &mut self.services),
            ("industries", &mut self.industries),
            ("evidence_kinds", &mut self.evidence_kinds),
            ("counsel", &mut self.counsel),
            ("costs", &mut self.costs),
            ("processors", &mut self.processors),
        ] {
            for (
                i,
                Listed {
                    name: called, hint, ..
                },
            ) in listed.iter_mut().enumerate()
            {
                let at = format!("{name}[{i}]");
                texts.push((format!("{at}.name"), called, input::line_of_file));
                texts.push((format!("{at}.hint"), hint, hinted));
            }
        }
        for (i, consent) in self.consents.iter_mut().enumerate() {
            let at = |name: &str| format!("consents[{i}].{name}");
            let Text {
                title,
                text,
                purpose,
                recipient,
                retention,
                ..
            } = consent;
            texts.push((at("title"), title, input::line_of_file));
            texts.push((at("text"), text, input::of_file));
            texts.push((at("purpose"), purpose, hinted));
            texts.push((at("recipient"), recipient, hinted));
            texts.push((at("retention"), retention, hinted));
        }
        texts
    }
}

/// What may be left out.
fn hinted(field: &str, text: &str) -> Result<String, Fault> {
    if text.trim().is_empty() {
        return Ok(String::new());
    }
    input::line_of_file(field, text)
}

/// What the reader of TOML means, in words of who writes the file.
fn unreadable(line: usize, path: &str, message: &str) -> String {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let name = quoted.first().copied().unwrap_or_default();
    let said = if message.starts_with("unknown field") {
        let known = quoted[1..].join(", ");
        format!("the key `{name}` is not known here; these are: {known}")
    } else if message.starts_with("missing field") {
        format!("the key `{name}` is missing; add it")
    } else if message.starts_with("unknown variant") {
        format!("write one of: {}", quoted[1..].join(", "))
    } else if let Some((_, expected)) = message.rsplit_once(", expected ") {
        let expected = match expected {
            "a TOML datetime" | "a datetime" => {
                "a date or time without quotation marks, such as 2022-10-15T15:30:00+09:00"
            }
            "a string" => "a text in quotation marks",
            "a boolean" => "true or false",
            "i32" | "i64" => "a whole number without quotation marks",
            "a sequence" => "a list: each of its tables begins with its name in [[ and ]]",
            other => other,
        };
        format!("write {expected}")
    } else {
        message.into()
    };
    let at = if path.is_empty() { "" } else { ": " };
    format!("line {line}: {path}{at}{said}")
}
