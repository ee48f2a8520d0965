//! What people type becomes a value that proves that it was checked, or a fault that names the
//! field and never repeats what was typed. All faults of a request are reported at once.

mod date;
mod draft;
mod email;
mod faults;
mod krw;
pub mod limits;
mod media_type;
mod person_name;
mod phone;
mod sha256;
mod text;
mod time;

pub use date::date;
pub use draft::{or_default, or_none};
pub use email::Email;
pub use faults::{Faults, Field, Fields};
pub use krw::{Amount, Krw};
pub use media_type::media_type;
pub use person_name::PersonName;
pub use phone::Phone;
pub use sha256::Sha256;
pub use text::{explains, file_name, line, line_of_file, note, of_file, reason};
pub use time::Time;

use crate::error::{Error, Fault};

/// How many items a page of a list has: 1 to 200.
pub fn page(asked: i64) -> Result<i64, Error> {
    limit(asked, limits::PAGE)
}

/// How many items are asked for: 1 to `most`.
pub fn limit(asked: i64, most: i64) -> Result<i64, Error> {
    if (1..=most).contains(&asked) {
        Ok(asked)
    } else {
        Err(Fault::new("limit", "limit").with("most", most).into())
    }
}

/// A checked text as a type of its own: shown, serialised and described as a string, made by
/// `parse`.
macro_rules! checked_text {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
        #[schema(value_type = String)]
        pub struct $name(String);

        impl $name {
            /// Takes up a value that was checked when it was stored.
            pub fn of_stored(text: String) -> Self {
                Self(text)
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    };
}
pub(crate) use checked_text;
