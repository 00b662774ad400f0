//! From a port to the end of a server: the threads, the port, and what came of it.

use std::net::SocketAddr;

use anyhow::Result;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

use super::listen::{Bound, bind};
use crate::failure::{Failure, OrFailed as _};

/// Threads that work out answers. Each open page has its state worked out at every change; hundreds of them wait in a
/// queue, not on a thread each that keeps its memory.
const MOST_WORKERS: usize = 16;

/// How serving ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ended {
    /// Somebody asked for it.
    Stopped,
    /// It never began: another program listens on the port. The next free one, if one was found.
    PortTaken(Option<u16>),
}

/// Takes a port and serves there as long as `serve` lasts; port 0 takes any free one.
///
/// # Errors
/// If the machine refuses threads, or the port for another reason than that it is taken; and those of `serve`.
pub(crate) fn serve_on(
    asked: SocketAddr,
    serve: impl FnOnce(&Runtime, TcpListener) -> Result<()>,
) -> Result<Ended> {
    let runtime = Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(MOST_WORKERS)
        .enable_all()
        .build()
        .or_failed(Failure::StartThreads)?;
    let listener = match runtime.block_on(bind(asked))? {
        Bound::Listener(listener) => listener,
        Bound::Taken(free) => return Ok(Ended::PortTaken(free)),
    };
    let ended = serve(&runtime, listener);
    // What still works in the background has been told; it is not waited for.
    runtime.shutdown_background();
    ended.map(|()| Ended::Stopped)
}
