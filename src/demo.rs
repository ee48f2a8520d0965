//! The demonstration: the Kakao case and its synthetic claims, through the same code that real ones take. Names end with
//! (합성), telephone numbers and streets do not exist, addresses of mails are in a reserved domain; the seed is fixed.

mod merchants;

use std::collections::BTreeMap;

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use crate::accounts::sessions::{self, Origin};
use crate::accounts::{self, Role, password};
use crate::audit::Action;
use crate::cases::definition::Definition;
use crate::cases::{self, ConsentText};
use crate::claims::{self, losses, submit};
use crate::consents::{self, ConsentInput};
use crate::db::{Claimed, Db, Ticket, Who};
use crate::error::Error;
use crate::evidence;
use crate::ids::{AccountId, CaseId, ClaimId};
use crate::reviews::{self, Decision, ReviewInput};
use crate::text::Language;
use merchants::{Fate, Merchants};

const CASE: &str = include_str!("demo/kakao.toml");

/// An account of the demonstration.
pub struct DemoAccount {
    /// What it may do.
    pub role: Role,
    /// To sign in with.
    pub email: String,
    /// Generated.
    pub password: String,
}

/// Twenty letters and digits: about 114 bits.
pub fn generated_password() -> String {
    const LETTERS: &[u8] = b"abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let mut rng = rand::rng();
    (0..20).map(|_| char::from(LETTERS[rng.random_range(0..LETTERS.len())])).collect()
}

/// Loads what is missing; nothing where the case is there already. `progress` is told how many claims are done of how many.
pub fn load(db: &Db, progress: &dyn Fn(usize, usize)) -> Result<Option<Vec<DemoAccount>>, Error> {
    let definition = Definition::parse(CASE).map_err(Error::internal)?;
    let operator = Ticket::operator();
    match db.read_now(&operator, |r| cases::id(r, &definition.code)) {
        Err(Error::NotFound) => {}
        Ok(_) => return Ok(None),
        Err(error) => return Err(error),
    }
    let case = db.write_now(&operator, Action::CaseCreate, |w| definition.create(w))?;
    let staff = staff(db, case)?;
    let merchants = Merchants::read()?;
    let claimants = password::hash_now(&password::normalise(&staff.claimant.password))?;
    let session = |id, email: &str| -> Result<Ticket, Error> {
        let origin = Origin { address: "192.0.2.1".into(), device: "demo".into() };
        let (session, _) = db
            .write_now(&operator, Action::SessionBegin, |w| sessions::begin(w, email, id, None, &origin, |_| chrono::Duration::hours(1)))?;
        Ok(Ticket { claimed: Claimed::Session(session), ..Ticket::operator() })
    };
    let lawyer = session(staff.lawyer, "lawyer@example.com")?;
    let texts = db.read_now(&operator, |r| cases::current_texts(r, case, Some(Language::Korean)))?;
    let mut rng = StdRng::seed_from_u64(merchants.seed);
    for n in 0..merchants.count {
        let merchant = merchants.draw(n, &mut rng);
        // the first claimant is the one whose password is printed
        let email = if n == 0 { staff.claimant.email.clone() } else { merchant.email.clone() };
        let anonymous = Ticket { claimed: Claimed::Other(Who::Anonymous), ..Ticket::operator() };
        let account =
            db.write_now(&anonymous, Action::AccountConfirm, |w| accounts::create(w, Role::Claimant, &email, None, Some(&claimants)))?;
        let claimant = session(account, &email)?;
        let claim = file(db, &claimant, case, &merchant, &texts)?;
        live_through(db, &claimant, &lawyer, claim, merchant.fate)?;
        progress(n + 1, merchants.count);
    }
    // their sessions were only for loading
    db.write_now(&lawyer, Action::SessionEnd, |w| sessions::end(w, None))?;
    Ok(Some(staff.accounts()))
}

struct Staff {
    claimant: DemoAccount,
    lawyer: AccountId,
    others: Vec<DemoAccount>,
}

