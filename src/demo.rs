//! The demonstration: the Kakao case and its synthetic claims, made by the same code that real ones
//! take. Names end with (합성), telephone numbers and streets do not exist, addresses of mails are in
//! a reserved domain; the seed is fixed.

mod afterwards;
mod entered;
mod merchants;

use std::collections::BTreeMap;

use diesel::dsl::exists;
use diesel::prelude::*;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde::Deserialize;

use crate::accounts::password::PasswordHash;
use crate::accounts::sessions::{self, Lifetimes};
use crate::accounts::{self, password};
use crate::action::Action;
use crate::cases::definition::Definition;
use crate::cases::{self, ConsentText, ItemKind};
use crate::claims::consents::{self, ConsentInput};
use crate::claims::evidence;
use crate::claims::lifecycle::Status;
use crate::claims::losses::{self, LossInput};
use crate::claims::{self, list, signatories, submit};
use crate::db::derived::Submitted;
use crate::db::schema::{account, claim, message};
use crate::db::{Credential, Db, Read, Ticket, Who, Write};
use crate::error::Error;
use crate::ids::{AccountId, CaseId, ClaimId};
use crate::input::{Email, PersonName};
use crate::mail::outbox;
use crate::messages::{self, MessageInput};
use crate::origin::Origin;
use crate::role::Role;
use crate::text::Language;
use afterwards::{live_through, lose_mailbox};
use merchants::{Fate, Merchant, Merchants};

const CASE: &str = include_str!("demo/kakao.toml");
const MESSAGES: &str = include_str!("demo/messages.toml");

/// What the firm writes to the claimants.
#[derive(Deserialize)]
struct Messages {
    messages: Vec<MessageInput>,
}

/// An account of the demonstration.
pub struct DemoAccount {
    pub role: Role,
    pub email: String,
    pub password: String,
}

/// Twenty letters and digits: about 114 bits.
pub fn generated_password() -> String {
    const LETTERS: &[u8] = b"abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let mut rng = rand::rng();
    (0..20)
        .map(|_| char::from(LETTERS[rng.random_range(0..LETTERS.len())]))
        .collect()
}

/// Everybody whose password is kept: what they may do, their address, and the name that claimants
/// see of staff.
const PEOPLE: [(Role, &str, Option<&str>); 5] = [
    (Role::Claimant, "claimant@example.com", None),
    (
        Role::Paralegal,
        "paralegal@example.com",
        Some("박사무(데모)"),
    ),
    (Role::Lawyer, "lawyer@example.com", Some("김변호(데모)")),
    (Role::Auditor, "auditor@example.com", Some("이감사(데모)")),
    (
        Role::Administrator,
        "administrator@example.com",
        Some("최관리(데모)"),
    ),
];

/// The sessions of the demonstration's people last while it loads.
const LIFETIMES: Lifetimes = Lifetimes {
    claimant: chrono::Duration::hours(1),
    staff: chrono::Duration::hours(1),
};

type People = BTreeMap<Role, AccountId>;

/// Loads what is missing, and goes on where a load before was interrupted; a case of this code that
/// something else made stays as it is. `keep` gets the passwords before their accounts are there;
/// `progress` is told how many claims are done of how many.
pub fn load(
    db: &Db,
    keep: &dyn Fn(&[DemoAccount]) -> Result<(), Error>,
    progress: &dyn Fn(usize, usize),
) -> Result<(), Error> {
    let definition = Definition::parse(CASE).map_err(Error::internal)?;
    let operator = Ticket::operator();
    let case = db.read_now(&operator, |r| match cases::id(r, &definition.code) {
        Err(Error::NotFound) => Ok(None),
        found => found.map(Some),
    })?;
    // people come before the case: who finds it without them did not make it
    let people = match (db.read_now(&operator, known)?, case) {
        (Some(people), _) => people,
        (None, None) => create(db, keep)?,
        (None, Some(_)) => return Ok(()),
    };
    let case = case.map_or_else(
        || db.write_now(&operator, Action::CaseCreate, |w| definition.create(w)),
        Ok,
    )?;
    assign(db, case, &people)?;
    let (merchants, callers) = merchants()?;
    let letters: Messages = toml::from_str(MESSAGES).map_err(Error::internal)?;
    let (next, sent, entered) = db.read_now(&operator, |r| {
        let entered = entered::whole(r, case)?;
        Ok((next(r, case, &merchants)?, sent(r, case)?, entered))
    })?;
    let written = sent >= letters.messages.len() && entered >= callers.len();
    if next == merchants.len() && written {
        return Ok(());
    }
    let lawyer = session(db, people[&Role::Lawyer])?;
    let paralegal = session(db, people[&Role::Paralegal])?;
    let texts = db.read_now(&operator, |r| {
        cases::current_texts(r, case, Some(Language::Korean))
    })?;
    // all claimants have the password of the first
    let first = account::table
        .find(people[&Role::Claimant])
        .select(account::password_hash);
    let hash: PasswordHash = db.read_now(&operator, |r| Ok(first.first(r.conn())?))?;
    let anonymous = Ticket {
        credential: Credential::Other(Who::Anonymous),
        ..Ticket::operator()
    };
    for (n, merchant) in merchants.iter().enumerate().skip(next) {
        let email = &merchant.email;
        let account = match db.read_now(&operator, |r| accounts::find(r, email))? {
            Some(account) => account,
            None => db.write_now(&anonymous, Action::AccountConfirm, |w| {
                accounts::create(w, Role::Claimant, email, None, Some(&hash))
            })?,
        };
        let claimant = session(db, account)?;
        let claim = file(db, &claimant, case, merchant, &texts)?;
        live_through(db, &claimant, &lawyer, claim, merchant)?;
        lose_mailbox(db, &claimant, &paralegal, claim, merchant)?;
        recall_mails(db, merchant.mailboxes()?.iter())?;
        progress(n + 1, merchants.len());
    }
    entered::enter(db, &lawyer, case, callers, &texts)?;
    let unsent = letters.messages.iter().skip(sent);
    write_to(db, &lawyer, case, unsent, &merchants)?;
    // their sessions were only for loading
    [lawyer, paralegal]
        .iter()
        .try_for_each(|staff| db.write_now(staff, Action::SessionEnd, |w| sessions::end(w, None)))
}

