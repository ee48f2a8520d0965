//! Files of a browser without scripts: their SHA-256 is computed while they arrive, and nothing of
//! them is kept.

use std::time::Duration;

use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::HttpRequest;
use actix_web::dev::Payload;
use futures_util::{Stream, StreamExt};
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

use crate::error::{Error, Fault, Unavailable};

/// Bytes that the files of a form have at most, all together.
const MOST: usize = 50 << 20;
/// Bytes of the fields beside them.
const MOST_WORDS: usize = 64 << 10;
/// Forms with files that are read at the same time. None holds more than a piece in memory: this
/// bounds the time that hashing takes away from everything else.
static READING: Semaphore = Semaphore::const_new(8);
/// How long one waits for the others.
const PATIENCE: Duration = Duration::from_secs(5);
/// Within which the files of a form must have arrived, and other people get their turn.
const DEADLINE: Duration = Duration::from_secs(5 * 60);

/// What was typed, in order.
type Words = Vec<(String, String)>;

/// Reads a form. A file becomes four fields: `file_name`, `media_type`, `size_bytes`, `sha256`.
/// `ours` looks at the fields before the first file; `pause` is how long the sender may be silent.
///
/// # Errors
/// 400, 408 or 413 where it breaks off, is too slow or too large; `Unavailable` where too many are
/// read.
pub async fn read(
    request: &HttpRequest,
    payload: Payload,
    pause: Duration,
    ours: impl Fn(&[(String, String)]) -> Result<(), Error>,
) -> Result<Words, Error> {
    let parts = Multipart::new(request.headers(), payload);
    tokio::time::timeout(DEADLINE, parts_of(parts, pause, ours))
        .await
        .map_err(|_| slow())?
}

async fn parts_of(
    mut parts: Multipart,
    pause: Duration,
    ours: impl Fn(&[(String, String)]) -> Result<(), Error>,
) -> Result<Words, Error> {
    let (mut words, mut left) = (Words::new(), MOST);
    let mut turn = None;
    while let Some(mut part) = next(&mut parts, pause).await? {
        let name = part.name().unwrap_or_default().to_owned();
        let file = part.content_disposition().and_then(|of| of.get_filename());
        let Some(file) = file.map(named) else {
            let text = text(&mut part, pause).await?;
            words.push((name, text));
            continue;
        };
        ours(&words)?;
        if turn.is_none() {
            let permit = tokio::time::timeout(PATIENCE, READING.acquire()).await;
            turn = Some(permit.map_err(|_| Error::Unavailable(Unavailable::Busy))?);
        }
        let kind = part.content_type().map(ToString::to_string);
        let (size, hash) = hash(&mut part, pause, &mut left).await?;
        // a form in which no file was chosen brings one without name and contents
        if !file.is_empty() {
            words.extend([
                ("file_name".into(), file),
                ("media_type".into(), kind.unwrap_or_default()),
                ("size_bytes".into(), size.to_string()),
                ("sha256".into(), hash),
            ]);
        }
    }
    Ok(words)
}

/// The name of a file, in which browsers write quotation marks in code, and some the folder too.
fn named(sent: &str) -> String {
    let name = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    name.replace("%22", "\"")
}

async fn text(part: &mut Field, pause: Duration) -> Result<String, Error> {
    let mut bytes = Vec::new();
    while let Some(piece) = next(part, pause).await? {
        if bytes.len() + piece.len() > MOST_WORDS {
            return Err(large(MOST_WORDS));
        }
        bytes.extend_from_slice(&piece);
    }
    String::from_utf8(bytes).map_err(|_| broken())
}

async fn hash(
    part: &mut Field,
    pause: Duration,
    left: &mut usize,
) -> Result<(usize, String), Error> {
    let (mut hash, mut size) = (Sha256::new(), 0);
    while let Some(piece) = next(part, pause).await? {
        *left = left.checked_sub(piece.len()).ok_or_else(|| large(MOST))?;
        size += piece.len();
        hash.update(&piece);
    }
    Ok((size, hex::encode(hash.finalize())))
}

/// The next piece, unless the sender is silent for too long.
async fn next<T>(
    pieces: &mut (impl Stream<Item = Result<T, MultipartError>> + Unpin),
    pause: Duration,
) -> Result<Option<T>, Error> {
    let piece = tokio::time::timeout(pause, pieces.next()).await;
    let piece = piece.map_err(|_| slow())?.transpose();
    piece.map_err(|_| broken())
}

fn slow() -> Error {
    Error::Malformed(408, Fault::new("", "body-slow"))
}

fn broken() -> Error {
    Error::Malformed(400, Fault::new("", "body-broken"))
}

fn large(most: usize) -> Error {
    Error::Malformed(413, Fault::new("", "body-large").with("kib", most >> 10))
}
