//! `etalase` turns a cooperative's YAML profile and its product photos into a static storefront and a
//! microsite for pupils.
//!
//! Whoever builds a site from a program of their own needs what is named at the end of this page, and nothing else: the
//! rooms below are no promise. `examples/build_site.rs` is such a program.
//!
//! ```
//! use std::time::SystemTime;
//!
//! use etalase::{Date, Request, Unwatched, build};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let site = tempfile::tempdir()?;
//! let folder = site.path().join("content/kopi-lereng");
//! std::fs::create_dir_all(&folder)?;
//! let profile = "nama: Koperasi Kopi Lereng\nkontak: {whatsapp: 0810-0000-0001}\n\
//!                produk: [{nama: Kopi bubuk, harga: Rp 35.000, satuan: bungkus}]\n";
//! std::fs::write(folder.join("profil.yaml"), profile)?;
//! let today = Date::constant(2026, 11, 24);
//! let report = build(&Request::new(site.path(), today, SystemTime::now()), &Unwatched)?;
//! assert!(!report.has_failed(false));
//! assert!(site.path().join("public/produk/kopi-bubuk/index.html").exists());
//! # Ok(())
//! # }
//! ```
//!
//! The map of the rooms, from top to bottom: a room uses only rooms below it. `docs/ARCHITECTURE.md` tells it at
//! length.
//!
//! | room | what it is |
//! |---|---|
//! | `cli` (door) | One file per command: its arguments, its help text, and everything it prints. |
//! | `serve` (door) | A preview on this machine that follows every change, for `serve`. |
//! | `edit` (door) | Forms in the browser for people who do not write YAML, for `edit`. |
//! | `live` | A site in memory, worked out as it is asked for. |
//! | `pipeline` | The map and the reduce: streams cooperatives through the pure rooms, then the portal. |
//! | `http` (door) | Ports, streams of events and a graceful end, for whatever answers browsers. |
//! | `publish` (door) | Commits the output to a branch and pushes it by calling git, or copies it to a folder. |
//! | `originals` (door) | Makes the photos in `content/` smaller, for `etalase photos`. |
//! | `scaffold` (door) | A first site and CI files, for `new` and `publish --write-workflow`. |
//! | `import` (door) | What offices and sellers have in sheets becomes profiles, again and again. |
//! | `collect` (door) | What cooperatives with sites of their own published, asked for and kept, for `collect`. |
//! | `microsite` | The facts of a cooperative as fields to copy into another form. |
//! | `fetch` (door) | One address of the network at a time, within limits, when a person asks for it. |
//! | `output` (door out) | Alone touches `public/`. |
//! | `cache` (door) | What earlier builds worked out: renditions, cards, records of cooperatives. |
//! | `bucket` (door) | A store that speaks S3: one object, one request. With the feature `s3`. |
//! | `check` | Links, budgets and host limits, examined on a plan. |
//! | `portal` | Summaries to the portal's pages. |
//! | `guides` | Guides of the office, from Markdown files to chapters with links among each other. |
//! | `programme` | Lists of who takes part in the office's programme, and who of them is online. |
//! | `manage` | The page by which a clerk with a phone changes profiles. |
//! | `federation` | Which cooperatives with sites of their own a portal shows, and as whom. |
//! | `page` | View and theme to finished files. |
//! | `feed` | Goods, news, dates and prices as other programs read them. |
//! | `view` | Model to exactly what a template prints. |
//! | `search` | Summaries to the index in which a visitor's phone searches. |
//! | `amend` | Values written into a profile, everything else left as it was typed. |
//! | `content` | Turns what people typed into the model, and says what is wrong with it. |
//! | `workbook` | Bytes of a spreadsheet to rows of cells. |
//! | `theme` | Templates, tokens and texts of one theme, loaded and checked. |
//! | `source` (door in) | Alone touches `content/` and `themes/`. |
//! | `summary` | `etalase.json`: the only thing that the portal may know about a cooperative. |
//! | `plan` | An ordered map from site path to what belongs there. |
//! | `card` | Pictures for previews, drawn from words, colours and a photo. |
//! | `photo` | Chooses renditions, and turns photo bytes into rendition bytes. |
//! | `settings` | `etalase.yaml`, with every default of the program in one place. |
//! | `markdown` | Markdown in, safe HTML out. |
//! | `schema` | The table of keys as JSON Schema, for editors. |
//! | `keys` | The table of all keys that people write. |
//! | `host` | Free static hosts: what each can hold, which files it wants, what its terms say. |
//! | `model` | Checked, immutable domain types. |
//! | `routes` | Every address of a site: folders of pages, names of files. |
//! | `spill` (door) | Texts that would fill memory, in files that nobody else sees. |
//! | `failure` | What a machine can fail at, in both languages. |
//! | `finding` | What is wrong with content, and its printers. |
//! | `fingerprint` | Short names for content, so that what did not change is not made again. |
//! | `locks` | Locks that outlive a panic. |

