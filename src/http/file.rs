//! One file to one answer: its type, its tag, the part of it that was asked for.

use axum::body::Body;
use axum::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, ETAG, HOST, IF_NONE_MATCH,
    IF_RANGE, RANGE, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::response::Response;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::host::{is_of_own_network, parse_host};
use crate::fingerprint::Fingerprint;

/// What cannot stand in the path of an address as it is. Source: RFC 3986, 3.3.
const RESERVED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// What is sent, before the request's conditions and ranges are applied.
pub(crate) struct Content {
    pub(crate) status: StatusCode,
    pub(crate) mime: &'static str,
    pub(crate) bytes: Vec<u8>,
}

/// The address below the site's root that a request's path means; `None` for one that means nothing.
pub(crate) fn address_of(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.strip_prefix('/')?.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
            16 * digit(rest.next()?)? + digit(rest.next()?)?
        } else {
            byte
        });
    }
    let address = String::from_utf8(bytes).ok()?;
    let folder = address.strip_suffix('/').unwrap_or(&address);
    let is_sound = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', '\0']);
    (address.is_empty() || folder.split('/').all(is_sound)).then_some(address)
}

/// An address as it stands in a link.
pub(crate) fn escaped_address(address: &str) -> impl std::fmt::Display + '_ {
    utf8_percent_encode(address, RESERVED)
}

/// Applies conditions and ranges, and says what it is.
pub(crate) fn respond(content: Content, method: &Method, headers: &HeaderMap) -> Response {
    let Content { status, mime, bytes } = content;
    let tag = format!("\"{}\"", Fingerprint::of(&bytes));
    let asked = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let mut response = Response::builder()
        .header(CACHE_CONTROL, "no-cache")
        .header(ETAG, &tag)
        .header(X_CONTENT_TYPE_OPTIONS, "nosniff");
    let is_known = asked(IF_NONE_MATCH).is_some_and(|known| known == "*" || known.contains(&tag));
    if status == StatusCode::OK && is_known {
        return finish(response.status(StatusCode::NOT_MODIFIED), Body::empty());
    }
    response = response.header(CONTENT_TYPE, mime).header(ACCEPT_RANGES, "bytes");
    let total = bytes.len();
    let wanted = asked(RANGE)
        .filter(|_| status == StatusCode::OK && asked(IF_RANGE).is_none_or(|known| known == tag))
        .and_then(|range| parse_range(range, total));
    let (status, bytes) = match wanted {
        None => (status, bytes),
        Some(Part::Outside) => {
            response = response.header(CONTENT_RANGE, format!("bytes */{total}"));
            (StatusCode::RANGE_NOT_SATISFIABLE, Vec::new())
        }
        Some(Part::Bytes { first, last }) => {
            response = response.header(CONTENT_RANGE, format!("bytes {first}-{last}/{total}"));
            (StatusCode::PARTIAL_CONTENT, bytes[first..=last].to_vec())
        }
    };
    response = response.status(status).header(CONTENT_LENGTH, bytes.len());
    finish(response, if *method == Method::HEAD { Body::empty() } else { Body::from(bytes) })
}

/// A part of a file.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    /// From the first to the last byte, both included.
    Bytes { first: usize, last: usize },
    /// Behind the end of the file.
    Outside,
}

/// The part that a `Range` header asks for. `None` if it asks for several or is not understood: then the whole
/// file is sent. Source: RFC 9110, 14.2.
fn parse_range(typed: &str, total: usize) -> Option<Part> {
    let (first, last) = typed.strip_prefix("bytes=")?.split_once('-')?;
    let number = |digits: &str| digits.parse::<usize>().ok();
    if first.is_empty() {
        let count = number(last)?.min(total);
        return Some(match count {
            0 => Part::Outside,
            count => Part::Bytes { first: total - count, last: total - 1 },
        });
    }
    let first = number(first)?;
    let last = if last.is_empty() { usize::MAX } else { number(last)? };
    if last < first {
        return None;
    }
    Some(if first >= total { Part::Outside } else { Part::Bytes { first, last: last.min(total - 1) } })
}

/// Where a request of a stranger leads, by its path and headers, and with which status ten bytes would be sent there.
/// `None` for what is refused before. For fuzzing.
pub fn try_request(path: &str, headers: &[(&str, &str)]) -> Option<(String, u16)> {
    let mut asked = HeaderMap::new();
    for (name, value) in headers {
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse::<HeaderValue>()) {
            asked.insert(name, value);
        }
    }
    let host = asked.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let (name, _) = parse_host(host);
    let address = address_of(path).filter(|_| is_of_own_network(name))?;
    let content = Content { status: StatusCode::OK, mime: mime_of(&address), bytes: b"0123456789".to_vec() };
    let status = respond(content, &Method::GET, &asked).status();
    Some((address, status.as_u16()))
}

/// A few words.
pub(crate) fn plain(status: StatusCode, text: &'static str) -> Response {
    let response = Response::builder().status(status).header(CONTENT_TYPE, "text/plain; charset=utf-8");
    finish(response.header(CACHE_CONTROL, "no-store"), Body::from(text))
}

/// A head with its body.
pub(crate) fn finish(response: axum::http::response::Builder, body: Body) -> Response {
    response.body(body).unwrap_or_else(|_| Response::new(Body::empty()))
}

fn ending(path: &str) -> &str {
    path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, ending)| ending)
}

/// True for a page.
pub(crate) fn is_html(path: &str) -> bool {
    ending(path) == "html"
}

/// What browsers are told that a file is. Source: IANA's list of media types.
pub(crate) fn mime_of(path: &str) -> &'static str {
    match ending(path) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "atom" => "application/atom+xml; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "svg" => "image/svg+xml",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "jpg" => "image/jpeg",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_as_browsers_ask_for_them() {
        let bytes = |first, last| Some(Part::Bytes { first, last });
        assert_eq!(parse_range("bytes=0-3", 10), bytes(0, 3));
        assert_eq!(parse_range("bytes=4-", 10), bytes(4, 9));
        assert_eq!(parse_range("bytes=-3", 10), bytes(7, 9));
        assert_eq!(parse_range("bytes=-30", 10), bytes(0, 9));
        assert_eq!(parse_range("bytes=8-99", 10), bytes(8, 9));
        assert_eq!(parse_range("bytes=10-", 10), Some(Part::Outside));
        assert_eq!(parse_range("bytes=-0", 10), Some(Part::Outside));
        for whole in ["bytes=3-2", "bytes=0-1,4-5", "items=0-1", "bytes=x-", "bytes=-"] {
            assert_eq!(parse_range(whole, 10), None, "{whole}");
        }
    }

    #[test]
    fn an_address_stays_inside_the_site() {
        assert_eq!(address_of("/").as_deref(), Some(""));
        assert_eq!(address_of("/kpc/produk/susu%20segar/").as_deref(), Some("kpc/produk/susu segar/"));
        for outside in [
            "/../etalase.yaml",
            "/%2e%2e/x",
            "/kpc/.git/config",
            "//x",
            "/a//b",
            "/a%5cb",
            "/%ff",
            "/%4",
            "x",
        ] {
            assert_eq!(address_of(outside), None, "{outside}");
        }
    }
}
