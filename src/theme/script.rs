//! The scripts of a theme: put together from those of the parts that a page shows, without what only people read.

use super::files::Files;
use super::style::content_hash;

/// The script of a page kind: the scripts of the parts that it shows, one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    /// Name that follows from its content: `toko-0123456789abcdef.js`.
    pub file_name: String,
    /// The script.
    pub text: String,
}

/// The scripts of a page's parts as one file, so that a page asks for at most one. Each stands in a block of
/// its own and shares no name with another.
pub(super) fn of_page(files: &Files, kind: &str, parts: &[String]) -> Option<Script> {
    let mut text = String::new();
    for part in parts {
        if let Some(file) = files.get(&format!("script/{part}.js")) {
            text.push_str("{\n");
            text.push_str(&lean(&file.text));
            text.push_str("}\n");
        }
    }
    (!text.is_empty()).then(|| Script {
        file_name: format!("{kind}-{}.js", content_hash(text.as_bytes())),
        text: format!("'use strict';\n{text}"),
    })
}

/// A script without the lines that only comment and the spaces that only indent.
pub(super) fn lean(text: &str) -> String {
    let mut lean = String::with_capacity(text.len());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")) {
        lean.push_str(line);
        lean.push('\n');
    }
    lean
}

/// A script that a page loads only when its visitor asks for what it does: `script/asked/<name>.js`.
pub(super) fn asked(files: &Files, name: &str) -> Option<Script> {
    let file = files.get(&format!("script/asked/{name}.js"))?;
    let text = format!("'use strict';\n{}", lean(&file.text));
    Some(Script { file_name: format!("{name}-{}.js", content_hash(text.as_bytes())), text })
}
