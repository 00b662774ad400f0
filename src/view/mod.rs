//! Model to exactly what a template prints: prices formatted, links made, alt texts chosen. Knows no
//! template and no file; what it returns is plain data, made once per cooperative and language.
//!
//! `scene` is what views are made from, the files named after a thing (`photos`, `payment`, `hours` …) are its parts,
//! and those named after a page (`storefront`, `product`, `basket` …) put parts together. Imports only point down.

pub mod action;
pub mod basket;
pub mod colour;
pub mod dates;
pub mod days;
pub mod fact;
pub mod findings;
pub mod frame;
pub mod handover;
pub mod headline;
pub mod hours;
pub mod ical;
pub mod initials;
pub mod json_ld;
pub mod links;
pub mod member;
pub mod money;
pub mod order;
pub mod organisation;
pub mod outlet;
pub mod payment;
pub mod photos;
pub mod place;
pub mod print;
pub mod product;
pub mod qr;
pub mod scene;
pub mod share;
pub mod shelf;
pub mod storefront;
pub mod story;
pub mod youth;
