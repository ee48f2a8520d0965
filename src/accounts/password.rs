//! Passwords: what is accepted, and hashing on a bounded lane. A hash takes about 20 ms of a processor; without a bound a
//! burst of registrations would starve everything else.

use std::sync::Arc;
use std::sync::LazyLock;
use std::time::Duration;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Argon2, Params};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, Fault};

/// How long a request waits for the lane before it is told to come again.
const PATIENCE: Duration = Duration::from_millis(1_500);
/// Stored parameters above this are not obeyed: a planted hash must not be able to stall the server. KiB and passes.
const CEILING: (u32, u32) = (64 * 1024, 8);
/// Longest password in characters; longer input is refused before it is hashed.
const LONGEST: usize = 256;

/// Verified where there is no account, so that the answer takes as long as where there is one.
static DUMMY: LazyLock<String> =
    LazyLock::new(|| hash_now(&normalise("no account has this password")).expect("the default parameters hash"));

/// A password in normal form: NFC, so that Korean typed on any device is the same bytes.
pub fn normalise(typed: &str) -> SecretString {
    typed.nfc().collect::<String>().into()
}

/// Checks a new password: 8 characters (12 for staff), no well-known or guessable one, nothing that the account or the
/// product is called. No rule about kinds of characters.
pub fn acceptable(field: &str, typed: &str, staff: bool, context: &[&str]) -> Result<SecretString, Fault> {
    let password = normalise(typed);
    let least = if staff { 12 } else { 8 };
    let length = password.expose_secret().chars().count();
    if length < least {
        return Err(Fault::new(field, "password-short").with("least", least));
    }
    if length > LONGEST {
        return Err(Fault::new(field, "too-long").with("most", LONGEST));
    }
    let words: Vec<&str> = context.iter().copied().chain(["kakao", "claimant", "registry", "카카오"]).collect();
    let guessable = zxcvbn::zxcvbn(password.expose_secret(), &words).score() < zxcvbn::Score::Two;
    if guessable { Err(Fault::new(field, "password-guessable")) } else { Ok(password) }
}

/// As [`acceptable`], away from the threads that serve requests: guessing takes milliseconds, and whoever shared the thread
/// would wait for them.
pub async fn accept(field: &'static str, typed: String, staff: bool, context: String) -> Result<Result<SecretString, Fault>, Error> {
    actix_web::web::block(move || acceptable(field, &typed, staff, &[&context])).await.map_err(Error::internal)
}

/// Hashes and verifies passwords, a bounded number at a time.
#[derive(Clone)]
pub struct Lane(Arc<Semaphore>);

impl Lane {
    /// A lane for so many passwords at a time; 0 means one less than the processors, at least one.
    pub fn new(width: usize) -> Self {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        let width = if width == 0 { (processors - 1).max(1) } else { width };
        LazyLock::force(&DUMMY); // not at the first unknown address, where it would show
        Self(Arc::new(Semaphore::new(width)))
    }

    /// Hashes a password.
    ///
    /// # Errors
    /// `Unavailable` where the lane stays full.
    pub async fn hash(&self, password: SecretString) -> Result<String, Error> {
        self.run(move || hash_now(&password)).await?
    }

    /// Whether the password is the one behind the stored hash; `None` stands for no account and takes as long.
    ///
    /// # Errors
    /// `Unavailable` where the lane stays full.
    pub async fn verify(&self, password: SecretString, stored: Option<String>) -> Result<bool, Error> {
        self.run(move || verify_now(&password, stored.as_deref())).await
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
        let permit = tokio::time::timeout(PATIENCE, self.0.clone().acquire_owned()).await;
        let Ok(Ok(permit)) = permit else {
            return Err(Error::Unavailable("hashing", 3));
        };
        let done = actix_web::web::block(move || {
            let _permit = permit; // lives in the job: a client that goes away must not free it
            work()
        });
        done.await.map_err(Error::internal)
    }
}

/// Hashes on this thread: argon2id, 19 MiB, 2 passes, 1 lane.
pub fn hash_now(password: &SecretString) -> Result<String, Error> {
    let hash: PasswordHash = Argon2::default().hash_password(password.expose_secret().as_bytes()).map_err(Error::internal)?;
    Ok(hash.to_string())
}

fn verify_now(password: &SecretString, stored: Option<&str>) -> bool {
    let usable = |text: &str| {
        let hash = PasswordHash::new(text).ok()?;
        let params = Params::try_from(&hash).ok()?;
        (params.m_cost() <= CEILING.0 && params.t_cost() <= CEILING.1 && params.p_cost() <= 4).then_some(hash)
    };
    // over-long input costs as much as any other and never fits
    let typed = password.expose_secret();
    let typed = if typed.chars().count() > LONGEST { "" } else { typed };
    let known = stored.and_then(usable);
    let dummy = PasswordHash::new(&DUMMY).expect("made by hash_now");
    let fits = Argon2::default().verify_password(typed.as_bytes(), known.as_ref().unwrap_or(&dummy)).is_ok();
    fits && known.is_some() && !typed.is_empty()
}

/// Whether a stored hash was made with weaker parameters than today's.
pub fn outdated(stored: &str) -> bool {
    let params = PasswordHash::new(stored).ok().and_then(|hash| Params::try_from(&hash).ok());
    params.is_some_and(|params| params.m_cost() < Params::DEFAULT.m_cost() || params.t_cost() < Params::DEFAULT.t_cost())
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn guessable_passwords_are_refused_and_long_phrases_are_not() {
        for (typed, staff) in
            [("password", false), ("12345678", false), ("qwerty12", false), ("kakao2022", false), ("짧다", false), ("elevenchars", true)]
        {
            assert!(acceptable("password", typed, staff, &[]).is_err(), "{typed}");
        }
        for typed in ["가나다라 옥상에서 읽은 책", "correct horse battery staple", "vK3-wq81-zzP"] {
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
        assert!(!verify_now(&normalise("no account has this password"), None));
    }

    #[test]
    fn planted_parameters_are_not_obeyed() {
        let hash = hash_now(&normalise("correct horse battery staple")).unwrap();
        let heavy = hash.replace("m=19456", "m=4194304");
        assert!(!verify_now(&normalise("correct horse battery staple"), Some(&heavy)));
        assert!(!verify_now(&normalise("x"), Some("!")));
        assert!(outdated(&hash.replace("m=19456", "m=4096")) && !outdated(&hash));
    }
}
