//! Verification: of an exported log line by line, of the payloads behind it, of one receipt, of a
//! mirror, and of the live tables. All but [`live`] run without a database, on files alone.

pub mod file;
pub mod input;
pub mod line;
pub mod live;
pub mod mirror;
pub mod page;
mod payloads;
pub mod receipt;
pub mod report;
pub mod time_bounds;
