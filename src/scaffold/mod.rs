//! What `etalase new` and `publish --write-workflow` put into a site: texts of a first site and of CI files,
//! as functions of their arguments. Only `write.rs` touches the disk, and it never replaces a file.

mod findings;
mod first;
mod template;
mod workflow;
mod write;

pub(crate) use findings::{no_parts_there, too_many_parts};
pub(crate) use first::{FirstSite, project_name, site_files};
pub(crate) use template::NewFile;
pub(crate) use workflow::{CiNeeds, CiPlace, SOURCE, engine_files, workflow_files};
pub(crate) use write::{Begun, ci_place, write_schema, write_site, write_theme_part, write_workflow};

#[cfg(test)]
mod tests;
