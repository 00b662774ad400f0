//! What cells have lost, cell by cell and column by column.

use jiff::civil::{Time, date, time};
use proptest::prelude::*;

use super::*;
use crate::finding::{Level, MessageLanguage, SourceFile};
use crate::workbook::CellFormat;

/// One cell as its file holds it.
fn cell(value: CellValue, format: CellFormat) -> Cell {
    Cell { column: 2, value, format }
}

fn number(number: f64) -> Cell {
    cell(CellValue::Number(number), CellFormat::General)
}

fn typed(text: &str) -> Cell {
    cell(CellValue::Text(text.to_owned()), CellFormat::General)
}

/// A field of a text file.
fn field(text: &str) -> Cell {
    cell(CellValue::Text(text.to_owned()), CellFormat::Unknown)
}

fn day(year: i16, month: i8, day: i8) -> Cell {
    cell(CellValue::Day(date(year, month, day)), CellFormat::Day)
}

fn clock(clock: Time) -> Cell {
    cell(CellValue::Time(clock), CellFormat::Day)
}

fn truth(flag: bool) -> Cell {
    cell(CellValue::Flag(flag), CellFormat::General)
}

fn shown_as(value: f64, format: CellFormat) -> Cell {
    cell(CellValue::Number(value), format)
}

fn code(code: &str) -> CellFormat {
    CellFormat::Other(code.into())
}

/// A column, judged: of each cell its text, the code of what is said, and `?` for a proposal.
fn judged(shape: Shape, cells: &[Cell]) -> Vec<String> {
    let file = SourceFile::new("daftar.xlsx", "");
    let placed: Vec<(&Cell, Span)> =
        (1..).zip(cells).map(|(row, cell)| (cell, Span::new(&file, row, cell.column, 1))).collect();
    let all = judge(shape, &placed);
    assert_eq!(all.len(), cells.len());
    for ((_, at), judged) in placed.iter().zip(&all) {
        if let Some(remark) = &judged.remark {
            assert_eq!(&remark.at, at);
            for words in [&remark.found, &remark.expected, &remark.help] {
                assert!(
                    !words.get(MessageLanguage::Id).is_empty() && !words.get(MessageLanguage::En).is_empty()
                );
            }
            assert_eq!(remark.level == Level::Error, judged.text.is_none(), "{}", remark.code);
        }
        assert!(judged.text.is_some() || judged.remark.is_some(), "nothing is lost without a word");
        assert!(!judged.is_proposal || judged.remark.is_some(), "nothing is proposed without a word");
    }
    let brief = |judged: &Judged| {
        let code = judged.remark.as_ref().map_or(String::new(), |remark| format!(" {}", remark.code));
        let mark = if judged.is_proposal { "?" } else { "" };
        format!("{}{mark}{code}", judged.text.as_deref().unwrap_or("-"))
    };
    all.iter().map(brief).collect()
}

/// Columns of one cell each: its shape, the cell, and what becomes of it.
fn assert_judged(cells: &[(Shape, Cell, &str)]) {
    for (shape, cell, expected) in cells {
        assert_eq!(judged(*shape, std::slice::from_ref(cell)), [*expected], "{shape:?} {cell:?}");
    }
}

