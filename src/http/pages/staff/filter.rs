//! The filter of claims as people choose it, in the table and for an export.

use chrono::{DateTime, Duration, Utc};

use crate::cases::{Case, OptionKind};
use crate::claims::{Filter, Region, Status};
use crate::error::{Error, Fault};
use crate::http::pages::form::Fields;
use crate::http::pages::layout::Layout;
use crate::input::{self, Faults, Time};
use crate::law::day_begins_in_korea;

/// The fields of a filter.
pub const FIELDS: [&str; 8] = [
    "status",
    "region",
    "industry",
    "service",
    "lacking",
    "submitted_from",
    "submitted_until",
    "silent_since",
];

/// The fields that are filled in.
pub fn given(fields: &Fields) -> impl Iterator<Item = (&str, &str)> {
    let named: [&str; 8] = FIELDS;
    let filled = named.into_iter().map(|name| (name, fields.value(name)));
    filled.filter(|(_, value)| !value.is_empty())
}

/// The filter that the fields mean. Days are Korean ones, the last one included; so are hours, which
/// the dashboard asks for.
///
/// # Errors
/// `Invalid` with every fault.
pub fn of(fields: &Fields) -> Result<Filter, Error> {
    let mut faults = Faults::default();
    let text = |name| Some(fields.value(name)).filter(|value| !value.is_empty());
    let status = faults.optional(text("status"), |code| {
        code.parse::<Status>()
            .map_err(|_| Fault::new("status", "choice-missing"))
    });
    let region = faults.optional(text("region"), |code| {
        code.parse::<Region>()
            .map_err(|_| Fault::new("region", "choice-missing"))
    });
    let from = faults.optional(text("submitted_from"), |typed| {
        let (begin, _) = span("submitted_from", typed)?;
        time("submitted_from", Some(begin))
    });
    let until = faults.optional(text("submitted_until"), |typed| {
        let (begin, long) = span("submitted_until", typed)?;
        time("submitted_until", begin.checked_add_signed(long))
    });
    let since = faults.optional(text("silent_since"), |typed| {
        let (begin, _) = span("silent_since", typed)?;
        time("silent_since", Some(begin))
    });
    let (status, region, submitted_from, submitted_until, silent_since) =
        faults.finish((status, region, from, until, since))?;
    Ok(Filter {
        status,
        region,
        industry: text("industry").map(Into::into),
        service: text("service").map(Into::into),
        lacking: text("lacking").map(Into::into),
        submitted_from,
        submitted_until,
        silent_since,
    })
}

/// When a day (`2026-11-28`) or an hour of it (`2026-11-28T14`) begins, and how long it is.
fn span(field: &str, typed: &str) -> Result<(DateTime<Utc>, Duration), Fault> {
    let hour = typed.split_once('T').and_then(|(day, hour)| {
        let hour: i64 = hour.parse().ok().filter(|hour| (0..24).contains(hour))?;
        Some((day, hour))
    });
    let (day, hour) = hour.map_or((typed, None), |(day, hour)| (day, Some(hour)));
    let begins = day_begins_in_korea(input::date(field, day)?);
    Ok(match hour {
        Some(hour) => (begins + Duration::hours(hour), Duration::hours(1)),
        None => (begins, Duration::days(1)),
    })
}

fn time(field: &str, at: Option<DateTime<Utc>>) -> Result<Time, Fault> {
    let time = at.and_then(Time::new);
    time.ok_or_else(|| Fault::new(field, "time-range"))
}

/// On a page the fields of a filter stand by themselves.
pub fn fault_of_page(error: Error) -> Error {
    let by_itself = |fault: Fault| match fault.field.strip_prefix("filter.") {
        Some(field) => Fault {
            field: field.into(),
            ..fault
        },
        None => fault,
    };
    match error {
        Error::Invalid(faults) => Error::Invalid(faults.into_iter().map(by_itself).collect()),
        other => other,
    }
}

/// What can be chosen: pairs of a code and its words.
pub struct Choices {
    pub statuses: Vec<(String, String)>,
    pub regions: Vec<(String, String)>,
    pub industries: Vec<(String, String)>,
    pub services: Vec<(String, String)>,
    pub kinds: Vec<(String, String)>,
}

