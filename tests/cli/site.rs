//! A site in a folder of its own, and the program run on it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::Duration;

use assert_cmd::Command;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use tempfile::TempDir;

/// No run of these tests takes longer; one that does hangs.
const PATIENCE: Duration = Duration::from_mins(2);

/// A profile with everything that is needed and nothing else.
pub(crate) const SMALL: &str = "nama: Koperasi Contoh
kontak: {whatsapp: 0812-0000-0000}
produk:
  - {nama: Kopi bubuk, harga: 12.500, satuan: bungkus}
";

/// The same with a photo.
pub(crate) const WITH_PHOTO: &str = "nama: Koperasi Contoh
kontak: {whatsapp: 0812-0000-0000}
produk:
  - {nama: Kopi bubuk, harga: 12.500, satuan: bungkus, foto: [foto/kopi.jpg]}
";

/// A site's folder, thrown away after the test.
pub(crate) struct Site {
    folder: TempDir,
}

impl Site {
    /// With `etalase.yaml` and nothing else.
    pub(crate) fn new() -> Self {
        let site = Self { folder: TempDir::new().expect("a temporary folder") };
        site.write("etalase.yaml", "judul: Uji\nalamat: https://contoh.id/\n")
    }

    /// With one cooperative, `kpc`.
    pub(crate) fn with_profile(profile: &str) -> Self {
        Self::new().write("content/kpc/profil.yaml", profile)
    }

    pub(crate) fn write(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        self.put(path, content);
        self
    }

    pub(crate) fn put(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        fs::write(path, content).expect("the file can be written");
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn read(&self, path: &str) -> String {
        String::from_utf8(fs::read(self.path(path)).expect("the file is there")).expect("text")
    }

    /// Runs a command line in the site's folder, as on a machine that says nothing about its language.
    pub(crate) fn run(&self, line: &str) -> Run {
        Run::new(&self.command(line).output().expect("the program starts and ends"))
    }

    pub(crate) fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_etalase"));
        command.args(line.split_whitespace()).current_dir(self.folder.path()).timeout(PATIENCE);
        for name in ["LC_ALL", "LC_MESSAGES", "LANG", "SOURCE_DATE_EPOCH"] {
            command.env_remove(name);
        }
        command
    }

    /// Builds, and expects it to go well.
    pub(crate) fn build(&self, options: &str) -> Run {
        let run = self.run(&format!("build --today 2026-11-24 {options}"));
        assert_eq!(run.code, 0, "{}", run.stderr);
        run
    }
}

/// What a run said and did.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    pub(crate) fn new(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
        Self {
            code: output.status.code().expect("ended by itself"),
            stdout: text(&output.stdout),
            stderr: text(&output.stderr),
        }
    }

    /// The findings of a run with `--json`.
    pub(crate) fn findings(&self) -> Vec<serde_json::Value> {
        self.stdout.lines().map(|line| serde_json::from_str(line).expect("one object a line")).collect()
    }

    /// Their codes, in the order printed.
    pub(crate) fn codes(&self) -> Vec<String> {
        self.findings().iter().map(|finding| finding["code"].as_str().expect("a code").to_owned()).collect()
    }
}

/// Every file below a folder with its bytes, by path; what a build keeps for itself left out.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fn walk(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).expect("the folder can be read") {
            let path = entry.expect("the entry can be read").path();
            let name = path.strip_prefix(root).expect("below the root").to_string_lossy().into_owned();
            if name == ".etalase" {
                continue;
            }
            if path.is_dir() {
                walk(root, &path, files);
            } else {
                files.insert(name, fs::read(&path).expect("the file can be read"));
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(folder, folder, &mut found);
    found
}

/// Two trees are the same; says which files are not.
pub(crate) fn assert_same(one: &BTreeMap<String, Vec<u8>>, two: &BTreeMap<String, Vec<u8>>) {
    assert!(!one.is_empty(), "nothing was built");
    let different: Vec<&String> =
        one.keys().chain(two.keys()).filter(|path| one.get(*path) != two.get(*path)).collect();
    assert!(different.is_empty(), "not the same: {different:?}");
}

