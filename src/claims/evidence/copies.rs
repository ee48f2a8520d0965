//! Files that are listed more than once.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::Row;
use crate::db::Read;
use crate::db::schema::evidence;
use crate::error::Error;
use crate::ids::ClaimId;
use crate::input::Sha256;

/// How often the claims of a case list the same bytes.
pub(super) struct Copies(HashMap<Sha256, HashMap<ClaimId, i64>>);

impl Copies {
    pub(super) fn count(r: &mut Read, rows: &[Row]) -> Result<Self, Error> {
        let hashes = rows.iter().map(|row| row.sha256);
        let cases = rows.iter().map(|row| row.case_id);
        let counts: Vec<Count> = evidence::table
            .filter(evidence::ended_at.is_null())
            .filter(evidence::sha256.eq_any(hashes))
            .filter(evidence::case_id.eq_any(cases))
            .group_by((evidence::sha256, evidence::claim_id))
            .select((evidence::sha256, evidence::claim_id, count_star()))
            .load(r.conn())?;
        let mut copies = Self(HashMap::new());
        for Count {
            sha256,
            claim,
            files,
        } in counts
        {
            copies.0.entry(sha256).or_default().insert(claim, files);
        }
        Ok(copies)
    }

    /// In that claim, and in all claims of its case.
    pub(super) fn of(&self, claim: ClaimId, sha256: Sha256) -> (i64, i64) {
        let claims = self.0.get(&sha256);
        // a file that is taken off between the two reads is there once
        let in_claim = claims.and_then(|files| files.get(&claim)).copied();
        let in_claim = in_claim.unwrap_or(1);
        let in_case = claims.map_or(0, |files| files.values().sum());
        (in_claim, in_claim.max(in_case))
    }
}

#[derive(Queryable)]
struct Count {
    sha256: Sha256,
    claim: ClaimId,
    files: i64,
}
