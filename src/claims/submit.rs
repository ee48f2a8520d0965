//! Submission: everything that is missing is named at once, so that nobody is sent round in
//! circles.

use diesel::dsl::{array, exists};
use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::access::Grant;
use crate::cases::{CaseOption, Intake, ItemKind, OptionKind, OptionRow, Power};
use crate::claims::consents::{self, Consent, Item};
use crate::claims::evidence::demanded::{self, Facts};
use crate::claims::identity::Identity;
use crate::claims::lifecycle::{self, Event};
use crate::claims::losses::{self, LossClass, LossKind};
use crate::claims::signatories::{self, Signatory};
use crate::claims::{
    Party, Row, Status, businesses, entered, identifications, manifest, number, powers,
    reaffirmations, seen, told,
};
use crate::db::derived::NetKrw;
use crate::db::schema::{
    case_option, claim, claim_service, court_case, evidence, loss, power_statement,
};
use crate::db::{Read, Write};
use crate::error::{Error, Fault};
use crate::ids::{ClaimId, SignatoryId};
use crate::input::{Faults, Krw, PersonName};
use crate::law;
use crate::mail::MailKind;

/// Hands a draft of the caller in, or one that they enter for somebody, and returns its number.
///
/// # Errors
/// `Invalid` with everything that is missing; conflicts where the intake is closed or the claim is
/// no draft.
pub fn submit(w: &mut Write, id: ClaimId) -> Result<String, Error> {
    let own = entered(w, id)?;
    let status = lifecycle::next(own.row.status, Event::Submit, lifecycle::By::Claimant)?;
    let ((demands, kinds), now) = (demands(w, &own.row)?, w.now());
    if !demands.intake.is_open(now) {
        return Err(Error::conflict("intake-closed"));
    }
    missing(w, &own.row, Some(&own.grant), (&demands, &kinds))?.finish(())?;
    // drawn last: a rollback does not undo it, so that a number which was drawn in vain leaves a
    // gap
    let drawn = w.draw_claim_number(own.row.case_id)?;
    let number = number::claim_number(&demands.number_prefix, drawn);
    diesel::update(claim::table.find(id))
        .set((
            claim::status.eq(status),
            claim::number.eq(&number),
            claim::submitted_at.eq(now),
            claim::version.eq(own.row.version + 1),
            claim::updated_at.eq(now),
        ))
        .execute(w.conn())?;
    manifest::record(w, id)?;
    told::tell(w, id, MailKind::Submitted)?;
    Ok(number)
}

/// Everything that submission would refuse now, for the claimant's list of what is left to do; for
/// staff of its case without what only the sealed parts tell.
pub fn what_is_missing(r: &mut Read, id: ClaimId) -> Result<Vec<Fault>, Error> {
    let (row, grant) = seen(r, id)?;
    let (demands, kinds) = demands(r, &row)?;
    match missing(r, &row, grant.as_ref(), (&demands, &kinds))?.finish(()) {
        Err(Error::Invalid(faults)) => Ok(faults),
        other => other.map(|()| Vec::new()),
    }
}

/// What the case says of a claim that is handed in, and the claim of itself.
#[derive(Queryable)]
struct Demands {
    number_prefix: String,
    intake: Intake,
    /// Codes of the services that the claim names.
    services: Vec<String>,
    /// Its losses less compensation received.
    total: Option<Krw>,
    /// Special powers without which the firm does not act.
    powers: Vec<Option<Power>>,
    /// Whether any was given or taken back after the mandate.
    stated: bool,
    /// What suffices to identify who signs.
    identification: Vec<Option<String>>,
}

impl Demands {
    fn powers(&self) -> Vec<Power> {
        self.powers.iter().flatten().copied().collect()
    }
}

/// A kind of evidence of the case, and whether the claim lists a file of it.
type Kind = (CaseOption, bool);

/// Read after the claim was locked, never in the statement that locks it: one that waits for a lock
/// sees the newest row, and everything else as it was before it waited.
fn demands(r: &mut Read, row: &Row) -> Result<(Demands, Vec<Kind>), Error> {
    let (claim, case) = (row.id, row.case_id);
    let services = claim_service::table
        .filter(claim_service::claim_id.eq(claim))
        .select(claim_service::service);
    let losses = loss::table.filter(loss::claim_id.eq(claim)).select(NetKrw);
    let stated = power_statement::table.filter(power_statement::claim_id.eq(claim));
    let listed = evidence::table
        .filter(evidence::claim_id.eq(claim))
        .filter(evidence::kind.eq(case_option::code))
        .filter(evidence::ended_at.is_null());
    let of_case = case_option::case_id.eq(court_case::id);
    let kinds = case_option::table.on(of_case.and(case_option::kind.eq(OptionKind::Evidence)));
    let mut rows: Vec<(Demands, Option<OptionRow>, bool)> = court_case::table
        .left_join(kinds)
        .filter(court_case::id.eq(case))
        .order(case_option::position)
        .select((
            (
                court_case::number_prefix,
                (court_case::intake_opens, court_case::intake_closes),
                array::<Text, _>(services),
                losses.single_value(),
                court_case::needed_powers,
                exists(stated),
                court_case::identification,
            ),
            case_option::all_columns.nullable(),
            exists(listed),
        ))
        .load(r.conn())?;
    let kind =
        |(_, row, listed): &mut (_, Option<OptionRow>, bool)| Some((row.take()?.into(), *listed));
    let kinds = rows.iter_mut().filter_map(kind).collect();
    let (demands, ..) = rows.pop().ok_or(Error::NotFound)?;
    Ok((demands, kinds))
}

