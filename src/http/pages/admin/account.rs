//! One account of staff: its role, whether it can be used, its sessions, and the cases that it works
//! in.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::accounts::{Account, State, staff};
use crate::cases::{self, Case};
use crate::db::Write;
use crate::db::idempotency::Done;
use crate::error::Error;
use crate::http::pages::admin::accounts;
use crate::http::pages::admin::{nav, roles};
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::form::{Fields, Nothing, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::AccountId;

#[derive(Template)]
#[template(path = "admin/account.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    account: Account,
    /// Whether it is the one that looks.
    own: bool,
    cases: Vec<(Case, Vec<AccountId>)>,
    fields: Fields,
}

impl Page {
    fn roles(&self) -> Vec<(String, String)> {
        roles(&self.l)
    }

    fn name(&self) -> &str {
        let account = &self.account;
        let name = account.name.as_ref().map(|name| name.as_str());
        name.unwrap_or(account.address())
    }

    fn is_active(&self) -> bool {
        self.account.state == State::Active
    }

    /// Every case, and whether the account works in it.
    fn cases(&self) -> impl Iterator<Item = (&Case, bool)> {
        let works = |staff: &[AccountId]| staff.contains(&self.account.id);
        self.cases
            .iter()
            .map(move |(case, staff)| (case, works(staff)))
    }
}

async fn page(visit: &Visit, id: AccountId, typed: Option<(StatusCode, Fields)>) -> Shown {
    let read = visit.look(move |r| {
        let all = staff::list(r)?;
        let account = all.into_iter().find(|account| account.id == id);
        let own = r.account()? == id;
        Ok((account.ok_or(Error::NotFound)?, own, accounts::cases(r)?))
    });
    let (reader, (account, own, cases)) = read.await?;
    let l = visit.browser.layout(reader);
    let (status, fields) = typed.unwrap_or_else(|| {
        let role = account.role.as_str().to_owned();
        (StatusCode::OK, Fields::stored([("role", Some(role))]))
    });
    let nav = nav(&l);
    let page = Page {
        l,
        nav,
        account,
        own,
        cases,
        fields,
    };
    visit.browser.show_as(status, &page)
}

pub async fn show(visit: Visit, account: web::Path<AccountId>) -> Shown {
    page(&visit, *account, None).await
}

fn back(id: AccountId) -> Done {
    on_to(format!("/administration/accounts/{id}"))
}

/// Where a change was refused, the page says why.
async fn or_refused<T>(sent: &Sent<T>, id: AccountId, done: Shown) -> Shown {
    match done {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let refused = sent.refused(error)?;
            page(&sent.visit, id, Some((refused.status, refused.fields))).await
        }
    }
}

/// A role to give.
#[derive(Deserialize, Clone, Default)]
#[serde(default)]
pub struct RoleForm {
    role: String,
}

/// Gives the account another role.
pub async fn set_role(sent: Sent<RoleForm>, account: web::Path<AccountId>) -> Shown {
    let (id, form) = (*account, sent.value.clone());
    let set = move |w: &mut Write| {
        let role = form.role.parse();
        let role = role.map_err(|_| Error::invalid("role", "choice-missing"))?;
        staff::set_role(w, id, role).map(|()| back(id))
    };
    let done = sent.change(set).await;
    or_refused(&sent, id, done).await
}

/// A state to set.
#[derive(Deserialize, Clone, Default)]
#[serde(default)]
pub struct StateForm {
    state: String,
}

/// Enables or disables the account.
pub async fn set_state(sent: Sent<StateForm>, account: web::Path<AccountId>) -> Shown {
    let (id, form) = (*account, sent.value.clone());
    let set = move |w: &mut Write| {
        let state = form.state.parse();
        let state = state.map_err(|_| Error::invalid("state", "choice-missing"))?;
        staff::set_state(w, id, state).map(|()| back(id))
    };
    let done = sent.change(set).await;
    or_refused(&sent, id, done).await
}

/// Ends every session of the account.
pub async fn end_sessions(sent: Sent<Nothing>, account: web::Path<AccountId>) -> Shown {
    let id = *account;
    let end = move |w: &mut Write| staff::end_sessions(w, id).map(|()| back(id));
    sent.change(end).await
}

type InCase = web::Path<(AccountId, String)>;

/// Assigns the account to a case.
pub async fn assign(sent: Sent<Nothing>, at: InCase) -> Shown {
    let (id, case) = at.into_inner();
    let assign = move |w: &mut Write| {
        let case = cases::id(w, &case)?;
        cases::assign(w, case, id).map(|()| back(id))
    };
    let done = sent.change(assign).await;
    or_refused(&sent, id, done).await
}

/// Takes the account off a case.
pub async fn unassign(sent: Sent<Nothing>, at: InCase) -> Shown {
    let (id, case) = at.into_inner();
    let unassign = move |w: &mut Write| {
        let case = cases::id(w, &case)?;
        cases::unassign(w, case, id).map(|()| back(id))
    };
    sent.change(unassign).await
}
