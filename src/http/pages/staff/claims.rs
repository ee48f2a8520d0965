//! The claims of a case as a table: filtered, sorted, in pages, without anybody's identity. What was
//! chosen stands in the address.

use std::collections::BTreeSet;

use actix_web::web;
use askama::Template;

use crate::cases::{self, Case, OptionKind};
use crate::claims::list::{self, Cursor};
use crate::claims::order::Order;
use crate::claims::recent::Recent;
use crate::claims::{self, Business, Claim, Filter};
use crate::db::Read;
use crate::error::Error;
use crate::http::pages::asked::{Asked, address};
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::form::Fields;
use crate::http::pages::layout::Layout;
use crate::http::pages::staff::filter::{self, Choices};
use crate::http::pages::staff::{name_of, nav};
use crate::http::pages::visit::{Visit, go};
use crate::ids::ClaimId;
use crate::law::day_in_korea;
use crate::role::Role;

/// Claims a page.
const MOST: i64 = 50;

#[derive(Template)]
#[template(path = "staff/claims.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    case: Case,
    fields: Fields,
    choices: Choices,
    /// What was found; none where the filter is not one.
    found: Option<Found>,
}

struct Found {
    hits: i64,
    page: list::Page,
}

impl Page {
    fn path(&self) -> String {
        format!("/staff/cases/{}/claims", self.case.code)
    }

    /// Whether something of the filter was filled in.
    fn narrowed(&self) -> bool {
        filter::given(&self.fields).next().is_some()
    }

    /// The same claims in that order, from the first on.
    fn sorted(&self, order: &Order) -> String {
        let chosen = filter::given(&self.fields);
        address(&self.path(), chosen.chain([("order", order.as_str())]))
    }

    fn order(&self) -> Order {
        order(&self.fields)
    }

    fn beside(&self, there: bool, field: &'static str, claim: Option<&Claim>) -> Option<String> {
        let claim = claim.filter(|_| there)?.id.to_string();
        let chosen = filter::given(&self.fields);
        let order = ("order", self.fields.value("order"));
        Some(address(
            &self.path(),
            chosen.chain([order, (field, claim.as_str())]),
        ))
    }

    fn earlier(&self) -> Option<String> {
        let page = &self.found.as_ref()?.page;
        self.beside(page.earlier, "before", page.claims.first())
    }

    fn later(&self) -> Option<String> {
        let page = &self.found.as_ref()?.page;
        self.beside(page.later, "after", page.claims.last())
    }

    /// Where a claim stands, with the way back to this list.
    fn one(&self, claim: &Claim) -> String {
        let path = format!("/staff/claims/{}", claim.id);
        let order = ("order", self.order().as_str());
        address(&path, filter::given(&self.fields).chain([order]))
    }

    /// Where the claims that fit are exported.
    fn export(&self) -> String {
        let path = format!("/staff/cases/{}/exports/new", self.case.code);
        address(&path, filter::given(&self.fields))
    }

    /// Where somebody writes to those who fit.
    fn message(&self) -> String {
        let path = format!("/staff/cases/{}/messages/new", self.case.code);
        address(&path, filter::given(&self.fields))
    }

    fn is_lawyer(&self) -> bool {
        self.l.role == Some(Role::Lawyer)
    }

    /// What the businesses have in that, each once.
    fn of_businesses(&self, claim: &Claim, what: impl Fn(&Business) -> Option<String>) -> String {
        let values: BTreeSet<String> = claim.businesses.iter().filter_map(what).collect();
        Vec::from_iter(values).join(", ")
    }

    fn industry(&self, claim: &Claim) -> String {
        let name = |code: &String| name_of(&self.l, &self.case, OptionKind::Industry, code).into();
        self.of_businesses(claim, |one| one.industry.as_ref().map(name))
    }

    fn region(&self, claim: &Claim) -> String {
        self.of_businesses(claim, |one| {
            let region = one.region?;
            Some(self.l.of("region", region.as_str()))
        })
    }

    fn services(&self, claim: &Claim) -> String {
        let name = |code| name_of(&self.l, &self.case, OptionKind::Service, code);
        let names: Vec<&str> = claim
            .services
            .iter()
            .map(|used| name(&used.service))
            .collect();
        names.join(", ")
    }

    fn submitted(&self, claim: &Claim) -> String {
        let day = claim.submitted_at.map(day_in_korea);
        day.map_or_else(String::new, |day| self.l.day(&day))
    }
}

fn order(fields: &Fields) -> Order {
    fields.value("order").parse().unwrap_or(Order::Oldest)
}

fn cursor(fields: &Fields) -> Cursor {
    let claim = |field| fields.value(field).parse::<ClaimId>().ok();
    match (claim("after"), claim("before")) {
        (Some(after), _) => Cursor::After(after),
        (_, Some(before)) => Cursor::Before(before),
        _ => Cursor::First,
    }
}

fn find(
    r: &mut Read,
    counts: &Recent,
    case: &Case,
    filter: &Filter,
    fields: &Fields,
) -> Result<Found, Error> {
    let hits = counts.hits(r, case.id, filter)?;
    let (order, cursor) = (order(fields), cursor(fields));
    Ok(Found {
        page: list::page(r, case.id, filter, Some(&hits), order, cursor, MOST)?,
        hits: hits.count(),
    })
}

/// The claim of a number; another case's is not found here.
fn numbered(r: &mut Read, case: &Case, typed: &str) -> Result<ClaimId, Error> {
    let found = claims::by_number(r, typed)
        .and_then(|(claim, of)| (of == case.id).then_some(claim).ok_or(Error::NotFound));
    found.map_err(|error| error.or_absent("number", "no-claim"))
}

enum Answer {
    One(ClaimId),
    Many(Result<Found, Error>),
}

pub async fn show(visit: Visit, case: web::Path<String>, asked: Asked) -> Shown {
    let Asked(fields) = asked;
    let app = visit.app.clone();
    let read = visit.look(move |r| {
        let case = cases::own::get(r, &case)?;
        let typed = fields.value("number").trim();
        let answer = if typed.is_empty() {
            let filter = filter::of(&fields);
            Answer::Many(filter.and_then(|filter| find(r, &app.counts, &case, &filter, &fields)))
        } else {
            match numbered(r, &case, typed) {
                Ok(claim) => Answer::One(claim),
                Err(error) => Answer::Many(Err(error)),
            }
        };
        Ok((case, fields, answer))
    });
    let (reader, (case, mut fields, answer)) = read.await?;
    let l = visit.browser.layout(reader);
    let found = match answer {
        Answer::One(claim) => return Ok(go(&format!("/staff/claims/{claim}")).finish()),
        Answer::Many(Ok(found)) => Some(found),
        Answer::Many(Err(error @ (Error::Invalid(_) | Error::Malformed(..)))) => {
            fields.refuse(l.language, &error);
            None
        }
        Answer::Many(Err(error)) => return Err(error),
    };
    let page = Page {
        nav: nav(&l, &case),
        choices: Choices::of(&l, &case),
        case,
        fields,
        found,
        l,
    };
    visit.browser.show(&page)
}
