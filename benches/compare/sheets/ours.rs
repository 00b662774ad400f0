//! Makes the workbooks, or reads one in one of two ways, for `benches/compare/sheets/run`:
//! `sheet_bench make|shops|etalase|calamine FILE`.
#![expect(clippy::disallowed_methods, reason = "a bench reads and writes its own file")]
#![expect(clippy::print_stdout, reason = "a bench says what it has read")]

mod shops;
mod workbook;

use std::{env, fs};

use etalase::Findings;
use etalase::for_tests::{SheetLimits, read_workbook};

/// As the program has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [way, file] = arguments.as_slice() else { panic!("sheet_bench make|shops|etalase|calamine FILE") };
    let count = match way.as_str() {
        "make" => return fs::write(file, workbook::make().expect("a workbook")).expect("a file"),
        "shops" => return fs::write(file, shops::make().expect("a workbook")).expect("a file"),
        "etalase" => read(&fs::read(file).expect("a file")),
        _ => workbook::walk(&fs::read(file).expect("a file")),
    };
    assert_eq!(count, workbook::CELLS);
    println!("{count} cells");
}

fn read(bytes: &[u8]) -> usize {
    let book = read_workbook("goods.xlsx", bytes, &SheetLimits::default(), &mut Findings::new());
    let sheets = book.iter().flat_map(|book| &book.sheets);
    sheets.flat_map(|sheet| &sheet.rows).map(|row| row.cells.len()).sum()
}
