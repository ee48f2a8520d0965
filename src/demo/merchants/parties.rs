//! Merchants who do not sign for themselves: corporations, children, wards and the dead; and who
//! signs for them.

use rand::RngExt;
use rand::rngs::StdRng;

use crate::claims::identity::IdentityInput;
use crate::claims::signatories::{Capacity, SignatoryInput};
use crate::claims::{BusinessInput, Party};
use crate::demo::merchants::{Merchants, pick};

/// Who brings the claim of the `n`-th merchant. The two parents are among the drafts: the second has
/// not signed yet.
pub fn party(n: usize) -> Party {
    match n {
        31 | 191 | 351 => Party::Minor,
        _ if n % 60 == 14 => Party::Minor,
        _ if n % 25 == 9 => Party::Corporation,
        _ if n % 100 == 53 => Party::Ward,
        _ if n % 100 == 68 => Party::Estate,
        _ => Party::Person,
    }
}

/// Makes the party of a merchant out of what they would enter for themselves; returns who signs,
/// whoever has the account first.
pub fn represent(
    tables: &Merchants,
    n: usize,
    (identity, business): &mut (&mut IdentityInput, &mut BusinessInput),
    rng: &mut StdRng,
) -> Vec<SignatoryInput> {
    let name = |rng: &mut StdRng| tables.name(rng);
    let here = |capacity, name| SignatoryInput {
        capacity,
        name,
        office: None,
        share: None,
        own: true,
        email: None,
    };
    match party(n) {
        Party::Person => Vec::new(),
        Party::Corporation => {
            let offices = ["대표이사", "사내이사"];
            let director = SignatoryInput {
                office: Some((*pick(rng, &offices)).into()),
                ..here(Capacity::Representative, name(rng))
            };
            identity.birth_date = None;
            let called = business.name.as_deref().unwrap_or_default();
            identity.name = Some(format!("주식회사 {called}"));
            vec![director]
        }
        Party::Minor => {
            let (month, day) = (rng.random_range(1..13), rng.random_range(1..29));
            identity.birth_date = Some(format!("2012-{month:02}-{day:02}"));
            business.name = None;
            business.number = None;
            if n % 60 == 14 {
                return vec![here(Capacity::SoleParent, name(rng))];
            }
            let other = SignatoryInput {
                own: false,
                email: Some(format!("parent-{n:03}@{}", tables.email_domain)),
                ..here(Capacity::Parent, name(rng))
            };
            vec![here(Capacity::Parent, name(rng)), other]
        }
        Party::Ward => vec![here(Capacity::Guardian, name(rng))],
        Party::Estate => vec![SignatoryInput {
            share: Some("1/1".into()),
            ..here(Capacity::Heir, name(rng))
        }],
    }
}
