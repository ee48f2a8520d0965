//! The registration number of a corporation (법인등록번호).

use std::fmt;

use serde::{Serialize, Serializer};
use utoipa::ToSchema;

use crate::error::Fault;
use crate::law::digits;

/// Thirteen digits, shown 6-7: registry office, kind of corporation, serial number, and a check digit.
/// It has the form of a resident registration number, and is public.
#[derive(Clone, PartialEq, Eq, ToSchema)]
#[schema(value_type = String)]
pub struct CorporationNumber([u8; 13]);

impl CorporationNumber {
    /// Reads thirteen digits of which the last one fits, of any script and with any separators.
    ///
    /// Check digit: weights 1 and 2 in turn over the first twelve digits; (10 - sum mod 10) mod 10
    /// (Supreme Court rule on registration numbers of corporations, annex).
    pub fn parse(field: &str, typed: &str) -> Result<Self, Fault> {
        Self::read(typed).ok_or_else(|| Fault::new(field, "corporation-number"))
    }

    /// Takes up a number that was checked when it was stored.
    pub fn of_stored(text: &str) -> Option<Self> {
        Self::read(text)
    }

    fn read(typed: &str) -> Option<Self> {
        let digits: [u8; 13] = digits(typed)?.try_into().ok()?;
        let valid = digits.iter().any(|d| *d > 0) && Self::check(&digits) == digits[12];
        valid.then_some(Self(digits))
    }

    /// The number whose first twelve digits are those of `n` (below 10^12), with its check digit.
    pub fn from_first_twelve(n: u64) -> Self {
        let mut digits = [0; 13];
        for (i, digit) in format!("{:012}", n % 1_000_000_000_000).bytes().enumerate() {
            digits[i] = digit - b'0';
        }
        digits[12] = Self::check(&digits);
        Self(digits)
    }

    fn check(digits: &[u8; 13]) -> u8 {
        let weighted = digits[..12].iter().zip([1, 2].into_iter().cycle());
        let sum: u8 = weighted.map(|(digit, weight)| digit * weight).sum();
        (10 - sum % 10) % 10
    }
}

/// The form 110111-1234567.
impl fmt::Display for CorporationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, digit) in self.0.iter().enumerate() {
            if i == 6 {
                f.write_str("-")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

impl Serialize for CorporationNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(typed: &str) -> Option<String> {
        let number = CorporationNumber::parse("number", typed).ok()?;
        Some(number.to_string())
    }

    #[test]
    fn the_number_of_the_rule_and_one_that_everybody_knows() {
        // the annex computes the first; the second is Samsung Electronics in the public register
        for number in ["110111-0062432", "130111-0006246"] {
            assert_eq!(read(number).as_deref(), Some(number));
        }
        assert_eq!(
            read(" 130111–０００６２４６ ").as_deref(),
            Some("130111-0006246")
        );
        for wrong in [
            "130111-0006247",
            "130111-000624",
            "000000-0000000",
            "13011A-0006246",
            "",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn a_number_reads_back_and_no_single_wrong_digit_passes(n in 1u64..1_000_000_000_000, place in 0usize..12, by in 1u8..10) {
            let number = CorporationNumber::from_first_twelve(n);
            prop_assert_eq!(read(&number.to_string()), Some(number.to_string()));
            let mut wrong = number.0;
            wrong[place] = (wrong[place] + by) % 10;
            // twice a digit wraps at ten: five more, doubled, is the same check digit
            let doubled = place % 2 == 1 && by == 5;
            let typed: String = wrong.iter().map(ToString::to_string).collect();
            prop_assert_eq!(read(&typed).is_some(), doubled);
        }
    }
}
