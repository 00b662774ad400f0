//! Catalogues of other shops, and sheets and photos that stand elsewhere.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::thread;

use crate::sheets::{HAND_MADE, codes, told};
use crate::site::Site;

/// Catalogues as other shops export them, and what the profile then says.
const CATALOGUES: &[(&str, &str, &[&str])] = &[
    (
        "Shopify",
        "Handle,Title,Body (HTML),Vendor,Type,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Inventory Qty,Variant Price,Image Src,Cost per item\n\
             kopi,Kopi lereng,\"<p>Dari <b>lereng</b>.</p>\",X,Kopi,true,Ukuran,100 g,K-1,100,5,12500.00,https://contoh.id/kopi.jpg,9000\n\
             kopi,,,,,,,250 g,K-2,250,0,29000.00,,\n\
             teh,Teh,,X,Teh,true,Title,Default Title,T-1,0,3,8000,,\n\
             lama,Barang lama,,X,Teh,false,Title,Default Title,L-1,0,3,8000,,\n",
        &[
            "nama: Kopi lereng",
            "Dari **lereng**.",
            "100 g",
            "Rp 12.500",
            "Rp 29.000",
            "nama: Teh",
            "Rp 8.000",
        ],
    ),
    (
        "WooCommerce",
        "ID,Type,SKU,Name,Published,Description,In stock?,Sale price,Regular price,Date sale price ends,Categories,Images,Parent,Attribute 1 name,Attribute 1 value(s)\n\
             1,simple,S1,Kopi,1,Enak,1,10000,12500,2026-12-31,\"Minuman > Kopi, Lain\",https://contoh.id/a.jpg,,,\n\
             2,variable,V1,Teh,1,Wangi,1,,,,Minuman,,,Rasa,\"Melati, Hijau\"\n\
             3,variation,V1-M,Teh - Melati,1,,1,,8000,,,,V1,Rasa,Melati\n\
             4,variation,V1-H,Teh - Hijau,1,,0,,9000,,,,V1,Rasa,Hijau\n",
        &[
            "nama: Kopi",
            "Rp 12.500",
            "promo",
            "Rp 10.000",
            "2026-12-31",
            "kategori: Kopi",
            "nama: Teh",
            "Melati",
            "Hijau",
            "Rp 9.000",
        ],
    ),
    (
        "Google Merchant / Meta",
        "id,title,description,availability,price,link,image_link,gtin,item_group_id\n\
             A1,Kopi,Enak,in stock,12500.00 IDR,https://contoh.id/a,https://contoh.id/a.jpg,,\n",
        &["nama: Kopi", "Rp 12.500", "tersedia"],
    ),
    (
        "Loyverse",
        "Handle,SKU,Name,Category,Sold by weight,Option 1 name,Option 1 value,Cost,Barcode,Track stock,Available for sale [Toko],Price [Toko],In stock [Toko]\n\
             kopi,10001,Kopi,Minuman,N,,,9000.00,,N,Y,12500.00,\n",
        &["nama: Kopi", "Rp 12.500", "kategori: Minuman"],
    ),
    (
        "Square",
        "Token,Item Name,Variation Name,SKU,Description,Category,Price,GTIN\n\
             t1,Kopi,Regular,K1,Enak,Minuman,12500,\nt2,Teh,Kecil,T1,,Minuman,8000,\nt3,Teh,Besar,T2,,Minuman,12000,\n",
        &["nama: Kopi", "Rp 12.500", "Kecil", "Besar", "Rp 12.000"],
    ),
    (
        "Shopee",
        "et_title_product_id,et_title_product_name,et_title_variation_id,et_title_variation_name,et_title_variation_sku,et_title_variation_price,ps_gtin_code,et_title_variation_stock\n\
             sales_info,a1b2,,,,,,\nKode Produk,Nama Produk,Kode Variasi,Nama Variasi,SKU,Harga,GTIN,Stok\n,,,,,Wajib,,Wajib\n\
             50562805590,Kopi,1,100 g,K1,12500,,5\n50562805590,Kopi,2,250 g,K2,29000,,0\n",
        &["nama: Kopi", "100 g", "Rp 12.500", "Rp 29.000", "habis"],
    ),
    (
        "Tokopedia",
        ",,,,,,,,,,,\nPesan Error,Nama Produk*,Deskripsi Produk,Kode Kategori*,Berat* (Gram),Minimum Pemesanan*,Nomor Etalase,Foto Produk 1*,SKU Name,Status*,Jumlah Stok*,Harga (Rp)*\n\
             ,Kopi,Enak,123,250,2,1,https://contoh.id/a.jpg,K1,Aktif,5,12500\n,Teh,Wangi,123,100,1,1,,T1,Aktif,0,8000\n\
             ,Barang lama,,123,100,1,1,,L1,Nonaktif,3,8000\n",
        &["nama: Kopi", "Enak", "250 g", "minimal: 2", "kode: K1", "Rp 12.500", "Rp 8.000", "stok: habis"],
    ),
    (
        "Odoo",
        "id,name,default_code,barcode,list_price,standard_price,categ_id/name,uom_id/name\n\
             __export__.a,Kopi,K1,,12500.0,9000.0,All / Minuman,pak\n",
        &["nama: Kopi", "Rp 12.500", "kategori: Minuman", "satuan: pak"],
    ),
    (
        "Moka",
        "Category,SKU,Items Name (Do Not Edit),Brand Name,Variant name,Basic - Price,In Stock,COGS\n\
             Minuman,K1,Kopi,,100 g,12500,5,9000\nMinuman,K2,Kopi,,250 g,29000,0,9000\nMinuman,T1,Teh,,,8000,,9000\n",
        &["nama: Kopi", "100 g", "Rp 12.500", "Rp 29.000", "nama: Teh", "Rp 8.000", "kategori: Minuman"],
    ),
    (
        "iPos",
        "Kode Item,Barcode,Nama Item,Jenis,Merek,Satuan,Harga Pokok,Harga Jual,Stok awal,Stok Minimum,Tipe Item,Rak,\
             Kode Suplier,Keterangan,Poin,Konsinyasi\n\
             K1,,Kopi,Minuman,Kita,pak,9000,\"12.500\",5,1,1,A1,S-9000,Enak,0,N\n\
             T1,,Teh,Minuman,,pak,9000,8000,0,1,1,A1,,,0,N\n",
        &[
            "nama: Kopi",
            "kode: K1",
            "satuan: pak",
            "Rp 12.500",
            "kategori: Minuman",
            "Enak",
            "Rp 8.000",
            "habis",
        ],
    ),
    (
        "Jurnal",
        "Nama Produk*,Kode Produk/SKU,Deskripsi Produk,Barcode,Unit Satuan Produk*,Kategori Produk,Pelacakan Stok*,\
             Produk Dijual*,Harga Jual,Harga Beli\n\
             Kopi,K1,Enak,,pak,Minuman; Kopi,Lacak,Ya,\"12.500\",9000\nBarang lama,L1,,,pak,,Lacak,Tidak,8000,9000\n",
        &["nama: Kopi", "kode: K1", "satuan: pak", "Rp 12.500", "kategori: Minuman", "Enak"],
    ),
    (
        "iPos",
        "Kode Item,Nama Item,Jenis,Merek,Satuan 1,Satuan 2,Barcode Satuan 1,Konversi 1,Konversi 2,Harga Pokok Satuan 1,\
             Harga Jual Satuan 1,Harga Jual Satuan 2,Keterangan\n\
             K1,Kopi,Minuman,Kita,pak,dus,,1,12,9000,\"12.500\",140000,Enak\n",
        &["nama: Kopi", "kode: K1", "satuan: pak", "Rp 12.500", "kategori: Minuman", "Enak"],
    ),
    (
        "Accurate",
        "Kode Barang,Nama Barang,Jenis Barang,Kategori Barang,Satuan,Satuan #2,Rasio Satuan #2,Def. Hrg. Jual Satuan #1,\
             Def. Hrg. Jual Satuan #2,Harga Beli,Non Aktif\n\
             K1,Kopi,INV,Minuman,pak,dus,24.000000,12500.000000,290000.000000,9000,TIDAK\n\
             L1,Barang lama,INV,Minuman,pak,,,8000.000000,,9000,YA\n",
        &["nama: Kopi", "kode: K1", "satuan: pak", "Rp 12.500", "kategori: Minuman"],
    ),
    (
        "Accurate",
        ",,,,,,,,\nNo,Kode,UPC/Barcode,Kategori,Nama Barang,Pemasok,Satuan,Kts,Def. Hrg. Jual Sa,Nilai Satuan,Nilai Total\n\
             1,K1,,Minuman,Kopi,CV Kita,pak,5,12500,9000,45000\n2,T1,,Minuman,Teh,CV Kita,pak,0,8000,9000,0\n",
        &["nama: Kopi", "Rp 12.500", "nama: Teh", "Rp 8.000", "stok: habis"],
    ),
    (
        "TikTok Shop / Tokopedia",
        "product_id,category,product_name,product_status,sku_id,variation_value,product_description,brand,price,quantity,\
             seller_sku,parcel_weight,main_image,image_2\n\
             V4,All_Information,metric,,,,,,,,,,,\nID Produk,Kategori,Nama Produk,,,,,,Harga,Stok,,,,\n\
             Wajib,,,,,,,,Wajib,,,,,\nTidak bisa diubah,,,,,,,,,,,,,\n\
             1736550001,Kopi (600012),Kopi,,11,100 g,<p>Enak</p>,,12500,5,K1,200,https://contoh.id/a.jpg,\n\
             1736550001,Kopi (600012),Kopi,,12,250 g,<p>Enak</p>,,29000,0,K2,400,https://contoh.id/a.jpg,\n\
             1736550002,Teh (600013),Teh,,21,Default,,,8000,3,T1,100,,\n",
        &["nama: Kopi", "kategori: Kopi", "Enak", "100 g", "Rp 12.500", "Rp 29.000", "nama: Teh", "Rp 8.000"],
    ),
    (
        "Lazada",
        "Product ID,catId,Product Name,currencyCode,sku.skuId,status,Shop SKU,SpecialPrice,SpecialPrice Start,\
             SpecialPrice End,Price,SellerSKU,Quantity,Variations Combo,tr(s-wb-product@md5key)\n\
             Wajib,,,,,,,,,,,,,,\nPetunjuk,,,,,,,,,,,,,,\n,,,,,,,,,,,,,,\n\
             501,9,Kopi,IDR,1,active,x,10000,2026-11-01,2026-12-31,12500,K1,5,,a\n\
             502,9,Barang lama,IDR,2,inactive,x,,,,8000,L1,5,,b\n",
        &["nama: Kopi", "kode: K1", "Rp 12.500", "Rp 10.000", "2026-12-31"],
    ),
    (
        "Lazada",
        ",,,,,,,,,\nGroup No,Catid,Nama Produk,Gambar produk1,currencyCode,Merek,Long Description (Lorikeet),Package Weight,\
             Harga,SpecialPrice,SpecialPrice Start,SpecialPrice End,Seller SKU\n\
             1,9,Kopi,https://contoh.id/a.jpg,IDR,Kita,<p>Enak</p>,0.3,12500,,,,K1\n",
        &["nama: Kopi", "kode: K1", "Rp 12.500", "Enak"],
    ),
    (
        "Blibli",
        "Blibli SKU,Nama Produk,SKU Code,Seller SKU,Harga (Rp),Harga Penjualan (Rp),Stok,Tipe Penanganan,Toko/Gudang,\
             Ditampilkan,Dapat Dibeli,Offline To Online\n\
             TOK-1,Kopi,MTA-1,K1,12500,12500,5,1,PP-1,1,1,0\nTOK-2,Barang lama,MTA-2,L1,8000,8000,5,1,PP-1,0,0,0\n",
        &["nama: Kopi", "kode: K1", "Rp 12.500", "tersedia"],
    ),
    (
        "OpenSID",
        "id,id_pelapak,id_produk_kategori,nama,harga,satuan,tipe_potongan,potongan,deskripsi,foto,status\n\
             1,3,2,Kopi,12500,pak,1,0,<p>Enak</p>,\"[\"\"kopi.jpg\"\"]\",1\n",
        &["nama: Kopi", "Rp 12.500", "satuan: pak", "Enak"],
    ),
];

