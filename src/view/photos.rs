//! Which renditions of which photo a cooperative's pages show, and how an image names them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::finding::Findings;
use crate::model::{Cooperative, Language, PhotoUse, Product, Slug};
use crate::photo::{
    PhotoFacts, PhotoLook, Recipe, RenditionFormat, Renditions, Shape, SourceHash, choose_renditions,
};
use crate::plan::{Output, Plan, SitePath};
use crate::routes;
use crate::settings::{PhotoSettings, Settings};
use crate::source::Photo;
use crate::theme::{Feature, Theme};

/// The shapes in which pages show photos.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PhotoShape {
    /// 4 to 3, small: product cards.
    Card,
    /// Whole, as wide as a phone: galleries.
    Gallery,
    /// The same of a photo that is higher than wide, which a gallery shows narrower.
    Tall,
    /// 16 to 9: covers, the head of a story, the poster.
    Cover,
    /// 1 to 1: people, members, logos.
    Square,
    /// Half of a card of 1200 × 630, for previews in chats. It is drawn into the card and not published itself.
    Share,
    /// The photo of a status picture, 1 to 1 and as wide as a phone. Not published itself either.
    Story,
}

impl PhotoShape {
    /// Name in `theme.yaml` under `foto`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Card => "kartu",
            Self::Gallery => "galeri",
            Self::Tall => "tegak",
            Self::Cover => "sampul",
            Self::Square => "kotak",
            Self::Share => "bagikan",
            Self::Story => "status",
        }
    }

    fn shape(self) -> Shape {
        match self {
            Self::Card => Shape::Card,
            Self::Gallery | Self::Tall => Shape::Whole,
            Self::Cover => Shape::Cover,
            Self::Square => Shape::Square,
            Self::Share => Shape::Share,
            Self::Story => Shape::Story,
        }
    }

    /// The shape in which a photo is shown where this one is asked for.
    fn fitting(self, photo: &PhotoFacts) -> Self {
        if self == Self::Gallery && photo.height_px > photo.width_px { Self::Tall } else { self }
    }

    /// True for what is only drawn into a card.
    fn is_ingredient(self) -> bool {
        matches!(self, Self::Share | Self::Story)
    }

    /// Widest that a page ever shows it, in pixels of the screen.
    fn widest_px(self) -> u32 {
        match self {
            Self::Square => 480,
            Self::Card => 640,
            Self::Gallery | Self::Cover => 1_280,
            Self::Tall => 960,
            Self::Share => 600,
            Self::Story => 1_080,
        }
    }
}

/// One photo in one shape: what to encode, and what an image of it says.
#[derive(Debug, Clone, PartialEq)]
struct Shown {
    shape: PhotoShape,
    stem: String,
    source: SourceHash,
    renditions: Renditions,
}

/// Everything that the pages of one cooperative show of its photos.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PhotoShelf {
    shown: BTreeMap<String, Shown>,
    paths: BTreeMap<SourceHash, String>,
    looks: BTreeMap<SourceHash, PhotoLook>,
    sizes: BTreeMap<PhotoShape, String>,
}

/// A photo as a template prints it. File names are relative to the cooperative's root.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PictureView {
    /// Fallback that every browser reads.
    pub src: String,
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// True if it is shown whole although it is higher than wide.
    pub is_tall: bool,
    /// What is to be seen; empty if it only adorns.
    pub alt: String,
    /// How wide it will be shown.
    pub sizes: String,
    /// Better formats, the best first.
    pub sources: Vec<SourceView>,
    /// Class that paints the photo blurred until it is there; a page's own sheet has its rule.
    pub tone: Option<String>,
}

impl PictureView {
    /// Without the smallest of several files, which is for lists: in a grid every phone needs more.
    pub(crate) fn for_grid(mut self) -> Self {
        for source in &mut self.sources {
            if source.files.len() > 1 {
                source.files.retain(|file| file.width > PORTRAIT_PX);
            }
        }
        self
    }
}

/// One format of a photo, in several widths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceView {
    /// MIME type.
    pub mime: &'static str,
    /// Files, narrowest first.
    pub files: Vec<FileView>,
}

/// One rendition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileView {
    /// Path from the cooperative's root.
    pub src: String,
    /// In pixels.
    pub width: u32,
}

