//! What a business says it lost of its sales: those of its best week in the month of the outage and
//! the month before, less those of the week that the outage began. Weeks begin on the weekday of
//! the outage; in the Kakao case, on Saturday.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::cases::Case;
use crate::error::{Error, Fault};
use crate::input::{Amount, Faults, Field, Fields, Krw};
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
}

/// The sales of a week as typed: their sum, or those of each day.
#[derive(Default)]
pub struct Sales {
    pub week: String,
    /// A day that is left out sold nothing.
    pub days: [String; DAYS],
}

/// What was sold in the best week, and in the week of the outage.
#[derive(Debug, PartialEq, Eq)]
pub struct Compared {
    pub best: Krw,
    pub outage: Krw,
}

impl Compared {
    /// What was lost.
    pub fn difference(&self) -> Krw {
        self.best + -self.outage
    }
}

impl Sales {
    /// The sum. Faults are of `{name}.week`, or of `{name}.1` to `{name}.7`.
    fn sum(&self, name: &str, faults: &mut Faults) -> Field<Krw> {
        let field = format!("{name}.week");
        let read = |field: &str, typed: &str| {
            Krw::parse_from_nothing(field, &Amount::from(typed)).map(Some)
        };
        let typed = |text: &String| !text.trim().is_empty();
        let mut daily = Field::given(None);
        for (n, day) in self.days.iter().enumerate().filter(|(_, day)| typed(day)) {
            let day = faults.take(read(&format!("{name}.{}", n + 1), day));
            daily = (daily, day)
                .together()
                .map(|(sum, day): (Option<Krw>, _)| day.map(|day| sum.unwrap_or_default() + day));
        }
        let week = if typed(&self.week) {
            faults.take(read(&field, &self.week))
        } else {
            Field::given(None)
        };
        if let (Some(daily), Some(week)) = (daily.get(), week.get()) {
            match (daily, week) {
                (None, None) => faults.demand(false, &field, "missing"),
                (Some(daily), Some(week)) => faults.demand(daily == week, &field, "week-sum"),
                _ => {}
            }
        }
        let both = (week, daily).together();
        both.map(|(week, daily)| week.or(daily).unwrap_or_default())
    }
}

/// Compares the week of the outage with the best one.
///
/// # Errors
/// `Invalid` with the fields that are wrong, or where the best week was no better.
pub fn compare(outage: &Sales, best: &Sales) -> Result<Compared, Error> {
    let mut faults = Faults::default();
    let outage = outage.sum("outage", &mut faults);
    let best = best.sum("best", &mut faults);
    let (best, outage) = faults.finish((best, outage))?;
    if best <= outage {
        return Err(Fault::new("best.week", "no-difference").into());
    }
    Ok(Compared { best, outage })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2022, month, day).unwrap()
    }

    #[test]
    fn the_kakao_week_is_compared_with_whole_weeks_of_september_and_october() {
        let weeks = Weeks::around(day(10, 15), day(10, 20));
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
    }

    #[test]
    fn a_week_that_a_long_outage_touches_is_none_to_compare_with() {
        let weeks = Weeks::around(day(10, 1), day(10, 9));
        let firsts = [(9, 3), (9, 10), (9, 17), (9, 24), (10, 15), (10, 22)];
        assert_eq!(weeks.others, firsts.map(|(m, d)| day(m, d)));
    }

    fn of_week(sum: &str) -> Sales {
        Sales {
            week: sum.into(),
            ..Sales::default()
        }
    }

    fn of_days(days: [&str; DAYS]) -> Sales {
        Sales {
            days: days.map(Into::into),
            ..Sales::default()
        }
    }

    #[test]
    fn the_difference_is_in_whole_won_by_the_week_or_by_the_day() {
        let outage = of_days(["10만", "", "", "50,000", "0", " ", "1원"]);
        let compared = compare(&outage, &of_week("2,200,000원")).unwrap();
        assert_eq!(compared.difference(), Krw(2_049_999));
        let compared = compare(&of_week("0"), &of_days(["1"; DAYS])).unwrap();
        assert_eq!(compared.difference(), Krw(7));
    }

    #[test]
    fn what_is_wrong_is_named_by_its_field() {
        let faults = |outage: &Sales, best: &Sales| match compare(outage, best) {
            Err(Error::Invalid(faults)) => faults
                .into_iter()
                .map(|fault| (fault.field, fault.code))
                .collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        };
        let nothing = Sales::default();
        let missing = [("outage.week", "missing"), ("best.week", "missing")];
        let missing = missing.map(|(field, code)| (field.to_string(), code));
        assert_eq!(faults(&nothing, &nothing), missing);
        let mut twice = of_days(["1"; DAYS]);
        twice.week = "8".into();
        assert_eq!(faults(&of_week("1"), &twice)[0].1, "week-sum");
        let wrong = of_days(["", "", "약 3만", "", "", "", ""]);
        assert_eq!(faults(&wrong, &of_week("9"))[0].0, "outage.3");
        assert_eq!(faults(&of_week("5"), &of_week("5"))[0].1, "no-difference");
    }
}
