//! Every address of a site, in one table: folders of pages, and names of files. Pages are named by their folder,
//! ending in `/`, below the root of their language, which is a folder of a cooperative (`kpc/`, `kpc/su/`) or of the
//! portal (`su/`, or none). Files are named below a cooperative's root or the site's. Knows neither what stands at
//! an address nor where the roots are.

use std::fmt::Display;

// ---- pages of a shop ----

/// The shop's own front page, and that of the portal.
pub const FRONT: &str = "";
/// What was put into the basket.
pub const BASKET: &str = "keranjang/";
/// How to become a member.
pub const JOIN: &str = "gabung/";
/// Officers, meetings, surplus.
pub const REPORT: &str = "laporan/";
/// Stands in for a page that was never visited while there is no network.
pub const OFFLINE: &str = "luring/";

/// Page of a product.
pub fn product(slug: impl Display) -> String {
    format!("produk/{slug}/")
}

/// Page of a story.
pub fn story(slug: impl Display) -> String {
    format!("cerita/{slug}/")
}

/// Page of a member's business.
pub fn member(id: impl Display) -> String {
    format!("anggota/{id}/")
}

/// True for the page that stands in without a network, at any depth; a product, story or member of that name is
/// none. `folder` is seen from the site's root: `kpc/su/luring/`.
/// ```
/// # use etalase::routes::is_offline;
/// assert!(is_offline("kpc/su/luring/") && !is_offline("kpc/produk/luring/"));
/// ```
pub fn is_offline(folder: &str) -> bool {
    let above = folder.strip_suffix(OFFLINE).filter(|above| above.is_empty() || above.ends_with('/'));
    above.is_some_and(|above| !["produk/", "cerita/", "anggota/"].iter().any(|list| above.ends_with(list)))
}

// ---- sheets to print ----

/// The list of sheets.
pub const SHEETS: &str = "cetak/";
/// A poster for the shop's wall.
pub const SHEET_POSTER: &str = "cetak/poster/";
/// The price list.
pub const SHEET_PRICES: &str = "cetak/harga/";
/// Labels for the shelf.
pub const SHEET_LABELS: &str = "cetak/label/";
/// The form for new members.
pub const SHEET_FORM: &str = "cetak/formulir/";

// ---- pages for pupils, of a cooperative or of the portal ----

/// Their front page.
pub const YOUTH: &str = "muda/";
/// The list of openings on it.
pub const YOUTH_BOARD: &str = "muda/#peluang";
/// The list of tasks on it.
pub const YOUTH_CHALLENGES: &str = "muda/#tantangan";
/// What a cooperative is.
pub const YOUTH_WHAT: &str = "muda/apa/";
/// The calculator of a member's share of the surplus.
pub const YOUTH_SIMULATOR: &str = "muda/shu/";
/// Pictures for a status.
pub const YOUTH_PICTURES: &str = "muda/gambar/";
/// Where goods come from.
pub const YOUTH_ORIGIN: &str = "muda/asal/";
/// The quiz.
pub const YOUTH_QUIZ: &str = "muda/kuis/";
/// A poster for schools.
pub const YOUTH_POSTER: &str = "muda/poster/";
/// The kit for pupils who found a cooperative.
pub const KIT: &str = "muda/kit/";
/// Folders of the kit's sheets, in the order in which they are needed.
pub const KIT_SHEETS: [&str; 5] = ["daftar", "peran", "notulen", "rat", "kas"];
/// Lessons for teachers.
pub const TEACHER: &str = "muda/guru/";
/// Screens for a projector.
pub const SLIDES: &str = "muda/proyektor/";

/// Names below `muda/` that are pages and folders of the site itself; a text of the office needs another.
pub const YOUTH_NAMES: [&str; 12] = [
    "apa",
    "asal",
    "gambar",
    "guru",
    "halaman",
    "kit",
    "kuis",
    "poster",
    "proyektor",
    "shu",
    "surat",
    "tanggal",
];

/// A page that the office wrote for pupils.
pub fn youth_text(slug: impl Display) -> String {
    format!("muda/{slug}/")
}

/// The place of an opening on the front page for pupils.
pub fn youth_opening(slug: impl Display) -> String {
    format!("muda/#{slug}")
}

