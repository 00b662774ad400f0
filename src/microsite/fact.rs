//! What a field of a form is made of.

/// Facts that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) title: &'static str,
    pub(super) facts: Vec<Fact>,
}

/// One field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fact {
    pub(super) label: String,
    pub(super) value: String,
}

/// What a profile does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Gap {
    pub(super) label: &'static str,
    /// The key that would say it.
    pub(super) key: &'static str,
}
