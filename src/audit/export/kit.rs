//! The auditor's kit: a folder with all that is needed to verify the log on a machine without
//! network and registry. Nobody's personal data is in it: entries hold none, and checkpoints, keys
//! and time stamps are everybody's.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use diesel::pg::Pg;
use diesel::prelude::*;

use crate::audit::export;
use crate::audit::format::checkpoint::{Checkpoint, proof_lines};
use crate::audit::format::note::{Note, Vkey};
use crate::audit::publish::store::Store;
use crate::audit::verify::page;
use crate::db::schema::{consent_text, cosigned_checkpoint, time_stamp};
use crate::error::Error;
use crate::input::Sha256;

/// The verifier that stands alone.
const SCRIPT: &str = include_str!("../../../docs/verify.py");
/// The format, for those who write a verifier of their own.
const FORMAT: &str = include_str!("../../../docs/audit-log.md");
const README_KO: &str = include_str!("../../../web/kit/README.ko.md");
const README_EN: &str = include_str!("../../../web/kit/README.en.md");

fn failed(error: io::Error) -> Error {
    Error::operator(format!("the kit: {error}"))
}

/// What was written.
pub struct Written {
    /// Size of the signed tree; the log may have a few entries more.
    pub checkpoint: Checkpoint,
    /// Checkpoints that outsiders signed.
    pub cosigned: usize,
    /// Time stamps.
    pub tokens: usize,
}

/// Writes the kit into a directory that must not exist yet. `keys` are the log's keys in their
/// order, each with the statement that names it; `policy` says whose signatures count.
///
/// # Errors
/// `Operator` where the directory exists or cannot be written, and where nothing is published.
pub fn write(
    conn: &mut PgConnection,
    store: &Store,
    directory: &Path,
    keys: &[(Vkey, String)],
    policy: &str,
) -> Result<Written, Error> {
    let note = store.checkpoint().map_err(failed)?.ok_or_else(|| {
        Error::operator("nothing is published yet: is `serve` running with this LOG_DIR?")
    })?;
    let checkpoint = Note::parse(&note)
        .and_then(|note| Checkpoint::parse(&note.text))
        .map_err(Error::internal)?;
    fs::create_dir(directory).map_err(Error::of_file(directory))?;
    for folder in ["checkpoints", "proofs", "texts", "tokens"] {
        fs::create_dir(directory.join(folder)).map_err(failed)?;
    }
    let put = |name: &str, text: &[u8]| fs::write(directory.join(name), text).map_err(failed);
    let [first, vkey] = [keys.first(), keys.last()]
        .map(|key| key.map(|(vkey, _)| vkey.to_string()).unwrap_or_default());
    put("checkpoint", note.as_bytes())?;
    put("vkey", format!("{vkey}\n").as_bytes())?;
    put("policy", policy.as_bytes())?;
    put("verify.py", SCRIPT.as_bytes())?;
    put("verify.html", page::offline(&first).as_bytes())?;
    put("audit-log.md", FORMAT.as_bytes())?;
    for (name, text) in [("README.ko.md", README_KO), ("README.en.md", README_EN)] {
        put(
            name,
            text.replace("FIRST-KEY", &first)
                .replace("VKEY", &vkey)
                .as_bytes(),
        )?;
    }
    let lines = keys.iter().map(|(vkey, succession)| {
        format!("{vkey}\nfingerprint {}\n{succession}\n", vkey.fingerprint())
    });
    put("keys.txt", lines.collect::<String>().as_bytes())?;
    let mut log = BufWriter::new(fs::File::create(directory.join("log.jsonl")).map_err(failed)?);
    export::log::write(conn, &mut log, None)?;
    log.flush().map_err(failed)?;
    let cosigned = put_checkpoints(conn, store, &checkpoint, keys, directory)?;
    let tokens = put_tokens(conn, &directory.join("tokens"))?;
    put_texts(conn, &directory.join("texts"))?;
    Ok(Written {
        checkpoint,
        cosigned,
        tokens,
    })
}

/// Checkpoints that outsiders signed, by the log's key below them, and the proof that the newest
/// continues each.
fn put_checkpoints(
    conn: &mut PgConnection,
    store: &Store,
    newest: &Checkpoint,
    keys: &[(Vkey, String)],
    directory: &Path,
) -> Result<usize, Error> {
    let kept: Vec<(i64, String)> = cosigned_checkpoint::table
        .filter(cosigned_checkpoint::origin.eq(&newest.origin))
        .filter(cosigned_checkpoint::size.le(newest.size as i64))
        .order(cosigned_checkpoint::size)
        .select((cosigned_checkpoint::size, cosigned_checkpoint::note))
        .load(conn)?;
    for (size, text) in &kept {
        let note = Note::parse(text).map_err(Error::internal)?;
        let Some((signer, _)) = keys
            .iter()
            .find(|(vkey, _)| matches!(note.signed_by(vkey), Ok(Some(_))))
        else {
            continue;
        };
        let folder = directory.join("checkpoints").join(hex::encode(signer.id()));
        fs::create_dir_all(&folder)
            .and_then(|()| fs::write(folder.join(size.to_string()), text))
            .map_err(failed)?;
        let proof = store
            .consistency(size.unsigned_abs(), newest.size)
            .map_err(failed)?;
        fs::write(
            directory.join(format!("proofs/{size}-{}", newest.size)),
            proof_lines(&proof),
        )
        .map_err(failed)?;
    }
    Ok(kept.len())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = time_stamp, check_for_backend(Pg))]
struct Token {
    size: i64,
    checkpoint: String,
    token: Vec<u8>,
}

/// Time stamps as `openssl ts -verify` reads them: the text that was stamped, and the answer.
fn put_tokens(conn: &mut PgConnection, directory: &Path) -> Result<usize, Error> {
    let tokens: Vec<Token> = time_stamp::table
        .order(time_stamp::id)
        .select(Token::as_select())
        .load(conn)?;
    for (n, row) in tokens.iter().enumerate() {
        let name = format!("{}-{n}", row.size);
        fs::write(directory.join(format!("{name}.txt")), &row.checkpoint)
            .and_then(|()| fs::write(directory.join(format!("{name}.tsr")), &row.token))
            .map_err(failed)?;
    }
    Ok(tokens.len())
}

/// The consent texts that were ever published, each in a file that is named by its SHA-256.
fn put_texts(conn: &mut PgConnection, directory: &Path) -> Result<(), Error> {
    let texts: Vec<(Sha256, String)> = consent_text::table
        .distinct_on(consent_text::sha256)
        .order(consent_text::sha256)
        .select((consent_text::sha256, consent_text::body))
        .load(conn)?;
    let mut sums = String::new();
    for (sha256, body) in &texts {
        fs::write(directory.join(format!("{sha256}.txt")), body).map_err(failed)?;
        sums += &format!("{sha256}  {sha256}.txt\n");
    }
    fs::write(directory.join("SHA256SUMS"), sums).map_err(failed)
}
