//! One entry of the log: a line of JSON in RFC 8785 form over an alphabet that needs no escapes, so
//! that it is written and read by a fixed grammar. No database and no files in here: an outsider
//! can lift this module out.

use chrono::{DateTime, Datelike, SecondsFormat, Utc};
use sha2::block_api::compress256;

/// A SHA-256 digest.
pub type Hash = [u8; 32];

/// Longest entry in bytes, so that a length fits 16 bits in a tile bundle.
pub const LONGEST: usize = 65_535;

/// Largest number in an entry: above it, programs that keep numbers as floating point would round.
const LARGEST: u64 = 1 << 53;

/// Characters that are left of a word that an entry has no room for.
const LONGEST_WORD: usize = 1_000;

/// What is captured of one change, without its place in the chain.
#[derive(Clone)]
pub struct Change {
    /// Transaction id in the database.
    pub tx: i64,
    /// Start of that transaction.
    pub at: DateTime<Utc>,
    /// Account id, `cli`, `program`, or the database role behind a change from outside the program.
    pub actor: String,
    /// The actor's role at that moment.
    pub role: String,
    /// What was done.
    pub action: String,
    /// The request that did it.
    pub request: String,
    /// Case id or empty.
    pub case: String,
    /// Claim or account id or empty.
    pub subject: String,
    /// The table.
    pub table: String,
    /// INSERT, UPDATE, DELETE, TRUNCATE or SNAPSHOT.
    pub op: String,
    /// Key of the row.
    pub key: String,
    /// SHA-256(salt || row text); none for DELETE and TRUNCATE.
    pub row: Option<Vec<u8>>,
}

/// SHA-256(0x00 || line): the hash of the chain and the Merkle leaf hash (RFC 6962 §2.1) at once.
pub fn hash(line: &[u8]) -> Hash {
    digest(0, line)
}

/// First eight words of the state of SHA-256 (FIPS 180-4 §5.3.3).
const INITIAL: [u32; 8] = [
    0x6a09_e667,
    0xbb67_ae85,
    0x3c6e_f372,
    0xa54f_f53a,
    0x510e_527f,
    0x9b05_688c,
    0x1f83_d9ab,
    0x5be0_cd19,
];

/// SHA-256(prefix || bytes). The blocks are hashed where they lie: for millions of short inputs the
/// copying of a hasher that takes them piece by piece would cost as much as a fifth of the hashing.
pub(super) fn digest(prefix: u8, bytes: &[u8]) -> Hash {
    let mut state = INITIAL;
    let mut last = [0; 128];
    last[0] = prefix;
    let (mut filled, mut rest) = (1, bytes);
    // what fits two blocks with its padding, as a node of the tree does, is hashed in one go
    if let Some((head, after)) = bytes.split_at_checked(63).filter(|_| bytes.len() > 118) {
        let mut first = [prefix; 64];
        first[1..].copy_from_slice(head);
        let (blocks, tail) = after.as_chunks::<64>();
        compress256(&mut state, &[first]);
        compress256(&mut state, blocks);
        (filled, rest) = (0, tail);
    }
    // padding: one bit, zeros, the length in bits
    last[filled..filled + rest.len()].copy_from_slice(rest);
    filled += rest.len();
    last[filled] = 0x80;
    let end = if filled < 56 { 64 } else { 128 };
    last[end - 8..end].copy_from_slice(&((1 + bytes.len() as u64) * 8).to_be_bytes());
    compress256(&mut state, last[..end].as_chunks::<64>().0);
    let mut hash = [0; 32];
    for (bytes, word) in hash.chunks_exact_mut(4).zip(state) {
        bytes.copy_from_slice(&word.to_be_bytes());
    }
    hash
}

/// Whether a byte may stand in a string of an entry. Each range is one comparison, so that sixteen
/// bytes take few.
pub const fn allowed(byte: u8) -> bool {
    // letters in either case; the range from - to : is - . / 0-9 :
    ((byte | 0x20).wrapping_sub(b'a') < 26)
        | (byte.wrapping_sub(b'-') <= b':' - b'-')
        | (byte == b'_')
        | (byte == b'+')
}

/// How many bytes at the beginning may stand in a string. Sixteen are looked at together, without a
/// way out in between: the processor then does so at once.
#[inline]
fn leading(bytes: &[u8]) -> usize {
    let (chunks, rest) = bytes.as_chunks::<16>();
    for (n, chunk) in chunks.iter().enumerate() {
        let mut foreign = [0; 16];
        for (foreign, byte) in foreign.iter_mut().zip(chunk) {
            *foreign = if allowed(*byte) { 0 } else { 255 };
        }
        let foreign = u128::from_le_bytes(foreign);
        if foreign != 0 {
            return 16 * n + foreign.trailing_zeros() as usize / 8;
        }
    }
    bytes.len() - rest.len()
        + rest
            .iter()
            .position(|byte| !allowed(*byte))
            .unwrap_or(rest.len())
}

