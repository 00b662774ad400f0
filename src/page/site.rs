//! What a site has once, at its root: 404, sitemap, robots.txt, icons, web manifest.

use std::collections::BTreeMap;

use quick_xml::Writer as XmlWriter;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use serde_json::{Value as Json, json};
use tera::value::Key;
use tera::{Context, Value};

use super::icons;
use super::materials::language_folder;
use crate::finding::Findings;
use crate::model::{Colour, Cooperative, Date, Language};
use crate::plan::{Later, Output, Plan, SitePath};
use crate::routes;
use crate::settings::Settings;
use crate::theme::{Style, Theme};
use crate::view::colour;

/// Most addresses in one sitemap. Source: sitemaps.org, protocol 0.9.
const MAX_SITEMAP_ADDRESSES: usize = 50_000;

/// Longest name under an icon that phones do not cut. Source: Chrome's advice for `short_name`, 12 characters.
const ICON_NAME_CHARS: usize = 12;

/// A page that search engines should know, with the day on which its content last changed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PageAddress {
    /// Path of the page.
    pub path: SitePath,
    /// Day of the last change, if known.
    pub changed: Option<Date>,
}

/// The pages of a plan, with one day of change for all of them.
pub fn page_addresses(plan: &Plan, changed: Option<Date>) -> Vec<PageAddress> {
    plan.iter()
        .filter(|(path, output)| matches!(output, Output::Page(_)) && is_address(path))
        .map(|(path, _)| PageAddress { path: path.clone(), changed })
        .collect()
}

/// True for a page that search engines should know: not for the one that stands in while there is no network, nor for
/// one that only leads on from a folder without a page.
pub fn is_address(path: &SitePath) -> bool {
    path.is_index() && !routes::is_offline(path.canonical()) && !routes::is_bare_list(path.canonical())
}

/// Who a site is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteIdentity {
    /// In full, as the web app manifest has it.
    pub name: String,
    /// Short name, for a phone's home screen.
    pub short_name: String,
    /// One sentence.
    pub description: Option<String>,
    /// Colour of its icon.
    pub colour: Colour,
}

impl SiteIdentity {
    /// Of a site with one cooperative.
    pub fn of_cooperative(cooperative: &Cooperative, settings: &Settings) -> Self {
        let language = settings.first_language();
        Self {
            name: cooperative.name.clone(),
            short_name: cooperative.label().to_owned(),
            description: cooperative.slogan.as_ref().map(|slogan| slogan.get(language).to_owned()),
            colour: colour::brand_of(cooperative, settings),
        }
    }

    /// Of a portal.
    pub fn of_portal(settings: &Settings) -> Self {
        Self {
            name: settings.title.clone(),
            short_name: settings.title.clone(),
            description: settings.description.clone(),
            colour: colour::portal_brand(settings),
        }
    }
}

/// The files that a site has once, but for its sitemaps.
pub fn site_files(
    identity: &SiteIdentity,
    settings: &Settings,
    theme: &Theme,
    findings: &mut Findings,
) -> Plan {
    let mut plan = Plan::new();
    let mut claim = |path: &str, output: Output| {
        plan.claim(SitePath::new(path), output, findings);
    };
    let colours = colour::brand_colours(identity.colour, &colour::Grounds::of(theme));
    let ground = Colour::parse(&colours.brand).unwrap_or(identity.colour);
    claim(routes::ICON, Output::Page(icons::svg(ground).into_bytes()));
    claim(routes::ICON_ICO, icon(2, move || icons::ico(ground)));
    claim(routes::ICON_192, icon(4, move || icons::png(ground, 192, false)));
    claim(routes::ICON_512, icon(16, move || icons::png(ground, 512, false)));
    claim(routes::ICON_MASKABLE, icon(16, move || icons::png(ground, 512, true)));
    claim(routes::ICON_APPLE, icon(4, move || icons::png(ground, 180, true)));
    claim(routes::WEB_MANIFEST, Output::Page(manifest(identity, settings, &colours.brand)));
    claim(routes::ROBOTS, Output::Page(robots(settings).into_bytes()));
    if let Some(html) = not_found(identity, settings.first_language(), settings, theme, findings) {
        plan.claim(SitePath::new(routes::NOT_FOUND), Output::Page(html), findings);
    }
    plan
}

