//! Passwords: what is accepted, and how they are hashed and verified. Requests do so on the
//! [`super::hashing`].

use std::collections::BTreeSet;
use std::sync::LazyLock;

use argon2::password_hash::phc;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Argon2, Params};
use diesel::deserialize::{FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::{Pg, PgValue};
use diesel::serialize::{Output, ToSql};
use diesel::sql_types::Text;
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use unicode_normalization::UnicodeNormalization;
use zxcvbn::{Score, zxcvbn};

use crate::accounts::korean;
use crate::error::{Error, Fault};

/// Stored parameters above this are not obeyed: a planted hash must not be able to stall the
/// server. KiB and passes.
const CEILING: (u32, u32) = (64 * 1024, 8);
/// Longest password in characters; longer input is refused before it is hashed.
pub const LONGEST: usize = 256;
/// Shortest password of a claimant in characters; that of staff is longer.
pub const SHORTEST: usize = 8;

/// Characters that are judged at a time: the cost grows with the square and more.
const JUDGED: usize = 40;
/// Signs that zxcvbn also reads as letters, in every combination.
const READ_AS: [char; 20] = [
    '4', '@', '8', '(', '{', '[', '<', '3', '6', '9', '1', '!', '|', '7', '0', '$', '5', '+', '%',
    '2',
];
/// Kinds of them that are read in every way.
const KINDS: usize = 3;
/// What the product is called.
const CONTEXT: [&str; 4] = ["kakao", "claimant", "registry", "카카오"];

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
    email: &str,
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
    if guessable(password.expose_secret(), email) {
        Err(Fault::new(field, "password-guessable"))
    } else {
        Ok(password)
    }
}

/// Whether somebody guesses it soon, in any of the forms that they would try: as it was typed, as
/// the keys of a Korean keyboard, and both without what is put between and around words, where that
/// leaves more than it takes.
fn guessable(password: &str, email: &str) -> bool {
    let typed: Zeroizing<String> = Zeroizing::new(password.nfkc().collect());
    let keyed = Zeroizing::new(korean::keys(&typed));
    let mut forms = vec![typed, keyed];
    forms.dedup();
    forms.iter().any(|form| {
        let letters = form.chars().filter(|c| c.is_alphanumeric());
        let bare: Zeroizing<String> = Zeroizing::new(letters.collect());
        let mostly = bare != *form && 2 * bare.chars().count() >= form.chars().count();
        soon_guessed(form, email) || (mostly && soon_guessed(&bare, email))
    })
}

/// A part with many kinds of signs that look like letters, read as those letters: every way to read
/// them would be tried, which are hundreds.
fn plainly_read(part: Zeroizing<String>) -> Zeroizing<String> {
    let kinds: BTreeSet<char> = part.chars().filter(|c| READ_AS.contains(c)).collect();
    if kinds.len() <= KINDS {
        return part;
    }
    let read = |c| match c {
        '@' => 'a',
        '(' | '{' | '[' | '<' => 'c',
        '!' | '|' => 'i',
        '$' => 's',
        '+' => 't',
        '%' => 'x',
        other => other,
    };
    Zeroizing::new(part.chars().map(read).collect())
}

/// A text is as hard to guess as its hardest part. Of a long one only head and tail are judged,
/// because the time to judge grows faster than the text.
fn soon_guessed(text: &str, email: &str) -> bool {
    let length = text.chars().count();
    let part = |skipped: usize| {
        let part: String = text.chars().skip(skipped).take(JUDGED).collect();
        plainly_read(Zeroizing::new(part))
    };
    let parts = [0, length.saturating_sub(JUDGED)];
    let parts = &parts[..if length > JUDGED { 2 } else { 1 }];
    parts.iter().all(|skipped| {
        let part = part(*skipped);
        let lower = Zeroizing::new(part.to_lowercase());
        let mut words = korean::words_in(&lower);
        // with a common word in it, what is left has to be worth something by itself
        let least = if words.is_empty() {
            Score::Two
        } else {
            Score::Three
        };
        words.extend(CONTEXT);
        words.extend(
            email
                .split(['@', '.', '+', '-', '_'])
                .filter(|word| word.len() > 2),
        );
        words.push(email);
        zxcvbn(&part, &words).score() < least
    })
}

/// Makes what unknown addresses are verified against, and reads the lists of common words: not at
/// the first request, where it would show.
pub fn prepare() {
    LazyLock::force(&DUMMY);
    guessable("the first", "");
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
        let repeated = "가나다라".repeat(40);
        for (typed, staff, why) in [
            ("password", false, "the most common"),
            ("12345678", false, "a row of keys"),
            ("qwerty12", false, "a row of keys"),
            ("ｐａｓｓｗｏｒｄ１２", false, "full-width letters"),
            ("P@ssw0rd!", false, "letters that look alike"),
            ("kakao2022", false, "the product"),
            ("merchant2026", false, "the address"),
            ("짧다", false, "too short"),
            ("elevenchars", true, "too short for staff"),
            ("비밀번호1234", false, "the word for it"),
            ("비밀번호7391", false, "the word for it and four digits"),
            ("비밀번호!!", false, "too short and common"),
            ("비밀번호!!!!", false, "the word for it"),
            ("qlalfqjsgh", false, "the same on the other layout"),
            ("QLALFQJSGH1234!", false, "with capitals and a mark"),
            ("카카오톡1234", false, "the product"),
            ("카카오톡2022!", false, "the product with its year"),
            ("zkzkdhxhr", false, "on the other layout"),
            ("가나다라마바사아", false, "the alphabet"),
            ("rkskekfk12", false, "the alphabet, other layout"),
            ("ㅂㅈㄷㄱㅅㅛㅕㅑ", false, "a row of keys"),
            ("ㅔㅁㄴㄴ잭ㅇ12", false, "password, other layout"),
            ("안녕하세요1", false, "a greeting"),
            ("dkssudgktpdy", false, "a greeting, other layout"),
            ("dkssud12", false, "a greeting, other layout"),
            ("tkfkdgo1004", false, "love and angels"),
            ("사랑해 1004 !", false, "with marks between"),
            ("hong1234!", false, "a name"),
            ("Hong-2022-!!", false, "a name and a year"),
            ("대한민국만세", false, "too short and common"),
            ("홍길동19800505", false, "a name and a birthday"),
            (&repeated, true, "the same again and again"),
        ] {
            let judged = acceptable("password", typed, staff, "merchant@example.com");
            assert!(judged.is_err(), "{typed}: {why}");
        }
        for typed in [
            "가나다라 옥상에서 읽은 책",
            "옥상에서 읽은 파란 책 7권",
            "지붕 위의 노란 우산 8개",
            "correct horse battery staple",
            "seven blue books on the roof",
            "vK3-wq81-zzP",
            "]~^;=_&?{*}'\\",
            "비밀번호는 냉장고 뒤에 숨긴 자전거",
        ] {
            let judged = acceptable("password", typed, true, "merchant@example.com");
            assert!(judged.is_ok(), "{typed}");
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
