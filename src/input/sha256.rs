//! SHA-256 of a file or a text, as people and other programs write it.

use std::fmt;

use diesel::deserialize::{FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::{Pg, PgValue};
use diesel::serialize::{IsNull, Output, ToSql};
use diesel::sql_types::Bytea;
use serde::{Serialize, Serializer};
use utoipa::ToSchema;

use crate::characters::plain;
use crate::error::Fault;

/// 32 bytes, shown as 64 hexadecimal digits in lower case.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, AsExpression, FromSqlRow, ToSchema,
)]
#[diesel(sql_type = Bytea)]
#[schema(value_type = String, min_length = 64, max_length = 64, pattern = "^[0-9a-f]{64}$")]
pub struct Sha256(pub [u8; 32]);

impl Sha256 {
    /// Reads 64 hexadecimal digits, with spaces and the name of the function, as programs print
    /// them.
    pub fn parse(field: &str, typed: &str) -> Result<Self, Fault> {
        let mut digits = plain(typed).to_ascii_lowercase();
        digits.retain(|c| c != ' ');
        let digits = ["sha256:", "sha-256:", "sha256="]
            .iter()
            .find_map(|name| digits.strip_prefix(name))
            .unwrap_or(&digits);
        let bytes = hex::decode(digits)
            .ok()
            .and_then(|bytes| bytes.try_into().ok());
        bytes.map(Self).ok_or_else(|| Fault::new(field, "sha256"))
    }

    /// The hash of a text in UTF-8.
    pub fn of(text: &str) -> Self {
        use sha2::Digest;
        Self(sha2::Sha256::digest(text).into())
    }
}

impl fmt::Display for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl Serialize for Sha256 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl ToSql<Bytea, Pg> for Sha256 {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> diesel::serialize::Result {
        use std::io::Write;
        out.write_all(&self.0)?;
        Ok(IsNull::No)
    }
}

impl FromSql<Bytea, Pg> for Sha256 {
    fn from_sql(value: PgValue<'_>) -> diesel::deserialize::Result<Self> {
        Ok(Self(
            value
                .as_bytes()
                .try_into()
                .map_err(|_| "a SHA-256 has 32 bytes")?,
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_read_however_a_program_prints_it() {
        let hash = Sha256::of("가");
        let digits = hash.to_string();
        let (first, rest) = digits.split_at(8);
        for typed in [
            digits.clone(),
            digits.to_uppercase(),
            format!(" {digits}\u{200b}\n"),
            format!("{first} {rest}"),
            format!("sha256:{digits}"),
            format!("SHA-256: {digits}"),
        ] {
            assert_eq!(Sha256::parse("sha256", &typed), Ok(hash), "{typed}");
        }
        for wrong in [
            "",
            "abc",
            &digits[1..],
            &format!("{digits}0"),
            &"g".repeat(64),
        ] {
            assert!(Sha256::parse("sha256", wrong).is_err(), "{wrong}");
        }
    }
}
