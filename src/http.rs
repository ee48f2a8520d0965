//! The HTTP interface. Every handler stands in one table with who may call it and what it leaves in
//! the audit log; the description of the API is completed from it, and tests hold the access matrix
//! and the audit walk against it.

pub mod api;
pub mod body;
pub mod cookies;
pub mod download;
pub mod failure;
pub mod head;
pub mod health;
pub mod kept;
pub mod metrics;
pub mod observe;
pub mod once;
pub mod pages;
pub mod request;
pub mod route;
pub mod session;
pub mod state;
pub mod token;

use std::sync::LazyLock;

use actix_web::http::Method;
use actix_web::web;
use utoipa::OpenApi;

use crate::action::Action;
use crate::error::Error;
use crate::http::api::{
    accounts, answer, cases, claims, consents, disclosures, erasures, evidence, exports,
    identifications, log, mails, messages, notices, openapi, powers, reaffirmations, receipts,
    recoveries, reviews, sessions, signatories, staff, staffed, transparency,
};
use crate::http::route::{OfPath, Route, change, create, exempt, read};
use crate::http::state::App;
use crate::role::Role::{self, Administrator, Auditor, Claimant, Lawyer, Paralegal};

const EVERYBODY: Option<&[Role]> = None;
const SIGNED_IN: Option<&[Role]> = Some(Role::ALL);
const CLAIMANT: Option<&[Role]> = Some(&[Claimant]);
const PARTIES: Option<&[Role]> = Some(&[Claimant, Paralegal, Lawyer]);
const REVIEWERS: Option<&[Role]> = Some(&[Paralegal, Lawyer]);
const LAWYER: Option<&[Role]> = Some(&[Lawyer]);
const FIGURES: Option<&[Role]> = Some(&[Paralegal, Lawyer, Auditor]);
const AUDITOR: Option<&[Role]> = Some(&[Auditor]);
const ADMINISTRATOR: Option<&[Role]> = Some(&[Administrator]);

const LINK: &str =
    "only a link is made, in an exempt table; what it stands for is captured when it is used";
const STATE: &str =
    "only a state is made, in an exempt table; what is said to it is captured when it is taken";
const CODE: &str =
    "only a code is made, in an exempt table; what it shows is captured when it is typed";
const MAIL: &str = "the outbox is exempt; what a mail tells is captured where it happened";
const SESSION: &str =
    "sessions are exempt: they move with every request, and their account is captured";

/// Every route: those of the API, and the pages.
pub static ROUTES: LazyLock<Vec<Route>> =
    LazyLock::new(|| api_routes().into_iter().chain(page_routes()).collect());

/// Makes the table of routes and the description of the API out of the same rows: handler, who may
/// call it, what it leaves in the log. Method and path stand at the handler.
macro_rules! routes {
    ($($room:ident::$handler:ident: $row:expr;)+) => {
        fn api_routes() -> Vec<Route> {
            vec![$(
                pastey::paste! {
                    $row.of::<$room::[<__path_ $handler>]>(|| web::route().to($room::$handler))
                },
            )+]
        }

        #[derive(OpenApi)]
        #[openapi(
            info(title = "Claimant registry", description = openapi::INTRODUCTION),
            components(schemas(failure::Problem, answer::Made)),
            paths(health::live, health::ready, $($room::$handler),+)
        )]
        struct Documented;
    };
}

