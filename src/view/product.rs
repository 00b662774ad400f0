//! Products: on cards and on pages of their own.

use serde::Serialize;

use super::basket::{AddView, add_button};
use super::frame::{ActionView, LinkView, OrderItem, contact_action, order_label, order_message};
use super::photos::{PhotoShape, PictureView, ShareView};
use super::storefront::{MemberCard, Scene, crumb_home, member_card};
use super::{cards, dates, links, money};
use crate::markdown;
use crate::model::{Date, Marketplace, Product, Rupiah, Season, Stock, Variant, Weight};

/// From this amount on a price has too many digits for the ordinary size in a narrow card.
const LONG_PRICE: u64 = 100_000_000;

/// A price with everything that stands beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PriceView {
    /// `Rp 12.500`; `None`: to be asked for.
    pub amount: Option<String>,
    /// True if it is too long for the ordinary size in a narrow card.
    pub is_long: bool,
    /// True if it is the lowest of several.
    pub is_from: bool,
    /// `botol 500 ml`.
    pub unit: Option<String>,
    /// The ordinary price, during a promo.
    pub before: Option<String>,
    /// Until when the promo holds, in words.
    pub until: Option<String>,
    /// The same as an ISO date, so that a phone can tell when it is over.
    pub until_iso: Option<String>,
    /// `Rp 24.038 per kg`.
    pub per_measure: Option<String>,
    /// Rupiah, for sorting; the largest number if it must be asked for.
    pub sort: u64,
}

/// A product in a grid.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CardView {
    /// Slug.
    pub id: String,
    /// From the language's root.
    pub href: String,
    /// Name.
    pub name: String,
    /// Photo.
    pub picture: Option<PictureView>,
    /// First letter, drawn where there is no photo.
    pub letter: String,
    /// Price.
    pub price: PriceView,
    /// Stock, where it is not simply there.
    pub stock: Option<StockView>,
    /// `Sedang musim` or when it is.
    pub season: Option<String>,
    /// What else: variants, wholesale, smallest order.
    pub notes: Vec<String>,
    /// Button that adds it to the basket; what has variants is chosen on its page.
    pub add: Option<AddView>,
}

/// A stock state in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StockView {
    /// `available`, `limited`, `sold-out`, `pre-order`.
    pub state: &'static str,
    /// Words.
    pub label: String,
}

/// A product's page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProductPage {
    /// Slug.
    pub id: String,
    /// Name.
    pub name: String,
    /// Way back: shop, category.
    pub crumbs: Vec<LinkView>,
    /// Photos, the first one loaded at once.
    pub gallery: Vec<PictureView>,
    /// First letter, drawn where there is no photo.
    pub letter: String,
    /// Price.
    pub price: PriceView,
    /// Stock.
    pub stock: StockView,
    /// Order, where there are no variants.
    pub order: Option<ActionView>,
    /// Button that adds it to the basket, where there are no variants.
    pub add: Option<AddView>,
    /// Sizes, flavours, grades, each with an order of its own.
    pub variants: Vec<VariantView>,
    /// `Harga anggota`.
    pub member_price: Option<String>,
    /// True if there is a page on how to become a member.
    pub can_join: bool,
    /// Wholesale.
    pub tiers: Vec<TierView>,
    /// Smallest order, in words.
    pub minimum: Option<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Its language, if that is not the page's.
    pub description_lang: Option<&'static str>,
    /// Weight and the like.
    pub facts: Vec<LinkView>,
    /// Harvest.
    pub season: Option<SeasonView>,
    /// Certificates.
    pub certificates: Vec<CertificateView>,
    /// A sentence about them: lapsed, or none yet.
    pub certificate_note: Option<String>,
    /// Shops elsewhere.
    pub markets: Vec<LinkView>,
    /// Who makes it.
    pub producer: Option<MemberCard>,
    /// Its way.
    pub origin: Vec<OriginView>,
    /// Day of the price, in words.
    pub priced_on: Option<String>,
    /// What sharing sends.
    pub share_text: String,
    /// A chat of the visitor's choice, if the page has an address to share.
    pub share_href: Option<String>,
    /// Other products, by their place in the catalogue: pages print the cards that `product_cards` made for all.
    #[serde(skip)]
    pub more: Vec<usize>,
    /// Preview picture.
    pub share_picture: ShareView,
    /// For search engines and previews.
    pub description: String,
}

