//! The door for browsers and API clients. Every path stands in one table with who may call it and what it leaves in the
//! log; the OpenAPI document, the access matrix and the audit walk are held against that table by tests.

pub mod api;
pub mod failure;
pub mod health;
pub mod metrics;
pub mod observe;
pub mod request;
pub mod route;
pub mod session;
pub mod state;
pub mod token;

use actix_web::http::Method;
use actix_web::web;

use crate::action::Action;
use crate::error::Error;
use crate::http::route::{Audited, BUNDLES, OfPath, Repeat, Route};
use crate::http::state::App;
use crate::role::Role::{self, Administrator, Auditor, Claimant, Lawyer, Paralegal};
use api::{
    accounts, cases, claims, consents, disclosures, erasures, evidence, exports, json, log,
    openapi, receipts, reviews, sessions, staff, transparency,
};

const EVERYBODY: Option<&[Role]> = None;
const SIGNED_IN: Option<&[Role]> = Some(Role::ALL);
const CLAIMANT: Option<&[Role]> = Some(&[Claimant]);
const PARTIES: Option<&[Role]> = Some(&[Claimant, Paralegal, Lawyer]);
const REVIEWERS: Option<&[Role]> = Some(&[Paralegal, Lawyer]);
const LAWYER: Option<&[Role]> = Some(&[Lawyer]);
const FIGURES: Option<&[Role]> = Some(&[Paralegal, Lawyer, Auditor]);
const AUDITOR: Option<&[Role]> = Some(&[Auditor]);
const ADMINISTRATOR: Option<&[Role]> = Some(&[Administrator]);

const fn get(
    path: &'static str,
    roles: Option<&'static [Role]>,
    to: fn() -> actix_web::Route,
) -> Route {
    Route {
        method: Method::GET,
        path,
        roles,
        audited: Audited::Nothing,
        repeat: Repeat::Harmless,
        to,
    }
}

const fn change(
    method: Method,
    path: &'static str,
    roles: Option<&'static [Role]>,
    action: Action,
    to: fn() -> actix_web::Route,
) -> Route {
    Route {
        method,
        path,
        roles,
        audited: Audited::Entry(action),
        repeat: Repeat::Harmless,
        to,
    }
}

const fn create(
    path: &'static str,
    roles: Option<&'static [Role]>,
    action: Action,
    to: fn() -> actix_web::Route,
) -> Route {
    Route {
        method: Method::POST,
        path,
        roles,
        audited: Audited::Entry(action),
        repeat: Repeat::Creates,
        to,
    }
}

const fn exempt(
    method: Method,
    path: &'static str,
    roles: Option<&'static [Role]>,
    action: Action,
    why: &'static str,
    to: fn() -> actix_web::Route,
) -> Route {
    Route {
        method,
        path,
        roles,
        audited: Audited::Exempt(action, why),
        repeat: Repeat::Harmless,
        to,
    }
}

const LINK: &str =
    "only a link is made, in an exempt table; what it stands for is captured when it is used";
const SESSION: &str =
    "sessions are exempt: they move with every request, and their account is captured";

