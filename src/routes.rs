//! Every address of a site, in one table: folders of pages, and names of files. Pages are named by their folder,
//! ending in `/`, below the root of their language, which is a folder of a cooperative (`kpc/`, `kpc/su/`) or of the
//! portal (`su/`, or none). Files are named below a cooperative's root or the site's. Knows neither what stands at
//! an address nor where the roots are.

use std::fmt::Display;

// ---- pages of a shop ----

/// The shop's own front page, and that of the portal.
pub(crate) const FRONT: &str = "";
/// What was put into the basket.
pub(crate) const BASKET: &str = "keranjang/";
/// How to become a member.
pub(crate) const JOIN: &str = "gabung/";
/// Officers, meetings, surplus.
pub(crate) const REPORT: &str = "laporan/";
/// Stands in for a page that was never visited while there is no network.
pub(crate) const OFFLINE: &str = "luring/";

/// Page of a product.
pub(crate) fn product(slug: impl Display) -> String {
    format!("produk/{}/", page_name(slug))
}

/// Page of the goods under one heading, by its name in addresses.
pub(crate) fn shelf(slug: impl Display) -> String {
    format!("{GOODS}{}/", page_name(slug))
}

/// Page of a story.
pub(crate) fn story(slug: impl Display) -> String {
    format!("cerita/{}/", page_name(slug))
}

/// Page of a member's business.
pub(crate) fn member(id: impl Display) -> String {
    format!("anggota/{}/", page_name(id))
}

/// The name of a page's folder: without a dot, which some servers take for the ending of a file, and never that of a
/// folder of files, which hosts let caches keep for a year wherever it is the second part of an address.
fn page_name(slug: impl Display) -> String {
    let name = slug.to_string().replace('.', "-");
    if LASTING_FOLDERS.contains(&name.as_str()) { format!("{name}-1") } else { name }
}

/// True for the page that stands in without a network, at any depth; a product, story or member of that name is
/// none. `folder` is seen from the site's root: `kpc/su/luring/`.
pub(crate) fn is_offline(folder: &str) -> bool {
    if is_of_guides(folder) {
        return false;
    }
    let above = folder.strip_suffix(OFFLINE).filter(|above| above.is_empty() || above.ends_with('/'));
    above.is_some_and(|above| !["produk/", "cerita/", "anggota/"].iter().any(|list| above.ends_with(list)))
}

/// True for a guide or a part of one, whose names follow from files and headings: `panduan/produk/`.
fn is_of_guides(folder: &str) -> bool {
    folder.starts_with(GUIDES)
}

/// Whose page of a product an address is: `kpc/` and `kopi` of `kpc/produk/kopi/`. `None`: another page.
pub(crate) fn product_of(address: &str) -> Option<(&str, &str)> {
    let (root, page) = address.split_once("produk/")?;
    let name = page.strip_suffix('/').filter(|name| !name.is_empty() && !name.contains('/'))?;
    Some((root, name))
}

/// True for a folder of pages that has none of its own, at any depth: `kpc/produk/`, `su/wilayah/`. Whoever shortens
/// an address by hand gets there. A product called `cerita` is no such folder.
pub(crate) fn is_bare_list(folder: &str) -> bool {
    if is_of_guides(folder) {
        return false;
    }
    let mut parts = folder.trim_end_matches('/').rsplit('/');
    let (name, above) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    // Below these, names are those of goods, people and texts.
    let is_named = ["produk", "cerita", "anggota", "jenis", "kategori", "sektor", "surat"].contains(&above);
    match name {
        "surat" => above == "muda",
        "halaman" => !is_named,
        "produk" | "cerita" | "anggota" | "wilayah" | "jenis" | "sektor" | "huruf" => {
            !is_named && !matches!(above, "muda" | "peluang")
        }
        _ => false,
    }
}

// ---- sheets to print ----

/// The list of sheets.
pub(crate) const SHEETS: &str = "cetak/";
/// A poster for the shop's wall.
pub(crate) const SHEET_POSTER: &str = "cetak/poster/";
/// The price list.
pub(crate) const SHEET_PRICES: &str = "cetak/harga/";
/// Labels for the shelf.
pub(crate) const SHEET_LABELS: &str = "cetak/label/";
/// The form for new members.
pub(crate) const SHEET_FORM: &str = "cetak/formulir/";

// ---- pages for pupils, of a cooperative or of the portal ----