/// A session of somebody, while the demonstration loads.
fn session(db: &Db, id: AccountId) -> Result<Ticket, Error> {
    let ticket = Ticket {
        origin: Origin {
            address: "192.0.2.1".into(),
            device: "demo".into(),
        },
        ..Ticket::operator()
    };
    let session = db.write_now(&ticket, Action::SessionBegin, |w| {
        let usable = sessions::usable(w, id)?.ok_or(Error::Unauthenticated)?;
        sessions::begin(w, &usable, LIFETIMES)
    })?;
    Ok(Ticket {
        credential: Credential::Session(session.id),
        ..ticket
    })
}

/// The people, where all of them have accounts.
fn known(r: &mut Read) -> Result<Option<People>, Error> {
    let mut people = People::new();
    for (role, email, _) in PEOPLE {
        let email = Email::parse("email", email)?;
        people.extend(accounts::find(r, &email)?.map(|id| (role, id)));
    }
    Ok((people.len() == PEOPLE.len()).then_some(people))
}

/// Makes all people in one transaction, which ends only after their passwords are kept: they are
/// lost for good otherwise.
fn create(db: &Db, keep: &dyn Fn(&[DemoAccount]) -> Result<(), Error>) -> Result<People, Error> {
    let account = |(role, email, _): (Role, &str, _)| DemoAccount {
        role,
        email: email.into(),
        password: generated_password(),
    };
    let made = PEOPLE.map(account);
    let hash = |account: &DemoAccount| password::hash_now(&password::normalise(&account.password));
    let hashes = made.iter().map(hash).collect::<Result<Vec<_>, _>>()?;
    db.write_now(&Ticket::operator(), Action::AccountCreate, |w| {
        let mut people = People::new();
        for ((role, email, name), hash) in PEOPLE.iter().zip(&hashes) {
            let email = Email::parse("email", email)?;
            let name = name
                .map(|name| PersonName::parse("name", name))
                .transpose()?;
            let id = accounts::create(w, *role, &email, name.as_ref(), Some(hash))?;
            people.insert(*role, id);
        }
        keep(&made)?;
        Ok(people)
    })
}

/// Assigns to the case the staff who work on cases.
fn assign(db: &Db, case: CaseId, people: &People) -> Result<(), Error> {
    let operator = Ticket::operator();
    let assigned = db.read_now(&operator, |r| cases::staff(r, case))?;
    let works = |role: Role| role.is_staff() && role != Role::Administrator;
    for (_, id) in people
        .iter()
        .filter(|(role, id)| works(**role) && !assigned.contains(id))
    {
        db.write_now(&operator, Action::CaseStaff, |w| {
            cases::assign(w, case, *id)
        })?;
    }
    Ok(())
}

/// All merchants, and those for whom staff enter a claim; the same at every start.
fn merchants() -> Result<(Vec<Merchant>, Vec<Merchant>), Error> {
    let tables = Merchants::read()?;
    let mut rng = StdRng::seed_from_u64(tables.seed);
    let mut merchants: Vec<Merchant> = (0..tables.count)
        .map(|n| tables.draw(n, &mut rng))
        .collect();
    // the first claimant is the one whose password is kept
    merchants[0].email = Email::parse("email", PEOPLE[0].1)?;
    let further = (tables.count..).map(|n| tables.draw(n, &mut rng));
    let callers =
        further.filter(|one| one.signatories.is_empty() && one.claim.businesses.len() < 2);
    let callers = callers.take(entered::CAME.len()).collect();
    Ok((merchants, callers))
}

/// The merchant to go on with: the last one begun, who may be there by half; the number of all
/// where the last of all is whole.
fn next(r: &mut Read, case: CaseId, merchants: &[Merchant]) -> Result<usize, Error> {
    for (n, merchant) in merchants.iter().enumerate().rev() {
        let Some(account) = accounts::find(r, &merchant.email)? else {
            continue;
        };
        let filed = claim::table
            .filter(claim::account_id.eq(account))
            .filter(claim::case_id.eq(case))
            .filter(Submitted);
        let whole =
            n + 1 == merchants.len() && diesel::select(exists(filed)).get_result(r.conn())?;
        return Ok(if whole { n + 1 } else { n });
    }
    Ok(0)
}

