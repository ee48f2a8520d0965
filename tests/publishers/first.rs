//! Which publication is the first: a guard file that is missing is taken for a new log only where
//! nothing says that the log was published.

use serde_json::Value;

use crate::harness::eventually;
use crate::harness::server::App;

fn refused(app: &App) -> String {
    let answer = eventually(|| {
        let answer = app.anybody().get("/readyz");
        answer.json()["reason"].is_string().then_some(answer)
    });
    assert_eq!(answer.status, 503);
    assert_eq!(answer.json()["publishing"], Value::Bool(false));
    answer.json()["reason"].as_str().expect("a text").into()
}

/// The database comes back on a new machine, without the files that lay outside of it.
#[test]
fn a_published_log_without_its_files_is_not_signed_until_somebody_decides() {
    let mut app = App::start();
    app.claimant("merchant@example.com").draft();
    let size = app.published(app.database.intact());
    let kept = app.database.beside("kept-checkpoint");
    std::fs::copy(app.database.log_dir().join("checkpoint"), &kept).expect("it is there");
    app.stop();
    std::fs::remove_dir_all(app.database.log_dir()).expect("it was there");
    std::fs::remove_file(app.database.guard()).expect("it was there");
    app.kill_and_restart(&[]);
    let why = refused(&app);
    assert!(
        why.contains("guard file is missing") && why.contains("claimant-registry incarnation"),
        "{why}"
    );
    assert!(
        !app.database.log_dir().join("checkpoint").exists(),
        "nothing was signed"
    );
    // everything else works, and what was there before verifies
    app.claimant("second@example.com").draft();
    app.database.intact();
    app.stop();
    let reason = [
        "incarnation",
        "--reason",
        "the machine was lost with its disks",
    ];
    let said = app.database.cli(&reason);
    assert!(
        String::from_utf8_lossy(&said.stderr).contains("--checkpoint"),
        "{said:?}"
    );
    std::fs::write(app.database.beside("forged"), "no checkpoint").expect("writable");
    let forged = app.database.beside("forged");
    let said = app
        .database
        .cli(&[&reason[..], &["--checkpoint", &forged]].concat());
    assert!(
        String::from_utf8_lossy(&said.stderr)
            .contains("no checkpoint that a key of this log signed"),
        "{said:?}"
    );
    let said = app
        .database
        .cli_ok(&[&reason[..], &["--checkpoint", &kept]].concat());
    assert!(said.contains("localhost/claimant-registry/2+"), "{said}");
    let keys = app.database.cli_ok(&["key", "show"]);
    assert!(keys.contains(&format!("| size {size}\n")), "{keys}");
    app.kill_and_restart(&[]);
    app.published(size);
}

#[test]
fn a_log_that_nobody_published_begins_by_itself_and_is_vouched_for_where_it_seems_otherwise() {
    let mut app = App::start();
    app.published(1);
    app.stop();
    let begin = |app: &App| {
        let output = app.database.cli(&["guard", "begin"]);
        let said = [output.stdout, output.stderr].concat();
        (
            output.status.code(),
            String::from_utf8_lossy(&said).into_owned(),
        )
    };
    let (code, said) = begin(&app);
    assert!(
        code == Some(1) && said.contains("the guard file is there"),
        "{said}"
    );
    std::fs::remove_file(app.database.guard()).expect("it was there");
    let (code, said) = begin(&app);
    assert!(
        code == Some(1) && said.contains("were given away"),
        "{said}"
    );
    std::fs::remove_dir_all(app.database.log_dir()).expect("it was there");
    let (code, said) = begin(&app);
    assert!(code == Some(0) && said.contains("began"), "{said}");
    app.kill_and_restart(&[]);
    app.published(1);
    // on record once for each name, whoever starts how often
    assert_eq!(app.count("SELECT count(*) FROM log_publication"), 1);
    let published = "SELECT count(*) FROM change WHERE action = 'log.publish' AND table_name = 'log_publication'";
    assert_eq!(app.count(published), 1);
}

/// The guard file is begun before the record: a crash between the two is no loss.
#[test]
fn a_start_that_broke_off_before_the_first_signature_goes_on() {
    let mut app = App::start();
    app.published(1);
    app.stop();
    let forget = |app: &App| {
        std::fs::remove_dir_all(app.database.log_dir()).expect("it was there");
        crate::harness::database::Database::forget_signed(&app.database.guard());
    };
    forget(&app);
    app.kill_and_restart(&[]);
    app.published(1);
    app.stop();
    forget(&app);
    app.sql("TRUNCATE log_publication");
    app.kill_and_restart(&[]);
    app.published(1);
    app.database.intact();
}
