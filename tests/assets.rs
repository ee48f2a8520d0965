//! What a browser gets besides pages: named by contents, compressed before, kept for ever.

use crate::harness::caller::Caller;
use crate::harness::server::App;
use claimant_registry::http::pages::assets;

fn ask(caller: &Caller, path: &str, header: (&str, &str)) -> crate::harness::caller::Answer {
    caller.send("GET", path, &[header], Vec::new())
}

#[test]
fn a_style_is_kept_for_ever_and_known_again() {
    let app = App::start();
    let anybody = app.anybody();
    let path = assets::path("main.css");
    let style = ask(&anybody, path, ("accept-encoding", "identity")).is(200);
    assert_eq!(style.headers["content-type"], "text/css; charset=utf-8");
    assert!(style.headers["cache-control"].ends_with("immutable"));
    assert_eq!(style.headers["x-content-type-options"], "nosniff");
    assert_eq!(style.headers["vary"], "Accept-Encoding");
    assert!(style.text().contains("govuk-button"));
    let known = (
        "if-none-match",
        format!("\"other\", {}", style.headers["etag"]),
    );
    let headers = [("accept-encoding", "identity"), (known.0, known.1.as_str())];
    let again = anybody.send("GET", path, &headers, Vec::new()).is(304);
    assert_eq!(again.text(), "");
    let other = ask(&anybody, path, ("if-none-match", "\"other\"")).is(200);
    assert!(!other.text().is_empty());
    anybody.send("HEAD", path, &[], Vec::new()).is(200);
}

/// With `web/dist` in three forms, without it in one: each says what it is.
#[test]
fn a_client_gets_the_form_that_it_takes() {
    let app = App::start();
    let anybody = app.anybody();
    for name in ["main.css", "main.js", "mark.svg", "favicon.png"] {
        let path = assets::path(name);
        let plain = ask(&anybody, path, ("accept-encoding", "identity")).is(200);
        assert!(!plain.headers.contains_key("content-encoding"), "{name}");
        for (accepts, form) in [
            ("gzip, deflate, br, zstd", "br"),
            ("gzip", "gzip"),
            ("br;q=0, gzip;q=0.1", "gzip"),
        ] {
            let headers = ask(&anybody, path, ("accept-encoding", accepts))
                .is(200)
                .headers;
            let got = headers.get("content-encoding").map(String::as_str);
            assert!(got.is_none() || got == Some(form), "{name}: {got:?}");
            assert_eq!(got.is_some(), headers["etag"] != plain.headers["etag"]);
        }
    }
}

#[test]
fn only_what_hashes_files_may_be_web_assembly() {
    let app = App::start();
    let anybody = app.anybody();
    let policy = |name: &str| {
        let answer = anybody.get(assets::path(name)).is(200);
        answer.headers["content-security-policy"].clone()
    };
    assert!(policy("hash.js").contains("'wasm-unsafe-eval'"));
    assert!(!policy("main.js").contains("wasm"));
}

#[test]
fn a_name_of_other_contents_is_not_there() {
    let app = App::start();
    for path in [
        "/assets/main.css",
        "/assets/main-0.css",
        "/assets/..%2fplain.css",
        "/assets/",
    ] {
        app.anybody().get(path).is(404);
    }
}