#[test]
fn a_price_is_judged_by_its_cell() {
    assert_judged(&[
        (Shape::Rupiah, number(12_500.0), "Rp 12.500"),
        (Shape::Rupiah, number(1_250_000.0), "Rp 1.250.000"),
        (Shape::Rupiah, shown_as(500.0, CellFormat::Rupiah), "Rp 500"),
        (Shape::Rupiah, number(0.0), "Rp 0"),
        (Shape::Rupiah, typed("Rp 12.500"), "Rp 12.500"),
        (Shape::Rupiah, typed("12.500/kg"), "12.500/kg"),
        (Shape::Rupiah, number(12.5), "Rp 12.500? cell-price-thousands"),
        (Shape::Rupiah, number(100.0), "Rp 100.000? cell-price-thousands"),
        (Shape::Rupiah, number(35.0), "Rp 35.000? cell-price-thousands"),
        (Shape::Rupiah, shown_as(12.5, CellFormat::Rupiah), "Rp 12.500? cell-price-thousands"),
        (Shape::Rupiah, field("12.5"), "Rp 12.500? cell-price-thousands"),
        (Shape::Rupiah, field("100"), "Rp 100.000? cell-price-thousands"),
        (Shape::Rupiah, field("12.500"), "12.500"),
        (Shape::Rupiah, typed("500"), "500"),
        (Shape::Rupiah, shown_as(12.5, code("0.0\" rb\"")), "Rp 12.500 cell-price-in-thousands"),
        (Shape::Rupiah, number(-12_500.0), "Rp 12.500 cell-price-negative"),
        (Shape::Rupiah, number(-12.5), "Rp 12.500? cell-price-thousands"),
        (Shape::Rupiah, number(33_333.333_333), "Rp 33.333? cell-price-decimals"),
        (Shape::Rupiah, number(12.345_67), "- cell-price-odd"),
        (Shape::Rupiah, number(1e18), "- cell-digits-lost"),
        (Shape::Rupiah, day(2026, 2, 1), "- cell-price-day"),
        (Shape::Rupiah, clock(time(12, 50, 0, 0)), "- cell-other-kind"),
        (Shape::Rupiah, shown_as(0.4, CellFormat::Percent), "- cell-price-percent"),
        (Shape::Rupiah, truth(true), "- cell-other-kind"),
    ]);
}

#[test]
fn below_a_head_that_says_thousands_no_amount_is_a_proposal() {
    let column =
        [number(12.5), number(100.0), field("12,5"), number(-8.0), number(12_500.0), number(0.12345)];
    let file = SourceFile::new("daftar.xlsx", "");
    let cells: Vec<(&Cell, Span)> =
        (1..).zip(&column).map(|(row, cell)| (cell, Span::new(&file, row, 2, 1))).collect();
    let judged: Vec<_> = judge_thousands(&cells)
        .into_iter()
        .map(|judged| (judged.text, judged.remark.map(|remark| remark.code), judged.is_proposal))
        .collect();
    let taken = |text: &str| (Some(text.to_owned()), None, false);
    assert_eq!(judged[..3], [taken("Rp 12.500"), taken("Rp 100.000"), taken("12,5")]);
    assert_eq!(judged[3], (Some("Rp 8.000".into()), Some("cell-price-negative".into()), false));
    assert_eq!(judged[4], (Some("Rp 12.500".into()), Some("cell-price-whole".into()), true));
    assert_eq!(judged[5], (None, Some("cell-price-odd".into()), false));
}

#[test]
fn a_telephone_number_is_judged_by_its_cell() {
    assert_judged(&[
        (Shape::WhatsApp, number(81_200_000_001.0), "0812-0000-0001 cell-phone-zero"),
        (Shape::WhatsApp, number(6_281_200_000_001.0), "0812-0000-0001"),
        (Shape::WhatsApp, shown_as(81_200_000_001.0, CellFormat::Zeros(12)), "081200000001"),
        (Shape::WhatsApp, typed("0812-0000-0001"), "0812-0000-0001"),
        (Shape::WhatsApp, field("81200000001"), "0812-0000-0001 cell-phone-zero"),
        (Shape::WhatsApp, field("0812-0000-0001 (Bu Ani)"), "0812-0000-0001 cell-phone-note"),
        (Shape::WhatsApp, field("wa.me/6281200000001"), "wa.me/6281200000001"),
        (Shape::Phone, field("0812-0000-0001 / 0812-0000-0002"), "0812-0000-0001? cell-phones-several"),
        (Shape::Phone, field("022-1234567 ext 12"), "022-1234567 ext 12"),
        (Shape::Phone, number(221_234_567.0), "0221234567 cell-phone-zero"),
        (Shape::Phone, number(1_500_123.0), "1500123"),
        (Shape::Phone, number(812_000_000_000.0), "- cell-digits-lost"),
        (Shape::Phone, field("8,12E+11"), "- cell-digits-lost"),
        (Shape::Phone, number(12.0), "- cell-phone-odd"),
        (Shape::Phone, number(-221_234_567.0), "- cell-digits-lost"),
        (Shape::Phone, day(2026, 2, 1), "- cell-other-kind"),
    ]);
}

