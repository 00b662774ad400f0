//! `etalase.yaml` to `Settings`: every key has a default, every mistake has a place.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::contact::parse_link;
use super::document::read_document;
use super::findings::people::not_a_link;
use super::findings::site as finding;
use super::freshness::read_freshness;
use super::manage::read_manage;
use super::mapping::Keys;
use super::number::{parse_number, parse_year};
use super::piece::Source;
use super::place::parse_region_code;
use super::product::parse_slug;
use super::typed::Typed;
use crate::finding::{Findings, Located, SourceFile};
use crate::keys::{CODE_HOSTS, FORMATS, HOSTS, LANGUAGES, SITE, ZONES, given_domains};
use crate::model::{Date, Language};
use crate::routes;
use crate::settings::{
    GuideGroup, Limits, PhotoSettings, Programme, RenditionFormat, Settings, StoreAddress, TimeZone,
};

const LANGUAGE_WORDS: [(&str, Language); 3] =
    [(LANGUAGES[0], Language::Id), (LANGUAGES[1], Language::Su), (LANGUAGES[2], Language::En)];
const ZONE_WORDS: [(&str, TimeZone); 3] =
    [(ZONES[0], TimeZone::Jakarta), (ZONES[1], TimeZone::Makassar), (ZONES[2], TimeZone::Jayapura)];
const FORMAT_WORDS: [(&str, RenditionFormat); 3] = [
    (FORMATS[0], RenditionFormat::Avif),
    (FORMATS[1], RenditionFormat::WebP),
    (FORMATS[2], RenditionFormat::Jpeg),
];
/// Deepest nesting of `etalase.yaml` itself, whose limits are not read yet.
const DEPTH: usize = 16;

/// The settings of a site; without a file, or where a key cannot be read, those of an empty one.
pub fn read_settings(file: Option<&Arc<SourceFile>>, today: Date, findings: &mut Findings) -> Settings {
    let defaults = Settings::for_day(today);
    let Some(file) = file else { return defaults };
    let source = Source::whole(file, &SITE, DEPTH);
    if source.is_blank() {
        return defaults;
    }
    let Some(document) = read_document(source, findings) else { return defaults };
    let Some(mut keys) = document.keys(&SITE, findings) else { return defaults };
    let languages = keys.choices("bahasa", &LANGUAGE_WORDS, findings);
    let settings = Settings {
        // Of the address that the run means, which may be another.
        is_tentative: false,
        title: keys.text("judul", findings).unwrap_or(defaults.title),
        description: keys.text("keterangan", findings),
        base_url: keys.parse("alamat", parse_base_url, findings),
        languages: if languages.is_empty() { defaults.languages } else { languages },
        theme: read_theme(&mut keys, "tema", findings).unwrap_or(defaults.theme),
        youth_theme: read_theme(&mut keys, "tema_muda", findings).unwrap_or(defaults.youth_theme),
        host: keys
            .choice("inang", &HOSTS.iter().map(|host| (*host, *host)).collect::<Vec<_>>(), findings)
            .map(str::to_owned),
        time_zone: keys.choice("zona_waktu", &ZONE_WORDS, findings).unwrap_or_default(),
        photo: keys.map("foto", findings).map(|keys| read_photo(keys, findings)).unwrap_or_default(),
        programme: keys
            .map("program", findings)
            .map(|keys| read_programme(keys, findings))
            .unwrap_or_default(),
        freshness: keys
            .map("kesegaran", findings)
            .map(|keys| read_freshness(keys, findings))
            .unwrap_or_default(),
        analytics: keys.parse("analitik", parse_counter, findings),
        manage: keys.map("kelola", findings).and_then(|keys| read_manage(keys, findings)),
        guides: keys.each("panduan", findings, read_guides),
        shared_cache: keys.parse("cache", parse_store, findings),
        limits: keys.map("batas", findings).map(|keys| read_limits(keys, findings)).unwrap_or_default(),
        // What a theme says is known once the theme is.
        brand_colour: None,
        youth_colours: None,
        today,
    };
    keys.finish(findings);
    settings
}

