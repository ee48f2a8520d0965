//! How much fields and parameters take, from the constants of the code that reads them: utoipa's
//! attributes take only literals.

use utoipa::openapi::RefOr;
use utoipa::openapi::path::Operation;
use utoipa::openapi::schema::{Components, Schema};

use crate::accounts::password;
use crate::claims::{self, businesses, evidence};
use crate::http::api::log;
use crate::http::request::LONGEST_KEY;
use crate::input::limits;

/// What a value may be.
enum Limit {
    /// Characters, from and to.
    Length(usize, usize),
    /// A regular expression of ECMA-262.
    Form(&'static str),
    /// Numbers, from and to.
    Range(i64, i64),
    /// Items, from and to.
    Items(usize, usize),
}
use Limit::{Form, Items, Length, Range};

const SHA256: Limit = Form("^[0-9A-Fa-f]{64}$");
const NAME: Limit = Length(0, limits::NAME);
const EMAIL: Limit = Length(0, limits::EMAIL);
const NOTE: Limit = Length(0, limits::NOTE);
const REASON: Limit = Length(limits::SHORTEST_REASON, limits::LONGEST_REASON);
const PASSWORD: Limit = Length(password::SHORTEST, password::LONGEST);

/// Schema, field and limit. What may be left out may be empty.
const FIELDS: [(&str, &str, Limit); 29] = [
    ("Registration", "email", EMAIL),
    ("Confirmation", "email", EMAIL),
    ("Confirmation", "password", PASSWORD),
    ("ResetRequest", "email", EMAIL),
    ("Followed", "password", PASSWORD),
    ("PasswordChange", "new", PASSWORD),
    ("NewStaff", "email", EMAIL),
    ("NewStaff", "name", NAME),
    ("IdentityInput", "name", NAME),
    ("IdentityInput", "address", Length(0, limits::ADDRESS)),
    ("BusinessInput", "name", NAME),
    ("ClaimInput", "businesses", Items(0, businesses::MOST)),
    ("ClaimInput", "services", Items(0, claims::MOST_SERVICES)),
    ("LossInput", "note", NOTE),
    ("LossInput", "basis", NOTE),
    ("LossInput", "release_terms", NOTE),
    ("AssessmentInput", "reason", REASON),
    ("EvidenceInput", "file_name", Length(1, limits::FILE_NAME)),
    ("EvidenceInput", "size_bytes", Range(1, evidence::LARGEST)),
    ("EvidenceInput", "sha256", SHA256),
    ("EvidenceInput", "note", NOTE),
    ("ConsentInput", "text_sha256", SHA256),
    ("ConsentInput", "signed_name", NAME),
    ("ReviewInput", "note", Length(0, limits::DECISION)),
    ("HoldInput", "reason", REASON),
    ("ExportInput", "reason", REASON),
    ("ExportInput", "claims", Items(1, usize::MAX)),
    ("DisclosureInput", "reason", REASON),
    ("DisclosureInput", "claims", Items(1, usize::MAX)),
];

/// Writes the limits of fields into the schemas.
pub fn of_fields(components: &mut Components) {
    for (schema, field, limit) in FIELDS {
        let value = match components.schemas.get_mut(schema) {
            Some(RefOr::T(Schema::Object(object))) => object.properties.get_mut(field),
            _ => None,
        };
        match value {
            Some(RefOr::T(value)) => limit.bound(value),
            // every start of a server in the tests comes by here
            _ => unreachable!("{schema}.{field} is in the description"),
        }
    }
}

/// Writes the limits of parameters into an operation.
pub fn of_parameters(operation: &mut Operation, path: &str) {
    for parameter in operation.parameters.iter_mut().flatten() {
        let RefOr::T(parameter) = parameter else {
            continue;
        };
        let limit = match parameter.name.as_str() {
            "limit" if path == "/api/v1/log/entries" => Range(1, log::MOST),
            "limit" => Range(1, limits::PAGE),
            "from" | "size" | "entry" => Range(0, i64::MAX),
            "If-Match" => Form("^(W/)?\"[^\"]*\"(\\s*,\\s*(W/)?\"[^\"]*\")*$"),
            "Idempotency-Key" => Length(1, LONGEST_KEY),
            _ => continue,
        };
        if let Some(RefOr::T(value)) = parameter.schema.as_mut() {
            limit.bound(value);
            if parameter.name == "Idempotency-Key" {
                Form("^[!-~]+$").bound(value);
            }
        }
    }
}

impl Limit {
    fn bound(&self, value: &mut Schema) {
        match (self, value) {
            (Length(least, most), Schema::Object(text)) => {
                text.min_length = Some(*least).filter(|least| *least > 0);
                text.max_length = Some(*most);
            }
            (Form(form), Schema::Object(text)) => text.pattern = Some((*form).into()),
            (Range(least, most), Schema::Object(number)) => {
                number.minimum = Some((*least).into());
                number.maximum = Some((*most).into());
            }
            (Items(least, most), Schema::Array(list)) => {
                list.min_items = Some(*least).filter(|least| *least > 0);
                list.max_items = Some(*most).filter(|most| *most < usize::MAX);
            }
            _ => {}
        }
    }
}
