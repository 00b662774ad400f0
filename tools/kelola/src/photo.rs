//! What profiles ask of photos. A form has a profile at hand and no photo's bytes, so nothing is known of any, and
//! nothing is wrong with one.

use crate::finding::Finding;

/// What a photo's header says.
#[derive(Debug, Clone, PartialEq)]
pub enum PhotoFacts {}

/// Why a photo cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PhotoFault {}

impl PhotoFault {
    /// The finding for the photo at a path of the site.
    pub fn finding(&self, _: &str) -> Finding {
        match *self {}
    }
}