/// The firm writes to its claimants.
fn write_to<'m>(
    db: &Db,
    lawyer: &Ticket,
    case: CaseId,
    mut letters: impl Iterator<Item = &'m MessageInput>,
    merchants: &[Merchant],
) -> Result<(), Error> {
    letters.try_for_each(|letter| {
        let send = |w: &mut Write| messages::send(w, case, letter);
        db.write_now(lawyer, Action::MessageSend, send).map(drop)
    })?;
    recall_mails(db, merchants.iter().map(|merchant| &merchant.email))
}

/// How many messages the firm sent.
fn sent(r: &mut Read, case: CaseId) -> Result<usize, Error> {
    let sent = message::table.filter(message::case_id.eq(case)).count();
    let sent: i64 = sent.get_result(r.conn())?;
    usize::try_from(sent).map_err(Error::internal)
}

/// A merchant writes a claim, as far as the fate lets it come. What is there already is not written
/// again.
fn file(
    db: &Db,
    ticket: &Ticket,
    case: CaseId,
    merchant: &Merchant,
    texts: &[ConsentText],
) -> Result<ClaimId, Error> {
    let begun = db
        .read_now(ticket, list::own)?
        .into_iter()
        .next()
        .map(|claim| claim.id);
    let claim = begun.map_or_else(
        || {
            db.write_now(ticket, Action::ClaimCreate, |w| {
                claims::create(w, case, &merchant.claim)
            })
        },
        Ok,
    )?;
    let (shops, stated, listed, answered) = db.read_now(ticket, |r| {
        Ok((
            claims::get(r, claim)?.businesses,
            losses::of_claim(r, claim)?.len(),
            evidence::of_claim(r, claim)?.len(),
            consents::of_claim(r, claim)?.len(),
        ))
    })?;
    for (i, loss) in merchant.losses.iter().enumerate().skip(stated) {
        // who has two shops lost something in each
        let shop = shops.get(i % 2).filter(|_| shops.len() > 1);
        let loss = LossInput {
            business: shop.map(|shop| shop.id),
            ..loss.clone()
        };
        db.write_now(ticket, Action::LossAdd, |w| losses::add(w, claim, &loss))?;
    }
    for file in merchant.evidence.iter().skip(listed) {
        db.write_now(ticket, Action::EvidenceAdd, |w| {
            evidence::add(w, claim, file)
        })?;
    }
    let named = db.read_now(ticket, |r| signatories::of_claim(r, claim))?;
    for signatory in merchant.signatories.iter().skip(named.len()) {
        db.write_now(ticket, Action::SignatoryAdd, |w| {
            signatories::add(w, claim, signatory)
        })?;
    }
    if merchant.fate == Fate::Draft && merchant.signatories.is_empty() {
        return Ok(claim);
    }
    for text in texts.iter().skip(answered) {
        let answer = ConsentInput {
            item: text.item.clone(),
            language: Language::Korean,
            text_sha256: text.sha256.to_string(),
            agreed: text.required || merchant.agrees_to_optional,
            signed_name: merchant.signs_as.clone(),
            powers: match text.kind {
                ItemKind::Mandate => merchant.powers.clone(),
                _ => BTreeMap::new(),
            },
        };
        db.write_now(ticket, Action::ConsentAnswer, |w| {
            consents::answer(w, claim, &answer)
        })?;
    }
    ask_others(db, ticket, claim)?;
    if merchant.fate != Fate::Draft && status(db, ticket, claim)? == Status::Draft {
        db.write_now(ticket, Action::ClaimSubmit, |w| submit::submit(w, claim))?;
    }
    Ok(claim)
}

/// Sends those who sign elsewhere their links.
fn ask_others(db: &Db, ticket: &Ticket, claim: ClaimId) -> Result<(), Error> {
    let named = db.read_now(ticket, |r| signatories::of_claim(r, claim))?;
    let waiting = named
        .iter()
        .filter(|one| !one.own && one.asked_at.is_none());
    waiting.into_iter().try_for_each(|one| {
        db.write_now(ticket, Action::SignatoryAsk, |w| {
            signatories::ask(w, one.id, Language::Korean)
        })
    })
}

fn status(db: &Db, ticket: &Ticket, claim: ClaimId) -> Result<Status, Error> {
    Ok(db.read_now(ticket, |r| claims::get(r, claim))?.status)
}

/// Nobody reads the mails to those who were made up.
fn recall_mails<'e>(
    db: &Db,
    emails: impl IntoIterator<Item = &'e Email> + Clone,
) -> Result<(), Error> {
    db.write_now(&Ticket::operator(), Action::Mail, |w| {
        let mut emails = emails.clone().into_iter();
        emails.try_for_each(|email| {
            let index = w.vault().index("email", email.as_str());
            outbox::recall(w, &index)
        })
    })
}
