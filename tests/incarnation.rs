//! What goes on under a new name after a restore: no name signs two histories, however often and
//! however interrupted.

use crate::harness::server::App;

/// What the operator says, and what the program prints.
fn incarnation(app: &App, places: &[(&str, &str)]) -> String {
    let output = app
        .database
        .command(
            &[
                "incarnation",
                "--reason",
                "restored from the backup of last night",
            ],
            places,
        )
        .output()
        .expect("it starts");
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

#[test]
fn a_database_that_was_put_back_once_more_gets_a_name_that_was_never_used() {
    let mut app = App::start();
    app.published(1);
    app.stop();
    assert!(incarnation(&app, &[]).contains("localhost/claimant-registry/2+"));
    app.kill_and_restart(&[]);
    app.published(1);
    app.stop();
    // back to before the second name was on record
    app.sql("DELETE FROM log_identity WHERE vkey LIKE '%/2+%'");
    let said = incarnation(&app, &[]);
    assert!(
        said.contains("localhost/claimant-registry/3+") && !said.contains("/2+"),
        "{said}"
    );
}

#[test]
fn an_incarnation_that_was_interrupted_is_brought_to_its_end() {
    let mut app = App::start();
    app.published(1);
    app.stop();
    let (log, guard) = (app.database.log_dir(), app.database.guard());
    let aside = |path: &std::path::Path| {
        path.with_file_name(format!(
            "{}.localhost_claimant-registry",
            path.file_name().unwrap().display()
        ))
    };
    // the name is on record, and nothing was moved yet
    assert!(incarnation(&app, &[]).contains("/2+"));
    std::fs::rename(aside(&log), &log).expect("it was moved aside");
    std::fs::rename(aside(&guard), &guard).expect("it was moved aside");
    let again = incarnation(&app, &[]);
    assert!(
        again.contains("localhost/claimant-registry/2+") && aside(&log).exists() && !guard.exists(),
        "{again}"
    );
    // called once too often: there is nothing that a new name would have to leave behind
    assert!(incarnation(&app, &[]).contains("nothing was signed"));
    app.kill_and_restart(&[]);
    app.published(1);
}

#[test]
fn what_was_moved_aside_before_is_never_written_over() {
    let mut app = App::start();
    app.published(1);
    app.stop();
    let mut taken = app.database.guard().into_os_string();
    taken.push(".localhost_claimant-registry");
    std::fs::write(&taken, "what was kept").expect("writable");
    let said = incarnation(&app, &[]);
    assert!(
        said.contains("is there already: move it elsewhere"),
        "{said}"
    );
    assert_eq!(
        std::fs::read_to_string(&taken).expect("readable"),
        "what was kept"
    );
    assert!(
        app.database
            .cli_ok(&["key", "show"])
            .lines()
            .all(|line| !line.contains("/2+")),
        "nothing was named"
    );
    // in the wrong place nothing was signed, and a statement about it would say so for good
    let elsewhere = app.database.log_dir().with_file_name("elsewhere");
    let elsewhere = elsewhere.to_str().expect("a plain path");
    let said = incarnation(
        &app,
        &[
            ("LOG_DIR", elsewhere),
            ("LOG_GUARD_FILE", &format!("{elsewhere}.guard")),
        ],
    );
    assert!(
        said.contains("give LOG_GUARD_FILE and LOG_DIR as `serve` has them"),
        "{said}"
    );
}