mod amend;
#[cfg(feature = "s3")]
mod bucket;
mod cache;
mod card;
mod check;
#[doc(hidden)]
pub mod cli;
mod collect;
#[doc(hidden)]
pub mod content;
mod edit;
mod failure;
mod federation;
mod feed;
mod fetch;
mod finding;
mod fingerprint;
mod guides;
#[doc(hidden)]
pub mod host;
mod http;
mod import;
#[doc(hidden)]
pub mod keys;
mod live;
mod locks;
mod manage;
#[doc(hidden)]
pub mod markdown;
mod microsite;
#[doc(hidden)]
pub mod model;
mod originals;
mod output;
#[doc(hidden)]
pub mod page;
mod photo;
mod pipeline;
mod plan;
mod portal;
mod programme;
mod publish;
mod routes;
mod scaffold;
mod schema;
mod search;
mod serve;
mod settings;
mod source;
mod spill;
#[doc(hidden)]
pub mod summary;
#[doc(hidden)]
pub mod theme;
#[doc(hidden)]
pub mod view;
mod workbook;

pub use finding::{Finding, Findings, Level, MessageLanguage, SourceFile, Span, Text, render_finding};
pub use model::Date;
pub use pipeline::{Report, Request, Selection, SharedStore, StoreLimits, Unwatched, Watcher, build, check};

/// What tests, benches and fuzz targets reach of the rooms. No promise to anybody.
#[doc(hidden)]
pub mod for_tests {
    pub use crate::amend::{
        Amended, Change, Left, Part, Typed, TypedValue, Wanted, amend, edit, read, with_body,
    };
    pub use crate::cache::PhotoCache;
    pub use crate::content::{
        hardest_paragraph, parse_profile, read_cooperative, read_office_events, read_quiz, read_settings,
        read_youth_pages,
    };
    pub use crate::edit::try_form;
    pub use crate::finding::{Located, cell_name};
    pub use crate::http::try_request;
    pub use crate::live::{Changes, LiveSite, Shown};
    pub use crate::markdown::{links, to_html, to_plain};
    pub use crate::model::{Cooperative, Language, PhotoUse};
    pub use crate::output::Writer;
    pub use crate::page::{Materials, SiteShape, Themes, cooperative_pages};
    pub use crate::photo::{
        Crop, Made, Orientation, PhotoFacts, PhotoFault, PhotoKind, Recipe, RenditionFormat, Shape,
        SourceHash, advise, advise_on_unseen, choose_renditions, make_renditions, needs_slimming, read_codes,
        read_facts, slim_original,
    };
    pub use crate::plan::Plan;
    pub use crate::publish::{GitProgram, History, Order, Outcome, State, publish};
    pub use crate::search::claim_index as claim_search_index;
    pub use crate::settings::{Limits, PhotoSettings, Settings, StoreAddress};
    pub use crate::source::{Folder, Site, TextFile};
    pub use crate::summary::{CollectedSummary, Summary};
    pub use crate::theme::Theme;
    pub use crate::view::photos::{PhotoShelf, choose_photos};
    pub use crate::workbook::{
        Cell, CellFormat, CellValue, Merged, Row, Sheet, SheetLimits, Workbook, read_workbook,
    };
}
