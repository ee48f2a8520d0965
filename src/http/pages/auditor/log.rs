//! Where the log stands: head, what waits, the published checkpoint, witnesses and time stamps with
//! their age.

use askama::Template;
use chrono::{DateTime, Utc};

use crate::audit::format::checkpoint::Checkpoint;
use crate::audit::format::note::Vkey;
use crate::audit::log_key;
use crate::audit::overview::{self, Outsiders};
use crate::cases::{self, Case};
use crate::http::pages::auditor::{ago, checkpoint, nav};
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;

#[derive(Template)]
#[template(path = "auditor/log.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    log: Outsiders,
    published: Option<(Checkpoint, String)>,
    keys: Vec<Vkey>,
    cases: Vec<Case>,
    now: DateTime<Utc>,
}

impl Page {
    fn age(&self, at: &DateTime<Utc>) -> String {
        ago(&self.l, self.now, *at)
    }
}

pub async fn show(visit: Visit) -> Shown {
    let published = checkpoint(&visit.app).await?;
    let size = published.as_ref().map(|(checkpoint, _)| checkpoint.size);
    let read = visit.look(move |r| {
        let keys = log_key::all(r)?.into_iter().map(|(vkey, _)| vkey).collect();
        let log = overview::outside(r, size)?;
        Ok((log, keys, cases::own::list(r)?, r.now()))
    });
    let (reader, (log, keys, cases, now)) = read.await?;
    let l = visit.browser.layout(reader);
    visit.browser.show(&Page {
        nav: nav(&l),
        l,
        log,
        published,
        keys,
        cases,
        now,
    })
}
