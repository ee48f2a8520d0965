//! What a mail tells, to whom and in which language, and how that lies sealed until it is sent.

use crate::access::Grant;
use crate::codes::codes;
use crate::error::Error;
use crate::ids::{ClaimId, MailId, RecoveryId, SignatoryId};
use crate::input::Email;
use crate::text::Language;
use crate::vault::{Place, Vault};

codes! {
    /// What a mail tells; `mail-<code>` in web/locales says it.
    MailKind {
        /// Makes an account.
        Registration = "registration",
        /// Gives an account that staff made for somebody its address.
        Address = "address",
        /// Somebody asked for an account that is there already.
        Known = "known",
        /// Sets a new password.
        Reset = "reset",
        /// Somebody asked for a new password where there is no account.
        Unknown = "unknown",
        /// An account was made for a member of staff.
        Invitation = "invitation",
        /// Somebody is asked to sign for a party.
        Signature = "signature",
        /// Staff put on record how a signatory was identified.
        Identified = "identified",
        /// The firm had another file at hand than the one that is listed.
        EvidenceDiffers = "evidence_differs",
        /// A claim was handed in.
        Submitted = "submitted",
        /// The firm decided about a claim.
        Decided = "decided",
        /// A claim was taken back, or fell with a consent.
        Withdrawn = "withdrawn",
        /// A consent text that was answered has a new wording.
        ConsentText = "consent_text",
        /// The firm wrote to those whom a filter reaches.
        Message = "message",
        /// A claim was erased.
        ClaimErased = "claim_erased",
        /// An account was erased: the last word to its address.
        AccountErased = "account_erased",
        /// An account is to get another address, unless somebody stops it.
        RecoveryBegun = "recovery_begun",
        /// The same, to the other address.
        RecoveryAwaited = "recovery_awaited",
        /// The same, to another address that cannot be used.
        RecoveryUnusable = "recovery_unusable",
        /// An account got another address: the last word to the one of before.
        RecoveryDone = "recovery_done",
        /// An account got this address; chooses a password.
        Recovered = "recovered",
        /// A member of staff signed in on a device that never did before.
        NewDevice = "new_device",
    }
}

/// A mail to be, with the secret of its link where it has one, and the hours it can be used.
#[derive(Clone, Copy)]
pub enum Mail<'t> {
    /// Carries a code too, for the page that was left open.
    Registration {
        token: &'t str,
        code: &'t str,
        hours: i64,
    },
    Address {
        code: &'t str,
        hours: i64,
    },
    Known,
    Reset {
        token: &'t str,
        hours: i64,
    },
    Unknown,
    /// As before, but the mailbox heard so today. Nothing is sent, for the same work: who measures
    /// it must not learn whether there is an account.
    Withheld,
    Invitation {
        token: &'t str,
        hours: i64,
    },
    Signature {
        signatory: SignatoryId,
        token: &'t str,
        days: i64,
    },
    /// Something happened to a claim, which has a number once it was handed in.
    Claim(MailKind, ClaimId, Option<&'t str>),
    /// About a recovery over a claim with that number.
    Recovery(RecoveryMail<'t>, RecoveryId, Option<&'t str>),
    /// To the address that an account got.
    Recovered {
        token: &'t str,
        hours: i64,
    },
    AccountErased,
    NewDevice,
}

/// What is told of a recovery; `at` is when the account gets the address.
#[derive(Clone, Copy)]
pub enum RecoveryMail<'t> {
    /// To everybody who could be robbed by it, with the secret of the link that stops it.
    Begun { token: &'t str, at: &'t str },
    /// To the address that the account is to get.
    Awaited { at: &'t str },
    /// To an address that it cannot get.
    Unusable,
    /// To the address that the account had.
    Done,
}

