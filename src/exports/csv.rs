//! CSV as RFC 4180 has it, with a byte-order mark so that Excel reads Korean. A spreadsheet takes
//! some texts for formulas, and others for dates and numbers: the shop `7-11` would become a day in
//! July. Such cells get an apostrophe in front. A workbook needs none, its cells have types.

use std::borrow::Cow;
use std::io::Write;

use csv::{Terminator, Writer, WriterBuilder};
use unicode_normalization::UnicodeNormalization;

use crate::error::Error;
use crate::exports::columns::Column;
use crate::exports::output::{CHUNK, Cell, Chunks, Table, failed};
use crate::input::Krw;

/// A CSV file in the making.
pub(super) struct Csv<'s>(Writer<Chunks<'s>>);

fn broken(error: csv::Error) -> Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => failed(error),
        other => Error::internal(format!("csv: {other:?}")),
    }
}

impl<'s> Csv<'s> {
    /// Writes byte-order mark and header.
    pub(super) fn begin(mut out: Chunks<'s>, columns: &[Column]) -> Result<Self, Error> {
        out.write_all("\u{FEFF}".as_bytes()).map_err(failed)?;
        let mut writer = WriterBuilder::new()
            .terminator(Terminator::CRLF)
            .buffer_capacity(CHUNK)
            .from_writer(out);
        writer
            .write_record(columns.iter().map(|column| column.header))
            .map_err(broken)?;
        Ok(Self(writer))
    }
}

impl Table for Csv<'_> {
    fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), Error> {
        for cell in cells {
            let written = match cell {
                Cell::Text(text) => self.0.write_field(neutral(text).as_bytes()),
                Cell::Formed(text) => self.0.write_field(text),
                Cell::Amount(Krw(amount)) => self.0.write_field(amount.to_string()),
                Cell::Missing => self.0.write_field(""),
            };
            written.map_err(broken)?;
        }
        self.0.write_record(None::<&[u8]>).map_err(broken)
    }

    fn finish(self: Box<Self>) -> Result<[u8; 32], Error> {
        let out = self
            .0
            .into_inner()
            .map_err(|error| failed(error.into_error()))?;
        out.finish()
    }
}