#[test]
fn catalogues_of_other_shops_are_read_as_they_are() {
    for (name, sheet, parts) in CATALOGUES {
        let site = Site::with_profile(HAND_MADE);
        let run = site.import("katalog.csv", sheet, "");
        assert_eq!(run.code, 0, "{name}: {}", run.stderr);
        assert!(run.stderr.contains(&format!("a catalogue of {name}")), "{name}: {}", run.stderr);
        let profile = site.profile();
        for part in *parts {
            assert!(profile.contains(part), "{name}: {part} is not in {profile}");
        }
        for secret in ["9000", "9.000\n", "Barang lama"] {
            assert!(!profile.contains(secret) || *name == "WooCommerce", "{name}: {profile}");
        }
        let again = site.profile();
        assert_eq!(site.run_import("katalog.csv").code, 0);
        assert_eq!(site.profile(), again, "{name}: a second import changes nothing");
        assert_eq!(site.run("check").code, 0, "{name}");
    }
}

#[test]
fn what_goods_have_cost_is_never_taken_and_that_is_said() {
    for head in ["Harga Modal", "Harga Beli", "HPP", "COGS", "Harga Pokok Rata-rata", "Cost", "Modal (Rp)"] {
        for sheet in [
            format!("Nama Barang,Harga Jual,{head}\nKopi,12500,9000\n"),
            format!("Items Name (Do Not Edit),Variant name,Basic - Price,{head}\nKopi,,12500,9000\n"),
        ] {
            let site = Site::with_profile(HAND_MADE);
            let run = site.import("katalog.csv", &sheet, "");
            assert_eq!(run.code, 0, "{head}: {}", run.stderr);
            let says = |words: &str| run.stderr.contains(words);
            let is_told = says("was skipped: purchase prices") || says("never taken, being the shop's own");
            assert!(is_told && says(&format!("`{head}`")), "{head}: {}", run.stderr);
            let profile = site.profile();
            assert!(
                profile.contains("12.500") && !profile.contains("9.000") && !profile.contains("9000"),
                "{profile}"
            );
        }
    }
}