impl Change {
    /// The entry's line, without the line feed. Whatever the change holds, the line is one that
    /// [`parse`] reads: what was sealed cannot be taken back, and a line that nobody reads would
    /// end the log.
    pub fn line(&self, log: &str, seq: u64, prev: &Hash) -> String {
        let line = self.written(log, seq, prev);
        if parse(line.as_bytes()).is_some() {
            return line;
        }
        self.bent().written(log, seq, prev)
    }

    /// The nearest change that fits an entry. The program makes none that does not: what cannot be
    /// said as it was captured is said to come from outside of it. The commitment of an odd length
    /// is bound by its hash; what it was over, nobody can show.
    fn bent(&self) -> Self {
        let clipped = |word: &String| word.chars().take(LONGEST_WORD).collect();
        let in_years = |at: DateTime<Utc>| (0..=9999).contains(&at.year());
        let has_row = !matches!(self.op.as_str(), "DELETE" | "TRUNCATE");
        let known = !has_row || matches!(self.op.as_str(), "INSERT" | "UPDATE" | "SNAPSHOT");
        let commitment = self.row.as_deref().unwrap_or_default();
        let row = match commitment.len() {
            32 => commitment.to_vec(),
            _ => hash(commitment).to_vec(),
        };
        Self {
            tx: self.tx.clamp(0, LARGEST as i64),
            at: if in_years(self.at) {
                self.at
            } else {
                DateTime::UNIX_EPOCH
            },
            actor: clipped(&self.actor),
            role: String::new(),
            action: "unattributed".into(),
            request: String::new(),
            case: clipped(&self.case),
            subject: clipped(&self.subject),
            table: clipped(&self.table),
            op: if known { &self.op } else { "UPDATE" }.into(),
            key: clipped(&self.key),
            row: has_row.then_some(row),
        }
    }

    fn written(&self, log: &str, seq: u64, prev: &Hash) -> String {
        let mut line = String::with_capacity(640);
        let mut put = |before: &str, value: &str| {
            line.push_str(before);
            // a foreign byte cannot come from the program; whatever sends one must not stop the
            // sealing of the rest
            if leading(value.as_bytes()) == value.len() {
                line.push_str(value);
            } else {
                line.extend(
                    value
                        .bytes()
                        .map(|byte| if allowed(byte) { char::from(byte) } else { '_' }),
                );
            }
        };
        put("{\"action\":\"", &self.action);
        put("\",\"actor\":\"", &self.actor);
        put(
            "\",\"at\":\"",
            &self.at.to_rfc3339_opts(SecondsFormat::Micros, true),
        );
        put("\",\"case\":\"", &self.case);
        put("\",\"key\":\"", &self.key);
        put("\",\"log\":\"", log);
        put("\",\"op\":\"", &self.op);
        put("\",\"prev\":\"", &hex::encode(prev));
        put("\",\"request\":\"", &self.request);
        put("\",\"role\":\"", &self.role);
        put(
            "\",\"row\":\"",
            &self.row.as_ref().map(hex::encode).unwrap_or_default(),
        );
        put("\",\"seq\":", &seq.to_string());
        put(",\"subject\":\"", &self.subject);
        put("\",\"table\":\"", &self.table);
        put("\",\"tx\":", &self.tx.to_string());
        line.push_str(",\"v\":1}");
        line
    }
}

/// The parts of a line that verification looks at, as bytes of the line itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Parsed<'l> {
    /// Origin of the log.
    pub log: &'l [u8],
    /// Hash of the entry before, in hexadecimal.
    pub prev: &'l [u8; 64],
    /// INSERT, UPDATE, DELETE, TRUNCATE or SNAPSHOT.
    pub op: &'l [u8],
    /// Commitment to the row: 64 hexadecimal digits, or empty.
    pub row: &'l [u8],
    /// Place in the log.
    pub seq: u64,
    /// Claim or account id, or empty.
    pub subject: &'l [u8],
    /// The table.
    pub table: &'l [u8],
}

/// Reads a line (without its line feed) by the grammar; `None` where any byte departs from it.
pub fn parse(line: &[u8]) -> Option<Parsed<'_>> {
    parse_start(line)
        .filter(|(_, length)| *length == line.len())
        .map(|(parsed, _)| parsed)
}

