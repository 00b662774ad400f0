//! The form for one place of a file: its keys, or the list that it is.

use anyhow::Result;

use super::conflict::{self, Goal};
use super::field::{Fields, id_of};
use super::frame::{close, open};
use super::{list, sent};
use crate::edit::document::Document;
use crate::edit::entries::{self, Entry, leaves};
use crate::edit::html::Html;
use crate::edit::notes;
use crate::edit::page::{Ask, Reply, page};
use crate::edit::pairs::Pairs;
use crate::edit::place::{self, Spot, spot};
use crate::edit::preview;
use crate::edit::save::{self, Saved, Wish, body_of};
use crate::edit::shared::{self, Shared};
use crate::edit::shown::{Shown, nothing, read, read_file};
use crate::edit::told::{BODY, Told};
use crate::edit::words::{self, Word};
use crate::keys::{HOURS, Section};

/// What a form has to say besides what stands in the file.
#[derive(Default)]
pub(in crate::edit) struct Said<'s> {
    pub(in crate::edit) told: Told,
    pub(in crate::edit) sent: Option<&'s Pairs>,
    pub(in crate::edit) note: Option<Word>,
}

/// Shows the form for a place.
///
/// # Errors
/// If the machine fails.
pub(in crate::edit) fn show(
    shared: &Shared,
    ask: &Ask,
    document: &Document,
    place: &str,
    said: &Said<'_>,
) -> Result<Reply> {
    let shown = match read(shared, ask, document)? {
        Ok(shown) => shown,
        Err(reply) => return Ok(reply),
    };
    match spot(document.section(), place) {
        Some(Spot::Keys(section)) if is_next_to_something(&shown, place) => {
            keys_page(shared, ask, &shown, section, place, said)
        }
        Some(Spot::List(_, section)) => Ok(list::page_of(shared, ask, &shown, section, place)),
        Some(Spot::Value(..)) => Ok(Reply::Moved(document.form(place::above(place)))),
        Some(Spot::Photo(_) | Spot::Photos(_)) => {
            Ok(Reply::Moved(format!("{}/foto/{}", document.address(), crate::http::escaped_address(place))))
        }
        _ => Ok(nothing(ask)),
    }
}

/// True for what stands in the file, and for an item right behind the last.
fn is_next_to_something(shown: &Shown, place: &str) -> bool {
    let Some(rest) = place.strip_suffix(']') else { return true };
    let Some((list, number)) = rest.rsplit_once('[') else { return false };
    let count = entries::items(shown.value(list)).len();
    number.parse::<usize>().is_ok_and(|number| number <= count + 1)
}

fn keys_page(
    shared: &Shared,
    ask: &Ask,
    shown: &Shown,
    section: &'static Section,
    place: &str,
    said: &Said<'_>,
) -> Result<Reply> {
    let language = ask.language;
    let entries = shown.entries(section, place);
    let mut html = Html::new();
    notes::saved(&mut html, shared, ask);
    if let Some(note) = said.note {
        notes::say(&mut html, note, language);
    }
    notes::summary(&mut html, &said.told, language, |at| field_for(&entries, at));
    let is_new = shown.value(place).is_none();
    let fields = Fields {
        language,
        document: &shown.document,
        told: &said.told,
        sent: said.sent,
        is_new,
        is_whole: place.is_empty() && !matches!(shown.document, Document::Story(..) | Document::Event(_)),
    };
    html.raw("<div class=\"berdua\">\n");
    open(&mut html, shared, ask, &shown.document.form(place), shown.file.as_ref())?;
    fields.all(&mut html, &entries);
    if std::ptr::eq(section, &raw const HOURS) {
        fields.new_span(&mut html, place);
    }
    if let Document::Story(..) = shown.document {
        body(&mut html, shown, ask, said);
    }
    close(&mut html, ask);
    beside(&mut html, shared, ask, shown, place);
    html.raw("</div>\n");
    removal_way(&mut html, ask, shown, place, is_new);
    Ok(page(shared, ask, &shown.title(ask, place), &shown.trail(shared, ask, place), &html))
}

/// The field that shows what a finding is about, if it is on this page.
fn field_for(entries: &[Entry], at: &str) -> Option<String> {
    let is_about =
        |place: &str| at.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('['));
    let leaf = leaves(entries).into_iter().find(|leaf| is_about(&leaf.place)).map(|leaf| id_of(&leaf.place));
    leaf.or_else(|| (at == BODY).then(|| id_of(BODY)))
}

