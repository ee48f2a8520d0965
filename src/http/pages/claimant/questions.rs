//! What a claimant says of themselves and of what they used: one question a page, saved at each, in
//! whatever order.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::cases::{self, Case, OptionKind};
use crate::claims::lifecycle::Event;
use crate::claims::{self, Claim, ClaimInput, Party, ServiceUse};
use crate::codes::codes;
use crate::db::Write;
use crate::error::{Error, Fault};
use crate::http::pages::browser::Shown;
use crate::http::pages::claimant::answers::{Row, Whole};
use crate::http::pages::claimant::may;
use crate::http::pages::form::{Fields, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::ClaimId;

codes! {
    /// A question of its own page; a group leads on from one to the next.
    Question {
        /// Who brings the claim.
        Party = "party",
        /// Name, and birth date or number of a corporation.
        Name = "name",
        /// Telephone number.
        Phone = "phone",
        /// Postal address.
        Address = "address",
        /// The services that were used.
        Services = "services",
    }
}

impl Question {
    /// Its page, after the path of the claim.
    pub fn path(self) -> String {
        format!("questions/{}", self.as_str())
    }

    /// Where a field is asked.
    pub fn of_field(field: &str) -> Option<Self> {
        Some(match field.split_once('.').unwrap_or((field, "")) {
            ("party", _) => Self::Party,
            ("identity", "phone") => Self::Phone,
            ("identity", "address") => Self::Address,
            ("identity", _) => Self::Name,
            ("services", _) => Self::Services,
            _ => return None,
        })
    }

    /// What comes next; after the last of a group the list of tasks.
    const fn next(self) -> Option<Self> {
        match self {
            Self::Party => Some(Self::Name),
            Self::Name => Some(Self::Phone),
            Self::Phone => Some(Self::Address),
            Self::Address | Self::Services => None,
        }
    }

    /// What the form shows of a claim.
    fn stored(self, claim: &Claim) -> Fields {
        let identity = claim.identity.as_ref();
        let text =
            |field: fn(&claims::identity::Identity) -> Option<String>| identity.and_then(field);
        let mut values = vec![("version", Some(claim.version.to_string()))];
        match self {
            Self::Party => values.push(("party", Some(claim.party.as_str().into()))),
            Self::Name => values.extend([
                (
                    "identity.name",
                    text(|i| i.name.as_ref().map(|name| name.as_str().into())),
                ),
                (
                    "identity.birth_date",
                    text(|i| i.birth_date.map(|date| date.to_string())),
                ),
                (
                    "identity.corporation_number",
                    text(|i| i.corporation_number.as_ref().map(ToString::to_string)),
                ),
            ]),
            Self::Phone => values.push((
                "identity.phone",
                text(|i| i.phone.as_ref().map(|phone| phone.as_str().into())),
            )),
            Self::Address => values.extend([
                ("identity.address", text(|i| i.address.clone())),
                (
                    "address_hidden",
                    claim.address_hidden.then(|| "true".to_owned()),
                ),
            ]),
            Self::Services => values.extend(claim.services.iter().flat_map(|used| {
                let paid = used.paid.then(|| used.service.clone());
                [("services", Some(used.service.clone())), ("paid", paid)]
            })),
        }
        Fields::stored(values)
    }
}

/// Every answer; a page sends its own.
#[derive(Deserialize, Clone)]
#[serde(default)]
#[derive(Default)]
pub struct Answer {
    /// The version that was read.
    version: String,
    #[serde(rename = "identity.name")]
    name: Option<String>,
    #[serde(rename = "identity.birth_date")]
    birth_date: Option<String>,
    #[serde(rename = "identity.phone")]
    phone: Option<String>,
    #[serde(rename = "identity.address")]
    address: Option<String>,
    #[serde(rename = "identity.corporation_number")]
    corporation_number: Option<String>,
    address_hidden: bool,
    party: String,
    services: Vec<String>,
    /// Those of the services that were paid for.
    paid: Vec<String>,
}

impl Answer {
    /// Puts the answer to the question into the draft.
    fn put(self, question: Question, into: &mut ClaimInput) -> Result<(), Fault> {
        let identity = &mut into.identity;
        match question {
            Question::Party => {
                let party = self.party.parse();
                into.party = party.map_err(|_| Fault::new("party", "choice-missing"))?;
            }
            Question::Name => {
                identity.name = self.name;
                identity.birth_date = self.birth_date;
                identity.corporation_number = self.corporation_number;
            }
            Question::Phone => identity.phone = self.phone,
            Question::Address => {
                identity.address = self.address;
                into.address_hidden = self.address_hidden;
            }
            Question::Services => {
                let used = |service: String| ServiceUse {
                    paid: self.paid.contains(&service),
                    service,
                };
                into.services = self.services.iter().cloned().map(used).collect();
            }
        }
        Ok(())
    }
}

#[derive(Template)]
#[template(path = "claimant/questions.html")]
struct Page {
    l: Layout,
    claim: ClaimId,
    party: Party,
    question: Question,
    fields: Fields,
    case: Case,
    /// What is stored meanwhile, where it was changed elsewhere, in words.
    elsewhere: Vec<Row>,
}

impl Page {
    fn options(&self, kind: OptionKind) -> Vec<(String, String)> {
        let of_kind = self
            .case
            .options
            .iter()
            .filter(|option| option.kind == kind);
        of_kind
            .map(|option| {
                (
                    option.code.clone(),
                    option.name.in_language(self.l.language).into(),
                )
            })
            .collect()
    }

    fn parties(&self) -> Vec<(&'static str, String)> {
        let named = |party: &Party| {
            let code = party.as_str();
            (code, self.l.of("party", code))
        };
        Party::ALL.iter().map(named).collect()
    }

    fn services(&self) -> Vec<(String, String)> {
        self.options(OptionKind::Service)
    }

    fn hidden(&self) -> Vec<(&'static str, String)> {
        vec![("true", self.l.t("field-address-hidden-yes"))]
    }
}

/// The claim and its case, for a page that asks.
async fn read(visit: &Visit, claim: ClaimId) -> Result<(Layout, Claim, Case), Error> {
    let read = visit.look(move |r| {
        let claim = claims::get(r, claim)?;
        may(&claim, Event::Edit)?;
        let case = cases::get(r, claim.case)?;
        Ok((claim, case))
    });
    let (reader, (claim, case)) = read.await?;
    Ok((visit.browser.layout(reader), claim, case))
}

type At = web::Path<(ClaimId, Question)>;

pub async fn show(visit: Visit, at: At) -> Shown {
    let (id, question) = at.into_inner();
    let (l, claim, case) = read(&visit, id).await?;
    visit.browser.show(&Page {
        l,
        claim: id,
        party: claim.party,
        question,
        fields: question.stored(&claim),
        case,
        elsewhere: Vec::new(),
    })
}

/// Saves the answer and asks on.
pub async fn save(sent: Sent<Answer>, at: At) -> Shown {
    let (id, question) = at.into_inner();
    let answer = sent.value.clone();
    let next = question
        .next()
        .map_or_else(String::new, |next| format!("/{}", next.path()));
    let save = move |w: &mut Write| {
        let version = answer.version.parse().unwrap_or_default();
        let mut put = Ok(());
        claims::edit_part(w, id, &[version], |draft| {
            put = answer.clone().put(question, draft)
        })?;
        put?;
        Ok(on_to(format!("/claims/{id}{next}")))
    };
    match sent.change(save).await {
        Ok(answer) => Ok(answer),
        Err(error) => refused(&sent, id, question, error).await,
    }
}

/// What was typed stays. Where the draft changed elsewhere, both are shown, and sending it again
/// decides.
async fn refused(sent: &Sent<Answer>, id: ClaimId, question: Question, error: Error) -> Shown {
    let stale = matches!(error, Error::Stale);
    let refused = sent.refused(error)?;
    let (l, claim, case) = read(&sent.visit, id).await?;
    let (mut fields, mut elsewhere) = (refused.fields, Vec::new());
    if stale {
        // read before what is shown: whoever sends again has seen at least this version
        fields.set("version", claim.version.to_string());
        let asked = |change: &str| change == question.path();
        elsewhere = Whole::stored(&sent.visit, id, asked).await?;
    }
    let page = Page {
        l,
        claim: id,
        party: claim.party,
        question,
        fields,
        case,
        elsewhere,
    };
    let status = if stale {
        StatusCode::CONFLICT
    } else {
        refused.status
    };
    sent.visit.browser.show_as(status, &page)
}
