//! The description of the API says what the code says: every code, every limit, every problem.

use std::collections::BTreeMap;

use claimant_registry::accounts::{self, password};
use claimant_registry::cases::notices::NoticeState;
use claimant_registry::cases::{
    IdentificationMethod, Instance, ItemKind, LegalBasis, OptionKind, Power,
};
use claimant_registry::claims::consents::SignatureMethod;
use claimant_registry::claims::evidence::LARGEST;
use claimant_registry::claims::evidence::checks::{EvidenceChannel, EvidenceState, Finding};
use claimant_registry::claims::losses::{
    CompensationForm, LossClass, LossKind, LossMethod, Release,
};
use claimant_registry::claims::signatories::Capacity;
use claimant_registry::claims::staffed::Channel;
use claimant_registry::claims::{MOST_SERVICES, Party, Region, Status};
use claimant_registry::disclosures::{Purpose, SearchField};
use claimant_registry::exports::{DownloadStatus, Format, Profile};
use claimant_registry::input::{Krw, limits};
use claimant_registry::mail::MailKind;
use claimant_registry::mail::unsent::MailState;
use claimant_registry::recoveries::RecoveryOutcome;
use claimant_registry::reviews::Decision;
use claimant_registry::role::Role;
use claimant_registry::text::Language;
use serde_json::{Value, json};

use crate::harness::caller::{Answer, Caller, fresh_key};
use crate::harness::claims::{claim_body, evidence_body, loss_body};
use crate::harness::cluster::CASE;
use crate::harness::routes;
use crate::harness::server::App;

macro_rules! texts {
    ($($kind:ty),+ $(,)?) => {
        BTreeMap::from([$((
            std::any::type_name::<$kind>().rsplit("::").next().expect("a name"),
            <$kind>::ALL.iter().map(|code| json!(code.as_str())).collect::<Vec<Value>>(),
        )),+])
    };
}

#[test]
fn every_enumeration_has_the_texts_that_are_read_and_written() {
    let app = App::start();
    let api = app.anybody().get("/api/openapi.json").json();
    let known = texts![
        CompensationForm,
        Decision,
        DownloadStatus,
        Format,
        accounts::State,
        EvidenceChannel,
        EvidenceState,
        Finding,
        claimant_registry::erasures::Kind,
        Capacity,
        Channel,
        IdentificationMethod,
        Instance,
        ItemKind,
        Language,
        LegalBasis,
        LossClass,
        LossKind,
        LossMethod,
        MailKind,
        MailState,
        NoticeState,
        OptionKind,
        Power,
        Party,
        Profile,
        Purpose,
        RecoveryOutcome,
        Region,
        Release,
        Role,
        SearchField,
        SignatureMethod,
        Status,
    ];
    let schemas = api["components"]["schemas"].as_object().expect("schemas");
    let described: BTreeMap<&str, Vec<Value>> = schemas
        .iter()
        .filter_map(|(name, schema)| Some((name.as_str(), schema["enum"].as_array()?.clone())))
        .collect();
    assert_eq!(described, known);
    let inline = |schema: &Value| schema.to_string().matches("\"enum\"").count();
    let inline: usize = schemas.values().map(inline).sum();
    assert_eq!(inline, described.len(), "none is described a second time");
}

