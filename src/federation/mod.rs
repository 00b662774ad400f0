//! Which cooperatives with sites of their own a portal shows: a site speaks for nobody but the cooperative that the
//! office lists it for. What it published comes in checked for harm already (`summary`); here it is held against what
//! the office knows and against the other cooperatives. Asks no network, reads no file.

mod claims;
mod findings;
mod trust;

pub(crate) use claims::Claims;
pub(crate) use findings::{identity_changed, never_collected, not_readable};
pub(crate) use trust::trusted;