/// The address of a site: https, or http on this machine; without `?` and `#`; ends in `/`. The name of its host is
/// ASCII, as robots.txt, the sitemap and feeds need it; other characters of the path are written as bytes.
pub fn normalised_base_url(typed: &str) -> Option<String> {
    let rest = typed.strip_prefix("https://").or_else(|| {
        let rest = typed.strip_prefix("http://")?;
        let host = rest.split(['/', ':']).next().unwrap_or_default();
        matches!(host, "localhost" | "127.0.0.1").then_some(rest)
    })?;
    let host = rest.split('/').next().unwrap_or_default();
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let is_label = |label: &str| {
        let is_whole = !label.is_empty() && !label.starts_with('-') && !label.ends_with('-');
        is_whole && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let is_sound = name.split('.').all(is_label)
        && port.parse::<u16>().is_ok()
        && !rest.contains(|c: char| c.is_whitespace() || c.is_control() || "?#<>\"'`\\{}|^@".contains(c))
        && !rest.contains("//")
        && !rest.split('/').any(|part| part == "." || part == "..");
    // A site is named by its folder: below `index.html/` there is nothing.
    let folder = match typed.rsplit_once('/') {
        Some((folder, last)) if is_index(last) => folder,
        _ => typed,
    };
    let folder = is_sound.then(|| format!("{}/", folder.trim_end_matches('/')))?;
    Some(folder.bytes().map(ascii_byte).collect())
}

/// True for what hosts show in place of a folder: `index.html`, `INDEX.HTM`, `default.htm`, `index.php`.
fn is_index(name: &str) -> bool {
    ["index.html", "index.htm", "index.php", "default.html", "default.htm", "default.asp"]
        .iter()
        .any(|index| name.eq_ignore_ascii_case(index))
}

/// A byte of an address as machines write it: `%C3` for the first of an `é`.
fn ascii_byte(byte: u8) -> String {
    if byte.is_ascii() { char::from(byte).to_string() } else { format!("%{byte:02X}") }
}

/// Networks and chats, by the end of the domain: an address there is an account.
const NETWORKS: [&str; 18] = [
    "wa.me",
    "whatsapp.com",
    "t.me",
    "instagram.com",
    "facebook.com",
    "tiktok.com",
    "youtube.com",
    "x.com",
    "twitter.com",
    "threads.net",
    "linktr.ee",
    "lynk.id",
    "shopee.co.id",
    "tokopedia.com",
    "lazada.co.id",
    "blibli.com",
    "bit.ly",
    "s.id",
];

/// Where files lie, by the end of the domain.
const FILE_STORES: [&str; 5] =
    ["drive.google.com", "docs.google.com", "dropbox.com", "onedrive.live.com", "1drv.ms"];

/// Examples of texts and guides, and the one that a new site begins with.
const PLACEHOLDERS: [&str; 4] = ["example.com", "example.net", "example.org", "koperasi.example"];

/// Ends of names that no name server of the world knows. Source: RFC 6762, RFC 8375, and IANA's list of special-use
/// names.
const OWN_NETWORK: [&str; 7] = ["local", "lan", "internal", "home.arpa", "test", "invalid", "localhost"];

/// What is at an address that can be written, but is no site's.
enum Elsewhere<'a> {
    ThisMachine,
    OwnNetwork,
    Code,
    /// The domain of a host, without the name of a site before it.
    Host,
    Network,
    Placeholder,
    /// A page of a site, by its name.
    Page(&'a str),
}

/// Why no visitor will find the site at an address, as far as the address tells. It stands on paper, in previews and
/// orders.
fn elsewhere(address: &str) -> Option<Elsewhere<'_>> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let domain = host.split(':').next().unwrap_or(host);
    let is_at = |names: &[&str]| is_below(domain, names);
    let page = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    if matches!(domain, "localhost" | "127.0.0.1") {
        Some(Elsewhere::ThisMachine)
    } else if is_own_network(domain) {
        Some(Elsewhere::OwnNetwork)
    } else if given_domains().any(|given| given.strip_prefix('.') == Some(domain)) {
        Some(Elsewhere::Host)
    } else if is_at(CODE_HOSTS) || is_at(&FILE_STORES) {
        Some(Elsewhere::Code)
    } else if is_at(&NETWORKS) {
        Some(Elsewhere::Network)
    } else if domain.contains("akun-anda") || is_at(&PLACEHOLDERS) {
        Some(Elsewhere::Placeholder)
    } else {
        // A repository may well be called `etalase`.
        (routes::OWN_NAMES.contains(&page) && page != "etalase").then_some(Elsewhere::Page(page))
    }
}

