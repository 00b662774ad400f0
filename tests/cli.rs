//! The program as a person or a machine calls it: what it prints, how it ends, and what it leaves on disk,
//! also when the disk, the content or somebody's other files are not as they should be.
#![expect(clippy::disallowed_methods, reason = "these tests make and look at files")]

#[path = "cli/apply.rs"]
mod apply;
#[path = "cli/asking.rs"]
mod asking;
#[path = "cli/catalogues.rs"]
mod catalogues;
#[path = "cli/cells.rs"]
mod cells;
#[path = "cli/edges.rs"]
mod edges;
#[path = "cli/forms.rs"]
mod forms;
#[path = "cli/golden.rs"]
mod golden;
#[path = "cli/guides.rs"]
mod guides;
#[path = "cli/handover.rs"]
mod handover;
#[path = "cli/import.rs"]
mod import;
#[path = "cli/manage.rs"]
mod manage;
#[path = "cli/messy.rs"]
mod messy;
#[path = "cli/microsite.rs"]
mod microsite;
#[path = "cli/offices.rs"]
mod offices;
#[path = "cli/output.rs"]
mod output;
#[path = "cli/parts.rs"]
mod parts;
#[path = "cli/photos.rs"]
mod photos;
#[path = "cli/portal.rs"]
mod portal;
#[path = "cli/programme.rs"]
mod programme;
#[path = "cli/same.rs"]
mod same;
#[path = "cli/says.rs"]
mod says;
#[path = "cli/shards.rs"]
mod shards;
#[path = "cli/sheets.rs"]
mod sheets;
#[path = "cli/site.rs"]
mod site;
#[path = "cli/start.rs"]
mod start;
#[path = "cli/themes.rs"]
mod themes;
#[path = "cli/whole.rs"]
mod whole;
