//! The accounts of staff, with the cases that each works in.

use askama::Template;

use crate::accounts::{Account, staff};
use crate::cases::{self, Case};
use crate::db::Read;
use crate::error::Error;
use crate::http::pages::admin::nav;
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;
use crate::ids::AccountId;

#[derive(Template)]
#[template(path = "admin/accounts.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    accounts: Vec<Account>,
    cases: Vec<(Case, Vec<AccountId>)>,
}

impl Page {
    fn cases_of(&self, account: &Account) -> String {
        let of = self
            .cases
            .iter()
            .filter(|(_, staff)| staff.contains(&account.id));
        let titles: Vec<&str> = of.map(|(case, _)| self.l.both(&case.title)).collect();
        titles.join(", ")
    }
}

/// Every case with who works in it.
pub(super) fn cases(r: &mut Read) -> Result<Vec<(Case, Vec<AccountId>)>, Error> {
    let cases = cases::list(r)?;
    let staffed = |case: Case| Ok((cases::staff(r, case.id)?, case));
    let staffed: Result<Vec<_>, Error> = cases.into_iter().map(staffed).collect();
    Ok(staffed?
        .into_iter()
        .map(|(staff, case)| (case, staff))
        .collect())
}

pub async fn show(visit: Visit) -> Shown {
    let read = visit.look(|r| Ok((staff::list(r)?, cases(r)?)));
    let (reader, (accounts, cases)) = read.await?;
    let l = visit.browser.layout(reader);
    visit.browser.show(&Page {
        nav: nav(&l),
        l,
        accounts,
        cases,
    })
}
