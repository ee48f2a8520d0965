//! CSV as RFC 4180 has it, with a byte-order mark so that Excel reads Korean. A spreadsheet takes
//! some texts for formulas; such cells get an apostrophe in front.

use std::borrow::Cow;
use std::io::Write;

use csv::{Terminator, Writer, WriterBuilder};

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

/// The text as a cell that no spreadsheet takes for a formula.
fn neutral(text: &str) -> Cow<'_, str> {
    if starts_formula(text) {
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
            "123-45-67891",
            "1990-01-31",
            "'=1",
            "a=b",
            "서울 강남구 1-2",
            "kakao_t,melon",
        ] {
            assert_eq!(neutral(cell), cell);
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
        fn what_begins_with_a_letter_or_digit_is_untouched(cell in "[a-z0-9가-힣].{0,20}") {
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
