//! What goes on paper: a poster, the price list, labels for the shelf, the form for new members. In the site's
//! first language only. Every sheet carries a code that leads to the shop.

use serde::Serialize;

use crate::model::{Cooperative, Offer, Product, Variant};
use crate::routes;
use crate::settings::Settings;
use crate::theme::content_hash;
use crate::view::days::price_day;
use crate::view::fact::FactView;
use crate::view::hours::{HoursRow, hours};
use crate::view::links::LinkView;
use crate::view::photos::{PhotoShape, PictureView};
use crate::view::place::place_of;
use crate::view::product::price::{PriceView, price_view};
use crate::view::product::shelf_life;
use crate::view::scene::{Scene, crumb_home};
use crate::view::{money, qr};

/// Labels on one sheet of A4: two columns of seven.
pub const LABELS_PER_SHEET: usize = 14;

/// A code for cameras.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CodeView {
    /// Its file, from the cooperative's root.
    pub src: String,
    /// Where it leads, as people read it.
    pub shown: String,
    /// What it is for those who do not see it.
    pub label: String,
}

/// Whose sheet it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetView {
    /// What it is.
    pub title: String,
    /// Way back.
    pub crumbs: Vec<LinkView>,
    /// Code that leads to the shop.
    pub code: Option<CodeView>,
    /// Day of the prices, in words.
    pub as_of: Option<String>,
    /// WhatsApp or telephone number.
    pub number: Option<FactView>,
}

/// The list of sheets.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetsPage {
    /// Way back.
    pub crumbs: Vec<LinkView>,
    /// Sheets, from the language's root.
    pub sheets: Vec<SheetLink>,
}

/// A way to a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetLink {
    /// From the language's root.
    pub href: String,
    /// What it is.
    pub title: String,
    /// What it is for.
    pub text: String,
}

/// The poster of the shop.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PosterPage {
    /// Whose sheet it is.
    #[serde(flatten)]
    pub sheet: SheetView,
    /// The large line.
    pub headline: String,
    /// True if it takes a smaller size.
    pub is_long: bool,
    /// The line below.
    pub lead: Option<String>,
    /// The cover, or the first photo of a product, if one can be used.
    pub picture: Option<PictureView>,
    /// Goods by name, the first ones.
    pub goods: Vec<String>,
    /// Opening hours.
    pub hours: Vec<HoursRow>,
    /// Where it is.
    pub place: Option<String>,
}

/// The price list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PriceListPage {
    /// Whose sheet it is.
    #[serde(flatten)]
    pub sheet: SheetView,
    /// Goods under their headings.
    pub groups: Vec<PriceGroup>,
}

/// Goods under one heading.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PriceGroup {
    /// Heading; empty where there is only one.
    pub name: String,
    /// One for each product, or for each of its variants where their prices differ.
    pub rows: Vec<PriceRow>,
}

/// One line of the price list, or one label.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PriceRow {
    /// Name of the product.
    pub name: String,
    /// Name of the variant.
    pub variant: Option<String>,
    /// Price with its unit.
    pub price: PriceView,
    /// `anggota Rp 11.500 · mulai 24: Rp 11.800`: until when, for whom, from how many.
    pub terms: String,
    /// The same for a label, with the price of a kilogram or litre instead of larger orders. What has no place is left
    /// out from the end: the member price comes first.
    pub small: Vec<String>,
    /// Code that leads to the product.
    pub code: Option<CodeView>,
}

/// Labels for the shelf, sheet by sheet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LabelsPage {
    /// Whose sheet it is.
    #[serde(flatten)]
    pub sheet: SheetView,
    /// Sheets of labels.
    pub sheets: Vec<Vec<PriceRow>>,
}

/// The form for new members.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FormPage {
    /// Whose sheet it is.
    #[serde(flatten)]
    pub sheet: SheetView,
    /// What it costs.
    pub savings: Vec<FactView>,
    /// Lines to fill in.
    pub fields: Vec<String>,
    /// What is asked.
    pub terms: Vec<String>,
}

/// Where the code on the sheets leads.
pub fn to_shop(scene: &Scene<'_>) -> Option<CodeTarget> {
    target(scene.home_url.as_deref(), scene.cooperative, scene.settings)
}

/// Where the code on a product's label leads: to its page, or where the other codes lead if the site has no address.
pub fn to_product(product: &Product, scene: &Scene<'_>) -> Option<CodeTarget> {
    let url = scene.home_url.as_ref().map(|home| format!("{home}{}", routes::product(&product.slug)));
    target(url.as_deref(), scene.cooperative, scene.settings)
}

/// What a code says, and how people read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeTarget {
    payload: String,
    shown: String,
}

/// An address, or a chat where the site has none yet, or one that is no site's: paper cannot be mended.
pub fn target(url: Option<&str>, cooperative: &Cooperative, settings: &Settings) -> Option<CodeTarget> {
    if let Some(url) = url.filter(|_| !settings.is_tentative) {
        let shown = url.trim_start_matches("https://").trim_end_matches('/').to_owned();
        return Some(CodeTarget { payload: url.to_owned(), shown });
    }
    let number = cooperative.contact.whatsapp.as_ref()?;
    Some(CodeTarget { payload: format!("https://wa.me/{}", number.digits()), shown: number.national() })
}

