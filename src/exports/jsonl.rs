//! JSON Lines: one object a row, its keys in the order of the columns, amounts as numbers, what is
//! missing as null.

use std::io::Write;

use crate::error::Error;
use crate::exports::columns::Column;
use crate::exports::output::{Cell, Chunks, Table, failed};
use crate::input::Krw;

/// A JSON Lines file in the making.
pub(super) struct JsonLines<'s> {
    out: Chunks<'s>,
    columns: &'static [Column],
    line: Vec<u8>,
}

impl<'s> JsonLines<'s> {
    /// There is no header.
    pub(super) fn begin(out: Chunks<'s>, columns: &'static [Column]) -> Self {
        Self {
            out,
            columns,
            line: Vec::new(),
        }
    }
}

impl Table for JsonLines<'_> {
    fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), Error> {
        self.line.clear();
        for (i, (column, cell)) in self.columns.iter().zip(cells).enumerate() {
            // headers are codes: nothing in them to escape
            write!(
                self.line,
                "{}\"{}\":",
                if i == 0 { '{' } else { ',' },
                column.header
            )
            .map_err(failed)?;
            match cell {
                Cell::Text(text) | Cell::Formed(text) => {
                    serde_json::to_writer(&mut self.line, text).map_err(Error::internal)?
                }
                Cell::Amount(Krw(amount)) => write!(self.line, "{amount}").map_err(failed)?,
                Cell::Missing => self.line.extend_from_slice(b"null"),
            }
        }
        self.line.extend_from_slice(b"}\n");
        self.out.write_all(&self.line).map_err(failed)
    }

    fn finish(self: Box<Self>) -> Result<[u8; 32], Error> {
        self.out.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exports::Profile;
    use crate::exports::output::tests::Kept;

    #[test]
    fn keys_stand_in_the_order_of_the_columns() {
        let mut kept = Kept::default();
        let mut file = Box::new(JsonLines::begin(
            Chunks::new(&mut kept),
            Profile::CourtList.columns(),
        ));
        file.row(&[
            Cell::Text("K-1"),
            Cell::Text("김\"하늘\n"),
            Cell::Missing,
            Cell::Amount(Krw(-5)),
        ])
        .unwrap();
        file.finish().unwrap();
        assert_eq!(
            String::from_utf8(kept.bytes).unwrap(),
            "{\"number\":\"K-1\",\"name\":\"김\\\"하늘\\n\",\"address\":null,\"birth_date\":-5}\n"
        );
    }
}
