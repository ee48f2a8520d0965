//! Rules that are Korean law, together where counsel can find and check them: numbers that the
//! state issues, the age at which a person can sue. Nothing here reads the database or the clock.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Utc};
use serde::{Serialize, Serializer};
use utoipa::ToSchema;

use crate::error::Fault;

/// Age from which a person can sue in their own name (Civil Act art. 4, Civil Procedure Act art.
/// 51).
pub const AGE_OF_CAPACITY: u32 = 19;

/// A business registration number (사업자등록번호): ten digits, shown 3-2-5, the last one a check digit.
/// The check does not show whether the business still exists.
#[derive(Clone, PartialEq, Eq, ToSchema)]
#[schema(value_type = String)]
pub struct BusinessNumber([u8; 10]);

impl BusinessNumber {
    /// Reads ten digits, with or without the two hyphens, of which the last one fits.
    ///
    /// Check digit: weights 1 3 7 1 3 7 1 3 5 over the first nine digits, plus the tens of the
    /// ninth digit's product; (10 - sum mod 10) mod 10 (National Tax Service).
    pub fn parse(field: &str, typed: &str) -> Result<Self, Fault> {
        Self::read(typed).ok_or_else(|| Fault::new(field, "business-number"))
    }

    /// Takes up a number that was checked when it was stored.
    pub fn of_stored(text: &str) -> Option<Self> {
        Self::read(text)
    }

    fn read(typed: &str) -> Option<Self> {
        let digits: Vec<u8> = typed
            .trim()
            .bytes()
            .filter(|b| *b != b'-')
            .map(|b| b.wrapping_sub(b'0'))
            .collect();
        let digits: [u8; 10] = digits.try_into().ok()?;
        let valid = digits.iter().all(|d| *d <= 9) && Self::check(&digits) == digits[9];
        valid.then_some(Self(digits))
    }

    /// The number whose first nine digits are those of `n` (below 10^9), with its check digit.
    pub fn from_first_nine(n: u32) -> Self {
        let mut digits = [0; 10];
        for (i, digit) in format!("{:09}", n % 1_000_000_000).bytes().enumerate() {
            digits[i] = digit - b'0';
        }
        digits[9] = Self::check(&digits);
        Self(digits)
    }

    fn check(digits: &[u8; 10]) -> u8 {
        const WEIGHTS: [u32; 9] = [1, 3, 7, 1, 3, 7, 1, 3, 5];
        let sum: u32 = digits
            .iter()
            .zip(WEIGHTS)
            .map(|(d, w)| u32::from(*d) * w)
            .sum();
        let tens = u32::from(digits[8]) * 5 / 10;
        ((10 - (sum + tens) % 10) % 10) as u8
    }
}

