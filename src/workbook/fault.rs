//! Why a spreadsheet is not read. The sentences are in `findings`.

/// What a spreadsheet can have too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    FileBytes,
    UnzippedBytes,
    Sheets,
    Cells,
    TextBytes,
}

/// Why a file is not read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Not whole, or not by the book. With the last place that could be read, where one is known.
    Damaged(Option<String>),
    /// It opens with a password only.
    Locked,
    /// Something else than a spreadsheet, or a kind that is not read.
    Foreign(Foreign),
    /// More than the limit, which is given.
    TooMuch(Measure, usize),
    /// A quotation mark of a text file that is never closed: its line, from 1, and its column, in characters.
    OpenQuote(u32, u32),
}

/// What is not read, by what a person does about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Foreign {
    /// A spreadsheet of a kind that is not read: its name.
    Spreadsheet(&'static str),
    /// A web page that calls itself a spreadsheet.
    WebPage,
    Pdf,
    Picture,
    /// A text document, or slides.
    Document,
    Archive,
    Json,
    Unknown,
}
