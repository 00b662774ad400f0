//! The youth microsite of one cooperative, below its `muda/`. What it says is worked out by `view::youth`;
//! nothing on it calls another host, asks for data or keeps any.

use crate::finding::Findings;
use crate::model::{Language, Opening, Quiz};
use crate::page::document::{Document, Parent, Renderer};
use crate::page::kit::{claim_cash_book, kit_documents};
use crate::page::materials::{Materials, SiteShape, language_folder};
use crate::page::teacher::teacher_documents;
use crate::plan::{Output, Plan, SitePath};
use crate::routes;
use crate::theme::Feature;
use crate::view::links::LinkView;
use crate::view::print::code_file;
use crate::view::share::ShareView;
use crate::view::youth::around::Around;
use crate::view::youth::challenge::calendars;
use crate::view::youth::front::youth_page;
use crate::view::youth::lesson::Ways;
use crate::view::youth::letter::{LetterPage, letter_pages};
use crate::view::youth::openings::open_openings;
use crate::view::youth::origin::origin_page;
use crate::view::youth::pictures::{PicturesPage, pictures_page};
use crate::view::youth::poster::{poster_page, to_microsite};
use crate::view::youth::quiz::{quiz_page, quiz_pictures};
use crate::view::youth::scene::{YouthScene, has_simulator, links};
use crate::view::youth::simulator::simulator_page;
use crate::view::youth::what::what_page;
use crate::view::{json_ld, youth};

/// The pages of a cooperative's microsite in every language of the site. The renditions that they show are
/// among those that the cooperative's own pages claim.
pub(super) fn youth_pages(materials: Materials<'_>, findings: &mut Findings) -> Plan {
    let Materials { cooperative, settings, themes, site, .. } = materials;
    let root = site.root_of(cooperative);
    let renderer = Renderer::for_part(
        &cooperative.name,
        root.clone(),
        String::new(),
        String::new(),
        settings,
        &themes.youth,
    );
    let mut plan = Plan::new();
    for language in settings.languages.iter().copied() {
        claim_language(materials, language, &root, &renderer, &mut plan, findings);
    }
    plan
}

/// The pages in one language, and the files that they name. `root` is the cooperative's folder.
fn claim_language(
    materials: Materials<'_>,
    language: Language,
    root: &str,
    renderer: &Renderer<'_>,
    plan: &mut Plan,
    findings: &mut Findings,
) {
    let Materials { cooperative, shelf, settings, themes, site } = materials;
    let folder = language_folder(language, settings);
    let home = format!("{root}{folder}");
    let home_url = settings.base_url.as_ref().map(|base| format!("{base}{home}"));
    let page_url = home_url.as_ref().map(|home| format!("{home}{}", routes::YOUTH));
    let up = "../".repeat(home.matches('/').count());
    let portal = (site == SiteShape::Many).then(|| format!("{up}{folder}{}", routes::YOUTH));
    let scene = YouthScene {
        cooperative,
        shelf,
        settings,
        page_url: page_url.as_deref(),
        portal: portal.as_deref(),
        has_kit: themes.have_for_pupils(Feature::Kit),
        has_teacher: themes.have_for_pupils(Feature::Teacher),
        language,
        texts: themes.youth.texts(language),
        words: themes.youth.texts(settings.first_language()),
    };
    let home_url = home_url.as_deref();
    if language == settings.first_language() {
        claim_poster(&scene, renderer, [root, &home], home_url, plan, findings);
    }
    if has_own_kit(&scene) {
        claim_cash_book(&home, scene.texts, plan, findings);
    }
    let pictures = pictures_page(&scene);
    claim_pictures(&scene, pictures.as_ref(), renderer, plan, findings);
    claim_calendars(scene, &home, plan, findings);
    let documents = documents(&scene, pictures.as_ref(), home_url);
    renderer.render_all(&documents, language, &home, &tera::Value::none(), plan, findings);
}

/// Every page but the poster; `home_url` is the address of the shop in the scene's language.
fn documents(
    scene: &YouthScene<'_>,
    pictures: Option<&PicturesPage>,
    home_url: Option<&str>,
) -> Vec<Document> {
    let foot = links(scene.cooperative.label(), scene.portal, scene.has_teacher, scene.texts);
    let mut documents = vec![front(scene, home_url), what(scene, foot.clone(), home_url)];
    documents.extend(simulator(scene, foot.clone(), home_url));
    documents.extend(pictures.map(|page| self::pictures(page, scene, home_url)));
    documents.extend(scene.cooperative.youth.quiz.as_ref().map(|asked| quiz(asked, scene, home_url)));
    documents.extend(origin(scene, home_url));
    documents.extend(letters(scene, &foot, home_url));
    if has_own_kit(scene) {
        documents.extend(kit(scene, home_url));
    }
    if scene.has_teacher {
        documents.extend(for_teachers(scene, home_url));
    }
    documents
}

