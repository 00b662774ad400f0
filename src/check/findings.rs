//! What can be wrong with planned pages, one function each.

use super::link::Target;
use super::metadata::Fault;
use crate::finding::{Finding, Level, SourceFile, Span, Text, plural};
use crate::plan::SitePath;

fn at(page: &str) -> Span {
    Span::path(format!("public/{page}"))
}

/// `, also on 3 other pages`, or nothing.
fn elsewhere(count: usize) -> Text {
    match count {
        0 | 1 => Text::new("", ""),
        count => Text::new(
            format!(" (juga di {} halaman lain)", count - 1),
            format!(" (also on {} other pages)", count - 1),
        ),
    }
}

fn finding(code: &'static str, level: Level, page: &str, found: Text, expected: Text, help: Text) -> Finding {
    Finding { code: code.into(), level, at: at(page), found, expected, help }
}

/// There is nothing where the link leads.
pub(super) fn link_broken(target: &Target, page: &str, count: usize) -> Finding {
    let (shown, more) = (target.shown(), elsewhere(count));
    finding(
        "link-broken",
        Level::Error,
        page,
        Text::new(
            format!("tautan ke `{shown}` mati, halaman itu tidak ada{}", more.id),
            format!("a link leads to `{shown}`, which does not exist{}", more.en),
        ),
        Text::new("halaman atau berkas situs ini", "a page or file of this site"),
        Text::new(
            "perbaiki tautannya di profil, cerita, atau tema; bila halamannya pindah, tulis `alamat_lama`",
            "fix the link in the profile, story or theme; if the page moved, write `alamat_lama`",
        ),
    )
}

/// Hosts answer such a link with a detour.
pub(super) fn link_without_slash(target: &Target, page: &str, count: usize) -> Finding {
    let (shown, more) = (target.shown(), elsewhere(count));
    finding(
        "link-without-slash",
        Level::Warning,
        page,
        Text::new(
            format!(
                "tautan ke `{shown}` tanpa garis miring di akhir, jadi pengunjung dialihkan dulu{}",
                more.id
            ),
            format!("a link to `{shown}` lacks its final slash, so visitors are redirected first{}", more.en),
        ),
        Text::new(format!("`{shown}/`"), format!("`{shown}/`")),
        Text::new("tambahkan garis miring di akhir tautan", "add a slash at the end of the link"),
    )
}

/// The page is there, the place in it is not.
pub(super) fn anchor_missing(target: &Target, page: &str, count: usize) -> Finding {
    let (shown, more) = (target.shown(), elsewhere(count));
    finding(
        "anchor-missing",
        Level::Warning,
        page,
        Text::new(
            format!("tautan menuju bagian `{shown}`, yang tidak ada di halaman itu{}", more.id),
            format!("a link leads to `{shown}`, a place that the page does not have{}", more.en),
        ),
        Text::new("bagian dengan `id` itu", "a place with that `id`"),
        Text::new("samakan tautan dengan `id` di halaman tujuan", "make the link match an `id` of that page"),
    )
}

/// `http:` to somebody else.
pub(super) fn link_unsafe(address: &str, page: &SitePath, count: usize) -> Finding {
    let more = elsewhere(count);
    finding(
        "link-unsafe",
        Level::Warning,
        page.as_str(),
        Text::new(
            format!("tautan ke `{address}` tidak aman (http){}", more.id),
            format!("the link to `{address}` is not safe (http){}", more.en),
        ),
        Text::new("alamat yang dimulai dengan `https://`", "an address that begins with `https://`"),
        Text::new("ganti `http` menjadi `https`", "change `http` to `https`"),
    )
}

/// The visitor's phone would ask somebody else.
pub(super) fn third_party(address: &str, page: &SitePath, count: usize) -> Finding {
    let more = elsewhere(count);
    finding(
        "third-party",
        Level::Error,
        page.as_str(),
        Text::new(
            format!("halaman mengambil `{address}` dari pihak lain{}", more.id),
            format!("the page fetches `{address}` from somebody else{}", more.en),
        ),
        Text::new(
            "semua berkas dari situs ini sendiri, supaya kunjungan tidak terlacak",
            "every file from this site itself, so that visits are not tracked",
        ),
        Text::new(
            "simpan berkas itu di tema atau folder foto",
            "keep that file in the theme or the photo folder",
        ),
    )
}

/// No title.
pub(super) fn title_missing(page: &SitePath) -> Finding {
    finding(
        "title-missing",
        Level::Error,
        page.as_str(),
        Text::new("halaman ini tanpa judul", "this page has no title"),
        Text::new("`<title>` yang berisi", "a `<title>` with text"),
        Text::new("isi blok `title` di templatnya", "fill the block `title` of its template"),
    )
}

