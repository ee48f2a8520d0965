//! People with sessions, made through the library: nobody's password has to be hashed for them.

use std::sync::Arc;
use std::time::Duration;

use claimant_registry::accounts::sessions::{self, Lifetimes};
use claimant_registry::accounts::{self, password};
use claimant_registry::action::Action;
use claimant_registry::audit::publish::store::Store;
use claimant_registry::cases::{self, ItemKind, Power};
use claimant_registry::claims::consents::{self, ConsentInput};
use claimant_registry::claims::evidence::{self, EvidenceInput};
use claimant_registry::claims::losses::{self, LossInput};
use claimant_registry::claims::{self, ClaimInput, submit};
use claimant_registry::db::pool::Pool;
use claimant_registry::db::wake::Wake;
use claimant_registry::db::{Credential, Db, IdleLimits, Ticket};
use claimant_registry::error::Error;
use claimant_registry::http::token::Tokens;
use claimant_registry::ids::{AccountId, ClaimId, SessionId};
use claimant_registry::input::{Email, PersonName};
use claimant_registry::receipts;
use claimant_registry::role::Role;
use claimant_registry::text::Language;
use claimant_registry::vault::{KeyRing, Keys, Vault};
use serde_json::json;

use crate::cluster::{CASE, KEYS};
use crate::stand::Base;

/// The vault of every database here.
pub fn vault() -> Vault {
    let ring = |i: usize| KeyRing::parse(KEYS[i].1).expect("well-formed");
    Vault::new(Keys {
        sealing: ring(0),
        index: ring(1),
        token: ring(2),
        log: ring(3),
    })
}

/// Somebody who has signed in.
pub struct Person {
    pub token: String,
    session: SessionId,
}

/// Makes people.
pub struct People {
    db: Db,
    tokens: Tokens,
}

impl People {
    pub fn of(base: &Base) -> Self {
        let vault = vault();
        let tokens = Tokens::new(vault.keys().token.current().1, "http://localhost:8080")
            .expect("a seed of the right length");
        let idle = IdleLimits {
            claimant: Duration::from_secs(7200),
            staff: Duration::from_secs(7200),
        };
        Self {
            db: Db::new(
                Pool::new(&base.app, 1),
                Arc::new(vault),
                Wake::pair().0,
                idle,
            ),
            tokens,
        }
    }

    fn write<T>(
        &self,
        ticket: &Ticket,
        action: Action,
        f: impl FnMut(&mut claimant_registry::db::Write) -> Result<T, Error>,
    ) -> T {
        self.db
            .write_now(ticket, action, f)
            .unwrap_or_else(|e| panic!("{}: {e:?}", action.as_str()))
    }

    fn person(&self, role: Role, email: &str) -> (AccountId, Person) {
        let operator = Ticket::operator();
        let id = self.write(&operator, Action::AccountCreate, |w| {
            let email = Email::parse("email", email)?;
            let name = PersonName::parse("name", "시험")?;
            accounts::create(w, role, &email, Some(&name), None)
        });
        let hours = chrono::Duration::hours(2);
        let lifetimes = Lifetimes {
            claimant: hours,
            staff: hours,
        };
        let begun = self.write(&operator, Action::SessionBegin, |w| {
            let usable = sessions::usable(w, id)?.ok_or(Error::Unauthenticated)?;
            sessions::begin(w, &usable, lifetimes)
        });
        let token = self
            .tokens
            .make(begun.id, chrono::Utc::now(), begun.expires_at)
            .expect("a token");
        (
            id,
            Person {
                token,
                session: begun.id,
            },
        )
    }

    /// Claimants with a claim each.
    pub fn claimants(&self, count: usize) -> Vec<(Person, ClaimId)> {
        (0..count)
            .map(|n| {
                let (_, person) = self.person(Role::Claimant, &format!("claimant{n}@example.com"));
                let ticket = ticket(&person);
                let input: ClaimInput = serde_json::from_value(draft()).expect("a claim");
                let claim = self.write(&ticket, Action::ClaimCreate, |w| {
                    let case = cases::id(w, CASE)?;
                    claims::create(w, case, &input)
                });
                (person, claim)
            })
            .collect()
    }