/// True for a site without a portal, which would have the kit.
fn has_own_kit(scene: &YouthScene<'_>) -> bool {
    scene.portal.is_none() && scene.has_kit
}

/// What a cooperative is.
fn what(scene: &YouthScene<'_>, foot: Vec<LinkView>, home_url: Option<&str>) -> Document {
    let page = what_page(scene.cooperative, foot, scene.language, scene.texts);
    let keys = ["muda.cards.title", "muda.what.description"];
    let share = youth::share::page("apa", scene.words.get(keys[0]), scene);
    let view = tera::Value::from_serializable(&page);
    page_below(("youth-apa", routes::YOUTH_WHAT), keys, share, view, scene, home_url)
}

/// A member's part of the surplus, if its profile says how that is shared, or no portal works it out.
fn simulator(scene: &YouthScene<'_>, foot: Vec<LinkView>, home_url: Option<&str>) -> Option<Document> {
    has_simulator(scene.cooperative, scene.portal.is_some()).then(|| {
        let page = simulator_page(scene.cooperative, foot, scene.language, scene.texts);
        let keys = ["muda.sim.title", "muda.sim.description"];
        let share = youth::share::page("shu", scene.words.get(keys[0]), scene);
        let view = tera::Value::from_serializable(&page);
        page_below(("youth-shu", routes::YOUTH_SIMULATOR), keys, share, view, scene, home_url)
    })
}

/// Pictures for a status.
fn pictures(page: &PicturesPage, scene: &YouthScene<'_>, home_url: Option<&str>) -> Document {
    let keys = ["muda.pictures.title", "muda.pictures.description"];
    let (share, view) = (youth::share::front(scene), tera::Value::from_serializable(page));
    page_below(("youth-gambar", routes::YOUTH_PICTURES), keys, share, view, scene, home_url)
}

/// The pictures for a status, and those of the quiz's results.
fn claim_pictures(
    scene: &YouthScene<'_>,
    pictures: Option<&PicturesPage>,
    renderer: &Renderer<'_>,
    plan: &mut Plan,
    findings: &mut Findings,
) {
    let statuses = pictures.into_iter().flat_map(|page| &page.pictures);
    renderer.claim_cards(statuses.flat_map(|one| [&one.story, &one.square]), plan, findings);
    if let Some(quiz) = &scene.cooperative.youth.quiz {
        let results = quiz.roles.iter().flat_map(|role| quiz_pictures(role, quiz, scene.settings));
        renderer.claim_cards(&results.collect::<Vec<_>>(), plan, findings);
    }
}

/// The first page of a microsite; `home_url` is the address of the shop in its language.
fn front(scene: &YouthScene<'_>, home_url: Option<&str>) -> Document {
    let YouthScene { cooperative, settings, page_url, language, texts, .. } = scene;
    let page = youth_page(*scene);
    let name = cooperative.label();
    let title = texts.fill("muda.title", &[("name", name)]);
    let mut trail = vec![json_ld::breadcrumbs(&[
        (name.to_owned(), home_url.map(str::to_owned)),
        (title.clone(), page_url.map(str::to_owned)),
    ])];
    trail.extend(
        open_openings(cooperative, settings.today)
            .into_iter()
            .filter_map(|opening| json_ld::job(cooperative, opening, *page_url, *language)),
    );
    Document {
        kind: "youth",
        path: routes::YOUTH.to_owned(),
        title,
        description: texts.fill("muda.description", &[("name", name)]),
        share: Some(youth::share::front(scene)),
        og_type: "website",
        json_ld: trail,
        view: ("youth", tera::Value::from_serializable(&page)),
    }
}

