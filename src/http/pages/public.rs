//! Pages for everybody.

pub mod language;
pub mod password_reset;
pub mod registration;
pub mod sign_in;
