//! The form of `etalase.json` as JSON Schema (2020-12), for programs that are not ours. Says what `guard` accepts as
//! far as a schema can; a test holds it against a summary with every field.

use serde_json::{Map, Value, json};

use super::guard::{MAX_CHARS, MAX_ITEMS, MAX_NARROWER};
use super::record::SUMMARY_VERSION;
use super::spelling::{GROUP_WORDS, HELP_WORDS, KIND_WORDS, OPENING_WORDS};

/// A field of an object: its name, what belongs there, what it means, and whether it is always there.
type Field = (&'static str, Value, &'static str, bool);

/// The schema as text.
pub fn summary_schema() -> String {
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The summary of one cooperative",
        "description": "What a portal may know about a cooperative. Keys that are not named here are to be ignored. At most 65,536 bytes.",
        "type": "object",
        "properties": properties(fields()),
        "required": required(&fields()),
        "$defs": {
            "text": { "type": "string", "maxLength": MAX_CHARS },
            "words": {
                "description": "One text, or the text as it was written (`_`) with translations.",
                "anyOf": [
                    { "$ref": "#/$defs/text" },
                    {
                        "type": "object",
                        "properties": { "_": text(), "id": text(), "su": text(), "en": text() },
                        "required": ["_"],
                    },
                ],
            },
            "slug": { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 62 },
            "day": { "type": "string", "format": "date" },
            "moment": { "type": "string", "description": "On the clock of the site, without a zone: 2026-12-05T08:00:00" },
            "file": { "type": "string", "description": "Path from the address of the site", "pattern": "^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$", "maxLength": MAX_CHARS },
            "rupiah": { "type": "integer", "minimum": 0 },
            "photo": object(photo_fields()),
        },
    });
    format!("{schema:#}\n")
}

fn fields() -> Vec<Field> {
    vec![
        ("etalase", json!({ "const": SUMMARY_VERSION }), "version of this form", true),
        ("generator", text(), "program that wrote it", false),
        ("slug", slug(), "name of the cooperative's folder", true),
        ("old_slugs", list(&slug()), "names that the folder had before", false),
        ("name", text(), "full name", true),
        ("short_name", text(), "short name", false),
        ("slogan", words(), "one line", false),
        ("kind", one_of(KIND_WORDS), "kind by activity", false),
        ("group", one_of(GROUP_WORDS), "family of cooperatives", false),
        ("sharia", flag(), "true for a sharia cooperative", false),
        ("sectors", list(&text()), "lines of business", false),
        ("region", object(region_fields()), "where it is", false),
        ("coordinates", coordinates(), "latitude and longitude in degrees", false),
        ("whatsapp", json!({ "type": "string", "pattern": "^62[0-9]+$" }), "number that takes orders", false),
        ("cover", photo(), "photo at the top of its page", false),
        ("share", photo(), "preview picture in chats", false),
        ("member_count", count(), "number of members", false),
        ("products", object(products_fields()), "what it sells", false),
        ("outlets", list(&object(outlet_fields())), "services and units that are no goods", false),
        ("joining", object(joining_fields()), "what joining costs and gives", false),
        ("moved", list(&object(move_fields())), "products that had another address", false),
        ("openings", list(&object(opening_fields())), "places for pupils that are open", false),
        ("events", list(&object(event_fields())), "events that are not over", false),
        ("challenges", list(&object(challenge_fields())), "tasks for pupils that are open", false),
        ("stories", list(&object(story_fields())), "the latest stories", false),
        ("meeting", object(meeting_fields()), "the latest annual meeting", false),
        ("legal", object(legal_fields()), "which identifiers the profile states; never their numbers", false),
        (
            "register_number",
            json!({ "type": "string", "pattern": "^[0-9]{12,15}$" }),
            "number in the register of cooperatives, as the shop shows it",
            false,
        ),
        ("certificates_until", list(&day()), "last days of the products' certificates", false),
        ("completeness", object(completeness_fields()), "how much of a good page is there", false),
        ("updated", day(), "when the content was last brought up to date", false),
        (
            "languages",
            list(&json!({ "enum": ["id", "su", "en"] })),
            "languages of its pages, the first without a prefix",
            false,
        ),
    ]
}

fn region_fields() -> Vec<Field> {
    let code = json!({ "type": "string", "pattern": "^[0-9]{2}(\\.[0-9]{2}){0,2}$" });
    vec![
        ("code", code, "code of the Ministry of Home Affairs (Kemendagri)", true),
        ("regency", text(), "regency or city", true),
        ("district", text(), "district", false),
    ]
}

fn photo_fields() -> Vec<Field> {
    let narrower = vec![("file", file(), "path", true), ("width_px", pixels(), "width", true)];
    let narrower = json!({ "type": "array", "items": object(narrower), "maxItems": MAX_NARROWER });
    vec![
        ("file", file(), "path", true),
        ("width_px", pixels(), "width", true),
        ("height_px", pixels(), "height", true),
        ("narrower", narrower, "the same in fewer pixels, narrowest first", false),
    ]
}

fn products_fields() -> Vec<Field> {
    let prices = json!({ "type": "object", "additionalProperties": rupiah(), "maxProperties": MAX_ITEMS });
    vec![
        ("count", count(), "how many products", false),
        ("categories", list(&text()), "headings", false),
        ("shown", list(&object(product_fields())), "the first few; the address is produk/<slug>/", false),
        ("more", list(&text()), "names of the others", false),
        ("prices", prices, "price of each of the others by slug", false),
        ("priced_freshest", day(), "the latest day on which a price was confirmed", false),
        ("priced_oldest", day(), "the earliest", false),
        ("promo_until", day(), "last day of the promotion that ends first", false),
    ]
}