/// Works out every rendition that a cooperative's pages show. A photo that is missing or faulty is left out:
/// the reader of the profile has reported it, and pages have a form without it.
pub fn choose_photos(
    cooperative: &Cooperative,
    photos: &BTreeMap<String, Photo>,
    settings: &Settings,
    theme: &Theme,
) -> PhotoShelf {
    let mut shelf = PhotoShelf::default();
    for shape in
        [PhotoShape::Card, PhotoShape::Gallery, PhotoShape::Tall, PhotoShape::Cover, PhotoShape::Square]
    {
        shelf.sizes.insert(shape, theme.manifest().photo_sizes(shape.name()).to_owned());
    }
    let mut uses = uses(cooperative);
    // The poster's photo is as wide as a cover, whatever stands in for one.
    let is_sound = |photo: &&PhotoUse| matches!(photos.get(&photo.path), Some(Photo::Sound(_)));
    if theme.has(Feature::Print)
        && let Some(photo) = cooperative.faces().find(is_sound)
    {
        uses.push((photo, &[PhotoShape::Cover]));
    }
    for (photo, shapes) in uses {
        let Some(Photo::Sound(facts)) = photos.get(&photo.path) else { continue };
        shelf.paths.insert(facts.hash, photo.path.clone());
        for asked in shapes {
            let shape = asked.fitting(facts);
            let shown = Shown {
                shape,
                stem: stem_of(&photo.path),
                source: facts.hash,
                renditions: renditions(facts, photo, shape, &settings.photo),
            };
            shelf.shown.insert(key_of(photo, *asked), shown);
        }
    }
    shelf
}

/// A photo, with the shapes that pages need of it.
type Use<'a> = (&'a PhotoUse, &'static [PhotoShape]);

/// Every use of a photo by a page.
fn uses(cooperative: &Cooperative) -> Vec<Use<'_>> {
    use PhotoShape::{Card, Cover, Share, Square, Story};
    let Cooperative { members, officers, stories, youth, .. } = cooperative;
    let mut uses: Vec<Use<'_>> = Vec::new();
    uses.extend(cooperative.cover.iter().map(|photo| (photo, [Cover, Share, Story].as_slice())));
    uses.extend(cooperative.logo.iter().map(|photo| (photo, [Square].as_slice())));
    let pictured = pictured_products(cooperative);
    for product in &cooperative.products {
        let is_pictured = pictured.iter().any(|pictured| pictured.slug == product.slug);
        uses.extend(uses_of_product(product, is_pictured));
    }
    let members = members.iter().filter_map(|member| member.photo.as_ref());
    uses.extend(members.map(|photo| (photo, [Card, Cover, Share].as_slice())));
    let officers = officers.iter().filter_map(|officer| officer.photo.as_ref());
    uses.extend(officers.map(|photo| (photo, [Square].as_slice())));
    let stories = stories.iter().filter_map(|story| story.photo.as_ref());
    uses.extend(stories.map(|photo| (photo, [Card, Cover, Share].as_slice())));
    let highlights = youth.highlights.iter().filter_map(|highlight| highlight.photo.as_ref());
    uses.extend(highlights.map(|photo| (photo, [Card, Square].as_slice())));
    uses
}

/// Uses of a product's photos: its first one is its face, with a status picture if it is among the few.
fn uses_of_product(product: &Product, is_pictured: bool) -> Vec<Use<'_>> {
    use PhotoShape::{Card, Gallery, Share, Story};
    let mut uses: Vec<Use<'_>> = Vec::new();
    let face: &[PhotoShape] =
        if is_pictured { &[Card, Gallery, Share, Story] } else { &[Card, Gallery, Share] };
    uses.extend(product.photos.first().map(|photo| (photo, face)));
    let variants = product.variants.iter().filter_map(|variant| variant.photo.as_ref());
    let gallery = product.photos.iter().skip(1).chain(variants);
    uses.extend(gallery.map(|photo| (photo, [Gallery].as_slice())));
    let steps = product.origin.iter().filter_map(|step| step.photo.as_ref());
    uses.extend(steps.map(|photo| (photo, [Card].as_slice())));
    uses
}

/// Most products that have a status picture of their own: a cooperative with a hundred would fill its host.
const PICTURED: usize = 4;

/// Products with a status picture: those with a photo, the ones that lead the catalogue first.
pub fn pictured_products(cooperative: &Cooperative) -> Vec<&Product> {
    let mut products: Vec<&Product> =
        cooperative.products.iter().filter(|product| !product.photos.is_empty()).collect();
    products.sort_by_key(|product| !product.featured);
    products.truncate(PICTURED);
    products
}

/// The same file with another focus or quality is another picture.
fn key_of(photo: &PhotoUse, shape: PhotoShape) -> String {
    format!("{}|{}|{:?}|{:?}", photo.path, shape.name(), photo.focus, photo.quality)
}

fn stem_of(path: &str) -> String {
    let file = path.rsplit('/').next().unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let short: String = stem.chars().take(32).collect();
    Slug::from_name(&short).map_or_else(|| "foto".to_owned(), |slug| slug.as_str().to_owned())
}

/// Portraits, logos, and cards in a list are 5 to 7rem wide: a phone with 1.75 pixels for each of the screen's
/// needs no more.
const PORTRAIT_PX: u32 = 200;

