//! Pages for everybody who has signed in.

pub mod address;
pub mod erasure;
pub mod home;
pub mod password;
pub mod sessions;
