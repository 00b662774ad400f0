//! A site in a folder of its own, the program that lets people edit it, and a small browser without eyes or script.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

/// Nothing takes longer; what does hangs.
const PATIENCE: Duration = Duration::from_mins(2);

/// A shop as somebody has typed it.
pub(crate) const SHOP: &str = "\
# Diisi oleh Neneng
nama: Koperasi Contoh
kontak: {whatsapp: 0812-0000-0000}   # yang menjawab: Neneng
buka:
  senin-jumat: 08.00-16.00
produk:
  - nama: Kopi bubuk
    harga: 12.500   # per bungkus
    satuan: bungkus
    per_tanggal: 2026-08-01
  - {nama: Gula aren, harga: \"Rp 20.000\", satuan: kg, per_tanggal: 2026-11-20}
diperbarui: 2026-11-01
";

/// A site's folder, thrown away after the test.
pub(crate) struct Site(TempDir);

impl Site {
    pub(crate) fn new() -> Self {
        let site = Self(TempDir::new().expect("a temporary folder"));
        site.write("etalase.yaml", "judul: Uji   # sementara\nalamat: https://contoh.id/a/\n");
        site.write("content/kpc/profil.yaml", SHOP);
        site
    }

    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        fs::write(path, content).expect("the file can be written");
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub(crate) fn profile(&self) -> String {
        self.read("content/kpc/profil.yaml")
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    /// Lines that went and lines that came, since the shop was typed.
    pub(crate) fn difference(&self) -> String {
        difference(SHOP, &self.profile())
    }
}

pub(crate) fn difference(before: &str, after: &str) -> String {
    let diff = similar::TextDiff::from_lines(before, after);
    let lines = diff.iter_all_changes().filter(|change| change.tag() != similar::ChangeTag::Equal);
    lines.map(|change| format!("{}{change}", change.tag())).collect::<Vec<_>>().concat()
}

/// The program while it lets people edit. Ended with the test.
pub(crate) struct Editor {
    child: Child,
    port: u16,
    out: Receiver<String>,
    /// What the browser keeps.
    pub(crate) cookie: String,
}

impl Editor {
    /// Starts it, and lets the browser in.
    pub(crate) fn start(site: &Site) -> Self {
        Self::start_with(site, "")
    }

    pub(crate) fn start_with(site: &Site, options: &str) -> Self {
        let (mut editor, address) = Self::start_closed(site, options);
        let answer = editor.get(&address);
        assert_eq!(answer.status, 303, "{}", answer.text());
        editor.keep_cookie(&answer);
        editor
    }

    /// Starts it; gives the address that lets a browser in.
    pub(crate) fn start_closed(site: &Site, options: &str) -> (Self, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_etalase"));
        command.args(format!("edit --port 0 --today 2026-11-24 {options}").split_whitespace());
        command.current_dir(site.path(""));
        for name in ["LC_ALL", "LC_MESSAGES", "LANG", "SOURCE_DATE_EPOCH"] {
            command.env_remove(name);
        }
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().expect("the program starts");
        let out = lines(child.stdout.take().expect("an output"));
        let first = out.recv_timeout(PATIENCE).expect("an address");
        let rest = first.split("http://127.0.0.1:").nth(1).expect("an address");
        let (port, path) = rest.split_once('/').expect("an address");
        let path = format!("/{}", path.split(' ').next().expect("a path"));
        let editor = Self { child, port: port.parse().expect("a port"), out, cookie: String::new() };
        (editor, path)
    }

    pub(crate) fn keep_cookie(&mut self, answer: &Answer) {
        let pair = answer.header("set-cookie").split(';').next().unwrap_or_default();
        pair.clone_into(&mut self.cookie);
        assert!(!self.cookie.is_empty(), "{}", answer.head);
    }

    /// The next line of its output that has some words in it.
    pub(crate) fn line_with(&self, words: &str) -> String {
        loop {
            let line = self.out.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("nobody said `{words}`"));
            if line.contains(words) {
                return line;
            }
        }
    }

    pub(crate) fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    pub(crate) fn get(&self, address: &str) -> Answer {
        self.ask("GET", address, &[], b"")
    }

    /// A page that is there.
    pub(crate) fn page(&self, address: &str) -> String {
        let answer = self.get(address);
        assert_eq!(answer.status, 200, "{address}: {}", answer.text());
        answer.text()
    }

    /// Fills in the form at an address: its hidden fields go as they are, and these values with them.
    pub(crate) fn send(&self, address: &str, values: &[(&str, &str)]) -> Answer {
        self.send_from(&self.page(address), address, values)
    }

    /// The same with a page that was got before.
    pub(crate) fn send_from(&self, page: &str, address: &str, values: &[(&str, &str)]) -> Answer {
        let hidden = hidden(page);
        let own = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let pairs: Vec<(&str, &str)> = own.chain(values.iter().copied()).collect();
        self.post(address, &pairs)
    }

    pub(crate) fn post(&self, address: &str, pairs: &[(&str, &str)]) -> Answer {
        let body: Vec<String> =
            pairs.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
        let origin = format!("http://{}", self.host());
        let headers = [("Origin", &*origin), ("Content-Type", "application/x-www-form-urlencoded")];
        self.ask("POST", address, &headers, body.join("&").as_bytes())
    }

    /// Sends a form with a file.
    pub(crate) fn upload(&self, address: &str, values: &[(&str, &str)], name: &str, bytes: &[u8]) -> Answer {
        let page = self.page(address);
        let hidden = hidden(&page);
        let own = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let mut body = Vec::new();
        for (name, value) in own.chain(values.iter().copied()) {
            body.extend(
                format!("--batas\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                    .bytes(),
            );
        }
        let head = format!("Content-Disposition: form-data; name=\"foto\"; filename=\"{name}\"");
        body.extend(format!("--batas\r\n{head}\r\nContent-Type: image/jpeg\r\n\r\n").bytes());
        body.extend(bytes);
        body.extend(b"\r\n--batas--\r\n");
        let origin = format!("http://{}", self.host());
        let headers = [("Origin", &*origin), ("Content-Type", "multipart/form-data; boundary=batas")];
        self.ask("POST", address, &headers, &body)
    }

    pub(crate) fn ask(&self, method: &str, address: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("set");
        let (host, length) = (self.host(), body.len().to_string());
        let is_named = |name: &str| headers.iter().any(|(known, _)| *known == name);
        let mut own = vec![("Connection", "close"), ("Host", &*host), ("Cookie", &*self.cookie)];
        if method == "POST" {
            own.push(("Content-Length", &*length));
        }
        let own = own.into_iter().filter(|(name, _)| !is_named(name));
        let lines: String = own
            .chain(headers.iter().copied())
            .flat_map(|(name, value)| [name, ": ", value, "\r\n"])
            .collect();
        let address = address.replace('[', "%5B").replace(']', "%5D");
        stream
            .write_all(format!("{method} {address} HTTP/1.1\r\n{lines}\r\n").as_bytes())
            .expect("it listens");
        // A server that has answered need not read on.
        let _ = stream.write_all(body);
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
        let head = String::from_utf8(bytes[..end].to_vec()).expect("text");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        Answer { status, head, body: bytes[end + 4..].to_vec() }
    }

    /// What the page of the site says that is shown beside a form.
    pub(crate) fn shown(&self, page: &str) -> String {
        let start = page.find("<iframe src=\"").expect("a page beside the form") + "<iframe src=\"".len();
        let address = page[start..].split('"').next().expect("an address");
        self.page(address)
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        // One that has ended already is no matter.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What was answered.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        let line =
            self.head.lines().find_map(|line| line.split_once(": ").filter(|(known, _)| *known == name));
        line.map_or("", |(_, value)| value)
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Where it leads; it was saved.
    pub(crate) fn saved(&self) -> &str {
        let to = self.header("location");
        assert!(
            self.status == 303 && to.contains("simpan=") && !to.ends_with("simpan=0"),
            "{} {}",
            self.head,
            self.text()
        );
        to
    }
}

/// Hidden fields of the first form of a page.
pub(crate) fn hidden(page: &str) -> Vec<(String, String)> {
    let form =
        page.split("method=\"post\"").nth(1).unwrap_or_default().split("</form>").next().unwrap_or_default();
    form.split("<input type=\"hidden\"")
        .skip(1)
        .filter_map(|field| Some((attribute(field, "name")?, attribute(field, "value")?)))
        .collect()
}

/// An attribute of the element that a text begins in.
pub(crate) fn attribute(element: &str, name: &str) -> Option<String> {
    let element = element.split('>').next()?;
    let start = element.find(&format!(" {name}=\""))? + name.len() + 3;
    Some(element[start..].split('"').next()?.replace("&quot;", "\"").replace("&amp;", "&"))
}

fn escaped(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let one = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(one).collect()
}

fn lines(output: impl std::io::Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        BufReader::new(output).lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
    });
    receiver
}
