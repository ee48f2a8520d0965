//! The demonstration: the same whether it was loaded at once or interrupted on the way, and left
//! alone once it is there.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use serde_json::{Value, json};

use crate::harness::caller::Caller;
use crate::harness::cluster::CASE;
use crate::harness::eventually;
use crate::harness::server::App;

/// A registry without a case, and the file for the passwords.
struct Stage {
    app: App,
    folder: tempfile::TempDir,
}

impl Stage {
    fn new() -> Self {
        Self {
            app: App::without_case(),
            folder: tempfile::tempdir().expect("a temporary directory"),
        }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("accounts.txt")
    }

    /// Loads what is missing; returns what it printed.
    fn load(&self) -> String {
        self.app.database.cli_ok(&[
            "demo",
            "--accounts",
            self.file().to_str().expect("a path in UTF-8"),
        ])
    }

    /// Loads until then, and ends it as Ctrl-C does.
    fn interrupted(&self, until: impl FnOnce(&mut Child)) {
        let file = self.file();
        let args = [
            "demo",
            "--accounts",
            file.to_str().expect("a path in UTF-8"),
        ];
        let mut loading = self
            .app
            .database
            .command(&args, &[])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        until(&mut loading);
        crate::harness::server::signal(&loading, "INT");
        assert!(
            !loading.wait().expect("a child").success(),
            "it was done before it could be interrupted"
        );
        // what it had under way ends with its connections
        let others = format!(
            "SELECT pid::text AS line FROM pg_stat_activity WHERE datname = '{}' AND pid <> pg_backend_pid()",
            self.app.database.name
        );
        eventually(|| self.app.lines(&others).is_empty().then_some(()));
    }

    /// Signs the people of the file in, by their roles.
    fn people(&self) -> BTreeMap<String, Caller> {
        let text = std::fs::read_to_string(self.file()).expect("the passwords are kept");
        let people: BTreeMap<String, Caller> =
            text.lines().map(|line| self.signed_in(line)).collect();
        assert_eq!(
            people.keys().collect::<Vec<_>>(),
            [
                "administrator",
                "auditor",
                "claimant",
                "lawyer",
                "paralegal"
            ]
        );
        people
    }

    fn signed_in(&self, line: &str) -> (String, Caller) {
        let [role, email, password] = line.split_whitespace().collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let caller = self.app.anybody().sign_in(email, password);
        assert_eq!(caller.get("/api/v1/account").json()["role"], role);
        (role.into(), caller)
    }

    /// Everything is there, once, and the log says how it came.
    fn whole(&self) {
        let by_status = self.app.lines(
            "SELECT status || ' ' || count(*) AS line FROM claim GROUP BY status ORDER BY status",
        );
        assert_eq!(
            by_status,
            [
                "accepted 94",
                "draft 48",
                "rejected 24",
                "submitted 211",
                "under_review 71",
                "withdrawn 24"
            ]
        );
        let accounts = self.app.lines(
            "SELECT role || ' ' || count(*) AS line FROM account GROUP BY role ORDER BY role",
        );
        assert_eq!(
            accounts,
            [
                "administrator 1",
                "auditor 1",
                "claimant 472",
                "lawyer 1",
                "paralegal 1"
            ]
        );
        let begun = "SELECT count(*)::text AS line FROM claim WHERE NOT EXISTS (SELECT FROM claim_service WHERE claim_id = claim.id)
                     OR NOT EXISTS (SELECT FROM loss WHERE claim_id = claim.id)
                     OR (SELECT count(DISTINCT kind) < 2 OR count(DISTINCT kind) < count(*) FROM evidence WHERE claim_id = claim.id)
                     OR (SELECT count(*) <> CASE WHEN status = 'draft' AND party = 'person' THEN 0 ELSE 8 END FROM consent WHERE claim_id = claim.id)";
        assert_eq!(
            self.app.lines(begun),
            ["0"],
            "claims that are there by half, or twice"
        );
        self.represented();
        // every kind of loss, method, form and release; a few slips, of which the firm has seen most
        let stated = "SELECT count(DISTINCT kind) || ' ' || count(DISTINCT method) || ' ' || count(DISTINCT form) || ' ' ||
                          count(DISTINCT release) || ' ' || count(*) FILTER (WHERE implausible) || ' ' ||
                          count(*) FILTER (WHERE implausible AND loss.newest_assessment IS NULL) || ' ' ||
                          count(*) FILTER (WHERE NOT implausible AND loss.newest_assessment IS NOT NULL) AS line FROM loss";
        assert_eq!(self.app.lines(stated), ["9 4 2 3 6 3 12"]);
        let several = "SELECT count(*)::text AS line FROM (SELECT FROM claim_service GROUP BY claim_id HAVING count(*) > 1) several";
        assert!(
            self.app.lines(several)[0]
                .parse::<u32>()
                .is_ok_and(|several| several > 470 / 2),
            "{:?}",
            self.app.lines(several)
        );
        assert_eq!(
            std::fs::metadata(self.file())
                .expect("it is there")
                .permissions()
                .mode()
                & 0o777,
            0o600,
            "others read the passwords"
        );
        assert_eq!(
            self.app
                .lines("SELECT filter AS line FROM message ORDER BY seq"),
            [
                r#"{"status":"accepted"}"#,
                r#"{"status":"submitted","lacking":"small-merchant"}"#
            ]
        );
        assert!(self.app.database.intact() > 470 * 10);
    }