/// As [`parse`], of the line that the bytes begin with: where it ends, the grammar says.
pub fn parse_start(bytes: &[u8]) -> Option<(Parsed<'_>, usize)> {
    let mut rest = Cursor(bytes);
    rest.string(b"{\"action\":\"")?;
    rest.string(b",\"actor\":\"")?;
    rest.fixed(b",\"at\":\"", is_timestamp)?;
    rest.string(b",\"case\":\"")?;
    rest.string(b",\"key\":\"")?;
    let log = rest.string(b",\"log\":\"")?;
    let op = rest.string(b",\"op\":\"")?;
    let prev = rest.fixed(b",\"prev\":\"", is_hash)?;
    rest.string(b",\"request\":\"")?;
    rest.string(b",\"role\":\"")?;
    let row: &[u8] = match op {
        b"INSERT" | b"UPDATE" | b"SNAPSHOT" => rest.fixed(b",\"row\":\"", is_hash)?,
        b"DELETE" | b"TRUNCATE" => rest.exactly(b",\"row\":\"\"").map(|()| b"")?,
        _ => return None,
    };
    let seq = rest.number(b",\"seq\":")?;
    let subject = rest.string(b",\"subject\":\"")?;
    let table = rest.string(b",\"table\":\"")?;
    rest.number(b",\"tx\":")?;
    rest.exactly(b",\"v\":1}")?;
    let length = bytes.len() - rest.0.len();
    (length <= LONGEST).then_some((
        Parsed {
            log,
            prev,
            op,
            row,
            seq,
            subject,
            table,
        },
        length,
    ))
}

struct Cursor<'l>(&'l [u8]);

impl<'l> Cursor<'l> {
    /// Takes these bytes. Their number is known when the program is built, so that comparing them
    /// calls nothing.
    #[inline]
    fn exactly<const N: usize>(&mut self, expected: &[u8; N]) -> Option<()> {
        let (found, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        (found == expected).then_some(())
    }

    /// Takes `before`, a string and its closing quote.
    #[inline]
    fn string<const N: usize>(&mut self, before: &[u8; N]) -> Option<&'l [u8]> {
        self.exactly(before)?;
        let (string, rest) = self.0.split_at(leading(self.0));
        self.0 = rest;
        self.exactly(b"\"")?;
        Some(string)
    }

    /// Takes `before`, a string of `L` bytes that has this form, and its closing quote.
    #[inline]
    fn fixed<const N: usize, const L: usize>(
        &mut self,
        before: &[u8; N],
        form: impl Fn(&[u8; L]) -> bool,
    ) -> Option<&'l [u8; L]> {
        self.exactly(before)?;
        let (string, rest) = self.0.split_first_chunk::<L>()?;
        self.0 = rest;
        self.exactly(b"\"")?;
        form(string).then_some(string)
    }

    /// Takes `before` and an integer of at most 2^53 without leading zeros.
    #[inline]
    fn number<const N: usize>(&mut self, before: &[u8; N]) -> Option<u64> {
        self.exactly(before)?;
        self.digits()
    }

    /// Takes an integer of at most 2^53 without leading zeros.
    #[inline]
    fn digits(&mut self) -> Option<u64> {
        let (mut n, mut length) = (0, 0);
        while let Some(digit) = self
            .0
            .get(length)
            .map(|byte| byte.wrapping_sub(b'0'))
            .filter(|digit| *digit < 10)
        {
            (n, length) = (n * 10 + u64::from(digit), length + 1);
            if n > LARGEST {
                return None;
            }
        }
        let leading_zero = length > 1 && self.0[0] == b'0';
        self.0 = &self.0[length..];
        (length > 0 && !leading_zero).then_some(n)
    }
}

/// A decimal integer of at most 2^53 without leading zeros.
pub fn integer(digits: &[u8]) -> Option<u64> {
    let mut rest = Cursor(digits);
    rest.digits().filter(|_| rest.0.is_empty())
}

/// The 32 bytes that 64 lower-case hexadecimal digits stand for.
pub fn from_hex(text: &[u8]) -> Option<Hash> {
    let text = text.as_array().filter(|text| is_hash(text))?;
    let mut bytes = [0; 32];
    hex::decode_to_slice(text, &mut bytes).ok()?;
    Some(bytes)
}

/// Whether these are lower-case hexadecimal digits. All are looked at, whatever the first is: the
/// processor does so at once.
fn is_hash(text: &[u8; 64]) -> bool {
    text.iter().fold(true, |all, byte| {
        all & matches!(byte, b'0'..=b'9' | b'a'..=b'f')
    })
}

