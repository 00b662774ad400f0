//! The one table of catalogues that other shops and tills export: by which heads they are known, and what of them is
//! taken. Heads are folded as `words::fold` does; one that ends in `*` stands for all that begin so.

/// What a column of a foreign catalogue gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Take {
    /// The value of this key, as it stands.
    Own(&'static str),
    /// Rows with the same value are choices, or further photos, of one product.
    Group,
    /// The same, and a number: rows without one are hints for whoever fills the sheet in.
    GroupNumber,
    /// An amount in the English way: `12,500.00`, `12500.00 IDR`. Where amounts are Indonesian, the key `harga` is filled.
    Price,
    /// The amount of a sale, and from when to when it holds.
    SalePrice,
    /// First day of a sale.
    SaleFrom,
    /// Last day of a sale.
    SaleTo,
    /// Both, with a stroke between them.
    SaleSpan,
    /// The number on a package. Shops keep codes of their own there, too.
    BarCode,
    /// The value of an option: it names the choice.
    Choice,
    /// A description in HTML.
    Html,
    /// Addresses or names of photos.
    Photos,
    /// A category with those above it: `Food > Snacks`, `All / Food`; the last is taken, of several the first.
    Category,
    /// The smallest order; one is no more than what every shop sells.
    Least,
    /// A number of grams.
    Grams,
    /// A number of kilograms.
    Kilograms,
    /// Words or a number that say whether it can be had.
    Stock,
    /// `draft`, `false`, `0`, `N`: not on sale there, so not taken.
    Published,
    /// The kind of a row, and whose choice it is, in `WooCommerce`.
    WooType,
    /// The same: `id:12`, or a code.
    WooParent,
    /// The number that `id:12` means.
    WooId,
    /// What a shop keeps to itself.
    Private,
}

/// A catalogue as another program writes it.
#[derive(Debug)]
pub(super) struct Catalogue {
    /// Its name, for findings.
    pub(super) name: &'static str,
    /// Folded heads that only it has together.
    pub(super) signature: &'static [&'static str],
    /// Its columns. What is not here is not taken, and told.
    pub(super) columns: &'static [(&'static str, Take)],
    /// The name of the only choice of a product that has none.
    pub(super) no_choice: &'static str,
    /// Where the heads are known from, and when they were looked at.
    pub(super) source: &'static str,
}

use Take::{
    BarCode, Category, Choice, Grams, Group, GroupNumber, Html, Kilograms, Least, Own, Photos, Price,
    Private, Published, SaleFrom, SalePrice, SaleSpan, SaleTo, Stock, WooId, WooParent, WooType,
};

