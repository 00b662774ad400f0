//! The youth microsite of one cooperative, below its `muda/`. What it says is worked out by `view::youth`;
//! nothing on it calls another host, asks for data or keeps any.

use crate::finding::Findings;
use crate::model::{Opening, Quiz};
use crate::page::document::{Document, Parent, Writer};
use crate::page::kit::{claim_cash_book, kit_documents};
use crate::page::materials::{Materials, SiteShape, language_folder};
use crate::page::teacher::teacher_documents;
use crate::plan::{Output, Plan, SitePath};
use crate::routes;
use crate::theme::Part;
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
use crate::view::youth::pictures::pictures_page;
use crate::view::youth::poster::{poster_page, to_microsite};
use crate::view::youth::quiz::{quiz_page, quiz_pictures};
use crate::view::youth::scene::{YouthScene, has_simulator, links};
use crate::view::youth::simulator::simulator_page;
use crate::view::youth::what::what_page;
use crate::view::{json_ld, youth};

/// The pages of a cooperative's microsite in every language of the site. The renditions that they show are
/// among those that the cooperative's own pages claim.
pub(super) fn youth_pages(materials: Materials<'_>, findings: &mut Findings) -> Plan {
    let Materials { cooperative, shelf, settings, themes, site } = materials;
    let theme = &themes.youth;
    let mut plan = Plan::new();
    let root = site.root_of(cooperative);
    let writer =
        Writer::for_part(&cooperative.name, root.clone(), String::new(), String::new(), settings, theme);
    for language in settings.languages.iter().copied() {
        let folder = language_folder(language, settings);
        let home = format!("{root}{folder}");
        let texts = theme.texts(language);
        let page_url = settings.base_url.as_ref().map(|base| format!("{base}{home}{}", routes::YOUTH));
        let up = "../".repeat(home.matches('/').count());
        let portal = (site == SiteShape::Many).then(|| format!("{up}{folder}{}", routes::YOUTH));
        let scene = YouthScene {
            cooperative,
            shelf,
            settings,
            page_url: page_url.as_deref(),
            portal: portal.as_deref(),
            has_kit: themes.have_for_pupils(Part::Kit),
            has_teacher: themes.have_for_pupils(Part::Teacher),
            language,
            texts,
            words: theme.texts(settings.first_language()),
        };
        let name = cooperative.label();
        let home_url = settings.base_url.as_ref().map(|base| format!("{base}{home}"));
        let document = front(&scene, home_url.as_deref());
        writer.write(&document, language, &home, &tera::Value::none(), &mut plan, findings);
        let below = |kind: &'static str, path: &str, keys: [&str; 2], share: ShareView, view: tera::Value| {
            page_below((kind, path), keys, share, view, &scene, home_url.as_deref())
        };
        let page_share = |stem: &str, key: &str| youth::share::page(stem, scene.words.get(key), &scene);
        let foot = || links(name, portal.as_deref(), scene.has_teacher, texts);
        let what = tera::Value::from_serializable(&what_page(cooperative, foot(), language, texts));
        let mut documents = vec![below(
            "youth-apa",
            routes::YOUTH_WHAT,
            ["muda.cards.title", "muda.what.description"],
            page_share("apa", "muda.cards.title"),
            what,
        )];
        if has_simulator(cooperative, portal.is_some()) {
            let page = tera::Value::from_serializable(&simulator_page(cooperative, foot(), language, texts));
            documents.push(below(
                "youth-shu",
                routes::YOUTH_SIMULATOR,
                ["muda.sim.title", "muda.sim.description"],
                page_share("shu", "muda.sim.title"),
                page,
            ));
        }
        if let Some(page) = pictures_page(&scene) {
            writer.claim_cards(
                page.pictures.iter().flat_map(|one| [&one.story, &one.square]),
                &mut plan,
                findings,
            );
            let view = tera::Value::from_serializable(&page);
            let keys = ["muda.pictures.title", "muda.pictures.description"];
            documents.push(below(
                "youth-gambar",
                routes::YOUTH_PICTURES,
                keys,
                youth::share::front(&scene),
                view,
            ));
        }
        documents.extend(cooperative.youth.quiz.as_ref().map(|quiz| {
            let results = quiz.roles.iter().flat_map(|role| quiz_pictures(role, quiz, settings));
            writer.claim_cards(&results.collect::<Vec<_>>(), &mut plan, findings);
            self::quiz(quiz, &scene, home_url.as_deref())
        }));
        documents.extend(origin(&scene, home_url.as_deref()));
        documents.extend(letters(&scene, &foot(), home_url.as_deref()));
        if language == settings.first_language() {
            let view = tera::Value::from_serializable(&poster_page(&scene));
            let keys = ["muda.poster.title", "muda.poster.lead"];
            let poster = below("youth-poster", routes::YOUTH_POSTER, keys, youth::share::front(&scene), view);
            claim_poster(&poster, &scene, &writer, [&root, &home], &mut plan, findings);
        }
        if portal.is_none() && scene.has_kit {
            documents.extend(kit(&scene, home_url.as_deref()));
            claim_cash_book(&home, texts, &mut plan, findings);
        }
        if scene.has_teacher {
            documents.extend(for_teachers(&scene, home_url.as_deref()));
        }
        claim_calendars(scene, &home, &mut plan, findings);
        writer.write_all(&documents, language, &home, &tera::Value::none(), &mut plan, findings);
    }
    plan
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
    poster: &Document,
    scene: &YouthScene<'_>,
    writer: &Writer<'_>,
    [root, home]: [&str; 2],
    plan: &mut Plan,
    findings: &mut Findings,
) {
    if let Some((file, svg)) = to_microsite(scene).and_then(|target| code_file(&target)) {
        plan.claim(SitePath::new(format!("{root}{file}")), Output::Asset(svg.into_bytes()), findings);
    }
    writer.in_first_language().write(poster, scene.language, home, &tera::Value::none(), plan, findings);
}

/// Last days for calendars.
fn claim_calendars(scene: YouthScene<'_>, home: &str, plan: &mut Plan, findings: &mut Findings) {
    for (file, text) in calendars(scene) {
        let path = SitePath::new(format!("{home}{file}"));
        plan.claim(path, Output::Page(text.into_bytes()), findings);
    }
}
