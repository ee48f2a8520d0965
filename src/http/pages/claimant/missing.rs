//! What submission would refuse, in words, each with the page where it is mended.

use crate::cases::{Case, OptionKind};
use crate::claims::Claim;
use crate::error::Fault;
use crate::http::pages::claimant::questions::Question;
use crate::http::pages::layout::Layout;
use crate::role::Role;
use crate::text;

/// Something that is missing.
pub struct Missing {
    /// What it is about.
    pub what: String,
    /// What is to be done.
    pub words: String,
    /// Where.
    pub path: String,
}

/// What is missing of a claim.
pub fn of(l: &Layout, claim: &Claim, case: &Case, faults: &[Fault]) -> Vec<Missing> {
    let one = |fault: &Fault| {
        let (what, page) = match fault.code {
            "reaffirmation-lacking" => (l.t("reaffirm-title"), "reaffirmation".into()),
            _ => place(l, case, &fault.field),
        };
        // what only the claimant can sign, staff put on record from paper
        let on_paper = l.role.is_some_and(Role::is_staff);
        let path = match page.strip_prefix("consents/").filter(|_| on_paper) {
            Some(item) => format!("/staff/claims/{}/papers/{item}", claim.id),
            None => format!("/claims/{}/{page}", claim.id),
        };
        Missing {
            what,
            words: text::fault(l.language, fault),
            path,
        }
    };
    faults.iter().map(one).collect()
}

/// What the field is called, and its page after the path of the claim.
fn place(l: &Layout, case: &Case, field: &str) -> (String, String) {
    if let Some(code) = field.strip_prefix("evidence.") {
        let what = name(l, case, OptionKind::Evidence, code);
        return (what, format!("evidence/new/{code}"));
    }
    if let Some(item) = field.strip_prefix("consents.") {
        let what = name(l, case, OptionKind::Consent, item);
        return (what, format!("consents/{item}"));
    }
    if let Some(power) = field.strip_prefix("powers.") {
        return (l.of("power", power), "powers".into());
    }
    if field.starts_with("signatories") || field == "identification" {
        return (l.t("task-signatories"), "signatories".into());
    }
    if field.starts_with("businesses") {
        return (l.t("business-title"), "businesses".into());
    }
    match Question::of_field(field) {
        Some(question) => (l.of("question", question.as_str()), question.path()),
        None => (l.t("task-losses"), "losses".into()),
    }
}

/// What an option of the case is called.
pub fn name(l: &Layout, case: &Case, kind: OptionKind, code: &str) -> String {
    let mut options = case.options.iter();
    let option = options.find(|option| option.kind == kind && option.code == code);
    option.map_or_else(|| code.into(), |option| l.both(&option.name).into())
}
