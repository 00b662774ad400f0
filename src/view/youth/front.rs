//! The front page for pupils of a cooperative. Every part leaves without a hole where a profile has nothing to say on
//! it; what a pupil must know anyway is there even for a profile without a `muda:` section.

use serde::Serialize;

use crate::model::{Cooperative, Date, Kind, Language, LocalText, Opening, Story};
use crate::summary::kind_word;
use crate::theme::Texts;
use crate::view::action::{ActionView, contact_action};
use crate::view::days::{CountView, last_of};
use crate::view::fact::FactView;
use crate::view::headline::{is_long_headline, is_longest_headline};
use crate::view::links::LinkView;
use crate::view::money;
use crate::view::photos::{PhotoShape, PhotoShelf, PictureView};
use crate::view::youth::challenge::ChallengeView;
use crate::view::youth::challenge::{challenge_view, open_challenges};
use crate::view::youth::openings::{FieldView, OpeningView, fields_of, open_openings, openings_of};
use crate::view::youth::origin::has_origin;
use crate::view::youth::palette::palette_of;
use crate::view::youth::scene::{YouthScene, links};
use crate::view::youth::sentence::{ClaimView, claim_of, headline, listed};
use crate::view::youth::share;
use crate::view::youth::surplus::{SurplusView, surplus_view};
use crate::{markdown, routes};

/// Most products on the shelf, headings in a sentence, and stories.
const SHELF: usize = 5;
const HEADINGS: usize = 4;
const STORIES: usize = 3;

/// Longest start of a story, in characters.
const STORY_START: usize = 170;

/// The first page of a youth microsite.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct YouthPage {
    /// Name of the two colours.
    pub palette: &'static str,
    /// Short name.
    pub label: String,
    /// The link of the masthead.
    pub home: LinkView,
    /// Links at the foot.
    pub links: Vec<LinkView>,
    /// A greeting.
    pub hello: Option<String>,
    /// The first thing one reads.
    pub headline: String,
    /// True if the headline takes a smaller size.
    pub is_long: bool,
    /// True if even that would be too large.
    pub is_longest: bool,
    /// What follows it.
    pub lead: Option<String>,
    /// Photo beside it.
    pub picture: Option<PictureView>,
    /// Where to go from here, on this page.
    pub actions: Vec<StepView>,
    /// Openings, the one that closes first leading.
    pub openings: Vec<OpeningView>,
    /// Last day of all of them.
    pub openings_last: Option<String>,
    /// Fields to choose from; empty where there is nothing to choose.
    pub fields: Vec<FieldView>,
    /// What this cooperative is, in short sentences.
    pub who: Vec<String>,
    /// Some of its products.
    pub shelf: Vec<ShelfItem>,
    /// Things to be proud of.
    pub highlights: Vec<HighlightView>,
    /// Why a pupil should care.
    pub reasons: Vec<ClaimView>,
    /// Where the profit goes.
    pub surplus: SurplusView,
    /// The page of the simulator, from the language's root.
    pub simulator: String,
    /// The page of pictures for a status, from here; empty without one.
    pub pictures: &'static str,
    /// The page of where things come from, from here; empty without one.
    pub origin: &'static str,
    /// What a class can take on for the cooperative; empty if the profile names none.
    pub challenges: Vec<ChallengeView>,
    /// Last day of all of them.
    pub challenges_last: Option<String>,
    /// Stories for pupils.
    pub stories: Vec<StoryView>,
    /// What membership costs.
    pub joining: Vec<FactView>,
    /// The kit for founders at a school, from the language's root.
    pub kit: Option<LinkView>,
    /// True if there are pages for teachers.
    pub teacher: bool,
    /// A first message.
    pub contact: Option<ActionView>,
    /// A message that asks to take a photo or a name down.
    pub removal: Option<ActionView>,
}

/// A way on from the cover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepView {
    /// From this page.
    pub href: String,
    /// What a pupil reads; a number in it counts what may end.
    pub label: CountView,
}

impl StepView {
    /// A way whose words hold for ever.
    pub fn to(href: &str, label: &str) -> Self {
        let label = CountView { text: label.to_owned(), one: None, days: String::new() };
        Self { href: href.to_owned(), label }
    }
}

/// A product on the shelf.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShelfItem {
    /// Of the product, in the language of the page.
    pub name: String,
    /// Its page, from the language's root.
    pub href: String,
    /// The product's first photo: without one it is not on the shelf.
    pub picture: PictureView,
}

