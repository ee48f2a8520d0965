//! What was lost, as merchants tell it: how an amount is arrived at, what is asked back, what was
//! received, and what the firm takes it to be.

use serde_json::{Value, json};

use crate::harness::caller::{Answer, Caller};
use crate::harness::claims::{
    assessment_body, claim_body, evidence_body, loss_body, received_body,
};
use crate::harness::cluster::CASE;
use crate::harness::server::App;

/// A merchant who has begun a claim, with everything but losses.
struct Merchant {
    caller: Caller,
    claim: String,
}

impl Merchant {
    fn new(app: &App, email: &str) -> Self {
        let caller = app.claimant(email);
        let begun = caller.post(&format!("/api/v1/cases/{CASE}/claims"), claim_body());
        let claim = begun.id();
        for kind in ["service-use", "sales-loss"] {
            let file = evidence_body(kind, &format!("{claim} {kind}"));
            caller
                .post(&format!("/api/v1/claims/{claim}/evidence"), file)
                .id();
        }
        caller.consent(&claim, "김하늘");
        Self { caller, claim }
    }

    fn path(&self, below: &str) -> String {
        format!("/api/v1/claims/{}{below}", self.claim)
    }

    fn states(&self, loss: &Value) -> Answer {
        self.caller.post(&self.path("/losses"), loss.clone())
    }

    fn submits(&self) -> Answer {
        self.caller.post(&self.path("/submission"), json!({}))
    }

    fn losses(&self) -> Value {
        self.caller.get(&self.path("/losses")).json()
    }

    fn total(&self) -> Value {
        self.caller.get(&self.path("")).json()["total_krw"].clone()
    }
}

/// What a field is refused for.
fn faults(answer: &Answer) -> Vec<(String, String)> {
    assert_eq!(answer.status, 422, "{}", answer.text());
    answer.faults()
}

fn fault(field: &str, code: &str) -> Vec<(String, String)> {
    vec![(field.into(), code.into())]
}

/// A loss without some fields, and with others.
fn with(mut body: Value, changes: Value) -> Value {
    for (field, value) in changes.as_object().expect("fields") {
        body[field] = value.clone();
    }
    body
}

#[test]
fn a_nail_shop_has_its_week_computed() {
    let app = App::start();
    let merchant = Merchant::new(&app, "nail@example.com");
    // she knows what came in on each day of the outage week, and the sum of a good week
    let week = json!({
        "kind": "sales", "class": "special", "method": "outage_week", "service": "talk-channel",
        "basis": "예약제로 운영한다고 적었습니다",
        "weeks": {
            "outage": {"days_krw": ["20만", null, 0, "100,000", null, null, null]},
            "compared": {"from_on": "2022년 9월 24일", "sales_krw": "1,500,000원"},
        },
    });
    merchant.states(&week).id();
    let kept = merchant.losses()[0].clone();
    assert_eq!(
        kept["weeks"],
        json!({
            "outage": {"from_on": "2022-10-15", "sales_krw": 300_000,
                       "days_krw": [200_000, 0, 0, 100_000, 0, 0, 0]},
            "compared": {"from_on": "2022-09-24", "sales_krw": 1_500_000, "days_krw": null},
        })
    );
    let of = |field: &str| kept[field].clone();
    assert_eq!(
        (of("amount_krw"), of("from_on"), of("until_on")),
        (json!(1_200_000), json!("2022-10-15"), json!("2022-10-21")),
        "the days are those of the outage week"
    );
    assert_eq!(
        (of("method"), of("service"), of("implausible")),
        (json!("outage_week"), json!("talk-channel"), json!(false))
    );
    // an amount of her own is not the difference: she is told which one it is
    let rounded = with(week.clone(), json!({"amount_krw": 1_250_000}));
    let refused = merchant.states(&rounded);
    assert_eq!(faults(&refused), fault("amount_krw", "amount-differs"));
    assert!(refused.text().contains("1,200,000"), "{}", refused.text());
    merchant
        .states(&with(week.clone(), json!({"amount_krw": "120만원"})))
        .id();
    // against the week before, which nobody has to name
    let before = json!({"outage": {"sales_krw": 300_000}, "compared": {"sales_krw": 900_000}});
    let before = with(week, json!({"method": "week_before", "weeks": before}));
    merchant.states(&before).id();
    let kept = merchant.losses()[2].clone();
    assert_eq!(
        (&kept["amount_krw"], &kept["weeks"]["compared"]["from_on"]),
        (&json!(600_000), &json!("2022-10-08"))
    );
    assert_eq!(merchant.total(), 3_000_000);
    // what the weeks sold is hers, and nobody reads it in the database
    let sealed = app.rows();
    assert!(!sealed.contains("days_krw") && !sealed.contains("1500000"));
    app.database.intact();
}

