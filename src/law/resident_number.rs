//! Resident registration numbers (주민등록번호), which may not be processed on consent alone (Personal
//! Information Protection Act art. 24-2). Numbers issued since October 2020 carry no check digit,
//! and a number of an order or a corporation can look the same: what is certain is refused, and
//! what only looks like one is asked about.

use chrono::NaiveDate;

use crate::characters::{Class, class, plain};

/// What a number in free text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resident {
    /// Date and check digit fit, and no other number's check digit does.
    Certain,
    /// It has the form; only who wrote it knows.
    Likely,
}

/// Digits of date and serial.
const DATE: usize = 6;
const ALL: usize = 13;
/// Characters that may stand between two digits.
const WIDEST: usize = 4;

/// Whether a text holds what could be a resident number, in any spelling: for fields that name a
/// person, where no such number belongs.
pub fn contains_resident_number(text: &str) -> bool {
    let text = Text::of(text);
    text.candidates().next().is_some()
}

/// What a number in free text is: the plain spellings of a resident number, but not dates with
/// amounts, telephone numbers or times that happen to hold such digits.
pub fn resident_number(text: &str) -> Option<Resident> {
    let text = Text::of(text);
    let found = text.candidates().filter(|found| found.is_written_as_one());
    found
        .map(|found| found.kind())
        .max_by_key(|kind| *kind == Resident::Certain)
}

/// Whether a text holds a resident number of which all after the century's digit is masked:
/// 900101-1******, or 900101-1 alone.
pub fn contains_masked_resident_number(text: &str) -> bool {
    let text = Text::of(text);
    let digits = &text.digits;
    (0..digits.len().saturating_sub(DATE)).any(|first| {
        let date: Vec<u32> = digits[first..=first + DATE]
            .iter()
            .map(|digit| digit.value)
            .collect();
        let written = (first..first + DATE - 1).all(|i| text.gap(i).is_empty());
        let ends = digits
            .get(first + DATE + 1)
            .is_none_or(|next| next.at > digits[first + DATE].at + 1);
        let apart = (1..=WIDEST).contains(&text.gap(first + DATE - 1).len());
        written && ends && apart && text.attached(first) == 0 && born(&date).is_some()
    })
}

/// The day that the digits before the serial say, the century's included.
fn born(digits: &[u32]) -> Option<NaiveDate> {
    let century = match digits.get(DATE)? {
        1 | 2 | 5 | 6 => 1900,
        3 | 4 | 7 | 8 => 2000,
        _ => return None,
    };
    let two = |i: usize| digits[i] * 10 + digits[i + 1];
    NaiveDate::from_ymd_opt(century + two(0).cast_signed(), two(2), two(4))
}

/// Weights 2 to 9 and 2 to 5, modulo 11; foreigners' numbers (5-8) are shifted by two.
fn fits(digits: &[u32]) -> bool {
    let weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
    let sum: u32 = digits.iter().zip(weights).map(|(d, w)| d * w).sum();
    let shift = if digits[DATE] >= 5 { 2 } else { 0 };
    digits[ALL - 1] == ((11 - sum % 11) % 10 + shift) % 10
}

/// Weights that alternate, modulo 10: of an article (EAN-13: 1 and 3), of a corporation
/// (법인등록번호: 1 and 2).
fn alternates(digits: &[u32], second: u32) -> bool {
    let weighted = digits[..ALL - 1]
        .iter()
        .zip([1, second].into_iter().cycle());
    let sum: u32 = weighted.map(|(d, w)| d * w).sum();
    digits[ALL - 1] == (10 - sum % 10) % 10
}

struct Digit {
    value: u32,
    at: usize,
}

struct Text {
    characters: Vec<char>,
    digits: Vec<Digit>,
}

impl Text {
    fn of(text: &str) -> Self {
        let characters: Vec<char> = plain(text).chars().collect();
        let digit = |(at, c): (usize, &char)| Some((at, c.to_digit(10)?));
        let digits = characters.iter().enumerate().filter_map(digit);
        let digits = digits.map(|(at, value)| Digit { value, at }).collect();
        Self { characters, digits }
    }

