//! Pages for everybody.

pub mod accessibility;
pub mod case;
pub mod check_code;
pub mod checklist;
pub mod front;
pub mod language;
pub mod letter;
pub mod log;
pub mod password_reset;
pub mod recovery;
pub mod registration;
pub mod sign_in;
pub mod signing;
pub mod slip;
pub mod texts;
pub mod verify;