fn missing(
    r: &mut Read,
    row: &Row,
    grant: Option<&Grant>,
    (demands, kinds): (&Demands, &[Kind]),
) -> Result<Faults, Error> {
    let id = row.id;
    let mut faults = Faults::default();
    let identity = grant.map(|grant| row.identity(r, grant)).transpose()?;
    if let Some(identity) = &identity {
        missing_identity(r, row.party, identity, &mut faults);
    }
    faults.demand(!demands.services.is_empty(), "services", "choice-missing");
    let losses = losses::of_claims(r, grant, &[id])?.remove(&id);
    let losses = losses.unwrap_or_default();
    let claimed = losses
        .iter()
        .any(|loss| loss.kind != LossKind::CompensationReceived);
    faults.demand(claimed, "losses", "loss-missing");
    faults.demand(
        !claimed || demands.total > Some(Krw::default()),
        "losses",
        "loss-outweighed",
    );
    for (i, loss) in losses.iter().enumerate() {
        faults.demand(
            loss.class != LossClass::Special || loss.basis.is_some() || grant.is_none(),
            &format!("losses[{i}].basis"),
            "basis",
        );
    }
    let heads: Vec<LossKind> = losses.iter().map(|loss| loss.kind).collect();
    let businesses = businesses::of_claims(r, grant, &[id])?.remove(&id);
    let businesses = businesses.unwrap_or_default();
    businesses::missing(row.party, &businesses, &heads, grant.is_some(), &mut faults);
    for (i, loss) in losses.iter().enumerate() {
        let several = loss.kind.is_of_business() && businesses.len() > 1;
        let field = format!("losses[{i}].business");
        faults.demand(
            !several || loss.business.is_some(),
            &field,
            "business-of-loss",
        );
    }
    let facts = Facts {
        party: row.party,
        heads,
        industries: row
            .industries
            .iter()
            .flatten()
            .map(|code| &**code)
            .collect(),
        services: demands.services.iter().map(|code| &**code).collect(),
    };
    missing_evidence(kinds, &facts, &mut faults);
    let name = identity
        .as_ref()
        .and_then(|identity| identity.name.as_ref());
    let signing = missing_signatories(r, row, grant, &mut faults)?;
    let items = consents::items(r, row, grant)?;
    let stated = match demands.stated {
        true => powers::statements(r, id)?,
        false => Vec::new(),
    };
    let lacking = |mandate: &Consent| powers::lacking(mandate, &stated, &demands.powers());
    missing_consents(row.party, name, (&signing, &items), lacking, &mut faults);
    if row.status != Status::Draft {
        missing_identification(r, row, &signing, (demands, &items), &mut faults)?;
    }
    Ok(faults)
}

/// Of a group one kind suffices; the fault stands at its first and names all of them.
fn missing_evidence(kinds: &[Kind], claim: &Facts, faults: &mut Faults) {
    let listed = |kind: &CaseOption| {
        kinds
            .iter()
            .any(|(one, listed)| *listed && one.code == kind.code)
    };
    for group in demanded::of(kinds.iter().map(|(kind, _)| kind), claim) {
        if group.iter().any(|kind| listed(kind)) {
            continue;
        }
        let field = format!("evidence.{}", group[0].code);
        let names = |name: fn(&CaseOption) -> &str| {
            let names: Vec<&str> = group.iter().map(|kind| name(kind)).collect();
            names.join(", ")
        };
        faults.add(match group.len() {
            1 => Fault::new(field, "evidence-missing"),
            _ => Fault::new(field, "evidence-any-missing")
                .with("ko", names(|kind| &kind.name.ko))
                .with("en", names(|kind| &kind.name.en)),
        });
    }
}

/// Who signs for a party that does not sign itself; names whoever is still to be named.
fn missing_signatories(
    r: &mut Read,
    row: &Row,
    grant: Option<&Grant>,
    faults: &mut Faults,
) -> Result<Vec<Signatory>, Error> {
    if row.party == Party::Person {
        return Ok(Vec::new());
    }
    let signing = signatories::of_claim_as(r, row.id, grant)?;
    let code = match row.party {
        Party::Person | Party::Corporation => "signatories-corporation",
        Party::Minor => "signatories-minor",
        Party::Ward => "signatories-ward",
        Party::Estate => "signatories-estate",
    };
    faults.demand(
        signatories::suffice(row.party, &signing),
        "signatories",
        code,
    );
    Ok(signing)
}