/// `YYYY-MM-DDTHH:MM:SS.ffffffZ`, by shape.
fn is_timestamp(text: &[u8; 27]) -> bool {
    const SHAPE: &[u8; 27] = b"0000-00-00T00:00:00.000000Z";
    text.iter().zip(SHAPE).fold(true, |all, (byte, shape)| {
        all & (byte.wrapping_sub(*shape) <= if *shape == b'0' { 9 } else { 0 })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn change() -> Change {
        Change {
            tx: 742,
            at: "2026-11-23T01:02:03.000004Z".parse().unwrap(),
            actor: "cli".into(),
            role: "operator".into(),
            action: "case.create".into(),
            request: String::new(),
            case: String::new(),
            subject: String::new(),
            table: "court_case".into(),
            op: "INSERT".into(),
            key: "0193".into(),
            row: Some(vec![0xab; 32]),
        }
    }

    /// The leaf vector of RFC 6962 that certificate transparency publishes: the empty entry.
    #[test]
    fn the_leaf_hash_of_rfc_6962() {
        assert_eq!(
            hex::encode(hash(b"")),
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
        );
        let leaves = [
            (
                &[0x00u8][..],
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            ),
            (
                &[0x10],
                "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7",
            ),
            (
                &[0x20, 0x21],
                "07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7",
            ),
        ];
        for (leaf, expected) in leaves {
            assert_eq!(hex::encode(hash(leaf)), expected);
        }
    }

    #[test]
    fn the_digest_is_that_of_sha_256_at_every_length() {
        use sha2::{Digest, Sha256};
        let bytes: Vec<u8> = (0..300_u32).map(|n| n as u8).collect();
        for length in 0..=bytes.len() {
            let expected: Hash = Sha256::new()
                .chain_update([7])
                .chain_update(&bytes[..length])
                .finalize()
                .into();
            assert_eq!(digest(7, &bytes[..length]), expected, "{length} bytes");
        }
    }

    #[test]
    fn a_line_is_canonical_json_and_reads_back() {
        let line = change().line("example.kr/log", 7, &[0; 32]);
        let json: serde_json::Value = serde_json::from_str(&line).unwrap();
        // serde_json's map is sorted and writes no white space, which for these values is RFC 8785
        assert_eq!(serde_json::to_string(&json).unwrap(), line);
        let parsed = parse(line.as_bytes()).unwrap();
        assert_eq!(
            (parsed.seq, parsed.log, parsed.row),
            (7, &b"example.kr/log"[..], "ab".repeat(32).as_bytes())
        );
    }

    #[test]
    fn a_string_ends_at_the_first_foreign_byte() {
        let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:/+-";
        for byte in 0..=255 {
            assert_eq!(allowed(byte), alphabet.contains(&byte), "{byte}");
        }
        for length in 0..70 {
            for at in 0..length {
                let mut bytes = vec![b'a'; length];
                assert_eq!(leading(&bytes), length);
                bytes[at] = b'"';
                bytes[length - 1] = b'"';
                assert_eq!(leading(&bytes), at, "{length}");
            }
        }
    }

    proptest! {
        #[test]
        fn whatever_the_strings_hold_the_line_stays_canonical(actor in ".*", key in ".*", seq in 0u64..1 << 53, tx in 0i64..1 << 53) {
            let change = Change { actor, key, tx, ..change() };
            let line = change.line("l", seq, &[7; 32]);
            prop_assert_eq!(parse(line.as_bytes()).map(|p| p.seq), Some(seq));
            let json: serde_json::Value = serde_json::from_str(&line).unwrap();
            prop_assert_eq!(serde_json::to_string(&json).unwrap(), line);
        }

        #[test]
        fn whatever_was_captured_is_sealed_as_an_entry(
            words in proptest::collection::vec(prop_oneof![".{0,40}", "a{60000,70000}"], 7), op in prop_oneof![
                Just("INSERT".to_string()), Just("DELETE".to_string()), Just("MERGE".to_string()), ".{0,10}"],
            tx in any::<i64>(), second in -400_000_000_000i64..400_000_000_000, row in proptest::option::of(proptest::collection::vec(any::<u8>(), 0..70)),
        ) {
            let word = |n: usize| words[n].clone();
            let at = DateTime::from_timestamp(second, 0).unwrap();
            let change = Change {
                tx, at, actor: word(0), role: word(1), action: word(2), request: word(3), case: word(4), subject: word(5),
                table: word(6), op, key: word(0), row,
            };
            let line = change.line("l", 3, &[7; 32]);
            prop_assert_eq!(parse(line.as_bytes()).map(|p| p.seq), Some(3), "{}", line);
        }

        #[test]
        fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            parse(&bytes);
        }

        #[test]
        fn a_flipped_bit_is_refused_or_hashes_differently(at in 0usize..400, bit in 0u8..8) {
            let line = change().line("l", 0, &[0; 32]).into_bytes();
            let mut flipped = line.clone();
            let at = at % line.len();
            flipped[at] ^= 1 << bit;
            prop_assert!(parse(&flipped).is_none() || hash(&flipped) != hash(&line));
        }
    }
}
