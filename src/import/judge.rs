//! What a cell holds as the text that the profile's readers read.

use super::cell::shown;
use crate::finding::{Finding, Span};
use crate::keys::Shape;
use crate::workbook::Cell;

/// One cell as it is taken.
pub(super) struct Judged {
    /// As a person would type it; `None` where nothing can be taken.
    pub(super) text: Option<String>,
    /// What is to be said of it.
    pub(super) remark: Option<Finding>,
    /// True where the text is what was probably meant, and is taken only if the person accepts it.
    pub(super) is_proposal: bool,
}

/// The cells of one column, judged together.
pub(super) fn judge(_shape: Shape, cells: &[(&Cell, Span)]) -> Vec<Judged> {
    cells
        .iter()
        .map(|(cell, _)| Judged { text: Some(shown(cell)), remark: None, is_proposal: false })
        .collect()
}
