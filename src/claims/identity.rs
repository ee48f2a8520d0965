//! Who a claimant is: parsed at the door, sealed as one document, found by exact name, phone or business number.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::error::Fault;
use crate::input::{self, Faults};
use crate::law::{self, BusinessNumber};
use crate::vault::{Opened, Vault};

/// What a claimant types; whatever is left out can follow until submission.
#[derive(Deserialize, ToSchema, Default)]
#[serde(deny_unknown_fields)]
pub struct IdentityInput {
    /// Name of the person, or of the corporation as registered.
    #[serde(default)]
    pub name: Option<String>,
    /// Birth date of a person, YYYY-MM-DD.
    #[serde(default)]
    pub birth_date: Option<String>,
    /// A Korean telephone number.
    #[serde(default)]
    pub phone: Option<String>,
    /// Postal address.
    #[serde(default)]
    pub address: Option<String>,
    /// What the business is called.
    #[serde(default)]
    pub business_name: Option<String>,
    /// Business registration number, ten digits.
    #[serde(default)]
    pub business_number: Option<String>,
}

/// Who a claimant is, as far as it is known.
#[derive(Serialize, ToSchema, Default)]
pub struct Identity {
    /// Name of the person or corporation.
    pub name: Option<String>,
    /// Birth date of a person.
    pub birth_date: Option<String>,
    /// Telephone number, digits and hyphens.
    pub phone: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// What the business is called.
    pub business_name: Option<String>,
    /// Business registration number, 3-2-5.
    pub business_number: Option<String>,
}

/// Blind indexes of an identity.
pub struct Indexes {
    /// Of the name without spaces.
    pub name: Option<Vec<u8>>,
    /// Of the telephone number's digits.
    pub phone: Option<Vec<u8>>,
    /// Of the business number, 3-2-5.
    pub business_number: Option<Vec<u8>>,
}

impl IdentityInput {
    /// The identity, with a fault noted for each field that is wrong.
    pub fn parse(&self, now: DateTime<Utc>, faults: &mut Faults) -> Identity {
        let mut field = |typed: &Option<String>, parse: &dyn Fn(&str) -> Result<String, Fault>| {
            typed.as_deref().and_then(|typed| faults.take(parse(typed)))
        };
        Identity {
            name: field(&self.name, &|typed| {
                input::line("identity.name", typed, 100)
            }),
            birth_date: field(&self.birth_date, &|typed| birth_date(typed, now)),
            phone: field(&self.phone, &|typed| phone("identity.phone", typed)),
            address: field(&self.address, &|typed| {
                input::line("identity.address", typed, 200)
            }),
            business_name: field(&self.business_name, &|typed| {
                input::line("identity.business_name", typed, 100)
            }),
            business_number: field(&self.business_number, &|typed| {
                business_number("identity.business_number", typed)
            }),
        }
    }
}

impl Identity {
    /// The fields that are known, by their names in the sealed document.
    pub fn fields(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let fields = [
            ("name", &self.name),
            ("birth_date", &self.birth_date),
            ("phone", &self.phone),
            ("address", &self.address),
            ("business_name", &self.business_name),
            ("business_number", &self.business_number),
        ];
        fields
            .into_iter()
            .filter_map(|(name, value)| value.as_deref().map(|value| (name, value)))
    }

    /// The identity out of its opened document.
    pub fn open(opened: Opened) -> Self {
        Self {
            name: opened.find("name"),
            birth_date: opened.find("birth_date"),
            phone: opened.find("phone"),
            address: opened.find("address"),
            business_name: opened.find("business_name"),
            business_number: opened.find("business_number"),
        }
    }

    /// Under which keys it can be found.
    pub fn indexes(&self, vault: &Vault) -> Indexes {
        Indexes {
            name: self
                .name
                .as_deref()
                .map(|name| vault.index("name", &searched_name(name))),
            phone: self
                .phone
                .as_deref()
                .map(|phone| vault.index("phone", &searched_phone(phone))),
            business_number: self
                .business_number
                .as_deref()
                .map(|number| vault.index("business_number", number)),
        }
    }
}

/// A name as it is searched: without spaces, lower case.
pub fn searched_name(name: &str) -> String {
    name.chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}

/// A telephone number as it is searched: its digits.
pub fn searched_phone(phone: &str) -> String {
    phone.chars().filter(char::is_ascii_digit).collect()
}

/// A Korean number, 9 to 11 digits with a leading 0, or with +82 instead of it.
pub fn phone(field: &str, typed: &str) -> Result<String, Fault> {
    let typed = input::line(field, typed, 30)?;
    let plain = typed
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '-' | ' ' | '(' | ')' | '+'));
    let digits = searched_phone(&typed);
    let digits = if typed.starts_with('+') {
        digits
            .strip_prefix("82")
            .map(|rest| format!("0{}", rest.trim_start_matches('0')))
            .unwrap_or_default()
    } else {
        digits
    };
    if !plain || !digits.starts_with('0') || !(9..=11).contains(&digits.len()) {
        return Err(Fault::new(field, "phone"));
    }
    let area = if digits.starts_with("02") { 2 } else { 3 };
    let (area, rest) = digits.split_at(area);
    let (middle, last) = rest.split_at(rest.len() - 4);
    Ok(format!("{area}-{middle}-{last}"))
}

/// A business registration number in the form 3-2-5.
pub fn business_number(field: &str, typed: &str) -> Result<String, Fault> {
    BusinessNumber::parse(typed)
        .map(|number| number.to_string())
        .ok_or_else(|| Fault::new(field, "business-number"))
}

fn birth_date(typed: &str, now: DateTime<Utc>) -> Result<String, Fault> {
    let field = "identity.birth_date";
    let date: NaiveDate = typed
        .trim()
        .parse()
        .map_err(|_| Fault::new(field, "date"))?;
    let earliest = NaiveDate::from_ymd_opt(1900, 1, 1).expect("a valid date");
    if date < earliest || date > law::day_in_korea(now) {
        return Err(Fault::new(field, "birth-date"));
    }
    Ok(date.to_string())
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
            assert_eq!(phone("phone", typed).unwrap(), form);
        }
        for wrong in [
            "",
            "1234",
            "10-1234-5678",
            "010-1234-56789",
            "010-1234-567a",
            "+1 212 555 0100",
        ] {
            assert!(phone("phone", wrong).is_err(), "{wrong}");
        }
    }
}
