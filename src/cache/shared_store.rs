//! What a run knows of a store that it may share a cache in. All of it comes from outside.

use std::fmt;
use std::time::Duration;

/// A store for a cache that several machines share, as the environment tells it.
#[derive(Clone, Default)]
pub struct SharedStore {
    /// `s3://bucket/prefix`, in place of what `etalase.yaml` says.
    pub address: Option<String>,
    /// Name of the key.
    pub key: Option<String>,
    /// The key itself.
    pub secret: Option<String>,
    /// Comes with a key that lasts for hours only.
    pub token: Option<String>,
    /// Region of the bucket.
    pub region: Option<String>,
    /// Address of the service; `None`: Amazon's.
    pub endpoint: Option<String>,
    /// What the store may cost.
    pub limits: StoreLimits,
}

impl fmt::Debug for SharedStore {
    /// Without the key.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("SharedStore")
            .field("address", &self.address)
            .field("endpoint", &self.endpoint)
            .finish_non_exhaustive()
    }
}

/// What a store may cost a build: times and counts, all ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoreLimits {
    /// For a whole request.
    pub request: Duration,
    /// Until there is a connection.
    pub connect: Duration,
    /// For a read with all that is asked again: a photo is made in less.
    pub reading: Duration,
    /// For a write with all that is asked again.
    pub writing: Duration,
    /// A read that took longer counts as a failure, though what came is used.
    pub slow: Duration,
    /// For what is not written yet when the site is.
    pub draining: Duration,
    /// Failures in a row after which the store is left alone for the rest of the build.
    pub failures: u32,
}

impl Default for StoreLimits {
    fn default() -> Self {
        Self {
            request: Duration::from_secs(30),
            connect: Duration::from_secs(5),
            reading: Duration::from_secs(5),
            writing: Duration::from_mins(1),
            slow: Duration::from_secs(5),
            draining: Duration::from_mins(2),
            failures: 3,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_shown_to_nobody() {
        let secret = || Some("rahasia".to_owned());
        let store =
            SharedStore { key: secret(), secret: secret(), token: secret(), ..SharedStore::default() };
        assert!(!format!("{store:?}").contains("rahasia"));
    }
}
