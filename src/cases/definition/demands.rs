//! Of whom a case file demands its kinds of evidence: what it names has to be there, and a group has
//! more than one kind.

use crate::cases::definition::{Definition, Listed, is_code};
use crate::error::Fault;
use crate::input::Faults;

pub(super) fn check(file: &Definition, faults: &mut Faults) {
    for (i, kind) in file.evidence_kinds.iter().enumerate() {
        let at = |name: &str| format!("evidence_kinds[{i}].{name}");
        let named = [
            ("industries", &kind.industries, &file.industries),
            ("services", &kind.services, &file.services),
        ];
        for (name, codes, listed) in named {
            once(&at(name), codes, faults);
            for (j, code) in codes.iter().enumerate() {
                let mut known = listed.iter().map(|option| &*option.code);
                if !known.any(|known| known == code) {
                    let known: Vec<&str> = listed.iter().map(|option| &*option.code).collect();
                    let fault = Fault::new(format!("{}[{j}]", at(name)), "unknown-value");
                    faults.add(fault.with("known", known.join(", ")));
                }
            }
        }
        once(&at("parties"), &kind.parties, faults);
        once(&at("heads"), &kind.heads, faults);
        if kind.any_of.is_empty() {
            continue;
        }
        faults.demand(is_code(&kind.any_of), &at("any_of"), "code");
        let of_group = |other: &&Listed| other.any_of == kind.any_of;
        let several = file.evidence_kinds.iter().filter(of_group).count() > 1;
        faults.demand(several, &at("any_of"), "group-alone");
    }
    for (name, listed) in [
        ("services", &file.services),
        ("industries", &file.industries),
        ("counsel", &file.counsel),
        ("costs", &file.costs),
        ("processors", &file.processors),
    ] {
        for (i, option) in listed.iter().enumerate() {
            let free = option.any_of.is_empty() && !option.depends();
            faults.demand(free, &format!("{name}[{i}]"), "demand-elsewhere");
        }
    }
}

fn once<T: PartialEq>(field: &str, named: &[T], faults: &mut Faults) {
    for (i, one) in named.iter().enumerate() {
        let twice = named[..i].contains(one);
        faults.demand(!twice, &format!("{field}[{i}]"), "twice");
    }
}

impl Listed {
    fn depends(&self) -> bool {
        let codes = self.industries.is_empty() && self.services.is_empty();
        !(codes && self.parties.is_empty() && self.heads.is_empty())
    }

    /// Whether it is demanded whatever the claim: whoever puts a kind into a group demands one of it,
    /// and a kind that says of whom it is demanded is not demanded of others.
    pub(super) fn is_for_all(&self) -> bool {
        (self.required || !self.any_of.is_empty()) && !self.depends()
    }
}