#[test]
fn an_identifier_is_judged_by_its_cell() {
    assert_judged(&[
        (Shape::Identifier, number(1_234_567_890_123.0), "1234567890123"),
        (Shape::Identifier, number(21_234_567.0), "21234567? cell-identifier-number"),
        (Shape::Identifier, shown_as(21_234_567.0, CellFormat::Zeros(10)), "0021234567"),
        (Shape::Identifier, number(3_204_150_000_000_001.0), "- cell-digits-lost"),
        (Shape::Identifier, number(8_120_000_000_000.0), "- cell-digits-lost"),
        (Shape::Identifier, field("1.23457E+12"), "- cell-digits-lost"),
        (Shape::Identifier, typed("0021-234-567"), "0021-234-567"),
        (Shape::Identifier, day(2026, 2, 1), "- cell-other-kind"),
    ]);
}

#[test]
fn a_region_or_coordinate_is_judged_by_its_cell() {
    assert_judged(&[
        (Shape::Region, number(32.04), "32.04"),
        (Shape::Region, number(32.1), "32.10? cell-region-zero"),
        (Shape::Region, number(3_204.0), "32.04 cell-region-dots"),
        (Shape::Region, number(320_415.0), "32.04.15 cell-region-dots"),
        (Shape::Region, number(48_319.0), "32.04.15? cell-region-day"),
        (Shape::Region, day(2032, 4, 15), "32.04.15? cell-region-day"),
        (Shape::Region, day(2026, 2, 1), "- cell-other-kind"),
        (Shape::Region, day(2032, 1, 31), "32.01.31? cell-region-day"),
        (Shape::Region, number(3_204_152_001.0), "3204152001"),
        (Shape::Region, number(329_999.0), "- cell-region-odd"),
        (Shape::Region, number(32.045), "- cell-region-odd"),
        (Shape::Region, typed("32.04.15"), "32.04.15"),
        (Shape::Coordinates, number(-6.914_744), "-6.914744"),
        (Shape::Coordinates, number(107_619.0), "107.619? cell-coordinate-point"),
        (Shape::Coordinates, number(-6_914.0), "-6.914? cell-coordinate-point"),
        (Shape::Coordinates, number(-6_914_744.0), "- cell-coordinate-odd"),
    ]);
}

#[test]
fn a_day_year_month_or_hour_is_judged_by_its_cell() {
    assert_judged(&[
        (Shape::Date, day(2026, 12, 5), "2026-12-05"),
        (Shape::Date, number(46_355.0), "2026-11-29? cell-day-number"),
        (Shape::Date, number(20_261_129.0), "2026-11-29? cell-day-number"),
        (Shape::Date, number(20_261_329.0), "- cell-other-kind"),
        (Shape::Date, number(2_026.0), "- cell-day-year"),
        (Shape::Date, number(15.0), "- cell-other-kind"),
        (
            Shape::Date,
            cell(CellValue::DayTime(date(2026, 12, 5).at(8, 0, 0, 0)), CellFormat::Day),
            "2026-12-05 cell-time-left-out",
        ),
        (
            Shape::DateTime,
            cell(CellValue::DayTime(date(2026, 12, 5).at(8, 0, 0, 0)), CellFormat::Day),
            "2026-12-05 08.00",
        ),
        (Shape::DateTime, day(2026, 12, 5), "2026-12-05"),
        (Shape::Year, number(2_015.0), "2015"),
        (Shape::Year, day(1905, 7, 7), "2015? cell-year-day"),
        (Shape::Year, day(2015, 1, 1), "2015? cell-year-day"),
        (Shape::Year, number(15.0), "- cell-other-kind"),
        (Shape::Months, day(2026, 4, 1), "- cell-months-day"),
        (Shape::Months, typed("1-4, 10-12"), "1-4, 10-12"),
        (Shape::Months, number(4.0), "4"),
        (Shape::Months, number(1.4), "- cell-other-kind"),
        (Shape::Hours, clock(time(8, 30, 0, 0)), "08.30"),
        (Shape::Hours, number(8.0), "- cell-other-kind"),
    ]);
}

