//! Kinds of characters, as Unicode tells them apart, and the plain form of what has only digits and
//! signs.

use icu_properties::props::{
    DefaultIgnorableCodePoint, Emoji, ExtendedPictographic, GeneralCategory, JoiningType, Script,
};
use icu_properties::{CodePointMapData, CodePointSetData};
use unicode_normalization::UnicodeNormalization;

/// What a character is to who reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    Letter,
    /// Stands on the character before it.
    Mark,
    Number,
    /// Punctuation, symbols, emoji.
    Sign,
    /// Line ends and tabs too.
    Space,
    /// Shows nothing: controls, formats, fillers, variation selectors.
    Hidden,
    /// What is left where a text was read in the wrong encoding or font, and tags, which only
    /// programs read.
    Damaged,
}

fn category(c: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(c)
}

pub fn class(c: char) -> Class {
    use GeneralCategory as Is;
    match category(c) {
        _ if c.is_whitespace() => Class::Space,
        _ if matches!(c, '\u{FFFC}' | '\u{FFFD}' | '\u{E0000}'..='\u{E007F}') => Class::Damaged,
        Is::PrivateUse | Is::Surrogate | Is::Unassigned => Class::Damaged,
        Is::Control | Is::Format => Class::Hidden,
        // the blank of Braille is no default ignorable, and shows as little
        _ if is_ignorable(c) || c == '\u{2800}' => Class::Hidden,
        Is::UppercaseLetter
        | Is::LowercaseLetter
        | Is::TitlecaseLetter
        | Is::ModifierLetter
        | Is::OtherLetter => Class::Letter,
        Is::NonspacingMark | Is::SpacingMark | Is::EnclosingMark => Class::Mark,
        Is::DecimalNumber | Is::LetterNumber | Is::OtherNumber => Class::Number,
        _ => Class::Sign,
    }
}

fn is_ignorable(c: char) -> bool {
    CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
}

/// Whether it shows nothing and controls nothing: what comes along where somebody copies.
pub fn is_stray(c: char) -> bool {
    class(c) == Class::Hidden && !c.is_control()
}

/// Whether it can have a variation selector that makes it text or emoji. Digits are emoji only as
/// keycaps.
pub fn is_emoji(c: char) -> bool {
    !c.is_ascii() && CodePointSetData::new::<Emoji>().contains(c)
}

/// Whether emoji can be joined to it.
pub fn is_pictograph(c: char) -> bool {
    CodePointSetData::new::<ExtendedPictographic>().contains(c)
}

pub fn encloses(c: char) -> bool {
    category(c) == GeneralCategory::EnclosingMark
}

/// Whether a mark is one of the letter's script, or of all scripts.
pub fn is_mark_of(mark: char, letter: char) -> bool {
    let script = |c| CodePointMapData::<Script>::new().get(c);
    let of = script(mark);
    of == Script::Inherited || of == Script::Common || of == script(letter)
}

/// Whether its script joins letters, so that a joiner beside it can matter.
pub fn is_joined(c: char) -> bool {
    let joining = CodePointMapData::<JoiningType>::new().get(c);
    joining != JoiningType::NonJoining && joining != JoiningType::Transparent
}

/// Whether people write it as a dash: Korean keyboards give the vowel ㅡ, Japanese ones a length
/// mark.
pub fn is_dash(c: char) -> bool {
    category(c) == GeneralCategory::DashPunctuation
        || matches!(c, '−' | 'ㅡ' | 'ᅳ' | 'ー' | 'ｰ' | '~' | '∼' | '～' | '˗')
}

/// Dots in the middle of the line, of which Korean has several; one is an old vowel.
pub fn is_middle_dot(c: char) -> bool {
    matches!(c, '·' | 'ㆍ' | 'ᆞ' | '•' | '‧' | '∙' | '⋅' | '・' | '･')
}

