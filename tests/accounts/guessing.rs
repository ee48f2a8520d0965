//! Who guesses at somebody's account slows themselves and other strangers, not its owner.

use serde_json::json;

use crate::accounts::{NEW, PROXIED, from};
use crate::harness::caller::{Answer, Caller, PASSWORD};
use crate::harness::server::App;

const LAWYER: &str = "lawyer@example.com";

fn sign_in(source: &str, caller: &Caller, password: &str, device: Option<&str>) -> Answer {
    let body = json!({"email": LAWYER, "password": password, "device": device});
    from(source, caller, "POST", "/api/v1/sessions", body)
}

fn device(answer: &Answer) -> String {
    assert_eq!(answer.status, 201, "{}", answer.text());
    answer.json()["device"]
        .as_str()
        .expect("a token for the device")
        .into()
}

#[test]
fn a_stranger_locks_themselves_out_and_nobody_else() {
    let app = App::with(&PROXIED);
    app.claimant(LAWYER);
    let anybody = app.anybody();
    sign_in("203.0.113.66", &anybody, "틀린 비밀번호", None).is(401);
    // as if they had gone on all day
    app.sql("UPDATE sign_in_delay SET failures = 100 WHERE lane <> ''");
    let spent = sign_in("203.0.113.66", &anybody, PASSWORD, None);
    assert!(
        spent.status == 429 && spent.headers["retry-after"].len() == 5,
        "that source has to wait for tomorrow: {spent:?}"
    );
    for elsewhere in ["203.0.113.67", "2001:db8::1", "127.0.0.1"] {
        sign_in(elsewhere, &anybody, PASSWORD, None).is(201);
    }
    // of an IPv6 network every address is the same stranger
    sign_in("2001:db8:1:2::66", &anybody, "틀린 비밀번호", None).is(401);
    let beside = sign_in("2001:db8:1:2:7::1", &anybody, PASSWORD, None);
    assert_eq!(beside.status, 429, "{}", beside.text());
}

#[test]
fn many_strangers_slow_strangers_by_seconds_and_a_known_device_not_at_all() {
    let app = App::with(&PROXIED);
    app.claimant(LAWYER);
    let anybody = app.anybody();
    let known = device(&sign_in("203.0.113.5", &anybody, PASSWORD, None));
    sign_in("203.0.113.66", &anybody, "틀린 비밀번호", None).is(401);
    app.sql("UPDATE sign_in_delay SET failures = 5000 WHERE lane = ''");
    let slowed = sign_in("203.0.113.67", &anybody, PASSWORD, None);
    let seconds: u64 = slowed.headers["retry-after"].parse().expect("seconds");
    assert!(slowed.status == 429 && seconds <= 10, "{slowed:?}");
    let renewed = device(&sign_in("203.0.113.67", &anybody, PASSWORD, Some(&known)));
    assert_eq!(renewed[..33], known[..33], "it is the same device");
    // ten seconds later a stranger may try again, and be right
    app.sql("UPDATE sign_in_delay SET failed_at = failed_at - interval '10 seconds'");
    sign_in("203.0.113.67", &anybody, PASSWORD, None).is(201);
    // the device has its own ladder
    sign_in("203.0.113.67", &anybody, "틀린 비밀번호", Some(&known)).is(401);
    sign_in("203.0.113.5", &anybody, PASSWORD, Some(&known)).is(429);
}

#[test]
fn the_device_of_another_account_and_a_forged_one_are_strangers() {
    let app = App::with(&PROXIED);
    app.claimant(LAWYER);
    let other = app.claimant("other@example.com");
    let body = json!({"email": "other@example.com", "password": PASSWORD});
    let foreign = device(&other.post("/api/v1/sessions", body));
    let anybody = app.anybody();
    let own = device(&sign_in("203.0.113.5", &anybody, PASSWORD, None));
    let forged = own.replace(&own[..4], "0000");
    for wrong in [foreign.as_str(), &forged, "", "..", &"가".repeat(4000)] {
        sign_in("203.0.113.66", &anybody, "틀린 비밀번호", Some(wrong)).is(401);
        let lanes = app.count("SELECT count(*) FROM sign_in_delay WHERE lane = ''");
        assert_eq!(lanes, 1, "it counts as a stranger's: {wrong}");
        app.sql("DELETE FROM sign_in_delay");
    }
}

#[test]
fn strangers_keep_nobody_who_is_signed_in_from_a_new_password() {
    let app = App::with(&PROXIED);
    let lawyer = app.claimant(LAWYER);
    sign_in("203.0.113.66", &app.anybody(), "틀린 비밀번호", None).is(401);
    app.sql("UPDATE sign_in_delay SET failures = 100, failed_at = now()");
    let path = "/api/v1/account/password";
    let change = |current: &str| lawyer.put(path, json!({"current": current, "new": NEW}));
    assert_eq!(
        change("틀린 비밀번호").faults(),
        [("current".to_string(), "password-wrong".to_string())]
    );
    assert_eq!(change(PASSWORD).status, 429, "their own wrong one counts");
    app.sql("UPDATE sign_in_delay SET failed_at = now() - interval '2 seconds'");
    change(PASSWORD).is(204);
}

#[test]
fn a_password_set_by_mail_forgives_what_strangers_did() {
    let app = App::with(&PROXIED);
    app.claimant(LAWYER);
    let anybody = app.anybody();
    sign_in("203.0.113.66", &anybody, "틀린 비밀번호", None).is(401);
    app.sql("UPDATE sign_in_delay SET failures = 5000, failed_at = now()");
    anybody
        .post("/api/v1/password-resets", json!({"email": LAWYER}))
        .is(202);
    let followed = json!({"token": app.mailed_token(LAWYER), "password": NEW});
    anybody
        .post("/api/v1/password-resets/confirmations", followed)
        .is(204);
    sign_in("203.0.113.67", &anybody, NEW, None).is(201);
}

#[test]
fn an_account_is_erased_only_by_who_knows_its_password() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let erase = |body| claimant.json("DELETE", "/api/v1/account", &[], body);
    let fault = |field: &str, code: &str| [(field.to_string(), code.to_string())];
    assert_eq!(erase(json!({})).faults(), fault("password", "missing"));
    assert_eq!(
        erase(json!({"password": "틀린 비밀번호"})).faults(),
        fault("password", "password-wrong")
    );
    assert_eq!(
        erase(json!({"password": PASSWORD})).status,
        429,
        "a wrong one costs time here too"
    );
    claimant.get("/api/v1/account").is(200);
    app.sql("UPDATE sign_in_delay SET failed_at = now() - interval '2 seconds'");
    erase(json!({"password": PASSWORD})).is(200);
    claimant.get("/api/v1/account").is(401);
    app.database.intact();
}