#[test]
fn a_count_percentage_or_flag_is_judged_by_its_cell() {
    assert_judged(&[
        (Shape::Number(1, 100_000), number(312.0), "312"),
        (Shape::Number(1, 100_000), number(1.25), "1250? cell-count-thousands"),
        (Shape::Number(1, 100_000), number(-3.0), "- cell-other-kind"),
        (Shape::Number(1, 100), number(1.25), "- cell-other-kind"),
        (Shape::Percent, shown_as(0.4, CellFormat::Percent), "40"),
        (Shape::Percent, shown_as(0.125, CellFormat::Percent), "12,5"),
        (Shape::Percent, shown_as(0.333_333, CellFormat::Percent), "33,33 cell-percent-rounded"),
        (Shape::Percent, shown_as(40.0, CellFormat::Percent), "40? cell-percent-twice"),
        (Shape::Percent, number(40.0), "40"),
        (Shape::Percent, number(0.4), "40? cell-percent-fraction"),
        (Shape::Percent, number(140.0), "- cell-other-kind"),
        (Shape::Percent, typed("2,5 %"), "2,5 %"),
        (Shape::Flag, truth(true), "ya"),
        (Shape::Flag, truth(false), "tidak"),
        (Shape::Flag, number(1.0), "ya"),
        (Shape::Flag, number(0.0), "tidak"),
        (Shape::Flag, typed("X"), "ya"),
        (Shape::Flag, typed("BENAR"), "BENAR"),
        (Shape::Flag, number(2.0), "- cell-other-kind"),
    ]);
}

#[test]
fn a_word_is_judged_by_its_cell() {
    assert_judged(&[
        (Shape::Local(80), typed("Kopi bubuk"), "Kopi bubuk"),
        (Shape::Local(80), number(250.0), "250"),
        (Shape::Local(80), number(0.1 + 0.2), "0,3"),
        (Shape::Text(80), shown_as(7.0, CellFormat::Zeros(3)), "007"),
        (Shape::Text(80), day(2026, 2, 1), "- cell-other-kind"),
        (Shape::Text(80), truth(true), "- cell-other-kind"),
        (Shape::Measure("", ""), number(2.5), "2,5"),
    ]);
}

#[test]
fn an_error_is_judged_by_its_cell() {
    assert_judged(&[
        (Shape::Rupiah, cell(CellValue::Error("#N/A".into()), CellFormat::General), "- cell-error"),
        (Shape::Date, cell(CellValue::Error(String::new()), CellFormat::General), "- cell-formula-unsaved"),
        (Shape::Text(80), cell(CellValue::Error("###".into()), CellFormat::Unknown), "- cell-too-narrow"),
    ]);
}

#[test]
fn prices_are_judged_by_their_column() {
    let column = |cells: &[Cell]| judged(Shape::Rupiah, cells);
    // `12.500`, `100.000` and `1.250.000` in an English sheet.
    assert_eq!(
        column(&[number(12.5), number(100.0), typed("1.250.000")]),
        ["Rp 12.500? cell-price-thousands", "Rp 100.000? cell-price-thousands", "1.250.000"]
    );
    assert_eq!(column(&[number(100.0), typed("1.250.000")])[0], "Rp 100.000? cell-price-thousands");
    // What was typed without dots stays.
    assert_eq!(column(&[number(12.5), number(9_000.0)])[1], "Rp 9.000");
    // A small price among others.
    assert_eq!(column(&[number(500.0), number(9_000.0)]), ["Rp 500 cell-price-small", "Rp 9.000"]);
    assert_eq!(column(&[shown_as(500.0, CellFormat::Rupiah), number(9_000.0)])[0], "Rp 500");
    // A text file of an English program, and one that somebody typed.
    assert_eq!(column(&[field("12.5"), field("100")])[1], "Rp 100.000? cell-price-thousands");
    assert_eq!(column(&[field("12.500"), field("500")]), ["12.500", "500"]);
    assert_eq!(column(&[field("12500"), field("500")]), ["12500", "Rp 500 cell-price-small"]);
    assert_eq!(column(&[field("Rp 35000"), field("500")]), ["Rp 35000", "Rp 500 cell-price-small"]);
}

