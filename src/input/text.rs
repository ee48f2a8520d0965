//! Free text: what every text must satisfy, whatever it says.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use crate::characters::{
    Class, class, encloses, is_emoji, is_joined, is_mark_of, is_pictograph, is_stray,
};
use crate::error::Fault;
use crate::input::limits::{FILE_NAME, LONGEST_REASON, SHORTEST_REASON};
use crate::law::{self, Resident};

/// Different letters that a reason needs at least: nor does one letter, however often.
const FEWEST_LETTERS: usize = 5;
/// Marks on one letter: Burmese and Hindi need several, of which two at most stack.
const MOST_MARKS: usize = 8;
const MOST_STACKED: usize = 2;

/// The kinds of free text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Of a person or a corporation: letters, digits and the signs that names have.
    Name,
    Line,
    Lines,
}

/// Where a person is named: a line of 1 to `most` characters that holds no resident registration
/// number, nor what looks like one.
pub fn line(field: &str, typed: &str, most: usize) -> Result<String, Fault> {
    personal(field, typed, Kind::Line, most)
}

/// Free text of 1 to `most` characters in lines. `no_resident_number` says that whoever wrote it
/// was asked about a number that looks like a resident registration number.
pub fn note(
    field: &str,
    typed: &str,
    most: usize,
    no_resident_number: bool,
) -> Result<String, Fault> {
    let text = written(field, typed, Kind::Lines, most)?;
    asked(field, text, no_resident_number)
}

/// A file name as metadata: one line, at most 255 bytes, no path separators.
pub fn file_name(field: &str, typed: &str, no_resident_number: bool) -> Result<String, Fault> {
    // counted as file systems do, and said so: a Korean name is too long at a third of the
    // characters
    let name = written(field, typed, Kind::Line, usize::MAX)?;
    if name.len() > FILE_NAME {
        return Err(Fault::new(field, "file-name-long"));
    }
    if name.contains(['/', '\\']) {
        return Err(Fault::new(field, "file-name"));
    }
    asked(field, name, no_resident_number)
}

/// Why somebody does what others will read about: 10 to 500 characters.
pub fn reason(field: &str, typed: &str, no_resident_number: bool) -> Result<String, Fault> {
    let reason = note(field, typed, LONGEST_REASON, no_resident_number)?;
    explains(field, &reason)?;
    Ok(reason)
}

/// Whether a text can be a reason: 10 characters, and not the same few over and over.
pub fn explains(field: &str, text: &str) -> Result<(), Fault> {
    let text = normalise(text, Kind::Line);
    if text.chars().filter(|c| class(*c) != Class::Hidden).count() < SHORTEST_REASON {
        return Err(Fault::new(field, "reason-short").with("least", SHORTEST_REASON));
    }
    let mut letters: Vec<char> = text
        .chars()
        .flat_map(char::to_lowercase)
        .filter(|c| class(*c) == Class::Letter)
        .collect();
    letters.sort_unstable();
    letters.dedup();
    if letters.len() < FEWEST_LETTERS {
        return Err(Fault::new(field, "reason-empty").with("least", FEWEST_LETTERS));
    }
    Ok(())
}

/// A text of an operator's file in lines, however long: of the form that texts have here, whatever
/// program saved it.
pub fn of_file(field: &str, text: &str) -> Result<String, Fault> {
    written(field, text, Kind::Lines, usize::MAX)
}

/// As [`of_file()`], on one line.
pub fn line_of_file(field: &str, text: &str) -> Result<String, Fault> {
    written(field, text, Kind::Line, usize::MAX)
}

/// A text that says something, in one form, of characters that its readers see.
fn written(field: &str, typed: &str, kind: Kind, most: usize) -> Result<String, Fault> {
    let text = normalise(typed, kind);
    if text.is_empty() {
        return Err(Fault::new(field, "empty"));
    }
    if text.chars().count() > most {
        return Err(Fault::new(field, "too-long").with("most", most));
    }
    let characters: Vec<char> = text.chars().collect();
    for (i, c) in characters.iter().enumerate() {
        let code = match class(*c) {
            Class::Damaged => "damaged",
            Class::Hidden if !belongs(&characters, i) => "control-character",
            Class::Mark if !is_carried(&characters[..i], *c) => "damaged",
            Class::Mark | Class::Sign if kind == Kind::Name && !is_of_names(*c) => "name-signs",
            _ => continue,
        };
        return Err(Fault::new(field, code));
    }
    let says = |c: &char| class(*c) == Class::Letter || kind != Kind::Name && is_number(*c);
    if characters.iter().any(says) {
        Ok(text)
    } else if kind == Kind::Name {
        Err(Fault::new(field, "name-letters"))
    } else {
        Err(Fault::new(field, "no-words"))
    }
}

fn is_number(c: char) -> bool {
    class(c) == Class::Number
}

/// A text that names a person: a resident number is told first, whatever else is wrong.
pub(super) fn personal(field: &str, typed: &str, kind: Kind, most: usize) -> Result<String, Fault> {
    if law::contains_resident_number(typed) {
        return Err(Fault::new(field, "resident-number"));
    }
    written(field, typed, kind, most)
}

