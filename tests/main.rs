//! The registry from outside: over HTTP, on the command line, and as an attacker with the database's superuser. One story a
//! file; each test has a database of its own, cloned from a template, and a server of its own.

mod access;
mod accounts;
mod app;
mod attacks;
mod cli;
mod concurrency;
mod consents;
mod crashes;
mod demo;
mod docs;
mod erasure;
mod evidence;
mod exports;
mod flips;
mod formats;
mod headers;
mod input;
mod kit;
mod lifecycle;
mod matrix;
mod migrations;
mod paging;
mod private;
mod published;
mod receipts;
mod repeats;
mod statistics;
mod story;
mod tidy;
mod timestamp;
mod walk;
mod witness;
mod words;