/// What is made of a photo for a shape: no wider than any page shows it.
fn renditions(
    facts: &PhotoFacts,
    photo: &PhotoUse,
    shape: PhotoShape,
    settings: &PhotoSettings,
) -> Renditions {
    let mut settings = settings.clone();
    settings.widths_px.retain(|width| *width <= shape.widest_px());
    let is_small = matches!(shape, PhotoShape::Square | PhotoShape::Card);
    if is_small && settings.widths_px.first().is_some_and(|width| *width > PORTRAIT_PX) {
        settings.widths_px.insert(0, PORTRAIT_PX);
    }
    settings.formats.retain(|format| *format != RenditionFormat::Jpeg);
    choose_renditions(facts, photo, shape.shape(), &settings, GROUND)
}

/// What shows through transparent parts of a photo: the paper of a card, near enough in light and dark.
const GROUND: [u8; 3] = [0xff, 0xfd, 0xf9];

impl PhotoShelf {
    /// The recipes that the pages need, by the photo's path in the folder.
    pub fn recipes_by_photo(&self) -> BTreeMap<String, Vec<Recipe>> {
        let mut recipes: BTreeMap<String, Vec<Recipe>> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for shown in self.shown.values() {
            let Some(path) = self.paths.get(&shown.source) else { continue };
            for recipe in shown.renditions.iter() {
                if seen.insert(recipe.key()) {
                    recipes.entry(path.clone()).or_default().push(recipe.clone());
                }
            }
        }
        recipes
    }

    /// Paths of the photos that are shown, each once.
    pub fn photos(&self) -> BTreeSet<&String> {
        self.paths.values().collect()
    }

    /// True if no page shows a photo.
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }

    /// With what the pixels say of each photo, once they have been decoded.
    #[must_use]
    pub fn with_looks(mut self, looks: BTreeMap<SourceHash, PhotoLook>) -> Self {
        self.looks = looks;
        self
    }

    /// A photo in a shape; `None` if it is missing or faulty. Without an alt text of its own it is called by
    /// `name`.
    pub fn picture(
        &self,
        photo: &PhotoUse,
        shape: PhotoShape,
        name: &str,
        language: Language,
    ) -> Option<PictureView> {
        let shown = self.shown.get(&key_of(photo, shape))?;
        let fallback = shown.renditions.fallback();
        let sources = shown
            .renditions
            .recipes
            .iter()
            .filter(|(format, _)| **format != RenditionFormat::Jpeg)
            .map(|(format, recipes)| SourceView {
                mime: format.mime(),
                files: recipes
                    .iter()
                    .map(|recipe| FileView { src: file_of(recipe, &shown.stem), width: recipe.width_px })
                    .collect(),
            })
            .collect();
        Some(PictureView {
            src: file_of(fallback, &shown.stem),
            width: fallback.width_px,
            height: fallback.height_px,
            is_tall: shown.shape == PhotoShape::Tall,
            alt: photo.alt.as_ref().map_or(name, |alt| alt.get(language)).to_owned(),
            sizes: self.sizes.get(&shown.shape).cloned().unwrap_or_else(|| "100vw".to_owned()),
            sources,
            // Behind a photo with holes its colour would stay to be seen.
            tone: self.look(shown).map(tone_class),
        })
    }

    /// How a photo looks that nothing shows through.
    fn look(&self, shown: &Shown) -> Option<&PhotoLook> {
        self.looks.get(&shown.source).filter(|look| look.is_opaque)
    }

    /// The rendition that a card shows of a photo.
    pub fn card_photo(&self, photo: &PhotoUse) -> Option<Recipe> {
        self.ingredient(photo, PhotoShape::Share)
    }

    /// The rendition that a status picture shows of a photo.
    pub fn story_photo(&self, photo: &PhotoUse) -> Option<Recipe> {
        self.ingredient(photo, PhotoShape::Story)
    }

    fn ingredient(&self, photo: &PhotoUse, shape: PhotoShape) -> Option<Recipe> {
        Some(self.shown.get(&key_of(photo, shape))?.renditions.fallback().clone())
    }

    /// The rules that paint photos blurred, before they are there.
    pub fn tone_css(&self) -> String {
        let looks = self.shown.values().filter_map(|shown| self.look(shown));
        let rules: BTreeSet<String> = looks
            .map(|look| format!(".{}{{background:{} {}}}", tone_class(look), look.blur, look.colour))
            .collect();
        rules.into_iter().collect()
    }

    /// Claims every rendition below a cooperative's root: `foto/…`, or `<slug>/foto/…`.
    pub fn claim(&self, root: &str, plan: &mut Plan, findings: &mut Findings) {
        for shown in self.shown.values().filter(|shown| !shown.shape.is_ingredient()) {
            for recipe in shown.renditions.iter() {
                let path = SitePath::new(format!("{root}{}", file_of(recipe, &shown.stem)));
                plan.claim(path, Output::Rendition(recipe.clone()), findings);
            }
        }
    }
}

fn file_of(recipe: &Recipe, stem: &str) -> String {
    routes::photo(recipe.file_name(stem))
}

/// A class name that follows from what it paints.
fn tone_class(look: &PhotoLook) -> String {
    let hash = blake3::hash(format!("{}{}", look.colour, look.blur).as_bytes());
    format!("t{}", &hash.to_hex()[..6])
}
