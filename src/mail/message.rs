//! A mail in the form that mail programs read: the same words as plain text and as HTML, one
//! column, nothing that is fetched from anywhere. Both are base64, so that no line is cut in a
//! link.

use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Message, MultiPart, SinglePart};
use lettre::{Address, address::Envelope};

use crate::error::Error;
use crate::ids::MailId;
use crate::mail::letter::Letter;
use crate::text::{Language, say};

use chrono::{DateTime, Utc};

/// The words of a mail.
struct Words {
    subject: String,
    paragraphs: Vec<String>,
    /// What the link is called, and where it leads.
    link: Option<(String, String)>,
}

fn words(letter: &Letter, public_url: &str) -> Words {
    let key = format!("mail-{}", letter.kind.as_str());
    let said = |what: &str| say(letter.language, &format!("{key}{what}"), &letter.values);
    let url = format!("{public_url}{}", letter.path);
    Words {
        subject: said("-subject"),
        paragraphs: said("").split("\n\n").map(String::from).collect(),
        link: (!letter.path.is_empty()).then(|| (said("-link"), url)),
    }
}

impl Words {
    /// The link stands on a line of its own.
    fn plain(&self) -> String {
        let link = self
            .link
            .iter()
            .map(|(name, url)| format!("{name}:\n{url}"));
        let mut all = self.paragraphs.iter().cloned().chain(link);
        let mut text = all.by_ref().collect::<Vec<_>>().join("\n\n");
        text.push('\n');
        text
    }

    fn html(&self, language: Language) -> String {
        let paragraphs: String = self
            .paragraphs
            .iter()
            .map(|text| format!("<p>{}</p>\n", escaped(text).replace('\n', "<br>\n")))
            .collect();
        let link = self.link.as_ref().map_or_else(String::new, |(name, url)| {
            let (name, url) = (escaped(name), escaped(url));
            format!("<p><a href=\"{url}\">{name}</a></p>\n<p>{url}</p>\n")
        });
        format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n</head>\n\
             <body style=\"max-width: 36em; margin: 0 auto; padding: 1em; font: 1em/1.6 sans-serif; \
             word-break: keep-all; overflow-wrap: anywhere\">\n{paragraphs}{link}</body>\n</html>\n",
            language.as_str(),
            escaped(&self.subject),
        )
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

fn part(kind: ContentType, text: String) -> SinglePart {
    SinglePart::builder()
        .header(kind)
        .header(ContentTransferEncoding::Base64)
        .body(text)
}

/// A mail as mail programs read it. The same mail is the same bytes, however often it is made: a
/// mailbox that gets it twice can tell.
pub(super) fn message(
    id: MailId,
    from: &Address,
    letter: &Letter,
    public_url: &str,
    at: DateTime<Utc>,
) -> Result<Message, Error> {
    let words = words(letter, public_url);
    let (user, domain) = letter.to.as_str().rsplit_once('@').unwrap_or_default();
    // an address of ours is checked more strictly than lettre does, and may be quoted
    let to = Address::new_dangerous(user, domain);
    let envelope = Envelope::new(Some(from.clone()), vec![to.clone()]).map_err(Error::internal)?;
    let parts = MultiPart::alternative()
        .boundary(id.0.simple().to_string())
        .singlepart(part(ContentType::TEXT_PLAIN, words.plain()))
        .singlepart(part(ContentType::TEXT_HTML, words.html(letter.language)));
    let unanswered = HeaderName::new_from_ascii_str("Auto-Submitted");
    Message::builder()
        .from(from.clone().into())
        .to(to.into())
        .envelope(envelope)
        .date(at.into())
        .message_id(Some(format!("<{id}@{}>", from.domain())))
        // nobody's absence note answers it (RFC 3834)
        .raw_header(HeaderValue::new(unanswered, "auto-generated".into()))
        .subject(words.subject)
        .multipart(parts)
        .map_err(Error::internal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Email;
    use crate::mail::MailKind;

    #[test]
    fn every_mail_has_its_words_and_says_them_in_both_forms() {
        for (kind, language) in MailKind::ALL
            .iter()
            .flat_map(|kind| Language::ALL.iter().map(move |language| (*kind, *language)))
        {
            let value = |name| (name, "<7>".to_string());
            let letter = Letter {
                to: Email::of_stored("kim@example.com".into()),
                kind,
                language,
                path: "/a".into(),
                values: vec![
                    value("at"),
                    value("code"),
                    value("days"),
                    value("hours"),
                    value("number"),
                ],
            };
            // the last word to an address leads nowhere, and a code goes into a page that is open
            let path = match kind {
                MailKind::AccountErased | MailKind::Address => "",
                _ => "/a",
            };
            let words = words(
                &Letter {
                    path: path.into(),
                    ..letter
                },
                "https://registry.example",
            );
            let (plain, html) = (words.plain(), words.html(language));
            for text in [&words.subject, &plain, &html] {
                assert!(
                    !text.contains("mail-") && !text.contains('$') && !text.is_empty(),
                    "{kind:?} {language:?}: {text}"
                );
            }
            assert!(!html.contains("<7>"), "{html}");
            assert!(
                path.is_empty() || plain.ends_with(":\nhttps://registry.example/a\n"),
                "{plain}"
            );
        }
    }
}
