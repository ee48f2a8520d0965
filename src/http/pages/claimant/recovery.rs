//! Stops another address for one's own account, which staff asked for.

use actix_web::web;

use crate::http::pages::browser::Shown;
use crate::http::pages::form::{Nothing, Sent};
use crate::http::pages::visit::on_to;
use crate::ids::{ClaimId, RecoveryId};
use crate::recoveries;

pub async fn stop(sent: Sent<Nothing>, at: web::Path<(ClaimId, RecoveryId)>) -> Shown {
    let (claim, recovery) = *at;
    let stop = move |w: &mut crate::db::Write| {
        recoveries::stop(w, recovery)?;
        Ok(on_to(format!("/claims/{claim}")))
    };
    sent.change(stop).await
}