/// Every path of the API.
pub static ROUTES: &[Route] = &[
    exempt(
        Method::POST,
        "/api/v1/accounts",
        EVERYBODY,
        Action::AccountRequest,
        LINK,
        || web::post().to(accounts::request),
    ),
    change(
        Method::POST,
        "/api/v1/accounts/confirmations",
        EVERYBODY,
        Action::AccountConfirm,
        || web::post().to(accounts::confirm),
    ),
    exempt(
        Method::POST,
        "/api/v1/password-resets",
        EVERYBODY,
        Action::AccountRequest,
        LINK,
        || web::post().to(accounts::request_reset),
    ),
    change(
        Method::POST,
        "/api/v1/password-resets/confirmations",
        EVERYBODY,
        Action::AccountPassword,
        || web::post().to(accounts::reset),
    ),
    get("/api/v1/account", SIGNED_IN, || {
        web::get().to(accounts::own)
    }),
    change(
        Method::DELETE,
        "/api/v1/account",
        CLAIMANT,
        Action::AccountErase,
        || web::delete().to(erasures::account),
    ),
    change(
        Method::PUT,
        "/api/v1/account/password",
        SIGNED_IN,
        Action::AccountPassword,
        || web::put().to(accounts::change_password),
    ),
    exempt(
        Method::POST,
        "/api/v1/sessions",
        EVERYBODY,
        Action::SessionBegin,
        SESSION,
        || web::post().to(sessions::begin),
    ),
    get("/api/v1/sessions", SIGNED_IN, || {
        web::get().to(sessions::list)
    }),
    exempt(
        Method::DELETE,
        "/api/v1/sessions",
        SIGNED_IN,
        Action::SessionEnd,
        SESSION,
        || web::delete().to(sessions::end_all),
    ),
    exempt(
        Method::DELETE,
        "/api/v1/sessions/{session}",
        SIGNED_IN,
        Action::SessionEnd,
        SESSION,
        || web::delete().to(sessions::end),
    ),
    create(
        "/api/v1/staff",
        ADMINISTRATOR,
        Action::AccountCreate,
        || web::post().to(staff::create),
    ),
    get("/api/v1/staff", ADMINISTRATOR, || {
        web::get().to(staff::list)
    }),
    change(
        Method::PUT,
        "/api/v1/staff/{account}/state",
        ADMINISTRATOR,
        Action::AccountState,
        || web::put().to(staff::set_state),
    ),
    change(
        Method::PUT,
        "/api/v1/staff/{account}/role",
        ADMINISTRATOR,
        Action::AccountRole,
        || web::put().to(staff::set_role),
    ),
    get("/api/v1/cases", EVERYBODY, || web::get().to(cases::list)),
    get("/api/v1/cases/{case}", EVERYBODY, || {
        web::get().to(cases::one)
    }),
    get("/api/v1/cases/{case}/consent-texts", EVERYBODY, || {
        web::get().to(cases::texts)
    }),
    get("/api/v1/cases/{case}/staff", ADMINISTRATOR, || {
        web::get().to(cases::staff)
    }),
    change(
        Method::PUT,
        "/api/v1/cases/{case}/staff/{account}",
        ADMINISTRATOR,
        Action::CaseStaff,
        || web::put().to(cases::assign),
    ),
    change(
        Method::DELETE,
        "/api/v1/cases/{case}/staff/{account}",
        ADMINISTRATOR,
        Action::CaseStaff,
        || web::delete().to(cases::unassign),
    ),
    change(
        Method::PUT,
        "/api/v1/cases/{case}/hold",
        LAWYER,
        Action::HoldSet,
        || web::put().to(erasures::hold_case),
    ),
    change(
        Method::DELETE,
        "/api/v1/cases/{case}/hold",
        LAWYER,
        Action::HoldRelease,
        || web::delete().to(erasures::release_case),
    ),
    get("/api/v1/cases/{case}/statistics", FIGURES, || {
        web::get().to(cases::statistics)
    }),
    get("/api/v1/cases/{case}/claims", REVIEWERS, || {
        web::get().to(claims::of_case)
    }),
    create(
        "/api/v1/cases/{case}/claims",
        CLAIMANT,
        Action::ClaimCreate,
        || web::post().to(claims::create),
    ),
    create(
        "/api/v1/cases/{case}/disclosures",
        REVIEWERS,
        Action::DisclosureMake,
        || web::post().to(disclosures::make),
    ),
    create(
        "/api/v1/cases/{case}/exports",
        LAWYER,
        Action::ExportMake,
        || web::post().to(exports::make),
    ),
    get("/api/v1/cases/{case}/exports", LAWYER, || {
        web::get().to(exports::list)
    }),
    get("/api/v1/claims", CLAIMANT, || web::get().to(claims::own)),
    get("/api/v1/claims/{claim}", PARTIES, || {
        web::get().to(claims::one)
    }),
    change(
        Method::PUT,
        "/api/v1/claims/{claim}",
        CLAIMANT,
        Action::ClaimEdit,
        || web::put().to(claims::edit),
    ),
    change(
        Method::DELETE,
        "/api/v1/claims/{claim}",
        CLAIMANT,
        Action::ClaimErase,
        || web::delete().to(erasures::claim),
    ),
    change(
        Method::PUT,
        "/api/v1/claims/{claim}/hold",
        LAWYER,
        Action::HoldSet,
        || web::put().to(erasures::hold_claim),
    ),
    change(
        Method::DELETE,
        "/api/v1/claims/{claim}/hold",
        LAWYER,
        Action::HoldRelease,
        || web::delete().to(erasures::release_claim),
    ),
    get("/api/v1/claims/{claim}/missing", CLAIMANT, || {
        web::get().to(claims::missing)
    }),
    change(
        Method::POST,
        "/api/v1/claims/{claim}/submission",
        CLAIMANT,
        Action::ClaimSubmit,
        || web::post().to(claims::submit),
    ),
    change(
        Method::POST,
        "/api/v1/claims/{claim}/withdrawal",
        CLAIMANT,
        Action::ClaimWithdraw,
        || web::post().to(claims::withdraw),
    ),
    get("/api/v1/claims/{claim}/losses", PARTIES, || {
        web::get().to(claims::losses)
    }),
    create(
        "/api/v1/claims/{claim}/losses",
        CLAIMANT,
        Action::LossAdd,
        || web::post().to(claims::add_loss),
    ),
    change(
        Method::DELETE,
        "/api/v1/losses/{loss}",
        CLAIMANT,
        Action::LossRemove,
        || web::delete().to(claims::remove_loss),
    ),
    get("/api/v1/claims/{claim}/evidence", PARTIES, || {
        web::get().to(evidence::list)
    }),
    create(
        "/api/v1/claims/{claim}/evidence",
        CLAIMANT,
        Action::EvidenceAdd,
        || web::post().to(evidence::add),
    ),
    create(
        "/api/v1/evidence/{evidence}/replacements",
        CLAIMANT,
        Action::EvidenceReplace,
        || web::post().to(evidence::replace),
    ),
    change(
        Method::DELETE,
        "/api/v1/evidence/{evidence}",
        CLAIMANT,
        Action::EvidenceRemove,
        || web::delete().to(evidence::remove),
    ),
    get("/api/v1/claims/{claim}/consents", PARTIES, || {
        web::get().to(consents::list)
    }),
    create(
        "/api/v1/claims/{claim}/consents",
        CLAIMANT,
        Action::ConsentAnswer,
        || web::post().to(consents::answer),
    ),
    change(
        Method::POST,
        "/api/v1/consents/{consent}/withdrawal",
        CLAIMANT,
        Action::ConsentWithdraw,
        || web::post().to(consents::withdraw),
    ),
    get("/api/v1/claims/{claim}/receipts", CLAIMANT, || {
        web::get().to(receipts::list)
    }),
    get(
        "/api/v1/claims/{claim}/receipts/{receipt}",
        CLAIMANT,
        || web::get().to(receipts::one),
    ),
    get("/api/v1/claims/{claim}/reviews", PARTIES, || {
        web::get().to(reviews::list)
    }),
    create(
        "/api/v1/claims/{claim}/reviews",
        REVIEWERS,
        Action::ReviewDecide,
        || web::post().to(reviews::decide),
    ),
    get("/api/v1/claims/{claim}/disclosures", CLAIMANT, || {
        web::get().to(disclosures::of_claim)
    }),
    get("/api/v1/disclosures/{disclosure}/claims", REVIEWERS, || {
        web::get().to(disclosures::claims)
    }),
    change(
        Method::GET,
        "/api/v1/exports/{export}/content",
        LAWYER,
        Action::ExportDownload,
        || web::get().to(exports::content),
    ),
    get("/api/v1/log", AUDITOR, || web::get().to(log::overview)),
    get("/api/v1/log/entries", AUDITOR, || {
        web::get().to(log::entries)
    }),
    get("/log/checkpoint", EVERYBODY, || {
        web::get().to(transparency::checkpoint)
    }),
    get("/log/keys", EVERYBODY, || web::get().to(transparency::keys)),
    get(BUNDLES, AUDITOR, || web::get().to(transparency::bundle)),
    get("/log/tile/{level}/{tile:.*}", EVERYBODY, || {
        web::get().to(transparency::tile)
    }),
    get("/log/proofs/inclusion/{entry}", EVERYBODY, || {
        web::get().to(transparency::inclusion)
    }),
    get("/log/proofs/consistency/{size}", EVERYBODY, || {
        web::get().to(transparency::consistency)
    }),
];

