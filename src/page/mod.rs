//! View and theme to finished files: the pages of one cooperative, and the files that a site has once.
//! Reads nothing, writes nothing: what it returns is a `Plan`.

mod document;
mod icons;
mod kit;
mod materials;
mod print;
mod site;
mod teacher;
mod worker;
mod youth;

use crate::finding::Findings;
use crate::plan::{Output, Plan, SitePath};
use crate::theme::{Feature, Script};
use crate::view::basket::basket_page;
use crate::view::frame::frame;
use crate::view::organisation::{join_page, member_page, report_page};
use crate::view::payment::qris_file;
use crate::view::photos::PhotoShape;
use crate::view::product::card::product_cards;
use crate::view::product::product_page;
use crate::view::scene::{Pages, Scene};
use crate::view::shelf::{ShelfPage, shelf_pages};
use crate::view::storefront::search::needs_search;
use crate::view::storefront::storefront_page;
use crate::view::story::story_page;
use crate::view::{self, json_ld, share};
use crate::{feed, routes};
pub(crate) use document::{Document, Parent, Renderer};
pub(crate) use kit::{claim_cash_book, kit_documents};
pub use materials::{Materials, SiteShape, Themes, language_folder};
pub use site::{
    PageAddress, SiteIdentity, Sitemaps, is_address, nearest_not_found, page_addresses, site_files,
};
pub(crate) use teacher::teacher_documents;
pub use worker::claim_worker;

/// Every page of a cooperative in every language of the site, with the renditions that they show. A pure
/// function of its arguments; knows no other cooperative. Shop and microsite are worked out side by side.
pub fn cooperative_pages(materials: Materials<'_>, findings: &mut Findings) -> Plan {
    let mut found = Findings::new();
    let (mut plan, youth) = rayon::join(
        || shop_pages(materials, findings),
        || {
            let has_youth = Pages::of(materials.cooperative, &materials.themes.storefront).youth;
            has_youth.then(|| youth::youth_pages(materials, &mut found))
        },
    );
    if let Some(youth) = youth {
        plan.merge(youth, findings);
    }
    findings.extend(found);
    plan
}

/// The pages of the shop, the sheets to print among them.
fn shop_pages(materials: Materials<'_>, findings: &mut Findings) -> Plan {
    let Materials { cooperative, shelf, settings, themes, site } = materials;
    let mut plan = Plan::new();
    if let Some(finding) = view::findings::brand_not_legible(cooperative, &themes.storefront) {
        findings.push(finding);
    }
    if let Some(finding) = view::findings::translations_missing(cooperative, settings) {
        findings.push(finding);
    }
    let root = site.root_of(cooperative);
    shelf.claim(&root, &mut plan, findings);
    if let Some((file, svg)) = cooperative.payment.qris.as_ref().and_then(qris_file) {
        plan.claim(SitePath::new(format!("{root}{file}")), Output::Asset(svg.into_bytes()), findings);
    }
    let pages = Pages::of(cooperative, &themes.storefront);
    let is_asked = cooperative.payment.qris.as_ref().is_some_and(|code| code.with_amount) && pages.basket;
    let searches = themes.storefront.has(Feature::Search) && needs_search(cooperative.products.len());
    let pay_script = is_asked.then(|| themes.storefront.asked_script("qris")).flatten();
    let words_script = searches.then(|| themes.storefront.asked_script("words")).flatten();
    for script in [&pay_script, &words_script].into_iter().flatten() {
        let path = SitePath::new(routes::asset(&script.file_name));
        plan.claim(path, Output::Asset(script.text.clone().into_bytes()), findings);
    }
    let renderer = Renderer::new(materials);
    // In the first language only: the others show the same, and every file counts on a free host.
    let mut feeds = Vec::new();
    let site_card = share::site::front(settings);
    for language in &settings.languages {
        let language = *language;
        let texts = themes.storefront.texts(language);
        let home = format!("{root}{}", language_folder(language, settings));
        let scene = Scene {
            cooperative,
            shelf,
            settings,
            pages,
            language,
            texts,
            words: themes.storefront.texts(settings.first_language()),
            in_portal: site == SiteShape::Many,
            site_card: &site_card,
            home_url: settings.base_url.as_ref().map(|base| format!("{base}{home}")),
        };
        if language == settings.first_language() && themes.storefront.has(Feature::Feeds) {
            feeds = feed::feeds(&scene);
            if let Some(finding) = feed::advise_on_goods(&scene) {
                findings.push(finding);
            }
        }
        let frame = tera::Value::from_serializable(&frame(&scene, feed::links(&feeds, texts)));
        let name_of = |script: &Option<Script>| script.as_ref().map(|script| script.file_name.clone());
        let asked = AskedScripts { pay: name_of(&pay_script), words: name_of(&words_script) };
        let documents = documents(&scene, &renderer, &asked);
        renderer.render_all(&documents, language, &home, &frame, &mut plan, findings);
        if language == settings.first_language() && pages.print {
            let renderer = Renderer::for_paper(materials);
            print::claim_sheets(&scene, &renderer, [&root, &home], &frame, &mut plan, findings);
        }
    }
    for (path, text) in feeds {
        plan.claim(SitePath::new(format!("{root}{path}")), Output::Page(text.into_bytes()), findings);
    }
    if renderer.has(Feature::Offline) {
        claim_worker(&root, &shell_of(pages), &themes.storefront, &mut plan, findings);
    }
    plan
}

