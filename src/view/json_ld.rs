//! What search engines read: schema.org as JSON-LD. Nothing is invented: no rating, no review, no price
//! where there is none. Addresses are absolute, so a site without an address says less.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use crate::model::{
    Cooperative, Event, Gtin, Language, Offers, Opening, OpeningHours, OpeningKind, Outlet, PhoneNumber,
    Product, Region, Rupiah, Stock, Story,
};
use crate::view::dates;
use crate::view::outlet::{anchor, kind_of, name_of};
use crate::view::place::place_of;
use crate::view::scene::Scene;
use crate::{markdown, routes};

/// JSON that may stand inside a `script` element: every `<` is escaped, since not only `</script>` but also
/// `<!--<script>` changes how a browser reads on.
pub fn script_text(graph: &[Value]) -> String {
    let mut text = String::from(r#"{"@context":"https://schema.org","@graph":["#);
    for (number, object) in graph.iter().enumerate() {
        text.push_str(if number == 0 { "" } else { "," });
        text.push_str(&serde_json::to_string(object).expect("a value can be written"));
    }
    text.push_str("]}");
    // The line separators begin with this byte, as dashes and quotes do.
    if memchr::memchr3(b'<', b'>', 0xe2, text.as_bytes()).is_none() {
        return text;
    }
    let special = |c: char| matches!(c, '<' | '>' | '\u{2028}' | '\u{2029}');
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if special(c) {
            // Writing to a String cannot fail.
            let _ = write!(safe, "\\u{:04x}", u32::from(c));
        } else {
            safe.push(c);
        }
    }
    safe
}

