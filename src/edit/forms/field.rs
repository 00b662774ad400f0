//! One field for one value, by what belongs there.

use crate::edit::document::Document;
use crate::edit::entries::{Entry, Leaf, is_filled, is_on_one_line};
use crate::edit::html::{Attribute, Html};
use crate::edit::notes;
use crate::edit::pairs::Pairs;
use crate::edit::told::Told;
use crate::edit::words::{self, sentence};
use crate::finding::Finding;
use crate::keys::{HOURS, Key, Shape};
use crate::model::Language;

/// How the fields of a form are drawn.
pub(in crate::edit) struct Fields<'f> {
    pub(in crate::edit) language: Language,
    pub(in crate::edit) document: &'f Document,
    pub(in crate::edit) told: &'f Told,
    /// What was sent and not saved.
    pub(in crate::edit) sent: Option<&'f Pairs>,
    /// True for something that does not stand in the file yet: lists in it come later.
    pub(in crate::edit) is_new: bool,
    /// True for the keys of a whole file: groups have pages of their own.
    pub(in crate::edit) is_whole: bool,
}

/// The name of a field in links of a page.
pub(super) fn id_of(place: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '_' | '-') { c } else { '-' };
    format!("f-{}", place.chars().map(plain).collect::<String>())
}

impl Fields<'_> {
    /// Every field of a form.
    pub(in crate::edit) fn all(&self, html: &mut Html, entries: &[Entry]) {
        for entry in entries {
            self.entry(html, entry);
        }
    }

    fn entry(&self, html: &mut Html, entry: &Entry) {
        match entry {
            Entry::Value(leaf, translations) => {
                self.leaf(html, leaf);
                self.translations(html, translations);
            }
            Entry::Group { key, place, .. } if self.is_whole => {
                self.way(html, key, &self.document.form(place), None);
            }
            Entry::Group { key, place, entries } => self.group(html, key, place, entries),
            Entry::List { key, place, items } if !self.is_new => {
                self.way(html, key, &self.document.form(place), Some(items.len()));
            }
            Entry::Photos { key, place, count } if !self.is_new => {
                let to = format!("{}/foto/{}", self.document.address(), crate::http::escaped_address(place));
                self.way(html, key, &to, Some(*count));
            }
            Entry::List { .. } | Entry::Photos { .. } => {}
            Entry::Other { place, name, now } => self.other(html, place, name, now),
        }
    }

    /// A link to a page of its own.
    fn way(&self, html: &mut Html, key: &Key, to: &str, count: Option<usize>) {
        let meaning = sentence(words::meaning(key, self.language));
        html.raw("<p class=\"jalan\">");
        html.link(to, &meaning);
        if let Some(count) = count {
            html.text(&format!(" ({count})"));
        }
        html.raw("</p>\n");
    }

    fn group(&self, html: &mut Html, key: &Key, place: &str, entries: &[Entry]) {
        let has_finding =
            self.told.0.iter().any(|(at, _)| at.as_deref().is_some_and(|at| at.starts_with(place)));
        let is_open = is_filled(entries) || has_finding;
        let mut attributes = vec![("class", "kelompok")];
        if is_open {
            attributes.push(("open", ""));
        }
        let meaning = sentence(words::meaning(key, self.language));
        html.open("details", &attributes).element("summary", &[], &meaning);
        html.raw("<fieldset>\n").element("legend", &[("class", "tersembunyi")], &meaning);
        self.all(html, entries);
        if std::ptr::eq(key.shape.section().unwrap_or(&crate::keys::PROFILE), &raw const HOURS) {
            self.new_span(html, place);
        }
        html.raw("</fieldset>").close("details");
    }

    /// Opening hours of other days than the table has.
    pub(super) fn new_span(&self, html: &mut Html, place: &str) {
        for (name, word) in [("@hari", words::NEW_SPAN), ("@jam", words::NEW_HOURS)] {
            let name = crate::edit::place::below(place, name);
            let id = id_of(&name);
            let now = self.sent.and_then(|sent| sent.get(&name)).unwrap_or_default();
            html.raw("<div class=\"isian\">").element("label", &[("for", &id)], word.say(self.language));
            html.open("input", &[("id", &id), ("name", &name), ("value", now)]).close("div");
        }
    }

    fn translations(&self, html: &mut Html, leaves: &[Leaf]) {
        if leaves.is_empty() {
            return;
        }
        let is_used = |leaf: &Leaf| !leaf.now.is_empty() || self.findings(&leaf.place).next().is_some();
        let mut attributes = vec![("class", "terjemahan")];
        if leaves.iter().any(is_used) {
            attributes.push(("open", ""));
        }
        html.open("details", &attributes).element("summary", &[], words::TRANSLATED.say(self.language));
        for leaf in leaves {
            self.leaf(html, leaf);
        }
        html.close("details");
    }

    fn findings(&self, place: &str) -> impl Iterator<Item = &Finding> {
        let is_about = move |at: &str| {
            at.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('['))
        };
        self.told
            .0
            .iter()
            .filter(move |(at, _)| at.as_deref().is_some_and(is_about))
            .map(|(_, finding)| finding)
    }

    /// A key that the table does not have.
    fn other(&self, html: &mut Html, place: &str, name: &str, now: &str) {
        let id = id_of(place);
        let now = self.sent.and_then(|sent| sent.get(place)).unwrap_or(now);
        html.open("div", &[("class", "isian")]).element("label", &[("for", &id)], &name.replace('_', " "));
        let described = format!("t-{id}");
        let mut attributes = vec![("id", id.as_str()), ("name", place), ("value", now)];
        if self.findings(place).next().is_some() {
            attributes.extend([("aria-invalid", "true"), ("aria-describedby", described.as_str())]);
        }
        html.open("input", &attributes).raw("\n");
        self.said(html, place, &described);
        html.close("div");
    }

    fn said(&self, html: &mut Html, place: &str, id: &str) {
        html.open("div", &[("id", id), ("class", "kata")]);
        for finding in self.findings(place) {
            notes::one(html, finding, self.language, "");
        }
        html.close("div");
    }

    /// One value with its label, a hint and what is wrong with it.
    pub(super) fn leaf(&self, html: &mut Html, leaf: &Leaf) {
        let id = id_of(&leaf.place);
        let (hint_id, said_id) = (format!("h-{id}"), format!("t-{id}"));
        html.open("div", &[("class", "isian")]).raw("\n");
        let label = self.label(leaf);
        if leaf.is_odd {
            html.element("p", &[], &label).element(
                "p",
                &[("class", "petunjuk")],
                words::ODD.say(self.language),
            );
            html.close("div");
            return;
        }
        let is_bad = self.findings(&leaf.place).next().is_some();
        let described = if is_bad { format!("{hint_id} {said_id}") } else { hint_id.clone() };
        let mut common = vec![("name", leaf.place.as_str()), ("aria-describedby", described.as_str())];
        if is_bad {
            common.push(("aria-invalid", "true"));
        }
        if let Shape::Choices(known) = leaf.key.shape {
            self.checkboxes(html, leaf, known, &label, &id);
        } else {
            html.element("label", &[("for", &id)], &label);
            let now = self.sent.and_then(|sent| sent.get(&leaf.place)).unwrap_or(&leaf.now);
            common.push(("id", id.as_str()));
            widget(html, leaf.key, now, &common, self.language);
        }
        html.element("p", &[("class", "petunjuk"), ("id", &hint_id)], &hint(leaf.key, self.language));
        self.said(html, &leaf.place, &said_id);
        html.close("div");
    }

    fn label(&self, leaf: &Leaf) -> String {
        let meaning = sentence(words::meaning(leaf.key, self.language));
        match leaf.language {
            Some(other) => format!("{meaning} – {}", other.own_name()),
            None if leaf.key.needed => format!("{meaning} ({})", words::NEEDED.say(self.language)),
            None => meaning,
        }
    }

    fn checkboxes(
        &self,
        html: &mut Html,
        leaf: &Leaf,
        known: &'static [&'static str],
        label: &str,
        id: &str,
    ) {
        let now: Vec<&str> = match self.sent {
            Some(sent) if sent.get(&leaf.place).is_some() => sent.all(&leaf.place).collect(),
            _ => leaf.now.lines().collect(),
        };
        html.open("fieldset", &[("class", "pilihan"), ("id", id)]).element("legend", &[], label);
        // Without it nobody could tell none from not asked.
        html.hidden(&leaf.place, "");
        for word in known {
            let mut attributes = vec![("type", "checkbox"), ("name", leaf.place.as_str()), ("value", word)];
            if now.contains(word) {
                attributes.push(("checked", ""));
            }
            html.raw("<label>").open("input", &attributes).text(word).raw("</label>\n");
        }
        html.close("fieldset");
    }
}

