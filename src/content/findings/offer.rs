//! Products and openings as a catalogue: addresses, members, marketplaces.

use super::{advice, choices, error, shown, text, warning};
use crate::content::typed::Typed;
use crate::finding::{Finding, Span};

/// A name of which no address can be made.
pub(in crate::content) fn no_slug(at: Span, name: &str) -> Finding {
    let name = shown(name);
    error(
        "no-slug",
        at,
        text(
            format!("dari `{name}` tidak bisa dibuat alamat halaman"),
            format!("no address can be made of `{name}`"),
        ),
        text("nama yang memuat huruf atau angka", "a name with letters or digits"),
        text(
            "tambahkan `id:` dengan huruf kecil, mis. `id: susu-segar`",
            "add `id:` in lower case, for example `id: susu-segar`",
        ),
    )
}

/// An id that is no slug.
pub(in crate::content) fn not_a_slug(typed: Typed<'_>, mended: Option<&str>) -> Finding {
    let (key, word) = (typed.key, shown(typed.text));
    error(
        "not-a-slug",
        typed.span(),
        text(format!("`{key}` berisi `{word}`"), format!("`{key}` holds `{word}`")),
        text(
            "huruf kecil, angka dan tanda hubung, mis. `susu-segar`",
            "lower-case letters, digits and hyphens, for example `susu-segar`",
        ),
        match mended {
            Some(mended) => text(format!("tulis `{key}: {mended}`"), format!("write `{key}: {mended}`")),
            None => text("pilih kata lain", "choose another word"),
        },
    )
}

/// Two things at one address.
pub(in crate::content) fn slug_taken(at: Span, what: (&str, &str), slug: &str, first_line: u32) -> Finding {
    error(
        "slug-taken",
        at,
        text(
            format!("alamat `{slug}` sudah dipakai {} di baris {first_line}", what.0),
            format!("the address `{slug}` is taken by the {} in line {first_line}", what.1),
        ),
        text("alamat yang berbeda untuk tiap halaman", "an address of its own for each page"),
        text(
            format!("ganti namanya, atau beri `id` lain, mis. `id: {slug}-2`"),
            format!("rename it, or give it another `id`, for example `id: {slug}-2`"),
        ),
    )
}

/// Two stories at one address.
pub(in crate::content) fn story_slug_taken(at: Span, slug: &str, other: &str) -> Finding {
    error(
        "slug-taken",
        at,
        text(
            format!("alamat `{slug}` sudah dipakai berkas `{other}.md`"),
            format!("the address `{slug}` is taken by the file `{other}.md`"),
        ),
        text("alamat yang berbeda untuk tiap halaman", "an address of its own for each page"),
        text("ganti nama salah satu berkas", "rename one of the files"),
    )
}

/// `cerita/foto.md`: a page may not lie where browsers may keep files for a year.
pub(in crate::content) fn address_moved(at: Span, slug: &str, address: &str) -> Finding {
    advice(
        "address-moved",
        at,
        text(
            format!(
                "halaman ini terbit di `{address}`, karena folder `{slug}` disediakan untuk berkas situs"
            ),
            format!(
                "this page is published at `{address}`, since folders called `{slug}` are for files of the site"
            ),
        ),
        text(
            "nama berkas yang bisa menjadi alamatnya, selain `foto`, `aset` dan `kartu`",
            "a name that can be its address, other than `foto`, `aset` and `kartu`",
        ),
        text(
            format!("ganti nama berkasnya, mis. `cerita-{slug}.md`, sebelum alamatnya dibagikan"),
            format!("rename the file, for example `cerita-{slug}.md`, before its address is shared"),
        ),
    )
}

/// Two variants that nothing tells apart.
pub(in crate::content) fn variant_twice(at: Span, name: &str) -> Finding {
    let name = shown(name);
    error(
        "variant-twice",
        at,
        text(format!("ada dua varian bernama `{name}`"), format!("two variants are called `{name}`")),
        text("nama yang berbeda untuk tiap varian", "a name of its own for each variant"),
        text("ganti nama salah satu, atau hapus", "rename one of them, or remove it"),
    )
}