fn product_fields() -> Vec<Field> {
    vec![
        ("slug", slug(), "name in its address", true),
        ("name", words(), "name", true),
        ("price", rupiah(), "price of one unit, the lowest of several", false),
        ("from", flag(), "true if a variant costs more", false),
        ("unit", words(), "unit", false),
        ("minimum", count(), "smallest order, in units", false),
        ("photo", photo(), "photo on its card", false),
    ]
}

fn outlet_fields() -> Vec<Field> {
    vec![
        ("kind", slug(), "word of a known kind: pupuk", false),
        ("name", words(), "what it is called, where that is more", false),
    ]
}

fn joining_fields() -> Vec<Field> {
    vec![
        ("initial", rupiah(), "paid once", false),
        ("periodic", rupiah(), "paid each month", false),
        ("terms", list(&words()), "what is asked of a member", false),
        ("helps", list(&one_of(HELP_WORDS)), "with what it helps members' businesses", false),
    ]
}

fn move_fields() -> Vec<Field> {
    vec![("from", slug(), "name before", true), ("to", slug(), "name now", true)]
}

fn opening_fields() -> Vec<Field> {
    vec![
        ("slug", slug(), "its place is muda/#<slug>", true),
        ("title", words(), "what one does", true),
        ("kind", one_of(OPENING_WORDS), "which kind", false),
        ("fields", list(&text()), "school fields that fit", false),
        ("places", count(), "number of places", false),
        ("starts", day(), "first day of work", false),
        ("ends", day(), "last day of work", false),
        ("closes", day(), "last day to apply", false),
    ]
}

fn event_fields() -> Vec<Field> {
    let make_up = vec![
        ("starts", moment(), "start", true),
        ("ends", moment(), "end", false),
        ("place", text(), "place, if elsewhere", false),
    ];
    vec![
        ("title", words(), "what it is", true),
        ("starts", moment(), "start", true),
        ("ends", moment(), "end", false),
        ("place", text(), "place", false),
        ("make_up", object(make_up), "session for those who missed it", false),
    ]
}

fn challenge_fields() -> Vec<Field> {
    vec![
        ("title", words(), "in a few words", true),
        ("closes", day(), "last day", false),
        ("make_up", day(), "last day for those who missed it", false),
    ]
}

fn story_fields() -> Vec<Field> {
    vec![
        ("slug", slug(), "its address is cerita/<slug>/", true),
        ("title", text(), "title", true),
        ("date", day(), "day of writing", true),
        ("youth", flag(), "true if it is shown to pupils", false),
        ("photo", photo(), "photo at its top", false),
    ]
}

fn meeting_fields() -> Vec<Field> {
    vec![
        ("book_year", json!({ "type": "integer" }), "the year it was about", true),
        ("date", day(), "the day", true),
    ]
}

fn legal_fields() -> Vec<Field> {
    vec![
        ("entity", flag(), "badan hukum", false),
        ("cooperative", flag(), "NIK koperasi", false),
        ("business", flag(), "NIB", false),
        ("tax", flag(), "NPWP", false),
    ]
}

fn completeness_fields() -> Vec<Field> {
    vec![
        ("score", json!({ "type": "integer", "minimum": 0, "maximum": 100 }), "of 100", false),
        ("missing", list(&text()), "keys of the profile, the weightiest first", false),
    ]
}

/// An object of fields. Others may be there.
fn object(fields: Vec<Field>) -> Value {
    json!({ "type": "object", "required": required(&fields), "properties": properties(fields) })
}

fn properties(fields: Vec<Field>) -> Map<String, Value> {
    let property = |(name, mut schema, meaning, _): Field| {
        if !meaning.is_empty() {
            schema["description"] = json!(meaning);
        }
        (name.to_owned(), schema)
    };
    fields.into_iter().map(property).collect()
}

fn required(fields: &[Field]) -> Vec<&'static str> {
    fields.iter().filter(|(.., is_needed)| *is_needed).map(|(name, ..)| *name).collect()
}

/// One of these words. A newer program may know more; whoever reads one that is not known leaves it out.
fn one_of(words: &[&str]) -> Value {
    json!({ "type": "string", "examples": words })
}

fn list(of: &Value) -> Value {
    json!({ "type": "array", "items": of, "maxItems": MAX_ITEMS })
}

fn defined(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn text() -> Value {
    defined("text")
}

fn words() -> Value {
    defined("words")
}

fn slug() -> Value {
    defined("slug")
}

fn day() -> Value {
    defined("day")
}

fn moment() -> Value {
    defined("moment")
}

fn file() -> Value {
    defined("file")
}

fn photo() -> Value {
    defined("photo")
}

fn rupiah() -> Value {
    defined("rupiah")
}

fn flag() -> Value {
    json!({ "type": "boolean" })
}

fn count() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}

fn pixels() -> Value {
    json!({ "type": "integer", "minimum": 1, "maximum": 20_000 })
}

fn coordinates() -> Value {
    json!({ "type": "array", "items": { "type": "number" }, "minItems": 2, "maxItems": 2 })
}