#[test]
fn each_head_takes_what_is_true_of_it() {
    let app = App::start();
    let merchant = Merchant::new(&app, "ads@example.com");
    // advertising is paid for before it is worthless, and so are channel friends
    for kind in ["advertising", "channel_friends"] {
        let paid = json!({"kind": kind, "method": "invoices", "from_on": "2022-10-01", "until_on": "2022-10-14"});
        merchant.states(&with(loss_body(), paid)).id();
    }
    let early = with(loss_body(), json!({"from_on": "2022-10-01"}));
    assert_eq!(
        faults(&merchant.states(&early)),
        fault("from_on", "before-incident")
    );
    for (changes, refused) in [
        (
            json!({"method": "invoices"}),
            fault("method", "method-of-kind"),
        ),
        (
            json!({"kind": "distress", "method": "invoices"}),
            fault("method", "method-of-kind"),
        ),
        (
            json!({"kind": "refunds", "method": "week_before"}),
            vec![
                ("method".into(), "method-of-kind".into()),
                ("weeks.compared.sales_krw".into(), "missing".into()),
                ("weeks.outage.sales_krw".into(), "missing".into()),
            ],
        ),
        (json!({"weeks": {}}), fault("weeks", "weeks-not-asked")),
        (json!({"amount_krw": null}), fault("amount_krw", "missing")),
        (json!({"until_on": null}), fault("until_on", "missing")),
        (json!({"service": "tango"}), fault("service", "not-of-case")),
        (json!({"form": "money"}), fault("form", "received-only")),
        (
            json!({"release": "none"}),
            fault("release", "received-only"),
        ),
        (
            json!({"release_terms": "합의서에 서명했습니다"}),
            fault("release_terms", "received-only"),
        ),
    ] {
        let answer = merchant.states(&with(loss_body(), changes.clone()));
        assert_eq!(faults(&answer), refused, "{changes}");
    }
    let unknown = merchant.states(&with(loss_body(), json!({"method": "by_heart"})));
    assert_eq!(unknown.faults(), fault("method", "unknown-value"));
    let twice = json!({"weeks": {"outage": {"sales": 1}}});
    let twice = merchant.states(&with(loss_body(), twice));
    assert_eq!(twice.faults(), fault("weeks.outage.sales", "unknown-field"));
    app.database.intact();
}

