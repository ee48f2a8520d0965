//! Pages for everybody who has signed in.

pub mod home;
pub mod sessions;
