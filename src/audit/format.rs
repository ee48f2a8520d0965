//! The formats of the log, pure: no database, no files, no clock. An outsider could lift them out.

pub mod checkpoint;
pub mod compact_range;
pub mod entry;
pub mod json;
pub mod merkle;
pub mod note;
pub mod policy;
pub mod tiles;
