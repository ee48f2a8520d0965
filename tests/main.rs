//! The registry from outside: over HTTP, on the command line, and as an attacker with the
//! database's superuser. One story a file; each test has a database of its own, cloned from a
//! template, and a server of its own.
// a story is read from its beginning to its end, however long it is
#![allow(clippy::too_many_lines)]

mod access;
mod accounts;
mod assets;
mod attacks;
mod before;
mod bounds;
mod businesses;
mod checks;
mod cli;
mod concurrency;
mod consents;
mod crashes;
mod demanded;
mod demo;
mod docs;
mod erasure;
mod evidence;
mod exports;
mod flips;
mod formats;
mod generated;
mod harness;
mod headers;
mod identity_provider;
mod incarnation;
mod input;
mod kit;
mod lifecycle;
mod losses;
mod mails;
mod matrix;
mod messages;
mod methods;
mod metrics;
mod migrations;
mod openapi;
mod order;
mod pages;
mod paging;
mod phone_codes;
mod private;
mod published;
mod publishers;
mod receipts;
mod recoveries;
mod repeats;
mod round_trips;
mod signatories;
mod smtp;
mod staffed;
mod statistics;
mod story;
mod tidy;
mod timestamp;
mod waits;
mod walk;
mod witness;
mod words;
