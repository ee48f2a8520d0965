//! Walks: every table is captured or exempt with its reason, every route that changes something leaves its entry, and no
//! personal data lies open anywhere.

use std::collections::BTreeMap;

use actix_web::http::Method;
use claimant_registry::http::ROUTES;
use claimant_registry::http::route::Audited;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use serde_json::{Value, json};

use crate::harness::caller::{Answer, Caller, PASSWORD, fresh_key};
use crate::harness::claims::{claim_body, evidence_body, loss_body};
use crate::harness::cluster::CASE;
use crate::harness::database::lines;
use crate::harness::server::App;

/// What must hold of the tables, each as a query for what breaks it.
const RULES: [(&str, &str); 6] = [
    (
        "in neither list, in both, or in one without being there",
        "SELECT coalesce(c.relname, t.table_name, e.table_name) AS line
         FROM (SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')) c
         FULL JOIN audit_table t ON t.table_name = c.relname FULL JOIN audit_exempt e ON e.table_name = coalesce(c.relname, t.table_name)
         WHERE c.relname IS NULL OR (t.table_name IS NULL) = (e.table_name IS NULL)",
    ),
    (
        // 29: after insert, update and delete for each row; 32: after truncate
        "without both triggers, on every kind of change and whatever session_replication_role says",
        "SELECT t.table_name AS line FROM audit_table t WHERE 2 <> (
             SELECT count(*) FROM pg_trigger g WHERE g.tgrelid = to_regclass(t.table_name) AND g.tgenabled = 'A' AND g.tgqual IS NULL
                 AND (g.tgname, g.tgfoid::regproc::text, g.tgtype) IN
                     (('audit_row', 'audit_capture_row', 29), ('audit_truncate', 'audit_capture_truncate', 32)))",
    ),
    (
        "triggers that were armed with another policy than the one on record",
        "SELECT t.table_name AS line FROM audit_table t JOIN pg_trigger g ON g.tgrelid = to_regclass(t.table_name) AND g.tgname = 'audit_row'
         WHERE string_to_array(encode(g.tgargs, 'escape'), '\\000') IS DISTINCT FROM
               ARRAY[coalesce(t.subject_column, ''), coalesce(t.case_column, '')] || audit_secrets(t.table_name) || ARRAY['']",
    ),
    (
        "a column without a policy, or a policy without a column",
        "SELECT coalesce(a.table_name || '.' || a.attname, c.table_name || '.' || c.column_name) AS line
         FROM (SELECT t.table_name, attname::text FROM audit_table t JOIN pg_attribute ON attrelid = to_regclass(t.table_name)
               WHERE attnum > 0 AND NOT attisdropped) a
         FULL JOIN audit_column c ON c.table_name = a.table_name AND c.column_name = a.attname
         WHERE a.attname IS NULL OR c.policy IS NULL",
    ),
    (
        "a type whose text PostgreSQL may write in another order",
        "SELECT t.table_name || '.' || a.attname AS line FROM audit_table t
         JOIN pg_attribute a ON a.attrelid = to_regclass(t.table_name) AND a.attnum > 0 AND NOT a.attisdropped
         WHERE a.atttypid IN ('json'::regtype, 'jsonb'::regtype)",
    ),
    (
        "the key of an entry is the column id",
        "SELECT t.table_name AS line FROM audit_table t WHERE NOT EXISTS (
             SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
             WHERE i.indrelid = to_regclass(t.table_name) AND i.indisprimary AND i.indnkeyatts = 1 AND a.attname = 'id')",
    ),
];

/// What breaks each rule, in their order.
fn broken(app: &App) -> Vec<Vec<String>> {
    RULES.iter().map(|(_, query)| app.lines(query)).collect()
}

