//! Beginning a claim in a case.

use actix_web::web;

use crate::cases;
use crate::claims::{self, ClaimInput, Party};
use crate::db::Write;
use crate::http::pages::browser::Shown;
use crate::http::pages::form::{Nothing, Sent};
use crate::http::pages::visit::on_to;

/// Begins a draft for the person who asks.
pub async fn begin(sent: Sent<Nothing>, case: web::Path<String>) -> Shown {
    let begin = move |w: &mut Write| {
        let case = cases::id(w, &case)?;
        let claim = claims::create(w, case, &ClaimInput::begun_by(Party::Person))?;
        Ok(on_to(format!("/claims/{claim}")))
    };
    sent.change(begin).await
}
