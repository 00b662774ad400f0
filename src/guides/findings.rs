//! Why a guide, a link in it or a picture is not shown. None is an error: a guide that is left out holds up no page.

use crate::finding::{Finding, Level, Located, Span, Text};

fn finding(level: Level, code: &'static str, at: Span, found: Text, expected: Text, help: Text) -> Finding {
    Finding { code: code.into(), level, at, found, expected, help }
}

/// A guide that is not there.
pub(super) fn missing(named: &Located<String>) -> Finding {
    let path = &named.value;
    finding(
        Level::Warning,
        "guide-missing",
        named.span.clone(),
        Text::new(format!("panduan `{path}` tidak ada"), format!("there is no guide `{path}`")),
        Text::new(
            "berkas yang ada di folder situs, mis. `panduan/mulai.md`",
            "a file in the site's folder, for example `panduan/mulai.md`",
        ),
        Text::new(
            "periksa ejaan, huruf besar dan foldernya, atau hapus baris ini",
            "check its spelling, capitals and folder, or remove this line",
        ),
    )
}

/// A path that names no Markdown file inside the site.
pub(super) fn not_a_guide(named: &Located<String>) -> Finding {
    let path = &named.value;
    finding(
        Level::Warning,
        "guide-path",
        named.span.clone(),
        Text::new(format!("`{path}` tidak bisa menjadi panduan"), format!("`{path}` cannot become a guide")),
        Text::new(
            "berkas `.md` di dalam folder situs, dengan `/` di antara foldernya, tanpa `..` dan tanpa nama yang diawali \
             titik",
            "a file `.md` inside the site's folder, with `/` between folders, without `..` and without a name that \
             begins with a dot",
        ),
        Text::new(
            "salin berkasnya ke folder situs, mis. `panduan/mulai.md`",
            "copy the file into the site's folder, for example `panduan/mulai.md`",
        ),
    )
}

/// A file that is named a second time.
pub(super) fn twice(named: &Located<String>) -> Finding {
    let path = &named.value;
    finding(
        Level::Warning,
        "guide-twice",
        named.span.clone(),
        Text::new(format!("`{path}` sudah disebut di atas"), format!("`{path}` is named above already")),
        Text::new("tiap panduan satu kali", "each guide once"),
        Text::new("hapus salah satunya", "remove one of them"),
    )
}

/// Two files that would have one address.
pub(super) fn name_taken(named: &Located<String>, other: &str, name: &str) -> Finding {
    let path = &named.value;
    finding(
        Level::Warning,
        "guide-name-taken",
        named.span.clone(),
        Text::new(
            format!("`{path}` dan `{other}` sama-sama menuju alamat `panduan/{name}/`"),
            format!("`{path}` and `{other}` both lead to the address `panduan/{name}/`"),
        ),
        Text::new("nama berkas yang berbeda", "different names of files"),
        Text::new("ganti nama salah satu berkas", "rename one of the files"),
    )
}

/// `foto.md`: what is below `foto/` may be kept by browsers for a year, and a guide may not.
pub(super) fn address_moved(named: &Located<String>, address: &str, name: &str) -> Finding {
    let path = &named.value;
    finding(
        Level::Advice,
        "guide-address",
        named.span.clone(),
        Text::new(
            format!("`{path}` terbit di `{address}`, karena folder `{name}` disediakan untuk berkas situs"),
            format!(
                "`{path}` is published at `{address}`, since folders called `{name}` are for files of the site"
            ),
        ),
        Text::new(
            "nama berkas yang bisa menjadi alamatnya, selain `foto`, `aset` dan `kartu`",
            "a name that can be its address, other than `foto`, `aset` and `kartu`",
        ),
        Text::new(
            format!("ganti nama berkasnya, mis. `panduan-{name}.md`, sebelum alamatnya dibagikan"),
            format!("rename the file, for example `panduan-{name}.md`, before its address is shared"),
        ),
    )
}

/// A guide that says nothing.
pub(super) fn empty(at: Span) -> Finding {
    finding(
        Level::Warning,
        "guide-empty",
        at,
        Text::new(
            "panduan ini masih kosong, jadi tidak ditampilkan",
            "this guide is empty, so it is not shown",
        ),
        Text::new("judul yang diawali `# `, lalu isinya", "a title that begins with `# `, then its text"),
        Text::new(
            "tulis isinya, atau hapus barisnya dari `etalase.yaml`",
            "write it, or remove it from `etalase.yaml`",
        ),
    )
}

/// A link to a file that is not among the guides.
pub(super) fn not_published(at: Span, address: &str) -> Finding {
    finding(
        Level::Advice,
        "guide-link",
        at,
        Text::new(
            format!("`{address}` tidak ikut terbit; hanya kata-kata tautannya yang tampil"),
            format!("`{address}` is not published; only the words of the link are shown"),
        ),
        Text::new(
            "tautan ke panduan lain di `etalase.yaml`, atau alamat lengkap yang diawali `https://`",
            "a link to another guide in `etalase.yaml`, or a whole address that begins with `https://`",
        ),
        Text::new(
            "tambahkan berkasnya di bawah `panduan:`, atau tulis alamat lengkapnya",
            "add the file under `panduan:`, or write its whole address",
        ),
    )
}

/// A link to a heading that is not there.
pub(super) fn no_such_heading(at: Span, address: &str) -> Finding {
    finding(
        Level::Warning,
        "guide-heading",
        at,
        Text::new(
            format!("`{address}` menunjuk judul bagian yang tidak ada"),
            format!("`{address}` names a heading that is not there"),
        ),
        Text::new(
            "judul bagian dengan huruf kecil dan tanda hubung, mis. `#menit-1-unduh`",
            "words of a heading in lower case with hyphens, for example `#menit-1-unduh`",
        ),
        Text::new(
            "salin judul bagian yang dimaksud; tautan ini sementara membuka awal panduannya",
            "copy the heading that you mean; meanwhile the link opens the top of the guide",
        ),
    )
}

/// A picture that is not there.
pub(super) fn no_picture(at: Span, address: &str) -> Finding {
    finding(
        Level::Warning,
        "guide-picture",
        at,
        Text::new(
            format!("gambar `{address}` tidak ada di folder situs"),
            format!("there is no picture `{address}` in the site's folder"),
        ),
        Text::new(
            "nama gambar di dekat panduan, mis. `gambar/a.webp`",
            "a picture near the guide, such as `gambar/a.webp`",
        ),
        Text::new(
            "periksa ejaan dan foldernya; sementara itu keterangannya yang tampil",
            "check its spelling and folder; meanwhile its description is shown",
        ),
    )
}

/// Guides of a site that has no portal.
pub(crate) fn need_portal(at: Span) -> Finding {
    finding(
        Level::Warning,
        "guides-without-portal",
        at,
        Text::new(
            "panduan tidak tampil: situs dengan satu koperasi tidak punya portal",
            "guides are not shown: a site with one cooperative has no portal",
        ),
        Text::new(
            "`panduan:` di situs dengan beberapa koperasi",
            "`panduan:` in a site of several cooperatives",
        ),
        Text::new("hapus `panduan:` dari `etalase.yaml`", "remove `panduan:` from `etalase.yaml`"),
    )
}