#[test]
fn every_table_is_captured_or_exempt_with_its_reason() {
    let app = App::start();
    for ((rule, _), broken) in RULES.iter().zip(broken(&app)) {
        assert_eq!(broken, [""; 0], "{rule}");
    }
    assert!(
        app.lines("SELECT table_name AS line FROM audit_table")
            .contains(&"claim".to_string()),
        "there are tables to hold to it"
    );
}

#[test]
fn no_rule_about_the_tables_is_broken_unseen() {
    let app = App::start();
    for (damage, rule, seen) in [
        ("CREATE TABLE stray (id uuid PRIMARY KEY)", 0, "stray"),
        (
            "INSERT INTO audit_exempt VALUES ('gone', 'a table that is not there any more')",
            0,
            "gone",
        ),
        (
            "INSERT INTO audit_exempt VALUES ('loss', 'in both lists, which cannot both be right')",
            0,
            "loss",
        ),
        ("ALTER TABLE claim DISABLE TRIGGER audit_row", 1, "claim"),
        ("ALTER TABLE claim ENABLE TRIGGER audit_row", 1, "claim"),
        ("DROP TRIGGER audit_truncate ON claim", 1, "claim"),
        (
            "UPDATE audit_column SET policy = 'plain' WHERE column_name = 'password_hash'",
            2,
            "account",
        ),
        (
            "UPDATE audit_table SET case_column = NULL WHERE table_name = 'loss'",
            2,
            "loss",
        ),
        ("ALTER TABLE review ADD COLUMN hint text", 3, "review.hint"),
        (
            "DELETE FROM audit_column WHERE table_name = 'review' AND column_name = 'decision'",
            3,
            "review.decision",
        ),
        (
            "INSERT INTO audit_column VALUES ('review', 'gone', 'plain')",
            3,
            "review.gone",
        ),
        (
            "ALTER TABLE evidence ALTER COLUMN commitments TYPE jsonb USING commitments::jsonb",
            4,
            "evidence.commitments",
        ),
        (
            "ALTER TABLE download DROP CONSTRAINT download_pkey",
            5,
            "download",
        ),
    ] {
        // undone again, so that each damage stands alone
        let mut conn = app.superuser();
        conn.begin_test_transaction().expect("PostgreSQL begins");
        conn.batch_execute(damage)
            .unwrap_or_else(|e| panic!("{damage}: {e}"));
        for (n, (what, query)) in RULES.iter().enumerate() {
            let found = lines(&mut conn, query);
            let expected = if n == rule {
                vec![seen.to_string()]
            } else {
                Vec::new()
            };
            assert_eq!(found, expected, "{damage}: {what}");
        }
    }
    assert!(
        broken(&app).iter().all(Vec::is_empty),
        "nothing of it stayed"
    );
}

/// People and things that the walk acts on.
struct World {
    app: App,
    people: BTreeMap<&'static str, Caller>,
}

impl World {
    fn new() -> Self {
        let app = App::start();
        let people = BTreeMap::from([
            ("anybody", app.anybody()),
            ("claimant", app.claimant("merchant@example.com")),
            (
                "paralegal",
                app.assigned("paralegal", "paralegal@example.com"),
            ),
            ("lawyer", app.assigned("lawyer", "lawyer@example.com")),
            ("auditor", app.assigned("auditor", "auditor@example.com")),
            (
                "administrator",
                app.staff("administrator", "administrator@example.com"),
            ),
        ]);
        Self { app, people }
    }

    fn by(&self, who: &str) -> &Caller {
        &self.people[who]
    }

    /// A draft of a claimant of its own.
    fn draft(&self, email: &str) -> (Caller, String) {
        let caller = self.app.claimant(email);
        let claim = caller.draft();
        (caller, claim)
    }

    /// A staff account that nothing else uses.
    fn colleague(&self, email: &str) -> String {
        let body = json!({"email": email, "name": "새 직원", "role": "paralegal"});
        self.by("administrator").post("/api/v1/staff", body).id()
    }

