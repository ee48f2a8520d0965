//! Money.

use std::ops::{Add, Neg};

use diesel::deserialize::{FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::{Pg, PgValue};
use diesel::serialize::{Output, ToSql};
use diesel::sql_types::BigInt;
use serde::Serialize;
use utoipa::ToSchema;

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
    pub fn parse(field: &str, typed: i64) -> Result<Self, Fault> {
        if (1..=Self::MOST).contains(&typed) {
            Ok(Self(typed))
        } else {
            Err(Fault::new(field, "amount"))
        }
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
