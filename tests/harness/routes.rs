//! The table of routes, by whom they are made for.

use claimant_registry::http::ROUTES;
use claimant_registry::http::route::{Face, Route};

/// The routes that programs call.
pub fn api() -> impl Iterator<Item = &'static Route> {
    ROUTES.iter().filter(|route| route.face == Face::Api)
}

/// The routes that people see.
pub fn pages() -> impl Iterator<Item = &'static Route> {
    ROUTES.iter().filter(|route| route.face == Face::Page)
}