/// True for a domain that is one of these names, or below one.
fn is_below(domain: &str, names: &[&str]) -> bool {
    names.iter().any(|name| domain.strip_suffix(name).is_some_and(|sub| sub.is_empty() || sub.ends_with('.')))
}

/// True for a domain that only its own network knows, by name or number.
pub(super) fn is_own_network(domain: &str) -> bool {
    !domain.contains('.') || is_below(domain, &OWN_NETWORK) || has_own_number(domain)
}

/// True for the number of a machine that only its own network reaches.
fn has_own_number(domain: &str) -> bool {
    domain.parse::<std::net::Ipv4Addr>().is_ok_and(|number| {
        number.is_private() || number.is_loopback() || number.is_link_local() || number.is_unspecified()
    })
}

/// True for an address that is no site's for certain: what is printed may not lead there.
pub fn is_tentative(address: &str) -> bool {
    !matches!(elsewhere(address), None | Some(Elsewhere::Page(_)))
}

fn check_base_url(typed: Typed<'_>, address: &str, findings: &mut Findings) {
    let found = elsewhere(address).map(|elsewhere| match elsewhere {
        Elsewhere::ThisMachine => finding::address_of_this_machine(typed),
        Elsewhere::OwnNetwork => finding::address_of_own_network(typed),
        Elsewhere::Host => finding::address_of_a_host(typed),
        Elsewhere::Code => finding::address_of_code(typed),
        Elsewhere::Network => finding::address_of_a_network(typed),
        Elsewhere::Placeholder => finding::address_is_a_placeholder(typed),
        Elsewhere::Page(page) => finding::address_of_a_page(typed, page),
    });
    findings.extend(found.into_iter().collect::<Vec<_>>().into());
}

/// The address that was meant by one without https, with blanks, or with what leads to a place on a page.
pub(super) fn meant_address(typed: &str) -> Option<String> {
    let rest = typed.rsplit("://").next().unwrap_or(typed).trim_start_matches('/');
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let joined: String = rest.chars().filter(|c| !c.is_whitespace()).collect();
    let address = normalised_base_url(&format!("https://{joined}"))?;
    elsewhere(&address).is_none().then_some(address)
}

fn parse_base_url(typed: Typed<'_>, findings: &mut Findings) -> Option<String> {
    let address = normalised_base_url(typed.text);
    if address.is_none() {
        let host = typed.text.split('/').nth(2).unwrap_or_default();
        findings.push(if host.is_ascii() {
            finding::site_address(typed, meant_address(typed.text).as_deref())
        } else {
            finding::site_address_not_ascii(typed)
        });
    }
    if let Some(address) = &address {
        check_base_url(typed, address, findings);
    }
    address
}

/// A place in a store that speaks S3.
fn parse_store(typed: Typed<'_>, findings: &mut Findings) -> Option<StoreAddress> {
    let address = StoreAddress::parse(typed.text);
    if address.is_none() {
        findings.push(finding::not_a_store(typed));
    }
    address
}