/// Every catalogue that is known, the narrower signature first.
pub(super) const CATALOGUES: &[Catalogue] = &[
    Catalogue {
        name: "Shopify",
        signature: &["url handle", "title", "price"],
        columns: &[
            ("url handle", Group),
            ("title", Own("nama")),
            ("description", Html),
            ("type", Own("kategori")),
            ("product category", Category),
            ("published on online store", Published),
            ("status", Published),
            ("sku", Own("kode")),
            ("barcode", BarCode),
            ("option1 value", Choice),
            ("option2 value", Choice),
            ("option3 value", Choice),
            ("price", Price),
            ("cost per item", Private),
            ("inventory quantity", Stock),
            ("weight value grams", Grams),
            ("product image url", Photos),
            ("image source", Photos),
        ],
        no_choice: "Default Title",
        source: "Shopify 2025, 2026-11-29",
    },
    Catalogue {
        name: "Shopify",
        signature: &["handle", "title", "variant price"],
        columns: &[
            ("handle", Group),
            ("title", Own("nama")),
            ("body html", Html),
            ("type", Own("kategori")),
            ("product category", Category),
            ("published", Published),
            ("status", Published),
            ("variant sku", Own("kode")),
            ("variant barcode", BarCode),
            ("option1 value", Choice),
            ("option2 value", Choice),
            ("option3 value", Choice),
            ("variant price", Price),
            ("cost per item", Private),
            ("variant inventory qty", Stock),
            ("variant grams", Grams),
            ("image src", Photos),
        ],
        no_choice: "Default Title",
        source: "Shopify 2024, 2026-11-29",
    },
    Catalogue {
        name: "WooCommerce",
        signature: &["type", "name", "regular price"],
        columns: &[
            ("id", WooId),
            ("type", WooType),
            ("sku", Own("kode")),
            ("gtin upc ean or isbn", BarCode),
            ("name", Own("nama")),
            ("published", Published),
            ("description", Html),
            ("date sale price starts", SaleFrom),
            ("date sale price ends", SaleTo),
            ("in stock", Stock),
            ("weight kg", Kilograms),
            ("weight g", Grams),
            ("sale price", SalePrice),
            ("regular price", Price),
            ("categories", Category),
            ("images", Photos),
            ("parent", WooParent),
            ("attribute 1 value s", Choice),
            ("attribute 2 value s", Choice),
            ("attribute 3 value s", Choice),
            ("cost of goods*", Private),
        ],
        no_choice: "",
        source: "woocommerce.com/document/product-csv-importer-exporter, 2026-11-29",
    },
    Catalogue {
        name: "Google Merchant / Meta",
        signature: &["id", "title", "price", "availability"],
        columns: &[
            ("id", Own("kode")),
            ("title", Own("nama")),
            ("description", Html),
            ("availability", Stock),
            ("price", Price),
            ("sale price", SalePrice),
            ("sale price effective date", SaleSpan),
            ("gtin", BarCode),
            ("product type", Category),
            ("google product category", Category),
            ("item group id", Group),
            ("size", Choice),
            ("color", Choice),
            ("material", Choice),
            ("image link", Photos),
            ("additional image link", Photos),
            ("unit pricing measure", Own("berat")),
            ("cost of goods sold", Private),
        ],
        no_choice: "",
        source: "support.google.com/merchants/answer/7052112, facebook.com/business/help/120325381656392, 2026-11-29",
    },
    Catalogue {
        name: "Loyverse",
        signature: &["handle", "sku", "name", "category"],
        columns: &[
            ("handle", Group),
            ("sku", Own("kode")),
            ("name", Own("nama")),
            ("category", Own("kategori")),
            ("description", Html),
            ("option 1 value", Choice),
            ("option 2 value", Choice),
            ("option 3 value", Choice),
            ("cost", Private),
            ("barcode", BarCode),
            ("available for sale*", Published),
            ("price*", Price),
            ("default price", Price),
        ],
        no_choice: "",
        source: "Loyverse 2026-07-14, 2026-11-29",
    },
    Catalogue {
        name: "Square",
        signature: &["token", "item name", "variation name"],
        columns: &[
            ("item name", Own("nama")),
            ("variation name", Choice),
            ("sku", Own("kode")),
            ("description", Html),
            ("category", Own("kategori")),
            ("categories", Category),
            ("price", Price),
            ("gtin", BarCode),
            ("default unit cost", Private),
        ],
        no_choice: "Regular",
        source: "Square 2026, 2026-11-29",
    },
    Catalogue {
        name: "Shopee",
        signature: &["et title product id", "et title product name"],
        columns: &[
            ("et title product id", GroupNumber),
            ("et title product name", Own("nama")),
            ("et title product description", Html),
            ("et title variation name", Choice),
            ("et title variation sku", Own("kode")),
            ("et title variation price", Price),
            ("et title variation stock", Stock),
            ("ps gtin code", BarCode),
            ("ps item cover image", Photos),
            ("ps item image*", Photos),
        ],
        no_choice: "",
        source: "Shopee Mass Update 2026, 2026-11-29",
    },
    Catalogue {
        name: "Tokopedia",
        signature: &["nama produk", "minimum pemesanan", "nomor etalase"],
        columns: &[
            ("nama produk", Own("nama")),
            ("deskripsi produk", Html),
            ("berat gram", Grams),
            ("minimum pemesanan", Least),
            ("foto produk*", Photos),
            ("gambar*", Photos),
            ("sku name", Own("kode")),
            ("status", Published),
            ("jumlah stok", Stock),
            ("harga rp", Price),
        ],
        no_choice: "",
        source: "sheet `ISI Template Impor Produk` of Tokopedia, 2026-11-30",
    },
    Catalogue {
        name: "Odoo",
        signature: &["name", "default code", "list price"],
        columns: &[
            ("name", Own("nama")),
            ("default code", Own("kode")),
            ("barcode", BarCode),
            ("list price", Price),
            ("standard price", Private),
            ("categ id*", Category),
            ("uom id*", Own("satuan")),
            ("description sale", Html),
            ("sale ok", Published),
        ],
        no_choice: "",
        source: "Odoo product.template, 2026-11-29",
    },
    Catalogue {
        name: "Odoo",
        signature: &["name", "internal reference", "sales price"],
        columns: &[
            ("name", Own("nama")),
            ("internal reference", Own("kode")),
            ("barcode", BarCode),
            ("sales price", Price),
            ("cost", Private),
            ("product category", Category),
            ("unit of measure", Own("satuan")),
            ("sales description", Html),
        ],
        no_choice: "",
        source: "Odoo, 2026-11-29",
    },
    Catalogue {
        name: "Moka",
        signature: &["items name do not edit", "variant name", "basic price"],
        columns: &[
            ("items name do not edit", Own("nama")),
            ("category", Own("kategori")),
            ("variant name", Choice),
            ("sku", Own("kode")),
            ("barcode", BarCode),
            ("basic price", Price),
            ("in stock", Stock),
        ],
        no_choice: "",
        source: "Moka Item Library, as public programs read it, 2026-12-01",
    },
    Catalogue {
        name: "iPos",
        signature: &["kode item", "nama item", "jenis", "harga pokok", "harga jual"],
        columns: &[
            ("kode item", Own("kode")),
            ("barcode", BarCode),
            ("nama item", Own("nama")),
            ("jenis", Own("kategori")),
            ("satuan", Own("satuan")),
            ("harga pokok", Private),
            ("harga jual", Own("harga")),
            ("stok awal", Stock),
            ("keterangan", Own("keterangan")),
        ],
        no_choice: "",
        source: "inspirasi.biz/manual/ipos5/ImportDataItemdariExcel.html, 2026-12-01",
    },
    Catalogue {
        name: "Jurnal",
        signature: &["nama produk", "kode produk sku", "unit satuan produk"],
        columns: &[
            ("nama produk", Own("nama")),
            ("kode produk sku", Own("kode")),
            ("deskripsi produk", Html),
            ("barcode", BarCode),
            ("unit satuan produk", Own("satuan")),
            ("kategori produk", Category),
            ("produk dijual", Published),
            ("harga jual", Own("harga")),
        ],
        no_choice: "",
        source: "help-center.jurnal.id/hc/id/articles/51001721008793, 2026-12-01",
    },
    Catalogue {
        name: "OpenSID",
        signature: &["id pelapak", "nama", "harga", "satuan"],
        columns: &[
            ("nama", Own("nama")),
            ("harga", Price),
            ("satuan", Own("satuan")),
            ("deskripsi", Html),
            ("foto", Photos),
        ],
        no_choice: "",
        source: "table `produk` of OpenSID, github.com/OpenSID/OpenSID, 2026-11-29",
    },
];

