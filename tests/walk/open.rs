//! What lies open: no personal data anywhere, and of the API every route.

use serde_json::json;

use crate::harness::caller::PASSWORD;
use crate::harness::cluster::CASE;
use crate::harness::routes;
use crate::harness::server::App;

#[test]
fn no_personal_data_lies_open_in_the_log_the_tables_or_the_servers_own_log() {
    let app = App::start();
    let claimant = app.claimant("recognisable@example.com");
    claimant.submitted();
    let claimant = claimant.sign_in("recognisable@example.com", PASSWORD);
    claimant
        .post(
            "/api/v1/sessions",
            json!({"email": "recognisable@example.com", "password": "틀린 비밀번호"}),
        )
        .is(401);
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
    let mut routes: Vec<String> = routes::api()
        .map(|route| format!("{} {}", route.method, route.path.replace(":.*", "")))
        .collect();
    routes.extend(["GET /healthz".to_string(), "GET /readyz".to_string()]);
    described.sort();
    routes.sort();
    assert_eq!(described, routes);
}