#[test]
fn three_zeros_too_many_are_asked_back_and_bend_no_figure() {
    let app = App::start();
    for n in 0..4 {
        let other = Merchant::new(&app, &format!("merchant-{n}@example.com"));
        other.states(&loss_body()).id();
        other.submits().is(204);
    }
    let merchant = Merchant::new(&app, "zeros@example.com");
    let typed = with(loss_body(), json!({"amount_krw": "1,200,000,000원"}));
    let asked = merchant.states(&typed);
    assert_eq!(faults(&asked), fault("amount_krw", "amount-implausible"));
    let words = asked.text();
    assert!(
        words.contains("Is the amount right?") && words.contains("confirmed_amount"),
        "{words}"
    );
    assert_eq!(merchant.losses(), json!([]), "nothing was taken");
    let confirmed = with(typed, json!({"confirmed_amount": true}));
    let loss = merchant.states(&confirmed).id();
    assert_eq!(merchant.losses()[0]["implausible"], true);
    assert_eq!(merchant.total(), 1_200_000_000_i64, "it is what she stated");
    merchant.submits().is(204);

    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let figures = || {
        let figures = lawyer.get(&format!("/api/v1/cases/{CASE}/statistics"));
        let figures = figures.json();
        ["claims", "total_krw", "left_out"].map(|field| figures[field].as_i64().expect("a number"))
    };
    assert_eq!(figures(), [5, 4_800_000, 1], "it is in no sum");
    // assessments take their place in fives, as claims do
    let assesses = |amount: u64| {
        let body = with(assessment_body(), json!({"amount_krw": amount}));
        lawyer
            .post(&format!("/api/v1/losses/{loss}/assessments"), body)
            .id();
    };
    (0..4).for_each(|_| assesses(900_000));
    assert_eq!(figures(), [5, 4_800_000, 1]);
    assesses(1_200_000);
    assert_eq!(figures(), [5, 6_000_000, 0], "the newest counts");
    app.database.intact();
}

#[test]
fn many_likely_amounts_make_an_unlikely_sum() {
    let app = App::start();
    let merchant = Merchant::new(&app, "many@example.com");
    let large = with(loss_body(), json!({"amount_krw": 90_000_000}));
    let first = merchant.states(&large).id();
    merchant.states(&large).id();
    let third = merchant.states(&large);
    assert_eq!(faults(&third), fault("amount_krw", "sum-implausible"));
    // in the place of another it is one of two
    let replaced = format!("/api/v1/losses/{first}/replacements");
    merchant.caller.post(&replaced, large.clone()).id();
    // compensation makes no sum larger
    let received = with(received_body(), json!({"amount_krw": 9_000_000}));
    merchant.states(&received).id();
    let confirmed = with(large, json!({"confirmed_amount": true}));
    merchant.states(&confirmed).id();
    // and what comes after it is not asked about because of it
    merchant.states(&loss_body()).id();
    let flagged: Vec<Value> = merchant
        .losses()
        .as_array()
        .expect("a list")
        .iter()
        .map(|loss| loss["implausible"].clone())
        .collect();
    assert_eq!(flagged, [false, false, false, true, false]);
    app.database.intact();
}

#[test]
fn somebody_claims_distress_and_nothing_else() {
    let app = App::start();
    let merchant = Merchant::new(&app, "distress@example.com");
    let distress = json!({
        "kind": "distress", "class": "special", "method": "estimate", "amount_krw": "50만",
        "from_on": "2022-10-15", "until_on": "2022-10-19",
        "basis": "상담으로 먹고사는 가게임을 알고 있었습니다",
    });
    merchant.states(&distress).id();
    merchant.submits().is(204);
    assert_eq!(merchant.total(), 500_000);
}

