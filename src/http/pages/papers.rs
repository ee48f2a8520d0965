//! Of which claims a kind of evidence is demanded, in words.

use crate::cases::{Case, CaseOption, OptionKind};
use crate::claims::evidence::demanded::depends;
use crate::http::pages::layout::Layout;

/// That it is required, and under which conditions; empty where nobody needs it.
pub fn demanded(l: &Layout, case: &Case, kind: &CaseOption) -> String {
    let required = match kind.required {
        true => l.t("public-required"),
        false if depends(kind) => l.t("demanded-depends"),
        false => return String::new(),
    };
    match conditions(l, case, kind) {
        conditions if conditions.is_empty() => required,
        conditions => format!("{required} ({conditions})"),
    }
}

/// The conditions under which it is demanded, and what may be listed instead; empty where there are
/// none.
pub fn conditions(l: &Layout, case: &Case, kind: &CaseOption) -> String {
    let option = |list: OptionKind| {
        move |code: &String| {
            let mut options = case.options.iter();
            let named = options.find(|option| option.kind == list && option.code == *code);
            named.map_or_else(|| code.clone(), |option| l.both(&option.name).into())
        }
    };
    let heads = kind.heads.iter();
    let parties = kind.parties.iter();
    let industries = kind.industries.iter().map(option(OptionKind::Industry));
    let services = kind.services.iter().map(option(OptionKind::Service));
    let lists: [(&str, Vec<String>); 5] = [
        (
            "parties",
            parties.map(|party| l.of("party", party.as_str())).collect(),
        ),
        (
            "heads",
            heads.map(|head| l.of("loss-kind", head.as_str())).collect(),
        ),
        ("industries", industries.collect()),
        ("services", services.collect()),
        ("instead", names(l, &instead(case, kind))),
    ];
    let named = lists.into_iter().filter(|(_, names)| !names.is_empty());
    let said = |(list, names): (&str, Vec<String>)| {
        l.t1(&format!("demanded-{list}"), "names", names.join(", "))
    };
    named.map(said).collect::<Vec<_>>().join("; ")
}

/// The other kinds of its group.
fn instead<'c>(case: &'c Case, kind: &CaseOption) -> Vec<&'c CaseOption> {
    let others = case.options.iter().filter(|other| {
        other.kind == OptionKind::Evidence && other.any_of == kind.any_of && other.code != kind.code
    });
    others.filter(|_| !kind.any_of.is_empty()).collect()
}

/// What kinds are called.
pub fn names(l: &Layout, kinds: &[&CaseOption]) -> Vec<String> {
    kinds
        .iter()
        .map(|kind| l.both(&kind.name).to_owned())
        .collect()
}
