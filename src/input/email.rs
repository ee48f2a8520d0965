//! E-mail addresses.

use crate::error::Fault;
use crate::input::{checked_text, limits, line};

checked_text! {
    /// An e-mail address in lower case: one `@`, a dot in the domain, at most 254 bytes.
    Email
}

impl Email {
    pub fn parse(field: &str, typed: &str) -> Result<Self, Fault> {
        let address = line(field, typed, limits::EMAIL)?.to_lowercase();
        let fits = address.len() <= limits::EMAIL
            && address.split_once('@').is_some_and(|(local, domain)| {
                !local.is_empty()
                    && local.len() <= 64
                    && domain.contains('.')
                    && !domain.contains('@')
                    && domain.split('.').all(|label| !label.is_empty())
            })
            && !address.contains(|c: char| {
                c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '"' | '(' | ')')
            });
        if fits {
            Ok(Self(address))
        } else {
            Err(Fault::new(field, "email"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_no_mail_reaches_is_refused() {
        let wrong = [
            "",
            "kim",
            "kim@",
            "@example.kr",
            "kim@host",
            "kim@a..kr",
            "a b@example.kr",
            "<kim@example.kr>",
        ];
        for wrong in wrong {
            assert!(Email::parse("email", wrong).is_err(), "{wrong}");
        }
        let email = Email::parse("email", " Kim@Example.KR ").unwrap();
        assert_eq!(email.as_str(), "kim@example.kr");
    }
}
