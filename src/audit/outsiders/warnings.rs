//! What the operator should know of outsiders although the registry works without them.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Warnings by what they concern.
#[derive(Default)]
pub struct Warnings(Mutex<BTreeMap<String, String>>);

impl Warnings {
    /// Sets the warning about something, or clears it.
    pub fn set(&self, about: &str, warning: Option<String>) {
        let mut warnings = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match warning {
            Some(warning) => warnings.insert(about.into(), warning),
            None => warnings.remove(about),
        };
    }

    /// All of them.
    pub fn all(&self) -> Vec<String> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .values()
            .cloned()
            .collect()
    }
}
