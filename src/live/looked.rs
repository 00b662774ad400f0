//! What looking again at one part of a site has given.

use crate::finding::{Finding, Findings};

/// What looking again at one part of the site has given.
#[derive(Debug, Default)]
pub struct Looked {
    /// Name of the cooperative's folder; `None`: settings, themes or the list of cooperatives.
    pub name: Option<String>,
    /// What was not said of it before.
    pub new: Findings,
    /// How many findings are left.
    pub left: usize,
    /// How many were mended.
    pub mended: usize,
}

impl Looked {
    /// What has changed between two looks.
    pub(super) fn between(name: Option<String>, before: &Findings, after: &Findings) -> Self {
        let is_in = |all: &Findings, one: &Finding| all.iter().any(|other| other == one);
        let new: Vec<_> = after.iter().filter(|finding| !is_in(before, finding)).cloned().collect();
        let mended = before.iter().filter(|finding| !is_in(after, finding)).count();
        Self { name, left: after.len(), new: new.into(), mended }
    }
}