/// Screen readers would guess.
pub(super) fn language_missing(page: &SitePath) -> Finding {
    finding(
        "language-missing",
        Level::Error,
        page.as_str(),
        Text::new("bahasa halaman ini tidak disebut", "this page does not say its language"),
        Text::new("`<html lang=\"id\">`", "`<html lang=\"id\">`"),
        Text::new("tambahkan `lang` di templat dasar", "add `lang` in the base template"),
    )
}

/// Images without `alt`.
pub(super) fn alt_missing(page: &SitePath, count: usize) -> Finding {
    finding(
        "alt-missing",
        Level::Error,
        page.as_str(),
        Text::new(
            format!("{count} gambar tanpa teks pengganti"),
            format!("{count} {} without an alternative text", plural(count, "image", "images")),
        ),
        Text::new(
            "`alt` pada tiap gambar; kosong bila hanya hiasan",
            "`alt` on every image; empty if it only decorates",
        ),
        Text::new(
            "tulis `alt:` pada foto di profil, atau perbaiki templatnya",
            "write `alt:` at the photo in the profile, or fix the template",
        ),
    )
}

/// Two places with one name.
pub(super) fn anchor_repeated(page: &SitePath, anchor: &str) -> Finding {
    finding(
        "anchor-repeated",
        Level::Warning,
        page.as_str(),
        Text::new(format!("`id=\"{anchor}\"` dipakai dua kali"), format!("`id=\"{anchor}\"` is used twice")),
        Text::new("`id` yang berbeda pada tiap bagian", "a different `id` for each place"),
        Text::new("ganti salah satunya di templat", "change one of them in the template"),
    )
}

/// Too many bytes.
pub(super) fn page_heavy(page: &SitePath, size: usize, most: usize) -> Finding {
    let kilobytes = |bytes: usize| bytes.div_ceil(1024);
    let (size, most) = (kilobytes(size), most / 1024);
    finding(
        "page-heavy",
        Level::Warning,
        page.as_str(),
        Text::new(
            format!("halaman ini {size} KB setelah dimampatkan, lambat dibuka di jaringan lemah"),
            format!("this page takes {size} KB compressed, which is slow on a weak line"),
        ),
        Text::new(format!("paling banyak {most} KB"), format!("at most {most} KB")),
        Text::new(
            "pendekkan teks, atau bagi isinya ke beberapa halaman",
            "shorten its text, or spread it over pages",
        ),
    )
}

/// What programs miss on a page.
pub(super) fn metadata(fault: &Fault, page: &str, count: usize) -> Finding {
    let more = elsewhere(count);
    let of = |code, level, found: [&str; 2], expected: [&str; 2], help: [&str; 2]| {
        let found = Text::new(format!("{}{}", found[0], more.id), format!("{}{}", found[1], more.en));
        finding(code, level, page, found, Text::new(expected[0], expected[1]), Text::new(help[0], help[1]))
    };
    let in_template = [
        "isi di templat `base.html` atau `partials/identity.html`",
        "fill it in the template `base.html` or `partials/identity.html`",
    ];
    match fault {
        Fault::Description => of(
            "description-missing",
            Level::Warning,
            [
                "halaman ini tanpa keterangan untuk hasil pencarian",
                "this page has no description for search results",
            ],
            ["`<meta name=\"description\">` yang berisi", "a `<meta name=\"description\">` with text"],
            in_template,
        ),
        Fault::Canonical => of(
            "canonical-missing",
            Level::Warning,
            ["halaman ini tidak menyebut alamatnya sendiri", "this page does not say its own address"],
            ["`<link rel=\"canonical\">`", "a `<link rel=\"canonical\">`"],
            in_template,
        ),
        Fault::CanonicalElsewhere => of(
            "canonical-elsewhere",
            Level::Warning,
            [
                "halaman ini menyebut alamat halaman lain sebagai alamatnya",
                "this page gives the address of another page as its own",
            ],
            ["alamat halaman itu sendiri", "the address of the page itself"],
            ["cetak `page.canonical` di templatnya", "print `page.canonical` in its template"],
        ),
        Fault::Preview => of(
            "preview-missing",
            Level::Advice,
            ["halaman ini tanpa gambar pratinjau di obrolan", "this page has no preview picture in chats"],
            ["`og:image` yang berisi", "an `og:image` with an address"],
            [
                "cetak `page.share` di templatnya, atau tambahkan foto di profil",
                "print `page.share` in its template, or add a photo to the profile",
            ],
        ),
        Fault::Languages => of(
            "languages-one-way",
            Level::Warning,
            [
                "bahasa lain halaman ini tidak saling menyebut",
                "the languages of this page do not name one another",
            ],
            [
                "setiap bahasa menyebut semua bahasa, termasuk dirinya",
                "each language names all of them, and itself",
            ],
            ["cetak semua `languages` di templatnya", "print all `languages` in its template"],
        ),
        Fault::DataBroken => of(
            "data-broken",
            Level::Error,
            ["data JSON-LD di halaman ini tidak terbaca", "the JSON-LD data of this page cannot be read"],
            ["JSON yang lengkap", "complete JSON"],
            ["cetak `page.json_ld` tanpa diubah", "print `page.json_ld` unchanged"],
        ),
        Fault::DataIncomplete(kind, missing) => {
            let found = [
                format!("data `{kind}` di halaman ini tanpa {missing}"),
                format!("the data of `{kind}` on this page lacks {missing}"),
            ];
            of(
                "data-incomplete",
                Level::Warning,
                [&found[0], &found[1]],
                ["yang diwajibkan mesin pencari untuk jenis itu", "what search engines require of that type"],
                ["lengkapi keterangannya di profil", "add what is missing to the profile"],
            )
        }
    }
}