/// An icon is drawn when it is written: to check a site nobody looks at it.
fn icon(usual_kb: u64, draw: impl FnOnce() -> Vec<u8> + Send + 'static) -> Output {
    Output::Later(Later::new(usual_kb * 1024, draw))
}

fn manifest(identity: &SiteIdentity, settings: &Settings, colour: &str) -> Vec<u8> {
    let icon = |src: &str, size: &str, purpose: &str| json!({ "src": src, "sizes": size, "type": "image/png", "purpose": purpose });
    let mut manifest = json!({
        "name": identity.name,
        "short_name": under_an_icon(&identity.short_name),
        "lang": settings.first_language().tag(),
        "start_url": "./",
        "scope": "./",
        "id": "./",
        "display": "standalone",
        "background_color": colour::PAPER.hex(),
        "theme_color": colour,
        "icons": [
            icon(routes::ICON_192, "192x192", "any"),
            icon(routes::ICON_512, "512x512", "any"),
            icon(routes::ICON_MASKABLE, "512x512", "maskable"),
            { "src": routes::ICON, "sizes": "any", "type": "image/svg+xml", "purpose": "any" },
        ],
    });
    if let Some(description) = &identity.description {
        manifest["description"] = json!(description);
    }
    format!("{manifest:#}\n").into_bytes()
}

/// A name as far as it fits under an icon: whole words, as many as go.
fn under_an_icon(name: &str) -> String {
    let mut short = String::new();
    for word in name.split_whitespace() {
        let longer = if short.is_empty() { word.to_owned() } else { format!("{short} {word}") };
        if longer.chars().count() > ICON_NAME_CHARS && !short.is_empty() {
            break;
        }
        short = longer;
    }
    short.chars().take(ICON_NAME_CHARS).collect()
}

fn robots(settings: &Settings) -> String {
    match &settings.base_url {
        Some(base) => format!("User-agent: *\nAllow: /\n\nSitemap: {base}{}\n", routes::SITEMAP),
        None => "User-agent: *\nAllow: /\n".to_owned(),
    }
}

/// One sitemap, or several with an index above them, of addresses that come in order of path.
pub struct Sitemaps<'a> {
    base: &'a str,
    /// Addresses of the file that is being filled.
    part: Urls,
    count: usize,
    latest: Option<Date>,
    /// The files that are full.
    index: Vec<(String, Option<Date>)>,
}

impl<'a> Sitemaps<'a> {
    /// Below the site's canonical address; no page yet.
    pub fn new(base: &'a str) -> Self {
        Self { base, part: Urls::new("urlset"), count: 0, latest: None, index: Vec::new() }
    }

    /// Adds a page. Gives a file that is full, if this one did not fit into it: its path and its bytes.
    pub fn add(&mut self, page: &PageAddress) -> Option<(String, Vec<u8>)> {
        let full = (self.count == MAX_SITEMAP_ADDRESSES).then(|| self.end_part());
        self.part.add("url", self.base, page.path.canonical(), page.changed);
        self.count += 1;
        self.latest = self.latest.max(page.changed);
        full
    }

    /// The files that are left: the only one, or the last and the index.
    pub fn finish(mut self) -> Vec<(String, Vec<u8>)> {
        if self.index.is_empty() {
            return vec![(routes::SITEMAP.to_owned(), self.part.finish())];
        }
        let last = self.end_part();
        let mut index = Urls::new("sitemapindex");
        for (path, changed) in &self.index {
            index.add("sitemap", self.base, path, *changed);
        }
        vec![last, (routes::SITEMAP.to_owned(), index.finish())]
    }

