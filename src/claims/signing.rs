//! Who signs, for whom, and what every signed statement has: the party, the signatory with their
//! capacity, how they were identified, and when it was signed. It is sealed with where it was signed
//! and on what. What somebody signed on paper has the same statement, put on record by staff: it
//! names the paper in the place of a time of signing.

use chrono::{NaiveDate, SecondsFormat};
use diesel::prelude::*;
use serde_json::{Value, json};

use crate::access::Grant;
use crate::claims::consents::SignatureMethod;
use crate::claims::identity::Identity;
use crate::claims::signatories::{self, Signatory};
use crate::claims::{self, Own, Party, Row, entered, identifications, own};
use crate::db::Write;
use crate::db::derived::NotErased;
use crate::db::schema::claim;
use crate::error::{Error, Fault};
use crate::ids::{ClaimId, SignatoryId};
use crate::input::{PersonName, Sha256};
use crate::vault::{Place, Sealed};

/// Somebody who signs, with the claim that they sign for, which is locked.
pub(crate) struct Signer {
    pub own: Own,
    identity: Identity,
    /// Who signs for the party; none where it signs itself.
    pub signatory: Option<Signatory>,
    paper: Option<Paper>,
}

/// A paper that somebody signed and the caller has seen.
pub(super) struct Paper {
    pub signed_on: NaiveDate,
    /// Of the scan that the firm keeps.
    pub scan_sha256: Sha256,
}

impl Signer {
    /// The caller, for a claim of theirs.
    ///
    /// # Errors
    /// A conflict where everybody who signs for the party signs by a link.
    pub fn here(w: &mut Write, claim: ClaimId) -> Result<Self, Error> {
        let own = own(w, claim)?;
        let signatory = signatories::here(w, &own)?;
        Self::with(w, own, signatory, None)
    }

    /// Whoever signed that paper, for a draft that the caller enters for somebody; none of the
    /// signatories where the party signs itself.
    ///
    /// # Errors
    /// `NotFound` where the caller enters no such draft; `Invalid` for a signatory of another claim.
    pub fn on_paper(
        w: &mut Write,
        claim: ClaimId,
        signatory: Option<SignatoryId>,
        paper: Paper,
    ) -> Result<Self, Error> {
        let own = entered(w, claim)?;
        let named = match own.row.party {
            Party::Person => Vec::new(),
            _ => signatories::of_claim_as(w, claim, Some(&own.grant))?,
        };
        let mut named = named.into_iter();
        let signed = named.find(|one| Some(one.id) == signatory);
        let itself = own.row.party == Party::Person && signatory.is_none();
        if signed.is_none() && !itself {
            return Err(Error::invalid("signatory", "signatory-unknown"));
        }
        Self::with(w, own, signed, Some(paper))
    }

    /// Whoever shows the secret of a signatory's link.
    ///
    /// # Errors
    /// `NotFound` where the link cannot be used.
    pub fn of_link(w: &mut Write, token: &str) -> Result<Self, Error> {
        let (id, claim, grant) = Grant::of_signing_link(w, token)?;
        let there = claim::table.find(claim).filter(NotErased);
        let row: Row = there
            .select(Row::as_select())
            .for_no_key_update()
            .first(w.conn())?;
        let named = signatories::of_claim_as(w, claim, Some(&grant))?;
        let signatory = named.into_iter().find(|signatory| signatory.id == id);
        let signatory = signatory.ok_or(Error::NotFound)?;
        Self::with(w, Own { row, grant }, Some(signatory), None)
    }

    fn with(
        w: &mut Write,
        own: Own,
        signatory: Option<Signatory>,
        paper: Option<Paper>,
    ) -> Result<Self, Error> {
        let identity = own.row.identity(w, &own.grant)?;
        Ok(Self {
            own,
            identity,
            signatory,
            paper,
        })
    }

    /// How it is signed.
    pub fn method(&self) -> SignatureMethod {
        match self.paper {
            None => SignatureMethod::TypedName,
            Some(_) => SignatureMethod::Paper,
        }
    }

    pub fn row(&self) -> &claims::Row {
        &self.own.row
    }

    pub fn signatory_id(&self) -> Option<SignatoryId> {
        self.signatory.as_ref().map(|signatory| signatory.id)
    }

    /// The name that was typed, which has to be the signer's, where that is known.
    pub fn name(&self, typed: &str) -> Result<PersonName, Fault> {
        let name = PersonName::parse("signed_name", typed)?;
        let known = match &self.signatory {
            Some(signatory) => &signatory.name,
            None => &self.identity.name,
        };
        match known {
            Some(known) if !name.is_same_as(known) => Err(Fault::new("signed_name", "signed-name")),
            _ => Ok(name),
        }
    }

    /// What is signed as `what`, under that name: an object to which every statement's parts are
    /// added.
    pub fn statement(
        &self,
        w: &mut Write,
        name: &PersonName,
        mut what: Value,
    ) -> Result<Value, Error> {
        let signatory = self.signatory.as_ref();
        what["case"] = json!(self.row().case_id);
        what["claim"] = json!(self.row().id);
        let now = json!(w.now().to_rfc3339_opts(SecondsFormat::Micros, true));
        match &self.paper {
            None => {
                what["identification"] = identifications::before_signing(w, &self.own, signatory)?;
                what["signed_at"] = now;
            }
            Some(paper) => {
                let (mandate, on) = (!what["mandate"].is_null(), paper.signed_on);
                let own = &self.own;
                what["identification"] =
                    identifications::before_paper(w, own, signatory, mandate, on)?;
                what["paper"] = json!({
                    "recorded_at": now,
                    "recorded_by": w.account()?,
                    "scan_sha256": paper.scan_sha256,
                    "signed_on": on,
                });
            }
        }
        what["party"] = json!({
            "kind": self.row().party,
            "name": self.identity.name.as_ref().map(PersonName::as_str),
        });
        what["signatory"] = match signatory {
            None => json!({ "capacity": "self" }),
            Some(signatory) => json!({
                "capacity": signatory.capacity,
                "id": signatory.id,
                "office": signatory.office,
                "share": signatory.share,
            }),
        };
        what["signed_name"] = json!(name.as_str());
        what["v"] = json!(2);
        Ok(what)
    }

    /// A statement sealed with where it was signed and on what, as far as that was here.
    pub fn seal(&self, w: &Write, place: Place, statement: &Value) -> Sealed {
        let origin = &w.ticket().origin;
        let statement = ("statement", statement.to_string());
        let here = [
            ("address", origin.address.clone()),
            ("device", origin.device()),
        ];
        let here = here.into_iter().filter(|_| self.paper.is_none());
        w.vault().seal(place, here.chain([statement]))
    }
}
