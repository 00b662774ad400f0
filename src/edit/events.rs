//! What open pages are told: that a file was written, so that the page of the site beside them is shown anew.

use std::sync::Arc;

use axum::response::Response;
use axum::response::sse::Event;
use tokio::sync::mpsc;

use super::shared::Shared;
use crate::http;

/// One event for every change, until the browser goes or the program ends.
pub(super) fn events(shared: Arc<Shared>) -> Response {
    let (sender, receiver) = mpsc::channel(4);
    tokio::spawn(tell(shared, sender));
    http::event_stream(receiver)
}

async fn tell(shared: Arc<Shared>, sender: mpsc::Sender<Event>) {
    let mut changes = shared.changes.subscribe();
    let mut is_ending = shared.is_ending.subscribe();
    while !*is_ending.borrow() {
        let number = *changes.borrow_and_update();
        let event = Event::default().event("ubah").data(number.to_string());
        if sender.send(event).await.is_err() {
            return;
        }
        tokio::select! {
            more = changes.changed() => if more.is_err() { return },
            () = sender.closed() => return,
            _ = is_ending.changed() => return,
        }
    }
}