impl RecoveryMail<'_> {
    fn parts(self, number: Option<&str>) -> (MailKind, String, Values) {
        let number = ("number", number.unwrap_or("draft").to_string());
        let at = |at: &str| ("at", at.to_string());
        let home = || "/".to_string();
        match self {
            Self::Begun { token, at: due } => {
                let path = format!("/recoveries/{token}");
                (MailKind::RecoveryBegun, path, vec![at(due), number])
            }
            Self::Awaited { at: due } => (MailKind::RecoveryAwaited, home(), vec![at(due), number]),
            Self::Unusable => (MailKind::RecoveryUnusable, home(), vec![number]),
            Self::Done => (MailKind::RecoveryDone, home(), vec![number]),
        }
    }
}

/// What the text of a mail fills in.
const VALUES: [&str; 5] = ["at", "code", "days", "hours", "number"];

type Values = Vec<(&'static str, String)>;

impl Mail<'_> {
    /// What it tells, where its link leads, and what its text fills in.
    fn parts(self) -> (MailKind, String, Values) {
        let reset = |token| format!("/password-reset/{token}");
        let hours = |hours: i64| ("hours", hours.to_string());
        let home = || "/".to_string();
        match self {
            Self::Registration {
                token,
                code,
                hours: within,
            } => {
                let values = vec![("code", code.into()), hours(within)];
                (
                    MailKind::Registration,
                    format!("/registration/{token}"),
                    values,
                )
            }
            Self::Address {
                code,
                hours: within,
            } => {
                let values = vec![("code", code.into()), hours(within)];
                (MailKind::Address, String::new(), values)
            }
            Self::Known => (MailKind::Known, home(), Vec::new()),
            Self::Reset {
                token,
                hours: within,
            } => (MailKind::Reset, reset(token), vec![hours(within)]),
            Self::Unknown | Self::Withheld => (MailKind::Unknown, home(), Vec::new()),
            Self::Invitation {
                token,
                hours: within,
            } => (MailKind::Invitation, reset(token), vec![hours(within)]),
            Self::Signature { token, days, .. } => {
                let values = vec![("days", days.to_string())];
                (MailKind::Signature, format!("/signatures/{token}"), values)
            }
            Self::Claim(kind, claim, number) => {
                let path = match kind {
                    MailKind::ClaimErased => home(),
                    MailKind::EvidenceDiffers => format!("/claims/{claim}/evidence"),
                    _ => format!("/claims/{claim}"),
                };
                let number = number.unwrap_or("draft").to_string();
                (kind, path, vec![("number", number)])
            }
            Self::Recovery(mail, _, number) => mail.parts(number),
            Self::Recovered {
                token,
                hours: within,
            } => (MailKind::Recovered, reset(token), vec![hours(within)]),
            Self::AccountErased => (MailKind::AccountErased, String::new(), Vec::new()),
            Self::NewDevice => (MailKind::NewDevice, home(), Vec::new()),
        }
    }
}

fn place(id: MailId) -> Place {
    Place {
        table: "mail",
        id: id.0,
        subject: id.0,
    }
}

/// What a mail says, to whom.
pub struct Letter {
    pub to: Email,
    pub kind: MailKind,
    pub language: Language,
    /// Where its link leads, below the registry's address.
    pub path: String,
    /// What its text fills in.
    pub values: Values,
}

/// Seals what a mail tells, for whoever delivers it.
pub(super) fn seal(
    vault: &Vault,
    id: MailId,
    to: &Email,
    mail: Mail,
    language: Language,
) -> Vec<u8> {
    let (kind, path, values) = mail.parts();
    let common: [(&str, String); 4] = [
        ("to", to.as_str().into()),
        ("kind", kind.as_str().into()),
        ("language", language.as_str().into()),
        ("path", path),
    ];
    let fields = common.into_iter().chain(values);
    vault.seal(place(id), fields).sealed
}

pub(super) fn open(vault: &Vault, id: MailId, sealed: &[u8]) -> Result<Letter, Error> {
    let opened = vault.open(&Grant::for_program(), place(id), sealed)?;
    let value = |name| opened.find(name).map(|value| (name, value));
    Ok(Letter {
        to: Email::of_stored(opened.get("to").into()),
        kind: opened.get("kind").parse().map_err(Error::internal)?,
        language: opened.get("language").parse().map_err(Error::internal)?,
        path: opened.get("path").into(),
        values: VALUES.into_iter().filter_map(value).collect(),
    })
}
