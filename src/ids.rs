//! Identifiers. Each kind of thing has its own type, so that a claim's id cannot stand where an
//! account's is meant. An id is a UUID of version 7: it names a thing and is not a secret.

use std::fmt;
use std::str::FromStr;

use diesel::deserialize::{FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::{Pg, PgValue};
use diesel::serialize::{Output, ToSql};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema, AsExpression, FromSqlRow)]
        #[diesel(sql_type = diesel::sql_types::Uuid)]
        #[schema(value_type = String, format = Uuid)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new id; ids made later sort later.
            #[allow(clippy::new_without_default)]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                text.parse().map(Self)
            }
        }

        impl ToSql<diesel::sql_types::Uuid, Pg> for $name {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> diesel::serialize::Result {
                <Uuid as ToSql<diesel::sql_types::Uuid, Pg>>::to_sql(&self.0, out)
            }
        }

        impl FromSql<diesel::sql_types::Uuid, Pg> for $name {
            fn from_sql(value: PgValue<'_>) -> diesel::deserialize::Result<Self> {
                <Uuid as FromSql<diesel::sql_types::Uuid, Pg>>::from_sql(value).map(Self)
            }
        }
    )+};
}

ids! {
    /// A person who signs in: claimant or staff.
    AccountId,
    /// One signing in on one device.
    SessionId,
    /// A mass suit.
    CaseId,
    /// What one person or corporation brings into one case.
    ClaimId,
    /// One business of a claim.
    BusinessId,
    /// One position of a claim's loss.
    LossId,
    /// One file that a claimant listed.
    EvidenceId,
    /// What the firm found of a listed file, once.
    EvidenceCheckId,
    /// One answer to one consent item.
    ConsentId,
    /// One version of a consent text in one language.
    ConsentTextId,
    /// A special power given or taken back.
    PowerStatementId,
    /// A statement that what was signed still holds.
    ReaffirmationId,
    /// Somebody who signs for a party.
    SignatoryId,
    /// How a signatory was identified, once.
    IdentificationId,
    /// One recovery of an account whose mailbox was lost.
    RecoveryId,
    /// What an identity provider said, once.
    IdentityCheckId,
    /// One decision of the firm on a claim.
    ReviewId,
    /// One assessment of a position by the firm.
    AssessmentId,
    /// One act of showing identities to a member of staff.
    DisclosureId,
    /// One download of an export.
    DownloadId,
    /// One erasure of a claim or an account.
    ErasureId,
    /// One legal hold.
    HoldId,
    /// One mail that waits or failed.
    MailId,
    /// One verification that was asked for.
    VerificationId,
    /// One notice on a case.
    NoticeId,
    /// One message of the firm to claimants.
    MessageId,
    /// What was handed in with a claim, one time.
    ManifestId,
    /// One record of who filed a claim for somebody else.
    StaffedClaimId,
}