fn asked(field: &str, text: String, no_resident_number: bool) -> Result<String, Fault> {
    match law::resident_number(&text) {
        Some(Resident::Certain) => Err(Fault::new(field, "resident-number")),
        Some(Resident::Likely) if !no_resident_number => {
            Err(Fault::new(field, "resident-number-like"))
        }
        _ => Ok(text),
    }
}

/// One form for what looks the same: NFC, one kind of line end and of space, nothing around it. On
/// one line every run of white space is a space.
pub(super) fn normalise(typed: &str, kind: Kind) -> String {
    let mut text = String::with_capacity(typed.len());
    for c in typed.replace("\r\n", "\n").nfc() {
        match c {
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
                if kind == Kind::Lines =>
            {
                text.push('\n');
            }
            c if class(c) != Class::Space => text.push(c),
            _ if kind != Kind::Lines && text.ends_with(' ') => {}
            _ => text.push(' '),
        }
    }
    within(&text).into()
}

/// Without white space and what shows nothing at either end; an emoji keeps its variation selector.
fn within(text: &str) -> &str {
    let blank = |c: char| class(c) == Class::Space || is_stray(c);
    let mut text = text.trim_start_matches(blank);
    while let Some(last) = text.chars().next_back().filter(|c| blank(*c)) {
        let rest = &text[..text.len() - last.len_utf8()];
        if is_variation(last) && rest.ends_with(is_emoji) {
            break;
        }
        text = rest;
    }
    text
}

fn is_variation(c: char) -> bool {
    matches!(c, '\u{FE0E}' | '\u{FE0F}')
}

/// Whether a character that shows nothing belongs where it stands: a variation selector after an
/// emoji, a joiner in an emoji, a joiner where a script joins its letters.
fn belongs(characters: &[char], at: usize) -> bool {
    let (before, c, next) = (&characters[..at], characters[at], characters.get(at + 1));
    let Some(last) = before.last() else {
        return false;
    };
    match c {
        c if is_variation(c) => is_emoji(*last) || is_key(*last) && next == Some(&'\u{20E3}'),
        '\u{200C}' | '\u{200D}' => {
            let next = next.copied().unwrap_or_default();
            let drawn = before.iter().rev();
            let drawn = drawn.copied().find(|c| !is_variation(*c) && !is_skin(*c));
            let emoji = c == '\u{200D}' && drawn.is_some_and(is_pictograph) && is_pictograph(next);
            emoji || joins(before, next)
        }
        _ => false,
    }
}

/// Whether a joiner between these shows: letters of a script that joins them, or beside a virama.
fn joins(before: &[char], next: char) -> bool {
    const VIRAMA: u8 = 9;
    let virama = |c: char| canonical_combining_class(c) == VIRAMA;
    let letter = before.iter().rev().find(|c| class(**c) != Class::Mark);
    let on = matches!(class(next), Class::Letter | Class::Mark);
    let last = before.last().copied().unwrap_or_default();
    on && (letter.is_some_and(|c| is_joined(*c)) || virama(last) || virama(next))
}

fn is_key(c: char) -> bool {
    c.is_ascii_digit() || c == '#' || c == '*'
}

fn is_skin(c: char) -> bool {
    matches!(c, '\u{1F3FB}'..='\u{1F3FF}')
}

/// Whether a mark stands on a letter, among few others.
fn is_carried(before: &[char], mark: char) -> bool {
    if encloses(mark) {
        let key = before.iter().rev().find(|c| !is_variation(**c));
        return mark == '\u{20E3}' && key.is_some_and(|c| is_key(*c));
    }
    let marks: Vec<char> = before
        .iter()
        .rev()
        .copied()
        .take_while(|c| class(*c) == Class::Mark)
        .take(MOST_MARKS)
        .collect();
    let stacked = [mark]
        .iter()
        .chain(&marks)
        .take_while(|c| canonical_combining_class(**c) != 0)
        .count();
    let base = before.iter().rev().nth(marks.len());
    let based = base.is_some_and(|c| match class(*c) {
        Class::Letter | Class::Number => is_mark_of(mark, *c),
        _ => matches!(c, '◌' | '\u{200C}' | '\u{200D}'),
    });
    let few = marks.len() < MOST_MARKS && stacked <= MOST_STACKED;
    based && few && marks.first() != Some(&mark)
}