/// The letter with which a pupil applies for an opening.
pub fn letter(slug: impl Display) -> String {
    format!("muda/surat/{slug}/")
}

/// A last day for a phone's calendar, by the name of what ends.
pub fn deadline(name: impl Display) -> String {
    format!("muda/tanggal/{name}.ics")
}

/// A sheet of the kit, by its folder.
pub fn kit_sheet(folder: impl Display) -> String {
    format!("muda/kit/{folder}/")
}

/// A file of the kit.
pub fn kit_file(name: impl Display) -> String {
    format!("muda/kit/{name}")
}

/// An address of a page for pupils as the front page for pupils links to it; any other address as it is.
/// ```
/// # use etalase::routes::{YOUTH_QUIZ, from_youth};
/// assert_eq!(from_youth(YOUTH_QUIZ), "kuis/");
/// ```
pub fn from_youth(address: &str) -> &str {
    address.strip_prefix(YOUTH).unwrap_or(address)
}

// ---- pages of the portal ----

/// Internships and first jobs of all cooperatives.
pub const BOARD: &str = "peluang/";
/// Events of all cooperatives.
pub const AGENDA: &str = "agenda/";
/// How complete and how fresh every profile is.
pub const MONITORING: &str = "pantau/";
/// The same as data.
pub const MONITORING_JSON: &str = "pantau/pantau.json";
/// The same as a table.
pub const MONITORING_CSV: &str = "pantau/pantau.csv";

/// Cooperatives of a regency, by its code: `32.04`.
pub fn regency(code: impl Display) -> String {
    format!("wilayah/{code}/")
}

/// Cooperatives of a kind, by its word.
pub fn kind(word: impl Display) -> String {
    format!("jenis/{word}/")
}

/// Cooperatives of a line of business.
pub fn sector(slug: impl Display) -> String {
    format!("sektor/{slug}/")
}

/// The board for one field, by its slug, or one regency, by its code.
pub fn board_of(filter: impl Display) -> String {
    format!("peluang/{filter}/")
}

/// The later pages of a long list; the first is the list's own address.
/// ```
/// assert_eq!(etalase::routes::leaf("agenda/", 1), "agenda/");
/// assert_eq!(etalase::routes::leaf("agenda/", 2), "agenda/halaman/2/");
/// ```
pub fn leaf(list: &str, number: usize) -> String {
    if number == 1 { list.to_owned() } else { format!("{list}halaman/{number}/") }
}

/// First parts of paths at a site's root that are the site's own: folders of its pages, languages and files, and names
/// of single files without their ending. A cooperative's folder of such a name would stand where they stand; a rule
/// for an old address of such a name would take them away.
pub const OWN_NAMES: [&str; 25] = [
    "404",
    "agenda",
    "anggota",
    "aset",
    "cerita",
    "cetak",
    "en",
    "etalase",
    "feed",
    "foto",
    "gabung",
    "halaman",
    "id",
    "jenis",
    "kartu",
    "keranjang",
    "laporan",
    "luring",
    "muda",
    "pantau",
    "peluang",
    "produk",
    "sektor",
    "su",
    "wilayah",
];

/// A name near `name` that a cooperative's folder may have.
/// ```
/// assert_eq!(etalase::routes::free_name("muda"), "koperasi-muda");
/// ```
pub fn free_name(name: &str) -> String {
    format!("koperasi-{name}")
}

// ---- files below a cooperative's root, or the site's ----

/// Folders without pages: what they hold is named by its content, but for feeds.
pub const FOLDERS_OF_FILES: [&str; 4] = ["aset/", "feed/", "foto/", "kartu/"];
/// Names of those whose files may be kept for good, since another content has another name.
pub const LASTING_FOLDERS: [&str; 3] = ["foto", "aset", "kartu"];
/// Those that the cooperatives of a site have in common, at its root.
pub const SHARED_FOLDERS: [&str; 2] = ["aset/", "kartu/"];

/// A script, or the theme's logo: at the site's root.
pub fn asset(file: impl Display) -> String {
    format!("aset/{file}")
}

/// A size of a photo.
pub fn photo(file: impl Display) -> String {
    format!("foto/{file}")
}

