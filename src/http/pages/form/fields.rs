//! What a form shows, field by field.

use crate::error::{Error, Fault};
use crate::http::pages::form::Typed;
use crate::text::{self, Language, say};

/// What a form shows: what was typed or is stored, and what is wrong with it.
#[derive(Default)]
pub struct Fields {
    values: Vec<(String, String)>,
    errors: Vec<FieldError>,
    /// Whether it asks about a number that looks like a resident registration number.
    pub asks_number: bool,
    /// Whether it asks about an amount that is not likely.
    pub asks_amount: bool,
}

/// What is wrong, and in which field; the field is empty where it is none of this form's.
pub struct FieldError {
    pub field: String,
    pub words: String,
}

impl FieldError {
    pub fn id(&self) -> String {
        id(&self.field)
    }
}

fn errors(language: Language, error: &Error) -> Vec<FieldError> {
    let one = |fault: &Fault| FieldError {
        field: fault.field.clone(),
        words: text::fault(language, fault),
    };
    match error {
        Error::Invalid(faults) => faults
            .iter()
            .map(|fault| match fault.field.as_str() {
                // the key is the form's affair, not the reader's
                "Idempotency-Key" => FieldError {
                    field: String::new(),
                    words: say(language, "form-sent-before", &[]),
                },
                field if is_number(fault) => FieldError {
                    field: field.into(),
                    words: say(language, "form-number-like", &[]),
                },
                field if is_amount(fault) => FieldError {
                    field: field.into(),
                    words: say(language, &format!("form-{}", fault.code), &[]),
                },
                // what is optional can be left empty on a page
                _ if fault.code == "empty" => FieldError {
                    field: fault.field.clone(),
                    words: say(language, "fault-missing", &[]),
                },
                _ => one(fault),
            })
            .collect(),
        Error::Conflict(fault) | Error::Malformed(_, fault) => vec![one(fault)],
        other => vec![FieldError {
            field: String::new(),
            words: text::describe(language, other),
        }],
    }
}

fn is_number(fault: &Fault) -> bool {
    fault.code == "resident-number-like"
}

fn is_amount(fault: &Fault) -> bool {
    matches!(fault.code, "amount-implausible" | "sum-implausible")
}

/// The id of a field's element.
pub fn id(field: &str) -> String {
    field.replace(['.', '[', ']'], "-")
}

impl Fields {
    /// A form with what is stored.
    pub fn stored<'v>(values: impl IntoIterator<Item = (&'v str, Option<String>)>) -> Self {
        let given = values.into_iter();
        Self {
            values: given
                .filter_map(|(name, value)| value.map(|value| (name.into(), value)))
                .collect(),
            ..Self::default()
        }
    }

    /// A form as it was typed.
    pub fn typed(typed: &Typed) -> Self {
        Self {
            values: typed.0.clone(),
            ..Self::default()
        }
    }

    /// A form as it was typed, with what is wrong with it.
    pub(super) fn refused(typed: &Typed, language: Language, error: &Error) -> Self {
        Self {
            values: typed.0.clone(),
            errors: errors(language, error),
            asks_number: matches!(error, Error::Invalid(faults) if faults.iter().any(is_number)),
            asks_amount: matches!(error, Error::Invalid(faults) if faults.iter().any(is_amount)),
        }
    }

    /// A form in a unit test, with these values.
    #[cfg(test)]
    pub fn of_test(values: &[(&str, &str)]) -> Self {
        Self::stored(
            values
                .iter()
                .map(|(name, value)| (*name, Some((*value).into()))),
        )
    }

    pub fn value(&self, name: &str) -> &str {
        let mut of_name = self.values.iter().filter(|(field, _)| field == name);
        of_name.next().map_or("", |(_, value)| value)
    }

    /// Every value of that field.
    pub fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        let of_name = self.values.iter().filter(move |(field, _)| field == name);
        of_name.map(|(_, value)| value.as_str())
    }

    /// Adds what is wrong with it.
    pub fn refuse(&mut self, language: Language, error: &Error) {
        self.errors.extend(errors(language, error));
    }

    /// Whether that choice of a field was made.
    pub fn has(&self, name: &str, choice: &str) -> bool {
        self.values
            .iter()
            .any(|(field, value)| field == name && value == choice)
    }

    /// What is wrong with that field, or with a part of it.
    pub fn error(&self, name: &str) -> Option<&str> {
        let of_name = |error: &&FieldError| {
            error.field == name
                || error
                    .field
                    .strip_prefix(name)
                    .is_some_and(|rest| rest.starts_with(['.', '[']))
        };
        self.errors
            .iter()
            .find(of_name)
            .map(|error| error.words.as_str())
    }

    pub fn set(&mut self, name: &str, value: String) {
        self.values.retain(|(field, _)| field != name);
        self.values.push((name.into(), value));
    }

    /// What is stored, but for what the form needs for itself.
    pub fn shown(&self) -> impl Iterator<Item = &(String, String)> {
        self.values.iter().filter(|(name, _)| name != "version")
    }

    /// The class that a faulty field has more.
    pub fn faulty<'c>(&self, name: &str, class: &'c str) -> &'c str {
        if self.error(name).is_some() {
            class
        } else {
            ""
        }
    }

    /// The ids of a field's hint and of what is wrong with it, as far as there are such.
    pub fn described_by(&self, name: &str, hint: &str) -> Option<String> {
        let id = id(name);
        let hint = (!hint.is_empty()).then(|| format!("{id}-hint"));
        let error = self.error(name).map(|_| format!("{id}-error"));
        let ids: Vec<String> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    pub fn errors(&self) -> &[FieldError] {
        &self.errors
    }

    /// Adds something that is wrong with the whole.
    pub fn add_error(&mut self, words: String) {
        self.errors.push(FieldError {
            field: String::new(),
            words,
        });
    }

    pub fn id(&self, name: &str) -> String {
        id(name)
    }
}
