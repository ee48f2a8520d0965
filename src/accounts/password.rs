//! Passwords: what is accepted, and how they are hashed and verified. Requests do so on the
//! [`super::hashing`].

use std::sync::LazyLock;

use argon2::password_hash::phc;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Argon2, Params};
use diesel::deserialize::{FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::{Pg, PgValue};
use diesel::serialize::{Output, ToSql};
use diesel::sql_types::Text;
use secrecy::{ExposeSecret, SecretString};
use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, Fault};

/// Stored parameters above this are not obeyed: a planted hash must not be able to stall the
/// server. KiB and passes.
const CEILING: (u32, u32) = (64 * 1024, 8);
/// Longest password in characters; longer input is refused before it is hashed.
pub const LONGEST: usize = 256;
/// Shortest password of a claimant in characters; that of staff is longer.
pub const SHORTEST: usize = 8;

/// Verified where there is no account, so that the answer takes as long as where there is one.
static DUMMY: LazyLock<PasswordHash> = LazyLock::new(|| {
    hash_now(&normalise("no account has this password")).expect("the default parameters hash")
});

/// A stored hash in the PHC string form; it shows nowhere.
#[derive(Clone, PartialEq, Eq, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct PasswordHash(String);

impl std::fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PasswordHash(..)")
    }
}

impl PasswordHash {
    /// Of an account whose owner has yet to choose a password: none verifies against it.
    pub fn none() -> Self {
        Self("!".into())
    }

    fn read(&self) -> Option<phc::PasswordHash> {
        phc::PasswordHash::new(&self.0).ok()
    }
}

impl ToSql<Text, Pg> for PasswordHash {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> diesel::serialize::Result {
        <str as ToSql<Text, Pg>>::to_sql(&self.0, out)
    }
}

impl FromSql<Text, Pg> for PasswordHash {
    fn from_sql(value: PgValue<'_>) -> diesel::deserialize::Result<Self> {
        <String as FromSql<Text, Pg>>::from_sql(value).map(Self)
    }
}

/// A password in normal form: NFC, so that Korean typed on any device is the same bytes.
pub fn normalise(typed: &str) -> SecretString {
    typed.nfc().collect::<String>().into()
}

/// Checks a new password: 8 characters (12 for staff), no well-known or guessable one, nothing that
/// the account or the product is called. No rule about kinds of characters.
pub fn acceptable(
    field: &str,
    typed: &str,
    staff: bool,
    context: &[&str],
) -> Result<SecretString, Fault> {
    let password = normalise(typed);
    let least = if staff { 12 } else { SHORTEST };
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

/// Makes what unknown addresses are verified against: not at the first of them, where it would
/// show.
pub fn prepare() {
    LazyLock::force(&DUMMY);
}

/// Hashes on this thread: argon2id, 19 MiB, 2 passes, 1 lane.
pub fn hash_now(password: &SecretString) -> Result<PasswordHash, Error> {
    let hash: phc::PasswordHash = Argon2::default()
        .hash_password(password.expose_secret().as_bytes())
        .map_err(Error::internal)?;
    Ok(PasswordHash(hash.to_string()))
}

/// Verifies on this thread. No stored hash, and one with parameters that are not obeyed, take as
/// long as any other.
pub fn verify_now(password: &SecretString, stored: Option<&PasswordHash>) -> bool {
    let usable = |hash: &PasswordHash| {
        let hash = hash.read()?;
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
    let dummy = DUMMY.read().expect("made by hash_now");
    let fits = Argon2::default()
        .verify_password(typed.as_bytes(), known.as_ref().unwrap_or(&dummy))
        .is_ok();
    fits && known.is_some() && !typed.is_empty()
}

/// Whether a stored hash was made with weaker parameters than today's.
pub fn outdated(stored: &PasswordHash) -> bool {
    let params = stored.read().and_then(|hash| Params::try_from(&hash).ok());
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
        let heavy = PasswordHash(hash.0.replace("m=19456", "m=4194304"));
        assert!(!verify_now(
            &normalise("correct horse battery staple"),
            Some(&heavy)
        ));
        assert!(!verify_now(&normalise("x"), Some(&PasswordHash::none())));
        assert!(outdated(&PasswordHash(hash.0.replace("m=19456", "m=4096"))) && !outdated(&hash));
    }
}
