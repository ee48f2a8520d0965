//! Pages: what people see of the registry, one folder an audience, in it a page and its template side
//! by side. A page holds no rule: its form becomes the same values as the API's JSON, and it calls the
//! same functions.

pub mod account;
pub mod admin;
pub mod asked;
pub mod assets;
pub mod auditor;
pub mod browser;
pub mod chart;
pub mod claimant;
pub mod desk;
pub mod form;
pub mod layout;
mod papers;
pub mod position;
pub mod public;
pub mod qr;
pub mod refused;
pub mod staff;
pub mod visit;