/// An old address that is the present one.
pub(in crate::content) fn old_slug_is_current(typed: Typed<'_>) -> Finding {
    let word = shown(typed.text);
    error(
        "old-slug-is-current",
        typed.span(),
        text(
            format!("`{word}` alamat yang sekarang, bukan alamat lama"),
            format!("`{word}` is the present address, not an old one"),
        ),
        text("nama yang dulu", "an earlier name"),
        text("hapus dari `alamat_lama`", "remove it from `alamat_lama`"),
    )
}

/// An old address that is a page or a file of the site itself: leading it elsewhere would take that away.
pub(in crate::content) fn old_slug_of_the_site(typed: Typed<'_>) -> Finding {
    let word = shown(typed.text);
    warning(
        "old-slug-of-the-site",
        typed.span(),
        text(
            format!("`{word}` halaman atau folder situs ini sendiri, tidak bisa dialihkan"),
            format!("`{word}` is a page or folder of the site itself and cannot lead elsewhere"),
        ),
        text("nama folder koperasi ini yang dulu", "earlier names of this cooperative's folder"),
        text(format!("hapus `{word}` dari `alamat_lama`"), format!("remove `{word}` from `alamat_lama`")),
    )
}

/// A producer that is no member.
pub(in crate::content) fn unknown_producer(
    typed: Typed<'_>,
    nearest: Option<&str>,
    known: &[&str],
) -> Finding {
    let word = shown(typed.text);
    error(
        "unknown-producer",
        typed.span(),
        text(
            format!("tidak ada anggota UKM dengan id `{word}`"),
            format!("there is no member business with the id `{word}`"),
        ),
        if known.is_empty() {
            text("id dari daftar `anggota_ukm`", "an id of the list `anggota_ukm`")
        } else {
            text(choices(known, "atau"), choices(known, "or"))
        },
        match nearest {
            Some(nearest) => text(format!("maksud Anda `{nearest}`?"), format!("did you mean `{nearest}`?")),
            None => text(
                "tambahkan usahanya ke `anggota_ukm`, atau hapus `produsen`",
                "add the business to `anggota_ukm`, or remove `produsen`",
            ),
        },
    )
}

/// A link to another shop than its key says.
pub(in crate::content) fn other_marketplace(typed: Typed<'_>, host: &str) -> Finding {
    let (key, host) = (typed.key, shown(host));
    warning(
        "other-marketplace",
        typed.span(),
        text(
            format!("alamat di `{key}` menuju `{host}`"),
            format!("the address at `{key}` leads to `{host}`"),
        ),
        text(format!("halaman produk di {key}"), format!("a product's page at {key}")),
        text(
            "pindahkan ke kunci yang sesuai, atau salin alamat yang benar",
            "move it to the right key, or copy the right address",
        ),
    )
}

/// A weight that cannot be read; `meant` is what it probably is.
pub(in crate::content) fn not_a_weight(typed: Typed<'_>, meant: Option<&str>) -> Finding {
    let word = shown(typed.text);
    let help = match meant {
        Some(meant) => text(format!("tulis `{meant}`"), format!("write `{meant}`")),
        None => text("tulis berat bersih satu satuan produk", "write the net weight of one unit"),
    };
    error(
        "not-a-weight",
        typed.span(),
        text(format!("berat `{word}` tidak terbaca"), format!("weight `{word}` cannot be read")),
        text(
            "angka dan satuan: g, ons, kg, kuintal, ml atau liter; mis. `520 g`",
            "a number and a unit: g, ons, kg, kuintal, ml or liter; for example `520 g`",
        ),
        help,
    )
}

/// A weight whose comma groups thousands.
pub(in crate::content) fn weight_comma_groups(typed: Typed<'_>, meant: &str) -> Finding {
    let word = shown(typed.text);
    error(
        "weight-comma-groups",
        typed.span(),
        text(
            format!("berat `{word}` memakai koma untuk ribuan"),
            format!("weight `{word}` groups its thousands with a comma"),
        ),
        text(
            "titik untuk ribuan, koma untuk pecahan: `1.800 g` atau `1,8 kg`",
            "a dot for thousands, a comma for fractions: `1.800 g` or `1,8 kg`",
        ),
        text(format!("maksud Anda `{meant}`?"), format!("did you mean `{meant}`?")),
    )
}

