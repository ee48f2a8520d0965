//! Tokens that are forged, foreign, out of time or without a session open nothing.

use chrono::{Duration, Utc};
use claimant_registry::http::token::Tokens;

use crate::access::UNKNOWN;
use crate::harness::caller::{Caller, PASSWORD};
use crate::harness::server::App;

#[test]
fn forged_expired_and_foreign_tokens_open_nothing() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let good = claimant.token.clone().unwrap_or_default();
    let with = |token: &str| {
        Caller {
            token: Some(token.into()),
            ..claimant.clone()
        }
        .get("/api/v1/account")
        .status
    };
    assert_eq!(with(&good), 200);
    let (head, tail) = good.rsplit_once('.').expect("a token has three parts");
    let other_server = App::with(&[(
        "TOKEN_KEY",
        "2 4444444444444444444444444444444444444444444444444444444444444444",
    )]);
    assert!(
        other_server.url != app.url,
        "another registry with another key"
    );
    let foreign = other_server
        .claimant("merchant@example.com")
        .token
        .unwrap_or_default();
    for forged in [
        "",
        "x",
        &good[1..],
        head,
        &format!("{head}.{}", tail.chars().rev().collect::<String>()),
        &foreign,
    ] {
        assert_eq!(with(forged), 401, "{forged}");
    }
    claimant.delete("/api/v1/sessions/current").is(204);
    assert_eq!(with(&good), 401, "after signing out");
    let again = claimant.sign_in("merchant@example.com", PASSWORD);
    app.sql("UPDATE session SET expires_at = now()");
    assert_eq!(again.get("/api/v1/account").status, 401, "after its time");
}

#[test]
fn a_token_of_the_right_key_counts_only_for_a_session_and_in_time() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let session = claimant.get("/api/v1/sessions").json()[0]["id"]
        .as_str()
        .unwrap_or_default()
        .parse()
        .expect("an id");
    let (now, hour) = (Utc::now(), Duration::hours(1));
    let (ours, other) = ("http://localhost:8080", "https://registry.example");
    let token = |issuer: &str, session, from, until| {
        Tokens::new(&[0x33; 32], issuer).and_then(|tokens| tokens.make(session, from, until))
    };
    let with = |token: &str| {
        Caller {
            token: Some(token.into()),
            ..claimant.clone()
        }
        .get("/api/v1/account")
    };
    let right = token(ours, session, now, now + hour).expect("it signs");
    assert_eq!(
        with(&right).status,
        200,
        "the forger has the key: what follows fails for its own reason"
    );
    let (_, rest) = right.split_once('.').expect("a token has three parts");
    let (claims, signature) = rest.split_once('.').expect("a token has three parts");
    let unsigned = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0"; // {"alg":"none","typ":"JWT"}
    let shared = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"; // {"alg":"HS256","typ":"JWT"}
    for (what, token) in [
        (
            "expired",
            token(ours, session, now - hour * 2, now - hour).expect("it signs"),
        ),
        (
            "another issuer",
            token(other, session, now, now + hour).expect("it signs"),
        ),
        (
            "no such session",
            token(ours, UNKNOWN.parse().expect("an id"), now, now + hour).expect("it signs"),
        ),
        ("alg none", format!("{unsigned}.{claims}.")),
        ("alg HS256", format!("{shared}.{claims}.{signature}")),
        ("the bare id", session.to_string()),
    ] {
        let answer = with(&token);
        assert_eq!(
            (answer.status, answer.headers["www-authenticate"].as_str()),
            (401, "Bearer"),
            "{what}"
        );
    }
    for header in [format!("Basic {right}"), right.clone(), "Bearer".into()] {
        let answer = app.anybody().send(
            "GET",
            "/api/v1/account",
            &[("authorization", &header)],
            Vec::new(),
        );
        assert_eq!(answer.status, 401, "{header}");
    }
}
