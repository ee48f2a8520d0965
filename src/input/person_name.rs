//! Names of people, corporations and businesses.

use crate::error::Fault;
use crate::input::{checked_text, limits, line};

checked_text! {
    /// What a person or a corporation is called, kept as typed: one line of 1 to 100 characters.
    PersonName
}

impl PersonName {
    pub fn parse(field: &str, typed: &str) -> Result<Self, Fault> {
        line(field, typed, limits::NAME).map(Self)
    }

    /// As it is searched and compared: without spaces, in lower case.
    pub fn searched(&self) -> String {
        self.0
            .chars()
            .filter(|c| !c.is_whitespace())
            .flat_map(char::to_lowercase)
            .collect()
    }

    /// Whether both name the same person; spaces and case do not matter.
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.searched() == other.searched()
    }
}
