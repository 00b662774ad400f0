//! A graceful end: no new requests, and a moment for the answers that are under way.

use std::time::Duration;

use anyhow::Result;
use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::watch as signal;

use crate::failure::{Failure, OrFailed as _};

/// Answers that are under way get so long to end when the server is to stop.
const LAST_ANSWERS: Duration = Duration::from_secs(2);

/// Serves until somebody presses Ctrl-C or the system asks politely. Then calls `on_end` and sets `is_ending`,
/// which ends every stream that watches it. A second Ctrl-C waits for nothing.
///
/// # Errors
/// If the machine fails to serve.
pub(crate) async fn serve_until_stopped(
    listener: TcpListener,
    router: Router,
    is_ending: &signal::Sender<bool>,
    on_end: impl FnOnce(),
) -> Result<()> {
    let mut ending = is_ending.subscribe();
    let stopped = async move {
        // The sender lives as long as this waits.
        let _ = ending.wait_for(|is_ending| *is_ending).await;
    };
    let server = axum::serve(listener, router).with_graceful_shutdown(stopped).into_future();
    let mut server = std::pin::pin!(server);
    tokio::select! {
        ended = &mut server => return ended.or_failed(Failure::Serve),
        () = asked_to_stop() => {}
    }
    on_end();
    is_ending.send_replace(true);
    tokio::select! {
        ended = tokio::time::timeout(LAST_ANSWERS, server) => drop(ended),
        () = asked_to_stop() => {}
    }
    Ok(())
}

/// Ctrl-C, or a polite request by the system to end.
async fn asked_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