/// An object of those members that have a value.
pub(crate) fn object(members: impl IntoIterator<Item = (&'static str, Option<Value>)>) -> Value {
    let members: Map<String, Value> =
        members.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect();
    Value::Object(members)
}

/// The cooperative as a shop with an address; `image` is an absolute address.
pub fn store(scene: &Scene<'_>, image: Option<&str>) -> Value {
    let cooperative = scene.cooperative;
    let contact = &cooperative.contact;
    let same: Vec<String> = [
        contact.website.clone(),
        contact.instagram.as_ref().map(|name| format!("https://www.instagram.com/{name}/")),
        contact.tiktok.as_ref().map(|name| format!("https://www.tiktok.com/@{name}")),
        contact.facebook.as_ref().map(|name| format!("https://www.facebook.com/{name}")),
        contact.youtube.as_ref().map(|name| format!("https://www.youtube.com/@{name}")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let about = cooperative
        .about
        .as_ref()
        .map(|about| markdown::shorten(&markdown::to_plain(about.get(scene.language)), 300));
    let departments: Vec<Value> = (cooperative.outlets.iter().enumerate())
        .filter_map(|(index, outlet)| department(index, outlet, scene, image))
        .collect();
    object([
        // A shop needs an address; without one it is an organisation.
        ("@type", Some(json!(if address(scene).is_some() { "Store" } else { "Organization" }))),
        ("@id", scene.home_url.as_ref().map(|url| json!(format!("{url}#koperasi")))),
        ("name", Some(json!(cooperative.name))),
        ("alternateName", cooperative.short_name.as_ref().map(|name| json!(name))),
        ("description", about.map(Value::from)),
        ("url", scene.home_url.as_ref().map(|url| json!(url))),
        ("image", image.map(|url| json!(url))),
        ("telephone", telephone(cooperative)),
        ("email", contact.email.as_ref().map(|email| json!(email))),
        ("address", address(scene)),
        ("geo", geo(cooperative)),
        ("openingHoursSpecification", cooperative.hours.as_ref().and_then(opening_hours)),
        ("department", (!departments.is_empty()).then(|| json!(departments))),
        ("foundingDate", cooperative.founded.map(|day| json!(day.to_string()))),
        ("currenciesAccepted", address(scene).map(|_| json!("IDR"))),
        ("priceRange", address(scene).and(price_range(scene))),
        ("sameAs", (!same.is_empty()).then(|| json!(same))),
    ])
}

/// The number on which a cooperative is asked: WhatsApp's, else its telephone's.
fn telephone(cooperative: &Cooperative) -> Option<Value> {
    let contact = &cooperative.contact;
    let whatsapp = contact.whatsapp.as_ref().map(|number| format!("+{}", number.digits()));
    whatsapp.or_else(|| contact.phone.as_ref().map(dialled)).map(Value::from)
}

fn geo(cooperative: &Cooperative) -> Option<Value> {
    cooperative.coordinates.map(|(latitude, longitude)| {
        json!({ "@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude })
    })
}

/// Without an extension, which no program expects.
fn dialled(phone: &PhoneNumber) -> String {
    phone.dial.split(';').next().unwrap_or_default().to_owned()
}

/// A unit that programs know as a business of a kind of its own. Source: schema.org, `department`, such as a store with
/// a pharmacy. `None` for the others, and for a cooperative without an address: a `service` tells all of them. What it
/// has not of its own is the cooperative's, whose goods only its grocery sells; `image` is an absolute address.
fn department(index: usize, outlet: &Outlet, scene: &Scene<'_>, image: Option<&str>) -> Option<Value> {
    let kind = match outlet.known_kind()? {
        "apotek" => "Pharmacy",
        "klinik" => "MedicalClinic",
        "sembako" => "GroceryStore",
        "agen-bank" | "simpan-pinjam" => "FinancialService",
        _ => return None,
    };
    let own = outlet.phone.as_ref().map(|phone| json!(dialled(phone)));
    let telephone = own.or_else(|| telephone(scene.cooperative));
    Some(object([
        ("@type", Some(json!(kind))),
        ("name", Some(json!(name_of(outlet, scene.language, scene.texts)))),
        ("url", scene.home_url.as_ref().map(|url| json!(format!("{url}#{}", anchor(index))))),
        ("image", image.map(|url| json!(url))),
        ("address", Some(address(scene)?)),
        ("geo", geo(scene.cooperative)),
        ("telephone", telephone),
        ("openingHoursSpecification", hours_of(outlet, scene)),
        ("priceRange", price_range(scene).filter(|_| kind == "GroceryStore")),
    ]))
}

/// Its own hours, else the cooperative's.
fn hours_of(outlet: &Outlet, scene: &Scene<'_>) -> Option<Value> {
    outlet.hours.as_ref().or(scene.cooperative.hours.as_ref()).and_then(opening_hours)
}

/// What a unit does, when and for whom. Source: schema.org, `Service`.
pub fn service(outlet: &Outlet, scene: &Scene<'_>) -> Value {
    let asked = outlet.terms.iter().chain(&outlet.bring);
    let asked: Vec<&str> = asked.map(|text| text.get(scene.language)).collect();
    let channel = outlet.phone.as_ref().map(|phone| {
        let number = json!({ "@type": "ContactPoint", "telephone": dialled(phone) });
        json!({ "@type": "ServiceChannel", "servicePhone": number })
    });
    object([
        ("@type", Some(json!("Service"))),
        ("name", Some(json!(name_of(outlet, scene.language, scene.texts)))),
        ("serviceType", Some(json!(kind_of(outlet, scene.texts)))),
        ("termsOfService", (!asked.is_empty()).then(|| json!(asked.join("; ")))),
        ("hoursAvailable", hours_of(outlet, scene)),
        ("availableChannel", channel),
        ("areaServed", scene.cooperative.region.as_ref().map(|region| json!(region.regency))),
        ("provider", Some(json!({ "@type": "Organization", "name": scene.cooperative.name }))),
    ])
}

fn address(scene: &Scene<'_>) -> Option<Value> {
    address_of(scene.cooperative)
}

/// Source: schema.org, `addressRegion` (the first level below the country) and `addressLocality` (what lies in it:
/// district and regency, since many districts of one name lie in several).
fn address_of(cooperative: &Cooperative) -> Option<Value> {
    let region = cooperative.region.as_ref();
    if cooperative.address.is_none() && region.is_none() {
        return None;
    }
    Some(object([
        ("@type", Some(json!("PostalAddress"))),
        ("streetAddress", cooperative.address.as_ref().map(|street| json!(street))),
        ("addressLocality", place_of(cooperative).map(|place| json!(place))),
        ("addressRegion", region.map(|_| json!(Region::PROVINCE))),
        ("addressCountry", Some(json!("ID"))),
    ]))
}

/// Source: schema.org, `priceRange`; Google asks for fewer than 100 characters.
fn price_range(scene: &Scene<'_>) -> Option<Value> {
    let prices: Vec<(Rupiah, Rupiah)> = scene
        .cooperative
        .products
        .iter()
        .filter_map(|product| Offers::of(product, scene.settings.today).bounds())
        .collect();
    let low = prices.iter().map(|(low, _)| low.amount()).min()?;
    let high = prices.iter().map(|(_, high)| high.amount()).max()?;
    Some(json!(format!("IDR {low}-{high}")))
}

/// Closing before opening means the next day. Source: schema.org, `closes`. The whole day ends at 23:59, since Google
/// takes 00:00 to 00:00 for closed.
fn opening_hours(hours: &OpeningHours) -> Option<Value> {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let mut specifications: Vec<(String, String, Vec<&str>)> = Vec::new();
    for (day, spans) in DAYS.into_iter().zip(&hours.week) {
        for span in &spans.0 {
            let opens = span.from.strftime("%H:%M").to_string();
            let closes =
                if span.is_all_day() { "23:59".to_owned() } else { span.to.strftime("%H:%M").to_string() };
            match specifications.iter_mut().find(|(from, to, _)| *from == opens && *to == closes) {
                Some((_, _, days)) => days.push(day),
                None => specifications.push((opens, closes, vec![day])),
            }
        }
    }
    let specifications: Vec<Value> = specifications
        .into_iter()
        .map(|(opens, closes, days)| {
            json!({ "@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": opens, "closes": closes })
        })
        .collect();
    (!specifications.is_empty()).then(|| json!(specifications))
}

/// A product with what it costs; `None` for one whose price must be asked for, and for one without a photo:
/// search engines refuse both. `images` are absolute. Source: Google's table for merchant listings.
pub fn product(product: &Product, scene: &Scene<'_>, url: Option<&str>, images: &[String]) -> Option<Value> {
    let told = Offers::of(product, scene.settings.today);
    let (low, high) = told.bounds().filter(|_| !images.is_empty())?;
    let promo_until = told.leading().promo.map(|promo| json!(promo.until.to_string()));
    let several = product.variants.len() > 1 && high != low;
    let offers = object([
        ("@type", Some(json!(if several { "AggregateOffer" } else { "Offer" }))),
        ("priceCurrency", Some(json!("IDR"))),
        ("price", (!several).then(|| json!(low.amount()))),
        ("lowPrice", several.then(|| json!(low.amount()))),
        ("highPrice", several.then(|| json!(high.amount()))),
        ("offerCount", several.then(|| json!(told.told_count()))),
        ("availability", Some(json!(availability(told.stock())))),
        ("itemCondition", Some(json!("https://schema.org/NewCondition"))),
        ("priceValidUntil", promo_until),
        ("url", url.map(|url| json!(url))),
        ("seller", Some(json!({ "@type": "Organization", "name": scene.cooperative.name }))),
    ]);
    let description = product
        .description
        .as_ref()
        .map(|text| markdown::shorten(&markdown::to_plain(text.get(scene.language)), 500));
    let maker = product
        .producer
        .as_ref()
        .and_then(|id| scene.cooperative.members.iter().find(|member| member.id == *id))
        .map_or(&scene.cooperative.name, |member| &member.name);
    Some(object([
        ("@type", Some(json!("Product"))),
        ("name", Some(json!(product.name.get(scene.language)))),
        ("description", description.map(Value::from)),
        ("image", Some(json!(images))),
        ("sku", Some(json!(sku(product, &told)))),
        ("gtin", gtin(&told).map(|gtin| json!(gtin))),
        ("category", product.category.as_ref().map(|category| json!(category.get(scene.language)))),
        ("brand", Some(json!({ "@type": "Brand", "name": maker }))),
        ("url", url.map(|url| json!(url))),
        ("offers", Some(offers)),
    ]))
}

/// By what a shop tells a product from others: its code, of a single variant that variant's, else its name in
/// addresses. Of several variants none is the product.
pub(crate) fn sku<'a>(product: &'a Product, offers: &Offers<'a>) -> &'a str {
    let single = offers.single().and_then(|offer| offer.code);
    product.code.as_deref().or(single).unwrap_or(product.slug.as_str())
}

/// The number on its package, unless it means something in this shop only, or there are several packages.
pub(crate) fn gtin<'a>(offers: &Offers<'a>) -> Option<&'a str> {
    offers.single()?.gtin.filter(|gtin| !gtin.is_internal()).map(Gtin::digits)
}

/// Whether something can be had, in the words of schema.org.
pub(crate) fn availability(stock: Stock) -> &'static str {
    match stock {
        Stock::Available => "https://schema.org/InStock",
        Stock::Limited => "https://schema.org/LimitedAvailability",
        Stock::SoldOut => "https://schema.org/OutOfStock",
        Stock::PreOrder => "https://schema.org/PreOrder",
    }
}

/// A list of goods, each with the address of its page.
pub fn goods<'a>(products: impl Iterator<Item = &'a Product>, scene: &Scene<'_>) -> Value {
    let item = |(index, product): (usize, &Product)| {
        let url = scene.home_url.as_ref().map(|home| format!("{home}{}", routes::product(&product.slug)));
        object([
            ("@type", Some(json!("ListItem"))),
            ("position", Some(json!(index + 1))),
            ("name", Some(json!(product.name.get(scene.language)))),
            ("url", url.map(|url| json!(url))),
        ])
    };
    let items: Vec<Value> = products.enumerate().map(item).collect();
    json!({ "@type": "ItemList", "numberOfItems": items.len(), "itemListElement": items })
}

/// Where a page stands: names with their absolute addresses, the shop first.
pub fn breadcrumbs(trail: &[(String, Option<String>)]) -> Value {
    let items: Vec<Value> = trail
        .iter()
        .enumerate()
        .map(|(index, (name, url))| {
            object([
                ("@type", Some(json!("ListItem"))),
                ("position", Some(json!(index + 1))),
                ("name", Some(json!(name))),
                ("item", url.as_ref().map(|url| json!(url))),
            ])
        })
        .collect();
    json!({ "@type": "BreadcrumbList", "itemListElement": items })
}

/// An event to come.
pub fn event(event: &Event, scene: &Scene<'_>, image: Option<&str>) -> Value {
    let zone = scene.settings.time_zone;
    let cooperative = scene.cooperative;
    let place = event.place.as_ref().unwrap_or(&cooperative.name);
    object([
        ("@type", Some(json!("Event"))),
        ("name", Some(json!(event.title.get(scene.language)))),
        ("startDate", Some(json!(dates::iso_moment(event.starts, zone)))),
        ("endDate", event.ends.map(|ends| json!(dates::iso_moment(ends, zone)))),
        ("eventStatus", Some(json!("https://schema.org/EventScheduled"))),
        ("eventAttendanceMode", Some(json!("https://schema.org/OfflineEventAttendanceMode"))),
        (
            "location",
            Some(object([
                ("@type", Some(json!("Place"))),
                ("name", Some(json!(place))),
                ("address", Some(address(scene).unwrap_or_else(|| json!(place)))),
            ])),
        ),
        ("image", image.map(|url| json!([url]))),
        ("description", event.description.as_ref().map(|text| json!(text.get(scene.language)))),
        (
            "organizer",
            Some(object([
                ("@type", Some(json!("Organization"))),
                ("name", Some(json!(cooperative.name))),
                ("url", scene.home_url.as_ref().map(|url| json!(url))),
            ])),
        ),
    ])
}

/// An opening as a vacancy; `board` is the absolute address of the page that shows it. `None` for what is no
/// work, or where the place or the day of the notice is not known: programs ask for both.
pub fn job(
    cooperative: &Cooperative,
    opening: &Opening,
    board: Option<&str>,
    language: Language,
) -> Option<Value> {
    let employment = match opening.kind {
        OpeningKind::SchoolInternship | OpeningKind::Internship => Some("INTERN"),
        OpeningKind::Volunteer => Some("VOLUNTEER"),
        OpeningKind::Job => None,
        OpeningKind::Visit => return None,
    };
    let place = address_of(cooperative)?;
    let posted = cooperative.updated?;
    let about = opening.description.as_ref().map(|text| markdown::to_plain(text.get(language)));
    let terms = opening.terms.iter().map(|term| term.get(language).to_owned());
    let text: Vec<String> = about.into_iter().chain(terms).collect();
    let title = opening.title.get(language);
    Some(object([
        ("@type", Some(json!("JobPosting"))),
        ("title", Some(json!(title))),
        ("description", Some(json!(if text.is_empty() { title.to_owned() } else { text.join("\n") }))),
        ("datePosted", Some(json!(posted.to_string()))),
        ("validThrough", opening.closes.map(|day| json!(day.to_string()))),
        ("jobStartDate", opening.starts.map(|day| json!(day.to_string()))),
        ("employmentType", employment.map(|kind| json!(kind))),
        ("totalJobOpenings", opening.places.map(|places| json!(places))),
        ("url", board.map(|url| json!(format!("{url}#{}", opening.slug)))),
        ("hiringOrganization", Some(json!({ "@type": "Organization", "name": cooperative.name }))),
        ("jobLocation", Some(json!({ "@type": "Place", "address": place }))),
    ]))
}

/// Something to learn or teach with. Source: schema.org, `LearningResource`.
pub fn learning_resource(
    name: &str,
    description: &str,
    kind: &str,
    url: Option<&str>,
    language: Language,
) -> Value {
    let mut resource = json!({
        "@type": "LearningResource",
        "name": name,
        "description": description,
        "learningResourceType": kind,
        "inLanguage": language.tag(),
        "isAccessibleForFree": true,
    });
    if let Some(url) = url {
        resource["url"] = json!(url);
    }
    resource
}

/// A story.
pub fn article(story: &Story, scene: &Scene<'_>, url: Option<&str>, image: Option<&str>) -> Value {
    object([
        ("@type", Some(json!("Article"))),
        ("headline", Some(json!(markdown::shorten(&story.title, 110)))),
        ("datePublished", Some(json!(story.date.to_string()))),
        (
            "author",
            Some(match &story.author {
                Some(author) => json!({ "@type": "Person", "name": author }),
                None => json!({ "@type": "Organization", "name": scene.cooperative.name }),
            }),
        ),
        ("image", image.map(|url| json!([url]))),
        ("mainEntityOfPage", url.map(|url| json!(url))),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_the_data_can_end_its_element() {
        let text = script_text(&[json!({ "name": "</script><!--<script>\u{2028}" })]);
        assert!(!text.contains('<') && !text.contains('>') && !text.contains('\u{2028}'), "{text}");
        let back: Value = serde_json::from_str(&text).expect("still JSON");
        assert_eq!(back["@graph"][0]["name"], "</script><!--<script>\u{2028}");
    }
}