/// The code to pay with, by the hash of its payload.
pub fn payment_code(hash: impl Display) -> String {
    format!("foto/qris-{hash}.svg")
}

/// The code on sheets that leads to the shop, by the hash of where it leads.
pub fn sheet_code(hash: impl Display) -> String {
    format!("cetak/kode-{hash}.svg")
}

/// The picture that a chat shows for a page.
pub fn share_picture(file: impl Display) -> String {
    format!("kartu/{file}")
}

/// Events for a phone's calendar.
pub const FEED_CALENDAR: &str = "feed/agenda.ics";
/// News for readers.
pub const FEED_NEWS: &str = "feed/berita.atom";
/// The price list to paste into a chat.
pub const FEED_PRICES: &str = "feed/harga.txt";
/// Goods for Google.
pub const FEED_GOOGLE: &str = "feed/google.xml";
/// Goods for the WhatsApp catalogue.
pub const FEED_META: &str = "feed/meta.csv";

/// The service worker.
pub const WORKER: &str = "sw.js";
/// What a cooperative tells portals.
pub const SUMMARY: &str = "etalase.json";

// ---- files of a site ----

/// The page for addresses that lead nowhere.
pub const NOT_FOUND: &str = "404.html";
/// What search engines may read.
pub const ROBOTS: &str = "robots.txt";
/// What a phone needs to keep the site as an app.
pub const WEB_MANIFEST: &str = "manifest.webmanifest";
/// Every page, or the list of the files that name them.
pub const SITEMAP: &str = "sitemap.xml";
/// The icon for browsers that draw vectors.
pub const ICON: &str = "favicon.svg";
/// The icon for old browsers.
pub const ICON_ICO: &str = "favicon.ico";
/// The icon for Apple's home screen.
pub const ICON_APPLE: &str = "apple-touch-icon.png";
/// The icon for launchers, 192 pixels wide.
pub const ICON_192: &str = "ikon-192.png";
/// The icon for launchers, 512 pixels wide.
pub const ICON_512: &str = "ikon-512.png";
/// The icon for launchers that cut it to a shape of their own.
pub const ICON_MASKABLE: &str = "ikon-maskable.png";

/// A part of a sitemap that is too long for one file, counted from 1.
pub fn sitemap_part(number: usize) -> String {
    format!("sitemap-{number}.xml")
}

/// True for the sitemap and its parts.
/// ```
/// # use etalase::routes::is_sitemap;
/// assert!(is_sitemap("sitemap.xml") && is_sitemap("sitemap-2.xml") && !is_sitemap("sitemap-a.xml"));
/// ```
pub fn is_sitemap(path: &str) -> bool {
    path == SITEMAP
        || path
            .strip_prefix("sitemap-")
            .and_then(|rest| rest.strip_suffix(".xml"))
            .is_some_and(|number| number.parse::<u32>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_folder_of_the_table_is_an_own_name() {
        let pages = [
            BASKET, JOIN, REPORT, OFFLINE, SHEETS, YOUTH, KIT, BOARD, AGENDA, MONITORING, FEED_NEWS,
            NOT_FOUND, SUMMARY,
        ];
        let made =
            [product("a"), story("a"), member("a"), regency("32.04"), kind("a"), sector("a"), leaf("", 2)];
        let all = pages.into_iter().map(str::to_owned).chain(made).chain(FOLDERS_OF_FILES.map(str::to_owned));
        for path in all {
            let first = path.split(['/', '.']).next().unwrap_or_default();
            assert!(OWN_NAMES.contains(&first), "{path}");
        }
        assert!(OWN_NAMES.is_sorted());
        let youth = [
            YOUTH_WHAT,
            YOUTH_SIMULATOR,
            YOUTH_PICTURES,
            YOUTH_ORIGIN,
            YOUTH_QUIZ,
            YOUTH_POSTER,
            KIT,
            TEACHER,
            SLIDES,
        ];
        for path in youth.into_iter().map(str::to_owned).chain([letter("a"), deadline("a")]) {
            let name = from_youth(&path).split('/').next().unwrap_or_default();
            assert!(YOUTH_NAMES.contains(&name), "{path}");
        }
    }
}
