//! Exports for lawyers: made with a reason, then downloaded in a stream. Each download is on record
//! before its first byte.

use std::time::Duration;

use actix_web::http::header;
use actix_web::{HttpResponse, HttpResponseBuilder, web};
use serde::Deserialize;
use tokio::sync::mpsc;
use utoipa::{IntoParams, ToSchema};

use crate::action::Action;
use crate::cases;
use crate::claims::Filter;
use crate::db::{Read, Ticket};
use crate::disclosures::request::DisclosureInput;
use crate::disclosures::{self, Disclosed, Purpose, Standing};
use crate::error::{Error, Unavailable};
use crate::exports::{self, Aborted, Begun, Format, Profile, Sink};
use crate::http::api::answer::{Answer, Page, USUAL, created};
use crate::http::api::json::{Input, Query};
use crate::http::session::Call;
use crate::ids::{ClaimId, DisclosureId};

/// Pieces of 64 KiB that may wait for the client.
const WAITING: usize = 2;

/// What to export, for what and why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportInput {
    /// What it is for; decides the columns.
    profile: Profile,
    /// The kind of file.
    format: Format,
    /// Why, in at least 10 characters; the claimants read it.
    reason: String,
    /// The claims that fit; all of them where neither this nor `claims` is given.
    #[serde(default)]
    filter: Option<Filter>,
    /// These claims and no others.
    #[serde(default)]
    claims: Option<Vec<ClaimId>>,
    /// What a claim has to be: accepted with its mandate in force where left out, unless the filter
    /// names another status.
    #[serde(default)]
    standing: Option<Standing>,
    /// That a number in the words which looks like a resident registration number is none, such as
    /// that of an order.
    #[serde(default)]
    no_resident_number: bool,
}

/// Makes an export: its members are frozen now, its content is under `/content` of it.
#[utoipa::path(post, path = "/api/v1/cases/{case}/exports", tag = "exports", request_body = ExportInput,
    params(("case" = String, Path)),
    responses((status = 201)))]
pub async fn make(call: Call, case: web::Path<String>, input: Input<ExportInput>) -> Answer {
    let ExportInput {
        profile,
        format,
        reason,
        filter,
        claims,
        standing,
        no_resident_number,
    } = input.value;
    let request = DisclosureInput {
        reason,
        claims,
        filter,
        search: None,
        no_resident_number,
    }
    .parse_export(standing)?;
    call.change(input.digest, move |w| {
        let case = cases::id(w, &case)?;
        let account = w.account()?;
        let id = disclosures::make(w, account, case, Some((profile, format)), &request)?;
        Ok(created(format!("/api/v1/exports/{id}")))
    })
    .await
}

/// Which page.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Pages {
    /// Id of the last one of the page before.
    #[serde(default)]
    pub after: Option<DisclosureId>,
    /// Items a page, 1 to 200; 50 where left out.
    #[serde(default)]
    pub limit: Option<i64>,
}

/// The exports of a case with their downloads, the newest first.
#[utoipa::path(get, path = "/api/v1/cases/{case}/exports", tag = "exports", params(("case" = String, Path), Pages),
    responses((status = 200, body = Page<Disclosed>)))]
pub async fn list(call: Call, case: web::Path<String>, pages: Query<Pages>) -> Answer {
    call.read(move |r| {
        let case = cases::id(r, &case)?;
        let limit = pages.limit.unwrap_or(USUAL);
        let exports = disclosures::list(r, case, Some(Purpose::Export), pages.after, limit)?;
        Ok(Page::of(exports, pages.limit, |export| export.id.0))
    })
    .await
}

/// Hands pieces to the client and gives up on one that takes nothing.
struct ToClient {
    sender: mpsc::Sender<Result<web::Bytes, Error>>,
    runtime: tokio::runtime::Handle,
    stall: Duration,
}

impl ToClient {
    fn hand(&self, piece: Result<web::Bytes, Error>) -> Result<(), Aborted> {
        let sent = self
            .runtime
            .block_on(async { tokio::time::timeout(self.stall, self.sender.send(piece)).await });
        sent.map_err(|_| Aborted)?.map_err(|_| Aborted)
    }
}

impl Sink for ToClient {
    fn send(&mut self, chunk: Vec<u8>) -> Result<(), Aborted> {
        self.hand(Ok(chunk.into()))
    }
}

/// Streams an export to the lawyer who made it. SHA-256 and number of rows are recorded at the end,
/// and whether it was reached.
#[utoipa::path(get, path = "/api/v1/exports/{export}/content", tag = "exports", params(("export" = DisclosureId, Path)),
    responses((status = 200, description = "The file")))]
pub async fn content(call: Call, export: web::Path<DisclosureId>) -> Answer {
    let id = *export;
    if !call.headers_only {
        return download(call, id).await;
    }
    let offered = move |r: &mut Read| exports::offered(r, id);
    let (profile, format, key) = call.app.db.read(&call.ticket, offered).await?;
    Ok(described(id, profile, format, key).finish())
}

/// Streams an export to the lawyer who made it, once its download is on record.
pub async fn download(call: Call, id: DisclosureId) -> Answer {
    let permit = call.app.exports.permit().await?;
    let begun = call
        .app
        .db
        .write(&call.ticket, Action::ExportDownload, move |w| {
            exports::begin_download(w, id)
        })
        .await?;
    let (sender, receiver) = mpsc::channel(WAITING);
    let (profile, format) = (begun.profile, begun.format);
    let client = ToClient {
        sender,
        runtime: tokio::runtime::Handle::current(),
        stall: call.app.export_stall,
    };
    // detached: a client that goes away must not keep the end from being recorded
    let begun_key = begun.fingerprint.clone();
    drop(web::block(move || {
        let _permit = permit;
        send(&call, &begun, client);
    }));
    let pieces = futures_util::stream::unfold(receiver, |mut receiver| async move {
        receiver.recv().await.map(|piece| (piece, receiver))
    });
    Ok(described(id, profile, format, begun_key).streaming(pieces))
}

/// The headers of a file. The key stays with it: in its name as far as people compare it, whole in
/// a header of its own.
fn described(
    id: DisclosureId,
    profile: Profile,
    format: Format,
    key: String,
) -> HttpResponseBuilder {
    let name = format!(
        "attachment; filename=\"{}-{id}-key-{}.{}\"",
        profile.as_str(),
        &key[..16],
        format.extension()
    );
    let mut answer = HttpResponse::Ok();
    answer
        .content_type(format.media_type())
        .insert_header((header::CONTENT_DISPOSITION, name))
        .insert_header(("Log-Key-Fingerprint", key));
    answer
}

fn send(call: &Call, begun: &Begun, mut client: ToClient) {
    let app = &call.app;
    let streamed = app
        .exports
        .checkout()
        .and_then(|mut conn| exports::stream(&mut conn, app.db.vault(), begun, &mut client));
    let ticket = Ticket {
        request: call.ticket.request,
        ..Ticket::program()
    };
    let outcome = streamed.as_ref().ok().copied();
    // recorded before the last chunk's end reaches the client: a complete file is on record as
    // complete
    if let Err(error) = app.db.write_now(&ticket, Action::ExportDownload, |w| {
        exports::end_download(w, begun.id, outcome)
    }) {
        tracing::error!(request = %ticket.request, error = ?error, "the end of a download was not recorded; it stays as begun");
    }
    if let Err(error) = streamed {
        tracing::warn!(request = %ticket.request, error = ?error, "a download was broken off");
        // an error ends the connection without the last chunk: the client sees that the file is not
        // whole
        let _ = client.hand(Err(Error::Unavailable(Unavailable::Aborted)));
    }
}
