//! A claim as staff of its case see it: without its identity, until somebody says why they have to
//! see it, which is put on record first. What can be decided stands there, and what cannot with the
//! reason.

mod signed;
mod time_line;

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::cases::{self, Case, OptionKind};
use crate::claims::evidence::Evidence;
use crate::claims::evidence::checks::Finding;
use crate::claims::evidence::demanded::{self, Facts};
use crate::claims::identifications::{self, Identification};
use crate::claims::identity::Identity;
use crate::claims::lifecycle::{self, By};
use crate::claims::losses::weeks::ComparedWeeks;
use crate::claims::losses::{Loss, LossMethod};
use crate::claims::powers::{self, PowerStanding};
use crate::claims::reaffirmations::{self, Reaffirmation};
use crate::claims::recent::Recent;
use crate::claims::signatories::{self, Signatory};
use crate::claims::staffed::{self, Staffed};
use crate::claims::{self, Business, Claim, Status, consents, evidence, losses, submit, told};
use crate::db::{Read, Write};
use crate::disclosures::request::DisclosureInput;
use crate::disclosures::{self, OpenedEvidence, OpenedLoss};
use crate::error::{Error, Fault};
use crate::http::pages::asked::Asked;
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::form::{Fields, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::position;
use crate::http::pages::staff::came::{self, Beside, along};
use crate::http::pages::staff::{name_of, nav};
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::{ClaimId, SignatoryId};
use crate::messages::{self, Message};
use crate::reviews::{self, Decision};
use crate::role::Role;
use crate::text;
use signed::Signed;
use time_line::Event;

/// What the page shows.
struct Seen {
    case: Case,
    claim: Claim,
    missing: Vec<Fault>,
    /// Whose claim it is; none until it was asked for.
    identity: Option<Identity>,
    businesses: Vec<Business>,
    losses: Vec<OpenedLoss>,
    evidence: Vec<OpenedEvidence>,
    /// Files that were listed before and of which something was found.
    ended: Vec<OpenedEvidence>,
    /// Codes of the kinds that are demanded and of which no file was seen yet; of those that stand
    /// together one suffices.
    unseen: Vec<Vec<String>>,
    signed: Vec<Signed>,
    powers: Vec<PowerStanding>,
    signatories: Vec<Signatory>,
    identified: Vec<Identification>,
    reaffirmed: Vec<Reaffirmation>,
    /// Who filed it, where that was staff.
    staffed: Option<Staffed>,
    messages: Vec<Message>,
    /// Whether mails do not reach its owner.
    unreached: bool,
    events: Vec<Event>,
    /// Why the claim is kept from erasure, where it is by itself.
    hold: Option<String>,
    /// The reason for which this session opened another claim of the case.
    reason: Option<String>,
    beside: Beside,
}

/// A decision, or why it cannot be made.
struct Choice {
    decision: Decision,
    /// Key of what stands in its way.
    not: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "staff/claim.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    seen: Seen,
    choices: Vec<Choice>,
    /// Whether its losses can be assessed now.
    assesses: bool,
    /// Whether it can be put on record now that a file was received or seen.
    checks: bool,
    fields: Fields,
    /// The list that somebody came from.
    list: Fields,
}

/// Every decision that there is for staff, with what stands in its way.
fn choices(status: Status, role: Role) -> Vec<Choice> {
    let choice = |decision: &Decision| Choice {
        decision: *decision,
        not: match lifecycle::next(status, decision.event(), By::Staff(role)) {
            Ok(_) => None,
            Err(Error::Forbidden) => Some("staff-not-your-role"),
            Err(_) => Some("staff-not-this-status"),
        },
    };
    Decision::ALL.iter().map(choice).collect()
}

fn read(r: &mut Read, counts: &Recent, id: ClaimId, list: &Fields) -> Result<Seen, Error> {
    let claim = claims::get(r, id)?;
    let case = cases::get(r, claim.case)?;
    let opened = disclosures::of_claim_open(r, id)?;
    let answers = consents::of_claim(r, id)?;
    let files = evidence::of_claim(r, id)?;
    let ended = evidence::checks::of_ended(r, id)?;
    let ever = files.iter().chain(&ended);
    let events = time_line::of(&claim, &reviews::of_claim(r, id)?, &answers, ever);
    let stated = losses::of_claim(r, id)?;
    let unseen = unseen(&case, &claim, &stated, &files);
    let statements = opened.iter().flat_map(|opened| &opened.consents);
    let statements = statements.map(|answer| answer.statement.clone()).collect();
    let signed = signed::of(r, claim.case, answers, statements)?;
    let (identity, businesses, losses, evidence) = match opened {
        Some(opened) => (
            Some(opened.identity),
            opened.businesses,
            opened.losses,
            opened.evidence,
        ),
        None => (
            None,
            claim.businesses.clone(),
            stated.into_iter().map(Into::into).collect(),
            files.into_iter().map(Into::into).collect(),
        ),
    };
    let holds = match r.role() {
        Some(Role::Lawyer) => crate::erasures::holds::of_case(r, claim.case)?,
        _ => Vec::new(),
    };
    let hold = holds.into_iter().find(|hold| hold.claim == Some(id));
    Ok(Seen {
        missing: submit::what_is_missing(r, id)?,
        hold: hold.map(|hold| hold.reason),
        reason: disclosures::reason_of_session(r, claim.case)?,
        messages: messages::of_claim(r, id)?,
        unreached: told::unreached(r, id)?,
        beside: came::beside(r, counts, &claim, list)?,
        case,
        claim,
        identity,
        businesses,
        losses,
        evidence,
        ended: ended.into_iter().map(Into::into).collect(),
        unseen,
        signed,
        powers: powers::of_claim(r, id)?,
        signatories: signatories::of_claim(r, id)?,
        identified: identifications::of_claim(r, id)?,
        reaffirmed: reaffirmations::of_claim(r, id)?,
        staffed: staffed::of_claim(r, id)?,
        events,
    })
}

fn unseen(case: &Case, claim: &Claim, losses: &[Loss], files: &[Evidence]) -> Vec<Vec<String>> {
    let options = case.options.iter();
    let kinds = options.filter(|option| option.kind == OptionKind::Evidence);
    let groups = demanded::unseen(kinds, &Facts::of(claim, losses), files).into_iter();
    groups
        .map(|group| group.iter().map(|kind| kind.code.clone()).collect())
        .collect()
}

impl Page {
    /// A page about the claim, with the list along.
    fn path(&self, below: &str) -> String {
        let path = format!("/staff/claims/{}{below}", self.seen.claim.id);
        along(&path, &self.list)
    }

    fn decision(&self, choice: &Choice) -> String {
        self.path(&format!("/decisions/{}", choice.decision.as_str()))
    }

    fn assessment(&self, loss: &OpenedLoss) -> String {
        self.path(&format!("/losses/{}/assessment", loss.id))
    }

    fn compared(&self, method: &LossMethod, sales: &ComparedWeeks) -> String {
        position::compared(&self.l, *method, sales)
    }

    fn back(&self) -> String {
        let path = format!("/staff/cases/{}/claims", self.seen.case.code);
        along(&path, &self.list)
    }

    fn way(&self, to: &Option<ClaimId>) -> Option<String> {
        to.map(|claim| along(&format!("/staff/claims/{claim}"), &self.list))
    }

    fn number(&self) -> &str {
        self.seen.claim.number.as_deref().unwrap_or_default()
    }

    /// By whom it was entered, and how the claimant turned to the firm.
    fn filed(&self, staffed: &Staffed) -> String {
        let channel = self.l.of("channel", staffed.channel.as_str());
        let came = format!("{channel}, {}", self.l.day(&staffed.received_on));
        let by = ("by", &staffed.filed_by);
        self.l.t2("filed-words", by, ("came", came))
    }

    fn is_lawyer(&self) -> bool {
        self.l.role == Some(Role::Lawyer)
    }

    /// The businesses, each in words; with name and number once the identity is open.
    fn businesses(&self) -> Vec<String> {
        let words = |one: &Business| position::business(&self.l, &self.seen.case, one).join(", ");
        self.seen.businesses.iter().map(words).collect()
    }

    fn had(&self, loss: &OpenedLoss) -> Option<String> {
        let had = self
            .seen
            .businesses
            .iter()
            .find(|one| Some(one.id) == loss.business);
        had.map(|one| position::business(&self.l, &self.seen.case, one).join(", "))
    }

    fn service<'c>(&'c self, code: &'c str) -> &'c str {
        name_of(&self.l, &self.seen.case, OptionKind::Service, code)
    }

    fn kind<'c>(&'c self, code: &'c str) -> &'c str {
        name_of(&self.l, &self.seen.case, OptionKind::Evidence, code)
    }

    /// The kinds of which no file was seen yet, each line one that is lacking.
    fn unseen(&self) -> Vec<String> {
        let groups = self.seen.unseen.iter();
        let words = |group: &Vec<String>| {
            let names: Vec<&str> = group.iter().map(|code| self.kind(code)).collect();
            match names.as_slice() {
                [one] => (*one).to_owned(),
                _ => self.l.t1("evidence-any-of", "names", names.join(", ")),
            }
        };
        groups.map(words).collect()
    }

    fn check(&self, file: &OpenedEvidence, finding: &str) -> String {
        let path = format!("/staff/evidence/{}/checks/{finding}", file.id);
        along(&path, &self.list)
    }

    fn item<'c>(&'c self, code: &'c str) -> &'c str {
        name_of(&self.l, &self.seen.case, OptionKind::Consent, code)
    }

    /// Which of the signatories that is, by place: their names are sealed.
    fn place_of(&self, signatory: &Option<SignatoryId>) -> Option<usize> {
        let mut named = self.seen.signatories.iter();
        named
            .position(|one| Some(one.id) == *signatory)
            .map(|at| at + 1)
    }

    /// What is missing, in words.
    fn lacks(&self) -> Vec<String> {
        let words = |fault: &Fault| {
            let what = match fault.field.split_once('.') {
                Some(("evidence", kind)) => self.kind(kind).to_owned(),
                Some(("consents", item)) => self.item(item).to_owned(),
                None if fault.field == "identification" => self.l.t("identified-title"),
                Some(("powers", power)) => self.l.of("power", power),
                _ => return text::fault(self.l.language, fault),
            };
            format!("{what}: {}", self.l.of("staff-lacks", fault.code))
        };
        self.seen.missing.iter().map(words).collect()
    }

    /// Who it is, line by line.
    fn identity(&self) -> Vec<(&'static str, String)> {
        let Some(identity) = &self.seen.identity else {
            return Vec::new();
        };
        let lines = [
            (
                "field-name",
                identity.name.as_ref().map(|name| name.as_str().into()),
            ),
            (
                "field-birth-date",
                identity.birth_date.map(|day| self.l.day(&day)),
            ),
            (
                "field-phone",
                identity.phone.as_ref().map(|phone| phone.as_str().into()),
            ),
            (
                "field-corporation-number",
                identity
                    .corporation_number
                    .as_ref()
                    .map(ToString::to_string),
            ),
            ("field-address", identity.address.clone()),
        ];
        let given = lines.into_iter();
        given
            .filter_map(|(key, value)| Some((key, value?)))
            .collect()
    }
}

/// Shows a claim, with a form for its identity as it was typed, or as it was filled in for another
/// claim in this session.
async fn page(
    visit: &Visit,
    id: ClaimId,
    list: Fields,
    typed: Option<(StatusCode, Fields)>,
) -> Shown {
    let app = visit.app.clone();
    let read = visit.look(move |r| Ok((read(r, &app.counts, id, &list)?, list)));
    let (reader, (seen, list)) = read.await?;
    let l = visit.browser.layout(reader);
    let (status, fields) = typed.unwrap_or_else(|| {
        let reason = [("reason", seen.reason.clone())];
        (StatusCode::OK, Fields::stored(reason))
    });
    let (status_now, role) = (seen.claim.status, l.role.ok_or(Error::Unauthenticated)?);
    let page = Page {
        nav: nav(&l, &seen.case),
        choices: choices(status_now, role),
        assesses: lifecycle::next(status_now, lifecycle::Event::Assess, By::Staff(role)).is_ok(),
        checks: lifecycle::next(status_now, lifecycle::Event::Check, By::Staff(role)).is_ok(),
        seen,
        fields,
        list,
        l,
    };
    visit.browser.show_as(status, &page)
}

pub async fn show(visit: Visit, claim: web::Path<ClaimId>, asked: Asked) -> Shown {
    page(&visit, *claim, asked.0, None).await
}

/// Why somebody has to see whose claim it is.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Form {
    reason: String,
    no_resident_number: bool,
}

