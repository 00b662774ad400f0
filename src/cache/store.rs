//! What a place that keeps the cache's files can do. The cache is a folder; what machines share of
//! it lies in a store of another kind, which takes long and may fail: `shared.rs`.

use std::fmt::Debug;
use std::path::Path;
use std::time::SystemTime;

use anyhow::Result;

/// Bytes by name. A name is a path of two parts, such as `3f/3fa8….webp`; what stands under it is never changed
/// in place, only replaced. Only `get`, `put` and `remove` are needed: the others save work or space.
pub(super) trait Store: Debug + Send + Sync {
    /// The bytes under a name.
    ///
    /// # Errors
    /// If nothing is there, or it cannot be read.
    fn get(&self, name: &str) -> Result<Vec<u8>>;

    /// Keeps bytes under a name. Readers see all of them or what was there before.
    ///
    /// # Errors
    /// If they cannot be kept.
    fn put(&self, name: &str, bytes: &[u8]) -> Result<()>;

    /// Removes what is under a name. False if it cannot be removed or is not there.
    fn remove(&self, name: &str) -> bool;

    /// Makes the bytes under a name appear at a path of this machine without copying them. False if the store
    /// has no such way: then they are copied.
    fn link(&self, _name: &str, _target: &Path) -> bool {
        false
    }

    /// Notes that a name was used now, for whoever removes what was not used for long.
    fn touch(&self, _name: &str) {}

    /// Everything that the store would like to have its size limited of. Empty where the store limits itself.
    ///
    /// # Errors
    /// If it cannot be listed.
    fn list(&self) -> Result<Vec<Entry>> {
        Ok(Vec::new())
    }
}

/// One file of a store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its name, as in `Store::get`.
    pub(super) name: String,
    /// Its size.
    pub(super) size_bytes: u64,
    /// When it was last used, to the day.
    pub(super) used: SystemTime,
}
