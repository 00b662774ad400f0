//! How sites are to be asked.

use std::time::Duration;

/// How sites are to be asked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CollectOrder {
    /// Time for one site, redirects included.
    pub(crate) time: Duration,
    /// True where machines of a private network, and this one, may be asked, without encryption too.
    pub(crate) allows_private: bool,
    /// True if nothing is to be written.
    pub(crate) is_dry: bool,
}
