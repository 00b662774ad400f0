//! What every part of the editor shares: the site, who may edit it, what was done, and who is told.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::{Instant, SystemTime};

use tokio::sync::watch as signal;

use super::history::History;
use super::safety::Safety;
use crate::content;
use crate::finding::{Findings, MessageLanguage, SourceFile};
use crate::fingerprint::Fingerprint;
use crate::live::{Kept, LiveSite};
use crate::locks::lock;
use crate::pipeline::Request;
use crate::publish::Order;
use crate::settings::Settings;
use crate::source::Site;

/// Texts that forms were made from are remembered up to this sum, in bytes.
const REMEMBERED_BYTES: usize = 64 * 1024 * 1024;

/// Where to listen, and what is to be done there.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    /// Address of this machine.
    pub address: IpAddr,
    /// Port; 0 takes any free one.
    pub port: u16,
    /// True if phones in the same network may come, each with a code.
    pub is_open_to_phones: bool,
    /// How a site is published when somebody asks for it.
    pub order: Order,
}

/// Told what happens, from any thread.
pub(crate) trait Audience: Send + Sync + 'static {
    /// Browsers can come: on this machine by an address that lets in one of them, and, where phones may come, by their
    /// address and six digits.
    fn listening(&self, address: &str, phone: Option<(SocketAddr, &str)>);
    /// A browser was let in; the next one needs another address.
    fn next_address(&self, address: &str);
    /// There are new digits for a phone.
    fn new_digits(&self, digits: &str);
    /// The machine failed at something; editing goes on.
    fn failed(&self, error: &anyhow::Error);
}

/// What every part of the editor shares.
pub(super) struct Shared {
    pub(super) live: LiveSite,
    pub(super) site: Site,
    pub(super) request: Request,
    pub(super) options: Options,
    pub(super) audience: Arc<dyn Audience>,
    pub(super) safety: Safety,
    /// This machine in its network, with our port.
    pub(super) network: Option<SocketAddr>,
    /// Held from reading a file until it is written.
    pub(super) writing: Mutex<()>,
    pub(super) history: Mutex<History>,
    /// Pages as they were before the first change that is not published, by cooperative.
    pub(super) before: Mutex<BTreeMap<String, Arc<Kept>>>,
    pub(super) seen: Mutex<Seen>,
    /// Moves on when a file was written.
    pub(super) changes: signal::Sender<u64>,
    /// True from the moment on in which the server is to stop.
    pub(super) is_ending: signal::Sender<bool>,
    pub(super) started: Instant,
}

impl Shared {
    /// The settings as they are now; what is wrong with them is told on their own page.
    pub(super) fn settings(&self) -> Settings {
        let mut unheard = Findings::new();
        let file = self.site.read_settings(&mut unheard);
        content::read_settings(file.as_ref(), self.request.today, &mut unheard)
    }

    /// The machine's clock: as it was at the start, and what has passed since.
    pub(super) fn now(&self) -> SystemTime {
        self.request.now + self.started.elapsed()
    }

    /// The address that lets the next browser in, for this machine.
    pub(super) fn way_in(&self) -> String {
        format!("http://127.0.0.1:{}/masuk?kode={}", self.safety.port, self.safety.link())
    }

    /// The language of messages that fits a language of pages.
    pub(super) fn message_language(language: crate::model::Language) -> MessageLanguage {
        match language {
            crate::model::Language::En => MessageLanguage::En,
            _ => MessageLanguage::Id,
        }
    }
}

/// Texts of files as forms were made from them: what somebody else has changed meanwhile shows against them.
#[derive(Default)]
pub(super) struct Seen {
    texts: BTreeMap<String, Arc<SourceFile>>,
    /// In the order in which they came.
    order: Vec<String>,
    bytes: usize,
}

impl Seen {
    /// The name of a file's text; of no file the empty name.
    pub(super) fn name_of(file: Option<&Arc<SourceFile>>) -> String {
        file.map(|file| Fingerprint::of(file.text.as_bytes()).to_string()).unwrap_or_default()
    }

    fn note(&mut self, file: &Arc<SourceFile>) -> String {
        let name = Self::name_of(Some(file));
        if self.texts.contains_key(&name) {
            return name;
        }
        self.bytes += file.text.len();
        self.order.push(name.clone());
        self.texts.insert(name.clone(), Arc::clone(file));
        while self.bytes > REMEMBERED_BYTES && self.order.len() > 1 {
            let oldest = self.order.remove(0);
            self.bytes -= self.texts.remove(&oldest).map_or(0, |file| file.text.len());
        }
        name
    }
}

/// Remembers the text that a form is made from; its name goes with the form.
pub(super) fn note(shared: &Shared, file: Option<&Arc<SourceFile>>) -> String {
    file.map(|file| lock(&shared.seen).note(file)).unwrap_or_default()
}

/// The text that a form was made from, if it is still known.
pub(super) fn recall(shared: &Shared, name: &str) -> Option<Arc<SourceFile>> {
    lock(&shared.seen).texts.get(name).cloned()
}
