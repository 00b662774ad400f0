//! Photos of one place: sent, turned upright, made smaller and freed of what they say of place and camera before they
//! are stored; described, and given the point that no crop may cut off.

use anyhow::Result;
use axum::http::StatusCode;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::http::{HeaderMap, HeaderValue, Method};

use super::document::Document;
use super::entries::{Entry, called, entries, items, leaves};
use super::findings;
use super::forms::field::Fields;
use super::forms::{frame, sent};
use super::html::Html;
use super::notes;
use super::page::{Ask, Reply, page};
use super::pairs::Pairs;
use super::place::{self, Spot, spot};
use super::save::{self, Saved, Wish};
use super::shared::{self, Shared};
use super::shown::{self, Shown, nothing};
use super::told::Told;
use super::upload::Upload;
use super::words;
use super::write;
use crate::amend::TypedValue;
use crate::finding::{Finding, Findings};
use crate::http::{self, Content};
use crate::keys::{CONSENT, PHOTO, Section};
use crate::model::Slug;
use crate::photo::{self, PhotoKind};
use crate::settings::Limits;

/// Keys of a photo that have a field here; the others are for those who write YAML.
const ASKED: [&str; 2] = ["alt", "izin"];
/// Parts of the names of fields for the point that no crop may cut off.
const ACROSS: &str = "@fokus-datar:";
const DOWN: &str = "@fokus-tegak:";
/// Where photos of a cooperative lie.
const FOLDER: &str = "foto";