/// One variant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VariantView {
    /// Name.
    pub name: String,
    /// Price.
    pub price: PriceView,
    /// Price for members.
    pub member_price: Option<String>,
    /// Stock.
    pub stock: StockView,
    /// Order.
    pub order: Option<ActionView>,
    /// Button that adds it to the basket.
    pub add: Option<AddView>,
}

/// One step of wholesale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TierView {
    /// `Mulai 24 botol 500 ml`.
    pub from: String,
    /// Price of one.
    pub price: String,
    /// `hemat 6%`.
    pub saving: Option<String>,
}

/// The year of a harvest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeasonView {
    /// In words.
    pub words: String,
    /// `Sedang musim` or `Belum musim`.
    pub now: String,
    /// True if it is the season.
    pub is_now: bool,
    /// Twelve months.
    pub months: Vec<MonthView>,
}

/// One month of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MonthView {
    /// First letter.
    pub letter: String,
    /// Classes of the strip: `is-on`, `is-now`, or both.
    pub class: &'static str,
}

/// One certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CertificateView {
    /// `Halal`.
    pub name: String,
    /// Number.
    pub number: String,
}

/// One step of a product's way.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OriginView {
    /// What happens.
    pub title: String,
    /// In a sentence.
    pub text: Option<String>,
    /// A photo of it.
    pub picture: Option<PictureView>,
}

/// What one unit costs today: the promo while it holds. A variant has part in the promo if it has no price of
/// its own or that of the product.
pub(crate) fn price_today(product: &Product, variant: Option<&Variant>, today: Date) -> Option<Rupiah> {
    let own = variant.and_then(|variant| variant.price);
    let ordinary = own.or(product.price);
    let promo = product.promo.as_ref().filter(|promo| promo.holds_on(today));
    match promo {
        Some(promo) if own.is_none() || own == product.price => Some(promo.price),
        _ => ordinary,
    }
}

pub(super) fn price_view(product: &Product, variant: Option<&Variant>, scene: &Scene<'_>) -> PriceView {
    let Scene { texts, settings, language, .. } = scene;
    let language = *language;
    let today = price_today(product, variant, settings.today);
    let ordinary = variant.and_then(|variant| variant.price).or(product.price);
    let reduced = today.is_some() && today != ordinary;
    let lowest = product
        .variants
        .iter()
        .filter_map(|variant| price_today(product, Some(variant), settings.today))
        .min();
    let (amount, is_from) = match (variant, lowest) {
        (None, Some(lowest)) => {
            let differs = product
                .variants
                .iter()
                .any(|variant| price_today(product, Some(variant), settings.today) != Some(lowest));
            (Some(today.map_or(lowest, |price| price.min(lowest))), differs)
        }
        _ => (today, false),
    };
    let promo = product.promo.as_ref().filter(|_| reduced);
    let weight = variant.and_then(|variant| variant.weight).or(product.weight);
    let compared =
        amount.filter(|_| !is_from).zip(weight).and_then(|(price, weight)| money::per_measure(price, weight));
    PriceView {
        is_long: amount.is_some_and(|price| price.amount() >= LONG_PRICE),
        amount: amount.map(|price| money::rupiah(price, language)),
        is_from,
        unit: variant.and_then(|variant| variant.unit.clone()).or_else(|| product.unit.clone()),
        before: promo.and(ordinary).map(|price| money::rupiah(price, language)),
        until: promo
            .map(|promo| texts.fill("price.until", &[("date", &dates::short_day(promo.until, texts))])),
        until_iso: promo.map(|promo| promo.until.to_string()),
        per_measure: compared.map(|(price, measure)| {
            texts.fill(
                "price.per_measure",
                &[("price", &money::rupiah(price, language)), ("measure", texts.get(measure.key()))],
            )
        }),
        sort: amount.map_or(Rupiah::MAX.amount(), Rupiah::amount),
    }
}

pub(super) fn stock_view(stock: Stock, scene: &Scene<'_>) -> StockView {
    let (state, key) = match stock {
        Stock::Available => ("available", "stock.available"),
        Stock::Limited => ("limited", "stock.limited"),
        Stock::SoldOut => ("sold-out", "stock.sold_out"),
        Stock::PreOrder => ("pre-order", "stock.pre_order"),
    };
    StockView { state, label: scene.texts.get(key).to_owned() }
}

