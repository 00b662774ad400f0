//! How goods reach a buyer: fetched at a place, or brought to an area.

use super::shape::{Section, Shape, key, needed};

/// A place where a buyer fetches goods.
pub static PICKUP: Section = Section {
    name: "ambil",
    keys: &[
        needed("tempat", Shape::Local(120), "tempat mengambil", "where to fetch it", "Gudang koperasi"),
        key("waktu", Shape::Local(120), "hari dan jamnya", "days and hours", "Setiap hari 06.00-10.00"),
    ],
};

/// An area to which the cooperative brings goods.
pub static DELIVERY: Section = Section {
    name: "antar",
    keys: &[
        needed("wilayah", Shape::Local(120), "sampai mana diantar", "how far", "Rancabali dan Ciwidey"),
        key(
            "ongkos",
            Shape::Rupiah,
            "ongkos antar; 0 bila gratis, kosong bila ditanyakan",
            "cost; 0 where it is free, left out where it is asked for",
            "Rp 10.000",
        ),
        key("mulai", Shape::Rupiah, "belanja paling sedikit", "smallest sum", "Rp 50.000"),
        key("gratis", Shape::Rupiah, "gratis mulai belanja", "free from this sum on", "Rp 200.000"),
    ],
};