#[test]
fn compensation_is_told_with_what_was_signed_away_and_never_turns_a_claim_round() {
    let app = App::start();
    let merchant = Merchant::new(&app, "paid@example.com");
    let bare = json!({"kind": "compensation_received", "class": "ordinary", "method": "invoices"});
    let bare = merchant.states(&with(loss_body(), bare));
    let both = [("form", "choose"), ("release", "choose")];
    assert_eq!(
        faults(&bare),
        both.map(|(field, code)| (field.to_string(), code.to_string()))
    );
    let released = with(
        received_body(),
        json!({"form": "service", "release": "partial"}),
    );
    assert_eq!(
        faults(&merchant.states(&released)),
        fault("release_terms", "missing")
    );
    let terms = "같은 기간의 이용료는 더 청구하지 않기로 하였습니다";
    let released = with(released, json!({"release_terms": terms}));
    merchant.states(&released).id();
    let kept = merchant.losses()[0].clone();
    assert_eq!(
        (&kept["form"], &kept["release"], &kept["release_terms"]),
        (&json!("service"), &json!("partial"), &json!(terms))
    );
    // she lost less than she received
    let lost = with(loss_body(), json!({"amount_krw": 1_000_000}));
    merchant.states(&lost).id();
    assert_eq!(merchant.total(), -200_000);
    let refused = merchant.submits();
    assert_eq!(faults(&refused), fault("losses", "loss-outweighed"));
    merchant.states(&lost).id();
    merchant.submits().is(204);
    // the firm takes one of the losses to be nothing: the claim is worth nothing, and takes nothing
    // from what others lost
    for n in 0..4 {
        let other = Merchant::new(&app, &format!("merchant-{n}@example.com"));
        other.states(&loss_body()).id();
        other.submits().is(204);
    }
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let loss = merchant.losses()[1]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    let nothing = with(assessment_body(), json!({"amount_krw": 0}));
    for _ in 0..5 {
        lawyer
            .post(
                &format!("/api/v1/losses/{loss}/assessments"),
                nothing.clone(),
            )
            .id();
    }
    let figures = lawyer.get(&format!("/api/v1/cases/{CASE}/statistics"));
    assert_eq!(figures.json()["total_krw"], 4_800_000);
    app.database.intact();
}

#[test]
fn the_firm_assesses_lower_and_the_claimant_reads_why() {
    let app = App::start();
    let merchant = Merchant::new(&app, "merchant@example.com");
    let loss = merchant.states(&loss_body()).id();
    let (lawyer, paralegal) = (
        app.assigned("lawyer", "lawyer@example.com"),
        app.assigned("paralegal", "paralegal@example.com"),
    );
    let path = format!("/api/v1/losses/{loss}/assessments");
    assert_eq!(
        lawyer.post(&path, assessment_body()).status,
        404,
        "nobody sees a draft"
    );
    merchant.submits().is(204);
    assert_eq!(merchant.losses()[0]["assessed"], Value::Null);
    let short = with(assessment_body(), json!({"reason": "너무 많음"}));
    assert_eq!(
        faults(&paralegal.post(&path, short)),
        fault("reason", "reason-short")
    );
    let absurd = with(assessment_body(), json!({"amount_krw": "-1"}));
    assert_eq!(
        faults(&paralegal.post(&path, absurd)),
        fault("amount_krw", "amount-from-nothing")
    );
    paralegal.post(&path, assessment_body()).id();
    let why = "들이지 않은 재료비를 뺐습니다";
    let second = json!({"amount_krw": "75만", "reason": why});
    lawyer.post(&path, second).id();
    for seen in [&merchant.caller, &paralegal] {
        let loss = seen.get(&merchant.path("/losses")).json()[0].clone();
        assert_eq!(loss["amount_krw"], 1_200_000, "what was stated stays");
        let assessed = &loss["assessed"];
        assert_eq!(
            (&assessed["amount_krw"], &assessed["reason"]),
            (&json!(750_000), &json!(why)),
            "the newest counts"
        );
        assert!(assessed["by"].as_str().is_some_and(|by| !by.is_empty()));
    }
    let opened = with(
        json!({}),
        json!({"reason": "손해액을 확인합니다", "claims": [merchant.claim]}),
    );
    let disclosure = lawyer
        .post(&format!("/api/v1/cases/{CASE}/disclosures"), opened)
        .id();
    let opened = lawyer.get(&format!("/api/v1/disclosures/{disclosure}/claims"));
    let opened = opened.json()["items"][0]["losses"][0].clone();
    assert_eq!(
        (&opened["assessed"]["amount_krw"], &opened["method"]),
        (&json!(750_000), &json!("estimate"))
    );
    // once it is over nothing is assessed any more
    merchant
        .caller
        .post(&merchant.path("/withdrawal"), json!({}))
        .is(204);
    let late = paralegal.post(&path, assessment_body());
    assert_eq!((late.status, late.code()), (409, "status".into()));
    assert!(!app.rows().contains("재료비"), "the reason is sealed");
    app.database.intact();
    app.database.cli_ok(&["seal"]);
    let log = app.database.cli_ok(&["export", "log"]);
    let entries = log.lines().filter(|line| line.contains("\"loss.assess\""));
    assert_eq!(entries.count(), 2);
}

