//! `etalase` turns a cooperative's YAML profile and its product photos into a static storefront and a
//! microsite for pupils.
//!
//! The map of the rooms; arrows point down only. `docs/ARCHITECTURE.md` tells it at length.
//!
//! | room | what it is |
//! |---|---|
//! | `cli` | One file per command: its arguments, its help text, and everything it prints. |
//! | `serve` (door) | A preview on this machine that follows every change, for `serve`. |
//! | `http` (door) | Ports, streams of events and a graceful end, for whatever answers browsers. |
//! | `live` | A site in memory, worked out as it is asked for. |
//! | `pipeline` | The map and the reduce: streams cooperatives through the pure rooms, then the portal. |
//! | `settings` | `etalase.yaml`, with every default of the program in one place. |
//! | `source` (door in) | Alone touches `content/` and `themes/`. |
//! | `output` (door out) | Alone touches `public/`. |
//! | `cache` (door) | What earlier builds worked out: renditions, cards, records of cooperatives. |
//! | `publish` (door) | Commits the output to a branch and pushes it by calling git, or copies it to a folder. |
//! | `scaffold` (door) | A first site and CI files, for `new` and `publish --write-workflow`. |
//! | `originals` (door) | Makes the photos in `content/` smaller, for `etalase photos`. |
//! | `content` | Turns what people typed into the model, and says what is wrong with it. |
//! | `schema` | The table of keys as JSON Schema, for editors. |
//! | `keys` | The table of all keys that people write. |
//! | `model` | Checked, immutable domain types. |
//! | `summary` | `etalase.json`: the only thing that the portal may know about a cooperative. |
//! | `photo` | Chooses renditions, and turns photo bytes into rendition bytes. |
//! | `card` | Pictures for previews, drawn from words, colours and a photo. |
//! | `markdown` | Markdown in, safe HTML out. |
//! | `theme` | Templates, tokens and texts of one theme, loaded and checked. |
//! | `view` | Model to exactly what a template prints. |
//! | `page` | View and theme to finished files. |
//! | `feed` | Goods, news, dates and prices as other programs read them. |
//! | `portal` | Summaries to the portal's pages. |
//! | `routes` | Every address of a site: folders of pages, names of files. |
//! | `plan` | An ordered map from site path to what belongs there. |
//! | `check` | Links, budgets and host limits, examined on a plan. |
//! | `host` | Free static hosts: what each can hold, which files it wants, what its terms say. |
//! | `fingerprint` | Short names for content, so that what did not change is not made again. |
//! | `failure` | What a machine can fail at, in both languages. |
//! | `finding` | What is wrong with content, and its printers. |

pub mod cache;
pub mod card;
pub mod check;
pub mod cli;
pub mod content;
mod failure;
pub mod feed;
pub mod finding;
pub mod fingerprint;
pub mod host;
mod http;
pub mod keys;
pub mod live;
pub mod markdown;
pub mod model;
pub mod originals;
pub mod output;
pub mod page;
pub mod photo;
pub mod pipeline;
pub mod plan;
pub mod portal;
pub mod publish;
pub mod routes;
pub mod scaffold;
pub mod schema;
pub mod serve;
pub mod settings;
pub mod source;
pub mod summary;
pub mod theme;
pub mod view;