    fn export(&self) -> String {
        self.draft("exported@example.com");
        let body =
            json!({"profile": "contact", "format": "csv", "reason": "연락을 위한 명단입니다"});
        self.by("lawyer")
            .post(&format!("/api/v1/cases/{CASE}/exports"), body)
            .id()
    }
}

fn call(caller: &Caller, method: &str, path: &str, body: Value) -> Answer {
    caller.json(method, path, &[("idempotency-key", &fresh_key())], body)
}

/// One successful call of that route; `None` where the walk does not know it.
fn successful(world: &World, method: &Method, path: &str) -> Option<Answer> {
    let method = method.as_str();
    Some(match (method, path) {
        ("POST", "/api/v1/accounts") => call(
            world.by("anybody"),
            method,
            path,
            json!({"email": "new@example.com", "password": PASSWORD}),
        ),
        ("POST", "/api/v1/accounts/confirmations") => {
            world.by("anybody").post(
                "/api/v1/accounts",
                json!({"email": "newer@example.com", "password": PASSWORD}),
            );
            call(
                world.by("anybody"),
                method,
                path,
                json!({"token": world.app.mailed_token("newer@example.com")}),
            )
        }
        ("POST", "/api/v1/password-resets") => call(
            world.by("anybody"),
            method,
            path,
            json!({"email": "merchant@example.com"}),
        ),
        ("POST", "/api/v1/password-resets/confirmations") => {
            world.app.claimant("forgetful@example.com");
            world.by("anybody").post(
                "/api/v1/password-resets",
                json!({"email": "forgetful@example.com"}),
            );
            call(
                world.by("anybody"),
                method,
                path,
                json!({"token": world.app.mailed_token("forgetful@example.com"), "password": "지붕 위의 노란 우산 8개"}),
            )
        }
        ("PUT", "/api/v1/account/password") => {
            let caller = world.app.claimant("changing@example.com");
            call(
                &caller,
                method,
                path,
                json!({"current": PASSWORD, "new": "지붕 위의 노란 우산 8개"}),
            )
        }
        ("DELETE", "/api/v1/account") => world.app.claimant("erased@example.com").delete(path),
        ("PUT" | "DELETE", "/api/v1/cases/{case}/hold") => {
            hold(world, method, &format!("/api/v1/cases/{CASE}/hold"))
        }
        ("POST", "/api/v1/sessions") => call(
            world.by("anybody"),
            method,
            path,
            json!({"email": "merchant@example.com", "password": PASSWORD}),
        ),
        ("DELETE", "/api/v1/sessions") => world.app.claimant("leaving@example.com").delete(path),
        ("DELETE", "/api/v1/sessions/{session}") => world
            .app
            .claimant("parting@example.com")
            .delete("/api/v1/sessions/current"),
        ("POST", "/api/v1/staff") => call(
            world.by("administrator"),
            method,
            path,
            json!({"email": "hired@example.com", "name": "새 변호사", "role": "lawyer"}),
        ),
        ("PUT", "/api/v1/staff/{account}/state") => {
            let id = world.colleague("resting@example.com");
            call(
                world.by("administrator"),
                method,
                &format!("/api/v1/staff/{id}/state"),
                json!({"state": "disabled"}),
            )
        }
        ("PUT", "/api/v1/staff/{account}/role") => {
            let id = world.colleague("rising@example.com");
            call(
                world.by("administrator"),
                method,
                &format!("/api/v1/staff/{id}/role"),
                json!({"role": "lawyer"}),
            )
        }
        ("PUT", "/api/v1/cases/{case}/staff/{account}") => {
            let id = world.colleague("joining@example.com");
            call(
                world.by("administrator"),
                method,
                &format!("/api/v1/cases/{CASE}/staff/{id}"),
                json!({}),
            )
        }
        ("DELETE", "/api/v1/cases/{case}/staff/{account}") => {
            let path = format!(
                "/api/v1/cases/{CASE}/staff/{}",
                world.colleague("going@example.com")
            );
            call(world.by("administrator"), "PUT", &path, json!({}));
            world.by("administrator").delete(&path)
        }
        _ => return of_a_claim(world, method, path),
    })
}