/// A page below the first one: of a kind, at an address, with a title and a description by name.
fn page_below(
    page: (&'static str, &str),
    keys: [&str; 2],
    share: ShareView,
    view: tera::Value,
    scene: &YouthScene<'_>,
    home_url: Option<&str>,
) -> Document {
    let name = scene.cooperative.label();
    let parent = Parent { name, path: routes::YOUTH, home_url };
    let [title, description] = keys;
    let description = scene.texts.fill(description, &[("name", name)]);
    Document {
        share: Some(share),
        ..Document::below(parent, page, scene.texts.get(title), description, ("youth", view))
    }
}

/// A letter of application for each opening.
fn letters(scene: &YouthScene<'_>, links: &[LinkView], home_url: Option<&str>) -> Vec<Document> {
    let YouthScene { cooperative, settings, page_url, language, texts, .. } = *scene;
    let openings = open_openings(cooperative, settings.today);
    let pages = letter_pages(cooperative, settings.today, page_url, links, language, texts);
    let document = |(page, opening): (&LetterPage, &Opening)| {
        let keys = ["muda.paper.title", "muda.paper.description"];
        let share = youth::share::opening(opening, scene);
        let view = tera::Value::from_serializable(page);
        page_below(("youth-surat", &routes::letter(&page.slug)), keys, share, view, scene, home_url)
    };
    pages.iter().zip(openings).map(document).collect()
}

/// Where goods come from, if any of them tells it.
fn origin(scene: &YouthScene<'_>, home_url: Option<&str>) -> Option<Document> {
    let view = tera::Value::from_serializable(&origin_page(scene)?);
    let keys = ["muda.origin.title", "muda.origin.description"];
    let share = youth::share::page("asal", scene.words.get(keys[0]), scene);
    Some(page_below(("youth-asal", routes::YOUTH_ORIGIN), keys, share, view, scene, home_url))
}

/// The quiz of a site of one cooperative; what it asks is in one language.
fn quiz(quiz: &Quiz, scene: &YouthScene<'_>, home_url: Option<&str>) -> Document {
    let has_board = !open_openings(scene.cooperative, scene.settings.today).is_empty();
    let page = quiz_page(quiz, Around::cooperative(scene), has_board, scene.settings);
    let share = youth::share::page("kuis", &quiz.title, scene);
    let view = tera::Value::from_serializable(&page);
    let keys = ["muda.site.quiz_link", "muda.quiz.promise"];
    let document = page_below(("youth-quiz", routes::YOUTH_QUIZ), keys, share, view, scene, home_url);
    let description = quiz.summary.clone().unwrap_or(document.description);
    Document { title: format!("{} – {}", quiz.title, scene.cooperative.label()), description, ..document }
}

/// The kit for founders at a school, for a site without a portal.
fn kit(scene: &YouthScene<'_>, home_url: Option<&str>) -> Vec<Document> {
    let share = youth::share::page("kit", scene.words.get("muda.kit.title"), scene);
    let around = Around::cooperative(scene);
    kit_documents(around, &share, home_url, scene.language, scene.texts)
}

/// Lessons and screens in this cooperative's own numbers.
fn for_teachers(scene: &YouthScene<'_>, home_url: Option<&str>) -> [Document; 2] {
    let (kit, simulator) = (scene.kit(), scene.simulator());
    let ways = Ways { has_cards: true, simulator: Some(&simulator), kit: kit.as_deref() };
    let of = Some((scene.cooperative, scene.shelf));
    let around = Around::cooperative(scene);
    teacher_documents(&around, of, ways, &youth::share::front(scene), home_url, (scene.language, scene.texts))
}

/// The poster for schools, in the first language only, and the code that it carries. `root` and `home` are the
/// cooperative's folder and that of the language.
fn claim_poster(
    scene: &YouthScene<'_>,
    renderer: &Renderer<'_>,
    [root, home]: [&str; 2],
    home_url: Option<&str>,
    plan: &mut Plan,
    findings: &mut Findings,
) {
    if let Some((file, svg)) = to_microsite(scene).and_then(|target| code_file(&target)) {
        plan.claim(SitePath::new(format!("{root}{file}")), Output::Asset(svg.into_bytes()), findings);
    }
    let keys = ["muda.poster.title", "muda.poster.lead"];
    let (share, view) = (youth::share::front(scene), tera::Value::from_serializable(&poster_page(scene)));
    let poster = page_below(("youth-poster", routes::YOUTH_POSTER), keys, share, view, scene, home_url);
    renderer.in_first_language().render(&poster, scene.language, home, &tera::Value::none(), plan, findings);
}

/// Last days for calendars.
fn claim_calendars(scene: YouthScene<'_>, home: &str, plan: &mut Plan, findings: &mut Findings) {
    for (file, text) in calendars(scene) {
        let path = SitePath::new(format!("{home}{file}"));
        plan.claim(path, Output::Page(text.into_bytes()), findings);
    }
}