/// A product with variants is sold out when all of them are.
pub(crate) fn stock_today(product: &Product) -> Stock {
    let mut states = product.variants.iter().map(|variant| variant.stock.unwrap_or(product.stock));
    let Some(first) = states.next() else { return product.stock };
    if states.all(|state| state == first) {
        first
    } else if product.stock == Stock::SoldOut {
        Stock::Limited
    } else {
        product.stock
    }
}

fn first_letter(name: &str) -> String {
    name.chars().find(|c| c.is_alphanumeric()).map_or_else(String::new, |c| c.to_uppercase().collect())
}

/// A product as a card shows it.
pub(super) fn card(product: &Product, scene: &Scene<'_>) -> CardView {
    let Scene { texts, settings, shelf, language, .. } = scene;
    let name = product.name.get(*language);
    let stock = stock_today(product);
    let mut notes = Vec::new();
    if product.variants.len() > 1 {
        notes.push(texts.count("card.variants", product.variants.len() as u64));
    }
    if product.minimum_order > 1 {
        notes.push(texts.fill("card.minimum", &[("n", &product.minimum_order.to_string())]));
    }
    if let Some(tier) = product.tiers.first() {
        notes.push(texts.fill("card.wholesale", &[("n", &tier.from_quantity.to_string())]));
    }
    CardView {
        id: product.slug.to_string(),
        href: format!("produk/{}/", product.slug),
        name: name.to_owned(),
        picture: product
            .photos
            .first()
            .and_then(|photo| shelf.picture(photo, PhotoShape::Card, name, *language)),
        letter: first_letter(name),
        price: price_view(product, None, scene),
        stock: (stock != Stock::Available).then(|| stock_view(stock, scene)),
        season: product.season.filter(|season| !season.is_all_year()).map(|season| {
            if is_season(season, settings.today) {
                texts.get("season.now").to_owned()
            } else {
                texts.fill("season.next", &[("months", &dates::season(season, texts))])
            }
        }),
        notes,
        add: (product.variants.is_empty() && scene.cooperative.products.len() <= MOST_ADDED_FROM_CARDS)
            .then(|| add_button(product, None, scene))
            .flatten(),
    }
}

/// Most products of a shop whose cards have a button for the basket: each takes 16 bytes of the compressed page,
/// which is to come in one round trip of 14 KB.
const MOST_ADDED_FROM_CARDS: usize = 100;

fn is_season(season: Season, today: Date) -> bool {
    u8::try_from(today.month()).is_ok_and(|month| season.has(month))
}

