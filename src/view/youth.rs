//! What the youth microsite of one cooperative prints. Every part leaves without a hole where a profile has
//! nothing to say on it; what a pupil must know anyway (what a cooperative is, where its profit goes) is
//! there even for a profile without a `muda:` section.

mod around;
mod challenge;
mod deadline;
mod figures;
mod kit;
mod lesson;
mod letter;
mod openings;
mod origin;
mod palette;
mod pictures;
mod poster;
mod quiz;
mod simulator;
mod slides;
mod surplus;
mod what;

use serde::Serialize;

use super::frame::{ActionView, FactView, LinkView, contact_action};
use super::photos::{PhotoShape, PhotoShelf, PictureView};
use super::storefront::{is_long_headline, is_longest_headline};
use super::{cards, dates, money};
use crate::markdown;
use crate::model::{Cooperative, Date, Kind, Language, LocalText, Story};
use crate::routes;
use crate::settings::Settings;
use crate::summary::kind_word;
use crate::theme::Texts;

pub use around::Around;
pub use challenge::{ChallengeView, calendars};
pub use deadline::{Deadline, calendar};
pub use kit::{CashEntry, KitPage, SheetPage, cash_example, cash_files, kit_page, sheet_pages};
pub use lesson::{TeacherPage, Ways, teacher_page};
pub use letter::{LetterPage, letter_pages};
pub use openings::{OpeningView, open_openings, opening_facts, opening_kind_name, work_span};
pub use origin::{OriginPage, origin_page};
pub use palette::{PALETTES, PORTAL_PALETTE, colours_of, palette_for, palette_of};
pub use pictures::{PicturesPage, StatusView, pictures_page};
pub use poster::{PosterPage, poster_page, to_microsite};
pub use quiz::{QuizPage, quiz_page, quiz_pictures};
pub use simulator::{SimulatorPage, example_simulator, own_part, simulator_page};
pub use slides::{SlidesPage, slides_page};
pub use surplus::{SurplusView, surplus_view};
pub use what::{WhatPage, what_page};

/// Most products on the shelf, headings in a sentence, and stories.
const SHELF: usize = 5;
const HEADINGS: usize = 4;
const STORIES: usize = 3;

/// Most fields to choose from: the style sheet has a rule for each.
const MAX_FIELDS: usize = 8;

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
    pub actions: Vec<LinkView>,
    /// Openings, the one that closes first leading.
    pub openings: Vec<OpeningView>,
    /// Fields to choose from; empty where there is nothing to choose.
    pub fields: Vec<String>,
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
    /// Tasks.
    pub challenges: Vec<ChallengeView>,
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

/// A product on the shelf.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShelfItem {
    /// Name.
    pub name: String,
    /// Its page, from the language's root.
    pub href: String,
    /// Photo.
    pub picture: PictureView,
}

/// One thing to be proud of.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HighlightView {
    /// In a few words.
    pub title: String,
    /// In a sentence.
    pub text: Option<String>,
    /// Photo.
    pub picture: Option<PictureView>,
}

/// A sentence that stands out, and what follows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClaimView {
    /// First sentence.
    pub claim: String,
    /// The rest.
    pub more: Option<String>,
}

/// One of the six cards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CardView {
    /// Name of its drawing: `pemilik`.
    pub mark: &'static str,
    /// In a few words.
    pub title: String,
    /// In two sentences.
    pub text: String,
    /// This cooperative's own fact on it.
    pub fact: Option<String>,
    /// Name of the word that the glossary explains; empty without one.
    pub word_id: &'static str,
    /// `Apa itu RAT?`
    pub word: Option<String>,
}

/// The start of a story.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StoryView {
    /// Title.
    pub title: String,
    /// Its page, from the language's root.
    pub href: String,
    /// First words.
    pub start: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// Photo.
    pub picture: Option<PictureView>,
}

/// What a microsite is made of, in one language.
#[derive(Debug, Clone, Copy)]
pub struct YouthScene<'a> {
    /// The cooperative.
    pub cooperative: &'a Cooperative,
    /// Its photos.
    pub shelf: &'a PhotoShelf,
    /// Settings of the site.
    pub settings: &'a Settings,
    /// Canonical address of the page, if the site has one: letters and messages carry it.
    pub page_url: Option<&'a str>,
    /// The youth site of the portal, from the language's root of the cooperative; none without a portal.
    pub portal: Option<&'a str>,
    /// True if the site has a kit for founders at a school.
    pub has_kit: bool,
    /// True if there are pages for teachers.
    pub has_teacher: bool,
    /// Language.
    pub language: Language,
    /// Texts of the youth theme in that language.
    pub texts: &'a Texts,
    /// The same in the site's first language: cards speak it.
    pub words: &'a Texts,
}