/// The form 123-45-67891.
impl std::fmt::Display for BusinessNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (i, digit) in self.0.iter().enumerate() {
            if i == 3 || i == 5 {
                f.write_str("-")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

impl Serialize for BusinessNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Whether a text holds a resident registration number (주민등록번호), which may not be processed on
/// consent alone (Personal Information Protection Act art. 24-2): YYMMDD-Nxxxxxx with a valid date,
/// N in 1-8 and a fitting check digit. Numbers issued since October 2020 carry no check digit and
/// escape; corporate numbers look alike and pass.
pub fn contains_resident_number(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    (0..characters.len()).any(|start| {
        (start == 0 || digit(characters[start - 1]).is_none())
            && is_resident_number(&characters[start..])
    })
}

fn is_resident_number(characters: &[char]) -> bool {
    let mut digits = Vec::with_capacity(13);
    for (i, c) in characters.iter().enumerate() {
        match digit(*c) {
            Some(d) if digits.len() < 13 => digits.push(d),
            Some(_) => return false,
            None if digits.len() == 6
                && i <= 8
                && matches!(
                    c,
                    '-' | ' ' | '–' | '—' | '‐' | '‑' | '−' | '－' | '.' | '/'
                ) => {}
            None => break,
        }
    }
    if digits.len() != 13 || !(1..=8).contains(&digits[6]) {
        return false;
    }
    let century = if matches!(digits[6], 1 | 2 | 5 | 6) {
        1900
    } else {
        2000
    };
    let two = |i: usize| digits[i] * 10 + digits[i + 1];
    let dated = NaiveDate::from_ymd_opt(century + two(0) as i32, two(2), two(4)).is_some();
    let sum: u32 = digits
        .iter()
        .zip([2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5])
        .map(|(d, w)| d * w)
        .sum();
    let check = (11 - sum % 11) % 10;
    // foreigners' numbers (5-8) are shifted by two
    let check = if digits[6] >= 5 {
        (check + 2) % 10
    } else {
        check
    };
    dated && digits[12] == check
}

/// Full-width digits count: a phone's Korean keyboard writes them.
fn digit(c: char) -> Option<u32> {
    match c {
        '０'..='９' => Some(c as u32 - '０' as u32),
        c => c.to_digit(10),
    }
}

/// Full years lived on that day.
pub fn age_on(birth: NaiveDate, day: NaiveDate) -> Option<u32> {
    let years = day.year()
        - birth.year()
        - i32::from((day.month(), day.day()) < (birth.month(), birth.day()));
    u32::try_from(years).ok()
}

/// The calendar day in Korea at that moment: UTC+9, no summer time since 1988.
pub fn day_in_korea(at: DateTime<Utc>) -> NaiveDate {
    let korea = FixedOffset::east_opt(9 * 3600).expect("nine hours are a valid offset");
    at.with_timezone(&korea).date_naive()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_business_numbers_of_the_textbook() {
        assert!(BusinessNumber::of_stored("123-45-67891").is_some());
        assert!(BusinessNumber::of_stored("1234567891").is_some());
        for wrong in [
            "123-45-67890",
            "",
            "123-45-6789",
            "123-45-678911",
            "abc-de-fghij",
            "１２３-45-67891",
        ] {
            assert!(BusinessNumber::parse("number", wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_resident_number_is_found_wherever_it_hides() {
        for found in [
            "900101-1234568",
            "번호는 9001011234568 입니다",
            "９００１０１－１２３４５６８",
            "900101 1234568",
        ] {
            assert!(contains_resident_number(found), "{found}");
        }
        for other in [
            "900101-1234567",
            "901301-1234568",
            "110111-1234567",
            "010-1234-5678",
            "19001011234568",
            "123-45-67891",
        ] {
            assert!(!contains_resident_number(other), "{other}");
        }
    }

    #[test]
    fn the_outage_began_on_a_saturday_in_korea() {
        let fire: DateTime<Utc> = "2022-10-15T15:30:00Z".parse().unwrap();
        assert_eq!(
            day_in_korea(fire),
            NaiveDate::from_ymd_opt(2022, 10, 16).unwrap()
        );
    }

    #[test]
    fn nineteen_is_reached_on_the_birthday() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        assert_eq!(age_on(day(2003, 10, 16), day(2022, 10, 15)), Some(18));
        assert_eq!(age_on(day(2003, 10, 15), day(2022, 10, 15)), Some(19));
        assert_eq!(age_on(day(2030, 1, 1), day(2022, 10, 15)), None);
    }

    proptest! {
        #[test]
        fn a_business_number_reads_back_and_no_single_wrong_digit_passes(n in 0u32..1_000_000_000, place in 0usize..10, by in 1u8..10) {
            let number = BusinessNumber::from_first_nine(n);
            let shown = number.to_string();
            prop_assert!(BusinessNumber::of_stored(&shown) == Some(number.clone()));
            let mut wrong = number.0;
            wrong[place] = (wrong[place] + by) % 10;
            let typed: String = wrong.iter().map(|d| char::from(b'0' + d)).collect();
            // the ninth digit counts with its tens: its products 5d + tens collide for no two
            // digits
            prop_assert!(BusinessNumber::of_stored(&typed).is_none());
        }

        #[test]
        fn any_text_is_searched_without_panic(text in ".*") {
            contains_resident_number(&text);
        }
    }
}
