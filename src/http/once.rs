//! A change is made once, however often it is sent: under the action of its route, with the key that
//! the client or the form chose.

use sha2::{Digest, Sha256};

use crate::action::Action;
use crate::db::Write;
use crate::db::idempotency::{self, Done, Key};
use crate::error::Error;
use crate::http::route::{Audited, Face};
use crate::http::session::Call;

/// SHA-256 of a body.
pub type BodyDigest = [u8; 32];

/// Digest of a request that has no body.
pub fn no_body() -> BodyDigest {
    Sha256::digest([]).into()
}

impl Call {
    /// Makes the change; a repetition with the same key is told the same.
    pub async fn once(
        &self,
        body: BodyDigest,
        mut change: impl FnMut(&mut Write) -> Result<Done, Error> + Send + 'static,
    ) -> Result<Done, Error> {
        let key = self.idempotency_key(&body);
        let change = move |w: &mut Write| idempotency::once(w, key.as_ref(), &mut change);
        self.app
            .db
            .write(&self.ticket, self.action()?, change)
            .await
    }

    /// What the first time was told, where this is a repetition: for routes that look at something
    /// before they change it.
    pub async fn earlier(&self, body: BodyDigest) -> Result<Option<Done>, Error> {
        let Some(key) = self.idempotency_key(&body) else {
            return Ok(None);
        };
        let told = move |w: &mut Write| idempotency::repeated(w, &key);
        self.app.db.write(&self.ticket, self.action()?, told).await
    }

    fn action(&self) -> Result<Action, Error> {
        match self.route.audited {
            Audited::Entry(action) | Audited::Exempt(action, _) => Ok(action),
            Audited::Nothing => Err(Error::internal("a route that only reads cannot change")),
        }
    }

    fn idempotency_key(&self, body: &BodyDigest) -> Option<Key> {
        let parts = [
            self.route.method.as_str().as_bytes(),
            self.path.as_bytes(),
            body,
        ];
        let request_hash = parts
            .iter()
            .fold(Sha256::new(), |hash, part| {
                hash.chain_update(part).chain_update([0])
            })
            .finalize()
            .into();
        self.key.clone().map(|key| Key {
            key,
            path: self.path.clone(),
            request_hash,
            waits: self.route.face == Face::Page,
        })
    }
}
