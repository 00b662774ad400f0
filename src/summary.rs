//! `etalase.json`: the published summary of one cooperative, and the only thing that the portal may know
//! about it. Made from the checked model, or parsed from another site's file, which is a stranger's text:
//! whatever passed `parse` is short, printable, and links nowhere but into its own site.
//! Draws no page, reads no file, asks no network.

mod collected;
mod completeness;
pub mod findings;
mod freshness;
mod guard;
mod outline;
mod parts;
mod record;
mod schema;
mod spelling;
mod wire;

pub use collected::{CollectedSummary, collected_name};
pub use completeness::Completeness;
pub use freshness::{Aged, Assessment, Matter, State, assess, last_sign, sells_goods};
pub use guard::{MAX_BYTES, MAX_NARROWER, SummaryFault};
pub use record::{
    LeftOut, SUMMARY_VERSION, Summary, SummaryChallenge, SummaryEvent, SummaryFile, SummaryJoining,
    SummaryLegal, SummaryMakeUp, SummaryMeeting, SummaryMove, SummaryOpening, SummaryOutlet, SummaryPhoto,
    SummaryProduct, SummaryProducts, SummaryRegion, SummaryStory,
};
pub use schema::summary_schema;
pub use spelling::{group_word, help_word, kind_word, opening_kind_word};
pub use wire::Words;

#[cfg(test)]
mod tests;
