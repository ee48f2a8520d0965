//! Which kinds of evidence a case demands of a claim: those that everybody has to list, those that
//! depend on what was lost, by whom, and where, and groups of which one suffices.

use crate::cases::{CaseOption, LossKind, Party};
use crate::claims::Claim;
use crate::claims::evidence::Evidence;
use crate::claims::evidence::checks::EvidenceState;
use crate::claims::losses::Loss;

/// What of a claim decides that.
pub struct Facts<'c> {
    pub party: Party,
    /// Kinds of its losses.
    pub heads: Vec<LossKind>,
    pub industries: Vec<&'c str>,
    pub services: Vec<&'c str>,
}

impl<'c> Facts<'c> {
    pub fn of(claim: &'c Claim, losses: &[Loss]) -> Self {
        let industries = claim.businesses.iter();
        Self {
            party: claim.party,
            heads: losses.iter().map(|loss| loss.kind).collect(),
            industries: industries
                .filter_map(|one| one.industry.as_deref())
                .collect(),
            services: claim.services.iter().map(|used| &*used.service).collect(),
        }
    }
}

/// Whether a kind is demanded of some claims and not of others.
pub fn depends(kind: &CaseOption) -> bool {
    let CaseOption {
        parties,
        heads,
        industries,
        services,
        ..
    } = kind;
    !(parties.is_empty() && heads.is_empty() && industries.is_empty() && services.is_empty())
}

/// Whether a kind is demanded of that claim, itself or another of its group.
fn is_demanded(kind: &CaseOption, of: &Facts) -> bool {
    fn fits<T: PartialEq>(named: &[T], one: impl Fn(&T) -> bool) -> bool {
        named.is_empty() || named.iter().any(one)
    }
    kind.required
        || depends(kind)
            && fits(&kind.parties, |party| *party == of.party)
            && fits(&kind.heads, |head| of.heads.contains(head))
            && fits(&kind.industries, |one| of.industries.contains(&&**one))
            && fits(&kind.services, |one| of.services.contains(&&**one))
}

/// The kinds that a case demands of a claim, in the order of the case: of the kinds that stand
/// together one suffices.
pub fn of<'k>(
    kinds: impl IntoIterator<Item = &'k CaseOption>,
    claim: &Facts,
) -> Vec<Vec<&'k CaseOption>> {
    let demanded = kinds.into_iter().filter(|kind| is_demanded(kind, claim));
    grouped(demanded)
}

/// Those of which the firm saw no file yet; of the kinds that stand together one suffices.
pub fn unseen<'k>(
    kinds: impl IntoIterator<Item = &'k CaseOption>,
    claim: &Facts,
    files: &[Evidence],
) -> Vec<Vec<&'k CaseOption>> {
    let seen = |kind: &&CaseOption| {
        let mut seen = files
            .iter()
            .filter(|file| file.state == EvidenceState::Seen);
        seen.any(|file| file.kind == kind.code)
    };
    let mut demanded = of(kinds, claim);
    demanded.retain(|group| !group.iter().any(seen));
    demanded
}

