//! What can be wrong with the place that is written to, and with what lies there.

use super::place::Place;
use crate::finding::{Finding, Level, Span, Text};

/// A page wants a path where somebody else's file lies.
pub(super) fn output_occupied(path: &str) -> Finding {
    Finding {
        code: "output-occupied".into(),
        level: Level::Error,
        at: Span::path(path),
        found: Text::new(
            "di tempat ini sudah ada berkas yang bukan buatan etalase",
            "there already is a file that etalase did not make",
        ),
        expected: Text::new(
            "tempat kosong, atau berkas buatan etalase",
            "an empty place, or a file of etalase's",
        ),
        help: Text::new(
            "berkas itu tidak disentuh; pindahkan atau hapus, lalu bangun lagi",
            "the file was not touched; move or delete it, then build again",
        ),
    }
}

/// A folder is wanted where somebody's file or a link is. `path` is that of the file.
pub(super) fn folder_occupied(path: &str) -> Finding {
    Finding {
        code: "output-folder-occupied".into(),
        level: Level::Error,
        at: Span::path(path),
        found: Text::new(
            "di sini ada berkas atau tautan, padahal halaman perlu folder dengan nama itu",
            "there is a file or a link here, where pages need a folder of that name",
        ),
        expected: Text::new("folder biasa, atau tempat kosong", "an ordinary folder, or an empty place"),
        help: Text::new(
            "tidak ada yang disentuh; pindahkan atau hapus yang ada di situ, lalu bangun lagi",
            "nothing was touched; move or delete what is there, then build again",
        ),
    }
}

/// Many files are in the way, and nothing is known of what earlier builds wrote.
pub(super) fn output_unknown(first: &str, count: usize, root: &str) -> Finding {
    let root = root.trim_end_matches('/');
    Finding {
        code: "output-unknown".into(),
        level: Level::Error,
        at: Span::path(first),
        found: Text::new(
            format!(
                "di tempat ini dan {} tempat lain sudah ada berkas, dan daftar berkas buatan etalase \
                 (`{root}/.etalase/manifest`) hilang atau rusak",
                count - 1
            ),
            format!(
                "there already are files here and in {} other places, and the list of what etalase wrote \
                 (`{root}/.etalase/manifest`) is lost or damaged",
                count - 1
            ),
        ),
        expected: Text::new(
            "folder kosong, atau hasil `build` yang utuh",
            "an empty folder, or the whole of a `build`",
        ),
        help: Text::new(
            format!(
                "bila `{root}` hanya berisi hasil etalase: hapus folder itu, lalu bangun lagi; bila tidak: `--output` lain"
            ),
            format!(
                "if `{root}` holds nothing but etalase's output: delete it and build again; if not: another `--output`"
            ),
        ),
    }
}

/// The cache is kept in another place than where it belongs.
pub(super) fn cache_elsewhere(meant: &str, instead: &str) -> Finding {
    Finding {
        code: "cache-elsewhere".into(),
        level: Level::Advice,
        at: Span::path(meant),
        found: Text::new(
            format!("tidak dapat ditulisi, jadi foto yang sudah diolah disimpan di `{instead}`"),
            format!("cannot be written to, so photos that were made are kept in `{instead}`"),
        ),
        expected: Text::new("folder yang boleh ditulisi", "a folder that may be written to"),
        help: Text::new(
            "situsnya sama; untuk build yang lebih cepat, beri izin menulis di folder itu",
            "the site is the same; for quicker builds allow writing to that folder",
        ),
    }
}

/// What was built is not of the sources that are there: `source` is one of them, `content/kpc`.
pub(crate) fn sources_newer(source: &str) -> Finding {
    Finding {
        code: "sources-newer".into(),
        level: Level::Error,
        at: Span::path(source),
        found: Text::new(
            "berubah sesudah `build` terakhir, jadi perubahannya belum ada di hasil yang akan diterbitkan",
            "changed after the last `build`, so the change is not in what would be published",
        ),
        expected: Text::new(
            "hasil `build` dari sumber yang sekarang",
            "the output of `build` of the sources as they are",
        ),
        help: Text::new(
            "jalankan `etalase publish --build`, atau `etalase build` lalu `etalase publish`",
            "run `etalase publish --build`, or `etalase build` and then `etalase publish`",
        ),
    }
}