/// Serves a sheet that names a photo at the same place, and the photo, as often as it is asked; gives its address.
fn shop_elsewhere() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("bound"));
    let sheet =
        format!("Nama Barang,Harga,Foto\nKopi,Rp 12.500,{address}/a/1.jpg {address}/hilang\n").into_bytes();
    let mut photo = Vec::new();
    let pixels = image::RgbImage::from_pixel(64, 48, image::Rgb([200, 120, 40]));
    pixels.write_to(&mut std::io::Cursor::new(&mut photo), image::ImageFormat::Jpeg).expect("a photo");
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            let mut request = [0; 4096];
            let length = stream.read(&mut request).unwrap_or(0);
            let asked = String::from_utf8_lossy(&request[..length]).into_owned();
            let (status, body) = match asked.split(' ').nth(1) {
                Some("/harga.csv") => ("200 OK", &sheet),
                Some("/a/1.jpg") => ("200 OK", &photo),
                _ => ("404 Not Found", &Vec::new()),
            };
            let head =
                format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
            let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
        }
    });
    address
}

#[test]
fn the_network_is_asked_only_with_leave_and_the_last_good_copy_is_kept() {
    let site = Site::with_profile(HAND_MADE);
    let address = shop_elsewhere();
    let run = site.run_import(&format!("{address}/harga.csv --json"));
    assert_eq!((run.code, codes(&run)), (1, vec!["address-without-fetch".to_owned()]));
    // Without more leave, not this machine.
    let run = site.run_import(&format!("{address}/harga.csv --json --fetch"));
    assert_eq!((run.code, codes(&run)), (1, vec!["sheet-not-fetched".to_owned()]));
    let run = site.run_import(&format!("{address}/harga.csv --json --fetch --fetch-photos --allow-private"));
    assert_eq!(
        (run.code, codes(&run)),
        (0, vec!["photo-at-an-address".to_owned(), "photo-not-fetched".to_owned()])
    );
    assert!(site.profile().contains("foto/kopi.jpg"), "{}", site.profile());
    assert_eq!(site.run("check").code, 0);
    // Nobody answers any more: the copy is taken, and that is said.
    let gone = "http://127.0.0.1:1/harga.csv";
    let run = site.run_import(&format!("{gone} --json --fetch --allow-private"));
    assert_eq!((run.code, codes(&run)), (1, vec!["sheet-not-fetched".to_owned()]));
    let run = site.run_import(&format!("{address}/harga.csv --json --fetch"));
    assert_eq!((run.code, &codes(&run)[..1]), (0, &["sheet-not-fetched".to_owned()][..]), "{}", run.stdout);
}

