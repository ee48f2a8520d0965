//! The registry as people see it who have a browser, scripts off.

mod admin;
mod auditor;
mod claimant;
mod expired;
mod forms;
mod joining;
mod messages;
mod notices;
mod public;
mod refused;
mod staff;
mod walk;
