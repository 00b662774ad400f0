//! What reading a workbook costs beside `calamine`, by which it is read, and beside a walk that keeps nothing.
//!
//! `cargo bench --bench sheets`

#[path = "compare/sheets/workbook.rs"]
mod workbook;

use divan::Bencher;
use etalase::Findings;
use etalase::for_tests::{SheetLimits, read_workbook};

/// As the program has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

#[divan::bench]
fn read(bencher: Bencher<'_, '_>) {
    let bytes = workbook::make().expect("a workbook");
    bencher.bench(|| read_workbook("goods.xlsx", &bytes, &SheetLimits::default(), &mut Findings::new()));
}

#[divan::bench]
fn walk_by_calamine(bencher: Bencher<'_, '_>) {
    let bytes = workbook::make().expect("a workbook");
    bencher.bench(|| assert_eq!(workbook::walk(&bytes), workbook::CELLS));
}