/// One thing to be proud of.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HighlightView {
    /// In a few words.
    pub title: String,
    /// In a sentence.
    pub text: Option<String>,
    /// What there is to see, if its photo can be used.
    pub picture: Option<PictureView>,
}

/// The start of a story.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StoryView {
    /// As it was written: stories are not translated.
    pub title: String,
    /// Its page, from the language's root.
    pub href: String,
    /// First words.
    pub start: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// The story's photo, if it can be used.
    pub picture: Option<PictureView>,
}

/// Works out the first page of a cooperative's microsite.
pub fn youth_page(scene: YouthScene<'_>) -> YouthPage {
    let YouthScene { cooperative, shelf, settings, page_url, portal, language, texts, .. } = scene;
    let youth = &cooperative.youth;
    let (headline, lead) = headline(cooperative, language, texts);
    let open = open_openings(cooperative, settings.today);
    let label = cooperative.label();
    let with_url = |message: String| page_url.map_or(message.clone(), |url| format!("{message}\n{url}"));
    YouthPage {
        palette: palette_of(cooperative),
        label: label.to_owned(),
        home: LinkView { href: routes::YOUTH.to_owned(), label: label.to_owned() },
        links: links(label, portal, scene.has_teacher, texts),
        hello: youth.greeting.as_ref().map(|greeting| greeting.get(language).to_owned()),
        is_long: is_long_headline(&headline),
        is_longest: is_longest_headline(&headline),
        headline,
        lead,
        picture: cover(cooperative, shelf, language),
        actions: actions(&open, youth.quiz.is_some(), texts),
        fields: fields_of(&open),
        openings_last: last_of(open.iter().map(|opening| opening.last_day())),
        openings: openings_of(cooperative, &open, page_url, language, texts),
        who: who(cooperative, settings.today, language, texts),
        shelf: shelf_of(cooperative, shelf, language),
        highlights: youth
            .highlights
            .iter()
            .map(|highlight| HighlightView {
                title: highlight.title.get(language).to_owned(),
                text: highlight.text.as_ref().map(|text| text.get(language).to_owned()),
                picture: highlight.photo.as_ref().and_then(|photo| {
                    shelf.picture(photo, PhotoShape::Card, highlight.title.get(language), language)
                }),
            })
            .collect(),
        reasons: reasons(&youth.reasons, language, texts),
        surplus: surplus_view(cooperative.surplus.as_ref(), language, texts),
        simulator: scene.simulator(),
        pictures: if share::has_status(&scene) { routes::from_youth(routes::YOUTH_PICTURES) } else { "" },
        origin: if has_origin(cooperative) { routes::from_youth(routes::YOUTH_ORIGIN) } else { "" },
        challenges_last: last_of(open_challenges(youth, settings.today).map(|(_, open)| open.last_day())),
        challenges: open_challenges(youth, settings.today)
            .map(|(number, open)| challenge_view(number, open, settings.today, language, texts))
            .collect(),
        stories: cooperative
            .stories
            .iter()
            .filter(|story| story.for_youth)
            .take(STORIES)
            .map(|story| story_view(story, shelf, language))
            .collect(),
        joining: joining_facts(cooperative, language, texts),
        kit: scene.kit().map(|href| LinkView { href, label: texts.get("muda.kit.link").to_owned() }),
        teacher: scene.has_teacher,
        contact: contact_action(
            cooperative,
            &with_url(texts.fill("muda.join.message", &[("name", label)])),
            texts.get("muda.join.action"),
            texts,
        ),
        removal: contact_action(
            cooperative,
            &with_url(texts.fill("muda.promise.message", &[("name", label)])),
            texts.get("muda.promise.action"),
            texts,
        ),
    }
}

/// To the board, if there is something on it, to the quiz, if there is one, and to what a cooperative is.
fn actions(open: &[&Opening], has_quiz: bool, texts: &Texts) -> Vec<StepView> {
    let closing = open.iter().map(|opening| opening.last_day());
    let board = CountView::of("muda.openings.link", closing, texts)
        .map(|label| StepView { href: routes::from_youth(routes::YOUTH_BOARD).to_owned(), label });
    let quiz = has_quiz
        .then(|| StepView::to(routes::from_youth(routes::YOUTH_QUIZ), texts.get("muda.site.quiz_link")));
    let what = StepView::to("#apa", texts.get("muda.cover.what"));
    board.into_iter().chain(quiz).chain([what]).collect()
}

