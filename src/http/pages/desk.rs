//! The navigation of those who work at a desk: staff of a case, auditors, administrators.

use crate::http::pages::layout::Layout;

/// A page that the navigation leads to.
pub struct Section {
    pub path: String,
    pub words: String,
    /// Whether the page that is shown belongs to it.
    pub current: bool,
}

/// The sections of these paths, each with the key of its name. The one whose path the address goes
/// on from farthest is current.
pub fn sections(
    l: &Layout,
    paths: impl IntoIterator<Item = (String, &'static str)>,
) -> Vec<Section> {
    let at = l.at.split('?').next().unwrap_or_default();
    let covers = |path: &str| {
        at.strip_prefix(path)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let paths: Vec<_> = paths.into_iter().collect();
    let nearest = paths
        .iter()
        .filter(|(path, _)| covers(path))
        .map(|(path, _)| path.len())
        .max();
    paths
        .into_iter()
        .map(|(path, key)| Section {
            words: l.t(key),
            current: Some(path.len()) == nearest && covers(&path),
            path,
        })
        .collect()
}
