//! Pages that people fill in, made from the table of keys. Complete without a script.

mod conflict;
pub(super) mod desk;
pub(super) mod field;
pub(super) mod files;
pub(super) mod form;
pub(super) mod frame;
pub(super) mod home;
mod list;
pub(super) mod prices;
pub(super) mod removal;
pub(super) mod sent;
