//! What the pages of a site have to keep to.

use std::collections::BTreeMap;

/// What the pages of a site have to keep to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rules<'a> {
    /// Canonical address, ending in `/`.
    pub base_url: Option<&'a str>,
    /// Address of the visit counter, which may be asked although it is somebody else's.
    pub analytics: Option<&'a str>,
    /// What a page of each kind may weigh; of other kinds only `DEFAULT_PAGE_BYTES` is known.
    pub budgets: BTreeMap<String, Budget>,
    /// True if pages that are shared have a picture for their preview.
    pub shows_cards: bool,
}

/// What a page of one kind may weigh, in bytes as sent; `None` where nobody said.
#[expect(clippy::struct_field_names, reason = "the unit is part of each name")]
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Budget {
    /// The page itself, with its styles.
    pub page_bytes: Option<usize>,
    /// All its scripts.
    pub script_bytes: Option<usize>,
    /// Page, scripts, and the pictures that a phone loads before anybody scrolls.
    pub total_bytes: Option<usize>,
}

/// Most bytes of a page with its styles, compressed: what a phone on a slow line gets in its first two round
/// trips after the handshake, with the usual initial window of ten packets (RFC 6928).
pub(crate) const DEFAULT_PAGE_BYTES: usize = 17 * 1024;