    /// Some do not sign for themselves, some were identified by staff, and some thought again about a
    /// power of counsel.
    fn represented(&self) {
        let parties = self.app.lines(
            "SELECT party || ' ' || count(*) AS line FROM claim GROUP BY party ORDER BY party",
        );
        assert_eq!(
            parties,
            [
                "corporation 17",
                "estate 5",
                "minor 11",
                "person 434",
                "ward 5"
            ]
        );
        let unsigned = "SELECT status || ' ' || count(DISTINCT claim.id) AS line
                        FROM claim JOIN signatory ON signatory.claim_id = claim.id
                        WHERE NOT EXISTS (SELECT FROM consent WHERE signatory_id = signatory.id) GROUP BY status";
        assert_eq!(
            self.app.lines(unsigned),
            ["draft 3"],
            "a second parent has not signed yet"
        );
        let identified = "SELECT method || ' ' || count(*) || ' ' || count(objected_at) AS line FROM identification
                          WHERE account_id IS NOT NULL GROUP BY method ORDER BY method";
        assert_eq!(
            self.app.lines(identified),
            [
                "call 17 1",
                "office 8 0",
                "paper_mandate 1 0",
                "seal_certificate 15 0"
            ]
        );
        let entered = "SELECT f.channel || ' ' || c.status || ' ' || (SELECT count(*) FROM slip WHERE claim_id = c.id) AS line
                       FROM staffed_claim f JOIN claim c ON c.id = f.claim_id ORDER BY f.id";
        assert_eq!(
            self.app.lines(entered),
            ["phone draft 1", "paper submitted 0"],
            "one waits for its slip, one was signed on paper"
        );
        let waits = "SELECT count(*) FROM recovery WHERE confirmed_at IS NULL AND ended_at IS NULL";
        assert_eq!(self.app.count(waits), 1, "a lost mailbox");
        let restated =
            "SELECT power || ' ' || count(*) AS line FROM power_statement GROUP BY power";
        assert_eq!(self.app.lines(restated), ["withdrawal 8"]);
        let found = "SELECT finding || ' ' || count(*) AS line FROM evidence_check GROUP BY finding ORDER BY finding";
        assert_eq!(
            self.app.lines(found),
            ["differs 1", "received 95", "seen 24"],
            "the firm has some of the files in hand, and one that is another"
        );
        // drivers without a business prove their income by trips
        let drivers = "SELECT (count(*) > 5)::text AS line FROM claim WHERE 'regional-taxi' = ANY (industries) AND status <> 'draft'
                       AND NOT EXISTS (SELECT FROM evidence WHERE claim_id = claim.id AND kind = 'sales-loss')
                       AND EXISTS (SELECT FROM evidence WHERE claim_id = claim.id AND kind = 'trip-income')";
        assert_eq!(self.app.lines(drivers), ["true"]);
    }

