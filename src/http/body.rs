//! The bytes of a body, with a limit and a deadline.

use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::{HttpRequest, web};
use futures_util::StreamExt;

use crate::error::{Error, Fault};
use crate::http::state::App;

/// Reads a body of at most so many bytes.
///
/// # Errors
/// 408 where it takes too long, 413 where it is longer, 400 where it breaks off.
pub fn read(
    request: &HttpRequest,
    payload: &mut Payload,
    most: usize,
) -> impl Future<Output = Result<Vec<u8>, Error>> + use<> {
    let deadline = request
        .app_data::<web::Data<App>>()
        .map_or(Duration::from_secs(15), |app| app.body_deadline);
    let payload = payload.take();
    // actix closes slow headers by itself, but waits for a slow body as long as it likes
    async move {
        tokio::time::timeout(deadline, collect(payload, most))
            .await
            .map_err(|_| Error::Malformed(408, Fault::new("", "body-slow")))?
    }
}

async fn collect(mut payload: Payload, most: usize) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Error::Malformed(400, Fault::new("", "body-broken")))?;
        if bytes.len() + chunk.len() > most {
            return Err(Error::Malformed(
                413,
                Fault::new("", "body-large").with("kib", most / 1024),
            ));
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}
