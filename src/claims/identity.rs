//! Who a claimant is: sealed as one document, found by exact name or telephone number.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::claims::Party;
use crate::claims::hints::{self, Hint};
use crate::error::Fault;
use crate::input::{self, Faults, Field, Fields, PersonName, Phone};
use crate::law::{self, CorporationNumber};
use crate::vault::{Opened, Vault};

/// What a claimant types; whatever is left out can follow until submission.
#[derive(Deserialize, ToSchema, Default)]
#[serde(deny_unknown_fields)]
pub struct IdentityInput {
    /// Name of the person, or of the corporation as registered.
    #[serde(default)]
    pub name: Option<String>,
    /// Birth date of a person, the year first: 1980-05-05.
    #[serde(default)]
    pub birth_date: Option<String>,
    /// A Korean telephone number, or one with the code of its country.
    #[serde(default)]
    pub phone: Option<String>,
    /// Postal address.
    #[serde(default)]
    pub address: Option<String>,
    /// Registration number of a corporation, thirteen digits.
    #[serde(default)]
    pub corporation_number: Option<String>,
}

/// Who a claimant is, as far as it is known.
#[derive(Serialize, ToSchema, Default)]
pub struct Identity {
    /// Name of the person or corporation.
    pub name: Option<PersonName>,
    /// Birth date of a person.
    pub birth_date: Option<NaiveDate>,
    /// Telephone number, a Korean one with hyphens, another one as +442079460958.
    pub phone: Option<Phone>,
    /// Postal address.
    pub address: Option<String>,
    /// Registration number of a corporation, 6-7.
    pub corporation_number: Option<CorporationNumber>,
}

/// Blind indexes of an identity.
pub struct Indexes {
    /// Of the name as it is compared.
    pub name: Option<Vec<u8>>,
    /// Of the telephone number without hyphens.
    pub phone: Option<Vec<u8>>,
    /// Of the party: of a corporation its name and number, of everybody else name and birth date.
    pub party: Vec<u8>,
}

impl IdentityInput {
    /// What is known already, as it would be typed.
    pub fn of(identity: Identity) -> Self {
        Self {
            name: identity.name.map(|name| name.as_str().into()),
            birth_date: identity.birth_date.map(|date| date.to_string()),
            phone: identity.phone.map(|phone| phone.as_str().into()),
            address: identity.address,
            corporation_number: identity.corporation_number.map(|number| number.to_string()),
        }
    }

    /// The identity, with a fault noted for each field that is wrong.
    pub fn parse(&self, now: DateTime<Utc>, faults: &mut Faults) -> Field<Identity> {
        let name = faults.optional(self.name.as_deref(), |typed| {
            PersonName::parse("identity.name", typed)
        });
        let birth_date =
            faults.optional(self.birth_date.as_deref(), |typed| birth_date(typed, now));
        let phone = faults.optional(self.phone.as_deref(), |typed| {
            Phone::parse("identity.phone", typed)
        });
        let address = faults.optional(self.address.as_deref(), |typed| {
            input::line("identity.address", typed, input::limits::ADDRESS)
        });
        let corporation_number = faults.optional(self.corporation_number.as_deref(), |typed| {
            CorporationNumber::parse("identity.corporation_number", typed)
        });
        let parsed = (name, birth_date, phone, address, corporation_number).together();
        parsed.map(
            |(name, birth_date, phone, address, corporation_number)| Identity {
                name,
                birth_date,
                phone,
                address,
                corporation_number,
            },
        )
    }
}

impl Identity {
    /// The fields that are known, by their names in the sealed document.
    pub fn fields(&self) -> impl Iterator<Item = (&'static str, String)> {
        let fields = [
            ("name", self.name.as_ref().map(|name| name.as_str().into())),
            ("birth_date", self.birth_date.map(|date| date.to_string())),
            (
                "phone",
                self.phone.as_ref().map(|phone| phone.as_str().into()),
            ),
            ("address", self.address.clone()),
            (
                "corporation_number",
                self.corporation_number.as_ref().map(ToString::to_string),
            ),
        ];
        fields
            .into_iter()
            .filter_map(|(name, value)| value.map(|value| (name, value)))
    }

    /// What the claimant may want to change.
    pub(super) fn hints(&self) -> Vec<Hint> {
        hints::masked(&[
            ("identity.name", self.name.as_ref().map(PersonName::as_str)),
            ("identity.address", self.address.as_deref()),
        ])
    }

    /// The identity out of its opened document.
    pub fn open(opened: &Opened) -> Self {
        Self {
            name: opened.find("name").map(PersonName::of_stored),
            birth_date: opened.find("birth_date").and_then(|date| date.parse().ok()),
            phone: opened.find("phone").map(Phone::of_stored),
            address: opened.find("address"),
            corporation_number: CorporationNumber::of_stored(opened.get("corporation_number")),
        }
    }

    /// Under which keys it can be found.
    pub fn indexes(&self, party: Party, vault: &Vault) -> Indexes {
        let name = self.name.as_ref();
        let name = name.map(|name| vault.index("name", &name.searched()));
        let phone = self.phone.as_ref();
        let told_apart = match party {
            Party::Corporation => self.corporation_number.as_ref().map(ToString::to_string),
            _ => self.birth_date.map(|day| day.to_string()),
        };
        let named = name.as_ref().map(hex::encode).unwrap_or_default();
        let party = format!("{named} {}", told_apart.unwrap_or_default());
        Indexes {
            phone: phone.map(|phone| vault.index("phone", &phone.searched())),
            party: vault.index("party", &party),
            name,
        }
    }
}

fn birth_date(typed: &str, now: DateTime<Utc>) -> Result<NaiveDate, Fault> {
    let field = "identity.birth_date";
    let date = input::date(field, typed)?;
    let earliest = NaiveDate::from_ymd_opt(1900, 1, 1).expect("a valid date");
    if date < earliest || date > law::day_in_korea(now) {
        return Err(Fault::new(field, "birth-date"));
    }
    Ok(date)
}
