//! A site to be handed over: the ZIP beside its folder, with a note on how to open it.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::output::Writer;

/// The site's folder in the ZIP.
const FOLDER: &str = "etalase";

/// Read by people who have the ZIP and nothing else. Lines end as Windows' own editor wants them.
const NOTE: (&str, &str) = (
    "BACA-DULU.txt",
    "Cara membuka\r\n\
     1. Ekstrak dulu berkas ZIP ini (klik kanan, lalu Ekstrak).\r\n\
     2. Buka folder etalase, lalu berkas index.html. Tidak perlu internet.\r\n\
     3. Halaman untuk pelajar: etalase/muda/index.html.\r\n\
     4. Untuk flashdisk: salin seluruh folder etalase.\r\n\
     \r\n\
     How to open\r\n\
     1. Extract this ZIP first (right click, then Extract).\r\n\
     2. Open the folder etalase, then the file index.html. No internet is needed.\r\n\
     3. Pages for pupils: etalase/muda/index.html.\r\n\
     4. For a USB stick: copy the whole folder etalase.\r\n",
);

/// Packs what a build wrote. Gives the ZIP's place, beside the folder, and its size in bytes.
pub(super) fn pack(writer: &Writer, output: &Path) -> Result<(PathBuf, u64)> {
    let mut name = output.file_name().unwrap_or_else(|| FOLDER.as_ref()).to_owned();
    name.push(".zip");
    let archive = output.with_file_name(name);
    let size_bytes = writer.pack(&archive, FOLDER, &[NOTE])?;
    Ok((archive, size_bytes))
}
