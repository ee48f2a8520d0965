//! What a browser gets beside the pages.

pub fn path(_name: &str) -> &'static str {
    "/assets/main.css"
}