/// Metrics and readiness in full, on an address that is not for the public.
pub fn operator_routes(config: &mut web::ServiceConfig) {
    config.route(
        "/metrics",
        web::get().to(|app: web::Data<App>| std::future::ready(app.metrics.render())),
    );
    config.route("/readyz", web::get().to(health::watched));
}

/// Everything that the public can call.
pub fn routes(config: &mut web::ServiceConfig) {
    config.app_data(web::PathConfig::default().error_handler(|_, _| Error::NotFound.into()));
    config.app_data(web::QueryConfig::default().error_handler(|error, request| {
        json::query(&error.to_string(), request.query_string()).into()
    }));
    let mut paths: Vec<&str> = ROUTES.iter().map(|route| route.path).collect();
    paths.dedup();
    for path in paths {
        // one resource a path: a method that it does not take is answered 405
        let rows: Vec<&'static Route> = ROUTES.iter().filter(|route| route.path == path).collect();
        let resource = rows.iter().fold(web::resource(path), |resource, route| {
            resource.route((route.to)())
        });
        config.service(resource.app_data(OfPath(rows)));
    }
    config
        .route("/healthz", web::get().to(health::live))
        .route("/readyz", web::get().to(health::ready));
    config
        .service(web::redirect("/api/docs", "/api/docs/"))
        .service(openapi::pages());
}
