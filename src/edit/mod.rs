//! Forms in the browser for people who do not write YAML. A door: it listens on the network, on this machine only
//! unless told otherwise, and writes files of `content/` and `etalase.yaml`, one at a time. What may be typed where
//! comes from the table of keys, what is wrong with it from the readers, and how a value gets into a file from `amend`.

mod answer;
mod applying;
mod compared;
mod deeds;
mod document;
mod entries;
mod events;
mod findings;
mod forms;
mod history;
mod html;
mod notes;
mod opened;
mod page;
mod pairs;
mod phones;
mod photos;
mod place;
mod preview;
mod proposal;
mod publishing;
mod routing;
mod safety;
mod save;
mod shared;
mod shown;
mod told;
mod trying;
mod upload;
mod words;
mod write;

pub(crate) use crate::http::Ended;
pub(crate) use applying::{Applied, MOST_BYTES, apply, write_applied};
pub(crate) use shared::{Audience, Options};
pub use trying::try_form;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use anyhow::Result;
use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::watch as signal;

use crate::failure::{Failure, OrFailed as _};
use crate::http;
use crate::live::LiveSite;
use crate::pipeline::Request;
use crate::source::Site;
use safety::Safety;
use shared::Shared;

/// Lets people edit a site until somebody presses Ctrl-C or ends the program.
///
/// # Errors
/// If the machine fails to read the site, or to listen for another reason than a taken port.
pub(crate) fn edit(request: Request, options: Options, audience: Arc<dyn Audience>) -> Result<Ended> {
    let asked = SocketAddr::new(options.address, options.port);
    http::serve_on(asked, |runtime, listener| {
        let address = listener.local_addr().or_failed(Failure::Listen)?;
        let network = http::address_in_network().filter(|_| options.is_open_to_phones);
        let shared = Arc::new(Shared {
            site: Site::open(&request.site)?.remembering_photos(),
            live: LiveSite::open(request.clone())?,
            request,
            options,
            audience,
            safety: Safety::new(address.port())?,
            network: network.map(|ip| SocketAddr::new(ip, address.port())),
            writing: Mutex::default(),
            history: Mutex::default(),
            before: Mutex::default(),
            seen: Mutex::default(),
            changes: signal::Sender::new(0),
            is_ending: signal::Sender::new(false),
            started: Instant::now(),
        });
        runtime.block_on(run(&shared, listener))
    })
}

async fn run(shared: &Arc<Shared>, listener: TcpListener) -> Result<()> {
    let digits = if shared.options.is_open_to_phones {
        Some(shared.safety.new_phone_code(Instant::now())?)
    } else {
        None
    };
    let phone = shared.network.zip(digits.as_deref());
    shared.audience.listening(&shared.way_in(), phone);
    let router = Router::new().fallback(answer::answer).with_state(Arc::clone(shared));
    http::serve_until_stopped(listener, router, &shared.is_ending, || shared.live.end()).await;
    Ok(())
}
