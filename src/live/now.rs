//! Settings and themes of a site in memory.

use std::sync::Arc;

use crate::finding::Findings;
use crate::pipeline::world::World;

/// Settings and themes as they are now.
#[derive(Clone, Default)]
pub(super) struct Now {
    /// Another one whenever they are read anew without an error.
    pub(super) number: u64,
    /// `None` as long as they never were without an error.
    pub(super) world: Option<Arc<World>>,
    pub(super) findings: Arc<Findings>,
}