impl Choices {
    pub fn of(l: &Layout, case: &Case) -> Self {
        let options = |kind| {
            let of_kind = case
                .options
                .iter()
                .filter(move |option| option.kind == kind);
            of_kind
                .map(|option| (option.code.clone(), l.both(&option.name).to_owned()))
                .collect()
        };
        let code = |prefix, code: &str| (code.to_owned(), l.of(prefix, code));
        // a draft is its claimant's alone
        let handed_in = Status::ALL
            .iter()
            .filter(|status| **status != Status::Draft);
        Self {
            statuses: handed_in
                .map(|status| code("staff-status", status.as_str()))
                .collect(),
            regions: Region::ALL
                .iter()
                .map(|region| code("region", region.as_str()))
                .collect(),
            industries: options(OptionKind::Industry),
            services: options(OptionKind::Service),
            kinds: options(OptionKind::Evidence),
        }
    }
}

/// The fields of a filter that is stored, its times as they are.
pub fn stored(l: &Layout, filter: &Filter) -> Vec<(&'static str, String)> {
    let time = |time: &Option<Time>| time.as_ref().map(|time| l.time(&time.utc()));
    let values: [Option<String>; 8] = [
        filter.status.map(|status| status.as_str().into()),
        filter.region.map(|region| region.as_str().into()),
        filter.industry.clone(),
        filter.service.clone(),
        filter.lacking.clone(),
        time(&filter.submitted_from),
        time(&filter.submitted_until),
        time(&filter.silent_since),
    ];
    let named = FIELDS.into_iter().zip(values);
    named
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
}

/// A filter in words, line by line.
pub fn said<'f>(
    l: &Layout,
    given: impl Iterator<Item = (&'f str, &'f str)>,
    choices: &Choices,
) -> Vec<(String, String)> {
    let words = |name: &str, value: &str| {
        let list = match name {
            "status" => &choices.statuses,
            "region" => &choices.regions,
            "industry" => &choices.industries,
            "service" => &choices.services,
            "lacking" => &choices.kinds,
            _ => return value.to_owned(),
        };
        let choice = list.iter().find(|(code, _)| code == value);
        choice.map_or(value, |(_, words)| words).to_owned()
    };
    given
        .map(|(name, value)| (l.of("staff-filter", name), words(name, value)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_is_included() {
        let day = [
            ("submitted_from", "2022-10-15"),
            ("submitted_until", "2022-10-15"),
        ];
        let filter = of(&Fields::of_test(&day)).unwrap();
        let times = [filter.submitted_from, filter.submitted_until]
            .map(|time| time.unwrap().utc().to_rfc3339());
        assert_eq!(
            times,
            ["2022-10-14T15:00:00+00:00", "2022-10-15T15:00:00+00:00"]
        );
    }

    #[test]
    fn an_hour_is_one_of_korea_and_lasts_to_its_end() {
        let hour = [
            ("submitted_from", "2022-10-15T00"),
            ("submitted_until", "2022-10-15T23"),
        ];
        let filter = of(&Fields::of_test(&hour)).unwrap();
        let times = [filter.submitted_from, filter.submitted_until]
            .map(|time| time.unwrap().utc().to_rfc3339());
        assert_eq!(
            times,
            ["2022-10-14T15:00:00+00:00", "2022-10-15T15:00:00+00:00"]
        );
        for wrong in ["2022-10-15T24", "2022-10-15T", "T14", "2022-10-15T14:30"] {
            assert!(
                of(&Fields::of_test(&[("submitted_until", wrong)])).is_err(),
                "{wrong}"
            );
        }
    }

    #[test]
    fn what_is_not_chosen_does_not_narrow() {
        let fields_of_page = Fields::of_test(&[("status", ""), ("order", "newest")]);
        assert!(given(&fields_of_page).next().is_none());
        assert!(
            of(&Fields::of_test(&[("status", "")]))
                .unwrap()
                .status
                .is_none()
        );
        assert!(
            of(&Fields::of_test(&[
                ("status", "gone"),
                ("submitted_from", "soon")
            ]))
            .is_err()
        );
    }
}
