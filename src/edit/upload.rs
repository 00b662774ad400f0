//! Forms with files: what was sent, in memory and within a limit.

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest as _, Multipart};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, Request};

use super::pairs::Pairs;
use super::shared::Shared;

/// What a form takes besides its file, in bytes.
const AROUND_BYTES: usize = 64 * 1024;
/// Files of one form.
const MOST_FILES: usize = 20;

/// A file as it was sent. Its name is the sender's, and no path of ours.
#[derive(Debug, Clone)]
pub(super) struct Upload {
    pub(super) name: String,
    pub(super) bytes: Bytes,
}

/// The largest form with a file, in bytes.
pub(super) fn limit(shared: &Shared) -> usize {
    let photo = usize::try_from(shared.settings().limits.photo_bytes).unwrap_or(usize::MAX);
    photo.saturating_add(AROUND_BYTES)
}

/// Values and files of a form; `None` for what is no such form.
pub(super) async fn parse(headers: &HeaderMap, bytes: Bytes) -> Option<(Pairs, Vec<Upload>)> {
    let mut request = Request::new(Body::from(bytes));
    request.headers_mut().insert(CONTENT_TYPE, headers.get(CONTENT_TYPE)?.clone());
    // The limit was held before.
    request.extensions_mut().insert(axum::extract::DefaultBodyLimit::disable());
    let mut parts = Multipart::from_request(request, &()).await.ok()?;
    let (mut pairs, mut files) = (Pairs::default(), Vec::new());
    while let Some(part) = parts.next_field().await.ok()? {
        let name = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(str::to_owned) {
            Some(file_name) => {
                let bytes = part.bytes().await.ok()?;
                // Nothing was chosen.
                if !(bytes.is_empty() && file_name.is_empty()) && files.len() < MOST_FILES {
                    files.push(Upload { name: file_name, bytes });
                }
            }
            None => pairs.push(&name, part.text().await.ok()?),
        }
    }
    Some((pairs, files))
}
