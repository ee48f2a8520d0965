//! The door's tools: what every free text must satisfy, and a collector that reports all faults of a request at once.
//! A fault names the field and never repeats what was typed.

use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, Fault};
use crate::law;

/// Collects faults while a request is parsed, so that the user learns of all of them in one answer.
#[derive(Default)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// Warnings a fault.
    pub fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    /// The value, or a note of what is wrong with it.
    pub fn take<T>(&mut self, parsed: Result<T, Fault>) -> Option<T> {
        parsed.map_err(|fault| self.add(fault)).ok()
    }

    /// Warnings a fault of that field unless the condition holds.
    pub fn demand(&mut self, holds: bool, field: &str, code: &'static str) {
        if !holds {
            self.add(Fault::new(field, code));
        }
    }

    /// The end of parsing: nothing, or everything that was noted.
    pub fn finish(self) -> Result<(), Error> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(Error::Invalid(self.0))
        }
    }
}

/// What a person typed on one line: trimmed, NFC, 1 to `most` characters, no control or direction characters, no
/// resident registration number.
pub fn line(field: &str, typed: &str, most: usize) -> Result<String, Fault> {
    free(field, typed, most, |_| false)
}

/// As [`line()`], and line feeds are allowed.
pub fn note(field: &str, typed: &str, most: usize) -> Result<String, Fault> {
    free(field, typed, most, |c| c == '\n')
}

fn free(field: &str, typed: &str, most: usize, also: fn(char) -> bool) -> Result<String, Fault> {
    let text: String = typed.trim().nfc().collect();
    if text.is_empty() {
        return Err(Fault::new(field, "empty"));
    }
    if text.chars().count() > most {
        return Err(Fault::new(field, "too-long").with("most", most));
    }
    if text
        .chars()
        .any(|c| !also(c) && (c.is_control() || steers(c)))
    {
        return Err(Fault::new(field, "control-character"));
    }
    if law::contains_resident_number(&text) {
        return Err(Fault::new(field, "resident-number"));
    }
    Ok(text)
}

/// Characters that change how their neighbours are shown: direction marks and overrides, separators, the byte-order mark.
fn steers(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

/// A file name as metadata: one line, at most 255 bytes, no path separators.
pub fn file_name(field: &str, typed: &str) -> Result<String, Fault> {
    // counted as file systems do, and said so: a Korean name is too long at a third of the characters
    let name = line(field, typed, usize::MAX)?;
    if name.len() > 255 {
        return Err(Fault::new(field, "file-name-long"));
    }
    if name.contains(['/', '\\']) || name == "." || name == ".." {
        return Err(Fault::new(field, "file-name"));
    }
    Ok(name)
}

/// Items on a page at most.
const PAGE: i64 = 200;

/// How many items a page of a list has: 1 to 200.
pub fn page(asked: i64) -> Result<i64, Error> {
    limit(asked, PAGE)
}

/// How many items are asked for: 1 to `most`.
pub fn limit(asked: i64, most: i64) -> Result<i64, Error> {
    if (1..=most).contains(&asked) {
        Ok(asked)
    } else {
        Err(Error::Invalid(vec![
            Fault::new("limit", "limit").with("most", most),
        ]))
    }
}

/// Exactly 64 hexadecimal digits.
pub fn sha256(field: &str, typed: &str) -> Result<Vec<u8>, Fault> {
    match hex::decode(typed) {
        Ok(bytes) if bytes.len() == 32 => Ok(bytes),
        _ => Err(Fault::new(field, "sha256")),
    }
}

/// An e-mail address in lower case: one `@`, a dot in the domain, at most 254 bytes.
pub fn email(field: &str, typed: &str) -> Result<String, Fault> {
    let address = line(field, typed, 254)?.to_lowercase();
    let fits = address.len() <= 254
        && address.split_once('@').is_some_and(|(local, domain)| {
            !local.is_empty()
                && local.len() <= 64
                && domain.contains('.')
                && !domain.contains('@')
                && domain.split('.').all(|label| !label.is_empty())
        })
        && !address.contains(|c: char| {
            c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '"' | '(' | ')')
        });
    if fits {
        Ok(address)
    } else {
        Err(Fault::new(field, "email"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_hidden_characters_is_refused() {
        for hidden in [
            "김\u{0000}하늘",
            "invoice\u{202E}gpj.exe",
            "\u{FEFF}김",
            "a\tb",
            "a\u{7f}",
        ] {
            assert!(line("name", hidden, 100).is_err(), "{hidden:?}");
        }
        assert_eq!(line("name", "  김하늘 ", 100).unwrap(), "김하늘");
    }

    #[test]
    fn decomposed_hangul_becomes_one_form() {
        let decomposed: String = "김하늘".nfd().collect();
        assert_eq!(line("name", &decomposed, 3).unwrap(), "김하늘");
    }

    #[test]
    fn an_address_that_no_mail_reaches_is_refused() {
        for wrong in [
            "",
            "kim",
            "kim@",
            "@example.kr",
            "kim@host",
            "kim@a..kr",
            "a b@example.kr",
            "<kim@example.kr>",
        ] {
            assert!(email("email", wrong).is_err(), "{wrong}");
        }
        assert_eq!(
            email("email", " Kim@Example.KR ").unwrap(),
            "kim@example.kr"
        );
    }
}
