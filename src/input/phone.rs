//! Telephone numbers.

use crate::error::Fault;
use crate::input::{checked_text, line};

checked_text! {
    /// A Korean telephone number, digits and hyphens: `010-1234-5678`.
    Phone
}

impl Phone {
    /// Reads 9 to 11 digits with a leading 0, or with +82 instead of it.
    pub fn parse(field: &str, typed: &str) -> Result<Self, Fault> {
        let typed = line(field, typed, 30)?;
        let plain = typed
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '-' | ' ' | '(' | ')' | '+'));
        let digits = digits_of(&typed);
        let digits = if typed.starts_with('+') {
            let national = digits.strip_prefix("82").unwrap_or_default();
            format!("0{}", national.trim_start_matches('0'))
        } else {
            digits
        };
        if !plain || !digits.starts_with('0') || !(9..=11).contains(&digits.len()) {
            return Err(Fault::new(field, "phone"));
        }
        let area = if digits.starts_with("02") { 2 } else { 3 };
        let (area, rest) = digits.split_at(area);
        let (middle, last) = rest.split_at(rest.len() - 4);
        Ok(Self(format!("{area}-{middle}-{last}")))
    }

    /// As it is searched: the digits alone.
    pub fn searched(&self) -> String {
        digits_of(&self.0)
    }
}

fn digits_of(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_number_takes_one_form() {
        for (typed, form) in [
            ("01012345678", "010-1234-5678"),
            ("010 1234 5678", "010-1234-5678"),
            ("+82 10-1234-5678", "010-1234-5678"),
            ("02-123-4567", "02-123-4567"),
            ("0641234567", "064-123-4567"),
        ] {
            assert_eq!(Phone::parse("phone", typed).unwrap().as_str(), form);
        }
        for wrong in [
            "",
            "1234",
            "10-1234-5678",
            "010-1234-56789",
            "010-1234-567a",
            "+1 212 555 0100",
        ] {
            assert!(Phone::parse("phone", wrong).is_err(), "{wrong}");
        }
    }
}
