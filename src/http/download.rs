//! Downloads, for the API and for pages: a receipt or another text; an export, on record before its
//! first byte, and with its end after its last.

use std::time::Duration;

use actix_web::http::header;
use actix_web::{HttpResponse, HttpResponseBuilder, web};
use tokio::sync::mpsc;

use crate::action::Action;
use crate::db::Ticket;
use crate::error::{Error, Unavailable};
use crate::exports::{self, Aborted, Begun, Format, Profile, Sink};
use crate::http::session::Call;
use crate::ids::DisclosureId;

/// A text to be kept, under a name of plain characters.
pub fn text(name: &str, text: String) -> HttpResponse {
    let disposition = (
        header::CONTENT_DISPOSITION,
        format!("attachment; filename=\"{name}\""),
    );
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header(disposition)
        .body(text)
}

/// Pieces of 64 KiB that may wait for the client.
const WAITING: usize = 2;

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

/// Streams an export to the lawyer who made it, once its download is on record.
pub async fn download(call: Call, id: DisclosureId) -> Result<HttpResponse, Error> {
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
pub fn described(
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
