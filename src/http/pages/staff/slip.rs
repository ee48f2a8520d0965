//! The slip with which somebody without e-mail takes over what staff entered for them, and the one
//! that they keep when it was handed in: both are printed in place of a mail.

use actix_web::{HttpRequest, web};
use askama::Template;

use crate::action::Action;
use crate::cases::{self, Case};
use crate::claims::staffed::slip::{self, Slip};
use crate::claims::staffed::{self, Staffed};
use crate::claims::{self, Claim};
use crate::db::{Read, Write};
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::form::{Fields, Nothing, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::qr::Qr;
use crate::http::pages::staff::nav;
use crate::http::pages::visit::Visit;
use crate::ids::ClaimId;
use crate::receipts::check_code::{self, CheckCode};

/// What is known of a claim for which a slip is printed.
struct Known {
    staffed: Staffed,
    case: Case,
    /// What was entered, while staff still see it.
    claim: Option<Claim>,
}

fn known(r: &mut Read, id: ClaimId) -> Result<Known, Error> {
    let staffed = staffed::of_claim(r, id)?.ok_or(Error::NotFound)?;
    let claim = match staffed.is_open() {
        true => Some(claims::get(r, id)?),
        false => None,
    };
    let case = match cases::own::list(r)?
        .into_iter()
        .find(|case| case.id == staffed.case)
    {
        Some(case) => case,
        None => return Err(Error::NotFound),
    };
    Ok(Known {
        staffed,
        case,
        claim,
    })
}

#[derive(Template)]
#[template(path = "staff/slip_new.html")]
struct NewPage {
    l: Layout,
    nav: Vec<Section>,
    known: Known,
    fields: Fields,
}

pub async fn show(visit: Visit, claim: web::Path<ClaimId>) -> Shown {
    let (reader, known) = visit.look(move |r| known(r, *claim)).await?;
    let l = visit.browser.layout(reader);
    visit.browser.show(&NewPage {
        nav: nav(&l, &known.case),
        known,
        fields: Fields::default(),
        l,
    })
}

/// The slip, to be printed: its code is not shown again.
#[derive(Template)]
#[template(path = "staff/slip.html")]
struct Page {
    l: Layout,
    known: Known,
    slip: Slip,
    address: String,
    qr: Option<Qr>,
}

pub async fn make(sent: Sent<Nothing>, request: HttpRequest, claim: web::Path<ClaimId>) -> Shown {
    let (visit, id) = (&sent.visit, *claim);
    let make = move |w: &mut Write| Ok((slip::make(w, id)?, known(w, id)?, w.reader()));
    let made = visit.app.db.write(&visit.ticket, Action::ClaimSlip, make);
    let (slip, known, reader) = match made.await {
        Ok(made) => made,
        Err(error) => {
            let refused = sent.refused(error)?;
            let (reader, known) = visit.look(move |r| known(r, id)).await?;
            let l = visit.browser.layout(reader);
            let page = NewPage {
                nav: nav(&l, &known.case),
                known,
                fields: refused.fields,
                l,
            };
            return visit.browser.show_as(refused.status, &page);
        }
    };
    let address = format!("{}/slip", visit.address(&request));
    visit.browser.show(&Page {
        l: visit.browser.layout(reader),
        known,
        // behind the #, which no browser sends
        qr: Qr::of(&format!("{address}#code={}", slip.code)),
        slip,
        address,
    })
}

/// What somebody without e-mail keeps of what was handed in.
#[derive(Template)]
#[template(path = "staff/handed_in.html")]
struct HandedIn {
    l: Layout,
    case: Case,
    claim: Claim,
    number: String,
    code: CheckCode,
    address: String,
    qr: Option<Qr>,
}

pub async fn handed_in(visit: Visit, request: HttpRequest, claim: web::Path<ClaimId>) -> Shown {
    let read = move |r: &mut Read| {
        let code = check_code::of_staffed(r, *claim)?;
        let claim = claims::get(r, *claim)?;
        let case = cases::get(r, claim.case)?;
        Ok((case, claim, code))
    };
    let (reader, (case, claim, code)) = visit.look(read).await?;
    let number = claim.number.clone().ok_or(Error::NotFound)?;
    let plain = code.to_string().replace(' ', "");
    let address = format!("{}/verify/number", visit.address(&request));
    let qr = Qr::of(&format!("{address}#number={number}&code={plain}"));
    visit.browser.show(&HandedIn {
        l: visit.browser.layout(reader),
        case,
        claim,
        number,
        code,
        address,
        qr,
    })
}