fn cover(cooperative: &Cooperative, shelf: &PhotoShelf, language: Language) -> Option<PictureView> {
    let of_cover = cooperative
        .cover
        .as_ref()
        .and_then(|photo| shelf.picture(photo, PhotoShape::Cover, &cooperative.name, language));
    of_cover.or_else(|| {
        cooperative.products.iter().find_map(|product| {
            shelf.picture(product.photos.first()?, PhotoShape::Card, product.name.get(language), language)
        })
    })
}

fn who(cooperative: &Cooperative, today: Date, language: Language, texts: &Texts) -> Vec<String> {
    let label = cooperative.label();
    let place = cooperative
        .region
        .as_ref()
        .map(|region| region.district.as_deref().unwrap_or(&region.regency).to_owned());
    let mut who = vec![match &place {
        Some(place) => texts.fill("muda.who.place", &[("name", label), ("place", place)]),
        None => texts.fill("muda.who.plain", &[("name", label)]),
    }];
    who.extend(cooperative.kind.map(|kind| kind_sentence(kind, texts).to_owned()));
    who.extend(cooperative.founded.filter(|founded| *founded <= today).map(|founded| {
        let had_birthday = (today.month(), today.day()) >= (founded.month(), founded.day());
        let age = i32::from(today.year() - founded.year()) - i32::from(!had_birthday);
        let year = founded.year().to_string();
        texts.fill("muda.who.founded", &[("year", &year), ("age", &age.to_string())])
    }));
    who.extend(
        cooperative.member_count.map(|count| {
            texts.fill("muda.who.members", &[("n", &money::number(u64::from(count), language))])
        }),
    );
    let sold = sold(cooperative, language);
    if !sold.is_empty() {
        who.push(texts.fill("muda.who.sells", &[("what", &listed(&sold, texts))]));
    }
    who
}

/// What it sells, by headings where there are any, else by name.
fn sold(cooperative: &Cooperative, language: Language) -> Vec<String> {
    let mut sold: Vec<String> = Vec::new();
    for product in &cooperative.products {
        let name = product.category.as_ref().unwrap_or(&product.name).get(language).to_lowercase();
        if !sold.contains(&name) {
            sold.push(name);
        }
    }
    sold.truncate(HEADINGS);
    sold
}

fn kind_sentence(kind: Kind, texts: &Texts) -> &str {
    texts.get(&format!("muda.kind.{}", kind_word(kind)))
}

fn shelf_of(cooperative: &Cooperative, shelf: &PhotoShelf, language: Language) -> Vec<ShelfItem> {
    let item = |product: &crate::model::Product| {
        let name = product.name.get(language);
        let picture = shelf.picture(product.photos.first()?, PhotoShape::Card, name, language)?;
        // The name stands below the photo: saying it twice helps nobody.
        let picture = PictureView { alt: String::new(), ..picture };
        Some(ShelfItem { name: name.to_owned(), href: routes::product(&product.slug), picture })
    };
    cooperative.products.iter().filter_map(item).take(SHELF).collect()
}

fn reasons(own: &[LocalText], language: Language, texts: &Texts) -> Vec<ClaimView> {
    if own.is_empty() {
        let defaults = ["owners", "vote", "profit", "start"];
        return defaults.iter().map(|key| claim_of(texts.get(&format!("muda.reason.{key}")))).collect();
    }
    own.iter().map(|reason| claim_of(reason.get(language))).collect()
}

fn story_view(story: &Story, shelf: &PhotoShelf, language: Language) -> StoryView {
    StoryView {
        title: story.title.clone(),
        href: routes::story(&story.slug),
        start: markdown::shorten(&markdown::to_plain(&story.body), STORY_START),
        author: story.author.clone(),
        picture: story
            .photo
            .as_ref()
            .and_then(|photo| shelf.picture(photo, PhotoShape::Card, &story.title, language)),
    }
}

fn joining_facts(cooperative: &Cooperative, language: Language, texts: &Texts) -> Vec<FactView> {
    let Some(joining) = &cooperative.joining else { return Vec::new() };
    let fact = |key: &str, value: String| FactView { label: texts.get(key).to_owned(), value, href: None };
    let mut facts = Vec::new();
    facts
        .extend(joining.initial_share.map(|share| fact("muda.join.initial", money::rupiah(share, language))));
    facts.extend(
        joining.periodic_share.map(|share| fact("muda.join.periodic", money::rupiah(share, language))),
    );
    facts
}
