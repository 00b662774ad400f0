//! The youth site of the portal, below `muda/`: one front page over all cooperatives, the pages that the
//! office wrote, and the quiz. Like every youth page it asks for no data and calls no other host.

use std::cmp::Reverse;

use serde::Serialize;
use tera::Value;

use crate::finding::Findings;
use crate::model::{Date, Office, OfficePage, Quiz};
use crate::page::{Document, claim_cash_book, kit_documents, teacher_documents};
use crate::plan::{Output, Plan, SitePath};
use crate::portal::board::{FilterView, OpeningLine, fields, openings};
use crate::portal::directory::way_to_all;
use crate::portal::listing::place;
use crate::portal::scene::Scene;
use crate::settings::Settings;
use crate::summary::Summary;
use crate::theme::Feature;
use crate::view::action::ActionView;
use crate::view::days::{days_of, last_of};
use crate::view::fact::FactView;
use crate::view::headline::{is_long_headline, is_longest_headline};
use crate::view::links::LinkView;
use crate::view::youth::front::StepView;
use crate::view::youth::lesson::Ways;
use crate::view::youth::palette::{PORTAL_PALETTE, palette_for};
use crate::view::youth::quiz::{quiz_page, quiz_pictures};
use crate::view::youth::simulator::example_simulator;
use crate::view::{dates, share, youth};
use crate::{markdown, routes};

/// Most cooperatives on the front page; the portal's lists have all of them.
const FRONT_COOPERATIVES: usize = 24;
/// Openings on the front page; the board has all of them.
const FRONT_OPENINGS: usize = 6;
const FRONT_STORIES: usize = 4;
const FRONT_CHALLENGES: usize = 4;

/// What every page of the youth site has around it.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Around {
    palette: &'static str,
    label: String,
    home: LinkView,
    links: Vec<LinkView>,
    removal: Option<ActionView>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct FrontView {
    #[serde(flatten)]
    around: Around,
    hello: String,
    headline: String,
    /// True if the headline takes a smaller size.
    is_long: bool,
    /// True if even that would be too large.
    is_longest: bool,
    lead: String,
    /// A portal shows no cooperative's photo before the others'.
    picture: Option<()>,
    actions: Vec<StepView>,
    openings: Vec<LineView>,
    openings_count: usize,
    /// When each of all openings closes, as a count has it.
    openings_days: String,
    fields: Vec<FilterView>,
    cooperatives: Vec<CooperativeLine>,
    /// How many there are, if not all of them are here.
    all_cooperatives: Option<LinkView>,
    challenges: Vec<LineView>,
    /// Last day of all of them.
    challenges_last: Option<String>,
    stories: Vec<LineView>,
    pages: Vec<LineView>,
    quiz: Option<LineView>,
}

