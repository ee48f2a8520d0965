//! Free text and dates: what every text must satisfy, whatever it says.

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

use crate::error::Fault;
use crate::input::limits::{FILE_NAME, LONGEST_REASON, SHORTEST_REASON};
use crate::law;

/// What a person typed on one line: trimmed, NFC, 1 to `most` characters, no control or direction
/// characters, no resident registration number.
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

/// Characters that change how their neighbours are shown: direction marks and overrides,
/// separators, the byte-order mark.
fn steers(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

/// A file name as metadata: one line, at most 255 bytes, no path separators.
pub fn file_name(field: &str, typed: &str) -> Result<String, Fault> {
    // counted as file systems do, and said so: a Korean name is too long at a third of the
    // characters
    let name = line(field, typed, usize::MAX)?;
    if name.len() > FILE_NAME {
        return Err(Fault::new(field, "file-name-long"));
    }
    if name.contains(['/', '\\']) || name == "." || name == ".." {
        return Err(Fault::new(field, "file-name"));
    }
    Ok(name)
}

/// Why somebody does what others will read about: 10 to 500 characters.
pub fn reason(field: &str, typed: &str) -> Result<String, Fault> {
    explains(field, typed)?;
    note(field, typed, LONGEST_REASON)
}

/// Whether a text is long enough to be a reason: 10 characters.
pub fn explains(field: &str, text: &str) -> Result<(), Fault> {
    if text.trim().chars().count() < SHORTEST_REASON {
        return Err(Fault::new(field, "reason-short").with("least", SHORTEST_REASON));
    }
    Ok(())
}

/// A day as YYYY-MM-DD.
pub fn date(field: &str, typed: &str) -> Result<NaiveDate, Fault> {
    typed.trim().parse().map_err(|_| Fault::new(field, "date"))
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
    fn a_reason_is_more_than_a_word() {
        assert_eq!(
            reason("reason", "  검토  ").unwrap_err(),
            Fault::new("reason", "reason-short").with("least", 10)
        );
        assert!(reason("reason", "피해 금액의 증빙을 확인합니다").is_ok());
        assert_eq!(
            reason("reason", &"가".repeat(501)).unwrap_err().code,
            "too-long"
        );
    }
}
