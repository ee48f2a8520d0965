//! After an erasure every verification holds: the live one, the offline ones with payloads,
//! checkpoints that were kept from before, proofs, the kit, a mirror, and receipts.

use std::process::{Command, Output};

use claimant_registry::audit::format::checkpoint::{Checkpoint, parse_hash};
use claimant_registry::audit::format::entry::{self, Hash};
use claimant_registry::audit::format::merkle;
use serde_json::Value;

use crate::harness::caller::Caller;
use crate::harness::server::App;
use crate::harness::{eventually, verifiers};

/// What somebody outside keeps of a registry.
struct Desk {
    folder: tempfile::TempDir,
    vkey: String,
}

impl Desk {
    fn path(&self, name: &str) -> String {
        self.folder
            .path()
            .join(name)
            .to_str()
            .expect("a plain path")
            .into()
    }

    fn keep(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.path(name), bytes).expect("writable");
    }

    /// What the program and docs/verify.py print, with nothing of the registry around; both are
    /// content.
    fn both(&self, args: &[&str]) -> [String; 2] {
        [verifiers::program(), verifiers::script()].map(|mut verifier| {
            verifier
                .args(args)
                .args(["--vkey", &self.vkey])
                .current_dir(self.folder.path());
            content(&verifier.output().expect("it starts"))
        })
    }

    /// Lets a mirror follow the log, and says what the visit printed.
    fn mirrored(&self, app: &App) -> String {
        let url = format!("{}/log", app.url);
        let [mirror, token, log] =
            ["mirror", "token", "mirrored.jsonl"].map(|name| self.path(name));
        let args = [
            "mirror",
            &url,
            &mirror,
            "--vkey",
            &self.vkey,
            "--token-file",
            &token,
            "--entries",
            &log,
        ];
        content(&app.database.cli(&args))
    }

    /// What is exported here holds against both checkpoints, with the payloads and without.
    fn offline(&self, size: u64, erased: u64) {
        let held = "log.jsonl --checkpoint before --checkpoint after".split(' ');
        let without: Vec<&str> = held.collect();
        let with = self.both(&[&without[..], &["--payloads", "payloads"]].concat());
        for said in self.both(&without).iter().chain(&with) {
            assert!(
                said.starts_with(&format!("intact: {size} entries, head ")),
                "{said}"
            );
        }
        for said in with {
            assert!(
                said.contains(&format!("{erased} payloads")) && said.contains("erased"),
                "{said}"
            );
        }
    }

    /// The receipt of the last thing that somebody did to a claim.
    fn receipt(&self, caller: &Caller, claim: &str, name: &str) {
        let path = format!("/api/v1/claims/{claim}/receipts");
        let id = caller
            .get(&path)
            .json()
            .as_array()
            .and_then(|all| Some(all.last()?["id"].clone()))
            .expect("there is one");
        let receipt = eventually(|| {
            Some(caller.get(&format!("{path}/{id}"))).filter(|answer| answer.status == 200)
        });
        self.keep(name, &receipt.bytes);
    }
}