/// A weight of one unit that few people could carry.
pub(in crate::content) fn weight_huge(typed: Typed<'_>, meant: Option<&str>) -> Finding {
    let word = shown(typed.text);
    warning(
        "weight-huge",
        typed.span(),
        text(format!("satu satuan seberat `{word}` jarang ada"), format!("one unit of `{word}` is rare")),
        text("berat bersih satu satuan, mis. `1,5 kg`", "the net weight of one unit, for example `1,5 kg`"),
        match meant {
            Some(meant) => text(format!("maksud Anda `{meant}`?"), format!("did you mean `{meant}`?")),
            None => text("periksa angka dan satuannya", "check number and unit"),
        },
    )
}

/// A price for a kilogram or a litre that is far from what anything costs.
pub(in crate::content) fn odd_price_per_measure(at: Span, each: u64, measure: &str) -> Finding {
    warning(
        "price-per-measure-odd",
        at,
        text(
            format!("dengan berat ini harganya menjadi Rp {each} per {measure}"),
            format!("at this weight it costs Rp {each} per {measure}"),
        ),
        text("berat satu satuan, dan harga satu satuan", "the weight of one unit, and the price of one unit"),
        text("periksa berat dan harganya", "check weight and price"),
    )
}

/// A unit that names another amount than it weighs.
pub(in crate::content) fn unit_and_weight_differ(at: Span) -> Finding {
    warning(
        "unit-and-weight-differ",
        at,
        text("`satuan` menyebut isi yang lain dari `berat`", "`satuan` names another amount than `berat`"),
        text(
            "isi di `satuan` dan `berat` bersih satu satuan yang sama",
            "the amount in `satuan`, and what one of it weighs",
        ),
        text(
            "periksa keduanya; harga dibandingkan menurut `satuan`",
            "check both; prices are compared by `satuan`",
        ),
    )
}

/// A shelf life that cannot be read.
pub(in crate::content) fn not_a_shelf_life(typed: Typed<'_>) -> Finding {
    let word = shown(typed.text);
    error(
        "not-a-shelf-life",
        typed.span(),
        text(format!("umur simpan `{word}` tidak terbaca"), format!("shelf life `{word}` cannot be read")),
        text(
            "bilangan bulat dan satuannya: hari, minggu, bulan atau tahun, mis. `12 bulan`",
            "a whole number and its unit: hari, minggu, bulan or tahun, for example `12 bulan`",
        ),
        text(
            "tulis yang paling pendek bila tidak pasti; cara menyimpannya di `keterangan`",
            "write the shortest if you are not sure; how to store it belongs into `keterangan`",
        ),
    )
}

/// More products than the site allows.
pub(in crate::content) fn too_many_products(at: Span, count: usize, max: usize) -> Finding {
    error(
        "too-many-products",
        at,
        text(format!("ada {count} produk"), format!("there are {count} products")),
        text(format!("paling banyak {max} produk"), format!("at most {max} products")),
        text(
            "gabungkan ukuran dan rasa menjadi `varian`, atau naikkan `batas: {produk: …}` di etalase.yaml",
            "turn sizes and flavours into `varian`, or raise `batas: {produk: …}` in etalase.yaml",
        ),
    )
}

/// More openings than a build can draw in a short time.
pub(in crate::content) fn too_many_openings(at: Span, count: usize, max: usize) -> Finding {
    error(
        "too-many-openings",
        at,
        text(format!("ada {count} peluang"), format!("there are {count} openings")),
        text(format!("paling banyak {max} peluang"), format!("at most {max} openings")),
        text(
            "gabungkan yang sejenis dan tulis `kuota`; hapus yang sudah lewat",
            "join those of one kind and say how many places (`kuota`); remove what is over",
        ),
    )
}

/// Nothing to sell yet.
pub(in crate::content) fn no_products(at: Span) -> Finding {
    advice(
        "no-products",
        at,
        text("belum ada produk di profil ini", "there is no product in this profile yet"),
        text("paling sedikit satu `produk`", "at least one `produk`"),
        text(
            "tambahkan satu produk: nama, foto, harga dan satuan",
            "add one product: name, photo, price and unit",
        ),
    )
}