    /// Claimants who have that password; their addresses.
    pub fn with_password(&self, count: usize, password: &str) -> Vec<String> {
        let hash = password::hash_now(&password::normalise(password)).expect("a hash");
        let emails = (0..count).map(|n| format!("typing{n}@example.com"));
        emails
            .inspect(|email| {
                self.write(&Ticket::operator(), Action::AccountCreate, |w| {
                    let email = Email::parse("email", email)?;
                    accounts::create(w, Role::Claimant, &email, None, Some(&hash))
                });
            })
            .collect()
    }

    /// The database, for what a person has no part in.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// Agrees to every text of the case for a claim of that person.
    pub fn consents(&self, person: &Person, claim: ClaimId) {
        let texts = self.db.read_now(&ticket(person), |r| {
            let case = cases::id(r, CASE)?;
            cases::current_texts(r, case, Some(Language::Korean))
        });
        for text in texts.expect("anybody may read them") {
            let input = ConsentInput {
                item: text.item,
                language: Language::Korean,
                text_sha256: text.sha256.to_string(),
                agreed: true,
                signed_name: "김하늘".into(),
                powers: match text.kind {
                    ItemKind::Mandate => Power::ALL.iter().map(|power| (*power, true)).collect(),
                    _ => Default::default(),
                },
            };
            self.write(&ticket(person), Action::ConsentAnswer, |w| {
                consents::answer(w, claim, &input)
            });
        }
    }

    /// Hands a claim of that person in, with so many losses and files.
    pub fn submission(&self, person: &Person, claim: ClaimId, losses: usize, files: usize) {
        let ticket = ticket(person);
        for n in 0..losses {
            let input = json!({
                "kind": "sales", "class": "ordinary", "method": "estimate", "amount_krw": 1_000 + n, "from_on": "2022-10-15", "until_on": "2022-10-19",
                "note": "주말 예약을 받지 못했습니다",
            });
            let input: LossInput = serde_json::from_value(input).expect("a loss");
            self.write(&ticket, Action::LossAdd, |w| losses::add(w, claim, &input));
        }
        for n in 0..files {
            let kind = ["service-use", "sales-loss"][n % 2];
            let input = json!({"kind": kind, "file_name": format!("{n}.png"), "size_bytes": 48_213, "sha256": format!("{n:064x}")});
            let input: EvidenceInput = serde_json::from_value(input).expect("a file");
            self.write(&ticket, Action::EvidenceAdd, |w| {
                evidence::add(w, claim, &input)
            });
        }
        self.write(&ticket, Action::ClaimSubmit, |w| submit::submit(w, claim));
    }

    /// Id of the last change of that kind which has a receipt.
    pub fn receipt(&self, person: &Person, claim: ClaimId, store: &Store, action: Action) -> i64 {
        let listed = self
            .db
            .read_now(&ticket(person), |r| receipts::of_claim(r, store, claim))
            .expect("the owner asks");
        let of = |made: &&receipts::Receipt| made.action == action.as_str();
        listed.iter().rfind(of).expect("there is one").id
    }

    /// A lawyer of the case.
    pub fn lawyer(&self) -> Person {
        let (id, person) = self.person(Role::Lawyer, "lawyer@example.com");
        self.write(&Ticket::operator(), Action::CaseStaff, |w| {
            let case = cases::id(w, CASE)?;
            cases::assign(w, case, id)
        });
        person
    }
}

/// Of a request of that person.
pub fn ticket(person: &Person) -> Ticket {
    Ticket {
        credential: Credential::Session(person.session),
        ..Ticket::operator()
    }
}

fn draft() -> serde_json::Value {
    json!({
        "party": "person",
        "identity": {"name": "김하늘", "birth_date": "1980-05-05", "phone": "010-1234-5678", "address": "서울특별시 가상로 1"},
        "businesses": [{"name": "하늘네일", "number": "123-45-67891", "region": "seoul", "industry": "nail-hair"}],
        "services": [{"service": "talk-channel", "paid": true}]
    })
}
