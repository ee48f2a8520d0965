//! E-mail addresses: what a mail program reads as one mailbox, and nothing else, so that they can
//! stand in a header and on a command line as they are.

use std::borrow::Cow;

use idna::AsciiDenyList;
use idna::uts46::{DnsLength, Hyphens, Uts46};

use crate::characters::is_stray;
use crate::error::Fault;
use crate::input::{checked_text, limits};
use crate::law;

checked_text! {
    /// An e-mail address in lower case, its domain in ASCII, at most 254 characters.
    Email
}

/// Octets of what stands before the `@` (RFC 5321 §4.5.3.1).
const LONGEST_LOCAL: usize = 64;

impl Email {
    pub fn parse(field: &str, typed: &str) -> Result<Self, Fault> {
        let address = typed_plainly(typed);
        if address.is_empty() {
            return Err(Fault::new(field, "empty"));
        }
        let wrong = || Fault::new(field, "email");
        let (local, domain) = address.rsplit_once('@').ok_or_else(wrong)?;
        if law::contains_resident_number(local) {
            return Err(Fault::new(field, "resident-number"));
        }
        if !local.is_ascii() {
            return Err(Fault::new(field, "email-ascii"));
        }
        let local = local_part(local).ok_or_else(wrong)?;
        let domain = ascii_domain(domain).ok_or_else(wrong)?;
        let address = format!("{local}@{domain}");
        if local.len() > LONGEST_LOCAL {
            return Err(wrong());
        }
        if address.len() > limits::EMAIL {
            return Err(Fault::new(field, "too-long").with("most", limits::EMAIL));
        }
        Ok(Self(address))
    }
}

/// Without what shows nothing, and full-width forms as ASCII. Joiners stay within: they tell apart
/// domains of scripts that need them.
fn typed_plainly(typed: &str) -> String {
    let narrow = |c: char| match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '。' | '｡' => '.',
        c => c,
    };
    let is_joiner = |c: char| matches!(c, '\u{200C}' | '\u{200D}');
    let kept = typed.chars().filter(|c| is_joiner(*c) || !is_stray(*c));
    let text: String = kept.map(narrow).collect();
    text.trim_matches(|c: char| c.is_whitespace() || is_joiner(c))
        .into()
}

/// What stands before the `@`, in lower case; quotation marks stay only where they are needed.
fn local_part(local: &str) -> Option<Cow<'_, str>> {
    let local = match local.strip_prefix('"') {
        None => Cow::Borrowed(local),
        Some(rest) => Cow::Owned(unquoted(rest.strip_suffix('"')?)?),
    };
    // an encoded word would be decoded in a header, and a shell or mail program could run the rest
    let unsafe_ =
        local.contains("=?") || local.contains(['`', '|']) || local.starts_with(['-', '/']);
    if local.is_empty() || unsafe_ {
        return None;
    }
    let is_atom = |atom: &str| {
        let of_atoms = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_{}~".contains(&b);
        !atom.is_empty() && atom.bytes().all(of_atoms)
    };
    let lower = local.to_ascii_lowercase();
    if local.split('.').all(is_atom) {
        return Some(lower.into());
    }
    // only in quotation marks can there be anything else
    matches!(local, Cow::Owned(_)).then(|| {
        let quoted = lower.replace('\\', "\\\\").replace('"', "\\\"");
        Cow::Owned(format!("\"{quoted}\""))
    })
}

/// What stands between quotation marks (RFC 5321 §4.1.2).
fn unquoted(text: &str) -> Option<String> {
    let (mut said, mut escaped) = (String::new(), false);
    for c in text.chars() {
        match c {
            '\\' if !escaped => escaped = true,
            '"' if !escaped => return None,
            ' '..='~' => {
                said.push(c);
                escaped = false;
            }
            _ => return None,
        }
    }
    (!escaped).then_some(said)
}