/// The signs of names; ㈜ and its like stand for words.
fn is_of_names(c: char) -> bool {
    use crate::characters::{is_apostrophe, is_dash, is_middle_dot};
    if class(c) == Class::Mark {
        return !encloses(c);
    }
    let narrow = match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        c => c,
    };
    let dash = is_dash(narrow) && !matches!(narrow, '~' | '∼');
    dash || is_apostrophe(narrow)
        || is_middle_dot(narrow)
        || "&,./+\"“”()".contains(narrow)
        || matches!(c, '㈀'..='㈞' | '㈠'..='㊰')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_comes_along_with_a_text_is_cut_and_what_hides_in_it_is_refused() {
        for (typed, form) in [
            ("  김하늘 ", "김하늘"),
            ("\u{FEFF}김하늘\u{200B}", "김하늘"),
            ("\u{202A}김하늘\u{202C}", "김하늘"),
            ("김하늘\u{3164}", "김하늘"),
            ("김\t하늘\r\n", "김 하늘"),
            ("서울\n101동", "서울 101동"),
            ("김\u{a0}\u{3000} 하늘", "김 하늘"),
            ("❤️ 네일 ❤️", "❤️ 네일 ❤️"),
            ("네일\u{FE0F}", "네일"),
            ("가게👨‍👩‍👧.jpg", "가게👨‍👩‍👧.jpg"),
            ("می\u{200C}خواهم", "می\u{200C}خواهم"),
            ("क्\u{200D}ष", "क्\u{200D}ष"),
            ("1\u{FE0F}\u{20E3} 번", "1\u{FE0F}\u{20E3} 번"),
            ("မြန်မာ", "မြန်မာ"),
            ("หน้าที่", "หน้าที่"),
        ] {
            assert_eq!(line("name", typed, 100).unwrap(), form, "{typed:?}");
        }
        for (typed, code) in [
            ("김\u{0}하늘", "control-character"),
            ("김하늘\u{7f}", "control-character"),
            ("invoice\u{202E}gpj.exe", "control-character"),
            ("김\u{200D}하늘", "control-character"),
            ("김\u{FE0F}하늘", "control-character"),
            ("김\u{3164}하늘", "control-character"),
            ("김\u{FFFD}늘", "damaged"),
            ("김\u{FFFF}늘", "damaged"),
            ("김\u{E000}늘", "damaged"),
            ("김\u{E0041}늘", "damaged"),
            ("Z\u{301}\u{302}\u{303}\u{304}algo", "damaged"),
            ("ก\u{e47}\u{e47}", "damaged"),
            ("김\u{e47}\u{e34}", "damaged"),
            (" \u{301}a", "damaged"),
            ("a \u{301}b", "damaged"),
            ("a\u{20DD}", "damaged"),
            ("\u{3164}\u{2800}", "empty"),
            ("\u{115F}\u{1160}\u{FFA0}", "empty"),
            ("...", "no-words"),
            ("👍", "no-words"),
        ] {
            assert_eq!(
                line("name", typed, 100).unwrap_err().code,
                code,
                "{typed:?}"
            );
        }
    }

    #[test]
    fn decomposed_hangul_becomes_one_form() {
        let decomposed: String = "김하늘".nfd().collect();
        assert_eq!(line("name", &decomposed, 3).unwrap(), "김하늘");
    }

    #[test]
    fn a_note_keeps_its_lines() {
        let note = |typed| note("note", typed, 100, false).unwrap();
        assert_eq!(
            note(" 첫 줄\r\n둘째 줄\r셋째 줄 "),
            "첫 줄\n둘째 줄\n셋째 줄"
        );
        assert_eq!(note("a\u{2028}b\u{85}c\td"), "a\nb\nc d");
    }

    #[test]
    fn a_reason_is_more_than_a_word() {
        for (typed, code) in [
            ("  검토  ", "reason-short"),
            ("1111111111", "no-letters"),
            ("ㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋ", "reason-empty"),
            ("검토검토검토검토검토", "reason-empty"),
            ("가      나", "reason-short"),
        ] {
            let code = if code == "no-letters" {
                "reason-empty"
            } else {
                code
            };
            assert_eq!(
                reason("reason", typed, false).unwrap_err().code,
                code,
                "{typed}"
            );
        }
        assert!(reason("reason", "피해 금액의 증빙을 확인합니다", false).is_ok());
        let long = "가나다라마".repeat(101);
        assert_eq!(reason("reason", &long, false).unwrap_err().code, "too-long");
    }

    proptest! {
        #[test]
        fn to_normalise_twice_is_to_normalise_once(text in "\\PC*", odd in "[ \t\r\na가ㅏ\u{300}\u{1100}\u{1161}\u{200b}\u{2028}\u{3164}\u{fe0f}\u{2764}\u{34f}]*") {
            for text in [text, odd] {
                for kind in [Kind::Name, Kind::Line, Kind::Lines] {
                    let once = normalise(&text, kind);
                    prop_assert_eq!(normalise(&once, kind), once);
                }
            }
        }

        #[test]
        fn nothing_is_kept_that_shows_nothing(text in "[ a가\u{200b}\u{3164}\u{2800}\u{ffa0}\u{ad}\u{e0041}\u{fffd}\u{202e}\u{7}]*") {
            if let Ok(kept) = line("name", &text, 100) {
                prop_assert!(kept.chars().all(|c| matches!(c, ' ' | 'a' | '가')), "{:?}", kept);
                prop_assert!(kept.contains(['a', '가']));
            }
        }
    }
}
