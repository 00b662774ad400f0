//! A preview that follows every change: serves a site from memory, watches its files, and tells open pages what
//! is new. A door: it listens on the network, on this machine only unless told otherwise. What a page says is
//! worked out by `live`; the files that a build writes are neither read nor touched.

mod answer;
mod events;
mod preview;
mod shared;
mod watch;

pub(crate) use crate::http::Ended;
pub(crate) use shared::{Audience, Options};

use std::net::SocketAddr;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex};

use anyhow::Result;
use axum::Router;
use axum::middleware::map_response;
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::sync::watch as signal;

use crate::failure::{Failure, OrFailed as _};
use crate::http;
use crate::live::LiveSite;
use crate::pipeline::Request;
use shared::{OWN_EVENTS, OWN_SCRIPT, Shared};

/// Serves a site until somebody presses Ctrl-C or ends the program.
///
/// # Errors
/// If the machine fails to read the site, or to listen for another reason than a taken port.
pub(crate) fn serve(request: Request, options: Options, audience: Arc<dyn Audience>) -> Result<Ended> {
    let asked = SocketAddr::new(options.address, options.port);
    http::serve_on(asked, |runtime, listener| {
        let shared = Arc::new(Shared {
            live: LiveSite::open(request)?,
            options,
            audience,
            changes: signal::Sender::new(0),
            is_ending: signal::Sender::new(false),
            open: Mutex::default(),
            next_connection: AtomicU64::new(0),
        });
        let watching = watch::start(&shared)?;
        let ended = runtime.block_on(run(&shared, listener));
        drop(watching);
        ended
    })
}

async fn run(shared: &Arc<Shared>, listener: TcpListener) -> Result<()> {
    let address = listener.local_addr().or_failed(Failure::Listen)?;
    let network = address.ip().is_unspecified().then(http::address_in_network).flatten();
    shared.audience.listening(address, network.map(|ip| SocketAddr::new(ip, address.port())));
    look_at_all(shared);
    let router = Router::new()
        .route(OWN_SCRIPT, get(answer::own_script))
        .route(OWN_EVENTS, get(events::events))
        .fallback(answer::answer)
        .layer(map_response(answer::unframed))
        .with_state(Arc::clone(shared));
    http::serve_until_stopped(listener, router, &shared.is_ending, || shared.live.end()).await;
    Ok(())
}

/// Reads every cooperative in the background, so that its mistakes are told and the portal is quick.
fn look_at_all(shared: &Arc<Shared>) {
    let shared = Arc::clone(shared);
    tokio::task::spawn_blocking(move || match shared.live.look_at_all() {
        Ok(()) if *shared.is_ending.borrow() => {}
        Ok(()) => shared.audience.looked_at_all(&shared.live.all_findings()),
        Err(error) => shared.audience.failed(&error),
    });
}
