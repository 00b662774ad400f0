//! Every word of this interface, in Indonesian, Sundanese and English. What keys mean comes from the table of keys,
//! what is wrong from findings.

use crate::keys::Key;
use crate::model::Language;

/// A word or sentence in each language; `{}` stands for what is put in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word([&'static str; 3]);

impl Word {
    /// In a language.
    pub(super) fn say(self, language: Language) -> &'static str {
        match language {
            Language::Id => self.0[0],
            Language::Su => self.0[1],
            Language::En => self.0[2],
        }
    }

    /// In a language, with something put in.
    pub(super) fn with(self, language: Language, value: impl std::fmt::Display) -> String {
        self.say(language).replacen("{}", &value.to_string(), 1)
    }
}

const fn word(id: &'static str, su: &'static str, en: &'static str) -> Word {
    Word([id, su, en])
}

/// What a key means. The table speaks Indonesian and English.
pub(super) fn meaning(key: &Key, language: Language) -> &'static str {
    match language {
        Language::En => key.en,
        _ => key.id,
    }
}

/// With a large first letter.
pub(super) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

// ---- every page ----

pub(super) const APP: Word = word("Sunting etalase", "Édit étalase", "Edit the shop");
pub(super) const SKIP: Word = word("Langsung ke isi", "Langsung ka eusi", "Skip to content");
pub(super) const PARTS: Word = word("Bagian", "Bagian", "Parts");
pub(super) const HOME: Word = word("Awal", "Mimiti", "Start");
pub(super) const SETTINGS: Word = word("Setelan situs", "Setélan situs", "Site settings");
pub(super) const OFFICE: Word = word("Agenda dinas", "Agenda dinas", "Office events");
pub(super) const HISTORY: Word = word("Riwayat", "Riwayat", "History");
pub(super) const PUBLISH: Word = word("Terbitkan", "Terbitkeun", "Publish");
pub(super) const PHONE: Word = word("Dari ponsel", "Tina hapé", "From a phone");
pub(super) const LANGUAGES: Word = word("Bahasa", "Basa", "Language");
pub(super) const SAVE: Word = word("Simpan", "Simpen", "Save");
pub(super) const BACK: Word = word("Kembali", "Balik", "Back");
pub(super) const ADD: Word = word("Tambah", "Tambah", "Add");
pub(super) const REMOVE: Word = word("Hapus", "Pupus", "Remove");
pub(super) const UNDO: Word = word("Urungkan", "Bolaykeun", "Undo");
pub(super) const UNDONE: Word = word("diurungkan", "dibolaykeun", "undone");
pub(super) const SAVED: Word = word("Tersimpan", "Geus disimpen", "Saved");
pub(super) const NOTHING_NEW: Word =
    word("Tidak ada yang berubah.", "Euweuh nu robah.", "Nothing has changed.");
pub(super) const LOOK_AT_PAGE: Word = word("Lihat halamannya", "Tingali kacana", "See the page");
pub(super) const PREVIEW: Word = word(
    "Halaman seperti dilihat pembeli",
    "Kaca sakumaha katingali ku nu meuli",
    "The page as buyers see it",
);

// ---- findings ----

pub(super) const TO_MEND: Word = word(
    "Belum disimpan: {} hal perlu diperbaiki",
    "Can disimpen: {} perkara kudu dibenerkeun",
    "Not saved: {} to fix",
);
pub(super) const TO_NOTE: Word =
    word("Tersimpan, dengan catatan", "Geus disimpen, aya catetan", "Saved, with remarks");
pub(super) const EXPECTED: Word = word("Seharusnya", "Kuduna", "Expected");
pub(super) const HELP: Word = word("Perbaikan", "Bebenerna", "Fix");
pub(super) const NOT_HERE: Word = word(
    "Berkas ini ditulis dengan cara yang belum dapat diubah di sini. Perbaiki dulu di penyunting teks:",
    "Berkas ieu ditulis ku cara nu can bisa dirobah di dieu. Benerkeun heula dina panyunting téks:",
    "This file is written in a way that cannot be changed here yet. Fix it in a text editor first:",
);
pub(super) const ODD: Word = word(
    "Ditulis khusus di berkasnya; ubah di sana.",
    "Ditulis husus dina berkasna; robah di dinya.",
    "Written in a special way in its file; change it there.",
);

// ---- forms ----

pub(super) const NEEDED: Word = word("wajib", "wajib", "needed");
pub(super) const EXAMPLE: Word = word("contoh: {}", "conto: {}", "example: {}");
pub(super) const ONE_A_LINE: Word = word("satu baris satu isi", "sabaris hiji eusi", "one on each line");
pub(super) const WITH_COMMAS: Word =
    word("pisahkan dengan koma", "pisahkeun ku koma", "with commas between them");
