//! What every program that answers browsers needs: a port, a stream of events, an end that loses no answer. A
//! door to the network; knows no site and no page.

mod end;
mod events;
mod listen;

pub(crate) use end::serve_until_stopped;
pub(crate) use events::event_stream;
pub(crate) use listen::{Bound, address_in_network, bind};
