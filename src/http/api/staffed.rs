//! Claims that staff enter for somebody, the slips by which they are taken over, and the address that
//! whoever took one over may choose.

use actix_web::{HttpResponse, web};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::accounts::address::{self, AddressCode, NewAddress};
use crate::action::Action;
use crate::cases;
use crate::claims::staffed::slip::{self, Shown, Taken};
use crate::claims::staffed::{self, Staffed, StaffedInput};
use crate::db::Write;
use crate::http::api::answer::{Answer, Page, USUAL, created, done};
use crate::http::api::json::{Input, Query};
use crate::http::session::Call;
use crate::ids::{ClaimId, SessionId};

/// Begins a claim for somebody on the telephone, at the desk or on paper. Staff of the case read and
/// write the draft like its owner until the claimant takes it over by a slip, or it is handed in; it
/// counts only after the claimant's own word.
#[utoipa::path(post, path = "/api/v1/cases/{case}/staffed-claims", tag = "staffed", request_body = StaffedInput,
    params(("case" = String, Path)), responses((status = 201)))]
pub async fn create(call: Call, case: web::Path<String>, input: Input<StaffedInput>) -> Answer {
    call.change(input.digest, move |w| {
        let case = cases::id(w, &case)?;
        let id = staffed::create(w, case, &input.value)?;
        Ok(created(format!("/api/v1/claims/{id}")))
    })
    .await
}

/// Which page.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Pages {
    /// Id of the last claim of the page before.
    #[serde(default)]
    after: Option<ClaimId>,
    /// Claims a page, 1 to 200; 50 where left out.
    #[serde(default)]
    limit: Option<i64>,
}

/// The claims that staff entered in a case, the newest first; names of those that they still write in.
#[utoipa::path(get, path = "/api/v1/cases/{case}/staffed-claims", tag = "staffed", params(("case" = String, Path), Pages),
    responses((status = 200, body = Page<Staffed>)))]
pub async fn of_case(call: Call, case: web::Path<String>, pages: Query<Pages>) -> Answer {
    call.read(move |r| {
        let case = cases::id(r, &case)?;
        let entered = staffed::of_case(r, case, pages.after, pages.limit.unwrap_or(USUAL))?;
        Ok(Page::of(entered, pages.limit, |staffed| staffed.claim.0))
    })
    .await
}

/// Who filed a claim for its owner; null where they began it themselves.
#[utoipa::path(get, path = "/api/v1/claims/{claim}/filing", tag = "staffed", params(("claim" = ClaimId, Path)),
    responses((status = 200, body = Option<Staffed>)))]
pub async fn of_claim(call: Call, claim: web::Path<ClaimId>) -> Answer {
    call.read(move |r| staffed::of_claim(r, *claim)).await
}

/// A slip.
#[derive(Serialize, ToSchema)]
pub struct Slip {
    /// Twelve letters and digits; shown once.
    code: String,
    /// Until when it can be used.
    expires_at: DateTime<Utc>,
}

/// Makes the slip with which a claimant takes over what staff entered for them; one of before is
/// void, and a repeated call makes another one.
#[utoipa::path(post, path = "/api/v1/claims/{claim}/slip", tag = "staffed", params(("claim" = ClaimId, Path)),
    responses((status = 201, body = Slip)))]
pub async fn make_slip(call: Call, claim: web::Path<ClaimId>) -> Answer {
    let make = move |w: &mut Write| slip::make(w, *claim);
    let made = call.app.db.write(&call.ticket, Action::ClaimSlip, make);
    let slip::Slip { code, expires_at } = made.await?;
    Ok(HttpResponse::Created().json(Slip {
        code: code.to_string(),
        expires_at,
    }))
}

/// A claim that was taken over, and the session that has begun.
#[derive(Serialize, ToSchema)]
pub struct TakenOver {
    /// Id of the claim.
    claim: ClaimId,
    /// For the header `Authorization: Bearer`; shown once.
    token: String,
    /// The session's id.
    id: SessionId,
    /// When it ends at the latest: after an hour.
    expires_at: DateTime<Utc>,
}

/// Takes a claim over by the code of a slip, which works once. The answer to a wrong code, a used one
/// and one that is too old is the same.
#[utoipa::path(post, path = "/api/v1/slips", tag = "staffed", request_body = Shown,
    responses((status = 201, body = TakenOver)))]
pub async fn take(call: Call, input: Input<Shown, 16>) -> Answer {
    let app = &call.app;
    let taken = slip::take(
        &app.db,
        &call.ticket,
        &app.limits,
        &input.value,
        app.lifetimes,
    );
    let Taken { claim, session } = taken.await?;
    let token = app
        .tokens
        .make(session.id, Utc::now(), session.expires_at)?;
    Ok(HttpResponse::Created().json(TakenOver {
        claim,
        token,
        id: session.id,
        expires_at: session.expires_at,
    }))
}

/// Asks for the code that confirms an address, for an account that has none: the answer is the same
/// for every address, the rest is in the mail.
#[utoipa::path(post, path = "/api/v1/account/address", tag = "accounts", request_body = NewAddress,
    responses((status = 202, description = "If the address had not had enough, a mail is on its way")))]
pub async fn request_address(call: Call, input: Input<NewAddress, 16>) -> Answer {
    let (app, ticket, language) = (&call.app, &call.ticket, call.language);
    address::request(&app.db, ticket, &app.limits, &input.value, language).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// Gives the account its address, by the code that was mailed there, and the password that was chosen.
#[utoipa::path(post, path = "/api/v1/account/address/confirmations", tag = "accounts", request_body = AddressCode,
    responses((status = 204, description = "The account has address and password")))]
pub async fn confirm_address(call: Call, input: Input<AddressCode, 16>) -> Answer {
    // a repetition no longer finds the code
    if let Some(answer) = call.repeated(input.digest).await? {
        return Ok(answer);
    }
    let (app, typed) = (&call.app, &input.value);
    let confirmed =
        address::choose(&app.db, &call.ticket, &app.limits, &app.hashing, typed).await?;
    call.change(input.digest, move |w| {
        staffed::address(w, &confirmed).map(|()| done())
    })
    .await
}