    /// What stands between a digit and the next.
    fn gap(&self, digit: usize) -> &[char] {
        &self.characters[self.digits[digit].at + 1..self.digits[digit + 1].at]
    }

    /// How many digits stand directly in front of one.
    fn attached(&self, first: usize) -> usize {
        (0..first)
            .rev()
            .take_while(|before| self.gap(*before).is_empty())
            .count()
    }

    fn candidates(&self) -> impl Iterator<Item = Candidate<'_>> {
        let starts = 0..(self.digits.len() + 1).saturating_sub(ALL);
        starts.filter_map(|first| Candidate::read(self, first))
    }
}

/// Thirteen digits that have the form of a resident number.
struct Candidate<'t> {
    text: &'t Text,
    first: usize,
    digits: Vec<u32>,
    /// Digits directly in front: one that got there by mistake, or the century of the year.
    attached: usize,
}

impl<'t> Candidate<'t> {
    fn read(text: &'t Text, first: usize) -> Option<Self> {
        let last = first + ALL - 1;
        let digits: Vec<u32> = text.digits[first..=last]
            .iter()
            .map(|digit| digit.value)
            .collect();
        let date = born(&digits)?;
        let near = (first..last).all(|i| {
            let gap = text.gap(i);
            let letters = gap.iter().any(|c| class(*c) == Class::Letter);
            gap.len() <= WIDEST && (!letters || i == first + DATE - 1)
        });
        let goes_on = last + 1 < text.digits.len() && text.gap(last).is_empty();
        let attached = text.attached(first);
        let century = || {
            let written = &text.digits[first - 2..first];
            let apart = !text.gap(first + DATE - 1).is_empty();
            apart && written[0].value * 10 + written[1].value == year(date) / 100
        };
        let alone = attached <= 1 || (attached == 2 && century());
        (near && !goes_on && alone).then_some(Self {
            text,
            first,
            digits,
            attached,
        })
    }

    fn kind(&self) -> Resident {
        let digits = &self.digits;
        if fits(digits) && !alternates(digits, 3) && !alternates(digits, 2) {
            Resident::Certain
        } else {
            Resident::Likely
        }
    }

    /// Whether the digits are written as one number: the date in one piece, in pairs or digit by
    /// digit, and the rest neither as an amount nor as a date or time.
    fn is_written_as_one(&self) -> bool {
        let gap = |i: usize| self.text.gap(self.first + i);
        let date: Vec<&[char]> = (0..DATE - 1).map(gap).collect();
        let apart: Vec<usize> = (0..DATE - 1).filter(|i| !date[*i].is_empty()).collect();
        let even = apart.iter().all(|i| date[*i] == date[apart[0]]);
        let dated = match apart.as_slice() {
            [] => true,
            [1, 3] | [0, 1, 2, 3, 4] => even && self.attached != 1,
            _ => false,
        };
        let cuts: Vec<usize> = (DATE..ALL - 1).filter(|i| !gap(*i).is_empty()).collect();
        let amount = cuts == [6, 9] && gap(6) == [','] && gap(9) == [','];
        let paired = cuts.starts_with(&[7, 9])
            && gap(7) == gap(9)
            && gap(7).iter().any(|c| ".:-/".contains(*c));
        dated && !amount && !paired && !self.is_counted() && !self.is_dialled()
    }

    /// Whether won follow it.
    fn is_counted(&self) -> bool {
        let end = self.text.digits[self.first + ALL - 1].at + 1;
        let rest: String = self.text.characters[end..].iter().take(8).collect();
        let rest = rest.trim_start().to_lowercase();
        ["원", "만원", "천원", "krw", "won"]
            .iter()
            .any(|unit| rest.starts_with(unit))
    }

    /// Whether it begins as an international telephone number.
    fn is_dialled(&self) -> bool {
        let start = self.text.digits[self.first - self.attached.min(self.first)].at;
        start > 0 && self.text.characters[start - 1] == '+'
    }
}