fn content(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

/// The proofs over HTTP and on the command line are the same, and hold.
fn proofs(app: &App, log: &str, earlier: &Checkpoint, of: &str) {
    let (stranger, now) = (app.anybody(), app.anybody().checkpoint());
    let hashes = |proof: &Value| -> Vec<Hash> {
        proof["proof"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|hash| parse_hash(hash.as_str().unwrap_or_default()).expect("a hash"))
            .collect()
    };
    let printed = |args: &[&str]| -> Vec<Hash> {
        let said = app.database.cli_ok(&[&["proof"], args].concat());
        let (root, proof) = said.split_once('\n').expect("a line with the root");
        assert_eq!(
            root.strip_prefix("root ").and_then(parse_hash),
            Some(now.root),
            "{said}"
        );
        proof
            .lines()
            .map(|line| parse_hash(line).expect("a hash"))
            .collect()
    };
    let mut proven = 0;
    for (index, line) in (0..now.size)
        .zip(log.lines())
        .filter(|(_, line)| line.contains(&format!("\"subject\":\"{of}\"")))
    {
        let proof = hashes(
            &stranger
                .get(&format!("/log/proofs/inclusion/{index}"))
                .json(),
        );
        assert_eq!(
            merkle::root_from_inclusion(&entry::hash(line.as_bytes()), index, now.size, &proof),
            Some(now.root),
            "entry {index}"
        );
        if proven == 0 {
            assert_eq!(printed(&["inclusion", &index.to_string()]), proof);
        }
        proven += 1;
    }
    assert!(
        proven > 8,
        "what was erased has its entries still: {proven}"
    );
    let proof = hashes(
        &stranger
            .get(&format!("/log/proofs/consistency/{}", earlier.size))
            .json(),
    );
    assert!(merkle::consistent(
        earlier.size,
        now.size,
        &proof,
        &earlier.root,
        &now.root
    ));
    assert_eq!(printed(&["consistency", &earlier.size.to_string()]), proof);
}

#[test]
fn after_an_erasure_every_verification_holds() {
    let app = App::start();
    let (leaving, staying) = (
        app.claimant("leaving@example.com"),
        app.claimant("staying@example.com"),
    );
    let (claim, kept) = (leaving.submitted(), staying.submitted());
    let auditor = app.assigned("auditor", "auditor@example.com");
    app.published(app.database.intact());
    let desk = Desk {
        folder: tempfile::tempdir().expect("a temporary directory"),
        vkey: app.anybody().vkey().to_string(),
    };
    let before = app.anybody().checkpoint();
    desk.keep("before", &app.anybody().get("/log/checkpoint").bytes);
    desk.receipt(&leaving, &claim, "leaving.tlog-proof");
    desk.receipt(&staying, &kept, "before.tlog-proof");
    desk.keep(
        "token",
        auditor.token.as_ref().expect("signed in").as_bytes(),
    );
    desk.mirrored(&app);

    let erased = leaving.erase_account().is(200);
    let erased = erased.json()["entries"].as_u64().expect("a number");
    let size = app.published(app.database.intact());
    desk.keep("after", &app.anybody().get("/log/checkpoint").bytes);

    // live and offline, each against a checkpoint from before and one from after
    let (before_file, after_file, log, payloads) = (
        desk.path("before"),
        desk.path("after"),
        desk.path("log.jsonl"),
        desk.path("payloads"),
    );
    let (code, report) = app.database.verify(&[
        "--vkey",
        &desk.vkey,
        "--checkpoint",
        &before_file,
        "--checkpoint",
        &after_file,
    ]);
    assert_eq!(
        (code, &report["verdict"], report["erased"].as_u64()),
        (0, &"intact".into(), Some(erased)),
        "{report:#}"
    );
    app.database
        .cli_ok(&["export", "log", "--output", &log, "--payloads", &payloads]);
    desk.offline(size, erased);
    let log = std::fs::read_to_string(log).expect("written");
    proofs(&app, &log, &before, &claim);

    // what others took, or had taken
    app.database.cli_ok(&["export", "kit", &desk.path("kit")]);
    let command = format!(
        "python3 verify.py log.jsonl --vkey '{}' --checkpoint checkpoint --checkpoint ../before",
        desk.vkey
    );
    let kit = Command::new("sh")
        .args(["-c", &command])
        .current_dir(desk.path("kit"))
        .output()
        .expect("a shell");
    assert!(
        content(&kit).starts_with(&format!("intact: {size} entries")),
        "{kit:?}"
    );
    assert!(desk.mirrored(&app).starts_with(&format!("{size} entries")));
    assert_eq!(
        std::fs::read_to_string(desk.path("mirrored.jsonl")).expect("written"),
        log,
        "a mirror has what an export has"
    );

    // receipts: who kept one can show it still; others get theirs as before
    desk.receipt(&staying, &kept, "after.tlog-proof");
    for (receipt, of) in [("leaving", &claim), ("before", &kept), ("after", &kept)] {
        for said in desk.both(&[
            "receipt",
            &format!("{receipt}.tlog-proof"),
            "--language",
            "en",
        ]) {
            assert!(
                said.contains("김하늘") && said.contains(of.as_str()),
                "{receipt}: {said}"
            );
        }
    }
}