/// What a value is typed into.
pub(super) fn widget(html: &mut Html, key: &Key, now: &str, common: &[Attribute<'_>], language: Language) {
    let with = |more: &[Attribute<'static>]| [common, more].concat();
    match key.shape {
        Shape::Choice(known) => select(html, known, now, common, language),
        Shape::Flag => {
            let now = if is_yes(now) { "ya" } else { now };
            select(html, &["ya", "tidak"], now, common, language);
        }
        Shape::Markdown => textarea(html, now, &with(&[("rows", "6")])),
        Shape::Texts(_) | Shape::Locals(_) => textarea(html, now, &with(&[("rows", "4")])),
        Shape::Qris => textarea(html, now, &with(&[("rows", "3"), ("spellcheck", "false")])),
        Shape::Date if is_like(now, "0000-00-00") => input(html, now, &with(&[("type", "date")])),
        Shape::DateTime if is_like(now, "0000-00-00 00:00") => {
            input(html, &now.replacen(' ', "T", 1), &with(&[("type", "datetime-local")]));
        }
        shape => {
            let mut attributes = with(&[("type", "text"), ("autocomplete", "off")]);
            attributes.extend(input_mode(shape).map(|mode| ("inputmode", mode)));
            input(html, now, &attributes);
        }
    }
}

fn input(html: &mut Html, now: &str, attributes: &[Attribute<'_>]) {
    html.open("input", &[attributes, &[("value", now)]].concat()).raw("\n");
}

fn textarea(html: &mut Html, now: &str, attributes: &[Attribute<'_>]) {
    // The line break that a browser leaves out at the beginning.
    html.open("textarea", attributes).raw("\n").text(now).close("textarea");
}

/// Words to choose from. One that is not among them stays as it was typed.
pub(super) fn select(
    html: &mut Html,
    known: &'static [&'static str],
    now: &str,
    attributes: &[Attribute<'_>],
    language: Language,
) {
    html.open("select", attributes).raw("\n");
    let strange = Some(now).filter(|now| !now.is_empty() && !known.contains(now));
    let none = [("", words::NOT_FILLED.say(language))];
    let all = none.into_iter().chain(strange.map(|now| (now, now))).chain(known.iter().map(|word| {
        let shown = match *word {
            "ya" => words::YES.say(language),
            "tidak" => words::NO.say(language),
            word => word,
        };
        (*word, shown)
    }));
    for (value, shown) in all {
        let mut option = vec![("value", value)];
        if value == now {
            option.push(("selected", ""));
        }
        html.element("option", &option, shown);
    }
    html.close("select");
}

fn is_yes(text: &str) -> bool {
    matches!(text.to_ascii_lowercase().as_str(), "ya" | "y" | "true" | "yes")
}

/// True for nothing, and for digits and marks where another text has them.
fn is_like(text: &str, form: &str) -> bool {
    let fits = |(c, wanted): (char, char)| if wanted == '0' { c.is_ascii_digit() } else { c == wanted };
    text.is_empty() || (text.len() == form.len() && text.chars().zip(form.chars()).all(fits))
}

/// The keys that a phone shows.
fn input_mode(shape: Shape) -> Option<&'static str> {
    Some(match shape {
        // Prices have dots.
        Shape::Rupiah | Shape::Percent | Shape::Coordinates | Shape::Focus | Shape::Region => "decimal",
        Shape::Number(..) | Shape::Year => "numeric",
        Shape::WhatsApp | Shape::Phone => "tel",
        Shape::Email => "email",
        Shape::Link => "url",
        _ => return None,
    })
}

/// An example, and how several are written.
fn hint(key: &Key, language: Language) -> String {
    let example = key.example.trim_matches('"');
    let example = example.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')).unwrap_or(example);
    let mut parts = Vec::new();
    if !example.is_empty() && !example.starts_with('{') {
        parts.push(words::EXAMPLE.with(language, example));
    }
    match key.shape {
        Shape::Texts(_) | Shape::Locals(_) => parts.push(words::ONE_A_LINE.say(language).to_owned()),
        Shape::Markdown => parts.push(words::MARKDOWN.say(language).to_owned()),
        Shape::Date => parts.push(words::YEAR_MONTH_DAY.say(language).to_owned()),
        shape if is_on_one_line(shape) => parts.push(words::WITH_COMMAS.say(language).to_owned()),
        _ => {}
    }
    parts.join("; ")
}