routes! {
    accounts::request: exempt(EVERYBODY, Action::AccountRequest, LINK);
    accounts::confirm: change(EVERYBODY, Action::AccountConfirm);
    accounts::request_reset: exempt(EVERYBODY, Action::AccountRequest, LINK);
    accounts::reset: change(EVERYBODY, Action::AccountPassword);
    accounts::own: read(SIGNED_IN);
    staffed::request_address: exempt(CLAIMANT, Action::AccountRequest, LINK);
    staffed::confirm_address: change(CLAIMANT, Action::AccountAddress);
    erasures::account: change(CLAIMANT, Action::AccountErase);
    accounts::change_password: change(SIGNED_IN, Action::AccountPassword);
    sessions::begin: exempt(EVERYBODY, Action::SessionBegin, SESSION);
    staffed::take: change(EVERYBODY, Action::ClaimTake);
    sessions::list: read(SIGNED_IN);
    sessions::end_all: exempt(SIGNED_IN, Action::SessionEnd, SESSION);
    sessions::end: exempt(SIGNED_IN, Action::SessionEnd, SESSION);
    staff::create: create(ADMINISTRATOR, Action::AccountCreate);
    staff::list: read(ADMINISTRATOR);
    staff::set_state: change(ADMINISTRATOR, Action::AccountState);
    staff::set_role: change(ADMINISTRATOR, Action::AccountRole);
    staff::end_sessions: exempt(ADMINISTRATOR, Action::SessionEnd, SESSION);
    mails::list: read(ADMINISTRATOR);
    mails::retry: exempt(ADMINISTRATOR, Action::MailRetry, MAIL);
    cases::list: read(EVERYBODY);
    cases::one: read(EVERYBODY);
    cases::texts: read(EVERYBODY);
    cases::publications: read(EVERYBODY);
    cases::staff: read(ADMINISTRATOR);
    cases::assign: change(ADMINISTRATOR, Action::CaseStaff);
    cases::unassign: change(ADMINISTRATOR, Action::CaseStaff);
    erasures::hold_case: change(LAWYER, Action::HoldSet);
    erasures::release_case: change(LAWYER, Action::HoldRelease);
    cases::statistics: read(FIGURES);
    cases::figures: read(EVERYBODY);
    notices::current: read(EVERYBODY);
    notices::all: read(REVIEWERS);
    notices::write: create(REVIEWERS, Action::NoticeWrite);
    notices::edit: change(REVIEWERS, Action::NoticeWrite);
    notices::publish: change(LAWYER, Action::NoticePublish);
    notices::end: change(LAWYER, Action::NoticeEnd);
    claims::of_case: read(REVIEWERS);
    claims::create: create(CLAIMANT, Action::ClaimCreate);
    staffed::of_case: read(REVIEWERS);
    staffed::create: create(REVIEWERS, Action::ClaimEnter);
    disclosures::make: create(REVIEWERS, Action::DisclosureMake);
    disclosures::list: read(LAWYER);
    messages::list: read(REVIEWERS);
    messages::reach: read(LAWYER);
    messages::send: create(LAWYER, Action::MessageSend);
    exports::make: create(LAWYER, Action::ExportMake);
    exports::list: read(LAWYER);
    claims::own: read(CLAIMANT);
    claims::one: read(PARTIES);
    claims::edit: change(PARTIES, Action::ClaimEdit);
    erasures::claim: change(CLAIMANT, Action::ClaimErase);
    erasures::hold_claim: change(LAWYER, Action::HoldSet);
    erasures::release_claim: change(LAWYER, Action::HoldRelease);
    staffed::of_claim: read(PARTIES);
    staffed::make_slip: change(REVIEWERS, Action::ClaimSlip);
    claims::missing: read(PARTIES);
    claims::submit: change(PARTIES, Action::ClaimSubmit);
    claims::withdraw: change(PARTIES, Action::ClaimWithdraw);
    claims::losses: read(PARTIES);
    claims::add_loss: create(PARTIES, Action::LossAdd);
    claims::replace_loss: create(PARTIES, Action::LossReplace);
    claims::remove_loss: change(PARTIES, Action::LossRemove);
    claims::assess_loss: create(REVIEWERS, Action::LossAssess);
    evidence::list: read(PARTIES);
    evidence::add: create(PARTIES, Action::EvidenceAdd);
    evidence::replace: create(PARTIES, Action::EvidenceReplace);
    evidence::remove: change(PARTIES, Action::EvidenceRemove);
    evidence::checks: read(PARTIES);
    evidence::check: create(REVIEWERS, Action::EvidenceCheck);
    consents::list: read(PARTIES);
    consents::answer: create(CLAIMANT, Action::ConsentAnswer);
    consents::record_paper: create(REVIEWERS, Action::ConsentPaper);
    consents::withdraw: change(CLAIMANT, Action::ConsentWithdraw);
    reaffirmations::list: read(PARTIES);
    reaffirmations::reaffirm: create(CLAIMANT, Action::Reaffirm);
    reaffirmations::by_link: change(EVERYBODY, Action::Reaffirm);
    signatories::list: read(PARTIES);
    signatories::add: create(PARTIES, Action::SignatoryAdd);
    signatories::remove: change(PARTIES, Action::SignatoryRemove);
    signatories::ask: change(PARTIES, Action::SignatoryAsk);
    signatories::asked: read(EVERYBODY);
    signatories::sign: change(EVERYBODY, Action::ConsentAnswer);
    identifications::list: read(PARTIES);
    identifications::record: create(REVIEWERS, Action::Identify);
    identifications::object: change(CLAIMANT, Action::IdentifyObject);
    identifications::begin: exempt(CLAIMANT, Action::IdentityAsk, STATE);
    identifications::begin_by_link: exempt(EVERYBODY, Action::IdentityAsk, STATE);
    identifications::send_code: exempt(CLAIMANT, Action::PhoneCodeSend, CODE);
    identifications::confirm_code: change(CLAIMANT, Action::PhoneCodeCheck);
    identifications::take: change(EVERYBODY, Action::IdentityCheck);
    recoveries::list: read(PARTIES);
    recoveries::ask: create(REVIEWERS, Action::RecoveryAsk);
    recoveries::confirm: change(LAWYER, Action::RecoveryConfirm);
    recoveries::stop: change(PARTIES, Action::RecoveryStop);
    recoveries::notice: read(EVERYBODY);
    recoveries::stop_by_link: change(EVERYBODY, Action::RecoveryStop);
    powers::list: read(PARTIES);
    powers::state: create(CLAIMANT, Action::PowerState);
    receipts::list: read(CLAIMANT);
    receipts::one: read(CLAIMANT);
    reviews::list: read(PARTIES);
    reviews::decide: create(REVIEWERS, Action::ReviewDecide);
    messages::of_claim: read(PARTIES);
    disclosures::of_claim: read(CLAIMANT);
    disclosures::claims: read(REVIEWERS);
    exports::content: change(LAWYER, Action::ExportDownload);
    log::overview: read(AUDITOR);
    log::entries: read(AUDITOR);
    transparency::checkpoint: read(EVERYBODY);
    transparency::keys: read(EVERYBODY);
    transparency::verifier: read(EVERYBODY);
    transparency::bundle: read(AUDITOR).tail().of_entries();
    transparency::tile: read(EVERYBODY).tail();
    transparency::inclusion: read(EVERYBODY);
    transparency::consistency: read(EVERYBODY);
}

