//! What a business says it lost of its sales: those of another week, less those of the week that the
//! outage began. The other one is its best week in the month of the outage and the month before, or
//! the week before. Weeks begin on the weekday of the outage; in the Kakao case, on Saturday.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::cases::Case;
use crate::claims::losses::LossMethod;
use crate::error::{Error, Fault};
use crate::input::{self, Amount, Faults, Field, Fields, Krw};
use crate::law;

/// Days of a week.
pub const DAYS: usize = 7;

/// The weeks that are compared, each by its first day.
#[derive(Debug, PartialEq, Eq)]
pub struct Weeks {
    /// That of the outage.
    pub outage: NaiveDate,
    /// Those of which the best one counts: whole weeks of the two months that the outage does not
    /// touch.
    pub others: Vec<NaiveDate>,
}

/// Last day of the week that begins on that day.
pub fn last(first: NaiveDate) -> NaiveDate {
    first + Days::new(DAYS as u64 - 1)
}

impl Weeks {
    pub fn of(case: &Case) -> Self {
        let day = law::day_in_korea;
        Self::around(day(case.incident_from), day(case.incident_until))
    }

    fn around(outage: NaiveDate, over: NaiveDate) -> Self {
        let month = outage.with_day(1).expect("a month has a first day");
        let (begin, end) = (month - Months::new(1), month + Months::new(1));
        let before = (outage - begin).num_days().cast_unsigned() / DAYS as u64;
        let first = outage - Days::new(before * DAYS as u64);
        let weeks = first.iter_weeks().take_while(|week| last(*week) < end);
        let calm = |week: &NaiveDate| last(*week) < outage || *week > over.max(last(outage));
        Self {
            outage,
            others: weeks.filter(calm).collect(),
        }
    }

    /// The week before that of the outage.
    pub fn before(&self) -> NaiveDate {
        self.outage - Days::new(DAYS as u64)
    }
}

/// The sales of a week as typed: their sum, or those of each day.
#[derive(Deserialize, ToSchema, Default, Clone)]
#[serde(deny_unknown_fields)]
pub struct WeekInput {
    /// First day of the week; of the best week it is needed.
    #[serde(default)]
    pub from_on: Option<String>,
    /// Sales of the whole week, whole KRW.
    #[serde(default)]
    pub sales_krw: Option<Amount>,
    /// Sales of each of the seven days; one without an amount sold nothing.
    #[serde(default)]
    pub days_krw: Option<Vec<Option<Amount>>>,
}

/// The sales of two weeks.
#[derive(Deserialize, ToSchema, Default, Clone)]
#[serde(deny_unknown_fields)]
pub struct WeeksInput {
    /// The week that the outage began.
    #[serde(default)]
    pub outage: WeekInput,
    /// The best week or the week before, as the method says.
    #[serde(default)]
    pub compared: WeekInput,
}

/// The sales of a week.
#[derive(Serialize, Deserialize, ToSchema, Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// First day of the week.
    pub from_on: NaiveDate,
    /// Sales of the whole week, whole KRW.
    pub sales_krw: Krw,
    /// Sales of each day, where they were stated by the day.
    pub days_krw: Option<Vec<Krw>>,
}

/// The sales of two weeks, of which the difference is what was lost.
#[derive(Serialize, Deserialize, ToSchema, Debug, Clone, PartialEq, Eq)]
pub struct ComparedWeeks {
    /// The week that the outage began.
    pub outage: Week,
    /// The best week or the week before, as the method says.
    pub compared: Week,
}

impl ComparedWeeks {
    /// What was lost.
    pub fn difference(&self) -> Krw {
        self.compared.sales_krw - self.outage.sales_krw
    }
}

