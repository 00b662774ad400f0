//! Guides of the office: what no page may say, and what will not be seen as it was meant.

use std::sync::Arc;

use super::{citizen, prose};
use crate::finding::{Findings, SourceFile};

/// What a guide is examined for, but for its links to other files.
pub(crate) fn check_guide(source: &Arc<SourceFile>, findings: &mut Findings) {
    citizen::check_body(source, &source.text, 0, findings);
    prose::check_guide(source, findings);
}