impl Catalogue {
    /// What a folded head gives.
    pub(super) fn take(&self, folded: &str) -> Option<Take> {
        let is_called = |known: &str| match known.strip_suffix('*') {
            Some(begin) => folded.starts_with(begin),
            None => folded == known,
        };
        self.columns.iter().find(|(known, _)| is_called(known)).map(|(_, take)| *take)
    }

    /// The catalogue whose heads these are, folded.
    pub(super) fn known_by(heads: &[String]) -> Option<&'static Self> {
        let has = |wanted: &&str| heads.iter().any(|head| head == *wanted);
        CATALOGUES.iter().find(|catalogue| catalogue.signature.iter().all(has))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::kind::key_at;
    use crate::keys::PRODUCT;

    #[test]
    fn every_catalogue_names_its_source_and_fills_keys_that_there_are() {
        for catalogue in CATALOGUES {
            let (_, day) = catalogue.source.rsplit_once(", ").expect("a source and a day");
            assert!(crate::model::Date::strptime("%Y-%m-%d", day).is_ok(), "{}", catalogue.name);
            let has = |take: Take| catalogue.columns.iter().any(|(_, known)| *known == take);
            assert!(has(Own("nama")) && (has(Price) || has(Own("harga"))), "{}", catalogue.name);
            for (head, take) in catalogue.columns {
                assert_eq!(
                    crate::import::words::fold(head.trim_end_matches('*')),
                    head.trim_end_matches('*')
                );
                if let Own(path) = take {
                    assert!(key_at(&PRODUCT, path).is_some(), "{path}");
                }
            }
        }
    }
}