#[test]
fn bar_codes_are_taken_by_their_check_digit_and_a_shops_own_codes_are_told() {
    let site = Site::with_profile(HAND_MADE);
    let sheet = "Handle,Title,Variant Price,Option1 Value,Variant Barcode,Status\n\
                 kopi,Kopi,12500.00,Default Title,'9520000000011,active\n\
                 teh,Teh,8000.00,Default Title,12345678905,active\n\
                 gula,Gula,9000.00,Default Title,GL-1,active\n\
                 beras,Beras,9000.00,Default Title,9520000000012,active\n\
                 garam,Garam,3000.00,Default Title,,Nonaktif\n";
    let run = site.import("katalog.csv", sheet, "--json");
    assert_eq!(run.code, 0, "{}", run.stdout);
    assert_eq!(told(&run, "catalogue-bar-code"), [("warning".to_owned(), "E4".to_owned())]);
    assert!(run.stdout.contains("E5") && run.stdout.contains("leave it if it is a code"), "{}", run.stdout);
    assert_eq!(told(&run, "catalogue-not-on-sale"), [("warning".to_owned(), "B6".to_owned())]);
    let profile = site.profile();
    assert!(profile.contains("9520000000011") && profile.contains("012345678905"), "{profile}");
    assert!(!profile.contains("9520000000012") && !profile.contains("GL-1"), "{profile}");
    assert!(profile.contains("Beras") && !profile.contains("Garam"), "{profile}");
}
