//! By whom each party is represented: in which capacity they sign, and how many of them together.

use std::ops::RangeInclusive;

use super::{Capacity, Signatory};
use crate::claims::Party;
use crate::law::Share;

/// In which capacity a party is signed for, and by how many: any of these. Parents have parental
/// authority together (Civil Act art. 909(2)).
const fn represented(party: Party) -> &'static [(Capacity, RangeInclusive<usize>)] {
    match party {
        Party::Person => &[],
        Party::Corporation => &[(Capacity::Representative, 1..=10)],
        Party::Minor => &[
            (Capacity::Parent, 2..=2),
            (Capacity::SoleParent, 1..=1),
            (Capacity::Guardian, 1..=10),
        ],
        Party::Ward => &[(Capacity::Guardian, 1..=10)],
        Party::Estate => &[(Capacity::Heir, 1..=50)],
    }
}

/// Capacities in which somebody can sign for the party.
pub fn capacities(party: Party) -> impl Iterator<Item = Capacity> {
    represented(party).iter().map(|(capacity, _)| *capacity)
}

/// Whether those who are named can sign for the party together.
pub(in crate::claims) fn suffice(party: Party, named: &[Signatory]) -> bool {
    let all = |(capacity, count): &(Capacity, RangeInclusive<usize>)| {
        count.contains(&named.len()) && named.iter().all(|one| one.capacity == *capacity)
    };
    let together = party == Party::Person || represented(party).iter().any(all);
    let shares = named.iter().filter_map(|one| one.share.as_deref());
    let shares: Vec<Share> = shares.filter_map(Share::of_stored).collect();
    together && Share::fit_together(&shares)
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::ids::SignatoryId;

    fn signatory(capacity: Capacity, share: Option<&str>) -> Signatory {
        Signatory {
            id: SignatoryId::new(),
            capacity,
            own: false,
            name: None,
            office: None,
            share: share.map(Into::into),
            email: None,
            asked_at: None,
            created_at: DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn who_signs_together_for_whom() {
        let all = |capacities: &[Capacity]| -> Vec<Signatory> {
            let all = capacities.iter();
            all.map(|capacity| signatory(*capacity, None)).collect()
        };
        use Capacity::{Guardian, Heir, Parent, Representative, SoleParent};
        let good: &[(Party, &[Capacity])] = &[
            (Party::Person, &[]),
            (Party::Corporation, &[Representative]),
            (Party::Corporation, &[Representative, Representative]),
            (Party::Minor, &[Parent, Parent]),
            (Party::Minor, &[SoleParent]),
            (Party::Minor, &[Guardian]),
            (Party::Ward, &[Guardian]),
            (Party::Estate, &[Heir, Heir, Heir]),
        ];
        for (party, capacities) in good {
            assert!(
                suffice(*party, &all(capacities)),
                "{party:?} {capacities:?}"
            );
        }
        // every party with up to two of every capacity: what is not listed above is refused
        for party in Party::ALL.iter().filter(|party| **party != Party::Person) {
            assert!(!suffice(*party, &[]), "{party:?}");
            for first in Capacity::ALL {
                for second in Capacity::ALL.iter().map(Some).chain([None]) {
                    let named: Vec<Capacity> = [Some(first), second]
                        .into_iter()
                        .flatten()
                        .copied()
                        .collect();
                    let alike = named.iter().all(|capacity| capacity == first);
                    let least = if *first == Parent { 2 } else { 1 };
                    let most = if *first == SoleParent { 1 } else { 2 };
                    let fits = capacities(*party).any(|fitting| fitting == *first);
                    let expected = alike && fits && (least..=most).contains(&named.len());
                    assert_eq!(
                        suffice(*party, &all(&named)),
                        expected,
                        "{party:?} {named:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn heirs_inherit_no_more_than_there_is() {
        let heirs = |shares: &[&str]| -> Vec<Signatory> {
            let heir = |share: &&str| signatory(Capacity::Heir, Some(share));
            shares.iter().map(heir).collect()
        };
        assert!(suffice(Party::Estate, &heirs(&["3/7", "2/7", "2/7"])));
        assert!(
            suffice(Party::Estate, &heirs(&["1/3"])),
            "an heir may claim alone"
        );
        assert!(!suffice(Party::Estate, &heirs(&["1/2", "2/3"])));
    }
}
