//! What a host cannot or should not do for a site, one function each.

use super::{HOSTS, Host, Limit, LimitKind, Title};
use crate::finding::{Finding, Level, Span, Text, plural};

/// `inang: cloudfare` is in no table.
pub(super) fn unknown_host(name: &str, at: &Span) -> Finding {
    let names: Vec<&str> = HOSTS.iter().map(|host| host.name).collect();
    let nearest = HOSTS
        .iter()
        .map(|host| (strsim::jaro_winkler(name, host.name), host.name))
        .filter(|(likeness, _)| *likeness > 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let help = match nearest {
        Some((_, nearest)) => {
            Text::new(format!("maksud Anda `{nearest}`?"), format!("did you mean `{nearest}`?"))
        }
        None => Text::new(
            "pakai `umum` bila tempatnya belum ditentukan",
            "use `umum` if the place is not decided yet",
        ),
    };
    Finding {
        code: "unknown-host".into(),
        level: Level::Error,
        at: at.clone(),
        found: Text::new(format!("inang `{name}` tidak dikenal"), format!("host `{name}` is not known")),
        expected: Text::new(
            format!("salah satu dari: {}", names.join(", ")),
            format!("one of: {}", names.join(", ")),
        ),
        help,
    }
}

/// The terms of the host do not like shops.
pub(super) fn terms_matter(host: &Host, terms: &Text) -> Finding {
    Finding {
        code: "host-terms".into(),
        level: Level::Advice,
        at: Span::path("etalase.yaml"),
        found: terms.clone(),
        expected: Text::new(
            "tempat yang ketentuannya mengizinkan etalase belanja",
            "a place whose terms allow a storefront",
        ),
        help: Text::new(
            format!(
                "sebagai ganti {}, pilih mis. `inang: cloudflare-pages` atau `inang: gitlab-pages`",
                host.title.id
            ),
            format!(
                "instead of {}, choose for example `inang: cloudflare-pages` or `inang: gitlab-pages`",
                host.title.en
            ),
        ),
    }
}

/// More than the host can hold.
pub(super) fn limit_passed(host: &Host, limit: &Limit, used: u64, place: Option<&str>) -> Finding {
    let certain = limit.source.checked.is_some();
    let (found, expected) = sentences(host, limit, used, None);
    Finding {
        code: "host-limit-passed".into(),
        level: if certain { Level::Error } else { Level::Warning },
        at: place_of(place),
        found,
        expected,
        help: remedy(limit.kind),
    }
}

/// On the way to more than the host can hold; `room` is how many more cooperatives of this size fit.
pub(super) fn limit_near(
    host: &Host,
    limit: &Limit,
    used: u64,
    percent: u64,
    room: Option<u64>,
    place: Option<&str>,
) -> Finding {
    let (found, expected) = sentences(host, limit, used, Some(percent));
    let found = match room {
        Some(room) => Text::new(
            format!("{}; masih muat kira-kira {} koperasi lagi", found.id, grouped(room, '.')),
            format!(
                "{}; about {} more {}",
                found.en,
                grouped(room, ','),
                plural(room, "cooperative fits", "cooperatives fit")
            ),
        ),
        None => found,
    };
    Finding {
        code: "host-limit-near".into(),
        level: Level::Advice,
        at: place_of(place),
        found,
        expected,
        help: remedy(limit.kind),
    }
}

/// The host takes only files of certain kinds.
pub(super) fn files_refused(host: &Host, ending: &str, files: u64, first: &str) -> Finding {
    let Title { id, en } = host.title;
    let kind = if ending.is_empty() {
        Text::new("tanpa akhiran", "without an ending")
    } else {
        Text::new(format!("`.{ending}`"), format!("`.{ending}`"))
    };
    Finding {
        code: "host-refuses-files".into(),
        level: Level::Warning,
        at: Span::path(format!("public/{first}")),
        found: Text::new(
            format!("{files} berkas {} tidak diterima {id} pada akun gratis", kind.id),
            format!(
                "{files} {} {} {} not taken by {en} on a free account",
                plural(files, "file", "files"),
                kind.en,
                plural(files, "is", "are")
            ),
        ),
        expected: Text::new("berkas yang diterima tempat itu", "files that the place takes"),
        help: Text::new(
            "unggah tanpa berkas itu (tautan ke sana tidak akan berfungsi), atau pilih tempat lain",
            "upload without them (links to them will not work), or choose another place",
        ),
    }
}

/// An old address belongs to somebody else now.
pub fn moved_address_taken(at: Span, old: &str) -> Finding {
    Finding {
        code: "moved-address-taken".into(),
        level: Level::Warning,
        at,
        found: Text::new(
            format!("alamat lama `{old}` sekarang dipakai koperasi lain, jadi tidak dialihkan"),
            format!("the old address `{old}` now belongs to another cooperative, so it is not redirected"),
        ),
        expected: Text::new("alamat lama yang tidak dipakai lagi", "an old address that nobody uses"),
        help: Text::new(
            format!("hapus `{old}` dari `alamat_lama`"),
            format!("take `{old}` out of `alamat_lama`"),
        ),
    }
}

/// Two cooperatives say that an address was theirs. It leads to the first by name.
pub fn moved_address_claimed_twice(at: Span, old: &str, first: &str) -> Finding {
    Finding {
        code: "moved-address-claimed-twice".into(),
        level: Level::Warning,
        at,
        found: Text::new(
            format!("alamat lama `{old}` juga disebut `{first}`, jadi dialihkan ke `{first}` saja"),
            format!("the old address `{old}` is named by `{first}` too, so it leads to `{first}` only"),
        ),
        expected: Text::new("satu alamat lama untuk satu koperasi", "one old address for one cooperative"),
        help: Text::new(
            format!("hapus `{old}` dari `alamat_lama` koperasi yang tidak pernah memakainya"),
            format!("take `{old}` out of the `alamat_lama` of the cooperative that never had it"),
        ),
    }
}

/// An old address is a folder of the very site.
pub fn moved_address_is_own(at: Span, old: &str) -> Finding {
    Finding {
        code: "moved-address-own".into(),
        level: Level::Warning,
        at,
        found: Text::new(
            format!("alamat lama `{old}` adalah folder situs ini sendiri, jadi tidak dialihkan"),
            format!("the old address `{old}` is a folder of this very site, so it is not redirected"),
        ),
        expected: Text::new("alamat lama yang tidak dipakai lagi", "an old address that nobody uses"),
        help: Text::new(
            format!("hapus `{old}` dari `alamat_lama`"),
            format!("take `{old}` out of `alamat_lama`"),
        ),
    }
}

/// The host shows sites at the root of a domain, `alamat` has a folder.
pub(super) fn address_has_folder(host: &Host, address: &str, path: &str, at: &Span) -> Finding {
    let Title { id, en } = host.title;
    Finding {
        code: "address-has-folder".into(),
        level: Level::Warning,
        at: at.clone(),
        found: Text::new(
            format!("`{address}` memakai folder `{path}`, sedangkan {id} menampilkan situs di akar alamat"),
            format!("`{address}` has the folder `{path}`, but {en} shows sites at the root of an address"),
        ),
        expected: Text::new("alamat tanpa folder", "an address without a folder"),
        help: Text::new(
            "hapus foldernya dari `alamat`, atau biarkan bila server Anda sendiri meneruskan folder itu ke sana",
            "take the folder out of `alamat`, or leave it if a server of yours passes that folder on",
        ),
    }
}

/// The host shows projects in a folder, `alamat` has none.
pub(super) fn address_without_folder(host: &Host, address: &str, at: &Span) -> Finding {
    let Title { id, en } = host.title;
    Finding {
        code: "address-without-folder".into(),
        level: Level::Advice,
        at: at.clone(),
        found: Text::new(
            format!(
                "`{address}` tanpa folder, sedangkan {id} menampilkan situs di folder bernama repositorinya"
            ),
            format!(
                "`{address}` has no folder, but {en} shows a site in a folder called like its repository"
            ),
        ),
        expected: Text::new(
            format!("`{address}nama-repositori/`, kecuali repositori itu milik akunnya sendiri"),
            format!("`{address}name-of-repository/`, unless the repository is the account's own"),
        ),
        help: Text::new(
            "tambahkan nama repositori pada `alamat`, atau biarkan bila repositorinya bernama seperti alamat itu",
            "add the repository's name to `alamat`, or leave it if the repository is called like that address",
        ),
    }
}

/// No canonical address.
pub(super) fn address_missing(host: &Host, at: &Span) -> Finding {
    let Title { id, en } = host.title;
    Finding {
        code: "address-missing".into(),
        level: Level::Warning,
        at: at.clone(),
        found: Text::new(
            format!(
                "situs untuk {id} belum punya `alamat`, jadi pratinjau WhatsApp dan peta situs tidak dibuat"
            ),
            format!("the site for {en} has no `alamat`, so link previews and the sitemap are left out"),
        ),
        expected: Text::new(
            "mis. `alamat: https://koperasi.contoh.id/`",
            "for example `alamat: https://koperasi.contoh.id/`",
        ),
        help: Text::new(
            "tulis alamat situs di `etalase.yaml`, atau jalankan dengan `--base-url`",
            "write the site's address in `etalase.yaml`, or run with `--base-url`",
        ),
    }
}

/// No canonical address, and no host that would tell what it is.
pub(super) fn address_advised(at: &Span) -> Finding {
    Finding {
        code: "address-advised".into(),
        level: Level::Advice,
        at: at.clone(),
        found: Text::new(
            "situs ini belum punya `alamat`: tautannya tidak berpratinjau di WhatsApp, pesanan tidak menyebut halaman \
             barang, dan kode QR di lembar cetak menuju WhatsApp",
            "the site has no `alamat` yet: links have no preview in WhatsApp, orders do not name the product's page, and \
             QR codes on sheets lead to WhatsApp",
        ),
        expected: Text::new(
            "mis. `alamat: https://koperasi.contoh.id/`",
            "for example `alamat: https://koperasi.contoh.id/`",
        ),
        help: Text::new(
            "tulis alamat situs di `etalase.yaml` begitu tempatnya diketahui",
            "write the site's address in `etalase.yaml` as soon as its place is known",
        ),
    }
}

fn place_of(place: Option<&str>) -> Span {
    match place {
        Some(place) if !place.is_empty() => Span::path(format!("public/{place}")),
        _ => Span::path("public"),
    }
}

/// What is used, and what there may be.
fn sentences(host: &Host, limit: &Limit, used: u64, percent: Option<u64>) -> (Text, Text) {
    let used = amount(limit.kind, used);
    let most = amount(limit.kind, limit.most);
    let subject = match limit.kind {
        LimitKind::Files => Text::new("situs ini berisi", "this site has"),
        LimitKind::SiteBytes => Text::new("situs ini berukuran", "this site takes"),
        LimitKind::FileBytes => Text::new("berkas ini berukuran", "this file takes"),
        LimitKind::FolderFiles => Text::new("folder ini berisi", "this folder has"),
    };
    let part = percent.map_or(Text::new("", ""), |percent| {
        Text::new(format!(", {percent} % dari yang diizinkan"), format!(", {percent} % of what is allowed"))
    });
    let found = Text::new(
        format!("{} {}{}", subject.id, used.id, part.id),
        format!("{} {}{}", subject.en, used.en, part.en),
    );
    let doubt = if limit.source.checked.is_some() {
        Text::new("", "")
    } else {
        Text::new(" (angka ini belum dipastikan)", " (this figure is not confirmed)")
    };
    let expected = Text::new(
        format!("paling banyak {} di {}{}", most.id, host.title.id, doubt.id),
        format!("at most {} on {}{}", most.en, host.title.en, doubt.en),
    );
    (found, expected)
}

fn remedy(kind: LimitKind) -> Text {
    match kind {
        LimitKind::Files | LimitKind::FolderFiles => Text::new(
            "kurangi bahasa di `bahasa:` (tiap bahasa menggandakan halaman), lepas bagian yang tidak dipakai dengan \
             `tanpa:` di `theme.yaml`, kurangi lebar foto di `foto: lebar:`, atau beri koperasi besar situs sendiri",
            "use fewer languages in `bahasa:` (each has all pages again), leave out parts with `tanpa:` in \
             `theme.yaml`, make fewer widths in `foto: lebar:`, or give large cooperatives sites of their own",
        ),
        LimitKind::SiteBytes => Text::new(
            "kurangi foto atau lebarnya di `foto: lebar:`, turunkan `foto: mutu:`, atau beri koperasi besar situs \
             sendiri",
            "use fewer photos or fewer widths in `foto: lebar:`, lower `foto: mutu:`, or give large cooperatives \
             sites of their own",
        ),
        LimitKind::FileBytes => {
            Text::new("kecilkan berkas itu, atau hapus", "make that file smaller, or remove it")
        }
    }
}

/// Amount with its unit, in the spelling of each language.
fn amount(kind: LimitKind, value: u64) -> Text {
    match kind {
        LimitKind::Files | LimitKind::FolderFiles => Text::new(
            format!("{} berkas", grouped(value, '.')),
            format!("{} {}", grouped(value, ','), plural(value, "file", "files")),
        ),
        LimitKind::SiteBytes | LimitKind::FileBytes => {
            let tenths = value.saturating_mul(10) / (1024 * 1024);
            let (unit, tenths) = if tenths >= 10 * 1024 { ("GB", tenths / 1024) } else { ("MB", tenths) };
            let (whole, tenth) = (tenths / 10, tenths % 10);
            Text::new(
                format!("{},{tenth} {unit}", grouped(whole, '.')),
                format!("{}.{tenth} {unit}", grouped(whole, ',')),
            )
        }
    }
}

fn grouped(value: u64, separator: char) -> String {
    let digits = value.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}