/// Scripts above their budget.
pub(super) fn scripts_heavy(page: &SitePath, size: usize, most: usize) -> Finding {
    let (size, most) = (size.div_ceil(1024), most / 1024);
    finding(
        "scripts-heavy",
        Level::Warning,
        page.as_str(),
        Text::new(
            format!("skrip halaman ini {size} KB setelah dimampatkan"),
            format!("the scripts of this page take {size} KB compressed"),
        ),
        Text::new(
            format!("paling banyak {most} KB (`script_kb` di `theme.yaml`)"),
            format!("at most {most} KB (`script_kb` in `theme.yaml`)"),
        ),
        Text::new(
            "hapus skrip yang tidak dipakai dari tema; halaman harus utuh tanpa skrip",
            "take out scripts of the theme that are not needed; a page must be whole without them",
        ),
    )
}

/// All that a first visit loads, above its budget.
pub(super) fn visit_heavy(page: &SitePath, size: usize, most: usize) -> Finding {
    let (size, most) = (size.div_ceil(1024), most / 1024);
    finding(
        "visit-heavy",
        Level::Warning,
        page.as_str(),
        Text::new(
            format!("kunjungan pertama ke halaman ini memuat kira-kira {size} KB di ponsel"),
            format!("a first visit to this page loads about {size} KB on a phone"),
        ),
        Text::new(
            format!("paling banyak {most} KB (`total_kb` di `theme.yaml`)"),
            format!("at most {most} KB (`total_kb` in `theme.yaml`)"),
        ),
        Text::new(
            "pakai foto yang lebih sederhana di bagian atas halaman, atau turunkan `foto: mutu:`",
            "use a simpler photo at the top of the page, or lower `foto: mutu:`",
        ),
    )
}

/// Not UTF-8.
pub(super) fn page_not_text(page: &SitePath) -> Finding {
    finding(
        "page-not-text",
        Level::Error,
        page.as_str(),
        Text::new("halaman ini bukan teks UTF-8", "this page is not UTF-8 text"),
        Text::new("templat dalam UTF-8", "templates in UTF-8"),
        Text::new("simpan ulang templatnya sebagai UTF-8", "save its template as UTF-8"),
    )
}

/// A password or a token. Its line is not shown: logs of CI are read by many.
pub(super) fn secret_typed(path: &str, line: u32, column: u32, length: u32) -> Finding {
    let hidden = SourceFile::new(path, "");
    Finding {
        code: "secret-typed".into(),
        level: Level::Error,
        at: Span::new(&hidden, line, column, length),
        found: Text::new(
            "baris ini memuat kata sandi, kunci, atau token",
            "this line holds a password, a key or a token",
        ),
        expected: Text::new(
            "rahasia hanya di pengaturan CI atau pengelola kata sandi",
            "secrets only in the settings of CI or a password manager",
        ),
        help: Text::new(
            "cabut rahasia itu di layanannya dan buat yang baru; menghapus baris ini saja tidak cukup, karena \
             riwayat git tetap menyimpannya",
            "revoke the secret at its service and make a new one; deleting this line is not enough, since the \
             history of git keeps it",
        ),
    }
}