impl WeekInput {
    /// Sum and days. Faults are of `{name}.sales_krw`, or of `{name}.days_krw[0]` to `[6]`.
    pub fn sales(&self, name: &str, faults: &mut Faults) -> Field<(Krw, Option<Vec<Krw>>)> {
        let whole = format!("{name}.sales_krw");
        let sum = self.sales_krw.as_ref();
        let sum = sum.map(|typed| Krw::parse_from_nothing(&whole, typed));
        let sum = faults.take(sum.transpose());
        let mut days = Field::given(None);
        if let Some(typed) = &self.days_krw {
            let field = format!("{name}.days_krw");
            faults.demand(typed.len() == DAYS, &field, "seven-days");
            days = Field::given(Some(Vec::new()));
            for (n, typed) in typed.iter().enumerate() {
                let field = format!("{field}[{n}]");
                let day = typed
                    .as_ref()
                    .map_or(Ok(Krw(0)), |typed| Krw::parse_from_nothing(&field, typed));
                let both = (days, faults.take(day)).together();
                days = both.map(|(days, day): (Option<Vec<Krw>>, Krw)| {
                    Some(days.into_iter().flatten().chain([day]).collect())
                });
            }
        }
        if let (Some(sum), Some(days)) = (sum.get(), days.get()) {
            match (sum, days) {
                (None, None) => faults.demand(false, &whole, "missing"),
                (Some(sum), Some(days)) => {
                    faults.demand(
                        days.iter().copied().sum::<Krw>() == *sum,
                        &whole,
                        "week-sum",
                    );
                }
                _ => {}
            }
        }
        (sum, days).together().map(|(sum, days)| {
            let daily = || days.iter().flatten().copied().sum();
            (sum.unwrap_or_else(daily), days)
        })
    }

    /// The first day, which has to be one of those; where there is no choice it may be left out.
    fn first(&self, name: &str, among: &[NaiveDate], faults: &mut Faults) -> Field<NaiveDate> {
        let field = format!("{name}.from_on");
        let typed = faults.optional(self.from_on.as_deref(), |typed| input::date(&field, typed));
        if let Some(day) = typed.get() {
            match day {
                None => faults.demand(among.len() == 1, &field, "missing"),
                Some(day) if among.contains(day) => {}
                Some(_) => {
                    let days: Vec<String> = among.iter().map(ToString::to_string).collect();
                    faults.add(Fault::new(&field, "week-unknown").with("days", days.join(", ")));
                }
            }
        }
        typed.map(|day| day.or(among.first().copied()).unwrap_or_default())
    }

    fn week(&self, name: &str, among: &[NaiveDate], faults: &mut Faults) -> Field<Week> {
        let first = self.first(name, among, faults);
        let sales = self.sales(name, faults);
        let both = (first, sales).together();
        both.map(|(from_on, (sales_krw, days_krw))| Week {
            from_on,
            sales_krw,
            days_krw,
        })
    }
}

impl WeeksInput {
    /// Compares the week of the outage with the other one.
    ///
    /// # Errors
    /// `Invalid` with the fields that are wrong, or where the other week was no better.
    pub fn compare(&self, method: LossMethod, weeks: &Weeks) -> Result<ComparedWeeks, Error> {
        let mut faults = Faults::default();
        let outage = &[weeks.outage];
        let outage = self.outage.week("weeks.outage", outage, &mut faults);
        let before = [weeks.before()];
        let among = match method {
            LossMethod::WeekBefore => &before[..],
            _ => &weeks.others,
        };
        let compared = self.compared.week("weeks.compared", among, &mut faults);
        let (outage, compared) = faults.finish((outage, compared))?;
        lost(outage.sales_krw, compared.sales_krw)?;
        Ok(ComparedWeeks { outage, compared })
    }
}