/// Makes the page of a product.
pub fn product_page(product: &Product, scene: &Scene<'_>) -> ProductPage {
    let Scene { cooperative, texts, shelf, language, .. } = scene;
    let language = *language;
    let name = product.name.get(language);
    let url = scene.home_url.as_ref().map(|home| format!("{home}produk/{}/", product.slug));
    let price = price_view(product, None, scene);
    let mut crumbs = vec![crumb_home(scene)];
    // The shop of a single product shows it large, without categories.
    if let Some(category) = &product.category
        && cooperative.products.len() > 1
        && let Some(slug) = crate::model::Slug::from_name(category)
    {
        crumbs.push(LinkView { href: format!("#k-{slug}"), label: category.clone() });
    }
    let shown_price = match (&price.amount, &price.unit) {
        (Some(amount), Some(unit)) => texts.fill("price.per_unit", &[("price", amount), ("unit", unit)]),
        (Some(amount), None) => amount.clone(),
        (None, _) => texts.get("price.ask").to_owned(),
    };
    let share_text =
        texts.fill("share.text", &[("product", name), ("price", &shown_price), ("name", &cooperative.name)]);
    let plain = product.description.as_ref().map(|text| markdown::to_plain(text.get(language)));
    ProductPage {
        id: product.slug.to_string(),
        name: name.to_owned(),
        crumbs,
        gallery: gallery(product, name, scene),
        letter: first_letter(name),
        stock: stock_view(stock_today(product), scene),
        order: product
            .variants
            .is_empty()
            .then(|| order(product, None, false, url.as_deref(), scene))
            .flatten(),
        add: product.variants.is_empty().then(|| add_button(product, None, scene)).flatten(),
        variants: product
            .variants
            .iter()
            .enumerate()
            .map(|(place, variant)| variant_view(product, place, variant, url.as_deref(), scene))
            .collect(),
        member_price: product.member_price.map(|price| money::rupiah(price, language)),
        can_join: scene.pages.join,
        tiers: tiers(product, scene),
        minimum: (product.minimum_order > 1).then(|| {
            let n = product.minimum_order.to_string();
            match &product.unit {
                Some(unit) => texts.fill("product.minimum_unit", &[("n", &n), ("unit", unit)]),
                None => texts.fill("product.minimum", &[("n", &n)]),
            }
        }),
        description_html: product
            .description
            .as_ref()
            .map(|description| markdown::to_html(description.get(language), 3)),
        description_lang: scene.other_language(product.description.as_ref()),
        facts: facts(product, scene),
        season: product.season.map(|season| season_view(season, scene)),
        certificates: certificates(product, scene),
        certificate_note: certificate_note(product, scene),
        markets: product
            .markets
            .iter()
            .map(|market| LinkView {
                href: market.url.clone(),
                label: market_name(market.marketplace).to_owned(),
            })
            .collect(),
        producer: product
            .producer
            .as_ref()
            .and_then(|id| cooperative.members.iter().find(|member| member.id == *id))
            .map(|member| member_card(member, scene)),
        origin: product
            .origin
            .iter()
            .map(|step| OriginView {
                title: step.title.get(language).to_owned(),
                text: step.text.as_ref().map(|text| text.get(language).to_owned()),
                picture: step.photo.as_ref().and_then(|photo| {
                    shelf.picture(photo, PhotoShape::Card, step.title.get(language), language)
                }),
            })
            .collect(),
        priced_on: product
            .priced_on
            .map(|day| texts.fill("price.as_of", &[("date", &dates::day(day, texts))])),
        share_href: url.as_ref().map(|url| links::whatsapp_share(&format!("{share_text}\n{url}"))),
        share_text,
        more: more(product, scene),
        share_picture: cards::product(product, scene),
        description: match plain {
            Some(plain) => markdown::shorten(&format!("{shown_price}. {plain}"), 155),
            None => format!("{shown_price}. {}", cooperative.name),
        },
        price,
    }
}

/// The product's photos, then those of its variants, each once.
fn gallery(product: &Product, name: &str, scene: &Scene<'_>) -> Vec<PictureView> {
    let mut seen: Vec<&str> = Vec::new();
    product
        .photos
        .iter()
        .chain(product.variants.iter().filter_map(|variant| variant.photo.as_ref()))
        .filter(|photo| {
            let new = !seen.contains(&photo.path.as_str());
            seen.push(&photo.path);
            new
        })
        .filter_map(|photo| scene.shelf.picture(photo, PhotoShape::Gallery, name, scene.language))
        .collect()
}

/// The button that orders a product or one of its variants, in a word: for rows and lists.
pub(super) fn order_in_short(
    product: &Product,
    variant: Option<&Variant>,
    url: Option<&str>,
    scene: &Scene<'_>,
) -> Option<ActionView> {
    order(product, variant, true, url, scene)
}

fn order(
    product: &Product,
    variant: Option<&Variant>,
    is_short: bool,
    url: Option<&str>,
    scene: &Scene<'_>,
) -> Option<ActionView> {
    let Scene { cooperative, texts, settings, language, .. } = scene;
    let stock = variant.and_then(|variant| variant.stock).unwrap_or(product.stock);
    let item = OrderItem {
        product,
        variant: variant.map(|variant| variant.name.get(*language)),
        unit: variant.and_then(|variant| variant.unit.as_deref()).or(product.unit.as_deref()),
        price: price_today(product, variant, settings.today),
        stock,
        url,
    };
    let message = order_message(cooperative, &item, *language, texts);
    contact_action(cooperative, &message, order_label(stock, is_short, texts), texts)
}

fn variant_view(
    product: &Product,
    place: usize,
    variant: &Variant,
    url: Option<&str>,
    scene: &Scene<'_>,
) -> VariantView {
    VariantView {
        name: variant.name.get(scene.language).to_owned(),
        price: price_view(product, Some(variant), scene),
        member_price: variant.member_price.map(|price| money::rupiah(price, scene.language)),
        stock: stock_view(variant.stock.unwrap_or(product.stock), scene),
        order: order_in_short(product, Some(variant), url, scene),
        add: add_button(product, Some(place), scene),
    }
}

