//! Charts, drawn by the server: bars, columns and a line, each with the same numbers as a table for
//! whoever does not see it. Places along a chart are in per cent, so that letters keep their size on
//! a phone.

use chrono::{Days, NaiveDate};

/// Pixels that a bar takes with its name above it.
const ROW: i64 = 48;
/// Pixels from the top of a line or of columns to the highest point, and to the axis.
const TOP: i64 = 20;
const AXIS: i64 = 170;
/// Columns from one that has its name below to the next: there is room for a name a week.
const NAMED: usize = 7;

/// Numbers and how they are drawn.
pub struct Chart {
    /// Beginning of the ids in it.
    pub id: &'static str,
    pub title: String,
    /// What it shows, in a sentence.
    pub said: String,
    /// What is counted, as headings of the table.
    pub heads: (String, String),
    pub rows: Vec<Row>,
    pub drawn: Drawn,
    pub height: i64,
}

/// A number and what it is of.
#[derive(Clone)]
pub struct Row {
    pub name: String,
    pub number: i64,
    /// Where what it counts is listed.
    pub list: Option<String>,
}

pub enum Drawn {
    Bars(Vec<Bar>),
    Columns { most: i64, columns: Vec<Column> },
    Line { grid: Vec<Grid>, pieces: Vec<Piece> },
}

pub struct Bar {
    pub text: i64,
    pub top: i64,
    pub width: String,
}

pub struct Column {
    /// Left edge, middle and width.
    pub left: String,
    pub middle: String,
    pub width: String,
    pub top: i64,
    pub height: i64,
    /// Its name, where there is room for one.
    pub name: Option<String>,
}

/// A height that is marked.
pub struct Grid {
    pub at: i64,
    pub number: i64,
}

pub struct Piece {
    pub from: (String, i64),
    pub to: (String, i64),
}

impl Chart {
    /// A bar for each number, the longest as long as there is room.
    pub fn bars(
        id: &'static str,
        title: String,
        said: String,
        heads: (String, String),
        rows: Vec<Row>,
    ) -> Self {
        let most = rows.iter().map(|row| row.number).max().unwrap_or(0);
        let bar = |(row, place): (&Row, i64)| Bar {
            text: place * ROW + 18,
            top: place * ROW + 26,
            width: per_cent(row.number, most, 0, 100),
        };
        Self {
            drawn: Drawn::Bars(rows.iter().zip(0..).map(bar).collect()),
            height: rows.len() as i64 * ROW,
            id,
            title,
            said,
            heads,
            rows,
        }
    }

    /// A column for each number, side by side, each with a short name.
    pub fn columns(
        id: &'static str,
        title: String,
        said: String,
        heads: (String, String),
        named: Vec<(String, Row)>,
    ) -> Self {
        let (names, rows): (Vec<String>, Vec<Row>) = named.into_iter().unzip();
        let most = rows.iter().map(|row| row.number).max().unwrap_or(0);
        let eighths = rows.len() as i64 * 8;
        let x = |eighth: i64| per_cent(eighth, eighths, 8, 100);
        let column = |(place, (row, name)): (usize, (&Row, String))| {
            // what is there is seen, however little of the most it is
            let height = (AXIS - TOP) * row.number / most.max(1) + i64::from(row.number > 0);
            let first = place as i64 * 8;
            Column {
                left: x(first + 1),
                middle: x(first + 4),
                width: per_cent(6, eighths, 0, 92),
                top: AXIS - height,
                height,
                name: (rows.len() - 1 - place)
                    .is_multiple_of(NAMED)
                    .then_some(name),
            }
        };
        let columns = rows.iter().zip(names).enumerate().map(column).collect();
        Self {
            drawn: Drawn::Columns { most, columns },
            height: AXIS + 30,
            id,
            title,
            said,
            heads,
            rows,
        }
    }

