//! A store on this machine that speaks as much S3 as a cache needs, and that fails as it is told. Signatures are taken
//! as they come: a real store looks at them in `benches/compare/shared-cache`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;

/// How a store fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Not at all.
    None,
    /// Takes a request and says nothing.
    Silent,
    /// The same, of what is put there.
    SilentToPuts,
    /// Breaks off halfway through an object, and before it answers a put.
    Cut,
    /// Gives back another byte.
    Altered,
    /// Says this to everything: status, S3's name for it, seconds to wait.
    Says(u16, &'static str, Option<u64>),
    /// Says this to what is put there.
    SaysToPuts(u16, &'static str),
    /// Says this to a put with a condition.
    SaysToConditions(u16, &'static str),
    /// Takes no notice of conditions.
    IgnoresConditions,
    /// Somebody else is first each time: what is to be put is there already when the store says 409.
    SomebodyWasFirst,
    /// Says 403 for what is not there, as Amazon does to a key that may not list.
    HidesWhatIsNotThere,
    /// Says 503 to the first so many requests.
    Busy(usize),
    /// Is gone after so many requests.
    Vanishes(usize),
}

/// One request: what was asked, of what, and the status of the answer; 0 for none.
pub(crate) type Asked = (String, String, u16);

struct Inner {
    objects: Mutex<BTreeMap<String, Vec<u8>>>,
    asked: Mutex<Vec<Asked>>,
    fault: Mutex<Fault>,
    is_over: AtomicBool,
    address: String,
}

/// The store; gone when it is dropped.
pub(crate) struct Store(Arc<Inner>);

impl Store {
    pub(crate) fn start(fault: Fault) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let inner = Arc::new(Inner {
            objects: Mutex::default(),
            asked: Mutex::default(),
            fault: Mutex::new(fault),
            is_over: AtomicBool::new(false),
            address: listener.local_addr().expect("bound").to_string(),
        });
        let shared = Arc::clone(&inner);
        thread::spawn(move || {
            for stream in listener.incoming() {
                if shared.is_over.load(Ordering::SeqCst) {
                    return;
                }
                let (Ok(stream), shared) = (stream, Arc::clone(&shared)) else { continue };
                thread::spawn(move || while shared.answer_one(&stream).is_some() {});
            }
        });
        Self(inner)
    }

    pub(crate) fn endpoint(&self) -> String {
        format!("http://{}", self.0.address)
    }

    pub(crate) fn set(&self, fault: Fault) {
        *held(&self.0.fault) = fault;
    }

    /// Every request so far.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        held(&self.0.asked).clone()
    }

    /// How many requests of a kind were answered with success.
    pub(crate) fn done(&self, method: &str) -> usize {
        self.asked().iter().filter(|(asked, _, status)| asked == method && *status == 200).count()
    }

    pub(crate) fn names(&self) -> BTreeSet<String> {
        held(&self.0.objects).keys().cloned().collect()
    }

    /// Gives another store all of its objects, each under the name of the next.
    pub(crate) fn give_turned(&self, other: &Self) {
        let objects = held(&self.0.objects);
        let next = objects.keys().cycle().skip(1);
        *held(&other.0.objects) = next.cloned().zip(objects.values().cloned()).collect();
    }

    /// Changes what is kept of every object.
    pub(crate) fn change(&self, change: impl Fn(&mut Vec<u8>)) {
        held(&self.0.objects).values_mut().for_each(change);
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        self.0.end();
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().expect("no thread of the store panics")
}

struct Request {
    method: String,
    key: String,
    has_condition: bool,
    body: Vec<u8>,
}

fn read_request(stream: &TcpStream) -> Option<Request> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok().filter(|length| *length > 0)?;
    let mut words = line.split_whitespace();
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    assert!(target.contains("X-Amz-Signature="), "nothing is asked without a signature");
    let (mut length, mut has_condition) = (0, false);
    loop {
        let mut head = String::new();
        reader.read_line(&mut head).ok()?;
        let head = head.trim().to_ascii_lowercase();
        let Some((name, value)) = head.split_once(':') else { break };
        match name {
            "content-length" => length = value.trim().parse().ok()?,
            "if-none-match" => has_condition = true,
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let key = target.split('?').next()?.to_owned();
    Some(Request { method, key, has_condition, body })
}

impl Inner {
    /// Answers one request of a connection; `None` when that is over.
    fn answer_one(&self, stream: &TcpStream) -> Option<()> {
        let request = read_request(stream)?;
        if self.is_over.load(Ordering::SeqCst) {
            return None;
        }
        let fault = *held(&self.fault);
        let count = held(&self.asked).len();
        let note = |status| held(&self.asked).push((request.method.clone(), request.key.clone(), status));
        let is_put = request.method == "PUT";
        match fault {
            Fault::Silent | Fault::SilentToPuts if is_put || fault == Fault::Silent => {
                note(0);
                // Until whoever asks goes.
                let _ = (&*stream).read(&mut [0]);
                return None;
            }
            Fault::Cut if is_put => {
                note(0);
                return None;
            }
            Fault::Vanishes(after) if count >= after => {
                note(0);
                self.end();
                return None;
            }
            Fault::Says(status, code, wait) => return refuse(stream, note, status, code, wait),
            Fault::Busy(times) if count < times => return refuse(stream, note, 503, "SlowDown", Some(0)),
            Fault::SaysToPuts(status, code) if is_put => return refuse(stream, note, status, code, None),
            Fault::SaysToConditions(status, code) if request.has_condition => {
                return refuse(stream, note, status, code, None);
            }
            _ => {}
        }
        if is_put {
            let mut objects = held(&self.objects);
            if fault == Fault::SomebodyWasFirst {
                objects.insert(request.key.clone(), request.body.clone());
                return refuse(stream, note, 409, "ConditionalRequestConflict", None);
            }
            let heeds = request.has_condition && fault != Fault::IgnoresConditions;
            if heeds && objects.contains_key(&request.key) {
                return refuse(stream, note, 412, "PreconditionFailed", None);
            }
            objects.insert(request.key.clone(), request.body.clone());
            note(200);
            return send(stream, "200 OK", "", &[], 0);
        }
        let Some(mut object) = held(&self.objects).get(&request.key).cloned() else {
            let (status, code) =
                if fault == Fault::HidesWhatIsNotThere { (403, "AccessDenied") } else { (404, "NoSuchKey") };
            return refuse(stream, note, status, code, None);
        };
        note(200);
        if fault == Fault::Altered {
            let last = object.len() - 1;
            object[last] ^= 1;
        }
        let held_back = if fault == Fault::Cut { object.len() / 2 } else { 0 };
        send(stream, "200 OK", "", &object, held_back)?;
        (held_back == 0).then_some(())
    }

    fn end(&self) {
        self.is_over.store(true, Ordering::SeqCst);
        // Wakes the listener, which goes.
        let _ = TcpStream::connect(&self.address);
    }
}

fn refuse(stream: &TcpStream, note: impl Fn(u16), status: u16, code: &str, wait: Option<u64>) -> Option<()> {
    note(status);
    let body = format!("<?xml version=\"1.0\"?><Error><Code>{code}</Code></Error>");
    let wait = wait.map(|seconds| format!("Retry-After: {seconds}\r\n")).unwrap_or_default();
    send(stream, &format!("{status} No"), &wait, body.as_bytes(), 0)
}

/// Sends all but so many bytes at the end.
fn send(mut stream: &TcpStream, status: &str, heads: &str, body: &[u8], held_back: usize) -> Option<()> {
    let head = format!("HTTP/1.1 {status}\r\n{heads}Content-Length: {}\r\n\r\n", body.len());
    stream.write_all(&[head.as_bytes(), &body[..body.len() - held_back]].concat()).ok()
}