/// The places of the photos at a place, and their files.
fn photos(shown: &Shown, at: &str) -> Vec<(String, String)> {
    let file = |value: &TypedValue| called(&PHOTO, value);
    match spot(shown.document.section(), at) {
        Some(Spot::Photos(_)) => {
            let all = items(shown.value(at)).iter().zip(1..);
            all.map(|(value, number)| (place::item(at, number), file(value))).collect()
        }
        Some(Spot::Photo(_)) => {
            let one = items(shown.value(at)).first();
            one.map(|value| (at.to_owned(), file(value))).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// True for a place of photos in a file that belongs to a cooperative.
fn is_place(document: &Document, at: &str) -> bool {
    let is_photo = matches!(spot(document.section(), at), Some(Spot::Photo(_) | Spot::Photos(_)));
    is_photo && document.cooperative().is_some()
}

fn address(document: &Document, at: &str) -> String {
    format!("{}/foto/{}", document.address(), http::escaped_address(at))
}

/// Shows the photos of a place.
///
/// # Errors
/// If the machine fails.
pub(super) fn show(
    shared: &Shared,
    ask: &Ask,
    document: &Document,
    at: &str,
    said: (&Told, Option<&Pairs>),
) -> Result<Reply> {
    if !is_place(document, at) {
        return Ok(nothing(ask));
    }
    let shown = match shown::read(shared, ask, document)? {
        Ok(shown) => shown,
        Err(reply) => return Ok(reply),
    };
    let (language, (told, sent)) = (ask.language, said);
    let mut html = Html::new();
    notes::saved(&mut html, shared, ask);
    notes::summary(&mut html, told, language, |_| None);
    let all = photos(&shown, at);
    let action = address(document, at);
    if !all.is_empty() {
        frame::open(&mut html, shared, ask, &action, shown.file.as_ref())?;
        html.raw("<ul class=\"foto\">\n");
        for (place, file) in &all {
            one(&mut html, ask, &shown, (place, file), (told, sent));
        }
        html.raw("</ul>\n");
        frame::close(&mut html, ask);
    }
    send(&mut html, shared, ask, &action, &shown)?;
    Ok(page(shared, ask, &shown.title(ask, at), &shown.trail(shared, ask, at), &html))
}

/// One photo with what is known of it.
fn one(
    html: &mut Html,
    ask: &Ask,
    shown: &Shown,
    (place, file): (&str, &str),
    (told, sent): (&Told, Option<&Pairs>),
) {
    let language = ask.language;
    let slug = shown.document.cooperative().unwrap_or_default();
    let source = format!("/k/{slug}/berkas/{}", http::escaped_address(file));
    html.raw("<li>").open("img", &[("src", &source), ("alt", file), ("loading", "lazy")]).raw("\n");
    html.element("p", &[], file);
    let fields = Fields { language, document: &shown.document, told, sent, is_new: false, is_whole: false };
    fields.all(html, &asked(shown, place));
    let (across, down) = focus(shown, place);
    for (prefix, word, now) in [(ACROSS, words::FOCUS_ACROSS, across), (DOWN, words::FOCUS_DOWN, down)] {
        let name = format!("{prefix}{place}");
        let now = sent.and_then(|sent| sent.get(&name)).map_or_else(|| now.to_string(), str::to_owned);
        html.raw("<div class=\"isian\"><label>").text(word.say(language));
        let range = [
            ("type", "range"),
            ("min", "0"),
            ("max", "100"),
            ("step", "5"),
            ("name", name.as_str()),
            ("value", now.as_str()),
        ];
        html.open("input", &range).raw("</label></div>\n");
    }
    let away = format!("{}/hapus/{}", shown.document.address(), http::escaped_address(place));
    html.raw("<p class=\"hapus\">").link(&away, words::REMOVE.say(language)).raw("</p></li>\n");
}

/// What is asked of a photo. One that is only named has nothing yet.
fn asked(shown: &Shown, place: &str) -> Vec<Entry> {
    let all = entries(&PHOTO, place, shown.value(place));
    let is_asked = |entry: &Entry| match entry {
        Entry::Value(leaf, _) => ASKED.contains(&leaf.key.name),
        Entry::Group { key, .. } => ASKED.contains(&key.name),
        _ => false,
    };
    all.into_iter().filter(is_asked).collect()
}

/// The point that no crop may cut off, in hundredths of width and height; the middle where nobody said.
fn focus(shown: &Shown, place: &str) -> (u32, u32) {
    let all = entries(&PHOTO, place, shown.value(place));
    let typed = leaves(&all).into_iter().find(|leaf| leaf.key.name == "fokus").map(|leaf| leaf.now.clone());
    let hundredths = |text: &str| {
        let (whole, part) = text.trim().split_once('.').unwrap_or((text.trim(), "0"));
        let part: u32 = format!("{part:0<2}").get(..2)?.parse().ok()?;
        Some(whole.parse::<u32>().ok()? * 100 + part)
    };
    let both = typed.as_deref().and_then(|typed| typed.split_once(','));
    both.and_then(|(x, y)| Some((hundredths(x)?, hundredths(y)?))).unwrap_or((50, 50))
}

fn send(html: &mut Html, shared: &Shared, ask: &Ask, action: &str, shown: &Shown) -> Result<()> {
    let language = ask.language;
    html.element("h2", &[], words::ADD_PHOTO.say(language));
    let form =
        [("method", "post"), ("action", action), ("enctype", "multipart/form-data"), ("class", "lembar")];
    html.open("form", &form);
    let name = shared::note(shared, shown.file.as_ref());
    frame::seal(html, shared, ask, action, &name)?;
    html.raw("<div class=\"isian\">").element("label", &[("for", "foto")], words::CHOOSE_PHOTO.say(language));
    let field = [
        ("type", "file"),
        ("id", "foto"),
        ("name", "foto"),
        // Phones turn their own kind into these by themselves.
        ("accept", "image/jpeg,image/png,image/webp"),
        ("aria-describedby", "h-foto"),
    ];
    let most = shared.settings().limits.photo_bytes / 1024 / 1024;
    html.open("input", &field);
    html.element("p", &[("class", "petunjuk"), ("id", "h-foto")], &words::PHOTO_NOTE.with(language, most));
    html.raw("</div>\n");
    for (name, section, key) in [("@alt", &PHOTO, "alt"), ("@izin", &CONSENT, "tanggal")] {
        text_field(html, ask, name, section, key);
    }
    frame::close(html, ask);
    Ok(())
}

fn text_field(html: &mut Html, ask: &Ask, name: &str, section: &'static Section, key: &str) {
    let Some(key) = section.key(key) else { return };
    let meaning = words::sentence(words::meaning(key, ask.language));
    html.raw("<div class=\"isian\">").element("label", &[("for", name)], &meaning);
    let kind = if key.name == "tanggal" { "date" } else { "text" };
    html.open("input", &[("type", kind), ("id", name), ("name", name)]).raw("</div>\n");
}

/// Takes in what was said of photos, or new ones.
///
/// # Errors
/// If the machine fails.
pub(super) fn take(
    shared: &Shared,
    ask: &Ask,
    document: &Document,
    at: &str,
    (pairs, files): (&Pairs, &[Upload]),
) -> Result<Reply> {
    if !is_place(document, at) {
        return Ok(nothing(ask));
    }
    let shown = match shown::read(shared, ask, document)? {
        Ok(shown) => shown,
        Err(reply) => return Ok(reply),
    };
    if !files.is_empty() {
        return add(shared, ask, &shown, at, (pairs, files));
    }
    let mut values = Vec::new();
    for (place, _) in photos(&shown, at) {
        values.extend(sent::changed(&asked(&shown, &place), pairs));
        let number = |prefix: &str| pairs.get(&format!("{prefix}{place}"))?.parse::<u32>().ok();
        if let Some(point) = number(ACROSS).zip(number(DOWN)).filter(|point| *point != focus(&shown, &place))
        {
            let part = |hundredths: u32| (f64::from(hundredths.min(100)) / 100.0).to_string();
            values.push((place::below(&place, "fokus"), format!("{}\n{}", part(point.0), part(point.1))));
        }
    }
    let base = pairs.get("@berkas").unwrap_or_default().to_owned();
    let wish = Wish { document: document.clone(), base, values, removed: Vec::new(), body: None };
    answer(shared, ask, &wish, at, pairs)
}

fn answer(shared: &Shared, ask: &Ask, wish: &Wish, at: &str, pairs: &Pairs) -> Result<Reply> {
    let address = address(&wish.document, at);
    if wish.values.is_empty() {
        return Ok(Reply::Moved(format!("{address}?simpan=0")));
    }
    Ok(match save::save(shared, wish)? {
        Saved::Written(number, _) => {
            shared.safety.spend(pairs.get("@kunci").unwrap_or_default());
            Reply::Moved(format!("{address}?simpan={number}"))
        }
        Saved::Unchanged => Reply::Moved(format!("{address}?simpan=0")),
        Saved::Refused(told) => return show(shared, ask, &wish.document, at, (&told, Some(pairs))),
        // Shown again with what was typed, beside what stands there now.
        Saved::Changed | Saved::Gone => {
            return show(shared, ask, &wish.document, at, (&Told::default(), Some(pairs)));
        }
    })
}

/// Stores photos and names them in the file; one that cannot be named there is not kept.
fn add(
    shared: &Shared,
    ask: &Ask,
    shown: &Shown,
    at: &str,
    (pairs, files): (&Pairs, &[Upload]),
) -> Result<Reply> {
    let limits = shared.settings().limits;
    let slug = shown.document.cooperative().unwrap_or_default();
    let folder = format!("content/{slug}/{FOLDER}");
    let mut cleaned = Vec::new();
    for file in files {
        match clean(file, &limits) {
            Ok(photo) => cleaned.push(photo),
            Err(finding) => {
                let told = Told::without_places(&Findings::from(vec![*finding]));
                return show(shared, ask, &shown.document, at, (&told, Some(pairs)));
            }
        }
    }
    let root = shared.site.root();
    let stem = stem(shown, at, files);
    let mut values = Vec::new();
    let mut stored = Vec::new();
    let next = items(shown.value(at)).len() + 1;
    let is_several = matches!(spot(shown.document.section(), at), Some(Spot::Photos(_)));
    for ((bytes, ending), number) in cleaned.iter().zip(next..) {
        let name = write::write_new(root, &folder, &stem, ending, bytes)?;
        let file = format!("{FOLDER}/{name}.{ending}");
        stored.push(format!("content/{slug}/{file}"));
        let place = if is_several { place::item(at, number) } else { at.to_owned() };
        values.extend(named(shown, &place, file, pairs));
        if !is_several {
            break;
        }
    }
    let base = shared::note(shared, shown.file.as_ref());
    let wish = Wish { document: shown.document.clone(), base, values, removed: Vec::new(), body: None };
    let reply = answer(shared, ask, &wish, at, pairs)?;
    if !matches!(reply, Reply::Moved(_)) {
        for path in &stored {
            write::remove(root, path)?;
        }
    }
    Ok(reply)
}

/// The values that name a photo, with what was said of it.
fn named(shown: &Shown, place: &str, file: String, pairs: &Pairs) -> Vec<(String, String)> {
    let said = [("alt", "@alt"), ("izin.tanggal", "@izin")].into_iter().filter_map(|(key, name)| {
        let text = pairs.get(name).map(str::trim).filter(|text| !text.is_empty())?;
        Some((place::below(place, key), text.to_owned()))
    });
    let mut values: Vec<(String, String)> = said.collect();
    let is_described = !values.is_empty() || matches!(shown.value(place), Some(TypedValue::Map(_)));
    let own = if is_described { place::below(place, "berkas") } else { place.to_owned() };
    values.insert(0, (own, file));
    values
}

/// What a photo's file is called: like what it shows.
fn stem(shown: &Shown, at: &str, files: &[Upload]) -> String {
    let above = place::above(at);
    let item = match (spot(shown.document.section(), above), shown.value(above)) {
        (Some(Spot::Keys(section)), Some(value)) if above.ends_with(']') => Some(called(section, value)),
        _ => None,
    };
    let sent = files.first().map(|file| file.name.rsplit(['/', '\\']).next().unwrap_or_default());
    let sent = sent.map(|name| name.rsplit_once('.').map_or(name, |(stem, _)| stem));
    let name = item.as_deref().and_then(Slug::from_name).or_else(|| sent.and_then(Slug::from_name));
    name.map_or_else(|| FOLDER.to_owned(), |slug| slug.as_str().to_owned())
}

/// A photo as it is stored, with the ending of its name: by its content, whatever its name says.
fn clean(file: &Upload, limits: &Limits) -> Result<(Vec<u8>, &'static str), Box<Finding>> {
    let shown = file.name.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown = if shown.is_empty() { FOLDER } else { shown };
    let facts = photo::read_facts(shown, &file.bytes, limits)?;
    let ending = match facts.kind {
        // A HEIC and an AVIF are kept as a JPEG.
        PhotoKind::Jpeg | PhotoKind::Heic | PhotoKind::Avif => "jpg",
        PhotoKind::Png => "png",
        PhotoKind::WebP => "webp",
        PhotoKind::Gif => return Err(Box::new(findings::gif_refused(shown))),
    };
    let bytes =
        photo::clean_original(&file.bytes, &facts, limits).map_err(|fault| Box::new(fault.finding(shown)))?;
    Ok((bytes, ending))
}

/// A photo of a cooperative as it lies in its folder.
///
/// # Errors
/// If the machine fails.
pub(super) fn original(shared: &Shared, ask: &Ask, slug: &str, path: &str) -> Result<Reply> {
    if !shared.live.names().iter().any(|name| name == slug) {
        return Ok(nothing(ask));
    }
    let limits = shared.settings().limits;
    let folder = shared.site.read_cooperative(slug, &limits, &mut Findings::new())?;
    if !folder.has_sound_photo(path) {
        return Ok(nothing(ask));
    }
    let bytes = shared.site.read_photo(slug, path)?;
    let content = Content { status: StatusCode::OK, mime: http::mime_of(path), bytes };
    let mut response = http::respond(content, &Method::GET, &HeaderMap::new());
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox"));
    Ok(Reply::Response(Box::new(response)))
}