pub fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '’' | '‘' | '‛' | 'ʼ' | 'ʻ' | 'ʹ' | '′' | '`' | '´' | '＇'
    )
}

/// The value of a decimal digit of any script.
pub fn digit(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let is_digit = |c: char| category(c) == GeneralCategory::DecimalNumber;
    // ten digits stand side by side, and some such runs as well
    let before = (1..50).take_while(|back| char::from_u32(c as u32 - back).is_some_and(is_digit));
    is_digit(c).then(|| before.count() as u32 % 10)
}

/// What has only digits and signs as a plain keyboard writes it: digits of any script, dashes,
/// dots, spaces and full-width forms in ASCII, without what shows nothing.
pub fn plain(text: &str) -> String {
    let typed = text.chars().filter(|c| !is_stray(*c));
    // dashes and dots first: their compatibility forms are letters
    typed.map(sign).nfkc().map(sign).collect()
}

/// The digits of a code that somebody copied, whatever stands between them.
pub fn digits(typed: &str) -> String {
    plain(typed).chars().filter(char::is_ascii_digit).collect()
}

fn sign(c: char) -> char {
    match c {
        c if c.is_whitespace() => ' ',
        c if is_dash(c) => '-',
        c if is_middle_dot(c) => '.',
        c => digit(c)
            .and_then(|value| char::from_digit(value, 10))
            .unwrap_or(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_digits_of_a_code_are_read_as_people_copy_it() {
        for typed in [
            "123456",
            " 123 456 ",
            "123-456",
            "１２３４５６",
            "코드: 123456.",
            "\u{200b}123456",
        ] {
            assert_eq!(digits(typed), "123456", "{typed}");
        }
    }

    #[test]
    fn a_digit_of_any_script_has_its_value() {
        for digits in [
            "0123456789",
            "０１２３４５６７８９",
            "٠١٢٣٤٥٦٧٨٩",
            "०१२३४५६७८९",
            "๐๑๒๓๔๕๖๗๘๙",
            "𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡",
            "𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿",
        ] {
            let values: Vec<_> = digits.chars().filter_map(digit).collect();
            assert_eq!(values, (0..10).collect::<Vec<_>>(), "{digits}");
        }
        assert_eq!(digit('①'), None);
        assert_eq!(digit('일'), None);
    }

    #[test]
    fn every_character_is_of_one_kind() {
        for (kind, characters) in [
            (Class::Letter, "a가金ة한ӏ"),
            (Class::Mark, "\u{301}\u{94d}\u{20e3}"),
            (Class::Number, "7７Ⅳ①"),
            (Class::Sign, "-·㈜&😀♥"),
            (Class::Space, " \t\n\r\u{a0}\u{3000}\u{2028}\u{85}"),
            (
                Class::Hidden,
                "\0\u{7f}\u{200b}\u{ad}\u{3164}\u{ffa0}\u{115f}\u{1160}\u{2800}\u{fe0f}\u{34f}\u{202e}",
            ),
            (
                Class::Damaged,
                "\u{fffd}\u{ffff}\u{e000}\u{e0041}\u{10ffff}\u{378}\u{fffc}",
            ),
        ] {
            for c in characters.chars() {
                assert_eq!(class(c), kind, "{:x}", c as u32);
            }
        }
    }

    #[test]
    fn digits_and_signs_have_a_plain_form() {
        for (typed, form) in [
            ("０１０－１２３４", "010-1234"),
            ("010ㅡ1234–5678", "010-1234-5678"),
            ("01\u{200b}0\u{ad}1", "0101"),
            ("010ㆍ1234・5678．", "010.1234.5678."),
            ("（０２）\u{3000}1\u{a0}2", "(02) 1 2"),
        ] {
            assert_eq!(plain(typed), form);
        }
    }

    proptest! {
        #[test]
        fn the_plain_form_of_a_plain_form_is_itself(text in ".*") {
            let once = plain(&text);
            prop_assert_eq!(plain(&once), once);
        }
    }
}
