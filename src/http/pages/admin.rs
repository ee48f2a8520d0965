//! Pages of administrators: the accounts of staff, who works in which case, mails that do not leave,
//! settings, keys and health. Never a claim.

pub mod account;
pub mod accounts;
pub mod home;
pub mod invite;
pub mod keys;
pub mod mails;
pub mod settings;

use crate::http::pages::desk::{Section, sections};
use crate::http::pages::layout::Layout;
use crate::role::Role;

fn nav(l: &Layout) -> Vec<Section> {
    let pages = [
        ("/administration", "admin-nav-health"),
        ("/administration/accounts", "admin-nav-accounts"),
        ("/administration/mails", "admin-nav-mails"),
        ("/administration/settings", "admin-nav-settings"),
        ("/administration/keys", "admin-nav-keys"),
    ];
    sections(l, pages.map(|(path, key)| (path.into(), key)))
}

/// The roles that staff can have.
fn roles(l: &Layout) -> Vec<(String, String)> {
    let staff = Role::ALL.iter().filter(|role| role.is_staff());
    staff
        .map(|role| (role.as_str().into(), l.of("role", role.as_str())))
        .collect()
}