/// A photo as a camera makes it, 900 pixels wide: no two seeds give the same.
pub(crate) fn jpeg(seed: u8) -> Vec<u8> {
    jpeg_of(seed, 900, 600)
}

/// The same in any size, in pixels: small ones where many builds start from nothing.
pub(crate) fn jpeg_of(seed: u8, width: u32, height: u32) -> Vec<u8> {
    let wave =
        |x: u32, y: u32| u8::try_from((x * 7 + y * 3 + u32::from(seed) * 40) % 256).expect("below 256");
    let picture = RgbImage::from_fn(width, height, |x, y| Rgb([wave(x, y), wave(y, x), seed]));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture).write_to(&mut bytes, ImageFormat::Jpeg).expect("encodes");
    bytes.into_inner()
}

/// The same photo with what a phone adds: turned on its side, with a place on earth, a sentence, a thumbnail's
/// worth of XMP, and a comment.
pub(crate) fn jpeg_of_a_phone(seed: u8) -> Vec<u8> {
    let mut bytes = vec![0xff, 0xd8];
    let mut exif = b"Exif\0\0".to_vec();
    exif.extend(exif_of_a_phone());
    let xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>rumah-pak-ujang</x:xmpmeta>".to_vec();
    for (marker, body) in [(0xe1, exif), (0xe1, xmp), (0xfe, b"rumah-pak-ujang".to_vec())] {
        bytes.extend([0xff, marker]);
        bytes.extend(u16::try_from(body.len() + 2).expect("short").to_be_bytes());
        bytes.extend(body);
    }
    bytes.extend(&jpeg(seed)[2..]);
    bytes
}

/// A TIFF block, little-endian: description, orientation 6 (turn to the right), and a place near Pangalengan.
fn exif_of_a_phone() -> Vec<u8> {
    let description = b"rumah-pak-ujang\0";
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        let mut bytes = Vec::new();
        bytes.extend(tag.to_le_bytes());
        bytes.extend(kind.to_le_bytes());
        bytes.extend(count.to_le_bytes());
        bytes.extend(value.to_le_bytes());
        bytes
    };
    let (ascii, short, long, rational) = (2, 3, 4, 5);
    let first_ifd = 8_u32;
    let description_at = first_ifd + 2 + 3 * 12 + 4;
    let gps_ifd = description_at + 16;
    let latitude_at = gps_ifd + 2 + 4 * 12 + 4;
    let mut tiff = b"II*\0".to_vec();
    tiff.extend(first_ifd.to_le_bytes());
    tiff.extend(3_u16.to_le_bytes());
    tiff.extend(entry(0x010e, ascii, 16, description_at));
    tiff.extend(entry(0x0112, short, 1, 6));
    tiff.extend(entry(0x8825, long, 1, gps_ifd));
    tiff.extend(0_u32.to_le_bytes());
    tiff.extend(description);
    tiff.extend(4_u16.to_le_bytes());
    tiff.extend(entry(1, ascii, 2, u32::from(b'S')));
    tiff.extend(entry(2, rational, 3, latitude_at));
    tiff.extend(entry(3, ascii, 2, u32::from(b'E')));
    tiff.extend(entry(4, rational, 3, latitude_at + 24));
    tiff.extend(0_u32.to_le_bytes());
    for part in [7_u32, 10, 24, 107, 33, 22] {
        tiff.extend(part.to_le_bytes());
        tiff.extend(1_u32.to_le_bytes());
    }
    tiff
}

/// True if a path ends in one of some endings.
pub(crate) fn is_kind(path: &str, endings: &[&str]) -> bool {
    Path::new(path)
        .extension()
        .and_then(|ending| ending.to_str())
        .is_some_and(|ending| endings.contains(&ending))
}

/// True if some bytes stand somewhere in others.
pub(crate) fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
