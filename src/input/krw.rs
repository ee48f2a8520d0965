//! Money.

use std::ops::{Add, Neg, Sub};

use diesel::deserialize::{FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::{Pg, PgValue};
use diesel::serialize::{Output, ToSql};
use diesel::sql_types::BigInt;
use serde::de::{Deserializer, Visitor};
use serde::{Deserialize, Serialize};
use utoipa::openapi::{ObjectBuilder, OneOfBuilder, RefOr, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

use crate::characters::plain;
use crate::error::Fault;

/// Whole Korean won; less than nothing where compensation exceeds a loss.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    AsExpression,
    FromSqlRow,
    Serialize,
    Deserialize,
    ToSchema,
)]
#[diesel(sql_type = BigInt)]
#[schema(value_type = i64)]
pub struct Krw(pub i64);

impl Krw {
    /// Largest amount of one position: a trillion won. A claim has at most 100 of them, so that
    /// sums fit.
    pub const MOST: i64 = 1_000_000_000_000;

    /// An amount of 1 to 10^12 won.
    pub fn parse(field: &str, typed: &Amount) -> Result<Self, Fault> {
        let amount = typed.0.filter(|won| (1..=Self::MOST).contains(won));
        amount.map(Self).ok_or_else(|| Fault::new(field, "amount"))
    }

    /// As [`Krw::parse`], where nothing at all is an amount too: sales of a day.
    pub fn parse_from_nothing(field: &str, typed: &Amount) -> Result<Self, Fault> {
        match typed.0 {
            Some(0) => Ok(Self(0)),
            _ => Self::parse(field, typed).map_err(|_| Fault::new(field, "amount-from-nothing")),
        }
    }
}

/// An amount as it was typed: a number, or a text such as `1,200,000원` or `120만`. None where it is
/// no whole number of won.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount(Option<i64>);

impl From<i64> for Amount {
    fn from(won: i64) -> Self {
        Self(Some(won))
    }
}

impl From<&str> for Amount {
    fn from(typed: &str) -> Self {
        Self(won(typed))
    }
}

/// Reads `1,200,000`, `₩1,200,000`, `1200000 원`, `1억 2,000만 원`.
fn won(typed: &str) -> Option<i64> {
    let mut text = plain(typed).to_lowercase();
    text.retain(|c| c != ' ');
    let text = ["₩", "krw"]
        .iter()
        .find_map(|sign| text.strip_prefix(sign))
        .unwrap_or(&text);
    let text = ["원", "krw", "won"]
        .iter()
        .find_map(|unit| text.strip_suffix(unit))
        .unwrap_or(text);
    let (mut rest, mut sum) = (text, 0_i64);
    for (unit, worth) in [
        ("조", 1_000_000_000_000),
        ("억", 100_000_000),
        ("만", 10_000),
    ] {
        if let Some((count, after)) = rest.split_once(unit) {
            sum = sum.checked_add(grouped(count)?.checked_mul(worth)?)?;
            rest = after;
        }
    }
    match rest {
        "" if text.is_empty() => None,
        "" => Some(sum),
        rest => sum.checked_add(grouped(rest)?),
    }
}

/// Digits, with commas between thousands or none.
fn grouped(text: &str) -> Option<i64> {
    let groups: Vec<&str> = text.split(',').collect();
    let digits = groups
        .iter()
        .all(|group| group.bytes().all(|b| b.is_ascii_digit()));
    let thousands = groups.len() == 1
        || ((1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3));
    (digits && thousands)
        .then(|| groups.concat().parse().ok())
        .flatten()
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        struct Typed;
        impl Visitor<'_> for Typed {
            type Value = Amount;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an amount")
            }
            fn visit_i64<E>(self, won: i64) -> Result<Amount, E> {
                Ok(won.into())
            }
            fn visit_u64<E>(self, won: u64) -> Result<Amount, E> {
                Ok(Amount(won.try_into().ok()))
            }
            fn visit_f64<E>(self, won: f64) -> Result<Amount, E> {
                // some programs write every number with a decimal point; nothing is calculated
                Ok(won.to_string().as_str().into())
            }
            fn visit_str<E>(self, typed: &str) -> Result<Amount, E> {
                Ok(typed.into())
            }
        }
        input.deserialize_any(Typed)
    }
}

impl PartialSchema for Amount {
    fn schema() -> RefOr<Schema> {
        let number = ObjectBuilder::new()
            .schema_type(Type::Integer)
            .minimum(Some(1))
            .maximum(Some(Krw::MOST));
        let text = ObjectBuilder::new().schema_type(Type::String);
        OneOfBuilder::new().item(number).item(text).into()
    }
}

impl ToSchema for Amount {}

impl Sub for Krw {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Add for Krw {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Neg for Krw {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl std::iter::Sum for Krw {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::default(), Add::add)
    }
}

impl ToSql<BigInt, Pg> for Krw {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> diesel::serialize::Result {
        <i64 as ToSql<BigInt, Pg>>::to_sql(&self.0, out)
    }
}

impl FromSql<BigInt, Pg> for Krw {
    fn from_sql(value: PgValue<'_>) -> diesel::deserialize::Result<Self> {
        <i64 as FromSql<BigInt, Pg>>::from_sql(value).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_as_people_type_it() {
        for (typed, won) in [
            ("1200000", 1_200_000),
            ("1,200,000", 1_200_000),
            ("1,200,000원", 1_200_000),
            (" ₩ 1,200,000 ", 1_200_000),
            ("￦1200000", 1_200_000),
            ("１，２００，０００", 1_200_000),
            ("1200000 KRW", 1_200_000),
            ("120만 원", 1_200_000),
            ("1억 2,000만", 120_000_000),
            ("1만 500원", 10_500),
            ("1조", Krw::MOST),
        ] {
            assert_eq!(Krw::parse("amount", &typed.into()), Ok(Krw(won)), "{typed}");
        }
        for wrong in [
            "",
            "원",
            "만원",
            "0",
            "-1",
            "1.5",
            "12,00,000",
            "1,200,00",
            "1200.00",
            "백만 원",
            "1,000,000,000,001",
            "1조 1",
            "약 100만",
            "1만2만",
            "99999999999999999999",
            "1e6",
        ] {
            assert!(Krw::parse("amount", &wrong.into()).is_err(), "{wrong}");
        }
    }
}
