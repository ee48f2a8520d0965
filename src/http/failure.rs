//! Errors as problem documents (RFC 9457) in the user's language, each fault with its field and the
//! remedy; people with a browser get a page.

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{HttpRequest, HttpResponse, ResponseError};
use serde::Serialize;
use utoipa::ToSchema;

use crate::cases::ConsentText;
use crate::error::{Error, Fault};
use crate::http::observe::is_page;
use crate::http::pages::refused;
use crate::http::request::{language, request_id};
use crate::http::route::OfPath;
use crate::text::{self, Language};

/// A problem document.
#[derive(Serialize, ToSchema)]
pub struct Problem {
    /// `urn:claimant-registry:` and the code: stable, for programs.
    pub r#type: String,
    /// HTTP status.
    pub status: u16,
    /// What is wrong, in a few words.
    pub title: String,
    /// What is wrong and what to do about it.
    pub detail: String,
    /// Each fault with its field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
    /// The consent text that is current now.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<ConsentText>)]
    pub current: Option<serde_json::Value>,
    /// The request's id: support finds it in the log.
    pub request: String,
}

/// What is wrong with one field.
#[derive(Serialize, ToSchema)]
pub struct FieldProblem {
    /// Path of the field.
    pub field: String,
    /// Stable code, for programs.
    pub code: String,
    /// What is wrong and what to do about it.
    pub detail: String,
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Malformed(status, _) => {
                StatusCode::from_u16(*status).unwrap_or(StatusCode::BAD_REQUEST)
            }
            Self::Unauthenticated => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Conflict(_) | Self::Superseded { .. } | Self::Held(_) => StatusCode::CONFLICT,
            Self::Stale => StatusCode::PRECONDITION_FAILED,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable(..) | Self::Contended | Self::Lost => StatusCode::SERVICE_UNAVAILABLE,
            Self::Operator(_) | Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Only the status: [`render`] writes the document, because it knows the language.
    fn error_response(&self) -> HttpResponse<BoxBody> {
        HttpResponse::new(self.status_code())
    }
}

impl Error {
    fn code(&self) -> &str {
        match self {
            Self::Invalid(_) => "invalid",
            Self::Malformed(_, fault) | Self::Conflict(fault) => fault.code,
            Self::Superseded { .. } => "text-superseded",
            Self::Held(_) => "legal-hold",
            Self::Unauthenticated => "unauthenticated",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not-found",
            Self::Stale => "stale",
            Self::TooMany(_) => "too-many-attempts",
            Self::Unavailable(why) => why.as_str(),
            Self::Contended => "busy",
            Self::Lost => "database",
            Self::Operator(_) | Self::Internal(_) => "internal",
        }
    }

    /// Seconds after which to try again.
    pub fn retry_after(&self) -> Option<u64> {
        match self {
            Self::TooMany(seconds) => Some(*seconds),
            Self::Unavailable(why) => Some(why.retry_after()),
            Self::Contended | Self::Lost => Some(2),
            _ => None,
        }
    }
}

fn problem(error: &Error, language: Language, request: String) -> Problem {
    let status = error.status_code();
    let faults: &[Fault] = match error {
        Error::Invalid(faults) => faults,
        Error::Malformed(_, fault) | Error::Conflict(fault) if !fault.field.is_empty() => {
            std::slice::from_ref(fault)
        }
        _ => &[],
    };
    let errors = faults
        .iter()
        .map(|fault| FieldProblem {
            field: fault.field.clone(),
            code: fault.code.into(),
            detail: text::fault(language, fault),
        })
        .collect();
    let current = match error {
        Error::Superseded { current } => Some(current.clone()),
        _ => None,
    };
    Problem {
        r#type: format!("urn:claimant-registry:{}", error.code()),
        status: status.as_u16(),
        title: text::say(language, &format!("status-{}", status.as_u16()), &[]),
        detail: text::describe(language, error),
        errors,
        current,
        request,
    }
}

/// Writes the problem document or the page of whatever went wrong below; what nobody foresaw is
/// logged and told as 500.
pub async fn render<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, actix_web::Error> {
    let (language, id) = (language(request.request()), request_id(request.request()));
    let response = next.call(request).await?;
    let status = response.status();
    // a handler's own answer that something is not ready, or a form that it shows again, is no error
    let own = response.response().error().is_none();
    let deliberate = own && (status.is_server_error() || is_page(&response));
    if deliberate || !(status.is_client_error() || status.is_server_error()) {
        return Ok(response.map_into_left_body());
    }
    let foreign;
    let error = match response
        .response()
        .error()
        .and_then(|error| error.as_error::<Error>())
    {
        Some(error) => error,
        None => {
            foreign = match status {
                StatusCode::METHOD_NOT_ALLOWED => Error::Malformed(405, Fault::new("", "method")),
                status if status.is_client_error() && status != StatusCode::NOT_FOUND => {
                    Error::Malformed(status.as_u16(), Fault::new("", "request"))
                }
                StatusCode::NOT_FOUND => Error::NotFound,
                _ => Error::internal(
                    response
                        .response()
                        .error()
                        .map_or_else(|| status.to_string(), ToString::to_string),
                ),
            };
            &foreign
        }
    };
    if let Error::Operator(what) | Error::Internal(what) = error {
        tracing::error!(request = %id, "{what}");
    }
    let answer = if refused::is_for_people(response.request()) {
        refused::page(response.request(), error, &id.to_string())?
    } else {
        document(response.request(), error, language, &id.to_string())?
    };
    Ok(response.into_response(answer).map_into_right_body())
}

/// The problem document of an error.
fn document(
    request: &HttpRequest,
    error: &Error,
    language: Language,
    id: &str,
) -> Result<HttpResponse, actix_web::Error> {
    let mut answer = HttpResponse::build(error.status_code());
    if error.status_code() == StatusCode::METHOD_NOT_ALLOWED {
        // what is not in the table, such as the description of the API, is only read
        let allowed = request
            .app_data()
            .map_or_else(|| "GET, HEAD".into(), OfPath::allowed);
        answer.insert_header((header::ALLOW, allowed));
    }
    answer
        .insert_header((header::CONTENT_TYPE, "application/problem+json"))
        .insert_header((header::CONTENT_LANGUAGE, language.as_str()));
    if let Some(seconds) = error.retry_after() {
        answer.insert_header((header::RETRY_AFTER, seconds.to_string()));
    }
    if matches!(error, Error::Unauthenticated) {
        answer.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
    }
    let body = serde_json::to_string(&problem(error, language, id.into()))?;
    Ok(answer.body(body))
}
