//! A site on this machine that answers as it is told, well or badly.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// A summary; `rest` begins with a comma.
pub(crate) fn summary(slug: &str, name: &str, rest: &str) -> String {
    format!("{{\"etalase\":1,\"slug\":\"{slug}\",\"name\":\"{name}\",\"languages\":[\"id\"]{rest}}}")
}

/// What is sent, and how.
#[derive(Clone)]
pub(crate) struct Reply {
    bytes: Vec<u8>,
    manner: Manner,
}

#[derive(Clone, Copy)]
enum Manner {
    /// All at once.
    Whole,
    /// Nothing, until whoever asks goes.
    Silence,
    /// A byte now and then.
    Drip,
    /// So many bytes more than are there.
    Endless(usize),
}

impl Reply {
    pub(crate) fn raw(text: &str) -> Self {
        Self { bytes: text.as_bytes().to_vec(), manner: Manner::Whole }
    }

    fn of(status: &str, heads: &str, body: &[u8]) -> Self {
        let head = format!(
            "HTTP/1.1 {status}\r\n{heads}Connection: close\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        Self { bytes: [head.as_bytes(), body].concat(), manner: Manner::Whole }
    }

    pub(crate) fn json(body: &str) -> Self {
        Self::of("200 OK", "Content-Type: application/json\r\n", body.as_bytes())
    }

    pub(crate) fn with_etag(self, etag: &str) -> Self {
        let text = String::from_utf8(self.bytes).expect("text");
        Self { bytes: text.replacen("\r\n", &format!("\r\nETag: {etag}\r\n"), 1).into_bytes(), ..self }
    }

    pub(crate) fn page(body: &str) -> Self {
        Self::of("200 OK", "Content-Type: text/html\r\n", body.as_bytes())
    }

    pub(crate) fn status(status: u16) -> Self {
        Self::of(&format!("{status} No"), "", b"")
    }

    pub(crate) fn not_modified() -> Self {
        Self::raw("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n")
    }

    pub(crate) fn redirect(to: &str) -> Self {
        Self::of("302 Found", &format!("Location: {to}\r\n"), b"")
    }

    /// Ends before all that was promised is there.
    pub(crate) fn cut() -> Self {
        Self::raw("HTTP/1.1 200 OK\r\nContent-Length: 500\r\nConnection: close\r\n\r\n{\"etalase\":1")
    }

    pub(crate) fn silence() -> Self {
        Self { bytes: Vec::new(), manner: Manner::Silence }
    }

    pub(crate) fn drip() -> Self {
        Self { manner: Manner::Drip, ..Self::json(&summary("lambat", "Lambat", "")) }
    }

    /// A head that promises no size, and spaces.
    pub(crate) fn endless(size: usize) -> Self {
        let head = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";
        Self { bytes: head.as_bytes().to_vec(), manner: Manner::Endless(size) }
    }
}

/// Few bytes that are many when they are unzipped.
pub(crate) fn gzip_bomb() -> Reply {
    let mut zipped = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    zipped.write_all(&vec![b' '; 50_000_000]).expect("in memory");
    Reply::of("200 OK", "Content-Encoding: gzip\r\n", &zipped.finish().expect("in memory"))
}

/// The head of a request.
#[derive(Clone)]
pub(crate) struct Asked(String);

impl Asked {
    /// The version that whoever asks has already.
    pub(crate) fn version(&self) -> Option<String> {
        let line = self.0.lines().find(|line| line.to_ascii_lowercase().starts_with("if-none-match:"))?;
        line.split_once(':').map(|(_, value)| value.trim().to_owned())
    }
}

/// A site that gives one reply after the other, and then its last one again and again.
pub(crate) struct Server {
    address: String,
    asked: Arc<Mutex<Vec<Asked>>>,
    is_over: Arc<AtomicBool>,
}

impl Server {
    pub(crate) fn start(replies: Vec<Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}/", listener.local_addr().expect("bound"));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let is_over = Arc::new(AtomicBool::new(false));
        let (noted, over) = (Arc::clone(&asked), Arc::clone(&is_over));
        thread::spawn(move || {
            for stream in listener.incoming() {
                if over.load(Ordering::Relaxed) {
                    return;
                }
                let Ok(mut stream) = stream else { continue };
                let mut head = [0; 4096];
                let length = stream.read(&mut head).unwrap_or_default();
                let mut noted = noted.lock().expect("no test panics here");
                let reply = replies[noted.len().min(replies.len() - 1)].clone();
                noted.push(Asked(String::from_utf8_lossy(&head[..length]).into_owned()));
                drop(noted);
                thread::spawn(move || answer(&mut stream, &reply));
            }
        });
        Self { address, asked, is_over }
    }

    /// An address where nobody listens.
    pub(crate) fn closed() -> String {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        format!("http://{}/", listener.local_addr().expect("bound"))
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Every request so far.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().expect("no test panics here").clone()
    }
}

impl Drop for Server {
    /// Nobody listens any more.
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        let host = self.address.trim_start_matches("http://").trim_end_matches('/');
        drop(TcpStream::connect(host));
    }
}

/// What goes wrong here is what whoever asks is to notice.
fn answer(stream: &mut TcpStream, reply: &Reply) {
    match reply.manner {
        Manner::Whole => drop(stream.write_all(&reply.bytes)),
        Manner::Silence => drop(stream.read(&mut [0; 16])),
        Manner::Drip => {
            for byte in &reply.bytes {
                if stream.write_all(&[*byte]).is_err() {
                    return;
                }
                thread::sleep(Duration::from_millis(100));
            }
        }
        Manner::Endless(size) => {
            let _ = stream.write_all(&reply.bytes);
            let spaces = vec![b' '; 64 * 1024];
            for _ in 0..size / spaces.len() {
                if stream.write_all(&spaces).is_err() {
                    return;
                }
            }
        }
    }
}