    /// A line that rises from nothing at each day to its number, and goes on level until the last day.
    pub fn line(
        id: &'static str,
        title: String,
        said: String,
        heads: (String, String),
        days: &[(NaiveDate, Row)],
        last: NaiveDate,
    ) -> Self {
        let rows: Vec<Row> = days.iter().map(|(_, row)| row.clone()).collect();
        let most = rows.iter().map(|row| row.number).max().unwrap_or(0);
        let first = days.first().map_or(last, |(day, _)| *day - Days::new(1));
        let long = (last - first).num_days().max(1);
        let x = |day: NaiveDate| per_cent((day - first).num_days(), long, 12, 98);
        let y = |number: i64| AXIS - (AXIS - TOP) * number / most.max(1);
        let end = days.last().map(|(_, row)| (last, row.number));
        let numbers = days.iter().map(|(day, row)| (*day, row.number));
        let points: Vec<(String, i64)> = [(first, 0)]
            .into_iter()
            .chain(numbers)
            .chain(end)
            .map(|(day, number)| (x(day), y(number)))
            .collect();
        let piece = |pair: &[(String, i64)]| Piece {
            from: pair[0].clone(),
            to: pair[1].clone(),
        };
        let grid = [most, most / 2].map(|number| Grid {
            at: y(number),
            number,
        });
        Self {
            drawn: Drawn::Line {
                grid: grid.into_iter().filter(|grid| grid.number > 0).collect(),
                pieces: points.windows(2).map(piece).collect(),
            },
            height: AXIS + 30,
            id,
            title,
            said,
            heads,
            rows,
        }
    }

    /// Name of the first number, and of the last where that is another.
    pub fn ends(&self) -> (&str, &str) {
        let last = self.rows.last().filter(|_| self.rows.len() > 1);
        (
            self.rows.first().map_or("", |row| &row.name),
            last.map_or("", |row| &row.name),
        )
    }
}

/// The part of a whole between two places, in per cent with one digit after the point.
fn per_cent(part: i64, whole: i64, from: i64, to: i64) -> String {
    let thousandths = from * 10 + (to - from) * 10 * part / whole.max(1);
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, number: i64) -> Row {
        Row {
            name: name.into(),
            number,
            list: None,
        }
    }

    #[test]
    fn columns_lie_beside_each_other_within_the_chart() {
        let words = || (String::new(), String::new());
        let of = |days: i64| {
            let named = (0..days).map(|day| (day.to_string(), row("", day)));
            Chart::columns(
                "day",
                String::new(),
                String::new(),
                words(),
                named.collect(),
            )
        };
        let chart = of(31);
        let Drawn::Columns { most, columns } = &chart.drawn else {
            panic!("columns were asked for");
        };
        assert_eq!((columns.len(), *most), (31, 30));
        assert_eq!((columns[0].height, columns[30].height), (0, 151));
        assert_eq!((&*columns[0].left, &*columns[30].middle), ("8.3%", "98.5%"));
        assert!(
            columns
                .iter()
                .all(|it| it.top + it.height == AXIS && it.top > 0)
        );
        let named: Vec<_> = columns.iter().filter_map(|it| it.name.as_deref()).collect();
        assert_eq!(named, ["2", "9", "16", "23", "30"]);
        of(0);
    }

    #[test]
    fn the_largest_number_has_the_longest_bar() {
        let rows = vec![row("서울", 40), row("부산", 15), row("제주", 0)];
        let words = || (String::new(), String::new());
        let chart = Chart::bars("region", String::new(), String::new(), words(), rows);
        let Drawn::Bars(bars) = &chart.drawn else {
            panic!("bars were asked for");
        };
        let widths: Vec<&str> = bars.iter().map(|bar| bar.width.as_str()).collect();
        assert_eq!(widths, ["100.0%", "37.5%", "0.0%"]);
        assert_eq!(chart.height, 3 * ROW);
    }

    #[test]
    fn a_line_goes_from_the_first_day_to_the_last() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let days = [
            (day("2026-01-01"), row("1일", 5)),
            (day("2026-01-06"), row("6일", 20)),
        ];
        let words = || (String::new(), String::new());
        let of = |days: &[_], last: &str| {
            Chart::line(
                "day",
                String::new(),
                String::new(),
                words(),
                days,
                day(last),
            )
        };
        let chart = of(&days, "2026-01-11");
        let Drawn::Line { pieces, .. } = &chart.drawn else {
            panic!("a line was asked for");
        };
        let ends: Vec<_> = pieces
            .iter()
            .map(|piece| (&*piece.to.0, piece.to.1))
            .collect();
        assert_eq!(ends, [("19.8%", 133), ("58.9%", TOP), ("98.0%", TOP)]);
        assert_eq!(pieces[0].from, ("12.0%".to_string(), AXIS));
        // one day, and none at all
        of(&days[..1], "2026-01-01");
        of(&[], "2026-01-01");
    }
}
