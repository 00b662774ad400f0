//! Cooperatives that publish sites of their own, as an office lists them.

use super::shape::{Section, Shape, key, needed};

/// One of them.
pub static LISTED_SITE: Section = Section {
    name: "situs",
    keys: &[
        needed(
            "alamat",
            Shape::Link,
            "alamat situs koperasinya",
            "address of the cooperative's site",
            "https://koperasi-susu.example/",
        ),
        key(
            "wilayah",
            Shape::Region,
            "wilayah yang boleh disebut situs itu",
            "region that the site may name",
            "\"32.04\"",
        ),
        key(
            "slug",
            Shape::Slug,
            "namanya di portal ini, bila lain dari yang dipakai situsnya",
            "its name in this portal, if not the one of its site",
            "koperasi-susu",
        ),
    ],
};

/// All of them: `content/_situs.yaml`.
pub static SITES: Section = Section {
    name: "daftar situs",
    keys: &[needed(
        "situs",
        Shape::List(&LISTED_SITE),
        "koperasi yang punya situs sendiri",
        "cooperatives with sites of their own",
        "",
    )],
};
