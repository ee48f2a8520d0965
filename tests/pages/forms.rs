//! A form is taken once, only from our own pages, and a draft that changed elsewhere is not
//! overwritten unseen.

use crate::harness::browser::Browser;
use crate::harness::caller::PASSWORD;
use crate::harness::cluster::CASE;
use crate::harness::server::App;

/// A claimant who has signed in with a browser.
fn merchant(app: &App) -> Browser {
    app.claimant("merchant@example.com");
    let browser = Browser::at(&app.url);
    assert_eq!(
        browser.sign_in("merchant@example.com", PASSWORD).at,
        "/claims"
    );
    browser
}

#[test]
fn a_form_that_is_sent_twice_makes_one_thing() {
    let app = App::start();
    let browser = merchant(&app);
    let begin = browser
        .open("/claims")
        .form(&format!("/cases/{CASE}/claims"));
    let (first, second) = (browser.send(&begin).is(200), browser.send(&begin).is(200));
    assert_eq!(first.at, second.at);
    assert_eq!(app.count("SELECT count(*) FROM claim"), 1);
}

#[test]
fn a_form_of_another_site_is_refused() {
    let app = App::start();
    let mut browser = merchant(&app);
    let begin = browser
        .open("/claims")
        .form(&format!("/cases/{CASE}/claims"));
    let own = app.url.clone();
    let says: [(&[(&str, &str)], u16); 8] = [
        (&[("sec-fetch-site", "cross-site")], 403),
        (&[("sec-fetch-site", "same-site")], 403),
        (&[("sec-fetch-site", "cross-site"), ("origin", &own)], 403),
        (&[("origin", "https://evil.example")], 403),
        (&[("origin", "null")], 403),
        (&[("origin", &own)], 303),
        (&[("sec-fetch-site", "same-origin")], 303),
        // an old browser says neither, and has the token
        (&[], 303),
    ];
    for (headers, status) in says {
        browser
            .headers
            .retain(|(name, _)| !matches!(*name, "sec-fetch-site" | "origin"));
        let said = headers
            .iter()
            .map(|(name, value)| (&**name, (*value).to_string()));
        let said: Vec<(&'static str, String)> = said
            .map(|(name, value)| {
                (
                    if name == "origin" {
                        "origin"
                    } else {
                        "sec-fetch-site"
                    },
                    value,
                )
            })
            .collect();
        browser.headers.extend(said);
        browser.post(&begin).is(status);
    }
    browser
        .post(&begin.clone().with("form-token", &"0".repeat(64)))
        .is(403);
    browser.post(&begin.clone().with("form-token", "")).is(403);
    let keyless = begin.with("form-key", "");
    browser.post(&keyless).is(400);
}

#[test]
fn a_draft_that_was_changed_elsewhere_shows_both() {
    let app = App::start();
    let browser = merchant(&app);
    let claim = browser.send(
        &browser
            .open("/claims")
            .form(&format!("/cases/{CASE}/claims")),
    );
    let question = format!("{}/questions/address", claim.at);
    let (here, there) = (browser.open(&question), browser.open(&question));
    browser
        .send(&here.only_form().with("identity.address", "서울시 마포구 1"))
        .is(200);
    let both = browser
        .send(&there.only_form().with("identity.address", "부산시 중구 2"))
        .is(409);
    both.says("서울시 마포구 1").says("부산시 중구 2");
    browser.send(&both.only_form()).is(200);
    let now = browser.open(&question);
    assert_eq!(now.only_form().value("identity.address"), "부산시 중구 2");
}

#[test]
fn cookies_are_kept_from_scripts_and_other_sites() {
    let app = App::start();
    app.claimant("merchant@example.com");
    let browser = Browser::at(&app.url);
    let page = browser.open("/sign-in");
    let form = page.form("/sign-in").with("email", "merchant@example.com");
    let answer = browser.post(&form.with("password", PASSWORD)).is(303);
    assert!(
        answer.headers["set-cookie"].contains("HttpOnly"),
        "{:?}",
        answer.headers
    );
    assert!(
        answer.headers["set-cookie"].contains("SameSite=Lax"),
        "{:?}",
        answer.headers
    );
    let before = browser.cookie("session").expect("a session");
    browser.sign_in("merchant@example.com", PASSWORD);
    assert_ne!(
        browser.cookie("session"),
        Some(before),
        "each signing in has its own"
    );

    let secure = App::with(&[("PUBLIC_URL", "https://registry.example")]);
    let page = Browser::at(&secure.url).open("/sign-in");
    let cookie = &page.headers["set-cookie"];
    assert!(cookie.starts_with("__Host-form="), "{cookie}");
    assert!(
        cookie.contains("Secure") && cookie.contains("Path=/"),
        "{cookie}"
    );
}

#[test]
fn a_page_takes_nothing_from_elsewhere() {
    let app = App::start();
    for path in ["/sign-in", "/nowhere"] {
        let page = Browser::at(&app.url).open(path);
        let policy = &page.headers["content-security-policy"];
        assert!(
            policy.contains("script-src 'self'") && !policy.contains("unsafe"),
            "{policy}"
        );
        assert_eq!(page.headers["referrer-policy"], "same-origin");
        assert_eq!(page.headers["cache-control"], "no-store");
        assert!(page.headers["permissions-policy"].contains("geolocation=()"));
        assert_eq!(page.headers["x-content-type-options"], "nosniff");
        page.says_not("<script>")
            .says_not("style=\"")
            .says_not("onclick");
    }
}
