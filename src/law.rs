//! Rules that are Korean law, together where counsel can find and check them: numbers that the
//! state issues, the age at which a person can sue. Nothing here reads the database or the clock.

mod corporation_number;
mod resident_number;
mod share;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Utc};
use serde::{Serialize, Serializer};
use utoipa::ToSchema;

use crate::characters;
use crate::error::Fault;
pub use corporation_number::CorporationNumber;
pub use resident_number::{
    Resident, contains_masked_resident_number, contains_resident_number, resident_number,
};
pub use share::Share;

/// Age from which a person can sue in their own name (Civil Act art. 4, Civil Procedure Act art.
/// 51).
pub const AGE_OF_CAPACITY: u32 = 19;

/// A business registration number (사업자등록번호): ten digits, shown 3-2-5, the last one a check digit.
/// The check does not show whether the business still exists.
#[derive(Clone, PartialEq, Eq, ToSchema)]
#[schema(value_type = String)]
pub struct BusinessNumber([u8; 10]);

impl BusinessNumber {
    /// Reads ten digits of which the last one fits, of any script and with any separators; ten
    /// zeros are nobody's.
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
        let digits: [u8; 10] = digits(typed)?.try_into().ok()?;
        let valid = digits.iter().any(|d| *d > 0) && Self::check(&digits) == digits[9];
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

/// The digits of a number, of any script and with any separators; nothing where something else stands
/// between them.
fn digits(typed: &str) -> Option<Vec<u8>> {
    let plain = characters::plain(typed);
    let written = |c: char| c.is_ascii_digit() || " -./,_".contains(c);
    plain.chars().all(written).then(|| {
        let digits = plain.bytes().filter(u8::is_ascii_digit);
        digits.map(|b| b - b'0').collect()
    })
}

/// Whether a heading of a written consent is one of what has to stand out from the rest: for what
/// data is used, who gets it, how long it is kept (Notification on Methods of Processing Personal
/// Data art. 4: at least 9 points, and a fifth larger than what stands around it).
pub fn must_stand_out(heading: &str) -> bool {
    let korean = ["목적", "받는 자", "보유 기간"];
    let english = ["Purpose", "Recipient", "Retention period"];
    let mut words = korean.into_iter().chain(english);
    words.any(|word| heading.contains(word))
}

/// Full years lived on that day.
pub fn age_on(birth: NaiveDate, day: NaiveDate) -> Option<u32> {
    let years = day.year()
        - birth.year()
        - i32::from((day.month(), day.day()) < (birth.month(), birth.day()));
    u32::try_from(years).ok()
}

/// That moment in Korea: UTC+9, no summer time since 1988.
pub fn in_korea(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    let korea = FixedOffset::east_opt(9 * 3600).expect("nine hours are a valid offset");
    at.with_timezone(&korea)
}

/// The calendar day in Korea at that moment.
pub fn day_in_korea(at: DateTime<Utc>) -> NaiveDate {
    in_korea(at).date_naive()
}

/// When that day begins in Korea.
pub fn day_begins_in_korea(day: NaiveDate) -> DateTime<Utc> {
    (day.and_time(NaiveTime::MIN) - TimeDelta::hours(9)).and_utc()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_day_in_korea_begins_at_its_midnight() {
        let day = NaiveDate::from_ymd_opt(2026, 1, 6).unwrap();
        let midnight = day_begins_in_korea(day);
        assert_eq!(midnight.to_rfc3339(), "2026-01-05T15:00:00+00:00");
        assert_eq!(day_in_korea(midnight), day);
        assert_ne!(day_in_korea(midnight - TimeDelta::seconds(1)), day);
    }

    #[test]
    fn the_business_numbers_of_the_textbook() {
        for right in [
            "123-45-67891",
            "1234567891",
            "123 45 67891",
            "123.45.67891",
            "１２３－４５－６７８９１",
            "123ㅡ45–67891\u{200b}",
            "١٢٣-٤٥-٦٧٨٩١",
        ] {
            let read = BusinessNumber::parse("number", right).unwrap();
            assert_eq!(read.to_string(), "123-45-67891", "{right}");
        }
        for wrong in [
            "123-45-67890",
            "",
            "123-45-6789",
            "123-45-678911",
            "abc-de-fghij",
            "000-00-00000",
            "사업자 123-45-67891",
        ] {
            assert!(BusinessNumber::parse("number", wrong).is_err(), "{wrong}");
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
    fn a_day_begins_with_its_first_moment() {
        let day = NaiveDate::from_ymd_opt(2022, 10, 16).unwrap();
        let begins = day_begins_in_korea(day);
        assert_eq!(day_in_korea(begins), day);
        assert_eq!(
            day_in_korea(begins - TimeDelta::nanoseconds(1)),
            day.pred_opt().unwrap()
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
        fn a_business_number_reads_back_and_no_single_wrong_digit_passes(n in 1u32..1_000_000_000, place in 0usize..10, by in 1u8..10) {
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

    }
}