#[test]
fn days_are_judged_by_their_column() {
    let column = |cells: &[Cell]| judged(Shape::Date, cells);
    assert_eq!(
        column(&[day(2026, 5, 12), typed("29/11/2026"), day(2026, 3, 3)]),
        ["2026-12-05? cell-day-swapped", "2026-11-29", "2026-03-03"]
    );
    for other in [typed("29-11-2026"), typed("2026/11/29"), typed("nanti")] {
        assert_eq!(column(&[day(2026, 5, 12), other])[0], "2026-05-12");
    }
    assert_eq!(column(&[day(2026, 5, 12), typed("29/11/2026"), day(2026, 3, 31)])[0], "2026-05-12");
}

#[test]
fn days_as_people_type_them_have_the_order_that_their_column_shows() {
    let column = |cells: &[Cell]| judged(Shape::Date, cells);
    assert_eq!(column(&[typed("5/12/2026"), typed("29-11-2026")]), ["2026-12-05", "2026-11-29"]);
    assert_eq!(column(&[typed("5/12/2026"), typed("11/29/2026")]), ["2026-05-12", "2026-11-29"]);
    assert_eq!(
        column(&[typed("5/12/2026"), typed("7.7.2026")]),
        ["2026-12-05? cell-day-order", "2026-07-07"]
    );
    assert_eq!(
        column(&[typed("5/12/2026"), typed("29/11/2026"), typed("11/29/2026")])[0],
        "2026-12-05? cell-day-order"
    );
    assert_eq!(
        column(&[typed("31/2/2026"), typed("5/12/26"), typed("2026-12-05")]),
        ["31/2/2026", "5/12/26", "2026-12-05"]
    );
}

#[test]
fn percentages_and_counts_are_judged_by_their_column() {
    let column = |cells: &[Cell]| judged(Shape::Percent, cells);
    assert_eq!(column(&[number(0.4), number(1.0)])[1], "100? cell-percent-fraction");
    assert_eq!(column(&[number(0.5), number(20.0)]), ["0,5", "20"]);
    assert_eq!(column(&[number(0.0), number(0.0)]), ["0", "0"]);
    let members = judged(Shape::Number(1, 100_000), &[number(1.25), number(2.0), number(3_000.0)]);
    assert_eq!(members, ["1250? cell-count-thousands", "2 cell-count-small", "3000"]);
}

/// The ways in which a person types a price.
fn spellings(price: u64) -> Vec<String> {
    let dotted = written::grouped(price);
    vec![
        price.to_string(),
        dotted.clone(),
        format!("Rp {dotted}"),
        format!("Rp{dotted}"),
        format!("{dotted},-"),
        dotted.replace('.', ","),
        format!("Rp. {dotted}"),
    ]
}

/// What a spreadsheet program keeps of it, in Indonesian and in American English; measured with `LibreOffice` 7.4.
fn kept(typed_text: &str, is_english: bool) -> Cell {
    let (thousands, point) = if is_english { (',', '.') } else { ('.', ',') };
    let (bare, is_negative) = match typed_text.strip_suffix(",-").filter(|_| !is_english) {
        Some(bare) => (bare, true),
        None => (typed_text, false),
    };
    let currency =
        bare.strip_prefix("Rp").map(str::trim).filter(|rest| !is_english && !rest.starts_with('.'));
    let digits = currency.unwrap_or(bare);
    let (whole, part) = digits.split_once(point).unwrap_or((digits, ""));
    let groups: Vec<&str> = whole.split(thousands).collect();
    let is_grouped =
        groups.iter().skip(1).all(|group| group.len() == 3) && groups[0].len() <= 3 || groups.len() == 1;
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_number =
        is_grouped && groups.iter().all(|group| !group.is_empty() && is_digits(group)) && is_digits(part);
    let number = format!("{}.{part}0", groups.concat()).parse::<f64>().ok().filter(|_| is_number);
    let format = if currency.is_some() { CellFormat::Rupiah } else { CellFormat::General };
    match number {
        Some(number) => cell(CellValue::Number(if is_negative { -number } else { number }), format),
        None => typed(typed_text),
    }
}

