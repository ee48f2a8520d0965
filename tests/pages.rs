//! The registry as people see it who have a browser, scripts off.

mod claimant;
mod expired;
mod forms;
mod joining;
mod walk;
