//! A graceful end: no new requests, and a moment for the answers that are under way.

use std::time::Duration;

use axum::Router;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch as signal;
use tokio::task::JoinSet;

/// A browser sends the head of a request at once. So long it may take, and so long a connection may say nothing.
const HEAD_PATIENCE: Duration = Duration::from_secs(30);

/// Answers that are under way get so long to end when the server is to stop.
const LAST_ANSWERS: Duration = Duration::from_secs(2);

/// Serves until somebody presses Ctrl-C or the system asks politely. Then calls `on_end` and sets `is_ending`,
/// which ends every stream that watches it. A second Ctrl-C waits for nothing.
pub(crate) async fn serve_until_stopped(
    listener: TcpListener,
    router: Router,
    is_ending: &signal::Sender<bool>,
    on_end: impl FnOnce(),
) {
    let mut ending = is_ending.subscribe();
    let stopped = async move {
        // The sender lives as long as this waits.
        let _ = ending.wait_for(|is_ending| *is_ending).await;
    };
    let mut server = std::pin::pin!(answer_all(&listener, &router, HEAD_PATIENCE, stopped));
    tokio::select! {
        () = &mut server => return,
        () = asked_to_stop() => {}
    }
    on_end();
    is_ending.send_replace(true);
    tokio::select! {
        ended = tokio::time::timeout(LAST_ANSWERS, server) => drop(ended),
        () = asked_to_stop() => {}
    }
}

/// Takes connections until `stopped`, then waits for the answers that are under way. A head that is not whole in time
/// ends its connection, so that those who send one slowly, or nothing, keep none open.
async fn answer_all(
    listener: &TcpListener,
    router: &Router,
    head_patience: Duration,
    stopped: impl Future<Output = ()>,
) {
    let is_over = signal::Sender::new(false);
    let mut connections = JoinSet::new();
    let mut stopped = std::pin::pin!(stopped);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stopped => break,
            // Those that have ended are forgotten.
            Some(_) = connections.join_next() => continue,
        };
        match accepted {
            Ok((stream, _)) => {
                // Answers are small: one that waits for more to send with it is late.
                drop(stream.set_nodelay(true));
                connections.spawn(answer_one(stream, router.clone(), head_patience, is_over.subscribe()));
            }
            // The other side has gone already, or the machine is out of file handles until some come back.
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
    is_over.send_replace(true);
    while connections.join_next().await.is_some() {}
}

async fn answer_one(
    stream: TcpStream,
    router: Router,
    head_patience: Duration,
    mut is_over: signal::Receiver<bool>,
) {
    let mut builder = Builder::new(TokioExecutor::new()).http1_only();
    builder.http1().timer(TokioTimer::new()).header_read_timeout(head_patience);
    let connection = builder.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    let mut connection = std::pin::pin!(connection);
    tokio::select! {
        // A browser that breaks off is nobody's fault.
        ended = connection.as_mut() => return drop(ended),
        _ = is_over.wait_for(|is_over| *is_over) => {}
    }
    connection.as_mut().graceful_shutdown();
    drop(connection.await);
}

/// Ctrl-C, or a polite request by the system to end.
async fn asked_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::{SocketAddr, TcpStream};

    use tokio::runtime::Runtime;

    use super::*;

    /// What is answered to what is sent, to the end of the connection: without one this waits for ever.
    fn answer_to(address: SocketAddr, sent: &str) -> String {
        let mut stream = TcpStream::connect(address).expect("connected");
        stream.write_all(sent.as_bytes()).expect("sent");
        let mut answer = Vec::new();
        drop(stream.read_to_end(&mut answer));
        String::from_utf8_lossy(&answer).into_owned()
    }

    #[test]
    fn who_sends_a_head_slowly_or_nothing_keeps_no_connection_open() {
        let runtime = Runtime::new().expect("threads");
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).expect("a port");
        let address = listener.local_addr().expect("an address");
        runtime.spawn(async move {
            let router = Router::new().fallback(|| async { "halo" });
            answer_all(&listener, &router, Duration::from_millis(100), std::future::pending()).await;
        });
        for sent in ["", "GET / HTTP/1.1\r\nHost: a\r\n"] {
            assert!(!answer_to(address, sent).contains("halo"), "{sent}");
        }
        // One that is kept open for more requests ends, too.
        let answer = answer_to(address, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        assert!(answer.ends_with("halo"), "{answer}");
    }
}