/// The pages that a phone keeps from the first visit on: the goods, the basket, and what to show for the rest.
fn shell_of(pages: Pages) -> Vec<&'static str> {
    let basket = pages.basket.then_some(routes::BASKET);
    ["./"].into_iter().chain(basket).chain([routes::OFFLINE]).collect()
}

/// Names of scripts that are loaded when somebody asks for what they do.
struct AskedScripts {
    /// Draws a payment code.
    pay: Option<String>,
    /// Folds words for search.
    words: Option<String>,
}

/// Every page in one language.
fn documents(scene: &Scene<'_>, renderer: &Renderer<'_>, asked: &AskedScripts) -> Vec<Document> {
    let mut documents = vec![storefront(scene, renderer, asked.words.as_deref())];
    let cooperative = scene.cooperative;
    let views = product_cards(scene);
    let cards: Vec<_> = views.iter().map(tera::Value::from_serializable).collect();
    documents.extend(shelf_pages(scene, &views).into_iter().map(|page| shelf(&page, &cards, scene)));
    documents
        .extend(cooperative.products.iter().map(|product| self::product(product, &cards, scene, renderer)));
    documents.extend(cooperative.stories.iter().map(|story| self::story(story, scene, renderer)));
    documents.extend(cooperative.members.iter().map(|member| self::member(member, scene)));
    documents.extend(basket(scene, asked.pay.as_deref()));
    documents.extend(renderer.has(Feature::Offline).then(|| no_network(scene)));
    documents.extend(scene.pages.join.then(|| join(scene)).flatten());
    documents.extend(scene.pages.report.then(|| report(scene)));
    documents
}

fn storefront(scene: &Scene<'_>, renderer: &Renderer<'_>, words_script: Option<&str>) -> Document {
    let cooperative = scene.cooperative;
    let page = storefront_page(scene, words_script);
    let pictured = |photo| scene.shelf.picture(photo, PhotoShape::Card, "", scene.language);
    let picture = page.cover.clone().or_else(|| cooperative.product_photos().find_map(pictured));
    let image = picture.and_then(|picture| renderer.absolute(&picture.src));
    let mut graph = vec![json_ld::store(scene, image.as_deref())];
    graph.extend(cooperative.outlets.iter().map(|outlet| json_ld::service(outlet, scene)));
    graph.extend(
        cooperative
            .events
            .iter()
            .filter(|event| event.ends.unwrap_or(event.starts).date() >= scene.settings.today)
            .map(|event| json_ld::event(event, scene, image.as_deref())),
    );
    let title = match &cooperative.slogan {
        Some(slogan) => format!("{} – {}", cooperative.label(), slogan.get(scene.language)),
        None => cooperative.name.clone(),
    };
    let description = page
        .lead
        .clone()
        .unwrap_or_else(|| scene.texts.fill("site.description", &[("name", &cooperative.name)]));
    Document {
        kind: "storefront",
        path: String::new(),
        title,
        description,
        share: Some(share::shop::shop(scene)),
        og_type: "website",
        json_ld: graph,
        view: ("shop", tera::Value::from_serializable(&page)),
    }
}