pub(super) const YEAR_MONTH_DAY: Word = word("tahun-bulan-hari", "taun-bulan-poé", "year-month-day");
pub(super) const NOT_FILLED: Word = word("(tidak diisi)", "(teu dieusian)", "(not filled in)");
pub(super) const YES: Word = word("ya", "enya", "yes");
pub(super) const NO: Word = word("tidak", "henteu", "no");
pub(super) const TRANSLATED: Word = word("Terjemahan", "Tarjamahan", "Translations");
pub(super) const MARKDOWN: Word = word(
    "Baris kosong memulai paragraf. **tebal**, *miring*, - daftar, [teks](https://alamat).",
    "Baris kosong ngamimitian paragrap. **kandel**, *déngdék*, - daptar, [téks](https://alamat).",
    "An empty line begins a paragraph. **bold**, *italic*, - list, [text](https://address).",
);
pub(super) const BODY: Word = word("Isi cerita", "Eusi carita", "The story");
pub(super) const NONE_YET: Word = word("Belum ada.", "Can aya.", "None yet.");
pub(super) const NEW_SPAN: Word =
    word("Hari lain, mis. senin-jumat", "Poé séjén, conto senin-jumat", "Other days, such as senin-jumat");
pub(super) const NEW_HOURS: Word = word("Jam buka hari itu", "Jam muka poé éta", "Hours of those days");
pub(super) const REALLY_REMOVE: Word = word("Hapus {}?", "Pupus {}?", "Remove {}?");
pub(super) const REMOVE_NOTE: Word = word(
    "Ini dapat diurungkan selama belum ada perubahan lain di berkasnya.",
    "Ieu bisa dibolaykeun salila can aya parobahan séjén dina berkasna.",
    "This can be undone as long as nothing else has changed in its file.",
);
pub(super) const SENT_BEFORE: Word = word(
    "Formulir ini sudah pernah dikirim. Periksa isinya, lalu simpan lagi.",
    "Formulir ieu geus kungsi dikirim. Pariksa eusina, tuluy simpen deui.",
    "This form was sent before. Look it over, then save again.",
);

// ---- desk ----

pub(super) const COOPERATIVES: Word = word("Koperasi", "Koperasi", "Cooperatives");
pub(super) const SEARCH: Word =
    word("Cari nama atau folder", "Téang ngaran atawa folder", "Search by name or folder");
pub(super) const FIND: Word = word("Cari", "Téang", "Search");
pub(super) const MANY_MORE: Word = word(
    "… dan {} lagi: cari namanya.",
    "… jeung {} deui: téang ngaranna.",
    "… and {} more: search for them.",
);
pub(super) const OLD_PRICES: Word = word(
    "{} harga belum dipastikan 30 hari terakhir: masih sama?",
    "{} harga can dipastikeun 30 poé ka tukang: masih sarua?",
    "{} prices not confirmed for 30 days: still the same?",
);
pub(super) const STILL: Word = word("Masih sama", "Masih sarua", "Still the same");
pub(super) const PRICES: Word = word("Harga dan stok", "Harga jeung stok", "Prices and stock");
pub(super) const PRICES_NOTE: Word = word(
    "Semua harga dalam satu daftar, sekali simpan",
    "Sakabéh harga dina hiji daptar, sakali simpen",
    "All prices in one list, saved at once",
);
pub(super) const STORIES: Word = word("Cerita", "Carita", "Stories");
pub(super) const PROFILE: Word = word("Profil koperasi", "Propil koperasi", "About the cooperative");
pub(super) const SINCE_ASKED: Word = word("tanpa tanggal", "tanpa tanggal", "no date");
pub(super) const SINCE: Word = word("sejak {}", "ti {}", "since {}");

// ---- prices ----

pub(super) const HOLDS_FROM: Word =
    word("Harga yang diubah berlaku sejak", "Harga nu dirobah lumaku ti", "Changed prices hold from");
pub(super) const ALL_CONFIRMED: Word = word(
    "Semua harga di halaman ini sudah dipastikan hari itu",
    "Sakabéh harga dina kaca ieu geus dipastikeun poé éta",
    "All prices on this page were confirmed on that day",
);
pub(super) const PRICE_OF: Word = word("Harga {}", "Harga {}", "Price of {}");
pub(super) const MEMBER_PRICE_OF: Word = word("Harga anggota {}", "Harga anggota {}", "Member price of {}");
pub(super) const STOCK_OF: Word = word("Stok {}", "Stok {}", "Stock of {}");
pub(super) const FROM_QUANTITY: Word = word("mulai {}", "ti {}", "from {}");
pub(super) const GOODS: Word = word("Barang", "Barang", "Goods");
pub(super) const PRICE: Word = word("Harga", "Harga", "Price");
pub(super) const MEMBER_PRICE: Word = word("Harga anggota", "Harga anggota", "Member price");
pub(super) const STOCK: Word = word("Stok", "Stok", "Stock");

