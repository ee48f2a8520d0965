//! The published log: checkpoint and tiles as a static file server would answer them, and proofs
//! made out of the tiles. Hashes only: a holder of an entry can check it, and nobody learns one.

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::audit::format::entry::Hash;
use crate::audit::format::tiles::Tile;
use crate::audit::publish::store::Store;
use crate::audit::verify::page;
use crate::audit::{log_key, publish};
use crate::error::Error;
use crate::http::api::answer::Answer;
use crate::http::api::json::Query;
use crate::http::failure::Problem;
use crate::http::session::Call;
use crate::http::state::App;

/// A tile never changes: a cache may keep it for ever.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// A checkpoint is old after a second.
const BRIEFLY: &str = "no-cache";

fn failed(error: std::io::Error) -> Error {
    match error.kind() {
        std::io::ErrorKind::NotFound => Error::NotFound,
        _ => Error::internal(format!("the published log: {error}")),
    }
}

/// Reads the published log on a thread that may wait.
async fn read<T: Send + 'static>(
    app: &App,
    f: impl FnOnce(&Store) -> std::io::Result<T> + Send + 'static,
) -> Result<T, Error> {
    let store = app.store.clone();
    web::block(move || f(&store))
        .await
        .map_err(Error::internal)?
        .map_err(failed)
}

fn file(kind: &'static str, kept: &'static str, bytes: impl Into<web::Bytes>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(kind)
        .insert_header((header::CACHE_CONTROL, kept))
        .body(bytes.into())
}

/// The signed checkpoint.
#[utoipa::path(get, path = "/log/checkpoint", tag = "log",
    responses((status = 200, content_type = "text/plain", body = String),
        (status = 404, description = "Nothing is published yet", content_type = "application/problem+json", body = Problem)))]
pub async fn checkpoint(call: Call) -> Answer {
    let note = read(&call.app, Store::checkpoint)
        .await?
        .ok_or(Error::NotFound)?;
    Ok(file("text/plain; charset=utf-8", BRIEFLY, note))
}

/// The keys that signed and sign: vkeys, a line each, the last signs now; below each the statement
/// of the one before.
#[utoipa::path(get, path = "/log/keys", tag = "log", responses((status = 200, body = Vec<LogKey>)))]
pub async fn keys(call: Call) -> Answer {
    call.read(|r| {
        let keys = log_key::all(r)?.into_iter();
        let key = |(vkey, succession): (crate::audit::format::note::Vkey, String)| LogKey {
            fingerprint: vkey.fingerprint(),
            vkey: vkey.to_string(),
            succession: Some(succession).filter(|note| !note.is_empty()),
        };
        Ok(keys.map(key).collect::<Vec<_>>())
    })
    .await
}

/// The page that verifies receipts, as one file that works without network. The log's first key
/// stands in it: receipts lead on from that one.
#[utoipa::path(get, path = "/log/verify.html", tag = "log",
    responses((status = 200, content_type = "text/html", body = String)))]
pub async fn verifier(call: Call) -> Answer {
    let keys = call.app.db.read(&call.ticket, log_key::all).await?;
    let vkey = keys.first().map(|(vkey, _)| vkey.to_string());
    let page = page::offline(&vkey.unwrap_or_default());
    let mut saved = file("text/html; charset=utf-8", BRIEFLY, page);
    saved.headers_mut().insert(
        header::CONTENT_DISPOSITION,
        header::HeaderValue::from_static("attachment; filename=\"verify.html\""),
    );
    Ok(saved)
}

/// A key of the log.
#[derive(Serialize, ToSchema)]
pub struct LogKey {
    /// Name, key id and public key.
    vkey: String,
    /// SHA-256 of the vkey, for people to compare.
    fingerprint: String,
    /// Signed note by the key before.
    succession: Option<String>,
}

/// A tile of hashes.
#[utoipa::path(get, path = "/log/tile/{level}/{tile}", tag = "log",
    params(("level" = String, Path, description = "0 to 7, or `entries`"), ("tile" = String, Path, description = "Index in groups of three digits")),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>)))]