/// Makes the table of pages: method, path, handler, who may call it, what it leaves in the log.
macro_rules! pages {
    ($($method:ident $path:literal $audience:ident::$page:ident::$handler:ident: $row:expr;)+) => {
        fn page_routes() -> Vec<Route> {
            vec![$(
                $row.page(Method::$method, $path, || {
                    web::route().to(pages::$audience::$page::$handler)
                }),
            )+]
        }
    };
}

pages! {
    GET "/" public::front::show: read(EVERYBODY);
    GET "/cases/{case}" public::case::show: read(EVERYBODY);
    GET "/cases/{case}/texts" public::texts::show: read(EVERYBODY);
    GET "/texts/{sha256}" public::texts::one: read(EVERYBODY);
    GET "/texts/{sha256}/file" public::texts::file: read(EVERYBODY);
    GET "/cases/{case}/checklist" public::checklist::show: read(EVERYBODY);
    POST "/cases/{case}/checklist" public::checklist::answer: read(EVERYBODY);
    GET "/cases/{case}/letter" public::letter::show: read(EVERYBODY);
    GET "/log" public::log::show: read(EVERYBODY);
    GET "/verify" public::verify::show: read(EVERYBODY);
    GET "/verify/number" public::check_code::show: read(EVERYBODY);
    POST "/verify/number" public::check_code::check: read(EVERYBODY);
    GET "/accessibility" public::accessibility::show: read(EVERYBODY);
    GET "/language/{language}" public::language::choose: read(EVERYBODY);
    GET "/sign-in" public::sign_in::show: read(EVERYBODY);
    POST "/sign-in" public::sign_in::begin: exempt(EVERYBODY, Action::SessionBegin, SESSION);
    POST "/sign-out" public::sign_in::end: exempt(SIGNED_IN, Action::SessionEnd, SESSION);
    GET "/registration" public::registration::show: read(EVERYBODY);
    POST "/registration" public::registration::request: exempt(EVERYBODY, Action::AccountRequest, LINK);
    POST "/registration/code" public::registration::confirm_code: change(EVERYBODY, Action::AccountConfirm);
    GET "/registration/{token}" public::registration::choose: read(EVERYBODY);
    POST "/registration/{token}" public::registration::confirm: change(EVERYBODY, Action::AccountConfirm);
    GET "/password-reset" public::password_reset::show: read(EVERYBODY);
    POST "/password-reset" public::password_reset::request: exempt(EVERYBODY, Action::AccountRequest, LINK);
    GET "/password-reset/{token}" public::registration::choose_new: read(EVERYBODY);
    POST "/password-reset/{token}" public::registration::reset: change(EVERYBODY, Action::AccountPassword);
    GET "/signatures/{token}" public::signing::show: read(EVERYBODY);
    POST "/signatures/{token}" public::signing::reaffirm: change(EVERYBODY, Action::Reaffirm);
    GET "/signatures/{token}/{item}" public::signing::one: read(EVERYBODY);
    POST "/signatures/{token}/{item}" public::signing::answer: change(EVERYBODY, Action::ConsentAnswer);
    GET "/recoveries/{token}" public::recovery::show: read(EVERYBODY);
    POST "/recoveries/{token}" public::recovery::stop: change(EVERYBODY, Action::RecoveryStop);
    GET "/slip" public::slip::show: read(EVERYBODY);
    POST "/slip" public::slip::take: change(EVERYBODY, Action::ClaimTake);
    GET "/home" account::home::show: read(SIGNED_IN);
    GET "/account" account::sessions::show: read(SIGNED_IN);
    POST "/account/sessions/end" account::sessions::end_all: exempt(SIGNED_IN, Action::SessionEnd, SESSION);
    POST "/account/sessions/{session}/end" account::sessions::end: exempt(SIGNED_IN, Action::SessionEnd, SESSION);
    GET "/claims" claimant::claims::show: read(CLAIMANT);
    POST "/cases/{case}/claims" claimant::begin::begin: create(CLAIMANT, Action::ClaimCreate);
    GET "/claims/{claim}" claimant::tasks::show: read(PARTIES);
    GET "/account/password" account::password::show: read(SIGNED_IN);
    POST "/account/password" account::password::change: change(SIGNED_IN, Action::AccountPassword);
    GET "/account/address" account::address::show: read(CLAIMANT);
    POST "/account/address" account::address::request: exempt(CLAIMANT, Action::AccountRequest, LINK);
    POST "/account/address/code" account::address::confirm: change(CLAIMANT, Action::AccountAddress);
    GET "/account/erasure" account::erasure::show: read(CLAIMANT);
    POST "/account/erasure" account::erasure::erase: change(CLAIMANT, Action::AccountErase);
    GET "/claims/{claim}/questions/{question}" claimant::questions::show: read(PARTIES);
    POST "/claims/{claim}/questions/{question}" claimant::questions::save: change(PARTIES, Action::ClaimEdit);
    GET "/claims/{claim}/businesses" claimant::businesses::list: read(PARTIES);
    GET "/claims/{claim}/businesses/new" claimant::businesses::show_new: read(PARTIES);
    POST "/claims/{claim}/businesses/new" claimant::businesses::add: change(PARTIES, Action::ClaimEdit);
    GET "/claims/{claim}/businesses/{business}" claimant::businesses::show: read(PARTIES);
    POST "/claims/{claim}/businesses/{business}" claimant::businesses::save: change(PARTIES, Action::ClaimEdit);
    GET "/claims/{claim}/businesses/{business}/removal" claimant::businesses::confirm_removal: read(PARTIES);
    POST "/claims/{claim}/businesses/{business}/removal" claimant::businesses::remove: change(PARTIES, Action::ClaimEdit);
    GET "/claims/{claim}/losses" claimant::losses::show: read(PARTIES);
    GET "/claims/{claim}/losses/new" claimant::losses::kinds: read(PARTIES);
    POST "/claims/{claim}/losses/comparison" claimant::loss::compare: read(PARTIES);
    GET "/claims/{claim}/losses/new/{kind}" claimant::loss::show: read(PARTIES);
    POST "/claims/{claim}/losses/new/{kind}" claimant::loss::add: create(PARTIES, Action::LossAdd);
    GET "/claims/{claim}/losses/{loss}" claimant::loss::show_one: read(PARTIES);
    POST "/claims/{claim}/losses/{loss}" claimant::loss::change: create(PARTIES, Action::LossReplace);
    GET "/claims/{claim}/losses/{loss}/removal" claimant::losses::confirm_removal: read(PARTIES);
    POST "/claims/{claim}/losses/{loss}/removal" claimant::losses::remove: change(PARTIES, Action::LossRemove);
    GET "/claims/{claim}/evidence" claimant::evidence::show: read(PARTIES);
    GET "/claims/{claim}/evidence/new" claimant::evidence::choose: read(PARTIES);
    GET "/claims/{claim}/evidence/new/{kind}" claimant::evidence_new::show: read(PARTIES);
    POST "/claims/{claim}/evidence/new/{kind}" claimant::evidence_new::add: create(PARTIES, Action::EvidenceAdd);
    GET "/claims/{claim}/evidence/{evidence}/replacement" claimant::evidence_new::show_replacement: read(PARTIES);
    POST "/claims/{claim}/evidence/{evidence}/replacement" claimant::evidence_new::replace: create(PARTIES, Action::EvidenceReplace);
    GET "/claims/{claim}/evidence/{evidence}/removal" claimant::evidence::confirm_removal: read(PARTIES);
    POST "/claims/{claim}/evidence/{evidence}/removal" claimant::evidence::remove: change(PARTIES, Action::EvidenceRemove);
    GET "/claims/{claim}/consents" claimant::consents::show: read(CLAIMANT);
    GET "/claims/{claim}/consents/{item}" claimant::consent::show: read(CLAIMANT);
    POST "/claims/{claim}/consents/{item}" claimant::consent::answer: create(CLAIMANT, Action::ConsentAnswer);
    GET "/claims/{claim}/consents/{item}/withdrawal" claimant::consent::confirm_withdrawal: read(CLAIMANT);
    POST "/claims/{claim}/consents/{item}/withdrawal" claimant::consent::withdraw: change(CLAIMANT, Action::ConsentWithdraw);
    GET "/claims/{claim}/signatories" claimant::signatories::show: read(PARTIES);
    POST "/claims/{claim}/signatories" claimant::signatories::add: create(PARTIES, Action::SignatoryAdd);
    POST "/claims/{claim}/signatories/{signatory}/removal" claimant::signatories::remove: change(PARTIES, Action::SignatoryRemove);
    POST "/claims/{claim}/signatories/{signatory}/link" claimant::signatories::ask: change(PARTIES, Action::SignatoryAsk);
    POST "/claims/{claim}/identifications/{identification}/objection" claimant::signatories::object: change(CLAIMANT, Action::IdentifyObject);
    POST "/claims/{claim}/identity" claimant::identity::begin: exempt(CLAIMANT, Action::IdentityAsk, STATE);
    GET "/claims/{claim}/phone-code" claimant::phone_code::show: read(CLAIMANT);
    POST "/claims/{claim}/phone-code" claimant::phone_code::send: exempt(CLAIMANT, Action::PhoneCodeSend, CODE);
    POST "/claims/{claim}/phone-code/confirmation" claimant::phone_code::confirm: change(CLAIMANT, Action::PhoneCodeCheck);
    POST "/signatures/{token}/identity/provider" claimant::identity::begin_by_link: exempt(EVERYBODY, Action::IdentityAsk, STATE);
    GET "/claims/{claim}/identity/{state}" claimant::identity::show: read(CLAIMANT);
    GET "/identity/{state}" claimant::identity::come_back: read(EVERYBODY);
    POST "/claims/{claim}/recoveries/{recovery}/stop" claimant::recovery::stop: change(CLAIMANT, Action::RecoveryStop);
    GET "/claims/{claim}/reaffirmation" claimant::reaffirmation::show: read(CLAIMANT);
    POST "/claims/{claim}/reaffirmation" claimant::reaffirmation::sign: create(CLAIMANT, Action::Reaffirm);
    GET "/claims/{claim}/powers" claimant::powers::show: read(CLAIMANT);
    GET "/claims/{claim}/powers/{power}" claimant::powers::one: read(CLAIMANT);
    POST "/claims/{claim}/powers/{power}" claimant::powers::state: create(CLAIMANT, Action::PowerState);
    GET "/claims/{claim}/check" claimant::check::show: read(PARTIES);
    GET "/claims/{claim}/submission" claimant::submission::show: read(CLAIMANT);
    POST "/claims/{claim}/submission" claimant::check::submit: change(PARTIES, Action::ClaimSubmit);
    GET "/claims/{claim}/record" claimant::check::record: read(PARTIES);
    GET "/claims/{claim}/receipts" claimant::receipts::show: read(CLAIMANT);
    GET "/claims/{claim}/receipts/{receipt}" claimant::receipt::download: read(CLAIMANT);
    GET "/claims/{claim}/withdrawal" claimant::withdrawal::show: read(PARTIES);
    POST "/claims/{claim}/withdrawal" claimant::withdrawal::withdraw: change(PARTIES, Action::ClaimWithdraw);
    GET "/claims/{claim}/erasure" claimant::erasure::show: read(CLAIMANT);
    POST "/claims/{claim}/erasure" claimant::erasure::erase: change(CLAIMANT, Action::ClaimErase);
    GET "/staff" staff::home::show: read(REVIEWERS);
    GET "/staff/cases/{case}" staff::dashboard::show: read(REVIEWERS);
    GET "/staff/cases/{case}/claims" staff::claims::show: read(REVIEWERS);
    GET "/staff/cases/{case}/entered" staff::entered::show: read(REVIEWERS);
    POST "/staff/cases/{case}/entered" staff::entered::enter: create(REVIEWERS, Action::ClaimEnter);
    GET "/staff/cases/{case}/entered/new" staff::entered::new: read(REVIEWERS);
    GET "/staff/claims/{claim}/papers" staff::papers::show: read(REVIEWERS);
    GET "/staff/claims/{claim}/papers/{item}" staff::papers::one: read(REVIEWERS);
    POST "/staff/claims/{claim}/papers/{item}" staff::papers::record: create(REVIEWERS, Action::ConsentPaper);
    GET "/staff/claims/{claim}/slip" staff::slip::show: read(REVIEWERS);
    POST "/staff/claims/{claim}/slip" staff::slip::make: change(REVIEWERS, Action::ClaimSlip);
    GET "/staff/claims/{claim}/handed-in" staff::slip::handed_in: read(REVIEWERS);
    GET "/staff/cases/{case}/search" staff::search::show: read(REVIEWERS);
    POST "/staff/cases/{case}/search" staff::search::make: create(REVIEWERS, Action::DisclosureMake);
    GET "/staff/disclosures/{disclosure}" staff::found::show: read(REVIEWERS);
    GET "/staff/claims/{claim}" staff::claim::show: read(REVIEWERS);
    POST "/staff/claims/{claim}/disclosures" staff::claim::open: create(REVIEWERS, Action::DisclosureMake);
    GET "/staff/claims/{claim}/decisions/{decision}" staff::decision::show: read(REVIEWERS);
    POST "/staff/claims/{claim}/decisions/{decision}" staff::decision::decide: create(REVIEWERS, Action::ReviewDecide);
    GET "/staff/claims/{claim}/identifications" staff::identification::show: read(REVIEWERS);
    POST "/staff/claims/{claim}/identifications" staff::identification::record: create(REVIEWERS, Action::Identify);
    GET "/staff/claims/{claim}/recovery" staff::recovery::show: read(REVIEWERS);
    POST "/staff/claims/{claim}/recovery" staff::recovery::ask: create(REVIEWERS, Action::RecoveryAsk);
    POST "/staff/claims/{claim}/recoveries/{recovery}/confirmation" staff::recovery::confirm: change(LAWYER, Action::RecoveryConfirm);
    POST "/staff/claims/{claim}/recoveries/{recovery}/stop" staff::recovery::stop: change(REVIEWERS, Action::RecoveryStop);
    GET "/staff/claims/{claim}/hold" staff::hold::show: read(LAWYER);
    POST "/staff/claims/{claim}/hold" staff::hold::set: change(LAWYER, Action::HoldSet);
    POST "/staff/claims/{claim}/hold/release" staff::hold::release: change(LAWYER, Action::HoldRelease);
    GET "/staff/cases/{case}/exports" staff::exports::show: read(REVIEWERS);
    POST "/staff/cases/{case}/exports" staff::new_export::make: create(LAWYER, Action::ExportMake);
    GET "/staff/cases/{case}/exports/new" staff::new_export::show: read(LAWYER);
    GET "/staff/exports/{export}" staff::export::show: read(LAWYER);
    POST "/staff/exports/{export}/content" staff::export::download: change(LAWYER, Action::ExportDownload);
    GET "/staff/cases/{case}/messages" staff::messages::show: read(REVIEWERS);
    POST "/staff/cases/{case}/messages" staff::new_message::send: create(LAWYER, Action::MessageSend);
    GET "/staff/cases/{case}/messages/new" staff::new_message::show: read(LAWYER);
    POST "/staff/cases/{case}/messages/new" staff::new_message::preview: read(LAWYER);
    GET "/staff/cases/{case}/disclosures" staff::disclosures::show: read(LAWYER);
    GET "/staff/cases/{case}/holds" staff::holds::show: read(LAWYER);
    POST "/staff/cases/{case}/hold" staff::holds::set: change(LAWYER, Action::HoldSet);
    POST "/staff/cases/{case}/hold/release" staff::holds::release: change(LAWYER, Action::HoldRelease);
    GET "/staff/claims/{claim}/losses/{loss}/assessment" staff::assessment::show: read(REVIEWERS);
    POST "/staff/claims/{claim}/losses/{loss}/assessment" staff::assessment::assess: create(REVIEWERS, Action::LossAssess);
    GET "/staff/evidence/{evidence}/checks/{finding}" staff::check::show: read(REVIEWERS);
    POST "/staff/evidence/{evidence}/checks/{finding}" staff::check::record: create(REVIEWERS, Action::EvidenceCheck);
    GET "/audit" auditor::log::show: read(AUDITOR);
    GET "/audit/entries" auditor::entries::show: read(AUDITOR);
    GET "/audit/entries/{entry}" auditor::entry::show: read(AUDITOR);
    GET "/audit/verification" auditor::verification::show: read(AUDITOR);
    POST "/audit/verification" auditor::verification::ask: create(AUDITOR, Action::VerifyAsk);
    GET "/audit/cases/{case}" auditor::figures::show: read(AUDITOR);
    GET "/audit/downloads" auditor::downloads::show: read(AUDITOR);
    GET "/administration" admin::home::show: read(ADMINISTRATOR);
    GET "/administration/accounts" admin::accounts::show: read(ADMINISTRATOR);
    POST "/administration/accounts" admin::invite::invite: create(ADMINISTRATOR, Action::AccountCreate);
    GET "/administration/accounts/new" admin::invite::show: read(ADMINISTRATOR);
    GET "/administration/accounts/{account}" admin::account::show: read(ADMINISTRATOR);
    POST "/administration/accounts/{account}/role" admin::account::set_role: change(ADMINISTRATOR, Action::AccountRole);
    POST "/administration/accounts/{account}/state" admin::account::set_state: change(ADMINISTRATOR, Action::AccountState);
    POST "/administration/accounts/{account}/sessions/end" admin::account::end_sessions: exempt(ADMINISTRATOR, Action::SessionEnd, SESSION);
    POST "/administration/accounts/{account}/cases/{case}/join" admin::account::assign: change(ADMINISTRATOR, Action::CaseStaff);
    POST "/administration/accounts/{account}/cases/{case}/leave" admin::account::unassign: change(ADMINISTRATOR, Action::CaseStaff);
    GET "/administration/keys" admin::keys::show: read(ADMINISTRATOR);
    GET "/administration/mails" admin::mails::show: read(ADMINISTRATOR);
    POST "/administration/mails/{mail}/retry" admin::mails::retry: exempt(ADMINISTRATOR, Action::MailRetry, MAIL);
    GET "/administration/settings" admin::settings::show: read(ADMINISTRATOR);
    GET "/staff/cases/{case}/notices" staff::notices::show: read(REVIEWERS);
    POST "/staff/cases/{case}/notices" staff::notices::write: create(REVIEWERS, Action::NoticeWrite);
    GET "/staff/notices/{notice}" staff::notice::show: read(REVIEWERS);
    POST "/staff/notices/{notice}" staff::notice::edit: change(REVIEWERS, Action::NoticeWrite);
    POST "/staff/notices/{notice}/publication" staff::notice::publish: change(LAWYER, Action::NoticePublish);
    POST "/staff/notices/{notice}/ending" staff::notice::end: change(LAWYER, Action::NoticeEnd);
}