// ---- somebody else ----

pub(super) const CHANGED_MEANWHILE: Word = word(
    "Berkas ini diubah orang lain sementara Anda mengisi",
    "Berkas ieu dirobah ku nu séjén nalika anjeun ngeusian",
    "Somebody else changed this file meanwhile",
);
pub(super) const CHOOSE: Word = word(
    "Tidak ada yang hilang. Pilih isi yang dipakai:",
    "Euweuh nu leungit. Pilih eusi nu dipaké:",
    "Nothing is lost. Choose what is to stand:",
);
pub(super) const MINE: Word = word("Isian Anda", "Eusian anjeun", "What you typed");
pub(super) const THEIRS: Word = word("Di berkas sekarang", "Dina berkas ayeuna", "In the file now");
pub(super) const EMPTY: Word = word("(kosong)", "(kosong)", "(empty)");
pub(super) const IS_GONE: Word = word(
    "Butir ini sudah tidak ada di tempatnya. Isian Anda:",
    "Butir ieu geus euweuh di tempatna. Eusian anjeun:",
    "This item is no longer in its place. What you typed:",
);
pub(super) const FILE_GONE: Word =
    word("Berkasnya sudah tidak ada.", "Berkasna geus euweuh.", "The file is not there any more.");

// ---- history and publication ----

pub(super) const NOTHING_DONE: Word = word(
    "Belum ada perubahan sejak program ini dijalankan.",
    "Can aya parobahan ti saprak program ieu dijalankeun.",
    "Nothing has been changed since this program was started.",
);
pub(super) const NOT_AS_LEFT: Word = word(
    "Tidak dapat diurungkan: sesudahnya berkas itu berubah lagi. Urungkan yang terakhir dulu.",
    "Teu bisa dibolaykeun: sanggeusna berkas éta robah deui. Bolaykeun nu panungtung heula.",
    "Cannot be undone: the file has changed since. Undo the latest first.",
);

pub(super) const NOTHING_TO_PUBLISH: Word = word(
    "Tidak ada perubahan dari program ini yang belum terbit.",
    "Euweuh parobahan ti program ieu nu can medal.",
    "No change of this program waits to be published.",
);
pub(super) const WILL_PUBLISH: Word = word("Yang akan terbit:", "Nu bakal medal:", "To be published:");
pub(super) const IN_PICTURES: Word =
    word("Halaman yang berubah", "Kaca nu robah", "Pages that are different");
pub(super) const BEFORE: Word = word("Sebelum", "Saméméhna", "Before");
pub(super) const NOW: Word = word("Sekarang", "Ayeuna", "Now");
pub(super) const NEW_PAGE: Word = word("Halaman ini baru.", "Kaca ieu anyar.", "This page is new.");
pub(super) const GONE_PAGE: Word =
    word("Halaman ini tidak ada lagi.", "Kaca ieu geus euweuh.", "This page is there no more.");
pub(super) const OTHER_PAGES: Word = word(
    "{} halaman lain juga berubah, seperti daftar dan lembar cetak.",
    "{} kaca séjén ogé robah, saperti daptar jeung lambar citak.",
    "{} other pages change, too, such as lists and sheets to print.",
);
pub(super) const NOT_COMMITTED: Word = word(
    "{} berkas sumber belum disimpan di git",
    "{} berkas sumber can disimpen dina git",
    "{} source files not committed to git yet",
);
pub(super) const PUBLISH_TO: Word = word("Tujuan: {}", "Tujuan: {}", "Where to: {}");
pub(super) const PUBLISH_NOW: Word =
    word("Bangun dan terbitkan", "Bangun jeung terbitkeun", "Build and publish");
pub(super) const PUBLISHED: Word = word("Terbit di {}.", "Medal di {}.", "Published on {}.");
pub(super) const ALREADY_PUBLISHED: Word =
    word("Di {} sudah sama persis.", "Di {} geus sarua pisan.", "{} already holds exactly this.");
pub(super) const NOT_PUBLISHED: Word = word(
    "Belum terbit. Perubahan tetap tersimpan di komputer ini; coba lagi nanti.",
    "Can medal. Parobahan angger kasimpen dina komputer ieu; cobaan deui engké.",
    "Not published. The changes stay on this computer; try again later.",
);
pub(super) const FILES_NEW: Word = word("Berkas baru: {}", "Berkas anyar: {}", "New files: {}");
pub(super) const FILES_CHANGED: Word = word("Berkas berubah: {}", "Berkas robah: {}", "Changed files: {}");
pub(super) const FILES_GONE: Word = word("Berkas dihapus: {}", "Berkas dipupus: {}", "Removed files: {}");
pub(super) const WAITING: Word = word(
    "{} koperasi masih memakai halaman lama karena ada kesalahan:",
    "{} koperasi masih maké kaca heubeul lantaran aya kasalahan:",
    "{} cooperatives keep their old pages because of errors:",
);

