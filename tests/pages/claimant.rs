//! A claim on pages: what was lost and what shows it, consents, handing in, and what becomes of it.

mod afterwards;
mod consents;
mod evidence;
mod losses;
mod states;
mod submission;

use crate::harness::browser::{Browser, Page};
use crate::harness::caller::{Caller, PASSWORD};
use crate::harness::cluster::CASE;
use crate::harness::server::App;

/// A claimant at a browser, who can also call the API.
fn merchant(app: &App) -> (Browser, Caller) {
    let caller = app.claimant("merchant@example.com");
    let browser = Browser::at(&app.url);
    browser.sign_in("merchant@example.com", PASSWORD);
    (browser, caller)
}

/// Begins a draft and returns its path.
fn draft(browser: &Browser) -> String {
    let begin = browser.open("/claims");
    browser
        .send(&begin.form(&format!("/cases/{CASE}/claims")))
        .at
}

/// The first link on a page whose path begins and ends so.
fn link(page: &Page, begins: &str, ends: &str) -> String {
    let mut links = page.html.split("href=\"").skip(1);
    let found = links.find_map(|rest| {
        let path = rest.split('"').next()?;
        let inside = path.strip_prefix(begins)?.strip_suffix(ends)?;
        (!inside.is_empty()).then_some(path)
    });
    let found = found.map(String::from);
    found.unwrap_or_else(|| panic!("{} has no link {begins}…{ends}: {}", page.at, page.html))
}
