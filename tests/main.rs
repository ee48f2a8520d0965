//! The registry from outside: over HTTP, on the command line, and as an attacker with the database's superuser. One story a
//! file; each test has a database of its own, cloned from a template, and a server of its own.

mod access;
mod accounts;
mod app;
mod attacks;
mod bounds;
mod cli;
mod concurrency;
mod crashes;
mod docs;
mod erased;
mod erasure;
mod exports;
mod flips;
mod formats;
mod headers;
mod incarnation;
mod input;
mod kit;
mod lifecycle;
mod mails;
mod matrix;
mod metrics;
mod migrations;
mod published;
mod publishers;
mod receipts;
mod repeats;
mod statements;
mod story;
mod tidy;
mod timestamp;
mod walk;
mod witness;
mod words;
