//! What every program that answers browsers needs: threads, a port, a stream of events, an end that loses no answer. A
//! door to the network; knows no site and no page.

mod end;
mod events;
mod file;
mod host;
mod listen;
mod start;

pub(crate) use end::serve_until_stopped;
pub(crate) use events::event_stream;
pub use file::try_request;
pub(crate) use file::{Content, address_of, escaped_address, finish, is_html, mime_of, plain, respond};
pub(crate) use host::{is_localhost_or_number, is_of_own_network, parse_host};
pub(crate) use listen::address_in_network;
pub(crate) use start::{Ended, serve_on};
