//! Pages of the site beside their forms. They lie below a part of the address that nobody can guess, and are shown as
//! strangers: their scripts can reach neither our pages nor their cookies.

use axum::body::Body;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_SECURITY_POLICY, LOCATION, REFERRER_POLICY};
use axum::http::{HeaderMap, HeaderValue, Method, Response as Head, StatusCode};
use axum::response::Response;

use super::document::Document;
use super::entries;
use super::shared::Shared;
use super::shown::Shown;
use crate::http::{self, Content};
use crate::live::{Kept, Shown as Page};
use crate::model::Slug;
use crate::routes;

/// Where pages of the site are shown.
pub(super) const BELOW: &str = "/lihat/";
/// Where they are shown as they were before what is not published.
pub(super) const BEFORE: &str = "/sebelum/";

/// Strangers to us, in no frame but ours.
const POLICY: &str = "sandbox allow-scripts; frame-ancestors 'self'";

/// The address of the page that shows what stands at a place.
pub(super) fn address(shared: &Shared, shown: &Shown, place: &str) -> String {
    let home = shown.document.cooperative().map_or_else(String::new, |slug| shared.live.home_of(slug));
    let page = page_of(shown, place).map(|page| format!("{home}{page}"));
    let is_there = |page: &String| matches!(shared.live.show(page), Ok(Page::File { .. }));
    at(shared, &page.filter(is_there).unwrap_or(home))
}

/// An address of the site, to be shown.
pub(super) fn at(shared: &Shared, page: &str) -> String {
    format!("{BELOW}{}/{}", shared.safety.preview, http::escaped_address(page))
}

/// The same as it was.
pub(super) fn before(shared: &Shared, page: &str) -> String {
    format!("{BEFORE}{}/{}", shared.safety.preview, http::escaped_address(page))
}

fn page_of(shown: &Shown, place: &str) -> Option<String> {
    if let Document::Story(_, stem) = &shown.document {
        return stem.as_deref().and_then(Slug::from_name).map(|slug| routes::story(slug.as_str()));
    }
    let (item, _) = place.split_once(']')?;
    let item = format!("{item}]");
    let value = shown.value(&item)?;
    let name = |key: &str| entries::text_at(value, key).and_then(Slug::from_name);
    match item.split('[').next() {
        Some("produk") => Some(routes::product(name("id").or_else(|| name("nama"))?.as_str())),
        Some("anggota_ukm") => Some(routes::member(name("id")?.as_str())),
        _ => None,
    }
}

/// Answers with a page or file of the site. `below` is the address without its unguessable part; `kept` are the pages
/// that are asked for as they were.
pub(super) fn answer(
    shared: &Shared,
    below: &str,
    kept: Option<&Kept>,
    method: &Method,
    headers: &HeaderMap,
) -> anyhow::Result<Response> {
    let content = |status, path: &str, bytes| Content { status, mime: http::mime_of(path), bytes };
    let shown = kept.map_or_else(|| shared.live.show(below), |kept| kept.show(&shared.live, below))?;
    let moved = |to: &str| moved(&if kept.is_some() { before(shared, to) } else { at(shared, to) });
    let content = match shown {
        Page::File { path, bytes } => content(StatusCode::OK, &path, bytes),
        Page::Nothing(Some(bytes)) => content(StatusCode::NOT_FOUND, routes::NOT_FOUND, bytes),
        Page::Folder => return Ok(moved(&format!("{below}/"))),
        Page::Moved(to) => return Ok(moved(&to)),
        Page::Nothing(None) => return Ok(http::plain(StatusCode::NOT_FOUND, "\n")),
        Page::Broken => return Ok(http::plain(StatusCode::INTERNAL_SERVER_ERROR, "\n")),
    };
    let mut response = http::respond(content, method, headers);
    for (name, value) in [
        (CONTENT_SECURITY_POLICY, POLICY),
        // Strangers ask across origins, even for a script of the same folder.
        (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (REFERRER_POLICY, "no-referrer"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    Ok(response)
}

fn moved(to: &str) -> Response {
    http::finish(Head::builder().status(StatusCode::FOUND).header(LOCATION, to), Body::empty())
}