#[test]
fn every_route_names_the_problems_that_it_can_be_answered_with() {
    let app = App::start();
    let api = app.anybody().get("/api/openapi.json").json();
    let mut problems = 0;
    for route in routes::api() {
        let path = route.path.replace(":.*}", "}");
        let operation = &api["paths"][&path][route.method.as_str().to_lowercase()];
        let responses = operation["responses"].as_object().expect("responses");
        let has = |status: &str| responses.contains_key(status);
        let what = format!("{} {path}", route.method);
        let body = operation["requestBody"].is_object();
        assert!(has("400") && has("503") && has("default"), "{what}");
        assert_eq!(
            has("404"),
            path.contains('{') || path == "/log/checkpoint",
            "{what}"
        );
        assert_eq!(has("413") && has("415") && has("408"), body, "{what}");
        assert_eq!(
            has("403"),
            route.roles.is_some_and(|roles| roles.len() < 5),
            "{what}"
        );
        if route.roles.is_some() {
            assert!(has("401"), "{what}");
        }
        if body {
            assert!(has("422") && has("409"), "{what}");
        }
        for (status, response) in responses
            .iter()
            .filter(|(status, _)| !status.starts_with('2'))
        {
            let response = response["$ref"].as_str().map_or(response, |named| {
                let name = named.rsplit('/').next().expect("a name");
                &api["components"]["responses"][name]
            });
            assert_eq!(
                response["content"]["application/problem+json"]["schema"]["$ref"],
                "#/components/schemas/Problem",
                "{what} {status}"
            );
            assert_eq!(
                response["headers"]["Retry-After"].is_object(),
                ["429", "503"].contains(&status.as_str()),
                "{what} {status}"
            );
            problems += 1;
        }
    }
    assert!(problems > 300, "{problems}");
    let edit = &api["paths"]["/api/v1/claims/{claim}"]["put"]["responses"];
    assert!(edit["412"].is_object() && edit["428"].is_object(), "{edit}");
}

/// Where a value is sent, and what the description says of it.
struct Bounded<'a> {
    caller: &'a Caller,
    method: &'static str,
    path: String,
    body: Value,
    /// The field as a JSON pointer, as an answer names it, and its schema.
    at: &'static str,
    field: &'static str,
    schema: &'static str,
    limit: (&'static str, Value),
    /// What is as much as can be, and one more.
    most: Value,
    more: Value,
}

impl Bounded<'_> {
    fn send(&self, value: &Value) -> Answer {
        let mut body = self.body.clone();
        let (object, name) = self.at.rsplit_once('/').expect("a pointer");
        body.pointer_mut(object).expect("it is there")[name] = value.clone();
        let key = fresh_key();
        let mut headers = vec![("idempotency-key", key.as_str())];
        let tag = (self.method == "PUT").then(|| self.caller.get(&self.path));
        if let Some(tag) = tag.as_ref().and_then(|answer| answer.headers.get("etag")) {
            headers.push(("if-match", tag));
        }
        self.caller.json(self.method, &self.path, &headers, body)
    }
}

