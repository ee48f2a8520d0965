//! A class-action claimant registry whose every change stands in a hash-chained log that a stranger
//! can verify.
//!
//! A request comes in through [`http`], a command through [`cli`]; both parse into values that
//! prove that they were checked ([`input`]) and open one transaction in [`db`], in which a
//! capability checks and writes: [`accounts`], [`cases`], [`claims`], [`reviews`], [`messages`],
//! [`disclosures`], [`exports`], [`receipts`], [`erasures`]. Personal data passes through the [`vault`], and opening
//! it takes a grant from [`access`]. PostgreSQL captures each change in the same transaction;
//! [`audit`] seals it into the chain, publishes and verifies it. docs/architecture.md has the map.

pub mod cli;
pub mod config;
pub mod http;
pub mod server;

pub mod accounts;
pub mod cases;
pub mod claims;
pub mod disclosures;
pub mod erasures;
pub mod exports;
pub mod messages;
pub mod receipts;
pub mod recoveries;
pub mod reviews;

pub mod access;
pub mod mail;
pub mod vault;

pub mod audit;
pub mod db;

pub mod action;
pub mod caller;
pub mod characters;
pub mod codes;
pub mod error;
pub mod files;
pub mod hooks;
pub mod ids;
pub mod input;
pub mod law;
pub mod limits;
pub mod origin;
pub mod role;
pub mod security;
pub mod text;

pub mod demo;
pub mod postgres;