/// Those of a group together, where the first of them stands; everything else by itself.
pub fn grouped<'k>(kinds: impl IntoIterator<Item = &'k CaseOption>) -> Vec<Vec<&'k CaseOption>> {
    let mut groups: Vec<Vec<&CaseOption>> = Vec::new();
    for kind in kinds {
        let of_group = |group: &&mut Vec<&CaseOption>| {
            !kind.any_of.is_empty() && group[0].any_of == kind.any_of
        };
        match groups.iter_mut().find(of_group) {
            Some(group) => group.push(kind),
            None => groups.push(vec![kind]),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::OptionKind;

    fn kind(code: &str) -> CaseOption {
        CaseOption::of_test(OptionKind::Evidence, code)
    }

    /// A driver in Jeju who lost sales and used the taxi app.
    fn driver() -> Facts<'static> {
        Facts {
            party: Party::Person,
            heads: vec![LossKind::Sales, LossKind::Distress],
            industries: vec!["taxi"],
            services: vec!["kakao-t", "chat"],
        }
    }

    #[test]
    fn every_list_that_names_any_has_to_fit() {
        // a list that names nothing, one that fits, one that does not
        let parties = [vec![], vec![Party::Minor, Party::Person], vec![Party::Ward]];
        let heads = [
            vec![],
            vec![LossKind::Refunds, LossKind::Sales],
            vec![LossKind::Refunds],
        ];
        let text = |texts: &[&str]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
        let industries = [text(&[]), text(&["cafe", "taxi"]), text(&["cafe"])];
        let services = [text(&[]), text(&["gift", "chat"]), text(&["gift"])];
        let mut seen = 0;
        for required in [false, true] {
            for at in 0..81 {
                let [p, h, i, s] = [at % 3, at / 3 % 3, at / 9 % 3, at / 27];
                let kind = CaseOption {
                    required,
                    parties: parties[p].clone(),
                    heads: heads[h].clone(),
                    industries: industries[i].clone(),
                    services: services[s].clone(),
                    ..kind("paper")
                };
                let lists = [p, h, i, s];
                let fits = lists.contains(&1) && !lists.contains(&2);
                assert_eq!(
                    is_demanded(&kind, &driver()),
                    required || fits,
                    "required {required}, lists {lists:?}"
                );
                assert_eq!(depends(&kind), lists != [0; 4]);
                seen += 1;
            }
        }
        assert_eq!(seen, 162);
    }

    #[test]
    fn what_is_not_known_yet_demands_nothing() {
        let begun = Facts {
            party: Party::Person,
            heads: vec![],
            industries: vec![],
            services: vec![],
        };
        for kind in [
            CaseOption {
                heads: vec![LossKind::Sales],
                ..kind("sales")
            },
            CaseOption {
                industries: vec!["taxi".into()],
                ..kind("trips")
            },
            CaseOption {
                services: vec!["chat".into()],
                ..kind("chats")
            },
        ] {
            assert!(
                !is_demanded(&kind, &begun)
                    && is_demanded(
                        &kind,
                        &Facts {
                            services: vec!["chat"],
                            ..driver()
                        }
                    )
            );
        }
    }

    #[test]
    fn of_a_group_only_those_that_are_demanded_suffice() {
        let of_group = |code: &str, heads: &[LossKind]| CaseOption {
            heads: heads.to_vec(),
            any_of: "sold".into(),
            ..kind(code)
        };
        let kinds = [
            of_group("till", &[LossKind::Sales]),
            CaseOption {
                required: true,
                ..kind("use")
            },
            of_group("orders", &[LossKind::CancelledOrders]),
            CaseOption {
                any_of: "sold".into(),
                required: true,
                ..kind("books")
            },
            kind("helpful"),
        ];
        let codes = |heads: &[LossKind]| -> Vec<String> {
            let claim = Facts {
                heads: heads.to_vec(),
                ..driver()
            };
            let groups = of(&kinds, &claim).into_iter();
            groups
                .map(|group| {
                    let codes: Vec<&str> = group.iter().map(|kind| &*kind.code).collect();
                    codes.join("|")
                })
                .collect()
        };
        assert_eq!(codes(&[LossKind::Distress]), ["use", "books"]);
        assert_eq!(codes(&[LossKind::Sales]), ["till|books", "use"]);
        assert_eq!(
            codes(&[LossKind::CancelledOrders, LossKind::Sales]),
            ["till|orders|books", "use"]
        );
    }

    #[test]
    fn a_kind_is_unseen_until_a_file_of_it_or_of_its_group_was_seen_as_listed() {
        let kinds = [
            CaseOption {
                required: true,
                ..kind("use")
            },
            CaseOption {
                any_of: "sold".into(),
                required: true,
                ..kind("till")
            },
            CaseOption {
                any_of: "sold".into(),
                required: true,
                ..kind("books")
            },
            kind("helpful"),
        ];
        let codes = |files: &[Evidence]| -> Vec<String> {
            let groups = unseen(&kinds, &driver(), files).into_iter();
            groups
                .map(|group| {
                    let codes: Vec<&str> = group.iter().map(|kind| &*kind.code).collect();
                    codes.join("|")
                })
                .collect()
        };
        for state in EvidenceState::ALL {
            let files = [Evidence::of_test("use", *state)];
            let expected: &[&str] = match state {
                EvidenceState::Seen => &["till|books"],
                _ => &["use", "till|books"],
            };
            assert_eq!(codes(&files), expected, "{state:?}");
        }
        let both = ["books", "use"].map(|kind| Evidence::of_test(kind, EvidenceState::Seen));
        assert_eq!(codes(&both), [""; 0]);
    }
}
