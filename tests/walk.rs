//! Walks: every table is captured or exempt with its reason, every route that changes something
//! leaves its entry, and no personal data lies open anywhere.

mod open;
mod routes;
mod tables;
