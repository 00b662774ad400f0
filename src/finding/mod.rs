//! What is wrong with content: a `Finding` is data, with a place and both languages, and `Findings`
//! collects all of them. How they look on a terminal or as JSON is in `terminal` and `json`.
//! A failing machine (disk full, no permission) is not a finding but an `anyhow` error.

mod findings;
mod json;
mod list;
mod one;
mod place;
mod terminal;
mod user_info;
mod words;

pub(crate) use json::{from_record, to_json, to_json_line, to_record};
pub use list::Findings;
pub use one::{Finding, Level};
pub use place::{Located, SourceFile, Span, cell_name};
pub use terminal::render_finding;
pub(crate) use terminal::spelled_out;
pub(crate) use user_info::{shown_address, without_secrets, without_user_info};
pub(crate) use words::plural;
pub use words::{MessageLanguage, Text};
