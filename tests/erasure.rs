//! Erasure: what goes, what stays and still verifies, what keeps it from happening, and that nobody
//! comes back with a backup.

mod interrupted;
mod requested;
mod retention;
mod told_apart;
mod verified;

use serde_json::{Value, json};

use crate::harness::caller::Caller;
use crate::harness::cluster::CASE;
use crate::harness::server::App;
use crate::harness::verifiers::{Found, both};

fn one(app: &App, query: &str) -> String {
    app.lines(query).pop().unwrap_or_default()
}

/// Whatever could lead to somebody: documents, commitments, indexes, hashes, salts. Of a claim, and
/// of its account where one is given.
fn traces(app: &App, claim: &str, account: Option<&str>) -> Vec<String> {
    let mut traces = app.lines(
        &format!(
            "WITH own AS (SELECT id FROM loss WHERE claim_id = '{claim}'),
             bytes AS (SELECT sealed AS b FROM claim WHERE id = '{claim}' UNION ALL SELECT name_index FROM claim WHERE id = '{claim}'
                 UNION ALL SELECT phone_index FROM claim WHERE id = '{claim}'
                 UNION ALL SELECT party_index FROM claim WHERE id = '{claim}'
                 UNION ALL SELECT sealed FROM business WHERE claim_id = '{claim}'
                 UNION ALL SELECT number_index FROM business WHERE claim_id = '{claim}'
                 UNION ALL SELECT sealed FROM loss WHERE claim_id = '{claim}' UNION ALL SELECT sealed FROM consent WHERE claim_id = '{claim}'
                 UNION ALL SELECT sealed FROM review WHERE claim_id = '{claim}'
                 UNION ALL SELECT sealed FROM assessment WHERE claim_id = '{claim}' UNION ALL SELECT sealed FROM evidence WHERE claim_id = '{claim}'
                 UNION ALL SELECT sealed FROM legal_hold WHERE claim_id = '{claim}'
                 UNION ALL SELECT sha256 FROM evidence WHERE claim_id = '{claim}' UNION ALL SELECT sealed FROM evidence_check WHERE claim_id = '{claim}'
                 UNION ALL SELECT sha256 FROM evidence_check WHERE claim_id = '{claim}' UNION ALL SELECT salt FROM change WHERE subject = '{claim}')
             SELECT encode(b, 'hex') AS line FROM bytes WHERE b IS NOT NULL
             UNION ALL SELECT substr(commitments, 3, 90) FROM claim WHERE id = '{claim}'
             UNION ALL SELECT substr(commitments, 3, 60) FROM business WHERE claim_id = '{claim}'
             UNION ALL SELECT substr(commitments, 3, 60) FROM consent WHERE claim_id = '{claim}'"
        ),
    );
    if let Some(account) = account {
        traces.extend(app.lines(
            &format!(
                "WITH bytes AS (SELECT sealed AS b FROM account WHERE id = '{account}' UNION ALL SELECT email_index FROM account WHERE id = '{account}'
                     UNION ALL SELECT sealed FROM session WHERE account_id = '{account}'
                     UNION ALL SELECT sealed FROM access_record WHERE account_id = '{account}'
                     UNION ALL SELECT to_index FROM mail, account a WHERE a.id = '{account}' AND to_index = a.email_index
                     UNION ALL SELECT salt FROM change WHERE subject = '{account}')
                 SELECT encode(b, 'hex') AS line FROM bytes WHERE b IS NOT NULL
                 UNION ALL SELECT password_hash FROM account WHERE id = '{account}'"
            ),
        ));
    }
    assert!(
        traces.len() > 15 && traces.iter().all(|trace| trace.len() > 20),
        "{traces:?}"
    );
    traces
}

/// Traces that are not somebody else's too: the people of these tests have the same name and
/// number.
fn beyond(traces: Vec<String>, others: &[String]) -> Vec<String> {
    traces
        .into_iter()
        .filter(|trace| !others.contains(trace))
        .collect()
}

fn gone(app: &App, traces: &[String]) {
    let everything = app.rows().replace("\\\"", "\"");
    for trace in traces {
        assert!(
            !everything.contains(trace.as_str()),
            "{trace} is still there"
        );
    }
}

/// An export with its payloads.
struct Exported {
    folder: tempfile::TempDir,
}

impl Exported {
    fn of(app: &App) -> Self {
        app.database.cli_ok(&["seal"]);
        let exported = Self {
            folder: tempfile::tempdir().expect("a temporary directory"),
        };
        app.database.cli_ok(&[
            "export",
            "log",
            "--output",
            &exported.path("log"),
            "--payloads",
            &exported.path("payloads"),
        ]);
        exported
    }

    fn path(&self, name: &str) -> String {
        self.folder
            .path()
            .join(name)
            .to_str()
            .expect("a plain path")
            .into()
    }

    fn payloads(&self) -> String {
        std::fs::read_to_string(self.path("payloads")).expect("written")
    }

    /// The numbers in a payload line of something erased: what, and by which entry.
    fn erased(&self) -> Vec<(u64, u64)> {
        let payloads = self.payloads();
        let lines = payloads
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
        lines
            .filter_map(|line| Some((line["seq"].as_u64()?, line["erased"].as_u64()?)))
            .collect()
    }

    /// Verdict and position with these payloads, by the program and by docs/verify.py.
    fn verdict(&self, payloads: &str) -> Found {
        std::fs::write(self.path("shown"), payloads).expect("writable");
        both(&self.path("log"), &["--payloads", &self.path("shown")])
    }
}

fn statistics(caller: &Caller) -> Value {
    caller
        .get(&format!("/api/v1/cases/{CASE}/statistics"))
        .json()
}

fn hold(caller: &Caller, path: &str, reason: &str) {
    caller.put(path, json!({ "reason": reason })).is(204);
}
