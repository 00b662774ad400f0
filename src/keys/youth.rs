//! What pupils see: openings, challenges, pages and the quiz.

use super::agenda::MAKE_UP;
use super::photo::PHOTO;
use super::shape::{Section, Shape, key, needed};
use super::words::OPENINGS;

/// A place for an internship, a job or a volunteer.
pub static OPENING: Section = Section {
    name: "peluang",
    keys: &[
        needed("judul", Shape::Local(120), "pekerjaannya", "what one does", "PKL pengolahan susu"),
        needed("jenis", Shape::Choice(OPENINGS), "jenis peluang", "kind", "pkl"),
        key("jurusan", Shape::Texts(60), "jurusan SMK yang cocok", "school fields that fit", "[APHP]"),
        key("kuota", Shape::Number(1, 10_000), "banyaknya tempat", "number of places", "6"),
        key("mulai", Shape::Date, "hari pertama", "first day", "2027-01-11"),
        key("selesai", Shape::Date, "hari terakhir", "last day", "2027-04-30"),
        key("tutup", Shape::Date, "hari terakhir mendaftar", "last day to apply", "2026-12-18"),
        key("syarat", Shape::Locals(300), "yang diminta", "what is asked", "[Surat pengantar dari sekolah]"),
        key(
            "tempat",
            Shape::Text(120),
            "tempat, bila bukan di koperasi",
            "place, if not at the cooperative",
            "Desa Contoh",
        ),
        key("keterangan", Shape::Markdown, "penjelasan", "about it", "Kamu ikut menguji susu."),
        key(
            "susulan",
            Shape::Map(&MAKE_UP),
            "kunjungan bagi yang tertinggal",
            "visit for those who missed the first",
            "",
        ),
        key(
            "id",
            Shape::Slug,
            "nama di alamat halaman, bila bukan dari judul",
            "name in addresses, if not from the title",
            "pkl-susu",
        ),
    ],
};

/// One thing to be proud of.
pub static HIGHLIGHT: Section = Section {
    name: "sorotan",
    keys: &[
        needed("judul", Shape::Local(80), "dalam beberapa kata", "in a few words", "Jam 4 pagi"),
        key("keterangan", Shape::Local(300), "dalam satu kalimat", "in a sentence", "Sapi pertama diperah."),
        key("foto", Shape::Photo(&PHOTO), "foto", "photo", "foto/kandang.jpg"),
    ],
};

/// A task with a deadline.
pub static CHALLENGE: Section = Section {
    name: "tantangan",
    keys: &[
        needed("judul", Shape::Local(120), "dalam beberapa kata", "in a few words", "Bikin label susu"),
        key("keterangan", Shape::Markdown, "yang harus dikerjakan", "what to do", "Rancang label botol."),
        key("tutup", Shape::Date, "hari terakhir", "last day", "2027-01-15"),
        key(
            "susulan",
            Shape::Date,
            "hari terakhir bagi yang tertinggal",
            "last day for those who missed it",
            "2027-01-29",
        ),
        key("hadiah", Shape::Local(160), "hadiah", "prize", "Label dicetak sungguhan"),
    ],
};

/// What the cooperative tells pupils.
pub static YOUTH: Section = Section {
    name: "muda",
    keys: &[
        key("sapaan", Shape::Local(80), "salam pembuka", "a greeting", "Wilujeng sumping!"),
        key(
            "ajakan",
            Shape::Local(300),
            "ajakan untuk pelajar",
            "what it asks a pupil to do",
            "Yuk, lihat siapa yang bangun jam empat pagi.",
        ),
        key(
            "alasan",
            Shape::Locals(300),
            "alasan ikut berkoperasi",
            "why it is worth it",
            "[Satu orang satu suara.]",
        ),
        key("sorotan", Shape::List(&HIGHLIGHT), "hal yang dibanggakan", "things to be proud of", ""),
        key("tantangan", Shape::List(&CHALLENGE), "tugas dengan tenggat", "tasks with a deadline", ""),
    ],
};

/// Front matter of `_muda/*.md`.
pub static YOUTH_PAGE: Section = Section {
    name: "halaman muda",
    keys: &[
        needed("judul", Shape::Text(120), "judul halaman", "title", "Koperasi itu apa?"),
        key(
            "ringkasan",
            Shape::Text(300),
            "isi halaman dalam satu dua kalimat",
            "the page in a sentence or two",
            "Penjelasan satu menit.",
        ),
    ],
};

/// A role of the quiz.
pub static QUIZ_ROLE: Section = Section {
    name: "peran",
    keys: &[
        needed("id", Shape::Slug, "nama yang dipakai di `poin`", "name used in `poin`", "bendahara"),
        needed("nama", Shape::Text(60), "nama peran", "name of the role", "Bendahara"),
        needed(
            "keterangan",
            Shape::Text(400),
            "orang seperti apa",
            "what kind of person",
            "Kamu tenang kalau angkanya cocok.",
        ),
        key(
            "langkah",
            Shape::Text(400),
            "langkah pertama yang bisa dicoba",
            "a first step to try",
            "Catat uang jajanmu seminggu.",
        ),
    ],
};

/// An answer of the quiz.
pub static QUIZ_ANSWER: Section = Section {
    name: "jawaban",
    keys: &[
        needed("teks", Shape::Text(200), "jawaban", "answer", "Menghitung modal"),
        needed("poin", Shape::Points, "peran yang mendapat poin", "roles that score", "{bendahara: 1}"),
    ],
};

/// A question of the quiz.
pub static QUIZ_QUESTION: Section = Section {
    name: "soal",
    keys: &[
        needed("tanya", Shape::Text(250), "pertanyaan", "question", "Apa yang kamu kerjakan duluan?"),
        needed("jawaban", Shape::List(&QUIZ_ANSWER), "pilihan jawaban", "answers to choose from", ""),
    ],
};

/// `_muda/kuis.yaml`.
pub static QUIZ: Section = Section {
    name: "kuis",
    keys: &[
        needed("judul", Shape::Text(120), "judul kuis", "title", "Kamu cocok jadi apa?"),
        key(
            "ringkasan",
            Shape::Text(300),
            "penjelasan singkat",
            "a short introduction",
            "Delapan pertanyaan.",
        ),
        key(
            "cara_kertas",
            Shape::Text(400),
            "cara mengerjakan di kertas",
            "how to do it on paper",
            "Lingkari satu jawaban.",
        ),
        key(
            "seri",
            Shape::Text(400),
            "yang dikatakan bila poin sama",
            "what to say to a tie",
            "Kamu bisa merangkap.",
        ),
        needed("peran", Shape::List(&QUIZ_ROLE), "peran yang dicari", "roles to be found", ""),
        needed("soal", Shape::List(&QUIZ_QUESTION), "pertanyaan", "questions", ""),
    ],
};
