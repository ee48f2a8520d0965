//! What staff count and find, kept for a moment where a case is large: however many look, finding the
//! same again takes a twentieth of one connection's time at most.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use crate::cases;
use crate::claims::figures::{self, Figures};
use crate::claims::list::{Filter, Hits};
use crate::claims::order;
use crate::db::Read;
use crate::error::Error;
use crate::ids::CaseId;

/// Times as long as counting took for which a count is shown again.
const AGAIN: u32 = 20;

/// Claims from which on a case is large: a smaller one is counted whenever somebody looks.
const LARGE: i64 = 10_000;

/// Counts of a kind at most: a list can be narrowed in many ways.
const MOST: usize = 1_000;

/// Counts that were made a moment ago.
#[derive(Default)]
pub struct Recent {
    figures: Kept<CaseId, Arc<Figures>>,
    hits: Kept<(CaseId, Filter), Arc<Hits>>,
}

impl Recent {
    /// The figures of a case of the caller.
    pub fn figures(&self, r: &mut Read, case: CaseId) -> Result<Arc<Figures>, Error> {
        cases::assigned(r, case)?;
        let count = |r: &mut Read| figures::of_case(r, case).map(Arc::new);
        self.figures.of(r, case, case, count)
    }

    /// The submitted claims of a case of the caller that fit.
    pub fn hits(&self, r: &mut Read, case: CaseId, filter: &Filter) -> Result<Arc<Hits>, Error> {
        cases::assigned(r, case)?;
        let count = |r: &mut Read| Hits::of(r, case, filter).map(Arc::new);
        self.hits.of(r, case, (case, filter.clone()), count)
    }
}

/// A count and until when it is shown, once it was made.
type Counted<T> = Arc<Mutex<Option<(T, Instant)>>>;

struct Kept<K, T>(Mutex<HashMap<K, Counted<T>>>);

impl<K, T> Default for Kept<K, T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Eq + Hash, T: Clone> Kept<K, T> {
    fn place(&self, key: K) -> Counted<T> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.entry(key).or_default().clone()
    }

    /// Counts now or, in a large case, gives what was counted a moment ago. Others who ask for the
    /// same meanwhile wait for it.
    fn of(
        &self,
        r: &mut Read,
        case: CaseId,
        key: K,
        count: impl FnOnce(&mut Read) -> Result<T, Error>,
    ) -> Result<T, Error> {
        // a case has no more claims than the last number that it drew
        if order::last(r, case)? < LARGE {
            return count(r);
        }
        let place = self.place(key);
        let mut counted = place.lock().unwrap_or_else(PoisonError::into_inner);
        let begun = Instant::now();
        if let Some((known, until)) = &*counted
            && begun < *until
        {
            return Ok(known.clone());
        }
        let made = count(r)?;
        *counted = Some((made.clone(), Instant::now() + begun.elapsed() * AGAIN));
        Ok(made)
    }
}
