//! The log as strangers see it: what was signed, by which key, who outside has seen it, and the
//! commands that check it.

use actix_web::{HttpRequest, web};
use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::audit::format::checkpoint::Checkpoint;
use crate::audit::log_key;
use crate::audit::outsiders::timestamp::{self, Stamped};
use crate::audit::outsiders::witness::{self, Standing};
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;

/// A key of the log.
struct Key {
    vkey: String,
    fingerprint: String,
    /// The key before it said that this one follows.
    named: bool,
}

#[derive(Template)]
#[template(path = "public/log.html")]
struct Page {
    l: Layout,
    /// What was signed last, and the note as it was signed.
    head: Option<(Checkpoint, String)>,
    /// The keys in their order; the last signs now.
    keys: Vec<Key>,
    witnesses: Vec<Standing>,
    stamp: Option<Stamped>,
    /// Where the registry is.
    address: String,
    /// Whether the entries are everybody's.
    entries: bool,
}

impl Page {
    fn root(&self, head: &Checkpoint) -> String {
        BASE64.encode(head.root)
    }

    fn stamped(&self, stamp: &Stamped) -> String {
        let time = ("time", self.l.time(&stamp.at));
        self.l
            .t2("public-log-stamp", time, ("authority", &stamp.authority))
    }

    fn now(&self) -> &str {
        self.keys.last().map_or("", |key| &key.vkey)
    }
}

pub async fn show(visit: Visit, request: HttpRequest) -> Shown {
    let store = visit.app.store.clone();
    // not readable is as good as not published: whether the registry is well, /readyz says
    let head = web::block(move || store.published_note())
        .await
        .map_err(Error::internal)?
        .ok()
        .flatten();
    let read = visit.look(|r| {
        let keys = log_key::all(r)?;
        Ok((keys, witness::standing(r)?, timestamp::newest(r)?))
    });
    let (reader, (keys, witnesses, stamp)) = read.await?;
    visit.browser.show(&Page {
        l: visit.browser.layout(reader),
        head,
        keys: keys
            .into_iter()
            .map(|(vkey, succession)| Key {
                fingerprint: vkey.fingerprint(),
                vkey: vkey.to_string(),
                named: !succession.is_empty(),
            })
            .collect(),
        witnesses,
        stamp,
        address: visit.address(&request),
        entries: visit.app.public_entries,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::pages::layout::rendered;
    use crate::text::Language;

    fn page(language: Language) -> Page {
        Page {
            l: Layout::of_test(language),
            head: None,
            keys: Vec::new(),
            witnesses: Vec::new(),
            stamp: None,
            address: "https://registry.example".into(),
            entries: false,
        }
    }

    #[test]
    fn a_log_that_was_never_published_says_so() {
        let html = page(Language::Korean).render().unwrap();
        assert!(html.contains("아직 공개된 것이 없습니다"));
        assert!(!html.contains("app-command"), "there is nothing to check");
    }

    #[test]
    fn a_log_with_everything_shows_everything() {
        let mut page = page(Language::English);
        let head = Checkpoint {
            origin: "registry.example/log".into(),
            size: 7,
            root: [7; 32],
        };
        page.head = Some((head, "registry.example/log\n7\n…\n".into()));
        let key = |vkey: &str, named| Key {
            vkey: vkey.into(),
            fingerprint: "ab".repeat(32),
            named,
        };
        page.keys = vec![key("first+1+A", false), key("second+2+B", true)];
        let at = "2026-03-01T00:00:00Z".parse().unwrap();
        page.witnesses = vec![Standing {
            name: "expert".into(),
            vkey: "w+3+C".into(),
            url: "https://w.example".into(),
            cosigned_size: Some(6),
            cosigned_at: Some(at),
            fault: Some("it did not answer".into()),
            fault_at: Some(at),
            alarm: true,
        }];
        page.stamp = Some(Stamped {
            size: 5,
            at,
            authority: "https://tsa.example".into(),
        });
        let html = rendered(&page);
        for words in [
            "mirror https://registry.example/log mirror --vkey 'second+2+B'",
            "first+1+A",
            "has reported a record",
            "1 March 2026, 09:00 (Korean time)",
            "There were 5 entries",
        ] {
            assert!(html.contains(words), "{words}: {html}");
        }
        assert!(
            !html.contains("did not answer"),
            "faults are the operator's affair"
        );
    }
}
