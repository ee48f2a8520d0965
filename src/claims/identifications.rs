//! How those who sign were identified: by whom, when, and with which evidence. Several add up, and
//! the case says what suffices. An electronic signature carries no presumption of being genuine, so
//! that whoever relies on it has to show who signed: each statement that is signed names the
//! identifications that there were.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::access::Grant;
use crate::accounts;
use crate::cases::IdentificationMethod;
use crate::claims::signatories::{self, Signatory};
use crate::claims::{self, Own, Party, of_staff, own, seen, staffed, told};
use crate::db::schema::identification;
use crate::db::{Read, Write};
use crate::error::{Error, Fault};
use crate::ids::{AccountId, CaseId, ClaimId, IdentificationId, SignatoryId};
use crate::input::{self, Faults};
use crate::law;
use crate::mail::MailKind;
use crate::vault::{Place, Sealed};

/// Identifications that a claim takes.
const MOST: i64 = 100;

/// How staff identified somebody.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IdentificationInput {
    /// Who it was; left out where the party signs itself.
    #[serde(default, deserialize_with = "input::or_none")]
    pub signatory: Option<SignatoryId>,
    /// How; the registry itself sees to `mail_code`, `phone_code`, `slip_code` and `identity_provider`.
    pub method: IdentificationMethod,
    /// The day, the year first: 2026-03-02.
    pub identified_on: String,
    /// What shows it: the number that was called, number and date of a certificate. Never a resident
    /// registration number.
    pub detail: String,
    /// That a number in the words which looks like a resident registration number is none.
    #[serde(default)]
    pub no_resident_number: bool,
}

/// An identification as the owner of the claim sees it; staff see it without the detail.
#[derive(Serialize, ToSchema)]
pub struct Identification {
    /// Id of the identification.
    pub id: IdentificationId,
    /// Who was identified; null where the party signs itself.
    pub signatory: Option<SignatoryId>,
    /// How.
    pub method: IdentificationMethod,
    /// The day on which it took place.
    pub identified_on: NaiveDate,
    /// Who saw to it, by the name that claimants see; null where the registry did.
    pub by: Option<String>,
    /// What shows it; the owner only.
    pub detail: Option<String>,
    /// When it was put on record.
    pub created_at: DateTime<Utc>,
    /// When the claimant said that it never took place: it counts no longer.
    pub objected_at: Option<DateTime<Utc>>,
}

/// An identification as it lies in the database.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = identification)]
struct Row {
    id: IdentificationId,
    claim_id: ClaimId,
    case_id: CaseId,
    signatory_id: Option<SignatoryId>,
    method: IdentificationMethod,
    account_id: Option<AccountId>,
    sealed: Vec<u8>,
    commitments: String,
    identified_on: NaiveDate,
    created_at: DateTime<Utc>,
    objected_at: Option<DateTime<Utc>>,
}

fn place(id: IdentificationId, claim: ClaimId) -> Place {
    Place {
        table: "identification",
        id: id.0,
        subject: claim.0,
    }
}

impl Row {
    fn open(self, r: &mut Read, grant: Option<&Grant>) -> Result<Identification, Error> {
        let by = self.account_id.map(|id| accounts::staff::name(r, id));
        let opened = r
            .vault()
            .open_for(grant, place(self.id, self.claim_id), &self.sealed)?;
        Ok(Identification {
            id: self.id,
            signatory: self.signatory_id,
            method: self.method,
            identified_on: self.identified_on,
            by: by.transpose()?,
            detail: opened.find("detail"),
            created_at: self.created_at,
            objected_at: self.objected_at,
        })
    }

    fn insert(self, w: &mut Write) -> Result<IdentificationId, Error> {
        let id = self.id;
        diesel::insert_into(identification::table)
            .values(self)
            .execute(w.conn())?;
        Ok(id)
    }
}

impl IdentificationInput {
    fn parse(&self, now: DateTime<Utc>) -> Result<(NaiveDate, String), Error> {
        let mut faults = Faults::default();
        let day = faults.take(input::date("identified_on", &self.identified_on));
        let past = day.get().is_none_or(|day| *day <= law::day_in_korea(now));
        faults.demand(past, "identified_on", "date-future");
        let detail = faults.take(input::note(
            "detail",
            &self.detail,
            input::limits::NOTE,
            self.no_resident_number,
        ));
        faults.demand(!self.method.is_of_registry(), "method", "method-registry");
        faults.finish((day, detail))
    }
}

