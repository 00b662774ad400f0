//! Ports, and where this machine is in its network.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};

use anyhow::Result;
use tokio::net::TcpListener;

use crate::failure::{Failure, OrFailed as _};

/// How many ports after a taken one are tried, to name a free one.
const PORTS_TRIED: u16 = 100;

/// What came of asking for a port.
pub(crate) enum Bound {
    /// It is ours.
    Listener(TcpListener),
    /// Another program listens there. The next free port, if one was found.
    Taken(Option<u16>),
}

/// Listens on an address; port 0 takes any free one.
///
/// # Errors
/// If the machine refuses for another reason than a taken port.
pub(crate) async fn bind(address: SocketAddr) -> Result<Bound> {
    match TcpListener::bind(address).await {
        Ok(listener) => Ok(Bound::Listener(listener)),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
            Ok(Bound::Taken(next_free_port(address).await))
        }
        Err(error) => Err(error).or_failed(Failure::ListenOn(address)),
    }
}

/// The first free port after a taken one.
async fn next_free_port(taken: SocketAddr) -> Option<u16> {
    for port in (taken.port()..taken.port().saturating_add(PORTS_TRIED)).map(|port| port.saturating_add(1)) {
        if TcpListener::bind(SocketAddr::new(taken.ip(), port)).await.is_ok() {
            return Some(port);
        }
    }
    None
}

/// This machine's address in its network: the one from which it would send something out. Nothing is sent.
pub(crate) fn address_in_network() -> Option<IpAddr> {
    // An address that documents use and nobody has. Source: RFC 5737.
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    socket.local_addr().ok().map(|address| address.ip())
}
