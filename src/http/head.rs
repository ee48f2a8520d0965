//! HEAD: the headers that GET would be answered with. Whatever takes GET takes HEAD.

use actix_web::HttpMessage;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;

/// Marks a request for the headers of an answer alone.
#[derive(Clone, Copy)]
pub struct HeadersOnly;

/// HEAD is answered as GET would be; the server itself keeps the body back.
pub async fn as_get<B: MessageBody>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    if request.method() == Method::HEAD {
        request.head_mut().method = Method::GET;
        request.extensions_mut().insert(HeadersOnly);
    }
    next.call(request).await
}