/// Sets a hold, or releases one that was set.
fn hold(world: &World, method: &str, path: &str) -> Answer {
    let set = call(
        world.by("lawyer"),
        "PUT",
        path,
        json!({"reason": "법원의 자료 보존 명령"}),
    );
    if method == "PUT" {
        set
    } else {
        world.by("lawyer").delete(path)
    }
}

fn of_a_claim(world: &World, method: &str, path: &str) -> Option<Answer> {
    let email = format!(
        "walk-{}@example.com",
        path.replace(['/', '{', '}'], "-").to_lowercase()
    );
    let made = |caller: &Caller, path: String, body: Value| caller.post(&path, body).id();
    Some(match (method, path) {
        ("POST", "/api/v1/cases/{case}/claims") => call(
            &world.app.claimant(&email),
            method,
            &format!("/api/v1/cases/{CASE}/claims"),
            claim_body(),
        ),
        ("POST", "/api/v1/cases/{case}/disclosures") => {
            let body = json!({"reason": "서류를 확인하기 위해서", "filter": {}});
            call(
                world.by("paralegal"),
                method,
                &format!("/api/v1/cases/{CASE}/disclosures"),
                body,
            )
        }
        ("POST", "/api/v1/cases/{case}/exports") => {
            let body =
                json!({"profile": "contact", "format": "csv", "reason": "연락을 위한 명단입니다"});
            call(
                world.by("lawyer"),
                method,
                &format!("/api/v1/cases/{CASE}/exports"),
                body,
            )
        }
        ("GET", "/api/v1/exports/{export}/content") => world
            .by("lawyer")
            .get(&format!("/api/v1/exports/{}/content", world.export())),
        ("PUT", "/api/v1/claims/{claim}") => {
            let (caller, claim) = world.draft(&email);
            let path = path.replace("{claim}", &claim);
            caller.json(
                method,
                &path,
                &[("if-match", &caller.get(&path).headers["etag"])],
                claim_body(),
            )
        }
        ("POST", "/api/v1/claims/{claim}/submission" | "/api/v1/claims/{claim}/withdrawal") => {
            let (caller, claim) = world.draft(&email);
            call(&caller, method, &path.replace("{claim}", &claim), json!({}))
        }
        ("DELETE", "/api/v1/claims/{claim}") => {
            let (caller, claim) = world.draft(&format!("erased-{email}"));
            caller.delete(&path.replace("{claim}", &claim))
        }
        ("PUT" | "DELETE", "/api/v1/claims/{claim}/hold") => {
            let claim = world
                .app
                .claimant(&format!("{}-{email}", method.to_lowercase()))
                .submitted();
            hold(world, method, &path.replace("{claim}", &claim))
        }
        ("POST", "/api/v1/claims/{claim}/losses") => {
            let (caller, claim) = world.draft(&email);
            call(
                &caller,
                method,
                &path.replace("{claim}", &claim),
                loss_body(),
            )
        }
        ("DELETE", "/api/v1/losses/{loss}") => {
            let (caller, claim) = world.draft(&email);
            let loss = made(
                &caller,
                format!("/api/v1/claims/{claim}/losses"),
                loss_body(),
            );
            caller.delete(&format!("/api/v1/losses/{loss}"))
        }
        ("POST", "/api/v1/claims/{claim}/evidence") => {
            let (caller, claim) = world.draft(&email);
            call(
                &caller,
                method,
                &path.replace("{claim}", &claim),
                evidence_body("other", "a"),
            )
        }
        (
            "POST" | "DELETE",
            "/api/v1/evidence/{evidence}/replacements" | "/api/v1/evidence/{evidence}",
        ) => {
            let (caller, claim) = world.draft(&email);
            let file = made(
                &caller,
                format!("/api/v1/claims/{claim}/evidence"),
                evidence_body("other", "b"),
            );
            call(
                &caller,
                method,
                &path.replace("{evidence}", &file),
                evidence_body("other", "c"),
            )
        }
        ("POST", "/api/v1/claims/{claim}/consents") => {
            let (caller, claim) = world.draft(&email);
            let text = caller
                .get(&format!("/api/v1/cases/{CASE}/consent-texts?language=en"))
                .json()[0]
                .clone();
            let body = json!({"item": text["item"], "language": "en", "text_sha256": text["sha256"], "agreed": true, "signed_name": "김하늘"});
            call(&caller, method, &path.replace("{claim}", &claim), body)
        }
        ("POST", "/api/v1/consents/{consent}/withdrawal") => {
            let (caller, claim) = world.draft(&email);
            let answers = caller
                .get(&format!("/api/v1/claims/{claim}/consents"))
                .json();
            let agreed = answers
                .as_array()?
                .iter()
                .find(|answer| answer["agreed"] == true)?["id"]
                .as_str()?
                .to_string();
            call(
                &caller,
                method,
                &path.replace("{consent}", &agreed),
                json!({}),
            )
        }
        ("POST", "/api/v1/claims/{claim}/reviews") => {
            let (caller, claim) = world.draft(&email);
            call(
                &caller,
                "POST",
                &format!("/api/v1/claims/{claim}/submission"),
                json!({}),
            );
            call(
                world.by("lawyer"),
                method,
                &path.replace("{claim}", &claim),
                json!({"decision": "start"}),
            )
        }
        _ => return None,
    })
}