/// Their front page.
pub(crate) const YOUTH: &str = "muda/";
/// The list of openings on it.
pub(crate) const YOUTH_BOARD: &str = "muda/#peluang";
/// The list of tasks on it.
pub(crate) const YOUTH_CHALLENGES: &str = "muda/#tantangan";
/// What a cooperative is.
pub(crate) const YOUTH_WHAT: &str = "muda/apa/";
/// The calculator of a member's share of the surplus.
pub(crate) const YOUTH_SIMULATOR: &str = "muda/shu/";
/// Pictures for a status.
pub(crate) const YOUTH_PICTURES: &str = "muda/gambar/";
/// Where goods come from.
pub(crate) const YOUTH_ORIGIN: &str = "muda/asal/";
/// The quiz.
pub(crate) const YOUTH_QUIZ: &str = "muda/kuis/";
/// A poster for schools.
pub(crate) const YOUTH_POSTER: &str = "muda/poster/";
/// The kit for pupils who found a cooperative.
pub(crate) const KIT: &str = "muda/kit/";
/// Folders of the kit's sheets, in the order in which they are needed.
pub(crate) const KIT_SHEETS: [&str; 5] = ["daftar", "peran", "notulen", "rat", "kas"];
/// Lessons for teachers.
pub(crate) const TEACHER: &str = "muda/guru/";
/// Screens for a projector.
pub(crate) const SLIDES: &str = "muda/proyektor/";