    /// The people see what is theirs to see.
    fn usable(&self) {
        let people = self.people();
        let own = people["claimant"].get("/api/v1/claims").json();
        assert_eq!(
            (own.as_array().map(Vec::len), &own[0]["status"]),
            (Some(1), &json!("submitted"))
        );
        let page = people["lawyer"]
            .get(&format!("/api/v1/cases/{CASE}/claims?limit=200"))
            .json();
        assert!(
            page["items"]
                .as_array()
                .is_some_and(|claims| claims.len() == 200
                    && claims.iter().any(|claim| several(&claim["services"])))
        );
        assert_eq!(
            people["auditor"]
                .get(&format!("/api/v1/cases/{CASE}/statistics"))
                .json()["claims"],
            (470 - 47) / 5 * 5 - (24 + 24) / 5 * 5,
            "those that are over left"
        );
    }

    /// Another load finds everything there and leaves nothing.
    fn left_alone(&self) {
        let before = self.state();
        let said = self.load();
        assert!(
            !said.contains("loaded") && said.contains(&before.2),
            "{said}"
        );
        assert_eq!(self.state(), before);
        let elsewhere = self.folder.path().join("elsewhere.txt");
        let said = self.app.database.cli_ok(&[
            "demo",
            "--accounts",
            elsewhere.to_str().expect("a path in UTF-8"),
        ]);
        assert!(
            said.contains("its passwords were written elsewhere") && !elsewhere.exists(),
            "{said}"
        );
        assert_eq!(self.state(), before);
    }

    /// Ids of the claims that were begun.
    fn claims(&self) -> Vec<String> {
        self.app.lines("SELECT id::text AS line FROM claim")
    }

    /// What stands in the tables, and in the file.
    fn state(&self) -> (u64, Vec<String>, String) {
        let counts = "SELECT relname || ' ' || (xpath('/row/n/text()', query_to_xml('SELECT count(*) AS n FROM ' || relname, false, true, '')))[1] AS line
                      FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname";
        let size = self.app.database.intact();
        (
            size,
            self.app.lines(counts),
            std::fs::read_to_string(self.file()).unwrap_or_default(),
        )
    }
}

/// Lets a load go on until it has printed that.
fn printed(child: &mut Child, words: &str) {
    let stdout = BufReader::new(child.stdout.take().expect("piped"));
    let found = stdout
        .lines()
        .map_while(Result::ok)
        .any(|line| line.contains(words));
    assert!(found, "it never said {words:?}");
}

fn several(services: &Value) -> bool {
    services
        .as_array()
        .is_some_and(|services| services.len() > 1)
}

#[test]
fn an_interrupted_load_goes_on_where_it_stopped_and_one_that_is_done_is_left_alone() {
    let mut stage = Stage::new();
    stage.app.stop();
    let file = stage.file();
    stage.interrupted(|_| eventually(|| kept(&file)));
    // somewhere in the middle of a claim, and again later on
    stage.interrupted(|_| eventually(|| (stage.claims().len() > 20).then_some(())));
    stage.interrupted(|child| printed(child, "loaded 100 of 470"));
    let (passwords, half) = (
        std::fs::read_to_string(&file).expect("the passwords are kept"),
        stage.claims(),
    );
    assert!(half.len() >= 100 && half.len() < 470, "{}", half.len());
    let said = stage.load();
    assert!(
        said.contains("loaded 200 of 470") && said.contains("loaded 470 of 470"),
        "{said}"
    );
    assert_eq!(
        std::fs::read_to_string(&file).ok().as_ref(),
        Some(&passwords)
    );
    let now = stage.claims();
    assert!(
        half.iter().all(|claim| now.contains(claim)),
        "what was loaded stays"
    );
    stage.app.kill_and_restart(&[]);
    stage.whole();
    stage.usable();
    stage.left_alone();
}

/// All passwords are in the file.
fn kept(file: &Path) -> Option<()> {
    std::fs::read_to_string(file)
        .ok()
        .filter(|text| text.lines().count() == 5)
        .map(drop)
}

#[test]
fn a_case_that_the_demonstration_did_not_make_is_left_alone() {
    let app = App::start();
    let size = app.database.intact();
    let folder = tempfile::tempdir().expect("a temporary directory");
    let file = folder.path().join("accounts.txt");
    app.database.cli_ok(&[
        "demo",
        "--accounts",
        file.to_str().expect("a path in UTF-8"),
    ]);
    assert_eq!((app.database.intact(), file.exists()), (size, false));
}
