//! One cooperative as a line of the directory.

use serde::Serialize;

use crate::model::OUTLET_KINDS;
use crate::portal::scene::{Scene, ShownWidth};
use crate::summary::{Summary, SummaryOpening, group_word, kind_word};
use crate::view::days::CountView;
use crate::view::outlet::kind_name;
use crate::view::photos::PictureView;
use crate::view::youth::sentence::listed;

/// Most headings that tell what a cooperative sells.
const HEADINGS: usize = 4;

/// A line of the directory.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct ListingView {
    /// Its storefront, from the language's root.
    pub href: String,
    /// Name of the host of a site of its own, which a visitor leaves the portal for.
    pub site: Option<String>,
    /// Short name.
    pub label: String,
    /// Full name.
    pub name: String,
    /// One line.
    pub slogan: Option<String>,
    /// `Pangalengan, Kabupaten Bandung`.
    pub place: Option<String>,
    /// `Koperasi produsen`.
    pub kind: Option<String>,
    /// What it sells, in words.
    pub sells: Option<String>,
    /// Services and units that are no goods, in words.
    pub services: Option<String>,
    /// How many products, in words; of one that has none, how many services.
    pub products: String,
    /// How many openings, if any.
    pub openings: Option<CountView>,
    /// Photo; its files are seen from the language's root.
    pub picture: Option<PictureView>,
    /// First letter, where there is no photo.
    pub monogram: String,
    /// Words that search looks at beside those that the line shows, in lower case.
    pub find: String,
    /// Code of the regency, for the filter.
    pub regency: String,
    /// Word of the kind, for the filter.
    pub kind_word: &'static str,
}

/// Makes the line of a cooperative.
pub(super) fn listing(summary: &Summary, scene: &Scene<'_>) -> ListingView {
    let whole = scene.whole(summary);
    let summary = &*whole;
    let texts = scene.texts;
    let closing = summary.openings_on(scene.today()).map(SummaryOpening::last_day);
    let line = ListingView {
        href: scene.link_to(summary, ""),
        site: summary.home.as_deref().map(host_of),
        label: summary.label().to_owned(),
        name: summary.name.clone(),
        slogan: summary.slogan.as_ref().map(|slogan| slogan.get(scene.language).to_owned()),
        place: place(summary),
        kind: summary.kind.map(|kind| texts.get(&format!("portal.kind.{}", kind_word(kind))).to_owned()),
        sells: sells(summary, scene),
        services: services(summary, scene),
        products: match summary.products.count {
            0 if !summary.outlets.is_empty() => texts.count("outlet.count", summary.outlets.len() as u64),
            count => texts.count("portal.products", u64::from(count)),
        },
        openings: CountView::of("portal.openings", closing, texts),
        picture: picture(summary, scene),
        monogram: summary.label().chars().find(|c| c.is_alphanumeric()).unwrap_or('K').to_string(),
        find: String::new(),
        regency: summary.region.as_ref().map_or(String::new(), |region| region.regency_code().to_owned()),
        kind_word: summary.kind.map_or("", kind_word),
    };
    ListingView { find: words_not_shown(summary, &line), ..line }
}

/// `susu.contoh.id`.
fn host_of(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split('/').next().unwrap_or_default().to_owned()
}

/// `Pangalengan, Kabupaten Bandung`.
pub(super) fn place(summary: &Summary) -> Option<String> {
    let region = summary.region.as_ref()?;
    Some(match &region.district {
        Some(district) => format!("{district}, {}", region.regency),
        None => region.regency.clone(),
    })
}

fn sells(summary: &Summary, scene: &Scene<'_>) -> Option<String> {
    let categories = &summary.products.categories;
    let mut words: Vec<String> = if categories.is_empty() {
        summary.products.shown.iter().map(|product| product.name.get(scene.language).to_owned()).collect()
    } else {
        categories.iter().map(|category| category.to_lowercase()).collect()
    };
    words.truncate(HEADINGS);
    (!words.is_empty()).then(|| listed(&words, scene.youth_texts))
}

/// The first few kinds, or what those of no known kind are called.
fn services(summary: &Summary, scene: &Scene<'_>) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for outlet in &summary.outlets {
        let own = || outlet.name.as_ref().map(|name| name.get(scene.language));
        let known = outlet.kind.as_deref().filter(|word| OUTLET_KINDS.contains(word));
        let name = known.map(|word| kind_name(word, scene.texts)).or_else(own);
        names.extend(name.filter(|name| !names.contains(name)));
    }
    names.truncate(HEADINGS);
    (!names.is_empty()).then(|| names.join(", "))
}

/// The photos of the directory: its first column, and that of wide screens, at three pixels to one.
const DIRECTORY_WIDTH: ShownWidth =
    ShownWidth { sizes: "(min-width: 56rem) 6rem, 5rem", most_px: 3 * 6 * 16 };

fn picture(summary: &Summary, scene: &Scene<'_>) -> Option<PictureView> {
    let of_product = || summary.products.shown.iter().find_map(|product| product.photo.as_ref());
    let photo = summary.cover.as_deref().or_else(of_product)?;
    // A photo that lies at another host would be asked for there: the line goes without.
    summary.home.is_none().then(|| scene.picture_of(summary, photo, DIRECTORY_WIDTH))
}

/// Names, place, sectors and products, in lower case, each word once. What the line shows is left out: the script
/// searches that, too.
fn words_not_shown(summary: &Summary, line: &ListingView) -> String {
    let shown = [&line.slogan, &line.place, &line.kind, &line.sells, &line.services];
    let shown = shown.into_iter().flatten().chain([&line.label]).map(|text| text.to_lowercase());
    let shown = shown.collect::<Vec<_>>().join("\n");
    let mut words: Vec<String> = Vec::new();
    let region = summary.region.iter().flat_map(|region| region.district.iter().chain([&region.regency]));
    let texts = [&summary.name].into_iter().chain(&summary.short_name).map(String::as_str);
    let texts = texts
        .chain(region.map(String::as_str))
        .chain(summary.sectors.iter().map(String::as_str))
        .chain(summary.products.categories.iter().map(String::as_str))
        .chain(summary.kind.map(kind_word))
        .chain(summary.group.map(group_word))
        .chain(summary.product_names())
        .chain(summary.outlet_words());
    for word in texts.flat_map(str::split_whitespace) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        if word.len() > 1 && !words.contains(&word) && !shown.contains(&word) {
            words.push(word);
        }
    }
    words.join(" ")
}