#[test]
fn as_much_as_the_description_says_is_taken_and_no_more() {
    let app = App::start();
    let api = app.anybody().get("/api/openapi.json").json();
    let claimant = app.claimant("merchant@example.com");
    let administrator = app.staff("administrator", "administrator@example.com");
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let claim = claimant.draft();
    let handed_in = app.claimant("second@example.com").submitted();
    let edit = |at, field, schema, limit, most: usize, letter: &str| Bounded {
        caller: &claimant,
        method: "PUT",
        path: format!("/api/v1/claims/{claim}"),
        body: claim_body(),
        at,
        field,
        schema,
        limit,
        most: json!(letter.repeat(most)),
        more: json!(letter.repeat(most + 1)),
    };
    let create = |caller, path: String, body, at, field, schema, limit, most, more| Bounded {
        caller,
        method: "POST",
        path,
        body,
        at,
        field,
        schema,
        limit,
        most,
        more,
    };
    let length = |most: usize| ("maxLength", json!(most));
    // of several letters: one over and over explains nothing
    let text = |length: usize| {
        json!(
            "가나다라마"
                .chars()
                .cycle()
                .take(length)
                .collect::<String>()
        )
    };
    let words = |most: usize| (text(most), text(most + 1));
    let losses = format!("/api/v1/claims/{claim}/losses");
    // a trillion is asked back everywhere
    let mut confirmed = loss_body();
    confirmed["confirmed_amount"] = json!(true);
    let files = format!("/api/v1/claims/{claim}/evidence");
    let exports = format!("/api/v1/cases/{CASE}/exports");
    let reviews = format!("/api/v1/claims/{handed_in}/reviews");
    let export = json!({"profile": "contact", "format": "csv"});
    let mail = |most: usize| {
        let domain = format!("{}.example.com", vec!["a".repeat(60); 3].join("."));
        json!(format!("{}@{domain}", "k".repeat(most - domain.len() - 1)))
    };
    let staff = json!({"name": "새 직원", "role": "paralegal"});
    let (note, decision) = (words(limits::NOTE), words(limits::DECISION));
    let reason = words(limits::LONGEST_REASON);
    let size = ("maximum", json!(LARGEST));
    let amount = ("maximum", json!(Krw::MOST));
    let name = format!("{}.png", "n".repeat(limits::FILE_NAME - 4));
    let rows = [
        edit(
            "/identity/name",
            "identity.name",
            "IdentityInput",
            length(limits::NAME),
            limits::NAME,
            "김",
        ),
        edit(
            "/identity/address",
            "identity.address",
            "IdentityInput",
            length(limits::ADDRESS),
            limits::ADDRESS,
            "로",
        ),
        create(
            &claimant,
            losses.clone(),
            loss_body(),
            "/note",
            "note",
            "LossInput",
            length(limits::NOTE),
            note.0.clone(),
            note.1.clone(),
        ),
        create(
            &claimant,
            losses.clone(),
            loss_body(),
            "/basis",
            "basis",
            "LossInput",
            length(limits::NOTE),
            note.0,
            note.1,
        ),
        create(
            &claimant,
            losses,
            confirmed,
            "/amount_krw",
            "amount_krw",
            "LossInput",
            amount,
            json!(Krw::MOST),
            json!(Krw::MOST + 1),
        ),
        create(
            &claimant,
            files.clone(),
            evidence_body("other", "size"),
            "/size_bytes",
            "size_bytes",
            "EvidenceInput",
            size,
            json!(LARGEST),
            json!(LARGEST + 1),
        ),
        create(
            &claimant,
            files,
            evidence_body("other", "name"),
            "/file_name",
            "file_name",
            "EvidenceInput",
            length(limits::FILE_NAME),
            json!(name),
            json!(format!("n{name}")),
        ),
        create(
            &lawyer,
            exports,
            export,
            "/reason",
            "reason",
            "ExportInput",
            length(limits::LONGEST_REASON),
            reason.0,
            reason.1,
        ),
        create(
            &lawyer,
            reviews,
            json!({"decision": "start"}),
            "/note",
            "note",
            "ReviewInput",
            length(limits::DECISION),
            decision.0,
            decision.1,
        ),
        create(
            &administrator,
            "/api/v1/staff".into(),
            staff,
            "/email",
            "email",
            "NewStaff",
            length(limits::EMAIL),
            mail(limits::EMAIL),
            mail(limits::EMAIL + 1),
        ),
    ];
    for row in rows {
        let (key, limit) = &row.limit;
        let property = row.at.rsplit('/').next().expect("a name");
        let described = &api["components"]["schemas"][row.schema]["properties"][property];
        // an amount is a number or a text, and a schema of its own
        let amount = &api["components"]["schemas"]["Amount"]["oneOf"][0];
        let described = match described["$ref"].as_str() {
            Some("#/components/schemas/Amount") => &amount[key],
            _ => &described[key],
        };
        assert_eq!(described, limit, "{} {}", row.schema, row.field);
        // first too much, because as much as can be may happen only once
        let refused = row.send(&row.more);
        assert_eq!(refused.status, 422, "{}: {}", row.field, refused.text());
        assert_eq!(refused.faults()[0].0, row.field);
        let taken = row.send(&row.most);
        assert!(
            [201, 204].contains(&taken.status),
            "{}: {}",
            row.field,
            taken.text()
        );
    }
    let schemas = &api["components"]["schemas"];
    let services = &schemas["ClaimInput"]["properties"]["services"]["maxItems"];
    assert_eq!(services, &json!(MOST_SERVICES));
    let new = &schemas["PasswordChange"]["properties"]["new"];
    assert_eq!(
        (&new["minLength"], &new["maxLength"]),
        (&json!(password::SHORTEST), &json!(password::LONGEST))
    );
    let digest = &schemas["EvidenceInput"]["properties"]["sha256"]["pattern"];
    assert_eq!(digest, "^[0-9A-Fa-f]{64}$");
    let parameters = api["paths"]["/api/v1/cases/{case}/claims"]["get"]["parameters"].clone();
    let limit = parameters
        .as_array()
        .expect("a list")
        .iter()
        .find(|one| one["name"] == "limit");
    let limit = &limit.expect("it is there")["schema"];
    assert_eq!(
        (&limit["minimum"], &limit["maximum"]),
        (&json!(1), &json!(limits::PAGE))
    );
}
