//! The API's handlers, a file a resource. A handler parses, opens one transaction and answers;
//! rules live in the capabilities.

pub mod accounts;
pub mod answer;
pub mod cases;
pub mod claims;
pub mod consents;
pub mod disclosures;
pub mod erasures;
pub mod evidence;
pub mod exports;
pub mod identifications;
pub mod json;
pub mod log;
pub mod mails;
pub mod messages;
pub mod notices;
pub mod openapi;
pub mod powers;
pub mod reaffirmations;
pub mod receipts;
pub mod recoveries;
pub mod reviews;
pub mod sessions;
pub mod signatories;
pub mod staff;
pub mod staffed;
pub mod transparency;
