//! The page that verifies receipts, as one file: what a browser is let do with it, and that the
//! server and the auditor's kit give the same.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use crate::harness::server::App;
use crate::receipts::made;

/// What stands between the only `<name>` and its end.
fn only<'p>(page: &'p str, name: &str) -> &'p str {
    let (start, end) = (format!("<{name}>"), format!("</{name}>"));
    assert_eq!(page.matches(&format!("<{name}")).count(), 1, "{name}");
    let (_, rest) = page.split_once(&start).expect("one");
    rest.split_once(&end).expect("it ends").0
}

#[test]
fn the_saved_page_runs_its_own_script_and_calls_nobody() {
    let app = App::start();
    let anybody = app.anybody();
    let saved = anybody.get("/log/verify.html").is(200);
    assert_eq!(
        saved.headers["content-disposition"],
        "attachment; filename=\"verify.html\""
    );
    let page = saved.text();
    let (script, style) = (only(&page, "script"), only(&page, "style"));
    let sum = |text: &str| BASE64.encode(Sha256::digest(text));
    let policy = format!(
        "content=\"default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'\"",
        sum(script),
        sum(style)
    );
    assert!(page.contains(&policy), "{policy}");
    for calling in [
        "://",
        " src=",
        " href=",
        "url(",
        "@import",
        "fetch(",
        "XMLHttpRequest",
        "import(",
    ] {
        assert!(!page.contains(calling), "{calling}");
    }
    let vkey = anybody.vkeys()[0].to_string();
    assert_eq!(page.matches(&vkey).count(), 1, "the log's first key");
    let folder = app.database.log_dir().with_file_name("kit");
    app.published(app.database.intact());
    app.database
        .cli_ok(&["export", "kit", folder.to_str().expect("a plain path")]);
    let kept = std::fs::read_to_string(folder.join("verify.html")).expect("it is in the kit");
    assert!(kept == page, "the kit has the same page");
}

/// What the tests in a browser verify.
#[test]
fn the_receipt_that_is_kept_for_browsers_is_one_that_holds() {
    let kept = include_str!("../data/receipt.tlog-proof");
    let (receipt, signer) = made(&[
        ("statement", "{\"signed_name\":\"김하늘\"}"),
        ("address", "192.0.2.1"),
    ]);
    assert_eq!(kept, receipt.to_string());
    assert_eq!(
        include_str!("../data/receipt.vkey"),
        format!("{}\n", signer.vkey())
    );
}