impl Staff {
    fn accounts(self) -> Vec<DemoAccount> {
        std::iter::once(self.claimant).chain(self.others).collect()
    }
}

/// Makes an account for each staff role and assigns all but the administrator to the case.
fn staff(db: &Db, case: CaseId) -> Result<Staff, Error> {
    let claimant = DemoAccount { role: Role::Claimant, email: "claimant@example.com".into(), password: generated_password() };
    let mut made: BTreeMap<Role, AccountId> = BTreeMap::new();
    let mut others = Vec::new();
    for (role, name) in [
        (Role::Paralegal, "박사무(데모)"),
        (Role::Lawyer, "김변호(데모)"),
        (Role::Auditor, "이감사(데모)"),
        (Role::Administrator, "최관리(데모)"),
    ] {
        let account = DemoAccount { role, email: format!("{}@example.com", role.as_str()), password: generated_password() };
        let hash = password::hash_now(&password::normalise(&account.password))?;
        let id = db.write_now(&Ticket::operator(), Action::AccountCreate, |w| {
            accounts::create(w, role, &account.email, Some(name), Some(&hash))
        })?;
        if role != Role::Administrator {
            db.write_now(&Ticket::operator(), Action::CaseStaff, |w| cases::assign(w, case, id))?;
        }
        made.insert(role, id);
        others.push(account);
    }
    Ok(Staff { claimant, lawyer: made[&Role::Lawyer], others })
}

/// A merchant writes a claim, as far as the fate lets it come.
fn file(db: &Db, ticket: &Ticket, case: CaseId, merchant: &merchants::Merchant, texts: &[ConsentText]) -> Result<ClaimId, Error> {
    let claim = db.write_now(ticket, Action::ClaimCreate, |w| claims::create(w, case, &merchant.claim))?;
    for loss in &merchant.losses {
        db.write_now(ticket, Action::LossAdd, |w| losses::add(w, claim, loss))?;
    }
    for file in &merchant.evidence {
        db.write_now(ticket, Action::EvidenceAdd, |w| evidence::add(w, claim, file))?;
    }
    if merchant.fate == Fate::Draft {
        return Ok(claim);
    }
    let origin = Origin { address: "192.0.2.1".into(), device: "demo".into() };
    for text in texts {
        let answer = ConsentInput {
            item: text.item,
            language: Language::Korean,
            text_sha256: text.sha256.clone(),
            agreed: text.required || merchant.agrees_to_optional,
            signed_name: merchant.name.clone(),
        };
        db.write_now(ticket, Action::ConsentAnswer, |w| consents::answer(w, claim, &answer, &origin))?;
    }
    db.write_now(ticket, Action::ClaimSubmit, |w| submit::submit(w, claim))?;
    Ok(claim)
}

/// What happens to a submitted claim.
fn live_through(db: &Db, claimant: &Ticket, lawyer: &Ticket, claim: ClaimId, fate: Fate) -> Result<(), Error> {
    let decide = |decision, note: Option<&str>| {
        let input = ReviewInput { decision, note: note.map(String::from) };
        db.write_now(lawyer, Action::ReviewDecide, |w| reviews::decide(w, claim, &input))
    };
    if matches!(fate, Fate::UnderReview | Fate::Accepted | Fate::Rejected) {
        decide(Decision::Start, None)?;
    }
    match fate {
        Fate::Accepted => drop(decide(Decision::Accept, Some("자료가 모두 갖추어졌습니다."))?),
        Fate::Rejected => drop(decide(Decision::Reject, Some("서비스를 이용한 사실을 보여 주는 자료가 서로 맞지 않습니다."))?),
        Fate::Withdrawn => db.write_now(claimant, Action::ClaimWithdraw, |w| claims::withdraw(w, claim))?,
        Fate::Draft | Fate::Submitted | Fate::UnderReview => {}
    }
    Ok(())
}
