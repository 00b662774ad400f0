//! Services and units of a cooperative that are no goods (*gerai*).

use super::hours::HOURS;
use super::shape::{Section, Shape, key, needed};

/// A unit or service: an LPG agent, a pharmacy, a cold store.
pub static OUTLET: Section = Section {
    name: "gerai",
    keys: &[
        needed(
            "jenis",
            Shape::Text(60),
            "jenisnya: `sembako`, `lpg`, `pupuk`, `apotek`, `klinik`, `simpan-pinjam`, `agen-bank`, `pos`, `gudang`, `gudang-dingin`, `logistik`, `loket`, atau sebutan lain",
            "its kind: one of these words, or your own",
            "pupuk",
        ),
        key("nama", Shape::Local(100), "nama gerai, bila ada", "its name, if it has one", "Kios Tani"),
        key(
            "buka",
            Shape::Map(&HOURS),
            "jam layanannya, bila lain dari koperasi",
            "its hours, if not the cooperative's",
            "",
        ),
        key(
            "syarat",
            Shape::Locals(300),
            "siapa yang boleh",
            "who may use it",
            "[Petani yang terdaftar di e-RDKK]",
        ),
        key("bawa", Shape::Locals(160), "yang perlu dibawa", "what to bring", "[KTP]"),
        key("telepon", Shape::Phone, "nomornya sendiri", "its own number", "022-0000022"),
    ],
};
