//! An Excel workbook of one sheet. Texts are written as texts and never as formulas, amounts as
//! numbers. Rows wait in an unlinked temporary file, because a workbook can only be packed once its
//! last row is known.

use std::io::{self, Seek};

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use crate::error::Error;
use crate::exports::columns::Column;
use crate::exports::output::{Cell, Chunks, Table, failed};
use crate::input::Krw;

/// Rows a sheet holds below its header.
pub(super) const MOST_ROWS: u32 = 1_048_575;

/// A workbook in the making.
pub(super) struct Xlsx<'s> {
    out: Chunks<'s>,
    workbook: Workbook,
    /// The next row; the header is row 0.
    next: u32,
}

fn broken(error: XlsxError) -> Error {
    Error::internal(format!("xlsx: {error}"))
}

impl<'s> Xlsx<'s> {
    /// Writes the header.
    pub(super) fn begin(out: Chunks<'s>, columns: &[Column]) -> Result<Self, Error> {
        let mut workbook = Workbook::new();
        workbook
            .add_worksheet_with_constant_memory()
            .map_err(broken)?;
        let mut file = Self {
            out,
            workbook,
            next: 0,
        };
        let headers: Vec<Cell<'_>> = columns
            .iter()
            .map(|column| Cell::Formed(column.header))
            .collect();
        file.row(&headers)?;
        Ok(file)
    }

    fn sheet(&mut self) -> Result<&mut Worksheet, Error> {
        self.workbook.worksheet_from_index(0).map_err(broken)
    }
}

impl Table for Xlsx<'_> {
    fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), Error> {
        let row = self.next;
        if row > MOST_ROWS {
            return Err(Error::conflict("xlsx-too-many-rows"));
        }
        let sheet = self.sheet()?;
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Text(text) | Cell::Formed(text) => {
                    sheet.write_string(row, column, *text).map_err(broken)?
                }
                Cell::Amount(Krw(amount)) => sheet.write(row, column, *amount).map_err(broken)?,
                Cell::Missing => continue,
            };
        }
        self.next += 1;
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<[u8; 32], Error> {
        let Self {
            mut out,
            mut workbook,
            ..
        } = *self;
        let mut packed = tempfile::tempfile().map_err(failed)?;
        workbook.save_to_writer(&mut packed).map_err(broken)?;
        packed.rewind().map_err(failed)?;
        io::copy(&mut packed, &mut out).map_err(failed)?;
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exports::output::tests::Kept;
    use crate::exports::{Format, Profile};

    #[test]
    fn a_workbook_is_a_zip_archive() {
        let mut kept = Kept::default();
        let mut file =
            Box::new(Xlsx::begin(Chunks::new(&mut kept), Profile::CourtList.columns()).unwrap());
        file.row(&[
            Cell::Text("=1+1"),
            Cell::Text("김하늘"),
            Cell::Missing,
            Cell::Amount(Krw(5)),
        ])
        .unwrap();
        file.finish().unwrap();
        assert!(kept.bytes.starts_with(b"PK\x03\x04"));
    }

    #[test]
    fn a_sheet_has_an_end() {
        assert!(Format::Xlsx.holds(1_048_575).is_ok() && Format::Csv.holds(i32::MAX).is_ok());
        assert!(Format::Xlsx.holds(1_048_576).is_err());
    }
}
