//! What every part of the server shares: the site, who is told, and which pages are open.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::watch as signal;

use crate::finding::{Findings, MessageLanguage};
use crate::live::{LiveSite, Looked};
use crate::locks::lock;

/// Where the server's own files are: no path of a site begins with a dot.
pub(super) const OWN_SCRIPT: &str = "/.etalase/pratinjau.js";
pub(super) const OWN_EVENTS: &str = "/.etalase/kabar";

/// Where to listen, and in which language to speak.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    /// Address of this machine.
    pub address: IpAddr,
    /// Port; 0 takes any free one.
    pub port: u16,
    /// Language of the findings that pages show.
    pub language: MessageLanguage,
}

/// Told what happens, from any thread.
pub(crate) trait Audience: Send + Sync + 'static {
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
pub(super) struct Shared {
    pub(super) live: LiveSite,
    pub(super) options: Options,
    pub(super) audience: Arc<dyn Audience>,
    /// Moves on when files have changed and were looked at again.
    pub(super) changes: signal::Sender<u64>,
    /// True from the moment on in which the server is to stop.
    pub(super) is_ending: signal::Sender<bool>,
    /// Addresses that browsers show, by number of their connection.
    pub(super) open: Mutex<BTreeMap<u64, String>>,
    pub(super) next_connection: AtomicU64,
}

impl Shared {
    /// Addresses that browsers show.
    pub(super) fn open_addresses(&self) -> Vec<String> {
        lock(&self.open).values().cloned().collect()
    }

    /// Notes that a browser shows an address, until the guard is dropped.
    pub(super) fn note_open(self: &Arc<Self>, address: String) -> OpenPage {
        let number = self.next_connection.fetch_add(1, Ordering::Relaxed);
        lock(&self.open).insert(number, address);
        OpenPage { shared: Arc::clone(self), number }
    }
}

/// A page that a browser shows.
pub(super) struct OpenPage {
    shared: Arc<Shared>,
    number: u64,
}

impl Drop for OpenPage {
    fn drop(&mut self) {
        lock(&self.shared.open).remove(&self.number);
    }
}