/// A large line that is a link.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
struct LineView {
    title: String,
    /// From the language's root.
    href: String,
    from: Option<String>,
    text: Option<String>,
    facts: Vec<FactView>,
    /// The date that counts.
    stamp: Option<String>,
    /// The day of it, if another one comes after it.
    stamp_last: Option<Date>,
    /// The make-up date.
    late: Option<String>,
    /// The day on which it is over.
    last: Option<Date>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct CooperativeLine {
    palette: &'static str,
    label: String,
    href: String,
    slogan: Option<String>,
    place: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct TextView {
    #[serde(flatten)]
    around: Around,
    title: String,
    summary: Option<String>,
    body_html: String,
    others: Vec<LineView>,
}

/// The front page, the office's pages and the quiz.
pub(super) fn documents(scene: &Scene<'_>) -> Vec<Document> {
    let mut documents = vec![front(scene)];
    documents.extend(scene.office.pages.iter().map(|page| text(page, scene)));
    documents.extend(scene.office.quiz.as_ref().map(|quiz| self::quiz(quiz, scene)));
    documents.extend(has_simulator(scene).then(|| simulator(scene)));
    if has_kit(scene) {
        let texts = scene.youth_texts;
        let words = scene.themes.youth.texts(scene.settings.first_language());
        let share = share::site::youth_page(words.get("muda.kit.title"), None, scene.settings);
        let around = youth::around::Around::portal(scene.settings, texts);
        documents.extend(kit_documents(around, &share, scene.url("").as_deref(), scene.language, texts));
    }
    if has_teacher(scene) {
        let kit = has_kit(scene).then_some(routes::KIT);
        let simulator = has_simulator(scene).then_some(routes::YOUTH_SIMULATOR);
        let ways = Ways { simulator, kit, ..Ways::default() };
        let around = youth::around::Around::portal(scene.settings, scene.youth_texts);
        let words = (scene.language, scene.youth_texts);
        let share = scene.youth_share();
        documents.extend(teacher_documents(&around, None, ways, &share, scene.url("").as_deref(), words));
    }
    documents
}

/// True unless the theme leaves out what is for teachers, or the office wrote pages of its own in its place.
fn has_teacher(scene: &Scene<'_>) -> bool {
    let is_own = |page: &OfficePage| matches!(page.slug.as_str(), "guru" | "proyektor");
    scene.themes.have_for_pupils(Feature::Teacher) && !scene.office.pages.iter().any(is_own)
}

/// The files of the kit.
pub(super) fn claim_files(scene: &Scene<'_>, plan: &mut Plan, findings: &mut Findings) {
    if has_kit(scene) {
        claim_cash_book(&scene.home, scene.youth_texts, plan, findings);
    }
}

/// True unless the theme leaves the kit out, or the office wrote a page of its own in its place.
fn has_kit(scene: &Scene<'_>) -> bool {
    scene.themes.have_for_pupils(Feature::Kit)
        && !scene.office.pages.iter().any(|page| page.slug.as_str() == "kit")
}

/// The quiz's results as pictures, once for all languages.
pub(super) fn claim_pictures(office: &Office, settings: &Settings, plan: &mut Plan, findings: &mut Findings) {
    for picture in office
        .quiz
        .iter()
        .flat_map(|quiz| quiz.roles.iter().flat_map(|role| quiz_pictures(role, quiz, settings)))
    {
        if let Some(card) = picture.card {
            plan.claim(SitePath::new(picture.src), Output::Card(card), findings);
        }
    }
}

fn around(scene: &Scene<'_>) -> Around {
    let link = |href: &str, key: &str| LinkView {
        href: href.to_owned(),
        label: scene.youth_texts.get(key).to_owned(),
    };
    Around {
        palette: PORTAL_PALETTE,
        label: scene.settings.title.clone(),
        home: link(routes::YOUTH, "muda.site.home"),
        links: vec![
            link(routes::YOUTH, "muda.site.home"),
            link(routes::BOARD, "muda.site.board"),
            link(routes::FRONT, "muda.site.directory"),
        ],
        removal: None,
    }
}

/// The simulator, the kit, the page for teachers, and the pages that the office wrote.
fn page_lines(scene: &Scene<'_>) -> Vec<LineView> {
    let line = |page: &OfficePage| LineView {
        title: page.title.clone(),
        href: routes::youth_text(&page.slug),
        text: page.summary.clone(),
        ..LineView::default()
    };
    let kit = has_kit(scene).then(|| LineView {
        title: scene.youth_texts.get("muda.kit.title").to_owned(),
        href: routes::KIT.to_owned(),
        text: Some(scene.youth_texts.get("muda.kit.teaser").to_owned()),
        ..LineView::default()
    });
    let teacher = has_teacher(scene).then(|| LineView {
        title: scene.youth_texts.get("muda.teach.title").to_owned(),
        href: routes::TEACHER.to_owned(),
        text: Some(scene.youth_texts.get("muda.teach.line").to_owned()),
        ..LineView::default()
    });
    let simulator = has_simulator(scene).then(|| LineView {
        title: scene.youth_texts.get("muda.sim.title").to_owned(),
        href: routes::YOUTH_SIMULATOR.to_owned(),
        text: Some(scene.youth_texts.get("muda.sim.lead_example").to_owned()),
        ..LineView::default()
    });
    simulator.into_iter().chain(kit).chain(teacher).chain(scene.office.pages.iter().map(line)).collect()
}

fn opening_line(opening: OpeningLine) -> LineView {
    LineView {
        from: Some(match &opening.place {
            Some(place) => format!("{}, {place}", opening.from),
            None => opening.from,
        }),
        title: opening.title,
        href: opening.href,
        facts: opening.facts,
        stamp: opening.closes,
        last: opening.last,
        ..LineView::default()
    }
}

fn front(scene: &Scene<'_>) -> Document {
    let texts = scene.youth_texts;
    let board = openings(scene);
    let count = scene.summaries.len().to_string();
    // On this page, so from here and not from the language's root.
    let action = |href: &str, key: &str| StepView::to(href, texts.get(key));
    let quiz = scene.office.quiz.as_ref();
    let challenges = challenges(scene);
    let view = FrontView {
        around: around(scene),
        hello: texts.get("muda.site.hello").to_owned(),
        headline: texts.get("muda.site.headline").to_owned(),
        is_long: is_long_headline(texts.get("muda.site.headline")),
        is_longest: is_longest_headline(texts.get("muda.site.headline")),
        lead: texts.get("muda.site.lead").to_owned(),
        picture: None,
        actions: std::iter::once(action(routes::from_youth(routes::YOUTH_BOARD), "muda.site.board_link"))
            .chain(quiz.map(|_| action(routes::from_youth(routes::YOUTH_QUIZ), "muda.site.quiz_link")))
            .collect(),
        openings_count: board.len(),
        openings_days: days_of(board.iter().map(|opening| opening.last)),
        fields: fields(&board),
        openings: board.into_iter().take(FRONT_OPENINGS).map(opening_line).collect(),
        cooperatives: cooperatives(scene),
        all_cooperatives: (scene.summaries.len() > FRONT_COOPERATIVES).then(|| LinkView {
            href: way_to_all(scene).to_owned(),
            label: format!("{} ({})", scene.youth_texts.get("muda.site.directory"), scene.summaries.len()),
        }),
        challenges_last: last_of(challenges.iter().map(|challenge| challenge.last)),
        challenges,
        stories: stories(scene),
        pages: page_lines(scene),
        quiz: quiz.map(|quiz| LineView {
            title: quiz.title.clone(),
            href: routes::YOUTH_QUIZ.to_owned(),
            text: quiz.summary.clone(),
            ..LineView::default()
        }),
    };
    document(
        scene,
        ("youth-portal", routes::YOUTH),
        texts.get("muda.site.title"),
        texts.fill("muda.site.description", &[("n", &count)]),
        Value::from_serializable(&view),
    )
}

/// All of them, or of very many those with most openings.
fn cooperatives(scene: &Scene<'_>) -> Vec<CooperativeLine> {
    let today = scene.today();
    let mut shown: Vec<&Summary> = scene.summaries.to_vec();
    if shown.len() > FRONT_COOPERATIVES {
        shown.sort_by_cached_key(|summary| Reverse(summary.openings_on(today).count()));
        shown.truncate(FRONT_COOPERATIVES);
    }
    shown
        .into_iter()
        .map(|summary| CooperativeLine {
            palette: palette_for(&summary.sectors, &summary.slug),
            label: summary.label().to_owned(),
            href: scene.link_to(summary, routes::YOUTH),
            slogan: summary.slogan.as_ref().map(|slogan| slogan.get(scene.language).to_owned()),
            place: place(summary),
        })
        .collect()
}

/// Tasks that are still open, the one that closes first leading.
fn challenges(scene: &Scene<'_>) -> Vec<LineView> {
    let (today, texts) = (scene.today(), scene.youth_texts);
    let mut open: Vec<_> = scene
        .summaries
        .iter()
        .flat_map(|summary| summary.challenges.iter().map(move |challenge| (summary, challenge)))
        .filter(|(_, challenge)| challenge.last_day().is_none_or(|last| today <= last))
        .collect();
    open.sort_by_key(|(summary, challenge)| (challenge.closes.unwrap_or(Date::MAX), &summary.slug));
    let dated = |key: &str, day| texts.fill(key, &[("date", &dates::day(day, texts))]);
    open.into_iter()
        .take(FRONT_CHALLENGES)
        .map(|(summary, challenge)| LineView {
            title: challenge.title.get(scene.language).to_owned(),
            href: scene.link_to(summary, routes::YOUTH_CHALLENGES),
            from: Some(summary.label().to_owned()),
            stamp: challenge.closes.filter(|day| *day >= today).map(|day| dated("muda.closes", day)),
            stamp_last: challenge.closes.filter(|_| challenge.make_up.is_some()),
            last: challenge.last_day(),
            late: challenge.make_up.map(|day| dated("muda.make_up", day)),
            ..LineView::default()
        })
        .collect()
}

fn stories(scene: &Scene<'_>) -> Vec<LineView> {
    let mut stories: Vec<_> = scene
        .summaries
        .iter()
        .flat_map(|summary| summary.stories.iter().map(move |story| (summary, story)))
        .filter(|(_, story)| story.youth)
        .collect();
    stories.sort_by_key(|(summary, story)| (Reverse(story.date), &summary.slug, &story.slug));
    stories
        .into_iter()
        .take(FRONT_STORIES)
        .map(|(summary, story)| LineView {
            title: story.title.clone(),
            href: scene.link_to(summary, &routes::story(&story.slug)),
            from: Some(summary.label().to_owned()),
            ..LineView::default()
        })
        .collect()
}

fn text(page: &OfficePage, scene: &Scene<'_>) -> Document {
    let path = routes::youth_text(&page.slug);
    let others = page_lines(scene).into_iter().filter(|other| other.href != path).collect();
    let view = TextView {
        around: around(scene),
        title: page.title.clone(),
        summary: page.summary.clone(),
        body_html: markdown::to_html(&page.body, 1),
        others,
    };
    let plain = || markdown::shorten(&markdown::to_plain(&page.body), 155);
    document(
        scene,
        ("youth-text", &path),
        &page.title,
        page.summary.clone().unwrap_or_else(plain),
        Value::from_serializable(&view),
    )
}

/// A member's own part, worked out in example numbers: no cooperative's are everybody's.
fn simulator(scene: &Scene<'_>) -> Document {
    let texts = scene.youth_texts;
    let around = youth::around::Around::portal(scene.settings, texts);
    let view = example_simulator(around, scene.language, texts);
    let document = document(
        scene,
        ("youth-shu", routes::YOUTH_SIMULATOR),
        texts.get("muda.sim.title"),
        texts.fill("muda.sim.description", &[("name", &scene.settings.title)]),
        Value::from_serializable(&view),
    );
    let words = scene.themes.youth.texts(scene.settings.first_language());
    let share = share::site::youth_page(words.get("muda.sim.title"), None, scene.settings);
    Document { share: Some(share), ..document }
}

/// True unless the office wrote a page of its own in its place.
fn has_simulator(scene: &Scene<'_>) -> bool {
    !scene.office.pages.iter().any(|page| page.slug.as_str() == "shu")
}

fn quiz(quiz: &Quiz, scene: &Scene<'_>) -> Document {
    let around = youth::around::Around::portal(scene.settings, scene.youth_texts);
    let view = quiz_page(quiz, around, true, scene.settings);
    let document = document(
        scene,
        ("youth-quiz", routes::YOUTH_QUIZ),
        &quiz.title,
        quiz.summary.clone().unwrap_or_else(|| quiz.title.clone()),
        Value::from_serializable(&view),
    );
    let share = share::site::youth_page(&quiz.title, quiz.summary.as_deref(), scene.settings);
    Document { share: Some(share), ..document }
}

fn document(
    scene: &Scene<'_>,
    page: (&'static str, &str),
    title: &str,
    description: String,
    view: Value,
) -> Document {
    Document { share: Some(scene.youth_share()), ..scene.below(page, title, description, ("youth", view)) }
}
