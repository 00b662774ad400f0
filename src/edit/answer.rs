//! One request to one answer: whether it is let in, what it asks for, and who answers it.

use std::sync::Arc;
use std::time::Instant;

use anyhow::Result;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, Request, StatusCode};
use axum::response::Response;

use super::html::Html;
use super::page::{Ask, Reply, bare_page, guarded};
use super::pairs::Pairs;
use super::routing::{self, Posted};
use super::safety::{Session, Token, Tried, cookie};
use super::shared::Shared;
use super::words;
use super::{compared, events, preview};
use crate::failure::Failure;
use crate::http::{self, Content, address_of};
use crate::model::Language;

/// Largest form, in bytes: 500 products with all that they have.
const FORM_BYTES: usize = 4 * 1024 * 1024;

const STYLES: &[u8] = include_bytes!("sunting.css");
const SCRIPT: &[u8] = include_bytes!("sunting.js");

/// Keeps the language that somebody chose.
const LANGUAGE_COOKIE: &str = "etalase-bahasa";

/// Any address.
pub(super) async fn answer(State(shared): State<Arc<Shared>>, request: Request<Body>) -> Response {
    let (parts, body) = request.into_parts();
    let Some(address) = address_of(parts.uri.path()) else {
        return guarded(http::plain(StatusCode::NOT_FOUND, "not found\n"));
    };
    for (prefix, is_before) in [(preview::BELOW, false), (preview::BEFORE, true)] {
        if let Some(below) = address.strip_prefix(&prefix[1..]) {
            let below = below.to_owned();
            return show_page(shared, below, is_before, parts).await;
        }
    }
    if !shared.safety.is_ours(&parts.method, &parts.headers) {
        return guarded(http::plain(StatusCode::FORBIDDEN, "forbidden\n"));
    }
    if let Some(content) = asset(&address) {
        let mut response = guarded(http::respond(content, &parts.method, &parts.headers));
        response
            .headers_mut()
            .insert(axum::http::header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        return response;
    }
    let session = shared.safety.session(&parts.headers);
    let Some(session) = session else {
        return guarded(come_in(&shared, &address, &parts, body).await);
    };
    if address == "kabar" {
        return guarded(events::events(shared));
    }
    let (language, chosen) = language_of(&shared, &parts);
    let ask = Ask {
        language,
        is_local: !session.is_phone,
        session,
        address: format!("/{address}"),
        query: Pairs::parse(parts.uri.query().unwrap_or_default()),
    };
    let mut response = guarded(ask_for(&shared, ask, &parts, body).await);
    if let Some(tag) = chosen {
        let kept = format!("{LANGUAGE_COOKIE}={tag}; Path=/; SameSite=Strict");
        response.headers_mut().extend(HeaderValue::from_str(&kept).ok().map(|kept| (SET_COOKIE, kept)));
    }
    response
}

/// A page of the site, for whoever knows where pages are shown.
async fn show_page(shared: Arc<Shared>, below: String, is_before: bool, parts: Parts) -> Response {
    let is_read = matches!(parts.method, Method::GET | Method::HEAD);
    let host = parts.headers.get(axum::http::header::HOST).and_then(|host| host.to_str().ok());
    let is_own = host.is_some_and(|host| shared.safety.is_own_host(host));
    let page = below.strip_prefix(&*shared.safety.preview).and_then(|rest| rest.strip_prefix('/'));
    let (true, true, Some(page)) = (is_read, is_own, page.map(str::to_owned)) else {
        return guarded(http::plain(StatusCode::NOT_FOUND, "not found\n"));
    };
    let worker = Arc::clone(&shared);
    let shown = tokio::task::spawn_blocking(move || {
        let kept = is_before.then(|| compared::kept_at(&worker, &page)).flatten();
        preview::answer(&worker, &page, kept.as_deref(), &parts.method, &parts.headers)
    });
    finished(&shared, shown.await, &below)
}

/// What came of work in the background.
fn finished(
    shared: &Shared,
    outcome: std::result::Result<Result<Response>, tokio::task::JoinError>,
    address: &str,
) -> Response {
    let error = match outcome {
        Ok(Ok(response)) => return response,
        Ok(Err(error)) => error,
        Err(_) => Failure::OwnFaultAt(address.to_owned()).into(),
    };
    shared.audience.failed(&error);
    guarded(http::plain(StatusCode::INTERNAL_SERVER_ERROR, "internal error\n"))
}

fn asset(address: &str) -> Option<Content> {
    let (mime, bytes) = match address {
        "aset/sunting.css" => ("text/css; charset=utf-8", STYLES),
        "aset/sunting.js" => ("text/javascript; charset=utf-8", SCRIPT),
        _ => return None,
    };
    Some(Content { status: StatusCode::OK, mime, bytes: bytes.to_vec() })
}

/// The language that somebody chose now, before, or the site's first; and the one to be kept.
fn language_of(shared: &Shared, parts: &Parts) -> (Language, Option<&'static str>) {
    let query = Pairs::parse(parts.uri.query().unwrap_or_default());
    if let Some(language) = query.get("bahasa").and_then(Language::from_tag) {
        return (language, Some(language.tag()));
    }
    let kept = cookie(&parts.headers, LANGUAGE_COOKIE).and_then(Language::from_tag);
    (kept.unwrap_or_else(|| shared.settings().first_language()), None)
}

// ---- for whoever was not let in yet ----

async fn come_in(shared: &Arc<Shared>, address: &str, parts: &Parts, body: Body) -> Response {
    let (language, _) = language_of(shared, parts);
    let outcome = match (address, &parts.method) {
        ("masuk", &Method::GET) => {
            let query = Pairs::parse(parts.uri.query().unwrap_or_default());
            shared.safety.open_by_link(query.get("kode").unwrap_or_default()).map(|session| {
                if session.is_some() {
                    shared.audience.next_address(&shared.way_in());
                }
                (session, None)
            })
        }
        ("masuk", &Method::POST) if shared.options.is_open_to_phones => {
            let Ok(bytes) = axum::body::to_bytes(body, 1024).await else {
                return http::plain(StatusCode::PAYLOAD_TOO_LARGE, "too large\n");
            };
            let pairs = Pairs::parse(&String::from_utf8_lossy(&bytes));
            let tried = shared.safety.open_by_phone(pairs.get("kode").unwrap_or_default(), Instant::now());
            tried.map(|tried| match tried {
                Tried::Opened(session) => (Some(session), None),
                Tried::Wrong(left) => (None, Some(words::WRONG_CODE.with(language, left))),
                Tried::WornOut => (None, Some(words::WORN_OUT.say(language).to_owned())),
            })
        }
        _ => Ok((None, None)),
    };
    match outcome {
        Ok((Some(session), _)) => let_in(shared, &session),
        Ok((None, note)) => closed(shared, language, note.as_deref()).into_response(),
        Err(error) => {
            shared.audience.failed(&error);
            http::plain(StatusCode::INTERNAL_SERVER_ERROR, "internal error\n")
        }
    }
}

fn let_in(shared: &Shared, session: &Session) -> Response {
    let mut response = Reply::Moved("/".to_owned()).into_response();
    let kept = HeaderValue::from_str(&shared.safety.cookie(session)).ok();
    response.headers_mut().extend(kept.map(|kept| (SET_COOKIE, kept)));
    response
}

fn closed(shared: &Shared, language: Language, note: Option<&str>) -> Reply {
    let mut html = Html::new();
    if let Some(note) = note {
        html.element("p", &[("role", "alert"), ("class", "kabar")], note);
    }
    html.element("p", &[], words::CLOSED_NOTE.say(language));
    if shared.options.is_open_to_phones {
        html.raw("<form method=\"post\" action=\"/masuk\" class=\"lembar\"><div class=\"isian\">");
        html.element("label", &[("for", "kode")], words::PHONE_CODE.say(language));
        let field = [
            ("id", "kode"),
            ("name", "kode"),
            ("inputmode", "numeric"),
            ("autocomplete", "one-time-code"),
            ("maxlength", "12"),
        ];
        html.open("input", &field).raw("</div><p class=\"simpan\">");
        html.element("button", &[], words::ENTER.say(language)).raw("</p></form>\n");
    }
    bare_page(StatusCode::FORBIDDEN, language, words::CLOSED.say(language), &html)
}

// ---- for whoever was ----

async fn ask_for(shared: &Arc<Shared>, ask: Ask, parts: &Parts, body: Body) -> Response {
    let posted = match parts.method {
        Method::GET | Method::HEAD => Ok(None),
        Method::POST => take_in(shared, &ask, &parts.headers, body).await.map(Some),
        _ => return http::plain(StatusCode::METHOD_NOT_ALLOWED, "method not allowed\n"),
    };
    let posted = match posted {
        Ok(posted) => posted,
        Err(reply) => return reply.into_response(),
    };
    let worker = Arc::clone(shared);
    let address = ask.address.clone();
    let is_head = parts.method == Method::HEAD;
    let outcome = tokio::task::spawn_blocking(move || {
        routing::answer(&worker, &ask, posted.as_ref()).map(Reply::into_response)
    });
    let mut response = finished(shared, outcome.await, address.trim_start_matches('/'));
    if is_head {
        *response.body_mut() = Body::empty();
    }
    response
}

/// Reads a form, and looks whether it may be taken.
async fn take_in(shared: &Shared, ask: &Ask, headers: &HeaderMap, body: Body) -> Result<Posted, Reply> {
    let is_multipart = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("multipart/form-data"));
    let limit = if is_multipart { super::upload::limit(shared) } else { FORM_BYTES };
    let too_large = || {
        let text = words::TOO_LARGE.with(ask.language, limit / 1024 / 1024);
        bare_page(StatusCode::PAYLOAD_TOO_LARGE, ask.language, &text, &Html::new())
    };
    let said: Option<usize> =
        headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if said.is_some_and(|said| said > limit) {
        return Err(too_large());
    }
    let bytes = axum::body::to_bytes(body, limit).await.map_err(|_| too_large())?;
    let (pairs, files) = if is_multipart {
        super::upload::parse(headers, bytes).await.ok_or_else(|| strange(ask))?
    } else {
        (Pairs::parse(&String::from_utf8_lossy(&bytes)), Vec::new())
    };
    let token = pairs.get("@kunci").unwrap_or_default();
    match shared.safety.look_at(&ask.session, ask.address.trim_start_matches('/'), token) {
        Token::Strange => Err(strange(ask)),
        token => Ok(Posted { is_spent: token == Token::Spent, pairs, files }),
    }
}

fn strange(ask: &Ask) -> Reply {
    let mut html = Html::new();
    html.raw("<p>").link("/", words::HOME.say(ask.language)).raw("</p>");
    bare_page(StatusCode::FORBIDDEN, ask.language, words::STRANGE_FORM.say(ask.language), &html)
}