// ---- photos ----

pub(super) const ADD_PHOTO: Word = word("Tambah foto", "Tambah poto", "Add a photo");
pub(super) const CHOOSE_PHOTO: Word =
    word("Pilih atau ambil foto", "Pilih atawa jepret poto", "Choose or take a photo");
pub(super) const PHOTO_NOTE: Word = word(
    "JPEG, PNG atau WebP, paling besar {} MB. Ditegakkan, dikecilkan, dan lokasinya dihapus sebelum disimpan.",
    "JPEG, PNG atawa WebP, panggedéna {} MB. Dijejegkeun, dileutikan, jeung lokasina dipupus saméméh disimpen.",
    "JPEG, PNG or WebP, at most {} MB. Turned upright, made smaller and freed of its location before it is stored.",
);
pub(super) const FOCUS_ACROSS: Word = word(
    "Titik yang tidak boleh terpotong: dari kiri ke kanan",
    "Titik nu teu meunang kapotong: ti kénca ka katuhu",
    "The point that no crop may cut off: from left to right",
);
pub(super) const FOCUS_DOWN: Word = word(
    "Titik yang tidak boleh terpotong: dari atas ke bawah",
    "Titik nu teu meunang kapotong: ti luhur ka handap",
    "The point that no crop may cut off: from top to bottom",
);

// ---- coming in ----

pub(super) const CLOSED: Word = word("Belum masuk", "Can asup", "Not let in yet");
pub(super) const CLOSED_NOTE: Word = word(
    "Buka alamat yang tampil di terminal tempat `etalase edit` berjalan. Alamat itu berlaku untuk satu peramban.",
    "Buka alamat nu témbong dina términal tempat `etalase edit` jalan. Alamat éta lumaku pikeun hiji paramban.",
    "Open the address on the terminal where `etalase edit` runs. It lets in one browser.",
);
pub(super) const PHONE_CODE: Word = word(
    "Enam angka dari layar komputer",
    "Genep angka tina layar komputer",
    "Six digits from the computer's screen",
);
pub(super) const ENTER: Word = word("Masuk", "Asup", "Come in");
pub(super) const WRONG_CODE: Word = word(
    "Angkanya salah. Sisa percobaan: {}.",
    "Angkana salah. Sésa percobaan: {}.",
    "Wrong digits. Tries left: {}.",
);
pub(super) const WORN_OUT: Word = word(
    "Angka itu sudah tidak berlaku. Minta angka baru di komputer: menu Dari ponsel.",
    "Angka éta geus teu lumaku. Ménta angka anyar dina komputer: menu Tina hapé.",
    "Those digits no longer work. Ask for new ones on the computer: From a phone.",
);
pub(super) const PHONE_NOTE: Word = word(
    "Di ponsel pada jaringan yang sama, buka alamat ini, lalu ketik angkanya. Berlaku sekali, selama 10 menit.",
    "Dina hapé nu sajaringan, buka alamat ieu, tuluy ketik angkana. Lumaku sakali, salila 10 menit.",
    "On a phone in the same network, open this address and type the digits. They work once, for 10 minutes.",
);
pub(super) const NEW_CODE: Word = word("Buat angka baru", "Jieun angka anyar", "Make new digits");
pub(super) const NO_PHONES: Word = word(
    "Jalankan `etalase edit --lan` supaya ponsel di jaringan yang sama dapat ikut menyunting.",
    "Jalankeun `etalase edit --lan` sangkan hapé nu sajaringan bisa milu ngédit.",
    "Run `etalase edit --lan` to let phones in the same network edit, too.",
);

// ---- what goes wrong ----

pub(super) const NOTHING_HERE: Word =
    word("Tidak ada apa-apa di sini", "Euweuh nanaon di dieu", "There is nothing here");
pub(super) const TOO_LARGE: Word = word(
    "Kiriman terlalu besar. Paling besar {} MB.",
    "Kiriman kagedéan. Panggedéna {} MB.",
    "Too much was sent. At most {} MB.",
);
pub(super) const STRANGE_FORM: Word = word(
    "Formulir ini bukan dari peramban ini. Buka lagi halamannya, lalu isi ulang.",
    "Formulir ieu lain ti paramban ieu. Buka deui kacana, tuluy eusian deui.",
    "This form is not from this browser. Open its page again, and fill it in anew.",
);
