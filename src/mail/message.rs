//! A mail in the form that mail programs read (RFC 5322).

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Bytes of text in an encoded word: with its frame and the field's name they make a line of at
/// most 76 characters.
const WORD: usize = 39;
/// Bytes of text in an encoded line, which makes 76 characters of them.
const LINE: usize = 57;

/// The text of a header field as encoded words (RFC 2047), cut between characters.
fn encoded_words(text: &str) -> String {
    let mut words = vec![String::new()];
    for c in text.chars() {
        match words.last_mut() {
            Some(word) if word.len() + c.len_utf8() <= WORD => word.push(c),
            _ => words.push(c.into()),
        }
    }
    let words: Vec<String> = words
        .iter()
        .map(|word| format!("=?UTF-8?B?{}?=", BASE64_STANDARD.encode(word)))
        .collect();
    words.join("\r\n ")
}

/// A mail as mail programs read it.
pub(super) fn message(
    id: Uuid,
    from: &str,
    to: &str,
    subject: &str,
    at: DateTime<Utc>,
    text: &str,
) -> String {
    let host = from.rsplit('@').next().unwrap_or_default();
    let text = text.replace('\n', "\r\n") + "\r\n";
    let lines: Vec<String> = text
        .as_bytes()
        .chunks(LINE)
        .map(|line| BASE64_STANDARD.encode(line))
        .collect();
    let fields = [
        format!("From: {from}"),
        format!("To: {to}"),
        format!("Subject: {}", encoded_words(subject)),
        format!("Date: {}", at.to_rfc2822()),
        format!("Message-ID: <{id}@{host}>"),
        // nobody's absence note answers it (RFC 3834)
        "Auto-Submitted: auto-generated".into(),
        "MIME-Version: 1.0".into(),
        "Content-Type: text/plain; charset=utf-8".into(),
        "Content-Transfer-Encoding: base64".into(),
    ];
    format!("{}\r\n\r\n{}\r\n", fields.join("\r\n"), lines.join("\r\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_subject_is_cut_between_characters() {
        let subject = "가나다라마바사아자차카타파하 ab 거너더러머버서어저처커터퍼허";
        let field = format!("Subject: {}", encoded_words(subject));
        assert!(
            field.lines().count() > 2 && field.lines().all(|line| line.len() <= 76),
            "{field}"
        );
        let words = field
            .trim_start_matches("Subject: ")
            .split("\r\n ")
            .map(|word| {
                let text = word
                    .strip_prefix("=?UTF-8?B?")
                    .and_then(|rest| rest.strip_suffix("?="))
                    .unwrap();
                String::from_utf8(BASE64_STANDARD.decode(text).unwrap()).unwrap()
            });
        assert_eq!(words.collect::<String>(), subject);
    }
}
