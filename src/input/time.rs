//! Moments as programs write them.

use std::fmt;

use chrono::{DateTime, Datelike, Utc};
use serde::de::{self, Deserialize, Deserializer, Unexpected, Visitor};
use serde::{Serialize, Serializer};
use utoipa::ToSchema;

/// A moment in the years 1 to 9999, the only ones that every program along the way can write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, ToSchema)]
#[schema(value_type = String, format = DateTime)]
pub struct Time(DateTime<Utc>);

impl Time {
    /// What an error says of another year.
    pub const OUT_OF_RANGE: &'static str = "time out of range";

    /// That moment; none in another year.
    pub fn new(at: DateTime<Utc>) -> Option<Self> {
        (1..=9999).contains(&at.year()).then_some(Self(at))
    }

    pub fn utc(self) -> DateTime<Utc> {
        self.0
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Typed)
    }
}

struct Typed;

impl Visitor<'_> for Typed {
    type Value = Time;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a time with its zone")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Time, E> {
        let time: DateTime<Utc> = text
            .trim()
            .parse()
            .map_err(|_| E::invalid_value(Unexpected::Other("text"), &self))?;
        Time::new(time).ok_or_else(|| E::custom(Time::OUT_OF_RANGE))
    }
}
