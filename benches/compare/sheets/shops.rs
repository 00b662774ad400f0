//! The workbook that is imported: what an office has of its cooperatives, and what they sell.

use rust_xlsxwriter::{Workbook, XlsxError};

/// Cooperatives, and goods of each.
const COOPERATIVES: u32 = 1_000;
const GOODS: u32 = 10;

/// One sheet of cooperatives and one of goods, as a person keeps them: every cell text, as in the template.
pub(crate) fn make() -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Koperasi")?;
    sheet.write_row(0, 0, ["Nama Koperasi", "WhatsApp", "Kabupaten/Kota", "Alamat", "Jumlah Anggota"])?;
    for number in 0..COOPERATIVES {
        let phone = format!("0812-{:04}-{:04}", number / 100, number);
        let address = format!("Jl. Contoh No. {number}");
        let place = "Kabupaten Bandung".to_owned();
        sheet.write_row(number + 1, 0, [name(number), phone, place, address, (20 + number).to_string()])?;
    }
    let sheet = book.add_worksheet().set_name("Produk")?;
    let heads =
        ["Koperasi", "Nama Produk", "Kode", "Harga", "Harga Anggota", "Satuan", "Kategori", "Stok", "Berat"];
    sheet.write_row(0, 0, heads)?;
    for row in 0..COOPERATIVES * GOODS {
        let price = 10 + row * 37 % 900;
        let word = |words: [&str; 3]| words[row as usize % 3].to_owned();
        let cells = [
            name(row / GOODS),
            format!("Barang contoh {row}"),
            format!("BRG-{row}"),
            format!("Rp {price}.{}00", row % 10),
            format!("Rp {}.500", price - 1),
            word(["kg", "pak", "botol"]),
            word(["Pangan", "Minuman", "Kerajinan"]),
            word(["ada", "habis", "tersedia"]),
            word(["250 g", "1 kg", "500 ml"]),
        ];
        sheet.write_row(row + 1, 0, cells)?;
    }
    book.save_to_buffer()
}

fn name(number: u32) -> String {
    format!("Koperasi Contoh {number:04}")
}