fn year(date: NaiveDate) -> u32 {
    use chrono::Datelike;
    date.year().cast_unsigned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_resident_number_is_certain_in_every_plain_spelling() {
        for found in [
            "900101-1234568",
            "번호는 9001011234568 입니다",
            "９００１０１－１２３４５６８",
            "900101 1234568",
            "900101ㅡ1234568",
            "900101ー1234568",
            "900101\u{3000}1234568",
            "900101\u{a0}1234568",
            "900101\n1234568",
            "900101_1234568",
            "900101 * 1234568",
            "900101・1234568",
            "900101~1234568",
            "900101:1234568",
            "900101,1234568",
            "900101    1234568",
            "90.01.01 1234568",
            "90 01 01 - 1 2 3 4 5 6 8",
            "9 0 0 1 0 1 1 2 3 4 5 6 8",
            "900101-1 234568",
            "900101 12 34 56 8",
            "90-01-01-1234568",
            "900\u{ad}101-1234\u{200b}568",
            "٩٠٠١٠١-١٢٣٤٥٦٨",
            "1900101-1234568",
            "19001011234568",
            "19900101-1234568",
            "1990.01.01 1234568",
            "900101번1234568",
        ] {
            assert_eq!(resident_number(found), Some(Resident::Certain), "{found}");
            assert!(contains_resident_number(found), "{found}");
        }
    }

    #[test]
    fn what_may_be_another_number_is_asked_about() {
        for asked in [
            // no check digit since October 2020
            "201201-3234561",
            "900101-1234567",
            // an order, an article, a corporation
            "221015-1234567",
            "8801011031081.jpg",
            "법인등록번호 110111-1000481",
        ] {
            assert_eq!(resident_number(asked), Some(Resident::Likely), "{asked}");
            assert!(contains_resident_number(asked), "{asked}");
        }
    }

    #[test]
    fn other_numbers_are_no_alarm() {
        for other in [
            "901301-1234568",
            "900101-9234568",
            "010-1234-5678",
            "010-1234-5678 010-9876-5432",
            "01012345678, 01098765432",
            "010-1234-9912, 02-123-4567",
            "02-123-4567, 031-123-4567",
            "+82 010-1234-5678",
            "0082-10-1234-5678",
            "+820101234567 8",
            "2022-10-15 1,200,000원",
            "2022-10-15 3,200,000원",
            "22.10.15 3,200,000",
            "221015 3200000원",
            "221015 3200000 KRW",
            "22.10.15~22.10.19 3일",
            "2022-10-15 ~ 2022-10-19",
            "2022-10-15 15:30 ~ 2022-10-15 16:00",
            "22.10.15 15:30:00 1",
            "2022101512345678",
            "202210151234567",
            "주문 221015001234567",
            "123-45-67891",
            "3333-01-1234567",
            "110-123-456789",
            "900101과 그 뒤의 1234568",
        ] {
            assert_eq!(resident_number(other), None, "{other}");
        }
    }

    #[test]
    fn a_masked_number_is_seen_as_one() {
        for masked in ["900101-1******", "900101-1", "번호 900101 - 2●●●●●●"] {
            assert!(contains_masked_resident_number(masked), "{masked}");
            assert!(!contains_resident_number(masked), "{masked}");
        }
        for other in [
            "900101-1234567",
            "901301-1",
            "900101",
            "1900101-1",
            "010-1234-5678",
        ] {
            assert!(!contains_masked_resident_number(other), "{other}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_searched_without_panic(text in ".*", digits in "[0-9+,.~ -]{0,40}") {
            for text in [text, digits] {
                resident_number(&text);
                contains_resident_number(&text);
                contains_masked_resident_number(&text);
            }
        }

        /// A number is found whatever stands between its two groups.
        #[test]
        fn no_separator_hides_a_number(between in "[^0-9\\p{Nd}]{0,4}") {
            let text = format!("900101{between}1234568");
            prop_assume!(plain(&between).chars().count() <= WIDEST);
            prop_assume!(!plain(&between).contains(|c: char| c.is_ascii_digit()));
            prop_assert_eq!(resident_number(&text), Some(Resident::Certain));
        }
    }
}
