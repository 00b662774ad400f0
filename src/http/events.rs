//! Server-sent events: a stream that lasts until the browser goes or the sender is dropped.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_core::Stream;
use tokio::sync::mpsc;

/// How often a silent stream says that it is there.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);

/// Events as they come out of a channel.
struct Events(mpsc::Receiver<Event>);

impl Stream for Events {
    type Item = Result<Event, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(context).map(|event| event.map(Ok))
    }
}

/// Sends a browser what comes out of a channel.
pub(crate) fn event_stream(receiver: mpsc::Receiver<Event>) -> Response {
    Sse::new(Events(receiver)).keep_alive(KeepAlive::new().interval(SIGN_OF_LIFE)).into_response()
}