#[test]
fn every_route_that_changes_something_leaves_its_entry() {
    let world = World::new();
    for route in ROUTES
        .iter()
        .filter(|route| route.audited != Audited::Nothing)
    {
        let what = format!("{} {}", route.method, route.path);
        let answer = successful(&world, &route.method, route.path)
            .unwrap_or_else(|| panic!("the walk does not know {what}"));
        assert!(
            (200..300).contains(&answer.status),
            "{what}: {}",
            answer.text()
        );
        world.app.database.cli_ok(&["seal"]);
        let request = &answer.headers["x-request-id"];
        let entries = world.app.lines(&format!(
            "SELECT entry AS line FROM audit_log WHERE entry LIKE '%\"request\":\"{request}\"%'"
        ));
        match route.audited {
            Audited::Entry(action) => {
                let named = entries
                    .iter()
                    .filter(|entry| entry.contains(&format!("\"action\":\"{}\"", action.as_str())))
                    .count();
                assert!(
                    named > 0 && named == entries.len(),
                    "{what} leaves not only {}: {entries:?}",
                    action.as_str()
                );
            }
            Audited::Exempt(_, why) => assert_eq!(
                entries, [""; 0],
                "{what} leaves an entry, so its exemption is stale: {why}"
            ),
            Audited::Nothing => unreachable!("filtered"),
        }
    }
    world.app.database.intact();
    let unattributed = world.app.lines(
        "SELECT entry AS line FROM audit_log WHERE entry LIKE '%\"action\":\"unattributed\"%'",
    );
    assert_eq!(
        unattributed, [""; 0],
        "the program says of every change who made it"
    );
}