/// The address of a script; its host has to be one that a content policy can name.
fn parse_counter(typed: Typed<'_>, findings: &mut Findings) -> Option<String> {
    let address = parse_link(typed, findings)?;
    let host = address.split('/').nth(2).unwrap_or_default();
    if !host.is_ascii() {
        findings.push(not_a_link(typed));
        return None;
    }
    Some(address)
}

fn read_theme(keys: &mut Keys<'_>, name: &'static str, findings: &mut Findings) -> Option<String> {
    keys.parse(name, parse_slug, findings).map(|slug| slug.as_str().to_owned())
}

/// JPEG is always among the formats, since every browser and chat program reads it.
fn read_photo(mut keys: Keys<'_>, findings: &mut Findings) -> PhotoSettings {
    let defaults = PhotoSettings::default();
    let mut formats = keys.choices("bentuk", &FORMAT_WORDS, findings);
    formats.retain(|format| {
        if !format.is_built_in() {
            findings.push(finding::encoding_not_built_in(keys.key_span("bentuk"), format.ending()));
        }
        format.is_built_in()
    });
    if formats.is_empty() {
        formats = defaults.formats;
    } else if !formats.contains(&RenditionFormat::Jpeg) {
        formats.push(RenditionFormat::Jpeg);
    }
    let typed = keys.scalars("lebar", findings);
    let mut widths_px: Vec<u32> =
        typed.iter().filter_map(|typed| parse_number(*typed, 160, 4096, findings)).collect();
    widths_px.sort_unstable();
    widths_px.dedup();
    if widths_px.len() > 10 || (typed.is_empty() && keys.has("lebar")) {
        findings.push(finding::widths(keys.key_span("lebar")));
    }
    if widths_px.is_empty() {
        widths_px = defaults.widths_px;
    }
    let quality = keys.number("mutu", findings).and_then(|quality| u8::try_from(quality).ok());
    keys.finish(findings);
    PhotoSettings { formats, widths_px, quality: quality.unwrap_or(defaults.quality) }
}

fn read_programme(mut keys: Keys<'_>, findings: &mut Findings) -> Programme {
    let region = keys.parse("wilayah", parse_region_code, findings);
    let mut targets = BTreeMap::new();
    keys.each("sasaran", findings, |mut keys, findings| {
        let year = keys.parse("tahun", parse_year, findings);
        let count = keys.number("koperasi", findings);
        let at = keys.key_span("tahun");
        keys.finish(findings);
        let (year, count) = (year?, count?);
        if targets.insert(year, count).is_some() {
            findings.push(finding::year_twice(at, year));
        }
        Some(())
    });
    keys.finish(findings);
    Programme { region, targets }
}

fn read_guides(mut keys: Keys<'_>, findings: &mut Findings) -> Option<GuideGroup> {
    let title = keys.text("judul", findings);
    let files = keys.scalars("berkas", findings);
    let files = files.iter().map(|typed| Located::new(typed.line(), typed.span())).collect();
    let language = keys.choice("bahasa", &LANGUAGE_WORDS, findings);
    keys.finish(findings);
    Some(GuideGroup { title: title?, language, files })
}

fn read_limits(mut keys: Keys<'_>, findings: &mut Findings) -> Limits {
    let defaults = Limits::default();
    let mut number = |name: &'static str| keys.number(name, findings);
    let limits = Limits {
        text_bytes: number("teks_kb").map_or(defaults.text_bytes, |kb| u64::from(kb) * 1024),
        photo_bytes: number("foto_mb").map_or(defaults.photo_bytes, |mb| u64::from(mb) * 1024 * 1024),
        photo_pixels: number("foto_megapiksel").map_or(defaults.photo_pixels, |mp| u64::from(mp) * 1_000_000),
        products: number("produk").map_or(defaults.products, |count| count as usize),
        photos: number("foto").map_or(defaults.photos, |count| count as usize),
        depth: number("tingkat").map_or(defaults.depth, |depth| depth as usize),
    };
    keys.finish(findings);
    limits
}

#[cfg(test)]
mod tests;