    fn end_part(&mut self) -> (String, Vec<u8>) {
        let path = routes::sitemap_part(self.index.len() + 1);
        self.index.push((path.clone(), self.latest));
        (self.count, self.latest) = (0, None);
        (path, std::mem::replace(&mut self.part, Urls::new("urlset")).finish())
    }
}

/// A file of addresses, as far as it is written.
struct Urls {
    root: &'static str,
    xml: XmlWriter<Vec<u8>>,
}

impl Urls {
    fn new(root: &'static str) -> Self {
        let mut urls = Self { root, xml: XmlWriter::new_with_indent(Vec::new(), b' ', 1) };
        urls.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        let schema = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
        urls.write(Event::Start(BytesStart::new(root).with_attributes([schema])));
        urls
    }

    fn add(&mut self, entry: &str, base: &str, path: &str, changed: Option<Date>) {
        self.write(Event::Start(BytesStart::new(entry)));
        let lines = [("loc", Some(format!("{base}{path}"))), ("lastmod", changed.map(|day| day.to_string()))];
        for (name, text) in lines {
            if let Some(text) = text {
                self.write(Event::Start(BytesStart::new(name)));
                self.write(Event::Text(BytesText::new(&text)));
                self.write(Event::End(BytesEnd::new(name)));
            }
        }
        self.write(Event::End(BytesEnd::new(entry)));
    }

    fn finish(mut self) -> Vec<u8> {
        self.write(Event::End(BytesEnd::new(self.root)));
        let mut bytes = self.xml.into_inner();
        bytes.push(b'\n');
        bytes
    }

    fn write(&mut self, event: Event<'_>) {
        self.xml.write_event(event).expect("writing to memory does not fail");
    }
}

/// The page for addresses that lead nowhere, in each of the other languages below its root: for hosts that show the
/// nearest one.
pub fn nearest_not_found(
    identity: &SiteIdentity,
    settings: &Settings,
    theme: &Theme,
    findings: &mut Findings,
) -> Plan {
    let mut plan = Plan::new();
    for language in settings.languages.iter().skip(1) {
        let path = format!("{}{}", language_folder(*language, settings), routes::NOT_FOUND);
        if let Some(html) = not_found(identity, *language, settings, theme, findings) {
            plan.claim(SitePath::new(path), Output::Page(html), findings);
        }
    }
    plan
}

/// The page for addresses that lead nowhere: in every language of the site, one of them first, since nobody knows which
/// the visitor was reading. A host shows it at any depth, so its links begin at the root.
fn not_found(
    identity: &SiteIdentity,
    first: Language,
    settings: &Settings,
    theme: &Theme,
    findings: &mut Findings,
) -> Option<Vec<u8>> {
    const KIND: &str = "not-found";
    let root = root_path(settings);
    let style = theme.style_seen_from(KIND, &format!("{root}{}", routes::ASSETS));
    let own_style = Style::new(colour::brand_colours(identity.colour, &colour::Grounds::of(theme)).css());
    let mut context = Context::new();
    let title = format!("{} – {}", theme.texts(first).get("not_found.title"), identity.name);
    let policy = format!(
        "default-src 'none'; img-src 'self';{} style-src {} {}; manifest-src 'self'; base-uri 'none'; form-action 'none'",
        theme.font_policy(),
        style.csp_source,
        own_style.csp_source
    );
    let page = [
        ("kind", Value::from(KIND)),
        ("title", Value::from(title)),
        ("policy", Value::safe_string(&policy)),
        ("style", style.value()),
        ("own_style", own_style.value()),
    ];
    context.insert_value("page", Value::from(page.into_iter().collect::<BTreeMap<_, _>>()));
    context.insert_value("t", theme.texts(first).value());
    context.insert("lang", first.tag());
    context.insert("root", &root);
    context.insert("name", &identity.name);
    let links = theme.assets().map(|(inside, asset)| {
        (Key::from(inside.to_owned()), Value::from(format!("{root}{}", routes::asset(&asset.file_name))))
    });
    context.insert_value("aset", Value::from(links.collect::<BTreeMap<_, _>>()));
    let others = settings.languages.iter().filter(|language| **language != first);
    let ways: Vec<Json> = [first]
        .iter()
        .chain(others)
        .map(|language| {
            let texts = theme.texts(*language);
            json!({
                "lang": language.tag(),
                "title": texts.get("not_found.title"),
                "text": texts.get("not_found.text"),
                "action": texts.fill("not_found.action", &[("name", &identity.name)]),
                "href": format!("{root}{}", language_folder(*language, settings)),
                "is_quiet": *language != first,
            })
        })
        .collect();
    context.insert("ways", &ways);
    theme.render(KIND, &context, findings)
}