/// Puts on record that a claim's identity is shown and why, and shows it.
pub async fn open(sent: Sent<Form>, claim: web::Path<ClaimId>, asked: Asked) -> Shown {
    let (id, Asked(list)) = (*claim, asked);
    let back = along(&format!("/staff/claims/{id}"), &list);
    let (reason, asked) = (sent.value.reason.clone(), sent.value.no_resident_number);
    let open = move |w: &mut Write| {
        let claim = claims::get(w, id)?;
        let account = w.account()?;
        let request = DisclosureInput {
            reason: reason.clone(),
            claims: Some(vec![id]),
            filter: None,
            search: None,
            no_resident_number: asked,
        };
        disclosures::make(w, account, claim.case, None, &request.parse()?)?;
        Ok(on_to(format!("{back}#identity")))
    };
    match sent.change(open).await {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let refused = sent.refused(error)?;
            let typed = Some((refused.status, refused.fields));
            page(&sent.visit, id, list, typed).await
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_staff_make_happen_is_offered_or_refused_with_a_reason() {
        for status in Status::ALL {
            for role in [Role::Paralegal, Role::Lawyer] {
                let choices = choices(*status, role);
                for event in lifecycle::events_of_staff() {
                    let choice = choices
                        .iter()
                        .find(|choice| choice.decision.event() == event);
                    let choice = choice.unwrap_or_else(|| panic!("{event:?} has no button"));
                    let may = lifecycle::next(*status, event, By::Staff(role)).is_ok();
                    assert_eq!(choice.not.is_none(), may, "{event:?} {status:?} {role:?}");
                }
            }
        }
    }
}
