//! Shares of an inheritance, as fractions.

use std::fmt;

use crate::characters;
use crate::error::Fault;

/// Largest denominator: heirs of heirs come to hundreds.
const LARGEST: u32 = 10_000;

/// A part of an inheritance: more than nothing, and no more than all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    part: u32,
    of: u32,
}

impl Share {
    /// Reads `1/3`, `3분의 1` and `1`, in digits of any script.
    pub fn parse(field: &str, typed: &str) -> Result<Self, Fault> {
        Self::read(typed).ok_or_else(|| Fault::new(field, "share"))
    }

    /// Takes up a share that was checked when it was stored.
    pub fn of_stored(text: &str) -> Option<Self> {
        Self::read(text)
    }

    fn read(typed: &str) -> Option<Self> {
        let plain: String = characters::plain(typed)
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect();
        let (part, of) = match (plain.split_once('/'), plain.split_once("분의")) {
            (Some((part, of)), _) | (None, Some((of, part))) => (part, of),
            (None, None) => (&plain[..], "1"),
        };
        let number = |text: &str| {
            let digits = text.bytes().all(|b| b.is_ascii_digit());
            digits.then(|| text.parse::<u32>().ok()).flatten()
        };
        let (part, of) = (number(part)?, number(of)?);
        let fits = (1..=of).contains(&part) && of <= LARGEST;
        fits.then_some(Self { part, of })
    }

    /// Whether all of them are no more than the whole.
    pub fn fit_together(shares: &[Self]) -> bool {
        // so many parts of a common denominator; one too large for the number is no real family's
        let mut common: u128 = 1;
        for share in shares {
            match common.checked_mul(u128::from(share.of) / gcd(common, u128::from(share.of))) {
                Some(next) => common = next,
                None => return false,
            }
        }
        let parts = shares
            .iter()
            .map(|share| common / u128::from(share.of) * u128::from(share.part));
        parts.sum::<u128>() <= common
    }
}

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.part, self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_read_as_people_write_it() {
        for (typed, read) in [
            ("1/3", "1/3"),
            (" 2 / 7 ", "2/7"),
            ("３분의 １", "1/3"),
            ("7분의2", "2/7"),
            ("1", "1/1"),
        ] {
            let share = Share::parse("share", typed).unwrap();
            assert_eq!(share.to_string(), read, "{typed}");
        }
        for typed in [
            "", "0/3", "4/3", "1/0", "1/2/3", "-1/3", "third", "1/99999", "2",
        ] {
            assert!(Share::parse("share", typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn shares_are_no_more_than_the_whole_together() {
        let fit = |shares: &[&str]| {
            let shares: Vec<Share> = shares.iter().filter_map(|s| Share::of_stored(s)).collect();
            Share::fit_together(&shares)
        };
        assert!(
            fit(&[]) && fit(&["1"]) && fit(&["3/7", "2/7", "2/7"]) && fit(&["1/2", "1/3", "1/6"])
        );
        assert!(!fit(&["1/2", "1/3", "1/5"]) && !fit(&["1", "1/9999"]));
    }
}
