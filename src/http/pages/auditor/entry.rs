//! One entry: what it says, what it commits to, and the proof that it is in the published log.

use actix_web::web;
use askama::Template;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use crate::audit::entries::{self, Entry};
use crate::audit::format::entry::hash;
use crate::http::pages::auditor::{nav, published};
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;

/// That an entry is in the tree that a checkpoint signs.
struct Proof {
    size: u64,
    root: String,
    /// Hashes from the leaf's neighbour up, base64.
    hashes: Vec<String>,
    /// The signed checkpoint.
    note: String,
}

#[derive(Template)]
#[template(path = "auditor/entry.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    entry: Entry,
    /// Hash of its line, the leaf of the tree, hexadecimal.
    leaf: String,
    /// None until it is published.
    proof: Option<Proof>,
}

impl Page {
    /// What the entry says, by the names that its fields have.
    fn fields(&self) -> [(&'static str, &str); 10] {
        let entry = &self.entry;
        [
            ("action", &entry.action),
            ("actor", &entry.actor),
            ("role", &entry.role),
            ("case", &entry.case),
            ("subject", &entry.subject),
            ("table", &entry.table),
            ("op", &entry.op),
            ("key", &entry.key),
            ("request", &entry.request),
            ("row", &entry.row),
        ]
    }
}

pub async fn show(visit: Visit, entry: web::Path<u64>) -> Shown {
    let seq = *entry;
    let at = i64::try_from(seq).map_err(|_| crate::error::Error::NotFound)?;
    let (reader, entry) = visit.look(move |r| entries::one(r, at)).await?;
    let proof = published(&visit.app, move |store| {
        let Some((checkpoint, note)) = store.published_note()? else {
            return Ok(None);
        };
        let size = checkpoint.size;
        if seq >= size {
            return Ok(None);
        }
        let hashes = store.inclusion(seq, size)?;
        let base64 = |hash: &[u8; 32]| BASE64_STANDARD.encode(hash);
        Ok(Some(Proof {
            size,
            root: base64(&checkpoint.root),
            hashes: hashes.iter().map(base64).collect(),
            note,
        }))
    });
    let proof = proof.await?;
    let l = visit.browser.layout(reader);
    visit.browser.show(&Page {
        nav: nav(&l),
        leaf: hex::encode(hash(entry.line.as_bytes())),
        l,
        entry,
        proof,
    })
}
