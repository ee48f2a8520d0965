//! The description of the API: what handlers say of themselves, and what the table of routes says
//! of all of them.

mod limits;

use actix_web::web;
use utoipa::openapi::header::{Header, HeaderBuilder};
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    ContentBuilder, ObjectBuilder, OpenApi, PathItem, Ref, RefOr, Required, Response,
    ResponseBuilder, Type,
};
use utoipa_swagger_ui::SwaggerUi;

use crate::http::route::{Audited, Repeat, Route};
use crate::role::Role;

pub const INTRODUCTION: &str = "Claimants join a mass suit, lawyers review and export, auditors verify the log.\n\n\
    Errors are problem documents (RFC 9457) in Korean or English, as Accept-Language asks. Every change accepts an \
    Idempotency-Key; where a repeat would make a second thing it is demanded. A token from `POST /api/v1/sessions` goes \
    into the header Authorization as `Bearer`.";

/// Name of the way to sign in.
const SESSION: &str = "session";

/// `/api/openapi.json` and `/api/docs/`.
pub fn pages(config: &mut web::ServiceConfig, described: OpenApi, routes: &[Route]) {
    let (pages, document) = ("/api/docs/{_:.*}", "/api/openapi.json");
    let to_pages = || std::future::ready(web::Redirect::to("/api/docs/"));
    let api = complete(described, routes);
    config
        .service(web::resource("/api/docs").route(web::get().to(to_pages)))
        .service(SwaggerUi::new(pages).url(document, api))
        // the pages before these pass other methods on: they are answered 405
        .service(web::resource(pages))
        .service(web::resource(document));
}

/// Adds to each operation what its row says: who signs in, the Idempotency-Key, how much its fields
/// take, and with which problems it is answered.
fn complete(mut api: OpenApi, routes: &[Route]) -> OpenApi {
    for route in routes {
        let path = route.path.replace(":.*}", "}");
        let item = api.paths.paths.get_mut(&path);
        let Some(operation) = item.and_then(|item| operation(item, route)) else {
            continue;
        };
        if route.roles.is_some() {
            let session = SecurityRequirement::new(SESSION, Vec::<String>::new());
            operation.security = Some(vec![session]);
        }
        if route.audited != Audited::Nothing {
            let parameters = operation.parameters.get_or_insert_default();
            parameters.push(idempotency_key(route.repeat == Repeat::Creates).into());
        }
        limits::of_parameters(operation, &path);
        problems(operation, route);
        made(operation);
    }
    let components = api.components.get_or_insert_default();
    limits::of_fields(components);
    components.responses.insert(PROBLEM.into(), problem(None));
    components.responses.insert(
        LATER.into(),
        problem(Some("Seconds after which to try again")),
    );
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("JWT")
        .build();
    components.add_security_scheme(SESSION, SecurityScheme::Http(bearer));
    api
}

/// A problem document, and one with the time after which to try again.
const PROBLEM: &str = "Problem";
const LATER: &str = "Later";

fn problem(retry_after: Option<&str>) -> RefOr<Response> {
    let document = ContentBuilder::new()
        .schema(Some(Ref::from_schema_name("Problem")))
        .build();
    let mut problem = ResponseBuilder::new()
        .description("A problem, in the language of the caller")
        .content("application/problem+json", document);
    if let Some(why) = retry_after {
        problem = problem.header("Retry-After", header(Type::Integer, why));
    }
    problem.build().into()
}

fn header(kind: Type, description: &str) -> Header {
    HeaderBuilder::new()
        .schema(Some(ObjectBuilder::new().schema_type(kind)))
        .description(Some(description))
        .build()
}

/// The problems that a route can be answered with, each with the reason why it can.
fn problems(operation: &mut Operation, route: &Route) {
    let changes = route.audited != Audited::Nothing;
    let body = operation.request_body.is_some();
    let parameters = operation.parameters.iter().flatten();
    let parameters: Vec<_> = parameters
        .filter_map(|parameter| match parameter {
            RefOr::T(parameter) => Some((&parameter.parameter_in, parameter.name.as_str())),
            RefOr::Ref(_) => None,
        })
        .collect();
    let has = |place| parameters.iter().any(|(at, _)| **at == place);
    let (path, query) = (has(ParameterIn::Path), has(ParameterIn::Query));
    let versioned = parameters.contains(&(&ParameterIn::Header, "If-Match"));
    let some = route
        .roles
        .is_some_and(|roles| roles.len() < Role::ALL.len());
    let possible = [
        // every route reads its headers
        (true, "400", PROBLEM),
        (route.roles.is_some(), "401", PROBLEM),
        (some, "403", PROBLEM),
        (path, "404", PROBLEM),
        (body, "408", PROBLEM),
        // a key in flight, if nothing else
        (changes, "409", PROBLEM),
        (versioned, "412", PROBLEM),
        (body, "413", PROBLEM),
        (body, "415", PROBLEM),
        // a key that was used for something else
        (body || query || changes, "422", PROBLEM),
        (versioned, "428", PROBLEM),
        // guesses and mails are counted where nobody has signed in, and with a password
        (body && (route.roles.is_none() || !some), "429", LATER),
        (true, "503", LATER),
        (true, "default", PROBLEM),
    ];
    let responses = &mut operation.responses.responses;
    for (_, status, response) in possible.into_iter().filter(|(possible, ..)| *possible) {
        responses
            .entry(status.into())
            .or_insert_with(|| Ref::from_response_name(response).into());
    }
}

/// What is made is answered with its place and its id, unless the handler says more.
fn made(operation: &mut Operation) {
    if let Some(RefOr::T(made)) = operation.responses.responses.get_mut("201")
        && made.content.is_empty()
    {
        let id = ContentBuilder::new()
            .schema(Some(Ref::from_schema_name("Made")))
            .build();
        made.content.insert("application/json".into(), id.into());
        let place = header(Type::String, "Where it is");
        made.headers.insert("Location".into(), place.into());
        if made.description.is_empty() {
            made.description = "It is made".into();
        }
    }
}

fn operation<'i>(item: &'i mut PathItem, route: &Route) -> Option<&'i mut Operation> {
    match route.method.as_str() {
        "GET" => item.get.as_mut(),
        "POST" => item.post.as_mut(),
        "PUT" => item.put.as_mut(),
        "DELETE" => item.delete.as_mut(),
        _ => None,
    }
}

fn idempotency_key(demanded: bool) -> Parameter {
    ParameterBuilder::new()
        .name("Idempotency-Key")
        .parameter_in(ParameterIn::Header)
        .required(if demanded {
            Required::True
        } else {
            Required::False
        })
        .description(Some(
            "A repeated request with the same key gets the first answer",
        ))
        .schema(Some(ObjectBuilder::new().schema_type(Type::String)))
        .build()
}