/// The path of the site on its host: `/`, or `/jabar/`.
fn root_path(settings: &Settings) -> String {
    settings
        .base_url
        .as_deref()
        .and_then(|base| base.split_once("://"))
        .and_then(|(_, rest)| rest.find('/').map(|start| rest[start..].to_owned()))
        .unwrap_or_else(|| "/".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(count: usize) -> Vec<PageAddress> {
        (0..count)
            .map(|number| PageAddress { path: SitePath::new(format!("k{number}/index.html")), changed: None })
            .collect()
    }

    fn files(base: &str, pages: &[PageAddress]) -> Vec<(String, Vec<u8>)> {
        let mut sitemaps = Sitemaps::new(base);
        let mut files: Vec<_> = pages.iter().filter_map(|page| sitemaps.add(page)).collect();
        files.extend(sitemaps.finish());
        files
    }

    #[test]
    fn the_page_without_a_network_is_no_address_but_a_product_of_that_name_is() {
        let is_address = |path: &str| is_address(&SitePath::new(path));
        assert!(!is_address("kps/luring/index.html") && !is_address("luring/index.html"));
        assert!(is_address("kps/produk/luring/index.html") && is_address("kps/su/index.html"));
        assert!(!is_address("404.html"));
    }

    #[test]
    fn a_sitemap_names_folders_and_days() {
        let changed = Some(jiff::civil::date(2026, 11, 20));
        let pages = [PageAddress { path: SitePath::new("a/index.html"), changed }];
        let files = files("https://a.id/x/", &pages);
        let xml = String::from_utf8(files[0].1.clone()).expect("UTF-8");
        assert!(
            xml.contains("<loc>https://a.id/x/a/</loc>") && xml.contains("<lastmod>2026-11-20</lastmod>"),
            "{xml}"
        );
    }

    #[test]
    fn many_pages_get_an_index() {
        let one = files("https://a.id/", &addresses(MAX_SITEMAP_ADDRESSES));
        assert_eq!(one.len(), 1);
        let files = files("https://a.id/", &addresses(MAX_SITEMAP_ADDRESSES + 1));
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]);
        let index = String::from_utf8(files[2].1.clone()).expect("UTF-8");
        assert!(index.contains("<loc>https://a.id/sitemap-2.xml</loc>"), "{index}");
    }

    #[test]
    fn links_of_the_404_page_begin_at_the_root_of_the_site() {
        let mut settings = Settings::for_day(jiff::civil::date(2026, 11, 24));
        assert_eq!(root_path(&settings), "/");
        settings.base_url = Some("https://a.id/jabar/".to_owned());
        assert_eq!(root_path(&settings), "/jabar/");
    }

    #[test]
    fn a_name_under_an_icon_is_cut_between_words() {
        assert_eq!(under_an_icon("Etalase Koperasi Jawa Barat"), "Etalase");
        assert_eq!(under_an_icon("KPS Sagara"), "KPS Sagara");
        assert_eq!(under_an_icon("Kooperatifnusantara"), "Kooperatifnu");
    }
}
