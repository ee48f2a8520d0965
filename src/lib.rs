//! A class-action claimant registry whose every change stands in a hash-chained log that a stranger can verify.
//!
//! Data flows one way. A request comes in through [`http`] (or [`cli`]), is parsed into types that cannot be wrong, and opens
//! one transaction in [`db`]. In it a capability checks and writes: [`accounts`], [`cases`], [`claims`], [`reviews`], [`disclosures`], [`exports`], [`receipts`], [`erasures`]. Personal data passes through the [`vault`], and opening it takes a
//! grant from [`access`]. PostgreSQL captures each change in the same transaction; [`audit`] seals it into the chain and
//! verifies it. Nothing calls upward, and `audit` does not know what a claim is.

pub mod cli;
pub mod http;
pub mod server;

pub mod accounts;
pub mod cases;
pub mod claims;
pub mod disclosures;
pub mod erasures;
pub mod exports;
pub mod receipts;
pub mod reviews;

pub mod access;
pub mod mail;
pub mod vault;

pub mod audit;
pub mod db;

pub mod action;
pub mod codes;
pub mod config;
pub mod error;
pub mod files;
pub mod ids;
pub mod input;
pub mod law;
pub mod role;
pub mod text;

pub mod demo;
pub mod postgres;
