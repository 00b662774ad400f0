//! A preview that follows every change: serves a site from memory, watches its files, and tells open pages what
//! is new. A door: it listens on the network, on this machine only unless told otherwise. What a page says is
//! worked out by `pipeline`; the files that a build writes are neither read nor touched.

mod answer;
mod events;
mod preview;
mod watch;

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use axum::Router;
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::sync::watch as signal;

use crate::finding::{Findings, MessageLanguage};
use crate::http::{self, Bound};
use crate::pipeline::{LiveSite, Looked, Request};

/// Where the server's own files are: no path of a site begins with a dot.
const OWN_SCRIPT: &str = "/.etalase/pratinjau.js";
const OWN_EVENTS: &str = "/.etalase/kabar";

/// Where to listen, and in which language to speak.
#[derive(Debug, Clone)]
pub struct Options {
    /// Address of this machine.
    pub address: IpAddr,
    /// Port; 0 takes any free one.
    pub port: u16,
    /// Language of the findings that pages show.
    pub language: MessageLanguage,
}

/// How serving ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Somebody asked for it.
    Stopped,
    /// It never began: another program listens on the port. The next free one, if one was found.
    PortTaken(Option<u16>),
}

/// Told what happens, from any thread.
pub trait Audience: Send + Sync + 'static {
    /// Browsers can come; those of other machines by `network`, if they may and there is a network.
    fn listening(&self, address: SocketAddr, network: Option<SocketAddr>);
    /// Every cooperative was looked at.
    fn looked_at_all(&self, findings: &Findings);
    /// Files changed, and this is what looking at them again has given.
    fn changed(&self, looked: &[Looked], took: Duration);
    /// The system cannot watch so many folders: they are compared every second instead.
    fn watching_slowly(&self);
    /// The machine failed at something; serving goes on.
    fn failed(&self, error: &anyhow::Error);
}

/// What every part of the server shares.
struct Shared {
    live: LiveSite,
    options: Options,
    audience: Arc<dyn Audience>,
    /// Moves on when files have changed and were looked at again.
    changes: signal::Sender<u64>,
    /// True from the moment on in which the server is to stop.
    is_ending: signal::Sender<bool>,
    /// Addresses that browsers show, by number of their connection.
    open: Mutex<BTreeMap<u64, String>>,
    next_connection: AtomicU64,
}

impl Shared {
    /// Addresses that browsers show.
    fn open_addresses(&self) -> Vec<String> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).values().cloned().collect()
    }

    /// Notes that a browser shows an address, until the guard is dropped.
    fn note_open(self: &Arc<Self>, address: String) -> OpenPage {
        let number = self.next_connection.fetch_add(1, Ordering::Relaxed);
        self.open.lock().unwrap_or_else(PoisonError::into_inner).insert(number, address);
        OpenPage { shared: Arc::clone(self), number }
    }
}

/// A page that a browser shows.
struct OpenPage {
    shared: Arc<Shared>,
    number: u64,
}

impl Drop for OpenPage {
    fn drop(&mut self) {
        self.shared.open.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.number);
    }
}

/// Serves a site until somebody presses Ctrl-C or ends the program.
///
/// # Errors
/// If the machine fails to read the site, or to listen for another reason than a taken port.
pub fn serve(request: Request, options: Options, audience: Arc<dyn Audience>) -> Result<Ended> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .context("cannot start threads")?;
    let asked = SocketAddr::new(options.address, options.port);
    let listener = match runtime.block_on(http::bind(asked))? {
        Bound::Listener(listener) => listener,
        Bound::Taken(free) => return Ok(Ended::PortTaken(free)),
    };
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
    // What still works in the background has been told; it is not waited for.
    runtime.shutdown_background();
    ended.map(|()| Ended::Stopped)
}

async fn run(shared: &Arc<Shared>, listener: TcpListener) -> Result<()> {
    let address = listener.local_addr().context("cannot listen")?;
    let network = address.ip().is_unspecified().then(http::address_in_network).flatten();
    shared.audience.listening(address, network.map(|ip| SocketAddr::new(ip, address.port())));
    look_at_all(shared);
    let router = Router::new()
        .route(OWN_SCRIPT, get(answer::own_script))
        .route(OWN_EVENTS, get(events::events))
        .fallback(answer::answer)
        .with_state(Arc::clone(shared));
    http::serve_until_stopped(listener, router, &shared.is_ending, || shared.live.end()).await
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
