//! Paths of a file, as people name a place: `produk[3].harga`, items counted from 1.

/// True if a path leads into what another one leads to.
pub(super) fn is_below(path: &str, above: &str) -> bool {
    path.strip_prefix(above).is_some_and(|rest| rest.starts_with(['.', '[']))
}

/// The path of a key.
pub(super) fn joined(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// One step of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step<'p> {
    /// To a key.
    Key(&'p str),
    /// To an item, from 0.
    Nth(usize),
}

/// The steps of a path; `None` for what is none.
pub(super) fn steps(path: &str) -> Option<Vec<Step<'_>>> {
    let mut steps = Vec::new();
    for part in path.split('.') {
        let (name, mut rest) = part.split_at(part.find('[').unwrap_or(part.len()));
        if name.is_empty() {
            return None;
        }
        steps.push(Step::Key(name));
        while let Some(inner) = rest.strip_prefix('[') {
            let (number, behind) = inner.split_once(']')?;
            steps.push(Step::Nth(number.parse::<usize>().ok()?.checked_sub(1)?));
            rest = behind;
        }
        if !rest.is_empty() {
            return None;
        }
    }
    Some(steps)
}