#[test]
fn the_tables_for_the_court_have_what_was_assessed() {
    let app = App::start();
    let merchant = Merchant::new(&app, "merchant@example.com");
    let loss = merchant
        .states(&with(loss_body(), json!({"service": "alimtalk"})))
        .id();
    let refunds = json!({"kind": "refunds", "method": "invoices", "amount_krw": 300_000});
    merchant.states(&with(loss_body(), refunds)).id();
    merchant
        .states(&with(received_body(), json!({"amount_krw": 100_000})))
        .id();
    let slip = json!({"kind": "other", "amount_krw": 40_000_000, "confirmed_amount": true});
    merchant.states(&with(loss_body(), slip)).id();
    merchant.submits().is(204);
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    lawyer
        .post(
            &format!("/api/v1/losses/{loss}/assessments"),
            assessment_body(),
        )
        .id();
    let asked = json!({"profile": "loss_table", "format": "jsonl", "standing": "any", "reason": "손해액 표를 만듭니다"});
    let export = lawyer
        .post(&format!("/api/v1/cases/{CASE}/exports"), asked)
        .id();
    let file = lawyer.get(&format!("/api/v1/exports/{export}/content"));
    let row: Value =
        serde_json::from_str(file.text().lines().next().expect("a row")).expect("JSON");
    for (column, value) in [
        ("sales_krw", json!(1_200_000)),
        ("distress_krw", json!(0)),
        ("total_krw", json!(41_400_000)),
        ("assessed_total_krw", json!(1_000_000)),
        ("positions_left_out", json!("1")),
        ("loss_services", json!("alimtalk")),
        (
            "loss_methods",
            json!("compensation_received:estimate,other:estimate,refunds:invoices,sales:estimate"),
        ),
        ("compensation_forms", json!("money")),
        ("releases", json!("none")),
    ] {
        assert_eq!(row[column], value, "{column}: {row}");
    }
}

#[test]
fn losses_of_before_are_kept_as_they_were_stated() {
    let app = App::start();
    let merchant = Merchant::new(&app, "before@example.com");
    let stated = [
        loss_body(),
        with(loss_body(), json!({"kind": "distress"})),
        with(received_body(), json!({"amount_krw": 100_000})),
    ];
    stated
        .iter()
        .for_each(|loss| drop(merchant.states(loss).id()));
    merchant.submits().is(204);
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    for decision in ["start", "reject"] {
        let decided = json!({"decision": decision, "note": "자료가 서로 맞지 않습니다"});
        lawyer.post(&merchant.path("/reviews"), decided).id();
    }
    while !app
        .database
        .cli_ok(&["migrate", "--down"])
        .contains("_losses")
    {}
    app.database.cli_ok(&["migrate"]);
    let kept = merchant.losses();
    let kinds: Vec<_> = kept.as_array().expect("a list").iter().collect();
    assert_eq!(
        kinds
            .iter()
            .map(|loss| (loss["kind"].clone(), loss["method"].clone()))
            .collect::<Vec<_>>(),
        ["sales", "other", "compensation_received"].map(|kind| (json!(kind), Value::Null)),
        "a kind of later became another loss on the way back"
    );
    assert_eq!(kept[0]["note"], loss_body()["note"]);
    let claim = "SELECT total_krw || ' ' || plausible_krw || ' ' || implausible || ' ' || (ended_at = updated_at) AS line FROM claim";
    assert_eq!(app.lines(claim), ["2300000 2300000 0 true"]);
    app.database.intact();
}