/// What the reader of profiles makes of a price; `None` for what it refuses.
fn amount(text: &str) -> Option<u64> {
    let bare = ["Rp.", "Rp"].iter().find_map(|currency| text.strip_prefix(currency)).unwrap_or(text).trim();
    let bare = bare.strip_suffix(",-").unwrap_or(bare);
    let groups: Vec<&str> = bare.split('.').collect();
    let is_grouped = groups.iter().skip(1).all(|group| group.len() == 3);
    groups.concat().parse().ok().filter(|_| is_grouped)
}

#[test]
fn a_spreadsheet_keeps_what_was_observed() {
    for (text, is_english, value) in [
        ("12.500", false, CellValue::Number(12_500.0)),
        ("12.500,-", false, CellValue::Number(-12_500.0)),
        ("12,500", false, CellValue::Number(12.5)),
        ("Rp 9.000", false, CellValue::Number(9_000.0)),
        ("Rp. 9.000", false, CellValue::Text("Rp. 9.000".into())),
        ("12.500", true, CellValue::Number(12.5)),
        ("12,500", true, CellValue::Number(12_500.0)),
        ("1.250.000", true, CellValue::Text("1.250.000".into())),
        ("12.500,-", true, CellValue::Text("12.500,-".into())),
        ("Rp 9.000", true, CellValue::Text("Rp 9.000".into())),
    ] {
        assert_eq!(kept(text, is_english).value, value, "{text} {is_english}");
    }
}

proptest! {
    /// However prices were typed, and into whichever sheet: what is read without a word is what was typed.
    #[test]
    fn no_price_is_read_a_thousandfold_or_a_thousandth_without_a_word(
        prices in prop::collection::vec((1_u64..2_000, 0_u32..4, 0_usize..7), 1..7),
        is_english: bool,
    ) {
        let prices: Vec<(u64, String)> = prices
            .into_iter()
            .map(|(digits, zeros, spelling)| {
                let price = (digits * 10_u64.pow(zeros)).max(100);
                (price, spellings(price)[spelling].clone())
            })
            .collect();
        let cells: Vec<Cell> = prices.iter().map(|(_, text)| kept(text, is_english)).collect();
        let file = SourceFile::new("daftar.xlsx", "");
        let place = |(row, cell)| (cell, Span::new(&file, row, 1, 1));
        let placed: Vec<(&Cell, Span)> = (1..).zip(&cells).map(place).collect();
        for ((price, text), judged) in prices.iter().zip(judge(Shape::Rupiah, &placed)) {
            if judged.remark.is_none() {
                let read = amount(&judged.text.unwrap_or_default());
                prop_assert!(read.is_none_or(|read| read == *price), "{text}, {is_english}: {read:?}");
            }
        }
    }
}

#[test]
fn a_remedy_never_asks_for_what_would_be_refused() {
    let file = SourceFile::new("daftar.xlsx", "");
    let help = |shape: Shape, cell: &Cell| {
        let judged = judge(shape, &[(cell, Span::new(&file, 1, 1, 1))]);
        judged[0].remark.as_ref().map(|remark| remark.help.id.clone()).expect("a remark")
    };
    assert!(help(Shape::Rupiah, &number(100.0)).contains("`Rp 100` sebagai teks"));
    assert!(!help(Shape::Rupiah, &number(12.5)).contains("12,5"), "12,5 rupiah is no price");
    assert!(help(Shape::Phone, &number(221_234_567.0)).contains("Teks"), "else its 0 is lost again");
    assert!(help(Shape::Date, &number(2_015.0)).contains("`2015-08-17`"));
}