/// The text as a cell that no spreadsheet takes for a formula or a value.
fn neutral(text: &str) -> Cow<'_, str> {
    if starts_formula(text) || is_value(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether the first character that a spreadsheet does not pass over can begin a formula, or moves
/// to another cell.
fn starts_formula(text: &str) -> bool {
    let passed_over =
        |c: char| !matches!(c, '\t' | '\r' | '\n') && (c.is_whitespace() || c == '\u{FEFF}');
    let first = text.chars().find(|c| !passed_over(*c));
    first.is_some_and(|c| {
        matches!(
            c,
            '=' | '+'
                | '-'
                | '@'
                | '\t'
                | '\r'
                | '\n'
                | '\0'
                | '|'
                | '%'
                | '＝'
                | '＋'
                | '－'
                | '＠'
        )
    })
}

/// Words that stand in dates, times and numbers as Excel and LibreOffice read them in Korean and
/// English.
#[rustfmt::skip]
const WORDS_OF_VALUES: [&str; 37] = [
    "e", "am", "pm", "a", "p", "오전", "오후", "년", "월", "일", "시", "분", "초", "jan", "feb", "mar",
    "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january", "february",
    "march", "april", "june", "july", "august", "september", "october", "november", "december",
];

/// Whether a spreadsheet may take the text for a number, a date, a time or a truth value: digits
/// with the signs and words of these and nothing else. Full-width characters count as theirs.
fn is_value(text: &str) -> bool {
    let text = text.nfkc().collect::<String>().to_lowercase();
    let text = text.trim();
    if matches!(text, "true" | "false") {
        return true;
    }
    let signs =
        |c: char| c.is_ascii_digit() || c.is_whitespace() || ".,-/:%()+'$₩€£¥–−".contains(c);
    let mut words = text.split(signs).enumerate();
    text.contains(|c: char| c.is_ascii_digit())
        && !is_telephone(text)
        // a value may begin with the name of a month, but not with the letter of an exponent
        && words.all(|(n, word)| {
            word.is_empty() || WORDS_OF_VALUES.contains(&word) && (n > 0 || word.len() > 1)
        })
}

/// Digits in two or three groups, the last of four digits and the one before of three or four: no
/// date ends like that, so that `010-1234-5678` stays text without help.
fn is_telephone(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    let digits = |group: &&str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    (2..=3).contains(&groups.len())
        && groups.iter().all(digits)
        && groups[groups.len() - 1].len() == 4
        && (3..=4).contains(&groups[groups.len() - 2].len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exports::Profile;
    use crate::exports::output::tests::Kept;
    use proptest::prelude::*;

    const DANGEROUS: &str = "=+-@\t\r\n\0|%＝＋－＠";

    #[test]
    fn what_a_spreadsheet_would_run_gets_an_apostrophe() {
        for start in DANGEROUS.chars() {
            for before in [
                "",
                " ",
                "\u{FEFF}",
                "\u{A0}",
                "\u{3000}",
                "\u{0B}",
                "  \u{FEFF} \u{3000}",
            ] {
                let cell = format!("{before}{start}1+1");
                assert_eq!(neutral(&cell), format!("'{cell}"), "{cell:?}");
            }
        }
    }

    #[test]
    fn names_numbers_and_dates_stay_as_they_are() {
        for cell in [
            "",
            " ",
            "김하늘",
            "010-1234-5678",
            "02-123-4567",
            "1588-1234",
            "'=1",
            "a=b",
            "서울 강남구 1-2",
            "kakao_t,melon",
        ] {
            assert_eq!(neutral(cell), cell);
        }
    }

    #[test]
    fn what_a_spreadsheet_would_turn_into_a_value_gets_an_apostrophe() {
        for value in [
            "7-11",
            "007",
            "1E5",
            "1e-5",
            "1/2",
            "3월 5일",
            "2022년 10월 15일",
            "Mar 5",
            "MAR1",
            "10:30",
            "오후 3시",
            "5%",
            "(5)",
            "₩500",
            "1,000",
            "12.5",
            "７－１１",
            "TRUE",
            "false",
            "2022-10",
            "2022-10-15",
            "9007199254740993",
        ] {
            assert_eq!(neutral(value), format!("'{value}"), "{value}");
        }
        for text in [
            "카페 24",
            "7-11 역삼점",
            "24시 편의점",
            "1호점",
            "A-1",
            "3D 프린트",
            "no.1",
            "-",
            "24/7 카페",
        ] {
            let kept = neutral(text);
            assert!(kept == text || starts_formula(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_cell_begins_like_a_formula(cell in "[ \u{FEFF}\u{A0}\u{3000}\t\r\n]{0,3}[=+@|%＝＋－＠'a가0\\-]{0,2}.{0,8}") {
            let written = neutral(&cell);
            let first = written.chars().find(|c| !matches!(c, ' ' | '\u{FEFF}' | '\u{A0}' | '\u{3000}' | '\u{0B}' | '\u{0C}'));
            prop_assert!(!first.is_some_and(|c| DANGEROUS.contains(c)), "{written:?}");
            prop_assert!(written == cell || written.strip_prefix('\'') == Some(cell.as_str()));
        }

        #[test]
        fn what_begins_with_a_letter_that_no_date_has_is_untouched(cell in "[가-힣]{3}.{0,20}") {
            prop_assume!(!is_value(&cell));
            prop_assert_eq!(neutral(&cell), cell.as_str());
        }

        #[test]
        fn a_reader_gets_back_what_was_written(texts in proptest::collection::vec("[a-z가-힣\",\r\n]{0,12}", 3), amount in any::<i64>()) {
            let mut kept = Kept::default();
            let mut file = Box::new(Csv::begin(Chunks::new(&mut kept), &Profile::CourtList.columns()[..4]).unwrap());
            let mut cells: Vec<Cell<'_>> = texts.iter().map(|text| Cell::Text(text)).collect();
            cells.push(Cell::Amount(Krw(amount)));
            file.row(&cells).unwrap();
            file.finish().unwrap();
            let body = kept.bytes.strip_prefix("\u{FEFF}number,name,address,birth_date\r\n".as_bytes()).unwrap();
            let row = csv::ReaderBuilder::new().has_headers(false).from_reader(body).records().next().unwrap().unwrap();
            let mut expected: Vec<String> = texts.iter().map(|text| neutral(text).into_owned()).collect();
            expected.push(amount.to_string());
            prop_assert_eq!(row.iter().collect::<Vec<_>>(), expected);
        }
    }
}
