//! One request to one answer: files of the site, and the pages that only a preview has.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::header::{ALLOW, CONTENT_SECURITY_POLICY, HOST, LOCATION, X_FRAME_OPTIONS};
use axum::http::{HeaderMap, HeaderValue, Method, Request, StatusCode, Uri};
use axum::response::Response;

use super::preview;
use super::shared::Shared;
use crate::failure::Failure;
use crate::http::{
    Content, address_of, escaped_address, finish, is_html, is_localhost_or_number, is_of_own_network,
    mime_of, parse_host, plain, respond,
};
use crate::live::Shown;
use crate::routes;

/// A worker that removes itself and what it has kept: one that an earlier visit to this address has left behind
/// would hide every change.
const NO_WORKER: &str = "addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) await caches.delete(name);
  await registration.unregister();
})()));
";

/// Any address that is not the server's own.
pub(super) async fn answer(State(shared): State<Arc<Shared>>, request: Request<Body>) -> Response {
    let (parts, _) = request.into_parts();
    if !is_welcome(&shared, &parts.headers) {
        return plain(StatusCode::FORBIDDEN, "forbidden\n");
    }
    if !matches!(parts.method, Method::GET | Method::HEAD) {
        let mut response = plain(StatusCode::METHOD_NOT_ALLOWED, "method not allowed\n");
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    let Some(address) = address_of(parts.uri.path()) else {
        return plain(StatusCode::NOT_FOUND, "not found\n");
    };
    let worker = Arc::clone(&shared);
    let asked = address.clone();
    let shown = tokio::task::spawn_blocking(move || content(&worker, &asked)).await;
    match shown {
        Ok(Ok(Answer::Content(content))) => respond(content, &parts.method, &parts.headers),
        Ok(Ok(Answer::Redirect(to))) => redirect(&to, &parts.uri),
        Ok(Err(error)) => {
            shared.audience.failed(&error);
            plain(StatusCode::INTERNAL_SERVER_ERROR, "internal error\n")
        }
        Err(_) => {
            shared.audience.failed(&Failure::OwnFaultAt(address).into());
            plain(StatusCode::INTERNAL_SERVER_ERROR, "internal error\n")
        }
    }
}

/// The script that follows changes, with its words.
pub(super) async fn own_script(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Response {
    let bytes = preview::script(shared.options.language).into_bytes();
    respond(
        Content { status: StatusCode::OK, mime: "text/javascript; charset=utf-8", bytes },
        &Method::GET,
        &headers,
    )
}

enum Answer {
    Content(Content),
    Redirect(String),
}

/// What is at an address. Works a cooperative out if it has to, so it may take a while.
fn content(shared: &Shared, address: &str) -> anyhow::Result<Answer> {
    let page = |status, html: &str| {
        let bytes = preview::follow(html).html.into_bytes();
        Answer::Content(Content { status, mime: "text/html; charset=utf-8", bytes })
    };
    Ok(match shared.live.show(address)? {
        Shown::File { path, .. } if path.rsplit('/').next() == Some(routes::WORKER) => {
            let bytes = NO_WORKER.as_bytes().to_vec();
            Answer::Content(Content { status: StatusCode::OK, mime: mime_of(&path), bytes })
        }
        Shown::File { path, bytes } if is_html(&path) => {
            page(StatusCode::OK, &String::from_utf8_lossy(&bytes))
        }
        Shown::File { path, bytes } => {
            Answer::Content(Content { status: StatusCode::OK, mime: mime_of(&path), bytes })
        }
        Shown::Folder => Answer::Redirect(format!("{address}/")),
        Shown::Moved(to) => Answer::Redirect(to),
        Shown::Nothing(Some(html)) => page(StatusCode::NOT_FOUND, &String::from_utf8_lossy(&html)),
        Shown::Nothing(None) => page(StatusCode::NOT_FOUND, &preview::nothing_page(shared.options.language)),
        Shown::Broken => {
            let findings = shared.live.findings(address);
            page(StatusCode::INTERNAL_SERVER_ERROR, &preview::broken_page(&findings, shared.options.language))
        }
    })
}

/// What a browser that shows an address has to know of it.
pub(super) fn state(shared: &Shared, address: &str) -> anyhow::Result<preview::State> {
    let shown = shared.live.show(address)?;
    let findings = shared.live.findings(address);
    let language = shared.options.language;
    let html = match shown {
        Shown::File { bytes, .. } | Shown::Nothing(Some(bytes)) => {
            String::from_utf8_lossy(&bytes).into_owned()
        }
        Shown::Nothing(None) => preview::nothing_page(language),
        Shown::Broken => preview::broken_page(&findings, language),
        Shown::Folder | Shown::Moved(_) => String::new(),
    };
    Ok(preview::State::of(&html, &findings, language))
}

/// A page of another site must not read the preview through a name that it lets point here: whoever asks for this
/// machine names it by its number or as `localhost`, from its network also by a name that only the network knows.
pub(super) fn is_welcome(shared: &Shared, headers: &HeaderMap) -> bool {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let (name, _) = parse_host(host);
    if shared.options.address.is_loopback() { is_localhost_or_number(name) } else { is_of_own_network(name) }
}

/// Shows a preview in no frame of a stranger.
pub(super) async fn unframed(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static("frame-ancestors 'self'"));
    headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("SAMEORIGIN"));
    response
}

/// Never kept by browsers: what is a folder now may be a page tomorrow.
fn redirect(to: &str, asked: &Uri) -> Response {
    let query = asked.query().map(|query| format!("?{query}")).unwrap_or_default();
    let location = format!("/{}{query}", escaped_address(to));
    finish(Response::builder().status(StatusCode::FOUND).header(LOCATION, location), Body::empty())
}
