//! From which list of claims somebody came to one: filter and order go along in the address, so that
//! they go on to the next claim and come back to the same list, also after a decision.

use crate::claims::Claim;
use crate::claims::list::{self, Cursor};
use crate::claims::order::Order;
use crate::claims::recent::Recent;
use crate::db::Read;
use crate::error::Error;
use crate::http::pages::asked::address;
use crate::http::pages::form::Fields;
use crate::http::pages::staff::filter;
use crate::ids::ClaimId;

/// An address of that path which takes the list along.
pub fn along(path: &str, list: &Fields) -> String {
    let order = ("order", list.value("order"));
    address(path, filter::given(list).chain([order]))
}

/// The claims before and after one.
#[derive(Default)]
pub struct Beside {
    pub earlier: Option<ClaimId>,
    pub later: Option<ClaimId>,
}

/// The claims beside this one in the list that somebody came from; none where they did not come
/// from one.
pub fn beside(
    r: &mut Read,
    counts: &Recent,
    claim: &Claim,
    list: &Fields,
) -> Result<Beside, Error> {
    let (Ok(order), Ok(filter)) = (list.value("order").parse::<Order>(), filter::of(list)) else {
        return Ok(Beside::default());
    };
    let hits = match counts.hits(r, claim.case, &filter) {
        // a filter that somebody typed
        Err(Error::Invalid(_)) => return Ok(Beside::default()),
        hits => hits?,
    };
    let mut one = |cursor| {
        let page = list::page(r, claim.case, &filter, Some(&hits), order, cursor, 1)?;
        Ok::<_, Error>(page.claims.first().map(|claim| claim.id))
    };
    Ok(Beside {
        earlier: one(Cursor::Before(claim.id))?,
        later: one(Cursor::After(claim.id))?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_goes_along_and_nothing_else() {
        let typed = [("status", "submitted"), ("order", "newest"), ("after", "x")];
        let list = Fields::of_test(&typed);
        let kept = along("/staff/claims/1", &list);
        assert_eq!(kept, "/staff/claims/1?status=submitted&order=newest");
        assert_eq!(
            along("/staff/claims/1", &Fields::default()),
            "/staff/claims/1"
        );
    }
}
