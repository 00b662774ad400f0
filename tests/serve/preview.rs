//! A site in a folder of its own, the program that shows it, and a small browser without eyes.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Cursor, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use serde_json::Value;
use tempfile::TempDir;

/// Nothing takes longer; what does hangs.
const PATIENCE: Duration = Duration::from_mins(2);

/// A profile with everything that is needed and nothing else.
pub(crate) const SMALL: &str = "nama: Koperasi Contoh
kontak: {whatsapp: 0812-0000-0000}
produk:
  - {nama: Kopi bubuk, harga: 12.500, satuan: bungkus}
diperbarui: 2026-11-01
";

/// The same with a photo.
pub(crate) const PHOTO: &str = "nama: Koperasi Contoh
kontak: {whatsapp: 0812-0000-0000}
produk:
  - {nama: Kopi bubuk, harga: 12.500, satuan: bungkus, foto: [{berkas: foto/kopi.jpg, alt: Kopi dalam bungkus}]}
diperbarui: 2026-11-01
";

/// A site's folder, thrown away after the test.
pub(crate) struct Site(TempDir);

impl Site {
    pub(crate) fn new() -> Self {
        let site = Self(TempDir::new().expect("a temporary folder"));
        site.write("etalase.yaml", "judul: Uji\nalamat: https://contoh.id/a/\n");
        site
    }

    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        fs::write(path, content).expect("the file can be written");
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    pub(crate) fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_etalase"));
        command.args(line.split_whitespace()).current_dir(self.0.path());
        for name in ["LC_ALL", "LC_MESSAGES", "LANG", "SOURCE_DATE_EPOCH"] {
            command.env_remove(name);
        }
        command
    }

    /// Every file that a build has written, by path.
    pub(crate) fn built_files(&self) -> BTreeMap<String, Vec<u8>> {
        fn walk(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                let name = path.strip_prefix(root).expect("below").to_string_lossy().into_owned();
                if path.is_dir() {
                    walk(root, &path, files);
                } else if !name.starts_with(".etalase/") {
                    files.insert(name, fs::read(&path).expect("a file"));
                }
            }
        }
        let mut files = BTreeMap::new();
        walk(&self.path("public"), &self.path("public"), &mut files);
        files
    }
}

/// The program while it serves. Ended with the test.
pub(crate) struct Preview {
    child: Child,
    port: u16,
    out: Receiver<String>,
    err: Receiver<String>,
}

impl Preview {
    /// Starts it, and waits until it listens.
    pub(crate) fn start(site: &Site, options: &str) -> Self {
        let mut command = site.command(&format!("serve --port 0 --today 2026-11-24 {options}"));
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        let out = lines(child.stdout.take().expect("an output"));
        let err = lines(child.stderr.take().expect("an output"));
        let first =
            out.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("{:?}", err.try_iter().collect::<Vec<_>>()));
        let port =
            first.split("127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next()).expect("an address");
        let port = port.parse().expect("a port");
        Self { child, port, out, err }
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits for its end; gives its code.
    pub(crate) fn wait(&mut self) -> Option<i32> {
        self.child.wait().expect("it ends").code()
    }

    /// The next line of its output that has some words in it.
    pub(crate) fn line_with(&self, words: &str) -> String {
        next_with(&self.out, words)
    }

    /// The next line of its messages that has some words in it.
    pub(crate) fn error_with(&self, words: &str) -> String {
        next_with(&self.err, words)
    }

    pub(crate) fn get(&self, address: &str) -> Answer {
        self.ask("GET", address, &[])
    }

    pub(crate) fn ask(&self, method: &str, address: &str, headers: &[(&str, &str)]) -> Answer {
        let mut stream = self.connect(method, address, headers);
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("a whole answer");
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
        let head = String::from_utf8(bytes[..end].to_vec()).expect("text");
        Answer { status: status_of(&head), head, body: bytes[end + 4..].to_vec() }
    }

    /// What a page at an address is told.
    pub(crate) fn follow(&self, address: &str) -> Events {
        let stream = self.connect("GET", &format!("/.etalase/kabar?{address}"), &[]);
        let mut reader = BufReader::new(stream);
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert!(reader.read_line(&mut head).expect("a head") > 0, "{head}");
        }
        assert_eq!(status_of(&head), 200, "{head}");
        Events(reader)
    }

    fn connect(&self, method: &str, address: &str, headers: &[(&str, &str)]) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("set");
        let host = format!("127.0.0.1:{}", self.port);
        let is_named = headers.iter().any(|(name, _)| *name == "Host");
        let own = [("Connection", "close"), ("Host", &host)];
        let own = own.into_iter().filter(|(name, _)| !is_named || *name != "Host");
        let lines: String = own
            .chain(headers.iter().copied())
            .flat_map(|(name, value)| [name, ": ", value, "\r\n"])
            .collect();
        let request = format!("{method} {address} HTTP/1.1\r\n{lines}");
        stream.write_all(format!("{request}\r\n").as_bytes()).expect("it listens");
        stream
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // One that has ended already is no matter.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn lines(output: impl std::io::Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        BufReader::new(output).lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
    });
    receiver
}

fn next_with(lines: &Receiver<String>, words: &str) -> String {
    loop {
        let line = lines.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("nobody said `{words}`"));
        if line.contains(words) {
            return line;
        }
    }
}

fn status_of(head: &str) -> u16 {
    head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status")
}

/// What was answered.
pub(crate) struct Answer {
    pub(crate) status: u16,
    head: String,
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
}

/// A stream of events.
pub(crate) struct Events(BufReader<TcpStream>);

impl Events {
    /// Waits for the next state of the page.
    pub(crate) fn next(&mut self) -> Value {
        let mut signs_of_life = 0;
        loop {
            let line = self.line().expect("the stream goes on");
            signs_of_life += usize::from(line.starts_with(':'));
            assert!(signs_of_life < 12, "nothing was told for minutes");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data.trim_end()).expect("JSON");
            }
        }
    }

    /// Waits for the first state that is as it should be.
    pub(crate) fn until(&mut self, is_right: impl Fn(&Value) -> bool) -> Value {
        loop {
            let state = self.next();
            if is_right(&state) {
                return state;
            }
        }
    }

    /// Waits for the end of the stream.
    pub(crate) fn is_over(&mut self) -> bool {
        while self.line().is_some() {}
        true
    }

    /// Chunks have their sizes on lines of their own, which say nothing here.
    fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        let read = self.0.read_line(&mut line).expect("the server says something before long");
        (read > 0).then_some(line)
    }
}

/// A photo as a camera makes it, 900 pixels wide: no two seeds give the same.
pub(crate) fn jpeg(seed: u8) -> Vec<u8> {
    let wave =
        |x: u32, y: u32| u8::try_from((x * 7 + y * 3 + u32::from(seed) * 40) % 256).expect("below 256");
    let picture = RgbImage::from_fn(900, 600, |x, y| Rgb([wave(x, y), wave(y, x), seed]));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture).write_to(&mut bytes, ImageFormat::Jpeg).expect("encodes");
    bytes.into_inner()
}