fn tiers(product: &Product, scene: &Scene<'_>) -> Vec<TierView> {
    let texts = scene.texts;
    product
        .tiers
        .iter()
        .map(|tier| {
            let n = money::number(u64::from(tier.from_quantity), scene.language);
            let from = match &product.unit {
                Some(unit) => texts.fill("tier.from_unit", &[("n", &n), ("unit", unit)]),
                None => texts.fill("tier.from", &[("n", &n)]),
            };
            let saved = product
                .price
                .filter(|price| *price > tier.price)
                .map(|price| (price.amount() - tier.price.amount()) * 100 / price.amount());
            TierView {
                from,
                price: money::rupiah(tier.price, scene.language),
                saving: saved
                    .filter(|percent| *percent > 0)
                    .map(|percent| texts.fill("tier.saving", &[("percent", &percent.to_string())])),
            }
        })
        .collect()
}

fn facts(product: &Product, scene: &Scene<'_>) -> Vec<LinkView> {
    let texts = scene.texts;
    let mut facts = Vec::new();
    if let Some(weight) = product.weight {
        let key = match weight {
            Weight::Grams(_) => "product.weight",
            Weight::Millilitres(_) => "product.volume",
        };
        facts
            .push(LinkView { label: texts.get(key).to_owned(), href: money::weight(weight, scene.language) });
    }
    facts
}

fn season_view(season: Season, scene: &Scene<'_>) -> SeasonView {
    let Scene { texts, settings, .. } = scene;
    let is_now = is_season(season, settings.today);
    let months = (1..=12_i8)
        .zip(season.months())
        .map(|(month, on)| MonthView {
            letter: first_letter(dates::short_month(month, texts)),
            class: match (on, month == settings.today.month()) {
                (true, true) => "is-on is-now",
                (true, false) => "is-on",
                (false, true) => "is-now",
                (false, false) => "is-off",
            },
        })
        .collect();
    SeasonView {
        words: dates::season(season, texts),
        now: texts.get(if is_now { "season.now" } else { "season.not_now" }).to_owned(),
        is_now,
        months,
    }
}

fn certificates(product: &Product, scene: &Scene<'_>) -> Vec<CertificateView> {
    let all = &product.certificates;
    [
        ("trust.halal", &all.halal),
        ("trust.pirt", &all.pirt),
        ("trust.bpom", &all.bpom),
        ("trust.other_certificate", &all.other),
    ]
    .into_iter()
    .filter_map(|(key, number)| {
        Some(CertificateView { name: scene.texts.get(key).to_owned(), number: number.clone()? })
    })
    .collect()
}

/// Says until when certificates hold, that they have lapsed, or, for food, that there are none yet.
fn certificate_note(product: &Product, scene: &Scene<'_>) -> Option<String> {
    let Scene { texts, settings, .. } = scene;
    if product.certificates.is_empty() {
        return is_food(scene).then(|| texts.get("certificate.none").to_owned());
    }
    let until = product.certificates.valid_until?;
    let key = if until < settings.today { "certificate.lapsed" } else { "certificate.until" };
    Some(texts.fill(key, &[("date", &dates::day(until, texts))]))
}

/// Certificates are asked of food; of pottery they are not.
fn is_food(scene: &Scene<'_>) -> bool {
    const WORDS: [&str; 8] =
        ["pangan", "makanan", "minuman", "kuliner", "susu", "pertanian", "perikanan", "roti"];
    scene.cooperative.sectors.iter().any(|sector| {
        let sector = sector.to_lowercase();
        WORDS.iter().any(|word| sector.contains(word))
    })
}

fn market_name(market: Marketplace) -> &'static str {
    match market {
        Marketplace::Tokopedia => "Tokopedia",
        Marketplace::Shopee => "Shopee",
        Marketplace::TikTok => "TikTok Shop",
        Marketplace::Lazada => "Lazada",
        Marketplace::Blibli => "Blibli",
    }
}

/// Up to four others, those of the same category first.
fn more(product: &Product, scene: &Scene<'_>) -> Vec<usize> {
    let places =
        || scene.cooperative.products.iter().enumerate().filter(|(_, other)| other.slug != product.slug);
    let same = places().filter(|(_, other)| other.category == product.category);
    let rest = places().filter(|(_, other)| other.category != product.category);
    same.chain(rest).take(4).map(|(place, _)| place).collect()
}

/// A card for each product, in the order of the catalogue.
pub fn product_cards(scene: &Scene<'_>) -> Vec<CardView> {
    scene.cooperative.products.iter().map(|product| card(product, scene)).collect()
}
