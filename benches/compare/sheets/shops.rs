//! The workbook that is imported: what an office has of its cooperatives, and what they sell.

use rust_xlsxwriter::{Workbook, XlsxError};

/// Cooperatives, and goods of each.
const COOPERATIVES: u32 = 1_000;
const GOODS: u32 = 10;

/// One sheet of cooperatives and one of goods, as a person keeps them: every cell text, as in the template.
pub(crate) fn make() -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Koperasi")?;
    sheet.write_row(0, 0, ["Nama Koperasi", "WhatsApp", "Kabupaten/Kota", "Alamat"])?;
    for number in 0..COOPERATIVES {
        let phone = format!("0812-{:04}-{:04}", number / 100, number);
        let address = format!("Jl. Contoh No. {number}");
        sheet.write_row(number + 1, 0, [name(number), phone, "Kabupaten Bandung".to_owned(), address])?;
    }
    let sheet = book.add_worksheet().set_name("Produk")?;
    sheet.write_row(0, 0, ["Koperasi", "Nama Produk", "Harga", "Satuan", "Kategori", "Stok"])?;
    for row in 0..COOPERATIVES * GOODS {
        let product = format!("Barang contoh {row}");
        let price = format!("Rp {}.{}00", 10 + row * 37 % 900, row % 10);
        let [unit, category, stock] =
            [["kg", "pak", "botol"], ["Pangan", "Minuman", "Kerajinan"], ["ada", "habis", "tersedia"]]
                .map(|words| words[row as usize % 3].to_owned());
        sheet.write_row(row + 1, 0, [name(row / GOODS), product, price, unit, category, stock])?;
    }
    book.save_to_buffer()
}

fn name(number: u32) -> String {
    format!("Koperasi Contoh {number:04}")
}
