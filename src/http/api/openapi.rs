//! The description of the API: what handlers say of themselves, and what the table of routes says
//! of all of them.

use actix_web::web;
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    ContentBuilder, ObjectBuilder, OpenApi, PathItem, Ref, Required, ResponseBuilder, Type,
};
use utoipa_swagger_ui::SwaggerUi;

use crate::http::route::{Audited, Repeat, Route};

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

/// Adds to each operation what its row says: who signs in, the Idempotency-Key, and that every
/// other answer is a problem.
fn complete(mut api: OpenApi, routes: &[Route]) -> OpenApi {
    for route in routes {
        let path = route.path.replace(":.*}", "}");
        let item = api.paths.paths.get_mut(&path);
        let Some(operation) = item.and_then(|item| operation(item, route)) else {
            continue;
        };
        let problem = ContentBuilder::new()
            .schema(Some(Ref::from_schema_name("Problem")))
            .build();
        let problem = ResponseBuilder::new()
            .description("A problem, in the language of the caller")
            .content("application/problem+json", problem)
            .build();
        operation
            .responses
            .responses
            .insert("default".into(), problem.into());
        if route.roles.is_some() {
            let session = SecurityRequirement::new(SESSION, Vec::<String>::new());
            operation.security = Some(vec![session]);
        }
        if route.audited != Audited::Nothing {
            let parameters = operation.parameters.get_or_insert_default();
            parameters.push(idempotency_key(route.repeat == Repeat::Creates).into());
        }
    }
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("JWT")
        .build();
    api.components
        .get_or_insert_default()
        .add_security_scheme(SESSION, SecurityScheme::Http(bearer));
    api
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