/// A kind of outlet that is almost a known one.
pub(in crate::content) fn outlet_kind_like(typed: Typed<'_>, nearest: &str) -> Finding {
    let word = shown(typed.text);
    advice(
        "outlet-kind-like",
        typed.span(),
        text(
            format!("jenis gerai `{word}` mirip `{nearest}`, tetapi dibaca sebagai sebutan sendiri"),
            format!("kind `{word}` is like `{nearest}`, but is read as a word of your own"),
        ),
        text(format!("`{nearest}`, bila itu maksudnya"), format!("`{nearest}`, if that is meant")),
        text(
            format!("tulis `jenis: {nearest}`, supaya ikut terdaftar di portal"),
            format!("write `jenis: {nearest}`, so that the portal lists it there"),
        ),
    )
}

/// Two outlets that nobody can tell apart.
pub(in crate::content) fn outlet_twice(at: Span, kind: &str) -> Finding {
    let word = shown(kind);
    warning(
        "outlet-twice",
        at,
        text(format!("gerai `{word}` ini sudah ada di atas"), format!("outlet `{word}` is there twice")),
        text("nama yang membedakan keduanya", "a name that tells the two apart"),
        text("hapus salah satu, atau beri `nama`", "remove one of them, or add `nama`"),
    )
}

/// A place or an area that is there twice.
pub(in crate::content) fn handover_twice(at: Span, name: &str) -> Finding {
    let name = shown(name);
    warning(
        "handover-twice",
        at,
        text(format!("`{name}` ini sudah ada di atas"), format!("`{name}` is there twice")),
        text("tiap tempat dan wilayah satu kali", "each place and each area once"),
        text("hapus salah satu, atau bedakan namanya", "remove one of them, or give it another name"),
    )
}

/// `gratis` where delivery costs nothing anyway.
pub(in crate::content) fn free_anyway(at: Span) -> Finding {
    warning(
        "delivery-free-anyway",
        at,
        text("`gratis` tidak mengubah ongkos antar ini", "`gratis` does not change what this delivery costs"),
        text(
            "jumlah di atas `mulai`, dan `ongkos` di atas 0",
            "a sum above `mulai`, and an `ongkos` above 0",
        ),
        text("hapus `gratis`, atau betulkan jumlahnya", "remove `gratis`, or correct the sums"),
    )
}

/// A colour that is none.
pub(in crate::content) fn not_a_colour(typed: Typed<'_>) -> Finding {
    let word = shown(typed.text);
    error(
        "not-a-colour",
        typed.span(),
        text(format!("warna `{word}` tidak terbaca"), format!("colour `{word}` cannot be read")),
        text(
            "tanda pagar dan enam angka heksa di antara kutip, mis. `\"#0f766e\"`",
            "a hash and six hexadecimal digits in quotes, for example `\"#0f766e\"`",
        ),
        text("salin kode warnanya dari aplikasi gambar", "copy the code from a drawing application"),
    )
}

/// `21234567.0`: a program took the number of an account for one to count with.
pub(in crate::content) fn decimal_account_number(typed: Typed<'_>, whole: &str) -> Finding {
    let (key, number) = (typed.key, shown(typed.text));
    error(
        "number-is-decimal",
        typed.span(),
        text(
            format!("`{key}` `{number}` punya angka di belakang koma, seperti dari aplikasi tabel"),
            format!("`{key}` `{number}` has a decimal part, as spreadsheets write it"),
        ),
        text("nomor seperti pada buku tabungan", "the number as in the savings book"),
        text(
            format!("tulis `{key}: \"{whole}\"`; periksa apakah ada 0 yang hilang di depan"),
            format!("write `{key}: \"{whole}\"`; check whether it lost a leading 0"),
        ),
    )
}

/// An account number that is none.
pub(in crate::content) fn not_an_account_number(typed: Typed<'_>) -> Finding {
    let word = shown(typed.text);
    error(
        "not-an-account-number",
        typed.span(),
        text(
            format!("nomor rekening `{word}` memuat selain angka"),
            format!("account number `{word}` has more than digits"),
        ),
        text("angka, boleh dengan tanda hubung", "digits, with hyphens if you like"),
        text("tulis nomornya saja, di antara tanda kutip", "write the number alone, in quotes"),
    )
}
