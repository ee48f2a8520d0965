//! Puts on record that a listed file was received, or seen and compared.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::cases::{self, OptionKind};
use crate::claims::evidence::checks::{self, CheckInput, EvidenceChannel, Finding};
use crate::claims::evidence::{self, Evidence};
use crate::claims::lifecycle::{self, By, Event};
use crate::claims::{self, Claim};
use crate::db::{Read, Write};
use crate::error::Error;
use crate::http::pages::asked::Asked;
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::form::{Fields, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::staff::came::along;
use crate::http::pages::staff::{name_of, nav};
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::EvidenceId;

#[derive(Template)]
#[template(path = "staff/check.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    claim: Claim,
    file: Evidence,
    /// Name of the kind of evidence.
    kind: String,
    finding: Finding,
    fields: Fields,
    /// The list that somebody came from.
    list: Fields,
}

impl Page {
    fn title(&self) -> String {
        self.l.of("staff-check", self.finding.as_str())
    }

    fn came(&self) -> bool {
        self.finding == Finding::Received
    }

    fn channels(&self) -> Vec<(&'static str, String)> {
        let named = |channel: &EvidenceChannel| {
            let code = channel.as_str();
            (code, self.l.of("check-channel", code))
        };
        EvidenceChannel::ALL.iter().map(named).collect()
    }

    fn back(&self) -> String {
        let claim = along(&format!("/staff/claims/{}", self.claim.id), &self.list);
        format!("{claim}#file-{}", self.file.id)
    }

    fn path(&self) -> String {
        let (file, finding) = (self.file.id, self.finding.as_str());
        along(
            &format!("/staff/evidence/{file}/checks/{finding}"),
            &self.list,
        )
    }
}

type At = web::Path<(EvidenceId, Finding)>;

async fn page(
    visit: &Visit,
    (file, finding): (EvidenceId, Finding),
    list: Fields,
    status: StatusCode,
    fields: Fields,
) -> Shown {
    // that it differs, nobody puts on record: the registry finds it
    if finding == Finding::Differs {
        return Err(Error::NotFound);
    }
    let read = visit.look(move |r: &mut Read| {
        let role = r.role().ok_or(Error::Unauthenticated)?;
        let (claim, file) = evidence::one(r, file)?;
        let claim = claims::get(r, claim)?;
        lifecycle::next(claim.status, Event::Check, By::Staff(role))?;
        Ok((cases::get(r, claim.case)?, claim, file))
    });
    let (reader, (case, claim, file)) = read.await?;
    let l = visit.browser.layout(reader);
    let page = Page {
        nav: nav(&l, &case),
        kind: name_of(&l, &case, OptionKind::Evidence, &file.kind).to_owned(),
        claim,
        file,
        finding,
        fields,
        list,
        l,
    };
    visit.browser.show_as(status, &page)
}

pub async fn show(visit: Visit, at: At, asked: Asked) -> Shown {
    let fields = Fields::default();
    page(&visit, at.into_inner(), asked.0, StatusCode::OK, fields).await
}

/// How and when it came, or when it was seen and with which hash.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Form {
    channel: String,
    checked_on: String,
    sha256: String,
    note: String,
    no_resident_number: bool,
}

impl Form {
    fn input(&self, finding: Finding) -> CheckInput {
        CheckInput {
            finding,
            // what is none of the choices is no choice
            channel: self.channel.parse().ok(),
            checked_on: self.checked_on.clone(),
            sha256: Some(self.sha256.clone()),
            note: Some(self.note.clone()),
            no_resident_number: self.no_resident_number,
        }
    }
}

/// Puts it on record.
pub async fn record(sent: Sent<Form>, at: At, asked: Asked) -> Shown {
    let ((file, finding), Asked(list)) = (at.into_inner(), asked);
    let (input, came) = (sent.value.input(finding), along("", &list));
    let record = move |w: &mut Write| {
        checks::record(w, file, &input)?;
        let claim = evidence::claim_of(w, file)?;
        Ok(on_to(format!("/staff/claims/{claim}{came}#file-{file}")))
    };
    match sent.change(record).await {
        Ok(answer) => Ok(answer),
        // the file or the claim is not what it was: nothing of this form can be sent again
        Err(error @ Error::Conflict(_)) => Err(error),
        Err(error) => {
            let refused = sent.refused(error)?;
            let (status, fields) = (refused.status, refused.fields);
            page(&sent.visit, (file, finding), list, status, fields).await
        }
    }
}
