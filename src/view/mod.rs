//! Model to exactly what a template prints: prices formatted, links made, alt texts chosen. Knows no
//! template and no file; what it returns is plain data, made once per cooperative and language.

pub mod basket;
pub mod cards;
pub mod colour;
pub mod dates;
pub mod findings;
pub mod frame;
pub mod ical;
pub mod json_ld;
pub mod links;
pub mod money;
pub mod photos;
pub mod print;
pub mod qr;

mod organisation;
mod product;
pub mod storefront;
mod story;
pub mod youth;

pub use basket::{BasketPage, basket_page};
pub use organisation::{JoinPage, MemberPage, ReportPage, join_page, member_page, report_page};
pub use photos::{PhotoShape, PhotoShelf, PictureView, choose_photos};
pub use product::{ProductPage, product_cards, product_page};
pub(crate) use product::{price_today, stock_today};
pub use storefront::{StorefrontPage, storefront_page};
pub use story::{StoryPage, story_page};
