//! Pages that look the same to every stranger, kept for a second: a case that is in the news is
//! rendered once a second, however many people read it, and costs the database as much.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use actix_web::web::Bytes;

use crate::text::Language;

/// How old a page gets.
const FRESH: Duration = Duration::from_secs(1);
/// Pages at most: a case can be named in many ways.
const MOST: usize = 64;

type Key = (String, Language);

/// Pages by where they are and in which language.
#[derive(Default)]
pub struct Kept(Mutex<HashMap<Key, (Instant, Bytes)>>);

impl Kept {
    fn pages(&self) -> MutexGuard<'_, HashMap<Key, (Instant, Bytes)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The page there, if it is fresh.
    pub fn get(&self, at: &str, language: Language) -> Option<Bytes> {
        let pages = self.pages();
        let (made, page) = pages.get(&(at.to_owned(), language))?;
        (made.elapsed() < FRESH).then(|| page.clone())
    }

    /// Keeps a page. One with a query is nobody else's.
    pub fn put(&self, at: &str, language: Language, page: Bytes) {
        if at.contains('?') {
            return;
        }
        let mut pages = self.pages();
        if pages.len() >= MOST {
            pages.clear();
        }
        pages.insert((at.to_owned(), language), (Instant::now(), page));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_kept_by_place_and_language_and_never_many() {
        let kept = Kept::default();
        let page = || Bytes::from_static(b"page");
        kept.put("/", Language::Korean, page());
        assert_eq!(kept.get("/", Language::Korean), Some(page()));
        assert_eq!(kept.get("/", Language::English), None);
        kept.put("/?a", Language::Korean, page());
        assert_eq!(kept.get("/?a", Language::Korean), None);
        for n in 0..1000 {
            kept.put(&format!("/{n}"), Language::Korean, page());
        }
        assert!(kept.pages().len() <= MOST);
    }
}