impl YouthScene<'_> {
    /// Where the simulator is, from the language's root: the portal's, in example numbers, where there is none of
    /// this cooperative's own.
    pub fn simulator(&self) -> String {
        let own = has_simulator(self.cooperative, self.portal.is_some());
        in_youth(self.portal.filter(|_| !own), routes::YOUTH_SIMULATOR)
    }

    /// Where the kit for founders is, from the language's root: on the portal where there is one.
    pub fn kit(&self) -> Option<String> {
        self.has_kit.then(|| in_youth(self.portal, routes::KIT))
    }
}

/// A page for pupils from the language's root: below `youth`, if that is given, instead of the own one.
fn in_youth(youth: Option<&str>, page: &str) -> String {
    format!("{}{}", youth.unwrap_or(routes::YOUTH), routes::from_youth(page))
}

/// Works out the first page of a cooperative's microsite.
pub fn youth_page(scene: YouthScene<'_>) -> YouthPage {
    let YouthScene { cooperative, shelf, settings, page_url, portal, language, texts, .. } = scene;
    let youth = &cooperative.youth;
    let (headline, lead) = headline(cooperative, language, texts);
    let openings = openings::openings(cooperative, settings.today, page_url, language, texts);
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
        actions: actions(openings.len(), youth.quiz.is_some(), texts),
        fields: openings::fields_of(cooperative, settings.today),
        openings,
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
        pictures: if cards::has_status(&scene) { routes::from_youth(routes::YOUTH_PICTURES) } else { "" },
        origin: if origin::has_origin(cooperative) { routes::from_youth(routes::YOUTH_ORIGIN) } else { "" },
        challenges: youth
            .challenges
            .iter()
            .enumerate()
            .filter_map(|(index, challenge)| {
                challenge::challenge_view(index + 1, challenge, settings.today, language, texts)
            })
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

/// Whether a cooperative has a simulator of its own: with a surplus of its own, or where no portal speaks
/// for all of them.
pub fn has_simulator(cooperative: &Cooperative, in_portal: bool) -> bool {
    !in_portal || cooperative.surplus.is_some()
}

/// Links at the foot of a cooperative's youth pages.
pub fn links(label: &str, portal: Option<&str>, has_teacher: bool, texts: &Texts) -> Vec<LinkView> {
    let shop = LinkView { href: String::new(), label: texts.fill("muda.shop", &[("name", label)]) };
    let teacher = has_teacher.then(|| LinkView {
        href: routes::TEACHER.to_owned(),
        label: texts.get("muda.teach.title").to_owned(),
    });
    let portal =
        portal.map(|href| LinkView { href: href.to_owned(), label: texts.get("muda.portal").to_owned() });
    std::iter::once(shop).chain(teacher).chain(portal).collect()
}

/// To the board, if there is something on it, to the quiz, if there is one, and to what a cooperative is.
fn actions(openings: usize, has_quiz: bool, texts: &Texts) -> Vec<LinkView> {
    let board = (openings > 0).then(|| LinkView {
        href: routes::from_youth(routes::YOUTH_BOARD).to_owned(),
        label: texts.count("muda.openings.link", u64::try_from(openings).unwrap_or(u64::MAX)),
    });
    let quiz = has_quiz.then(|| LinkView {
        href: routes::from_youth(routes::YOUTH_QUIZ).to_owned(),
        label: texts.get("muda.site.quiz_link").to_owned(),
    });
    let what = LinkView { href: "#apa".to_owned(), label: texts.get("muda.cover.what").to_owned() };
    board.into_iter().chain(quiz).chain([what]).collect()
}

/// The invitation, its first sentence large; without one, the cooperative introduces itself.
pub(super) fn headline(
    cooperative: &Cooperative,
    language: Language,
    texts: &Texts,
) -> (String, Option<String>) {
    if let Some(invitation) = &cooperative.youth.invitation {
        let ClaimView { claim, more } = claim_of(invitation.get(language));
        return (claim, more);
    }
    let headline = texts.fill("muda.cover.headline", &[("name", cooperative.label())]);
    let lead = match &cooperative.slogan {
        Some(slogan) => texts.fill("muda.cover.lead_slogan", &[("slogan", slogan.get(language))]),
        None => texts.get("muda.cover.lead").to_owned(),
    };
    (headline, Some(lead))
}

/// The first sentence of a text, and the rest. A text of one sentence has no rest.
pub fn claim_of(text: &str) -> ClaimView {
    let text = text.trim();
    let end = text
        .char_indices()
        .find(|(at, c)| matches!(c, '.' | '!' | '?') && text[at + 1..].starts_with(' '))
        .map(|(at, _)| at + 1);
    match end {
        Some(end) => ClaimView { claim: text[..end].to_owned(), more: Some(text[end..].trim().to_owned()) },
        None => ClaimView { claim: text.to_owned(), more: None },
    }
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
        let name = product.category.as_deref().unwrap_or_else(|| product.name.get(language)).to_lowercase();
        if !sold.contains(&name) {
            sold.push(name);
        }
    }
    sold.truncate(HEADINGS);
    sold
}

