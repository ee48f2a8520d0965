//! The API's description, made from the handlers themselves, and its readable form.

use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};
use utoipa_swagger_ui::SwaggerUi;

use crate::http::api::{
    accounts, cases, claims, consents, disclosures, erasures, evidence, exports, receipts, reviews,
    sessions, staff,
};
use crate::http::api::{log, transparency};
use crate::http::health;

/// Everything that the API offers.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Claimant registry",
        description = "Claimants join a mass suit, lawyers review and export, auditors verify the log.\n\n\
            Errors are problem documents (RFC 9457) in Korean or English, as Accept-Language asks. Every change accepts an \
            Idempotency-Key; where a repeat would make a second thing it is demanded. A token from `POST /api/v1/sessions` goes \
            into the header Authorization as `Bearer`."
    ),
    paths(
        accounts::request, accounts::confirm, accounts::request_reset, accounts::reset, accounts::own, accounts::change_password,
        sessions::begin, sessions::list, sessions::end_all, sessions::end,
        staff::create, staff::list, staff::set_state, staff::set_role,
        cases::list, cases::one, cases::texts, cases::staff, cases::assign, cases::unassign, cases::statistics,
        claims::of_case, claims::create, claims::own, claims::one, claims::edit, claims::missing, claims::submit, claims::withdraw,
        claims::losses, claims::add_loss, claims::remove_loss,
        evidence::list, evidence::add, evidence::replace, evidence::remove,
        consents::list, consents::answer, consents::withdraw,
        receipts::list, receipts::one,
        reviews::list, reviews::decide,
        disclosures::make, disclosures::of_claim, disclosures::claims,
        exports::make, exports::list, exports::content,
        erasures::claim, erasures::account, erasures::hold_case, erasures::release_case, erasures::hold_claim, erasures::release_claim,
        log::overview, log::entries,
        transparency::checkpoint, transparency::keys, transparency::tile, transparency::bundle, transparency::inclusion, transparency::consistency,
        health::live, health::ready,
    ),
    modifiers(&Session)
)]
pub struct Api;

struct Session;

impl Modify for Session {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let bearer = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .bearer_format("JWT")
            .build();
        openapi
            .components
            .get_or_insert_default()
            .add_security_scheme("session", SecurityScheme::Http(bearer));
    }
}

/// `/api/openapi.json` and `/api/docs/`.
pub fn pages() -> SwaggerUi {
    SwaggerUi::new("/api/docs/{_:.*}").url("/api/openapi.json", Api::openapi())
}
