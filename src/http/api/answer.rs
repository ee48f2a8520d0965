//! How handlers answer: reads as JSON, changes as a status with a Location that a repeat answers
//! again.

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::db::idempotency::Done;
use crate::db::{Read, Write};
use crate::error::Error;
use crate::http::once::BodyDigest;
use crate::http::session::Call;

pub type Answer = Result<HttpResponse, Error>;

/// The answer to something made: 201 and where it is.
pub fn created(location: String) -> Done {
    Done {
        status: 201,
        location: Some(location),
    }
}

/// The answer to something done: 204.
pub fn done() -> Done {
    Done {
        status: 204,
        location: None,
    }
}

/// A page of a list.
#[derive(Serialize, ToSchema)]
pub struct Page<T> {
    /// What is on it.
    items: Vec<T>,
    /// `after` of the next page; none on the last.
    next: Option<Uuid>,
}

/// Items a page has where the request does not say.
pub const USUAL: i64 = 50;

impl<T> Page<T> {
    /// A page of at most `limit` items, with the `after` of the next where it is full.
    pub fn of(items: Vec<T>, limit: Option<i64>, id: impl Fn(&T) -> Uuid) -> Self {
        let full = items.len() as i64 >= limit.unwrap_or(USUAL);
        let next = items.last().filter(|_| full).map(id);
        Self { items, next }
    }
}

impl Call {
    /// Runs the closure in a transaction that can only read and answers with what it returns.
    pub async fn read<T: Serialize + Send + 'static>(
        &self,
        f: impl FnOnce(&mut Read) -> Result<T, Error> + Send + 'static,
    ) -> Answer {
        let value = self.app.db.read(&self.ticket, f).await?;
        Ok(HttpResponse::Ok().json(value))
    }

    /// Makes the change once and answers; a repeat with the same key answers the same.
    pub async fn change(
        &self,
        body: BodyDigest,
        change: impl FnMut(&mut Write) -> Result<Done, Error> + Send + 'static,
    ) -> Answer {
        respond(self.once(body, change).await?)
    }

    /// The answer of the first time, where this is a repetition.
    pub async fn repeated(&self, body: BodyDigest) -> Result<Option<HttpResponse>, Error> {
        self.earlier(body).await?.map(respond).transpose()
    }
}

/// What was made.
#[derive(Serialize, ToSchema)]
pub struct Made {
    /// Its id: the last part of Location.
    id: String,
}

fn respond(done: Done) -> Answer {
    let mut response =
        HttpResponse::build(StatusCode::from_u16(done.status).map_err(Error::internal)?);
    match done.location {
        Some(location) => {
            let id = location.rsplit('/').next().unwrap_or_default().into();
            Ok(response
                .insert_header((header::LOCATION, location))
                .json(Made { id }))
        }
        None => Ok(response.finish()),
    }
}
