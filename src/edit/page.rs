//! One page of this interface around its content, and the heads that every answer has.

use axum::body::Body;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;

use super::html::Html;
use super::pairs::Pairs;
use super::safety::Session;
use super::shared::Shared;
use super::words;
use crate::http;
use crate::model::Language;

/// Nothing but our own, and no page of another site around it.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' blob: data:; connect-src \
    'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Who asks, and in which language.
pub(super) struct Ask {
    pub(super) session: Session,
    pub(super) language: Language,
    /// True if it comes from this machine.
    pub(super) is_local: bool,
    /// The address without what follows a question mark.
    pub(super) address: String,
    /// What follows it.
    pub(super) query: Pairs,
}

/// What is answered.
pub(super) enum Reply {
    Page(StatusCode, Html),
    Moved(String),
    Json(serde_json::Value),
    Response(Box<Response>),
}

impl Reply {
    /// As it is sent.
    pub(super) fn into_response(self) -> Response {
        match self {
            Self::Page(status, html) => {
                let head =
                    Response::builder().status(status).header(CONTENT_TYPE, "text/html; charset=utf-8");
                http::finish(head, Body::from(html.into_bytes()))
            }
            Self::Moved(to) => http::finish(
                Response::builder().status(StatusCode::SEE_OTHER).header(LOCATION, to),
                Body::empty(),
            ),
            Self::Json(value) => {
                let head = Response::builder().header(CONTENT_TYPE, "application/json");
                http::finish(head, Body::from(value.to_string()))
            }
            Self::Response(response) => *response,
        }
    }
}

/// The heads that every answer has but a shown page of the site.
pub(super) fn guarded(mut response: Response) -> Response {
    let fixed = [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_FRAME_OPTIONS, "DENY"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // Not `no-referrer`: browsers then hide where a form comes from.
        (REFERRER_POLICY, "same-origin"),
    ];
    for (name, value) in fixed {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response.headers_mut().entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// A page for somebody who was let in. `trail` are the pages above it.
pub(super) fn page(
    shared: &Shared,
    ask: &Ask,
    title: &str,
    trail: &[(String, String)],
    main: &Html,
) -> Reply {
    let mut body = Html::new();
    menu(&mut body, shared, ask);
    body.open("main", &[("id", "isi"), ("tabindex", "-1")]).raw("\n");
    if !trail.is_empty() {
        body.open("nav", &[("class", "jejak"), ("aria-label", words::BACK.say(ask.language))]).raw("<ol>\n");
        for (to, text) in trail {
            body.raw("<li>").link(to, text).raw("</li>\n");
        }
        body.raw("</ol></nav>\n");
    }
    body.element("h1", &[], title).add(main).close("main");
    Reply::Page(StatusCode::OK, document(ask.language, title, &body))
}

/// A page for anybody: it has no menu.
pub(super) fn bare_page(status: StatusCode, language: Language, title: &str, main: &Html) -> Reply {
    let mut body = Html::new();
    body.open("main", &[("id", "isi")]).element("h1", &[], title).add(main).close("main");
    Reply::Page(status, document(language, title, &body))
}

fn document(language: Language, title: &str, body: &Html) -> Html {
    let mut html = Html::new();
    html.raw("<!DOCTYPE html>\n")
        .open("html", &[("lang", language.tag())])
        .raw("\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    let whole_title = format!("{title} – {}", words::APP.say(language));
    html.element("title", &[], &whole_title);
    html.raw("<link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"/aset/sunting.css\">\n");
    html.raw("<script src=\"/aset/sunting.js\" defer></script>\n</head>\n<body>\n");
    html.add(body).raw("</body>\n</html>\n");
    html
}

fn menu(html: &mut Html, shared: &Shared, ask: &Ask) {
    let language = ask.language;
    html.element("a", &[("class", "langsung"), ("href", "#isi")], words::SKIP.say(language));
    html.raw("<header>\n").open("nav", &[("aria-label", words::PARTS.say(language))]).raw("<ul>\n");
    let mut entries = vec![("/", words::HOME), ("/setelan/isi/", words::SETTINGS)];
    if shared.live.names().len() > 1 {
        entries.push(("/kantor/", words::OFFICE));
    }
    entries.extend([("/riwayat", words::HISTORY), ("/terbitkan", words::PUBLISH)]);
    if ask.is_local {
        entries.push(("/ponsel", words::PHONE));
    }
    for (to, word) in entries {
        html.raw("<li>");
        let mut attributes = vec![("href", to)];
        if ask.address == to {
            attributes.push(("aria-current", "page"));
        }
        html.element("a", &attributes, word.say(language)).raw("</li>\n");
    }
    html.raw("</ul></nav>\n");
    html.open("nav", &[("class", "bahasa"), ("aria-label", words::LANGUAGES.say(language))]).raw("<ul>\n");
    for other in Language::ALL.into_iter().filter(|other| *other != language) {
        let to = format!("{}?bahasa={}", http::escaped_address(&ask.address), other.tag());
        html.raw("<li>");
        html.element(
            "a",
            &[("href", &to), ("lang", other.tag()), ("hreflang", other.tag())],
            other.own_name(),
        );
        html.raw("</li>\n");
    }
    html.raw("</ul></nav>\n</header>\n");
}