#[test]
fn a_route_that_reads_changes_nothing() {
    let world = World::new();
    let caller = world.app.claimant("reader@example.com");
    let claim = caller.submitted();
    let body = json!({"reason": "서류를 확인하기 위해서", "claims": [claim]});
    let disclosures: BTreeMap<&str, String> = ["paralegal", "lawyer"]
        .map(|role| {
            (
                role,
                world
                    .by(role)
                    .post(&format!("/api/v1/cases/{CASE}/disclosures"), body.clone())
                    .id(),
            )
        })
        .into();
    let size = world.app.database.intact();
    let published = world.app.published(size);
    let receipt = caller
        .get(&format!("/api/v1/claims/{claim}/receipts"))
        .json()[0]["id"]
        .to_string();
    let tile = if published < 256 {
        format!("000.p/{published}")
    } else {
        "000".into()
    };
    for route in ROUTES
        .iter()
        .filter(|route| route.audited == Audited::Nothing)
    {
        assert_eq!(route.method, Method::GET, "{}", route.path);
        let path = route
            .path
            .replace("{case}", CASE)
            .replace("{claim}", &claim)
            .replace("{entry}", "0")
            .replace("{size}", "1");
        let path = path.replace("{receipt}", &receipt);
        let path = path
            .replace("{level}/{tile:.*}", &format!("0/{tile}"))
            .replace("{tile:.*}", &tile);
        let roles = route.roles.map_or_else(
            || vec!["anybody"],
            |roles| roles.iter().map(|role| role.as_str()).collect(),
        );
        for role in roles {
            let path = disclosures
                .get(role)
                .map_or_else(|| path.clone(), |made| path.replace("{disclosure}", made));
            let answer = if role == "claimant" {
                caller.get(&path)
            } else {
                world.by(role).get(&path)
            };
            assert_eq!(answer.status, 200, "{role} {path}: {}", answer.text());
        }
    }
    assert_eq!(world.app.database.intact(), size);
}

#[test]
fn no_personal_data_lies_open_in_the_log_the_tables_or_the_servers_own_log() {
    let app = App::start();
    let claimant = app.claimant("recognisable@example.com");
    claimant.submitted();
    let claimant = claimant.sign_in("recognisable@example.com", PASSWORD);
    assert_eq!(
        claimant
            .post(
                "/api/v1/sessions",
                json!({"email": "recognisable@example.com", "password": "틀린 비밀번호"})
            )
            .status,
        401
    );
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let search = json!({"reason": "알아볼 수 있는 사유", "search": {"field": "phone", "value": "010-1234-5678"}});
    lawyer
        .post(&format!("/api/v1/cases/{CASE}/disclosures"), search)
        .id();
    app.database.intact();
    let log = app.log.lock().expect("nobody panics with it").clone();
    assert!(
        log.contains("/api/v1/cases/{case}/disclosures"),
        "the server logs what it answers"
    );
    let everything = log + &app.rows();
    let personal = [
        "김하늘",
        "recognisable@example.com",
        "1980-05-05",
        "1234-5678",
        "12345678",
        "가상로 1\"",
        "하늘네일",
        "123-45-67891",
        "채널_관리자화면",
        "주말 예약을",
        "예약제로 운영",
        "알아볼 수 있는",
        "틀린 비밀번호",
        PASSWORD,
        "시험 lawyer",
        "127.0.0.1\"",
        "ureq",
    ];
    for value in personal {
        let bytes: String = value.bytes().map(|byte| format!("{byte:02x}")).collect();
        assert!(
            !everything.contains(value) && !everything.contains(&bytes),
            "{value} lies open"
        );
    }
}

#[test]
fn the_description_of_the_api_names_every_route_and_no_other() {
    let app = App::start();
    let api = app.anybody().get("/api/openapi.json").json();
    let mut described: Vec<String> = Vec::new();
    for (path, methods) in api["paths"].as_object().expect("an object") {
        described.extend(
            methods
                .as_object()
                .expect("an object")
                .keys()
                .map(|method| format!("{} {path}", method.to_uppercase())),
        );
    }
    let mut routes: Vec<String> = ROUTES
        .iter()
        .map(|route| format!("{} {}", route.method, route.path.replace(":.*", "")))
        .collect();
    routes.extend(["GET /healthz".to_string(), "GET /readyz".to_string()]);
    described.sort();
    routes.sort();
    assert_eq!(described, routes);
}