/// Names below `muda/` that are pages and folders of the site itself; a text of the office needs another.
pub(crate) const YOUTH_NAMES: [&str; 12] = [
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
pub(crate) fn youth_text(slug: impl Display) -> String {
    format!("muda/{}/", page_name(slug))
}

/// The place of an opening on the front page for pupils.
pub(crate) fn youth_opening(slug: impl Display) -> String {
    format!("muda/#{slug}")
}

/// The letter with which a pupil applies for an opening.
pub(crate) fn letter(slug: impl Display) -> String {
    format!("muda/surat/{slug}/")
}

/// A last day for a phone's calendar, by the name of what ends.
pub(crate) fn deadline(name: impl Display) -> String {
    format!("muda/tanggal/{name}.ics")
}

/// A sheet of the kit, by its folder.
pub(crate) fn kit_sheet(folder: impl Display) -> String {
    format!("muda/kit/{folder}/")
}

/// A file of the kit.
pub(crate) fn kit_file(name: impl Display) -> String {
    format!("muda/kit/{name}")
}

/// True for a page for pupils, of a cooperative or of the portal, by its path in the site.
pub(crate) fn is_for_pupils(path: &str) -> bool {
    path.split('/').any(|part| part == "muda")
}

/// An address of a page for pupils as the front page for pupils links to it, `kuis/`; any other address as it is.
pub(crate) fn from_youth(address: &str) -> &str {
    address.strip_prefix(YOUTH).unwrap_or(address)
}

// ---- pages of the portal ----

/// Internships and first jobs of all cooperatives.
pub(crate) const BOARD: &str = "peluang/";
/// Events of all cooperatives.
pub(crate) const AGENDA: &str = "agenda/";
/// All cooperatives, where the front page lists some.
pub(crate) const COOPERATIVES: &str = "semua/";
/// Goods of all cooperatives beside each other.
pub(crate) const GOODS: &str = "barang/";
/// Kinds of services and units over all cooperatives.
pub(crate) const OUTLETS: &str = "gerai/";
/// How complete and how fresh every profile is.
pub(crate) const MONITORING: &str = "pantau/";
/// The same as data.
pub(crate) const MONITORING_JSON: &str = "pantau/pantau.json";
/// The same as a table.
pub(crate) const MONITORING_CSV: &str = "pantau/pantau.csv";
/// The same as a workbook.
pub(crate) const MONITORING_XLSX: &str = "pantau/pantau.xlsx";

/// Guides of the office.
pub(crate) const GUIDES: &str = "panduan/";
/// What is searched in them.
pub(crate) const GUIDES_INDEX: &str = "panduan/indeks.json";

/// A guide, by its name.
pub(crate) fn guide(name: impl Display) -> String {
    format!("panduan/{}/", page_name(name))
}

/// A part of a guide that is too long for one page, by the name of the guide and that of the part.
pub(crate) fn guide_part(guide_name: impl Display, part: impl Display) -> String {
    format!("{}{}/", guide(guide_name), page_name(part))
}

/// Search, and the ways to all lists.
pub(crate) const SEARCH: &str = "cari/";
/// What a phone loads first to search: at the site's root, like all files of the index.
pub(crate) const SEARCH_INDEX: &str = "cari/indeks.json";

/// Words of the index that begin alike.
pub(crate) fn search_words(beginning: &str) -> String {
    format!("cari/i{beginning}.json")
}

/// Words as they are written that begin alike.
pub(crate) fn search_spellings(beginning: &str) -> String {
    format!("cari/k{beginning}.json")
}

/// What results show, in files of equally many.
pub(crate) fn search_records(number: usize) -> String {
    format!("cari/r{number}.json")
}

/// Districts of a regency, by its code.
pub(crate) fn search_districts(code: &str) -> String {
    format!("cari/w{}.json", page_name(code))
}

/// All cooperatives by their first letter, `a` to `z`, or `0` for the rest.
pub(crate) fn letter_list(letter: char) -> String {
    format!("huruf/{letter}/")
}

/// The list of headings under which goods are sold.
pub(crate) const CATEGORIES: &str = "kategori/";

/// Cooperatives that sell under a heading.
pub(crate) fn category(slug: impl Display) -> String {
    format!("kategori/{}/", page_name(slug))
}

/// States of a storefront in addresses, from the best to the worst.
pub(crate) const MONITORING_STATES: [&str; 4] = ["segar", "mulai-lama", "lama", "diam"];
/// The same cooperatives by name.
pub(crate) const MONITORING_NAMES: &str = "pantau/nama/";

/// Who takes part in the office's programme.
pub(crate) const MONITORING_PROGRAMME: &str = "pantau/program/";

/// Monitoring of one regency or district, by its code, one kind, or one state, by its word.
pub(crate) fn monitoring_of(filter: impl Display) -> String {
    format!("pantau/{}/", page_name(filter))
}

/// What the office of a regency, by its code, prints of it.
pub(crate) fn monitoring_report(code: impl Display) -> String {
    format!("pantau/{}/cetak/", page_name(code))
}

/// Cooperatives of a regency, by its code: `32.04`.
pub(crate) fn regency(code: impl Display) -> String {
    format!("wilayah/{}/", page_name(code))
}

/// Where the cooperatives of a district begin on a page of its regency, by its code: `32.04.15`.
pub(crate) fn district_anchor(code: impl Display) -> String {
    format!("kecamatan-{}", page_name(code))
}

/// The path that a page of a regency had while the folder was called like the code; `None` for any other page.
pub(crate) fn dotted_regency(path: &str) -> Option<String> {
    let mut parts: Vec<String> = path.split('/').map(str::to_owned).collect();
    let list = parts.iter().position(|part| matches!(part.as_str(), "wilayah" | "peluang"))?;
    let code = parts.get_mut(list + 1)?;
    let (province, regency) = code.split_once('-')?;
    let is_number = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let dotted = (is_number(province) && is_number(regency)).then(|| format!("{province}.{regency}"))?;
    *code = dotted;
    Some(parts.join("/"))
}

/// Cooperatives of a kind, by its word.
pub(crate) fn kind(word: impl Display) -> String {
    format!("jenis/{word}/")
}

/// Services of a kind, by its word.
pub(crate) fn outlets(word: impl Display) -> String {
    format!("gerai/{}/", page_name(word))
}

/// The part of a list that one regency has, by its code, where the list would be too long for one page.
pub(crate) fn in_regency(list: &str, code: impl Display) -> String {
    [list, &page_name(code), "/"].concat()
}

/// The same on the page of the list.
pub(crate) fn at_regency(list: &str, code: impl Display) -> String {
    format!("{list}#{}", regency_anchor(code))
}

/// The anchor of a regency on the page of a list.
pub(crate) fn regency_anchor(code: impl Display) -> String {
    format!("wilayah-{}", page_name(code))
}

/// Which cooperative fits a small business.
pub(crate) const FIT: &str = "cocok/";

/// Cooperatives that help with one thing, by its word.
pub(crate) fn fit_for(word: impl Display) -> String {
    format!("cocok/{}/", page_name(word))
}

/// What the guide asks about the cooperatives of a regency, by its code.
pub(crate) fn fit_data(code: impl Display) -> String {
    format!("cocok/data/{}.json", page_name(code))
}

/// Services and units on a shop's front page.
pub(crate) const SHOP_OUTLETS: &str = "#gerai";

/// Cooperatives of a line of business.
pub(crate) fn sector(slug: impl Display) -> String {
    format!("sektor/{}/", page_name(slug))
}

/// The board for one field, by its slug, or one regency, by its code.
pub(crate) fn board_of(filter: impl Display) -> String {
    format!("peluang/{}/", page_name(filter))
}

/// The later pages of a long list, `agenda/halaman/2/`; the first is the list's own address.
pub(crate) fn leaf(list: &str, number: usize) -> String {
    if number == 1 { list.to_owned() } else { format!("{list}halaman/{number}/") }
}

/// First parts of paths at a site's root that are the site's own: folders of its pages, languages and files, and names
/// of single files without their ending. A cooperative's folder of such a name would stand where they stand; a rule
/// for an old address of such a name would take them away.
pub(crate) const OWN_NAMES: [&str; 34] = [
    "404",
    "agenda",
    "anggota",
    "aset",
    "barang",
    "cari",
    "cerita",
    "cetak",
    "cocok",
    "en",
    "etalase",
    "feed",
    "foto",
    "gabung",
    "gerai",
    "halaman",
    "huruf",
    "id",
    "jenis",
    "kartu",
    "kategori",
    "kelola",
    "keranjang",
    "laporan",
    "luring",
    "muda",
    "panduan",
    "pantau",
    "peluang",
    "produk",
    "sektor",
    "semua",
    "su",
    "wilayah",
];

/// A name near `name` that a cooperative's folder may have: `koperasi-muda` for `muda`.
pub(crate) fn free_name(name: &str) -> String {
    format!("koperasi-{name}")
}

// ---- the page that changes profiles ----

/// Its folder, at the site's root.
pub(crate) const MANAGE: &str = "kelola/";
/// The cooperatives that it knows.
pub(crate) const MANAGE_LIST: &str = "kelola/koperasi.json";
/// The prices of a cooperative, below its root.
pub(crate) const MANAGE_PRICES: &str = "kelola.json";
/// Its own service worker.
pub(crate) const MANAGE_WORKER: &str = "kelola/sw.js";

// ---- files below a cooperative's root, or the site's ----

/// Folders without pages whose files may be kept for good, since another content has another name.
pub(crate) const LASTING_FOLDERS: [&str; 3] = ["foto", "aset", "kartu"];
/// Folders of files that the cooperatives of a site have in common, at its root.
pub(crate) const SHARED_FOLDERS: [&str; 2] = ["aset/", "kartu/"];

/// The folder of scripts, and of what a theme brings: at the site's root.
pub(crate) const ASSETS: &str = "aset/";

/// A script, or the theme's logo, a font or a picture of it.
pub(crate) fn asset(file: impl Display) -> String {
    format!("{ASSETS}{file}")
}

/// A size of a photo.
pub(crate) fn photo(file: impl Display) -> String {
    format!("foto/{file}")
}

/// The code to pay with, by the hash of its payload.
pub(crate) fn payment_code(hash: impl Display) -> String {
    format!("foto/qris-{hash}.svg")
}

/// The code on sheets that leads to the shop, by the hash of where it leads.
pub(crate) fn sheet_code(hash: impl Display) -> String {
    format!("cetak/kode-{hash}.svg")
}

/// The picture that a chat shows for a page.
pub(crate) fn share_picture(file: impl Display) -> String {
    format!("kartu/{file}")
}

/// Events for a phone's calendar.
pub(crate) const FEED_CALENDAR: &str = "feed/agenda.ics";
/// News for readers.
pub(crate) const FEED_NEWS: &str = "feed/berita.atom";
/// The news feeds of all cooperatives, for readers.
pub(crate) const FEED_SUBSCRIPTIONS: &str = "feed/opml.xml";
/// The price list to paste into a chat.
pub(crate) const FEED_PRICES: &str = "feed/harga.txt";
/// The shop and its goods, for programs that know schema.org.
pub(crate) const FEED_CATALOGUE: &str = "feed/katalog.json";
/// Goods for Google.
pub(crate) const FEED_GOOGLE: &str = "feed/google.xml";
/// Goods for the WhatsApp catalogue.
pub(crate) const FEED_META: &str = "feed/meta.csv";

/// The service worker.
pub(crate) const WORKER: &str = "sw.js";
/// What a cooperative tells portals.
pub(crate) const SUMMARY: &str = "etalase.json";

// ---- files of a site ----

/// The page for addresses that lead nowhere.
pub(crate) const NOT_FOUND: &str = "404.html";
/// What search engines may read.
pub(crate) const ROBOTS: &str = "robots.txt";
/// What a phone needs to keep the site as an app.
pub(crate) const WEB_MANIFEST: &str = "manifest.webmanifest";
/// Every page, or the list of the files that name them.
pub(crate) const SITEMAP: &str = "sitemap.xml";
/// The icon for browsers that draw vectors.
pub(crate) const ICON: &str = "favicon.svg";
/// The icon for old browsers.
pub(crate) const ICON_ICO: &str = "favicon.ico";
/// The icon for Apple's home screen.
pub(crate) const ICON_APPLE: &str = "apple-touch-icon.png";
/// The icon for launchers, 192 pixels wide.
pub(crate) const ICON_192: &str = "ikon-192.png";
/// The icon for launchers, 512 pixels wide.
pub(crate) const ICON_512: &str = "ikon-512.png";
/// The icon for launchers that cut it to a shape of their own.
pub(crate) const ICON_MASKABLE: &str = "ikon-maskable.png";

/// A part of a sitemap that is too long for one file, counted from 1.
pub(crate) fn sitemap_part(number: usize) -> String {
    format!("sitemap-{number}.xml")
}

/// True for the sitemap and its parts.
pub(crate) fn is_sitemap(path: &str) -> bool {
    path == SITEMAP
        || path
            .strip_prefix("sitemap-")
            .and_then(|rest| rest.strip_suffix(".xml"))
            .is_some_and(|number| number.parse::<u32>().is_ok())
}

#[cfg(test)]
mod tests;
