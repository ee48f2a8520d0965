//! The entries of the log, the last first, by what was done, in which table and when.

use askama::Template;

use crate::action::Action;
use crate::audit::entries::{self, Entry, Filter};
use crate::audit::format::entry::allowed;
use crate::error::{Error, Fault};
use crate::http::pages::asked::{Asked, address};
use crate::http::pages::auditor::nav;
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::form::Fields;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;
use crate::input::{self, Faults};
use crate::law::day_begins_in_korea;

/// Entries a page.
const MOST: i64 = 50;
/// The fields of the filter.
const FIELDS: [&str; 5] = ["action", "table", "subject", "from", "until"];

#[derive(Template)]
#[template(path = "auditor/entries.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    fields: Fields,
    tables: Vec<String>,
    entries: Vec<Entry>,
}

impl Page {
    /// What can have been done.
    fn actions(&self) -> Vec<&'static str> {
        let mut actions: Vec<&str> = Action::ALL.iter().map(|action| action.as_str()).collect();
        actions.push("unattributed");
        actions
    }

    fn given(&self) -> impl Iterator<Item = (&str, &str)> {
        let named: [&str; 5] = FIELDS;
        named
            .into_iter()
            .map(|name| (name, self.fields.value(name)))
    }

    /// The page that goes on to older entries.
    fn older(&self) -> Option<String> {
        let full = self.entries.len() as i64 >= MOST;
        let last = self.entries.last().filter(|_| full)?.seq.to_string();
        let before = ("before", last.as_str());
        Some(address("/audit/entries", self.given().chain([before])))
    }

    /// The page of the newest ones, where this is a later one.
    fn newest(&self) -> Option<String> {
        let later = !self.fields.value("before").is_empty();
        later.then(|| address("/audit/entries", self.given()))
    }
}

fn filter(fields: &Fields) -> Result<Filter, Error> {
    let text = |name| Some(fields.value(name)).filter(|value| !value.is_empty());
    let mut faults = Faults::default();
    let from = faults.optional(text("from"), |typed| input::date("from", typed));
    let until = faults.optional(text("until"), |typed| {
        let next = input::date("until", typed)?.succ_opt();
        next.ok_or_else(|| Fault::new("until", "date"))
    });
    for name in ["action", "table", "subject"] {
        let word = fields.value(name).bytes().all(allowed);
        faults.demand(word, name, "choice-missing");
    }
    let (from, until) = faults.finish((from, until))?;
    Ok(Filter {
        action: text("action").map(Into::into),
        table: text("table").map(Into::into),
        subject: text("subject").map(Into::into),
        from: from.map(day_begins_in_korea),
        until: until.map(day_begins_in_korea),
    })
}

pub async fn show(visit: Visit, asked: Asked) -> Shown {
    let Asked(mut fields) = asked;
    let before: Option<i64> = fields.value("before").parse().ok();
    let filter = match filter(&fields) {
        Ok(filter) => Some(filter),
        Err(error) => {
            fields.refuse(visit.browser.language, &error);
            None
        }
    };
    let read = visit.look(move |r| {
        let found = filter.map(|filter| entries::list(r, &filter, before, MOST));
        Ok((found.transpose()?, entries::tables(r)?))
    });
    let (reader, (found, tables)) = read.await?;
    let l = visit.browser.layout(reader);
    visit.browser.show(&Page {
        nav: nav(&l),
        l,
        fields,
        tables,
        entries: found.unwrap_or_default(),
    })
}
