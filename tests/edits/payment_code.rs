//! A photo of the code to pay with, changed between two builds.

use std::fs;
use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use super::{build, built, differences, files};

/// A photo of a printed code.
fn photo_of_code(text: &str) -> Vec<u8> {
    let code = fast_qr::QRBuilder::new(text).build().expect("short");
    let width = u32::try_from(code.size).expect("small");
    let side = (width + 8) * 8;
    let is_dark = |x: u32, y: u32| {
        let (column, row) = ((x / 8).checked_sub(4), (y / 8).checked_sub(4));
        column.zip(row).is_some_and(|(column, row)| {
            column < width && row < width && code[row as usize][column as usize].value()
        })
    };
    let picture = RgbImage::from_fn(side, side, |x, y| Rgb(if is_dark(x, y) { [40; 3] } else { [225; 3] }));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture).write_to(&mut bytes, ImageFormat::Jpeg).expect("encodes");
    bytes.into_inner()
}

#[test]
fn a_new_photo_of_the_payment_code_is_a_new_code_on_the_page() {
    const FIRST: &str = "00020101021126680016ID.CO.CONTOH.WWW01189360099900000000170215CONTOH0000000010303UMI51440014ID.CO.QRIS.WWW0215ID00000000000170303UMI5204541153033605802ID5915KOPERASI CONTOH6012KAB. BANDUNG61054037862070703A01630471FC";
    const SECOND: &str = "00020101021226680016ID.CO.CONTOH.WWW01189360099900000000170215CONTOH0000000010303UMI51440014ID.CO.QRIS.WWW0215ID00000000000170303UMI5204541153033605405125005802ID5915KOPERASI CONTOH6012KAB. BANDUNG61054037862070703A016304C98F";
    let (folder, _) = built();
    let (site, output) = (folder.path(), folder.path().join("public"));
    let home = site.join("content/contoh");
    fs::create_dir_all(home.join("foto")).expect("made");
    let profile = "nama: Koperasi Contoh\nkontak: {whatsapp: 0812-0000-0000}\ndiperbarui: 2026-11-01\nproduk: [{nama: Susu}]\npembayaran: {qris_foto: foto/qris.jpg}\n";
    fs::write(home.join("profil.yaml"), profile).expect("written");
    let shown = |code: &str| {
        fs::write(home.join("foto/qris.jpg"), photo_of_code(code)).expect("written");
        build(site, &output, &site.join(".etalase/cache"));
        assert_eq!(differences(site, &output), Vec::<String>::new());
        let mut codes = files(&output.join("contoh/foto"));
        codes.retain(|name, _| name.starts_with("qris-"));
        assert_eq!(codes.len(), 1, "{:?}", codes.keys());
        codes
    };
    assert_ne!(shown(FIRST), shown(SECOND));
}