/// A cooperative had an error when the site was built: its pages are older than its profile.
pub(crate) fn cooperative_waits(name: &str) -> Finding {
    Finding {
        code: "cooperative-waits".into(),
        level: Level::Warning,
        at: Span::path(format!("content/{name}")),
        found: Text::new(
            format!(
                "`{name}` punya kesalahan pada `build` terakhir, jadi halamannya masih yang lama atau belum ada"
            ),
            format!("`{name}` had an error in the last `build`, so its pages are the earlier ones, or none"),
        ),
        expected: Text::new("profil tanpa kesalahan", "a profile without an error"),
        help: Text::new(
            "jalankan `etalase check`, perbaiki kesalahannya, lalu `etalase publish --build`",
            "run `etalase check`, fix the error, then run `etalase publish --build`",
        ),
    }
}

/// The page of a product that an earlier build wrote is gone: `old` is its name in the address.
pub(crate) fn product_page_gone(name: &str, old: &str) -> Finding {
    Finding {
        code: "product-page-gone".into(),
        level: Level::Advice,
        at: Span::path(format!("content/{name}/profil.yaml")),
        found: Text::new(
            format!("halaman barang `{old}` tidak ada lagi, jadi tautan ke sana yang sudah dibagikan buntu"),
            format!("the page of the product `{old}` is gone, so links to it that were shared lead nowhere"),
        ),
        expected: Text::new(
            "alamat lama yang mengarah ke yang baru",
            "an old address that leads to the new one",
        ),
        help: Text::new(
            format!("bila barang itu berganti nama, tulis `alamat_lama: [{old}]` di bawah nama barunya"),
            format!("if the product has another name now, write `alamat_lama: [{old}]` below that name"),
        ),
    }
}

/// All pages of a shop have another address: a site of one shop became a portal, or the other way round. Roots are
/// empty, or end in a slash.
pub(crate) fn shop_moved(name: &str, before: &str, now: &str) -> Finding {
    let (id, en) = if now.is_empty() {
        (
            "tambahkan lagi koperasi lain atau folder portal yang hilang; bila disengaja, bagikan alamat yang baru",
            "put the other cooperative or the folder of the portal back; if it was meant, share the new address",
        )
    } else {
        (
            "bila tidak disengaja, keluarkan koperasi lain dan berkas portal (`_agenda`, `_muda`, …) dari `content`; bila disengaja, bagikan alamat yang baru",
            "if it was not meant, take other cooperatives and files of the portal (`_agenda`, `_muda`, …) out of `content`; if it was, share the new address",
        )
    };
    Finding {
        code: "shop-moved".into(),
        level: Level::Warning,
        at: Span::path(format!("content/{name}/profil.yaml")),
        found: Text::new(
            format!("toko ini pindah dari `/{before}` ke `/{now}`, jadi tautan yang sudah dibagikan buntu"),
            format!("this shop moved from `/{before}` to `/{now}`, so links that were shared lead nowhere"),
        ),
        expected: Text::new(format!("toko di `/{before}`"), format!("the shop at `/{before}`")),
        help: Text::new(id, en),
    }
}

/// The output would be the folder of the site, or one around it.
pub(super) fn holds_the_site(place: &Place<'_>) -> Finding {
    let typed = place.typed;
    misplaced(
        "output-holds-site",
        place,
        Text::new(
            format!(
                "`{typed}` adalah folder situs ini atau memuatnya, jadi hasil akan bercampur dengan sumbernya"
            ),
            format!(
                "`{typed}` is the folder of this site or holds it, so the output would mix with its sources"
            ),
        ),
    )
}

/// The output would be in a folder that is somebody's own work, or around it.
pub(super) fn among_own_files(place: &Place<'_>, own: &str) -> Finding {
    let typed = place.typed;
    misplaced(
        "output-among-sources",
        place,
        Text::new(
            format!(
                "`{typed}` adalah `{own}/`, ada di dalamnya, atau memuatnya; folder itu bukan tempat hasil"
            ),
            format!(
                "`{typed}` is `{own}/`, lies in it or holds it, and that folder is no place for the output"
            ),
        ),
    )
}

fn misplaced(code: &'static str, place: &Place<'_>, found: Text) -> Finding {
    let argument = place.argument;
    Finding {
        code: code.into(),
        level: Level::Error,
        at: Span::path(argument),
        found,
        expected: Text::new(
            "folder tersendiri, di dalam situs atau di tempat lain",
            "a folder of its own, in the site or elsewhere",
        ),
        help: Text::new(
            format!("tulis mis. `{argument} ./hasil`; tidak ada berkas yang diubah"),
            format!("write for example `{argument} ./result`; no file was changed"),
        ),
    }
}