fn body(html: &mut Html, shown: &Shown, ask: &Ask, said: &Said<'_>) {
    let now = shown.file.as_ref().map_or("", |file| body_of(&file.text));
    let now = said.sent.and_then(|sent| sent.get(BODY)).unwrap_or(now);
    let id = id_of(BODY);
    html.open("div", &[("class", "isian")]).element("label", &[("for", &id)], words::BODY.say(ask.language));
    let attributes =
        [("id", id.as_str()), ("name", BODY), ("rows", "16"), ("aria-describedby", "h-isi t-isi")];
    html.open("textarea", &attributes).raw("\n").text(now).close("textarea");
    html.element("p", &[("class", "petunjuk"), ("id", "h-isi")], words::MARKDOWN.say(ask.language));
    html.raw("<div id=\"t-isi\" class=\"kata\">");
    for finding in said.told.at(BODY) {
        notes::one(html, finding, ask.language, "");
    }
    html.raw("</div>").close("div");
}

/// The real page beside the form.
fn beside(html: &mut Html, shared: &Shared, ask: &Ask, shown: &Shown, place: &str) {
    let address = preview::address(shared, shown, place);
    let title = words::PREVIEW.say(ask.language);
    html.open("aside", &[("class", "lihat"), ("aria-label", title)]);
    let frame = [
        ("src", address.as_str()),
        ("title", title),
        ("sandbox", "allow-scripts"),
        ("loading", "lazy"),
        ("data-lihat", ""),
    ];
    html.open("iframe", &frame).close("iframe").close("aside");
}

fn removal_way(html: &mut Html, ask: &Ask, shown: &Shown, place: &str, is_new: bool) {
    let is_own_file = place.is_empty() && matches!(shown.document, Document::Story(..) | Document::Event(_));
    if is_new || !(place.ends_with(']') || is_own_file) || shown.file.is_none() {
        return;
    }
    let to = format!("{}/hapus/{}", shown.document.address(), crate::http::escaped_address(place));
    html.raw("<p class=\"hapus\">").link(&to, words::REMOVE.say(ask.language)).raw("</p>\n");
}

/// What a form for a place wants to be different, against the text that it was made from.
///
/// # Errors
/// If the machine fails.
pub(in crate::edit) fn wish(
    shared: &Shared,
    ask: &Ask,
    document: &Document,
    place: &str,
    pairs: &Pairs,
) -> Result<Result<Wish, Reply>> {
    let base = pairs.get("@berkas").unwrap_or_default().to_owned();
    let shown = match shared::recall(shared, &base) {
        Some(file) => read_file(shared, ask, document, Some(file)),
        None if base.is_empty() => Ok(Shown { document: document.clone(), file: None, typed: None }),
        None => read(shared, ask, document)?,
    };
    let shown = match shown {
        Ok(shown) => shown,
        Err(reply) => return Ok(Err(reply)),
    };
    let Some(Spot::Keys(section)) = spot(document.section(), place) else { return Ok(Err(nothing(ask))) };
    let mut values = sent::changed(&shown.entries(section, place), pairs);
    if std::ptr::eq(section, &raw const HOURS) {
        values.extend(sent::new_span(place, pairs));
    }
    let now = shown.file.as_ref().map_or("", |file| body_of(&file.text));
    let is_kept = pairs.get(&format!("{}{BODY}", sent::CHOICE)) == Some(sent::THEIRS);
    let body = pairs.get(BODY).filter(|body| body.trim() != now && !is_kept).map(str::to_owned);
    Ok(Ok(Wish { document: document.clone(), base, values, removed: Vec::new(), body }))
}

/// Takes in a form for a place.
///
/// # Errors
/// If the machine fails.
pub(in crate::edit) fn take(
    shared: &Shared,
    ask: &Ask,
    document: &Document,
    place: &str,
    pairs: &Pairs,
) -> Result<Reply> {
    let wish = match wish(shared, ask, document, place, pairs)? {
        Ok(wish) => wish,
        Err(reply) => return Ok(reply),
    };
    if wish.values.is_empty() && wish.body.is_none() {
        return Ok(Reply::Moved(format!("{}?simpan=0", document.form(place))));
    }
    match save::save(shared, &wish)? {
        Saved::Written(number, document) => {
            shared.safety.spend(pairs.get("@kunci").unwrap_or_default());
            Ok(Reply::Moved(format!("{}?simpan={number}", document.form(place))))
        }
        Saved::Unchanged => Ok(Reply::Moved(format!("{}?simpan=0", document.form(place)))),
        Saved::Refused(told) => {
            show(shared, ask, document, place, &Said { told, sent: Some(pairs), note: None })
        }
        Saved::Changed | Saved::Gone => conflict::show(shared, ask, &wish, &Goal::Form(place), &[]),
    }
}

/// What would be wrong with a form; nothing is written.
///
/// # Errors
/// If the machine fails.
pub(in crate::edit) fn try_out(
    shared: &Shared,
    ask: &Ask,
    document: &Document,
    place: &str,
    pairs: &Pairs,
) -> Result<Told> {
    match wish(shared, ask, document, place, pairs)? {
        Ok(wish) => save::try_out(shared, &wish),
        Err(_) => Ok(Told::default()),
    }
}