/// `susu, keju, dan yoghurt`.
pub fn listed(items: &[String], texts: &Texts) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first, second] => texts.fill("muda.list.two", &[("first", first), ("second", second)]),
        [before @ .., last] => {
            texts.fill("muda.list.many", &[("before", &before.join(", ")), ("last", last)])
        }
    }
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

/// Six cards that say what a cooperative is, with this one's own facts where the profile states them.
fn cards(cooperative: &Cooperative, language: Language, texts: &Texts) -> Vec<CardView> {
    let label = cooperative.label();
    let card = |mark: &'static str, word_id: &'static str, fact: Option<String>| CardView {
        mark,
        word_id,
        word: (!word_id.is_empty()).then(|| {
            let word = texts.get(&format!("muda.what.word.{word_id}.word"));
            texts.fill("muda.what.meaning_of", &[("word", word)])
        }),
        title: texts.get(&format!("muda.card.{mark}.title")).to_owned(),
        text: texts.get(&format!("muda.card.{mark}.text")).to_owned(),
        fact,
    };
    let joining = cooperative.joining.as_ref();
    let share = joining.and_then(|joining| joining.initial_share).map(|share| {
        let amount = money::rupiah(share, language);
        texts.fill("muda.card.simpanan.fact", &[("name", label), ("amount", &amount)])
    });
    let meeting = cooperative.meetings.first().map(|meeting| {
        let date = dates::day(meeting.date, texts);
        texts.fill("muda.card.rapat.fact", &[("name", label), ("date", &date)])
    });
    let owners = cooperative.member_count.map(|count| {
        let count = money::number(u64::from(count), language);
        texts.fill("muda.card.pemilik.fact", &[("name", label), ("n", &count)])
    });
    let bought = cooperative
        .products
        .first()
        .map(|product| texts.fill("muda.card.untung.fact", &[("product", product.name.get(language))]));
    vec![
        card("pemilik", "anggota", owners),
        card("suara", "", None),
        card("untung", "", bought),
        card("simpanan", "simpanan", share),
        card("rapat", "rat", meeting),
        card("shu", "shu", None),
    ]
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts for pupils keep to this many words a sentence on average, and to twice as many at most.
    const WORDS_A_SENTENCE: usize = 12;

    #[test]
    fn sentences_for_pupils_are_short() {
        let texts = [
            include_str!("../../themes/muda/text/id.yaml"),
            include_str!("../../themes/muda/text/lembar/id.yaml"),
            include_str!("../../themes/muda/text/lembar/en.yaml"),
        ];
        for text in texts {
            check_sentences(text);
        }
    }

    fn check_sentences(texts: &str) {
        let values = texts.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
            line.trim_start().strip_prefix("- ").or_else(|| Some(line.split_once(": ")?.1))
        });
        let sentences: Vec<usize> = values
            .flat_map(|value| value.split_inclusive(['.', '?', '!']))
            .map(|sentence| sentence.split_whitespace().count())
            .filter(|words| *words > 1)
            .collect();
        assert!(sentences.len() > 80, "{}", sentences.len());
        assert!(sentences.iter().sum::<usize>() <= WORDS_A_SENTENCE * sentences.len());
        assert!(sentences.iter().all(|words| *words <= 2 * WORDS_A_SENTENCE), "{sentences:?}");
    }

    #[test]
    fn a_claim_is_the_first_sentence() {
        let claim = claim_of("Satu orang satu suara. Punya dua sapi atau dua puluh, sama.");
        assert_eq!(claim.claim, "Satu orang satu suara.");
        assert_eq!(claim.more.as_deref(), Some("Punya dua sapi atau dua puluh, sama."));
        assert_eq!(claim_of("Rp12.500 untuk semua").more, None);
        assert_eq!(claim_of(" Kamu? ").claim, "Kamu?");
    }
}
