//! Pages of the firm: lawyers and paralegals in the cases that they are assigned to.

pub mod assessment;
mod came;
pub mod check;
pub mod claim;
pub mod claims;
pub mod dashboard;
pub mod decision;
pub mod disclosures;
pub mod entered;
pub mod export;
pub mod exports;
mod filter;
pub mod found;
pub mod hold;
pub mod holds;
pub mod home;
pub mod identification;
pub mod messages;
pub mod new_export;
pub mod new_message;
pub mod notice;
pub mod notices;
pub mod papers;
pub mod recovery;
pub mod search;
pub mod slip;

use crate::cases::{Case, OptionKind};
use crate::http::pages::desk::{Section, sections};
use crate::http::pages::layout::Layout;
use crate::role::Role;

/// The pages of a case.
fn nav(l: &Layout, case: &Case) -> Vec<Section> {
    let path = format!("/staff/cases/{}", case.code);
    let mut pages = vec![
        ("", "staff-nav-dashboard"),
        ("/claims", "staff-nav-claims"),
        ("/entered", "staff-nav-entered"),
        ("/search", "staff-nav-search"),
        ("/exports", "staff-nav-exports"),
        ("/messages", "staff-nav-messages"),
        ("/notices", "staff-nav-notices"),
    ];
    if l.role == Some(Role::Lawyer) {
        pages.extend([
            ("/disclosures", "staff-nav-disclosures"),
            ("/holds", "staff-nav-holds"),
        ]);
    }
    let pages = pages.into_iter();
    sections(l, pages.map(|(page, key)| (format!("{path}{page}"), key)))
}

/// What an entry of one of the case's lists is called; its code where it is not in the list.
fn name_of<'c>(l: &Layout, case: &'c Case, kind: OptionKind, code: &'c str) -> &'c str {
    let mut options = case.options.iter();
    let option = options.find(|option| option.kind == kind && option.code == code);
    option.map_or(code, |option| option.name.in_language(l.language))
}

#[cfg(test)]
pub(in crate::http::pages) mod tests {
    use super::*;
    use crate::text::Language;

    /// What surrounds a page in that language, for that role.
    pub fn layout(language: Language, role: Role, at: &str) -> Layout {
        Layout {
            role: Some(role),
            signed_in: true,
            at: at.into(),
            ..Layout::of_test(language)
        }
    }

    #[test]
    fn a_paralegal_has_no_way_to_what_is_a_lawyers() {
        let sections = |role| {
            nav(
                &layout(Language::Korean, role, "/staff/cases/outage/claims?a=b"),
                &Case::of_test(),
            )
        };
        let of = |role| {
            sections(role)
                .iter()
                .map(|section| section.path.clone())
                .collect::<Vec<_>>()
        };
        assert!(!of(Role::Paralegal).contains(&"/staff/cases/outage/holds".into()));
        assert!(of(Role::Lawyer).contains(&"/staff/cases/outage/holds".into()));
        let current: Vec<String> = sections(Role::Lawyer)
            .into_iter()
            .filter(|section| section.current)
            .map(|section| section.path)
            .collect();
        assert_eq!(current, ["/staff/cases/outage/claims"]);
    }
}