/// The file of a code, named by what it says: name below the cooperative's root, and SVG.
pub fn code_file(target: &CodeTarget) -> Option<(String, String)> {
    Some((code_file_name(&target.payload), qr::svg(&target.payload)?))
}

fn code_file_name(payload: &str) -> String {
    routes::sheet_code(content_hash(payload.as_bytes()))
}

/// A code as a page shows it; `None` if it says too much for any code.
pub fn code_view(target: CodeTarget, label: &str) -> Option<CodeView> {
    let CodeTarget { payload, shown } = target;
    qr::fits(&payload).then(|| CodeView {
        src: code_file_name(&payload),
        label: label.replace("{address}", &shown),
        shown,
    })
}

/// `key` names the sheet among the texts; `has_prices` if it should say of which day they are.
fn sheet(key: &str, has_prices: bool, scene: &Scene<'_>) -> SheetView {
    let Scene { cooperative, texts, .. } = scene;
    let code = to_shop(scene).and_then(|target| code_view(target, texts.get("print.code_label")));
    let priced =
        cooperative.products.iter().filter_map(|product| product.priced_on).max().filter(|_| has_prices);
    let contact = &cooperative.contact;
    let whatsapp = contact.whatsapp.as_ref().map(|number| ("WhatsApp".to_owned(), number.national()));
    let phone =
        || contact.phone.as_ref().map(|phone| (texts.get("contact.phone").to_owned(), phone.shown.clone()));
    SheetView {
        title: texts.get(&format!("print.{key}.title")).to_owned(),
        crumbs: vec![
            crumb_home(scene),
            LinkView { href: routes::SHEETS.to_owned(), label: texts.get("print.title").to_owned() },
        ],
        code,
        as_of: priced.map(|day| price_day(day, scene.settings, texts).text),
        number: whatsapp.or_else(phone).map(|(label, value)| FactView { label, value, href: None }),
    }
}

/// True if there is something to put a price on.
fn is_priced(scene: &Scene<'_>) -> bool {
    !scene.cooperative.products.is_empty()
}

/// The list of the sheets that there are, the poster for schools among them if the site has pages for pupils.
pub fn sheets_page(scene: &Scene<'_>) -> SheetsPage {
    let texts = scene.texts;
    let link = |href: &str, key: &str| SheetLink {
        href: href.to_owned(),
        title: texts.get(&format!("print.{key}.title")).to_owned(),
        text: texts.get(&format!("print.{key}.text")).to_owned(),
    };
    let mut sheets = vec![link(routes::SHEET_POSTER, "poster")];
    if is_priced(scene) {
        sheets.push(link(routes::SHEET_PRICES, "prices"));
    }
    if !labels(scene).is_empty() {
        sheets.push(link(routes::SHEET_LABELS, "labels"));
    }
    if scene.cooperative.joining.is_some() {
        sheets.push(link(routes::SHEET_FORM, "form"));
    }
    sheets.extend(scene.pages.youth.then(|| link(routes::YOUTH_POSTER, "school")));
    SheetsPage { crumbs: vec![crumb_home(scene)], sheets }
}

/// From this length on a name is set in a smaller size: it takes more than three lines of a poster.
const LONG_NAME_CHARS: usize = 48;

/// Most names of goods on a poster: three lines.
const POSTER_GOODS: usize = 9;

/// The poster of the shop.
pub fn poster_page(scene: &Scene<'_>) -> PosterPage {
    let Scene { cooperative, shelf, settings, language, texts, .. } = scene;
    let language = *language;
    // The shape of a cover for a product's photo too: what is higher than wide is cut around its own focus.
    let picture = cooperative.faces().find_map(|photo| shelf.picture(photo, PhotoShape::Cover, "", language));
    PosterPage {
        sheet: sheet("poster", false, scene),
        headline: cooperative.name.clone(),
        is_long: cooperative.name.chars().count() > LONG_NAME_CHARS,
        lead: cooperative.slogan.as_ref().map(|slogan| slogan.get(language).to_owned()),
        picture: picture.map(|picture| PictureView { alt: String::new(), tone: None, ..picture }),
        goods: cooperative
            .products
            .iter()
            .take(POSTER_GOODS)
            .map(|product| product.name.get(language).to_owned())
            .collect(),
        hours: cooperative
            .hours
            .as_ref()
            .map(|week| hours(week, settings, language, texts).rows)
            .unwrap_or_default(),
        place: cooperative.address.clone().or_else(|| place_of(cooperative)),
    }
}