/// Puts on record how staff of the case identified a signatory. The claimant is told and can object.
///
/// # Errors
/// `NotFound` for a claim that they do not see; `Invalid` with every fault, such as a signatory of
/// another claim; a conflict where the claim is over or there are too many.
pub fn record(
    w: &mut Write,
    claim: ClaimId,
    input: &IdentificationInput,
) -> Result<IdentificationId, Error> {
    let row = of_staff(w, claim)?;
    row.live()?;
    let (identified_on, detail) = input.parse(w.now())?;
    let named = signatories::of_claim_as(w, claim, None)?;
    let known = match input.signatory {
        None => row.party == Party::Person,
        Some(id) => named.iter().any(|one| one.id == id),
    };
    if !known {
        return Err(Error::invalid("signatory", "signatory-unknown"));
    }
    let there = identification::table.filter(identification::claim_id.eq(claim));
    if there.count().get_result::<i64>(w.conn())? >= MOST {
        return Err(Error::Conflict(
            Fault::new("", "too-many").with("most", MOST),
        ));
    }
    let id = IdentificationId::new();
    let Sealed {
        sealed,
        commitments,
    } = w.vault().seal(place(id, claim), [("detail", detail)]);
    let made = Row {
        id,
        claim_id: claim,
        case_id: row.case_id,
        signatory_id: input.signatory,
        method: input.method,
        account_id: Some(w.account()?),
        sealed,
        commitments,
        identified_on,
        created_at: w.now(),
        objected_at: None,
    };
    made.insert(w)?;
    told::tell(w, claim, MailKind::Identified)?;
    Ok(id)
}

