//! What open pages are told: one stream of events for each, about the page that it shows.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::sse::Event;
use axum::response::{IntoResponse, Response};
use tokio::sync::mpsc;

use super::answer;
use super::shared::Shared;
use crate::http;

/// `?/kpc/produk/susu/`: what follows the question mark is the path of the page that asks.
pub(super) async fn events(State(shared): State<Arc<Shared>>, headers: HeaderMap, uri: Uri) -> Response {
    let address = uri.query().and_then(http::address_of);
    let (Some(address), true) = (address, answer::is_welcome(&shared, &headers)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let (sender, receiver) = mpsc::channel(4);
    tokio::spawn(tell(shared, address, sender));
    http::event_stream(receiver)
}

/// Tells at once how the page is now, then after every change.
async fn tell(shared: Arc<Shared>, address: String, sender: mpsc::Sender<Event>) {
    let mut changes = shared.changes.subscribe();
    let mut is_ending = shared.is_ending.subscribe();
    let _open = shared.note_open(address.clone());
    while !*is_ending.borrow() {
        let number = *changes.borrow_and_update();
        let (worker, asked) = (Arc::clone(&shared), address.clone());
        match tokio::task::spawn_blocking(move || answer::state(&worker, &asked)).await {
            Ok(Ok(state)) => {
                let event = Event::default().event("keadaan").id(number.to_string()).data(state.to_json());
                if sender.send(event).await.is_err() {
                    return;
                }
            }
            Ok(Err(error)) => shared.audience.failed(&error),
            Err(_) => return,
        }
        tokio::select! {
            more = changes.changed() => if more.is_err() { return },
            () = sender.closed() => return,
            _ = is_ending.changed() => return,
        }
    }
}