/// The price list: every product, a variant with a price of its own on a line of its own.
pub fn price_list_page(scene: &Scene<'_>) -> Option<PriceListPage> {
    if !is_priced(scene) {
        return None;
    }
    let mut groups: Vec<PriceGroup> = Vec::new();
    for product in &scene.cooperative.products {
        let category = product.category.as_ref();
        let name = category.map(|name| name.get(scene.language).to_owned()).unwrap_or_default();
        let rows = rows(product, scene);
        match groups.iter_mut().find(|group| group.name == name) {
            Some(group) => group.rows.extend(rows),
            None => groups.push(PriceGroup { name, rows }),
        }
    }
    groups.sort_by_key(|group| group.name.is_empty());
    if let [.., last] = groups.as_mut_slice()
        && last.name.is_empty()
        && scene.cooperative.products.iter().any(|product| product.category.is_some())
    {
        scene.texts.get("catalogue.other").clone_into(&mut last.name);
    }
    Some(PriceListPage { sheet: sheet("prices", true, scene), groups })
}

/// Labels for the shelf: everything that has a price.
pub fn labels_page(scene: &Scene<'_>) -> Option<LabelsPage> {
    let labels = labels(scene);
    if labels.is_empty() {
        return None;
    }
    let sheets = labels.chunks(LABELS_PER_SHEET).map(<[PriceRow]>::to_vec).collect();
    Some(LabelsPage { sheet: sheet("labels", true, scene), sheets })
}

fn labels(scene: &Scene<'_>) -> Vec<PriceRow> {
    let rows = scene.cooperative.products.iter().flat_map(|product| rows(product, scene));
    rows.filter(is_label).collect()
}

/// True for what has a price to print.
fn is_label(row: &PriceRow) -> bool {
    row.price.amount.is_some()
}

/// True if a product, or one of its variants, has a label.
pub fn has_label(product: &Product, scene: &Scene<'_>) -> bool {
    rows(product, scene).iter().any(is_label)
}

fn rows(product: &Product, scene: &Scene<'_>) -> Vec<PriceRow> {
    let today = scene.settings.today;
    let same_price = |variant: &Variant| {
        Offer::of(product, Some(variant), today).price == Offer::of(product, None, today).price
            && variant.unit.is_none()
            && variant.minimum_order.is_none()
            && variant.member_price.is_none()
    };
    // Flavours at one price are one line; sizes with prices of their own are several.
    if product.variants.iter().all(same_price) {
        let names: Vec<&str> =
            product.variants.iter().map(|variant| variant.name.get(scene.language)).collect();
        return vec![row(product, None, (!names.is_empty()).then(|| names.join(", ")), scene)];
    }
    let name = |variant: &Variant| Some(variant.name.get(scene.language).to_owned());
    product.variants.iter().map(|variant| row(product, Some(variant), name(variant), scene)).collect()
}

fn row(
    product: &Product,
    variant: Option<&Variant>,
    variant_name: Option<String>,
    scene: &Scene<'_>,
) -> PriceRow {
    let Scene { texts, language, .. } = scene;
    let offer = Offer::of(product, variant, scene.settings.today);
    let member = offer.member_price().map(|price| {
        let price = money::rupiah(price, *language);
        texts.fill("print.member", &[("price", &price)])
    });
    let tiers = offer.tiers_today().map(|tier| {
        let price = money::rupiah(tier.price, *language);
        texts.fill("print.tier", &[("n", &tier.from_quantity.to_string()), ("price", &price)])
    });
    let price = price_view(product, variant, scene);
    let joined = |parts: Vec<String>| parts.join(" · ");
    let keeps = product
        .shelf_life
        .map(|life| texts.fill("product.shelf_life.keeps", &[("span", &shelf_life(life, texts))]));
    let minimum =
        (offer.minimum > 1).then(|| texts.fill("card.minimum", &[("n", &offer.minimum.to_string())]));
    let until = price.until.clone();
    let always = until.iter().chain(&member).chain(&minimum).cloned();
    PriceRow {
        name: product.name.get(*language).to_owned(),
        variant: variant_name,
        terms: joined(always.chain(tiers).chain(keeps.clone()).collect()),
        small: [member, until, price.per_measure.clone(), keeps].into_iter().flatten().collect(),
        code: to_product(product, scene).and_then(|target| code_view(target, texts.get("print.code_label"))),
        price,
    }
}

/// The form for new members.
pub fn form_page(scene: &Scene<'_>) -> Option<FormPage> {
    let Scene { cooperative, texts, language, .. } = scene;
    let joining = cooperative.joining.as_ref()?;
    let shares =
        [(joining.initial_share, "join.initial.name"), (joining.periodic_share, "join.periodic.name")];
    Some(FormPage {
        sheet: sheet("form", false, scene),
        savings: shares
            .into_iter()
            .filter_map(|(share, key)| {
                let value = money::rupiah(share?, *language);
                Some(FactView { label: texts.get(key).to_owned(), value, href: None })
            })
            .collect(),
        fields: texts.get("join.form_fields").split('|').map(|field| field.trim().to_owned()).collect(),
        terms: joining.terms.iter().map(|term| term.get(*language).to_owned()).collect(),
    })
}
