//! Passwords: what is accepted, and how they are hashed and verified. Requests do so on the [`super::lane`].

use std::sync::LazyLock;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Argon2, Params};
use secrecy::{ExposeSecret, SecretString};
use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, Fault};

/// Stored parameters above this are not obeyed: a planted hash must not be able to stall the server. KiB and passes.
const CEILING: (u32, u32) = (64 * 1024, 8);
/// Longest password in characters; longer input is refused before it is hashed.
const LONGEST: usize = 256;

/// Verified where there is no account, so that the answer takes as long as where there is one.
static DUMMY: LazyLock<String> = LazyLock::new(|| {
    hash_now(&normalise("no account has this password")).expect("the default parameters hash")
});

/// A password in normal form: NFC, so that Korean typed on any device is the same bytes.
pub fn normalise(typed: &str) -> SecretString {
    typed.nfc().collect::<String>().into()
}

/// Checks a new password: 8 characters (12 for staff), no well-known or guessable one, nothing that the account or the
/// product is called. No rule about kinds of characters.
pub fn acceptable(
    field: &str,
    typed: &str,
    staff: bool,
    context: &[&str],
) -> Result<SecretString, Fault> {
    let password = normalise(typed);
    let least = if staff { 12 } else { 8 };
    let length = password.expose_secret().chars().count();
    if length < least {
        return Err(Fault::new(field, "password-short").with("least", least));
    }
    if length > LONGEST {
        return Err(Fault::new(field, "too-long").with("most", LONGEST));
    }
    let words: Vec<&str> = context
        .iter()
        .copied()
        .chain(["kakao", "claimant", "registry", "카카오"])
        .collect();
    let guessable = zxcvbn::zxcvbn(password.expose_secret(), &words).score() < zxcvbn::Score::Two;
    if guessable {
        Err(Fault::new(field, "password-guessable"))
    } else {
        Ok(password)
    }
}

/// Makes what unknown addresses are verified against: not at the first of them, where it would show.
pub fn prepare() {
    LazyLock::force(&DUMMY);
}

/// Hashes on this thread: argon2id, 19 MiB, 2 passes, 1 lane.
pub fn hash_now(password: &SecretString) -> Result<String, Error> {
    let hash: PasswordHash = Argon2::default()
        .hash_password(password.expose_secret().as_bytes())
        .map_err(Error::internal)?;
    Ok(hash.to_string())
}

/// Verifies on this thread. No stored hash, and one with parameters that are not obeyed, take as long as any other.
pub fn verify_now(password: &SecretString, stored: Option<&str>) -> bool {
    let usable = |text: &str| {
        let hash = PasswordHash::new(text).ok()?;
        let params = Params::try_from(&hash).ok()?;
        (params.m_cost() <= CEILING.0 && params.t_cost() <= CEILING.1 && params.p_cost() <= 4)
            .then_some(hash)
    };
    // over-long input costs as much as any other and never fits
    let typed = password.expose_secret();
    let typed = if typed.chars().count() > LONGEST {
        ""
    } else {
        typed
    };
    let known = stored.and_then(usable);
    let dummy = PasswordHash::new(&DUMMY).expect("made by hash_now");
    let fits = Argon2::default()
        .verify_password(typed.as_bytes(), known.as_ref().unwrap_or(&dummy))
        .is_ok();
    fits && known.is_some() && !typed.is_empty()
}

/// Whether a stored hash was made with weaker parameters than today's.
pub fn outdated(stored: &str) -> bool {
    let params = PasswordHash::new(stored)
        .ok()
        .and_then(|hash| Params::try_from(&hash).ok());
    params.is_some_and(|params| {
        params.m_cost() < Params::DEFAULT.m_cost() || params.t_cost() < Params::DEFAULT.t_cost()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn guessable_passwords_are_refused_and_long_phrases_are_not() {
        for (typed, staff) in [
            ("password", false),
            ("12345678", false),
            ("qwerty12", false),
            ("kakao2022", false),
            ("짧다", false),
            ("elevenchars", true),
        ] {
            assert!(
                acceptable("password", typed, staff, &[]).is_err(),
                "{typed}"
            );
        }
        for typed in [
            "가나다라 옥상에서 읽은 책",
            "correct horse battery staple",
            "vK3-wq81-zzP",
        ] {
            assert!(acceptable("password", typed, true, &[]).is_ok(), "{typed}");
        }
    }

    #[test]
    fn decomposed_korean_is_the_same_password() {
        let composed = "옥상에서 읽은 책";
        let hash = hash_now(&normalise(composed)).unwrap();
        let decomposed: String = composed.nfd().collect();
        assert!(verify_now(&normalise(&decomposed), Some(&hash)));
        assert!(!verify_now(&normalise("옥상에서 읽은 책."), Some(&hash)));
        assert!(!verify_now(
            &normalise("no account has this password"),
            None
        ));
    }

    #[test]
    fn planted_parameters_are_not_obeyed() {
        let hash = hash_now(&normalise("correct horse battery staple")).unwrap();
        let heavy = hash.replace("m=19456", "m=4194304");
        assert!(!verify_now(
            &normalise("correct horse battery staple"),
            Some(&heavy)
        ));
        assert!(!verify_now(&normalise("x"), Some("!")));
        assert!(outdated(&hash.replace("m=19456", "m=4096")) && !outdated(&hash));
    }
}