pub async fn tile(call: Call, path: web::Path<(String, String)>) -> Answer {
    let tile = Tile::parse(&format!("tile/{}/{}", path.0, path.1))
        .filter(|tile| tile.level.is_some())
        .ok_or(Error::NotFound)?;
    Ok(file(
        "application/octet-stream",
        FOR_EVER,
        read(&call.app, move |store| store.bytes(tile)).await?,
    ))
}

/// A bundle of entries, for auditors; for everybody where the registry publishes them.
#[utoipa::path(get, path = "/log/tile/entries/{tile}", tag = "log",
    params(("tile" = String, Path, description = "Index in groups of three digits")),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>)))]
pub async fn bundle(call: Call, path: web::Path<String>) -> Answer {
    let tile = Tile::parse(&format!("tile/entries/{path}")).ok_or(Error::NotFound)?;
    let size = read(&call.app, Store::published)
        .await?
        .map_or(0, |checkpoint| checkpoint.size);
    if Tile::at(None, tile.index, size).is_none_or(|there| there.width < tile.width) {
        return Err(Error::NotFound);
    }
    let kept = if call.app.public_entries {
        FOR_EVER
    } else {
        "private, no-store"
    };
    let bytes = call
        .app
        .db
        .read(&call.ticket, move |r| Ok(publish::bundle(r.conn(), tile)?))
        .await?;
    Ok(file("application/octet-stream", kept, bytes))
}

/// Of which tree.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OfSize {
    /// Its number of entries; that of the last checkpoint where left out.
    size: Option<u64>,
}

/// A proof out of the tree.
#[derive(Serialize, ToSchema)]
pub struct Proof {
    /// Number of the entry, or size of the older tree.
    from: u64,
    /// Size of the tree.
    size: u64,
    /// Root of the tree, base64.
    root: String,
    /// Hashes in base64, as RFC 6962 orders them.
    proof: Vec<String>,
    /// The signed checkpoint, where it is of this size.
    checkpoint: Option<String>,
}

async fn proof(
    call: &Call,
    from: u64,
    size: Option<u64>,
    make: fn(&Store, u64, u64) -> std::io::Result<Vec<Hash>>,
    most: u64,
) -> Answer {
    let proof = read(&call.app, move |store| {
        let (published, note) = store
            .published_note()?
            .map_or((0, None), |(checkpoint, note)| {
                (checkpoint.size, Some(note))
            });
        let size = size.unwrap_or(published);
        if size > published || from.checked_add(most).is_none_or(|end| end > size) {
            return Ok(None);
        }
        let proof = make(store, from, size)?
            .iter()
            .map(|hash| BASE64.encode(hash))
            .collect();
        Ok(Some(Proof {
            from,
            size,
            root: BASE64.encode(store.root(size)?),
            proof,
            checkpoint: note.filter(|_| size == published),
        }))
    });
    Ok(HttpResponse::Ok().json(proof.await?.ok_or(Error::NotFound)?))
}

/// Proof that an entry is in the log.
#[utoipa::path(get, path = "/log/proofs/inclusion/{entry}", tag = "log", params(("entry" = u64, Path), OfSize),
    responses((status = 200, body = Proof)))]
pub async fn inclusion(call: Call, entry: web::Path<u64>, of: Query<OfSize>) -> Answer {
    proof(&call, *entry, of.size, Store::inclusion, 1).await
}

/// Proof that the log continues what it was at an earlier size.
#[utoipa::path(get, path = "/log/proofs/consistency/{size}", tag = "log", params(("size" = u64, Path, description = "The earlier size"), OfSize),
    responses((status = 200, body = Proof)))]
pub async fn consistency(call: Call, earlier: web::Path<u64>, of: Query<OfSize>) -> Answer {
    proof(&call, *earlier, of.size, Store::consistency, 0).await
}
