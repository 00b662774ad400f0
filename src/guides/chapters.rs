//! Which pages a guide becomes.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::markdown::Section;
use crate::model::Slug;
use crate::routes;

/// A guide of more bytes is divided: its page would take more than a phone should have to load at once. Of prose, 32 KB
/// are 10 KB on their way.
const MOST_BYTES: usize = 32 * 1024;
/// Bytes of a part of it: a table has three times as many in HTML, of which 11 KB are on their way.
const PART_BYTES: usize = 21 * 1024;
/// Bytes that make no part of their own: a heading, and a sentence below it.
const LEAST_BYTES: usize = 512;

/// Anchors that the page itself has.
const TAKEN_IDS: [&str; 4] = ["isi", "kata", "bagian-lain", "di-halaman-ini"];

/// The pages of one guide, and where its headings are.
pub(super) struct Outline {
    pub(super) chapters: Vec<ChapterPlan>,
    /// Number of the chapter, and the attribute `id` there, empty at its top; by anchor in the text.
    pub(super) anchors: BTreeMap<String, (usize, String)>,
}

/// One page of a guide before it is made.
pub(super) struct ChapterPlan {
    pub(super) address: String,
    pub(super) title: String,
    pub(super) sections: Range<usize>,
    /// True if the heading of its first section is shown below the title.
    pub(super) has_heading: bool,
    /// By how many levels its headings are higher than in the text.
    pub(super) lift: u8,
}

impl ChapterPlan {
    /// Sections with a heading on the page.
    pub(super) fn shown(&self, sections: &[Section]) -> Range<usize> {
        let skipped = usize::from(!self.has_heading).min(sections.len());
        self.sections.start + skipped..self.sections.end
    }
}

impl Outline {
    /// Divides a guide, by its name in addresses.
    pub(super) fn of(name: &str, sections: &[Section]) -> Self {
        let has_title = title_section(sections).is_some();
        let mut chapters: Vec<ChapterPlan> = Vec::new();
        for part in divided(sections) {
            let chapter = match chapters.len() {
                0 => ChapterPlan {
                    address: routes::guide(name),
                    title: String::new(),
                    sections: part,
                    has_heading: !has_title,
                    lift: 0,
                },
                _ => below(name, sections, part, &chapters),
            };
            chapters.push(chapter);
        }
        number_titles(&mut chapters);
        let mut anchors = BTreeMap::new();
        for (number, chapter) in chapters.iter().enumerate() {
            for (at, section) in chapter.sections.clone().zip(&sections[chapter.sections.clone()]) {
                let is_top = at == chapter.sections.start && !chapter.has_heading;
                let id = if is_top { String::new() } else { id_of(&section.anchor) };
                anchors.insert(section.anchor.clone(), (number, id));
            }
        }
        Self { chapters, anchors }
    }
}

/// The words of the heading at a guide's top.
pub(super) fn title_of(sections: &[Section]) -> Option<String> {
    title_section(sections).map(|at| sections[at].words.clone()).filter(|title| !title.is_empty())
}

/// A page for one heading of a long guide.
fn below(name: &str, sections: &[Section], part: Range<usize>, above: &[ChapterPlan]) -> ChapterPlan {
    let heading = &sections[part.start];
    let is_continued = heading.level > 2;
    let title = match above.last() {
        Some(last) if is_continued => last.title.clone(),
        _ => heading.words.clone(),
    };
    let slug = Slug::from_name(&title).map_or_else(|| "bagian".to_owned(), |slug| slug.as_str().to_owned());
    let is_taken = |address: &str| above.iter().any(|other| other.address == address);
    let mut address = routes::guide_part(name, &slug);
    for number in 2.. {
        if !is_taken(&address) {
            break;
        }
        address = routes::guide_part(name, format!("{slug}-{number}"));
    }
    ChapterPlan { address, title, sections: part, has_heading: is_continued, lift: 1 }
}

/// Chapters of one heading are told apart by numbers: `Types (1)`, `Types (2)`.
fn number_titles(chapters: &mut [ChapterPlan]) {
    let titles: Vec<String> = chapters.iter().map(|chapter| chapter.title.clone()).collect();
    for (at, chapter) in chapters.iter_mut().enumerate().skip(1) {
        let same = |title: &&String| **title == titles[at];
        if titles.iter().filter(same).count() > 1 {
            let number = titles[..=at].iter().filter(same).count();
            chapter.title = format!("{} ({number})", titles[at]);
        }
    }
}

/// Where the title of a guide is: its first heading, if it is of the first level and nothing stands above it.
fn title_section(sections: &[Section]) -> Option<usize> {
    let is_title = sections.get(1).is_some_and(|section| section.level == 1) && sections[0].bytes == 0;
    is_title.then_some(1)
}

/// The sections of each page.
fn divided(sections: &[Section]) -> Vec<Range<usize>> {
    let start = title_section(sections).unwrap_or(0);
    let bytes = |part: &Range<usize>| sections[part.clone()].iter().map(|it| it.bytes).sum::<usize>();
    let whole = start..sections.len();
    if bytes(&whole) <= MOST_BYTES {
        return vec![whole];
    }
    let mut parts = Vec::new();
    let mut begins = start;
    for at in start + 1..=sections.len() {
        if at == sections.len() || sections[at].level <= 2 {
            parts.extend(pieces_of(sections, begins..at));
            begins = at;
        }
    }
    parts
}

/// A part that is too long in runs of its headings of the third level.
fn pieces_of(sections: &[Section], part: Range<usize>) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let (mut begins, mut held) = (part.start, 0);
    let ends = |at: usize| (at + 1..part.end).find(|next| sections[*next].level <= 3).unwrap_or(part.end);
    let mut at = part.start;
    while at < part.end {
        let end = ends(at);
        let bytes: usize = sections[at..end].iter().map(|section| section.bytes).sum();
        if held > LEAST_BYTES && held + bytes > PART_BYTES {
            pieces.push(begins..at);
            (begins, held) = (at, 0);
        }
        held += bytes;
        at = end;
    }
    pieces.push(begins..part.end);
    pieces
}

/// The attribute `id` of a heading: its anchor, unless the page has one of that name itself.
pub(super) fn id_of(anchor: &str) -> String {
    let is_free = anchor.starts_with(char::is_alphanumeric) && !TAKEN_IDS.contains(&anchor);
    if is_free { anchor.to_owned() } else { format!("b-{anchor}") }
}

/// Longest word that a dot makes an abbreviation, in characters: `mis.`
const ABBREVIATION_CHARS: usize = 3;

/// A text up to the end of its first sentence: a mark behind a word that is no abbreviation, a space and a capital
/// letter.
pub(super) fn first_sentence(text: &str) -> &str {
    let mut ends = text.match_indices(['.', '!', '?']).filter(|(at, mark)| {
        let (before, after) = (&text[..*at], &text[at + mark.len()..]);
        let word = before.rsplit(' ').next().unwrap_or_default();
        let is_word = *mark != "." || word.chars().count() > ABBREVIATION_CHARS;
        is_word && after.strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_uppercase))
    });
    ends.next().map_or(text, |(at, mark)| &text[..at + mark.len()])
}