/// The domain as the DNS has it (UTS #46): a host of two labels at least, whose last is no number.
fn ascii_domain(domain: &str) -> Option<String> {
    let ascii = Uts46::new()
        .to_ascii(
            domain.as_bytes(),
            AsciiDenyList::STD3,
            Hyphens::CheckFirstLast,
            DnsLength::Verify,
        )
        .ok()?;
    let (_, top) = ascii.rsplit_once('.')?;
    let named = top.len() > 1 && !top.bytes().all(|b| b.is_ascii_digit());
    named.then(|| ascii.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_mailbox_has_one_form() {
        let longest = format!("{}@example.kr", "a".repeat(64));
        for (typed, form) in [
            (" Kim@Example.KR ", "kim@example.kr"),
            ("kim＠example．kr", "kim@example.kr"),
            ("ｋｉｍ@example。kr", "kim@example.kr"),
            (
                "\u{feff}ki\u{200b}m@exam\u{ad}ple.kr\u{202c}",
                "kim@example.kr",
            ),
            ("g@하늘.kr", "g@xn--wh1bz27d.kr"),
            ("g@XN--WH1BZ27D.kr", "g@xn--wh1bz27d.kr"),
            ("g@하늘.한국", "g@xn--wh1bz27d.xn--3e0b707e"),
            ("kim+suit@example.kr", "kim+suit@example.kr"),
            (
                "o'brien_x@mail.example.co.kr",
                "o'brien_x@mail.example.co.kr",
            ),
            ("\"kim\"@example.kr", "kim@example.kr"),
            ("\"k\\im\"@example.kr", "kim@example.kr"),
            ("\"kim park\"@example.kr", "\"kim park\"@example.kr"),
            ("\"a:b,c@d\"@example.kr", "\"a:b,c@d\"@example.kr"),
            (&longest, &longest),
        ] {
            let read = Email::parse("email", typed).map(|email| email.as_str().to_string());
            assert_eq!(read.as_deref(), Ok(form), "{typed}");
        }
    }

    #[test]
    fn an_address_that_is_no_mailbox_is_refused() {
        for wrong in [
            "kim",
            "kim@",
            "@example.kr",
            "kim@host",
            "kim@a..kr",
            "kim@.kr",
            "kim@example.kr.",
            "a b@example.kr",
            "<kim@example.kr>",
            "kim <kim@example.kr>",
            "mailto:kim@example.kr",
            "group:a@example.com",
            "x0:v@example.com",
            "a@b.c:25",
            "a@[127.0.0.1]",
            "a@127.0.0.1",
            "-oq/tmp@example.com",
            "`id`@example.com",
            "|id@example.com",
            "/etc/passwd@example.com",
            "=?utf-8?q?x?=@example.com",
            "\"=?utf-8?q?x?=\"@example.com",
            "a@*.com",
            "a\\@b.com",
            "a@b.c",
            "a@-b.com",
            "a@b-.com",
            "a@b_c.com",
            ".a@b.com",
            "a.@b.com",
            "a..b@b.com",
            "a@b@c.com",
            "\"a@b.com",
            "\"a\"b@c.com",
            "\"a\nb\"@c.com",
            "a@b.com, c@d.com",
            "a(comment)@b.com",
            "a@b.com\r\nBcc: c@d.com",
            "a\0@b.com",
            "\u{3164}@example.com",
            "a@\u{e000}.com",
            "a@b.123",
            "a;b@c.com",
            "\"-oq\"@example.com",
        ] {
            let fault = Email::parse("email", wrong).err();
            assert_eq!(fault.map(|fault| fault.code), Some("email"), "{wrong:?}");
        }
        for (wrong, code) in [
            ("", "empty"),
            (" \u{200b}", "empty"),
            ("하늘@example.kr", "email-ascii"),
            ("Ｋim\u{301}@example.kr", "email-ascii"),
            ("\u{212a}im@example.kr", "email-ascii"),
            ("900101-1234568@example.kr", "resident-number"),
        ] {
            assert_eq!(
                Email::parse("email", wrong).err().map(|f| f.code),
                Some(code),
                "{wrong:?}"
            );
        }
        let long = format!("{}@example.kr", "a".repeat(65));
        assert_eq!(
            Email::parse("email", &long).err().map(|f| f.code),
            Some("email")
        );
        let long = format!("kim@{}kr", "example.".repeat(32));
        assert!(Email::parse("email", &long).is_err());
    }

    proptest! {
        #[test]
        fn what_is_kept_reads_as_itself_and_can_stand_in_a_header(typed in "[\"\\\\a-c:,;=?<>()@. \u{200b}하ｋ`|-]{1,12}@[a-c하。.-]{1,6}[.]kr") {
            if let Ok(email) = Email::parse("email", &typed) {
                let again = Email::parse("email", email.as_str()).map(|email| email.as_str().to_string());
                prop_assert_eq!(again.as_deref(), Ok(email.as_str()));
                prop_assert!(email.as_str().bytes().all(|b| (b' '..=b'~').contains(&b)));
                prop_assert!(!email.as_str().contains("=?") && !email.as_str().starts_with('-'));
            }
        }
    }
}