/// Before the firm takes a claim on, everybody who signs has to be identified as the case wants it;
/// staff see to that once the claim is handed in.
fn missing_identification(
    r: &mut Read,
    row: &Row,
    signing: &[Signatory],
    (demands, items): (&Demands, &[Item]),
    faults: &mut Faults,
) -> Result<(), Error> {
    let signs: Vec<Option<SignatoryId>> = match row.party {
        Party::Person => vec![None],
        _ => signing.iter().map(|one| Some(one.id)).collect(),
    };
    let rules: Vec<String> = demands.identification.iter().flatten().cloned().collect();
    let signed = reaffirmations::signed_last(r, row.id, items)?;
    for (of, code) in identifications::lacking(r, row.id, &signs, &signed, &rules)? {
        let at = signing.iter().position(|one| Some(one.id) == of);
        let field = at.map_or("identification".into(), |at| format!("signatories[{at}]"));
        faults.add(Fault::new(field, code));
    }
    Ok(())
}

/// A draft's name can be entered or changed after the signing, and a mandate under another name
/// than the plaintiff's is none: so the names are compared here, and not only where somebody signs.
/// A refusal binds nobody, whoever signed it.
/// `lacking` says which of the needed powers a mandate does not give.
fn missing_consents(
    party: Party,
    name: Option<&PersonName>,
    (signing, items): (&[Signatory], &[Item]),
    lacking: impl Fn(&Consent) -> Vec<Power>,
    faults: &mut Faults,
) {
    let here = signing.iter().find(|one| one.own);
    let of_person = party == Party::Person;
    // whoever signs for a party signed for the one that they were shown
    let represented = name.filter(|_| !of_person);
    let renamed = |answer: &Consent| represented.is_some_and(|name| !answer.is_signed_for(name));
    for (i, one) in signing.iter().enumerate().filter(|(_, one)| !one.own) {
        let mut required = items.iter().filter(|item| item.required);
        let signed = required.all(|item| item.is_agreed_by(one.id));
        let of_one = |item: &'_ Item| item.agreement_of(Some(one.id)).is_some_and(renamed);
        let mandates = items.iter().filter(|item| item.kind == ItemKind::Mandate);
        let mut mandates = mandates.filter_map(|item| item.agreement_of(Some(one.id)));
        let code = if !signed {
            "signature-waiting"
        } else if items.iter().any(of_one) {
            "signed-party"
        } else if mandates.any(|mandate| !lacking(mandate).is_empty()) {
            "signatory-power-needed"
        } else {
            continue;
        };
        faults.add(Fault::new(format!("signatories[{i}]"), code));
    }
    let signed_as = match here {
        Some(here) => here.name.as_ref(),
        None => name,
    };
    // where everybody signs by a link, nothing is signed in the account
    for item in items.iter().filter(|_| of_person || here.is_some()) {
        let field = format!("consents.{}", item.code);
        let code = match item.agreement() {
            None if item.required => "consent-missing",
            Some(_) if item.required && item.is_outdated() => "consent-outdated",
            Some(answer) if signed_as.is_some_and(|name| !answer.is_signed_as(name)) => {
                "signed-name"
            }
            Some(answer) if renamed(answer) => "signed-party",
            Some(mandate) if item.kind == ItemKind::Mandate => {
                for power in lacking(mandate) {
                    let field = format!("powers.{}", power.as_str());
                    faults.add(Fault::new(field, "power-needed"));
                }
                continue;
            }
            _ => continue,
        };
        faults.add(Fault::new(field, code));
    }
}

fn age(identity: &Identity, r: &Read) -> Option<u32> {
    let today = law::day_in_korea(r.now());
    identity
        .birth_date
        .and_then(|birth| law::age_on(birth, today))
}

fn missing_identity(r: &Read, party: Party, identity: &Identity, faults: &mut Faults) {
    faults.demand(identity.name.is_some(), "identity.name", "missing");
    faults.demand(identity.phone.is_some(), "identity.phone", "missing");
    faults.demand(identity.address.is_some(), "identity.address", "missing");
    match party {
        Party::Person => {
            let age = age(identity, r);
            let field = "identity.birth_date";
            faults.demand(age.is_some(), field, "missing");
            faults.demand(
                age.is_none_or(|age| age >= law::AGE_OF_CAPACITY),
                field,
                "minor",
            );
        }
        Party::Corporation => {
            let numbered = identity.corporation_number.is_some();
            faults.demand(numbered, "identity.corporation_number", "missing");
        }
        Party::Minor => {
            let age = age(identity, r);
            let field = "identity.birth_date";
            faults.demand(age.is_some(), field, "missing");
            let under_age = age.is_none_or(|age| age < law::AGE_OF_CAPACITY);
            faults.demand(under_age, field, "of-age");
        }
        Party::Ward | Party::Estate => {}
    }
}
