//! What the page that verifies receipts loads: its script and its style, the same for everybody.

use actix_web::http::header;
use actix_web::{HttpResponse, web};

use crate::audit::verify::page;

/// A browser asks each time whether it is still the newest: a script that verifies is not old.
fn answer(kind: &'static str, text: &'static str) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(kind)
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .body(text)
}

async fn script() -> HttpResponse {
    answer("text/javascript; charset=utf-8", &page::SCRIPT)
}

async fn style() -> HttpResponse {
    answer("text/css; charset=utf-8", page::STYLE)
}

pub fn routes(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/verify/page.js").route(web::get().to(script)))
        .service(web::resource("/verify/page.css").route(web::get().to(style)));
}