/// Puts on record what a program of the firm showed of whoever signs: a provider who somebody is, a
/// message that they hold a telephone.
pub(super) fn by_hook(
    w: &mut Write,
    row: &claims::Row,
    signatory: Option<SignatoryId>,
    method: IdentificationMethod,
    identified_on: NaiveDate,
    fields: impl IntoIterator<Item = (&'static str, String)>,
) -> Result<IdentificationId, Error> {
    let id = IdentificationId::new();
    let Sealed {
        sealed,
        commitments,
    } = w.vault().seal(place(id, row.id), fields);
    let made = Row {
        id,
        claim_id: row.id,
        case_id: row.case_id,
        signatory_id: signatory,
        method,
        account_id: None,
        sealed,
        commitments,
        identified_on,
        created_at: w.now(),
        objected_at: None,
    };
    made.insert(w)
}

/// Says for a claim of the caller that an identification by staff never took place.
///
/// # Errors
/// `NotFound` for another's; a conflict where the registry saw to it, or it was objected to before.
pub fn object(w: &mut Write, id: IdentificationId) -> Result<(), Error> {
    let of = identification::table.find(id);
    let claim: ClaimId = of.select(identification::claim_id).first(w.conn())?;
    own(w, claim)?;
    let row: Row = of.select(Row::as_select()).first(w.conn())?;
    if row.account_id.is_none() || row.objected_at.is_some() {
        return Err(Error::conflict("identification-stands"));
    }
    let now = w.now();
    diesel::update(of)
        .set(identification::objected_at.eq(now))
        .execute(w.conn())?;
    Ok(())
}

/// Whether an identification counts: nobody objected to it.
pub(crate) fn stands(r: &mut Read, id: IdentificationId) -> Result<bool, Error> {
    let objected = identification::table.find(id);
    let objected = objected.select(identification::objected_at);
    let objected: Option<DateTime<Utc>> = objected.first(r.conn())?;
    Ok(objected.is_none())
}

/// How those who sign for a claim were identified, for its owner and staff of its case.
pub fn of_claim(r: &mut Read, claim: ClaimId) -> Result<Vec<Identification>, Error> {
    let (_, grant) = seen(r, claim)?;
    let rows: Vec<Row> = identification::table
        .filter(identification::claim_id.eq(claim))
        .order(identification::seq)
        .select(Row::as_select())
        .load(r.conn())?;
    let rows = rows.into_iter();
    rows.map(|row| row.open(r, grant.as_ref())).collect()
}

/// What somebody who signs now was identified by, as their statement names it. What the registry
/// sees to is put on record here: that they read the account's mailbox or showed the code of a slip,
/// and of whoever signs by a link that they followed it.
pub(super) fn before_signing(
    w: &mut Write,
    own: &Own,
    signatory: Option<&Signatory>,
) -> Result<Value, Error> {
    let seen_to = match signatory {
        Some(signatory) if !signatory.own => vec![(IdentificationMethod::MailCode, w.now())],
        _ => staffed::known_by(w)?,
    };
    let of = signatory.map(|signatory| signatory.id);
    let known = known(w, own, of)?;
    for (method, at) in seen_to {
        if known.iter().all(|(_, known, _)| *known != method) {
            add(w, own, of, method, law::day_in_korea(at), None)?;
        }
    }
    named(w, own, of)
}

/// Likewise where somebody signed on paper, which the caller has seen: the mandate itself identifies
/// them.
pub(super) fn before_paper(
    w: &mut Write,
    own: &Own,
    signatory: Option<&Signatory>,
    mandate: bool,
    signed_on: NaiveDate,
) -> Result<Value, Error> {
    let of = signatory.map(|signatory| signatory.id);
    if mandate {
        let by = w.account()?;
        let method = IdentificationMethod::PaperMandate;
        add(w, own, of, method, signed_on, Some(by))?;
    }
    named(w, own, of)
}

fn add(
    w: &mut Write,
    own: &Own,
    of: Option<SignatoryId>,
    method: IdentificationMethod,
    identified_on: NaiveDate,
    by: Option<AccountId>,
) -> Result<IdentificationId, Error> {
    let Sealed {
        sealed,
        commitments,
    } = Sealed::emptied();
    let made = Row {
        id: IdentificationId::new(),
        claim_id: own.row.id,
        case_id: own.row.case_id,
        signatory_id: of,
        method,
        account_id: by,
        sealed,
        commitments,
        identified_on,
        created_at: w.now(),
        objected_at: None,
    };
    made.insert(w)
}

type Known = (IdentificationId, IdentificationMethod, NaiveDate);

fn known(r: &mut Read, own: &Own, of: Option<SignatoryId>) -> Result<Vec<Known>, Error> {
    let there = identification::table
        .filter(identification::claim_id.eq(own.row.id))
        .filter(identification::signatory_id.is_not_distinct_from(of))
        .filter(identification::objected_at.is_null())
        .order(identification::seq)
        .select((
            identification::id,
            identification::method,
            identification::identified_on,
        ));
    Ok(there.load(r.conn())?)
}

fn named(r: &mut Read, own: &Own, of: Option<SignatoryId>) -> Result<Value, Error> {
    let known = known(r, own, of)?.into_iter();
    Ok(known
        .map(|(id, method, on)| json!({ "id": id, "method": method, "on": on }))
        .collect())
}

/// Those of the signatories (null: the party itself) whose identification does not suffice by the
/// rules of the case (any of them, each a method or several joined by `+`), with the key of what
/// they lack: more of it, or their word that what they signed before it still holds. `signed` says
/// when each of them signed last.
pub(super) fn lacking(
    r: &mut Read,
    claim: ClaimId,
    signing: &[Option<SignatoryId>],
    signed: &HashMap<Option<SignatoryId>, DateTime<Utc>>,
    rules: &[String],
) -> Result<Vec<(Option<SignatoryId>, &'static str)>, Error> {
    let known: Vec<(Option<SignatoryId>, IdentificationMethod, DateTime<Utc>)> =
        identification::table
            .filter(identification::claim_id.eq(claim))
            .filter(identification::objected_at.is_null())
            .select((
                identification::signatory_id,
                identification::method,
                identification::created_at,
            ))
            .load(r.conn())?;
    let suffices = |of: &Option<SignatoryId>, until: Option<&DateTime<Utc>>| {
        let then = |at: &DateTime<Utc>| until.is_none_or(|until| at <= until);
        let methods = known
            .iter()
            .filter(|(whose, _, at)| whose == of && then(at));
        let methods: BTreeSet<_> = methods.map(|(_, method, _)| method.as_str()).collect();
        suffice(&methods, rules)
    };
    let lacks = |of: &Option<SignatoryId>| {
        if !suffices(of, None) {
            Some((*of, "identification-lacking"))
        } else if !suffices(of, signed.get(of)) {
            Some((*of, "reaffirmation-lacking"))
        } else {
            None
        }
    };
    Ok(signing.iter().filter_map(lacks).collect())
}

fn suffice(methods: &BTreeSet<&str>, rules: &[String]) -> bool {
    let holds = |rule: &String| rule.split('+').all(|method| methods.contains(method));
    rules.iter().any(holds)
}

/// Takes what identifies anybody out of the identifications of a claim that is being erased.
pub(crate) fn erase(w: &mut Write, claim: ClaimId) -> Result<(), Error> {
    let emptied = Sealed::emptied();
    diesel::update(identification::table.filter(identification::claim_id.eq(claim)))
        .set((
            identification::sealed.eq(emptied.sealed),
            identification::commitments.eq(emptied.commitments),
        ))
        .execute(w.conn())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_rule_suffices_and_all_of_its_methods_are_needed() {
        let rules = ["office".to_string(), "call+mail_code".to_string()];
        let suffices = |methods: &[&str]| suffice(&methods.iter().copied().collect(), &rules);
        assert!(suffices(&["office"]) && suffices(&["call", "mail_code", "video"]));
        assert!(!suffices(&[]) && !suffices(&["mail_code"]) && !suffices(&["call", "video"]));
    }
}