/// What was lost, where the week of the outage sold so much and the other one so much.
///
/// # Errors
/// `Invalid` where the other week sold no more.
pub fn lost(outage: Krw, compared: Krw) -> Result<Krw, Error> {
    let lost = compared - outage;
    let code = match lost.0 {
        ..=0 => "no-difference",
        1..=Krw::MOST => return Ok(lost),
        _ => "amount",
    };
    Err(Error::invalid("weeks.compared.sales_krw", code))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2022, month, day).unwrap()
    }

    fn kakao() -> Weeks {
        Weeks::around(day(10, 15), day(10, 20))
    }

    #[test]
    fn the_kakao_week_is_compared_with_whole_weeks_of_september_and_october() {
        let weeks = kakao();
        assert_eq!(
            (weeks.outage, last(weeks.outage)),
            (day(10, 15), day(10, 21))
        );
        let firsts = [
            (9, 3),
            (9, 10),
            (9, 17),
            (9, 24),
            (10, 1),
            (10, 8),
            (10, 22),
        ];
        assert_eq!(weeks.others, firsts.map(|(m, d)| day(m, d)));
        assert_eq!(weeks.before(), day(10, 8));
    }

    #[test]
    fn a_week_that_a_long_outage_touches_is_none_to_compare_with() {
        let weeks = Weeks::around(day(10, 1), day(10, 9));
        let firsts = [(9, 3), (9, 10), (9, 17), (9, 24), (10, 15), (10, 22)];
        assert_eq!(weeks.others, firsts.map(|(m, d)| day(m, d)));
    }

    fn of_week(sum: &str) -> WeekInput {
        WeekInput {
            sales_krw: Some(sum.into()),
            ..WeekInput::default()
        }
    }

    fn of_days(days: &[&str]) -> WeekInput {
        let typed = |day: &&str| (!day.is_empty()).then(|| Amount::from(*day));
        WeekInput {
            days_krw: Some(days.iter().map(typed).collect()),
            ..WeekInput::default()
        }
    }

    fn compare(
        outage: WeekInput,
        compared: WeekInput,
        method: LossMethod,
    ) -> Result<ComparedWeeks, Vec<(String, &'static str)>> {
        match (WeeksInput { outage, compared }).compare(method, &kakao()) {
            Ok(weeks) => Ok(weeks),
            Err(Error::Invalid(faults)) => Err(faults
                .into_iter()
                .map(|fault| (fault.field, fault.code))
                .collect()),
            other => panic!("{other:?}"),
        }
    }

    fn begun(from_on: &str, week: WeekInput) -> WeekInput {
        WeekInput {
            from_on: Some(from_on.into()),
            ..week
        }
    }

    #[test]
    fn the_difference_is_in_whole_won_by_the_week_or_by_the_day() {
        let outage = || of_days(&["10만", "", "", "50,000", "0", "", "1원"]);
        let best = || begun("2022-09-24", of_week("2,200,000원"));
        let compared = compare(outage(), best(), LossMethod::OutageWeek).unwrap();
        assert_eq!(compared.difference(), Krw(2_049_999));
        assert_eq!(compared.compared.from_on, day(9, 24));
        let days = compared.outage.days_krw.unwrap();
        assert_eq!(
            (days.len(), days[3], days[1]),
            (DAYS, Krw(50_000), Krw(0)),
            "a day without sales is a day"
        );
        let ones = of_days(&["1"; DAYS]);
        let compared = compare(of_week("0"), ones, LossMethod::WeekBefore).unwrap();
        assert_eq!(
            (compared.difference(), compared.compared.from_on),
            (Krw(7), day(10, 8)),
            "the week before is no choice"
        );
    }

    #[test]
    fn what_is_wrong_is_named_by_its_field() {
        let refused = |outage, compared, method| compare(outage, compared, method).unwrap_err();
        let named = |faults: &[(&str, &'static str)]| -> Vec<(String, &'static str)> {
            let named = |(field, code): &(&str, _)| (format!("weeks.{field}"), *code);
            faults.iter().map(named).collect()
        };
        let (best, before) = (LossMethod::OutageWeek, LossMethod::WeekBefore);
        assert_eq!(
            refused(WeekInput::default(), WeekInput::default(), best),
            named(&[
                ("outage.sales_krw", "missing"),
                ("compared.from_on", "missing"),
                ("compared.sales_krw", "missing")
            ])
        );
        let twice = WeekInput {
            sales_krw: Some("8".into()),
            ..of_days(&["1"; DAYS])
        };
        assert_eq!(
            refused(of_week("1"), twice, before),
            named(&[("compared.sales_krw", "week-sum")])
        );
        let wrong = of_days(&["", "", "약 3만", "", "", "", ""]);
        assert_eq!(
            refused(wrong, of_week("9"), before),
            named(&[("outage.days_krw[2]", "amount-from-nothing")])
        );
        assert_eq!(
            refused(of_days(&["1"]), of_week("9"), before),
            named(&[("outage.days_krw", "seven-days")])
        );
        assert_eq!(
            refused(of_week("5"), of_week("5"), before),
            named(&[("compared.sales_krw", "no-difference")])
        );
        for (first, method) in [
            ("2022-10-15", best),
            ("2022-09-25", best),
            ("2022-09-24", before),
        ] {
            assert_eq!(
                refused(of_week("5"), begun(first, of_week("6")), method),
                named(&[("compared.from_on", "week-unknown")]),
                "{first}"
            );
        }
        assert_eq!(
            refused(begun("2022-10-08", of_week("5")), of_week("6"), before),
            named(&[("outage.from_on", "week-unknown")])
        );
        let most = of_days(&["1조"; DAYS]);
        assert_eq!(
            refused(of_week("1조"), most, before),
            named(&[("compared.sales_krw", "amount")])
        );
    }
}
