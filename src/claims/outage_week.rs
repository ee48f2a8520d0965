//! The outage week against the best week: how much less was sold in the week of an incident than in
//! the best week of the time around it. The weeks begin on the incident's day of the week, so that
//! weekends are held against weekends.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};

use crate::input::Krw;
use crate::law;

/// What the outage week fell short of the best week; nothing where it did not.
pub fn outage_week(best_week: Krw, outage_week: Krw) -> Krw {
    Krw((best_week.0 - outage_week.0).max(0))
}

/// First and last day of a time.
pub type Span = (NaiveDate, NaiveDate);

/// The week that began with the incident, and the two calendar months among whose weeks the best is
/// looked for: that of the incident and the one before.
pub fn weeks(incident_from: DateTime<Utc>) -> (Span, Span) {
    let first = law::day_in_korea(incident_from);
    let month = first.with_day(1).unwrap_or(first);
    let next_month = month + Months::new(1);
    (
        (first, first + Days::new(6)),
        (month - Months::new(1), next_month - Days::new(1)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sold_less_is_the_loss() {
        for (best, outage, loss) in [
            (3_000_000, 1_200_000, 1_800_000),
            (3_000_000, 0, 3_000_000),
            (1_000_000, 1_000_000, 0),
            // it sold more: nothing was lost, and nothing is owed back
            (1_000_000, 1_500_000, 0),
            (Krw::MOST, 0, Krw::MOST),
        ] {
            assert_eq!(outage_week(Krw(best), Krw(outage)), Krw(loss));
        }
    }

    #[test]
    fn the_weeks_of_october_2022() {
        let fire = "2022-10-15T06:30:00Z".parse().unwrap();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let (outage, best) = weeks(fire);
        assert_eq!(outage, (day("2022-10-15"), day("2022-10-21")));
        assert_eq!(best, (day("2022-09-01"), day("2022-10-31")));
    }
}
