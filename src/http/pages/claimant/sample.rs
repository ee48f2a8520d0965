//! Somebody's claim, for the tests that render pages without a database.

use chrono::{DateTime, NaiveDate, Utc};

use crate::cases::{Bilingual, Case, CaseOption, Instance, OptionKind};
use crate::claims::losses::{Loss, LossClass, LossKind, LossMethod};
use crate::claims::{Claim, Party, Status};
use crate::http::pages::layout::Layout;
use crate::ids::{CaseId, ClaimId, LossId};
use crate::input::Krw;
use crate::role::Role;
use crate::text::Language;

pub fn at() -> DateTime<Utc> {
    "2026-11-28T03:00:00Z".parse().expect("a time")
}

pub fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 10, day).expect("a day")
}

pub fn layout(language: Language) -> Layout {
    Layout {
        language,
        role: Some(Role::Claimant),
        session: None,
        signed_in: true,
        at: "/claims".into(),
        form_token: "token".into(),
        once: "once".into(),
    }
}

pub fn claim(status: Status) -> Claim {
    Claim {
        id: ClaimId::new(),
        case: CaseId::new(),
        number: (status != Status::Draft).then(|| "KKO-000123-A".into()),
        status,
        party: Party::Person,
        identity: None,
        hints: Vec::new(),
        address_hidden: false,
        businesses: Vec::new(),
        services: Vec::new(),
        total_krw: Krw(1_200_000),
        version: 1,
        created_at: at(),
        updated_at: at(),
        submitted_at: None,
    }
}

pub fn loss(class: LossClass) -> Loss {
    Loss {
        id: LossId::new(),
        kind: LossKind::Sales,
        class,
        method: Some(LossMethod::Estimate),
        weeks: None,
        amount_krw: Krw(1_200_000),
        implausible: false,
        assessed: None,
        from_on: day(15),
        until_on: day(19),
        service: None,
        business: None,
        form: None,
        release: None,
        release_terms: None,
        note: Some("<b>주말</b> 예약".into()),
        basis: None,
        hints: Vec::new(),
        created_at: at(),
    }
}

pub fn both(ko: &str, en: &str) -> Bilingual {
    Bilingual {
        ko: ko.into(),
        en: en.into(),
    }
}

pub fn case() -> Case {
    let evidence = |code: &str, required| CaseOption {
        name: both("이용 증빙", "Proof of use"),
        hint: both("화면", "A screen"),
        required,
        ..CaseOption::of_test(OptionKind::Evidence, code)
    };
    Case {
        id: CaseId::new(),
        code: "sample".into(),
        number_prefix: "KKO".into(),
        title: both("사건", "A case"),
        summary: both("", ""),
        defendant: both("", ""),
        incident_from: "2022-10-15T06:30:00Z".parse().expect("a time"),
        incident_until: "2022-10-20T14:00:00Z".parse().expect("a time"),
        limitation_on: day(15),
        intake_opens: at(),
        intake_closes: at(),
        demo: true,
        instance: Instance::First,
        needed_powers: Vec::new(),
        identification: vec!["mail_code".into()],
        options: vec![evidence("use", true), evidence("other", false)],
    }
}