/// Metrics and readiness in full, on an address that is not for the public.
pub fn operator_routes(config: &mut web::ServiceConfig) {
    let metrics = |app: web::Data<App>| std::future::ready(app.metrics.render());
    config
        .service(web::resource("/metrics").route(web::get().to(metrics)))
        .service(web::resource("/readyz").route(web::get().to(health::watched)));
}

/// Everything that the public can call. One resource a path: a method that it does not take is
/// answered 405.
pub fn routes(config: &mut web::ServiceConfig) {
    config.app_data(web::PathConfig::default().error_handler(|_, _| Error::NotFound.into()));
    let mut paths: Vec<&str> = Vec::new();
    for route in ROUTES.iter() {
        if !paths.contains(&route.path.as_str()) {
            paths.push(&route.path);
        }
    }
    for path in paths {
        let rows: Vec<&'static Route> = ROUTES.iter().filter(|route| route.path == path).collect();
        let resource = rows.iter().fold(web::resource(path), |resource, route| {
            resource.route((route.to)().method(route.method.clone()))
        });
        config.service(resource.app_data(OfPath(rows)));
    }
    config
        .service(web::resource("/healthz").route(web::get().to(health::live)))
        .service(web::resource("/readyz").route(web::get().to(health::ready)))
        .service(web::resource("/assets/{file}").route(web::get().to(pages::assets::file)));
    openapi::pages(config, Documented::openapi(), &ROUTES);
}
