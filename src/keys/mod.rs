//! The one table of all keys that people write: name, kind, needed or not, meaning, example, limits. The
//! readers' checks and suggestions, and every list of keys elsewhere, come from here. A reader that asks
//! for a key that is not here, or leaves one out, fails the tests.

mod agenda;
mod handover;
mod hours;
mod identity;
mod money;
mod outlet;
mod people;
mod photo;
mod product;
mod profile;
mod shape;
mod site;
mod sites;
mod words;
mod youth;

pub use agenda::{EVENT, MAKE_UP};
pub use handover::{DELIVERY, PICKUP};
pub use hours::HOURS;
pub(crate) use identity::{CODES, identities};
pub use money::{BANK, PAYMENT, SHARES, SURPLUS};
pub use outlet::OUTLET;
pub use people::{JOINING, MEETING, MEMBER, OFFICER};
pub use photo::{CONSENT, PHOTO};
pub use product::{CERTIFICATES, MARKETS, ORIGIN, PRODUCT, PROMO, TIER, VARIANT};
pub use profile::{CONTACT, LEGAL, PROFILE, QUESTION, STORY};
pub use shape::{Key, Section, Shape, walk};
pub use site::{AGES, FRESHNESS, GUIDES, LIMITS, MANAGE, PROGRAMME, SITE, SITE_PHOTO, TARGET};
pub use sites::{LISTED_SITE, SITES};
pub(crate) use words::{
    CHOICE_SYNONYMS, CODE_HOSTS, FORGE_DOMAINS, FORGES, FORMATS, FORMS, GROUPS, HELPS, HOSTS, KINDS,
    LANGUAGES, OPENINGS, OUTLETS, ROLES, SCHEMES, STOCKS, SYNONYMS, WEIGHTS, ZONES, given_domains,
};
pub use youth::{
    CHALLENGE, HIGHLIGHT, OPENING, QUIZ, QUIZ_ANSWER, QUIZ_QUESTION, QUIZ_ROLE, YOUTH, YOUTH_PAGE,
};