/// `cards` are those of all products: that of a product is printed below several others.
fn product(
    product: &crate::model::Product,
    cards: &[tera::Value],
    scene: &Scene<'_>,
    renderer: &Renderer<'_>,
) -> Document {
    let page = product_page(product, scene);
    let more: Vec<_> = page.more.iter().filter_map(|place| cards.get(*place).cloned()).collect();
    let mut shown = tera::Value::from_serializable(&page).into_map().unwrap_or_default();
    shown.insert("more".into(), more.into());
    let path = routes::product(&product.slug);
    let url = scene.home_url.as_ref().map(|home| format!("{home}{path}"));
    let images: Vec<String> =
        page.gallery.iter().filter_map(|picture| renderer.absolute(&picture.src)).collect();
    let view = ("product", shown.into());
    let mut document = below_shop(scene, ("product", &path), &page.name, page.description.clone(), view);
    document.share = Some(page.share_picture.clone());
    document.json_ld.extend(json_ld::product(product, scene, url.as_deref(), &images));
    document
}

/// Goods under a heading, with the cards that were made for all.
fn shelf(page: &ShelfPage, cards: &[tera::Value], scene: &Scene<'_>) -> Document {
    let products = &scene.cooperative.products;
    let mut shown = tera::Value::from_serializable(page).into_map().unwrap_or_default();
    let own: Vec<_> = page.places.iter().filter_map(|place| cards.get(*place).cloned()).collect();
    shown.insert("cards".into(), own.into());
    let view = ("shelf", shown.into());
    let mut document = below_shop(scene, ("shelf", &page.path), &page.title, page.description.clone(), view);
    document.share = Some(share::shop::shop(scene));
    document.json_ld.push(json_ld::goods(page.places.iter().map(|place| &products[*place]), scene));
    document
}

fn story(story: &crate::model::Story, scene: &Scene<'_>, renderer: &Renderer<'_>) -> Document {
    let page = story_page(story, scene);
    let path = routes::story(&story.slug);
    let url = scene.home_url.as_ref().map(|home| format!("{home}{path}"));
    let image = page.picture.as_ref().and_then(|picture| renderer.absolute(&picture.src));
    let view = ("story", tera::Value::from_serializable(&page));
    let mut document = below_shop(scene, ("story", &path), &page.title, page.description.clone(), view);
    document.share = Some(page.share_picture.clone());
    document.og_type = "article";
    document.json_ld.push(json_ld::article(story, scene, url.as_deref(), image.as_deref()));
    document
}

fn member(member: &crate::model::MemberBusiness, scene: &Scene<'_>) -> Document {
    let page = member_page(member, scene);
    let path = routes::member(&member.id);
    let view = ("member", tera::Value::from_serializable(&page));
    Document {
        share: Some(page.share_picture.clone()),
        ..below_shop(scene, ("member", &path), &page.name, page.description.clone(), view)
    }
}

fn basket(scene: &Scene<'_>, pay_script: Option<&str>) -> Option<Document> {
    let page = basket_page(scene, pay_script)?;
    let title = scene.texts.get("basket.title");
    let description = scene.texts.fill("basket.description", &[("name", &scene.cooperative.name)]);
    let view = ("basket", tera::Value::from_serializable(&page));
    Some(Document {
        share: Some(share::shop::shop(scene)),
        ..below_shop(scene, ("basket", routes::BASKET), title, description, view)
    })
}

fn no_network(scene: &Scene<'_>) -> Document {
    let title = scene.texts.get("offline.title");
    let description = scene.texts.get("offline.text").to_owned();
    let view = ("missing", tera::Value::from(true));
    below_shop(scene, ("no-network", routes::OFFLINE), title, description, view)
}

fn join(scene: &Scene<'_>) -> Option<Document> {
    let page = join_page(scene)?;
    let title = scene.texts.get("join.title");
    let view = ("join", tera::Value::from_serializable(&page));
    Some(Document {
        share: scene.cooperative.joining.as_ref().map(|joining| share::shop::join(joining, scene)),
        ..below_shop(scene, ("join", routes::JOIN), title, page.description.clone(), view)
    })
}

fn report(scene: &Scene<'_>) -> Document {
    let page = report_page(scene);
    let title = scene.texts.get("report.title");
    let view = ("report", tera::Value::from_serializable(&page));
    Document {
        share: Some(share::shop::shop(scene)),
        ..below_shop(scene, ("report", routes::REPORT), title, page.description.clone(), view)
    }
}

fn below_shop(
    scene: &Scene<'_>,
    page: (&'static str, &str),
    title: &str,
    description: String,
    view: (&'static str, tera::Value),
) -> Document {
    Document::below(Parent::shop(scene), page, title, description, view)
}

#[cfg(test)]
mod tests;
