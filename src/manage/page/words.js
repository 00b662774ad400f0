// Everything that the page says, in the three languages of the site. What stands in the table of keys comes from the
// engine, in Indonesian and English.
const SITE = JSON.parse(document.body.dataset.site);
const WORDS = {
  id: {
    language: 'Bahasa', key: 'Kunci', keyHelp: 'Cara membuat kunci', revoke: 'Cara mencabut kunci',
    keyLabel: 'Kunci akses', remember: 'Simpan kunci di ponsel ini', rememberNote: 'Hanya bila ponsel ini Anda pakai sendiri. Tanpa ini kunci hilang saat halaman ditutup.',
    enter: 'Buka', without: 'Buka tanpa kunci', withoutNote: 'Tanpa kunci, perubahan bisa dikirim sebagai usulan lewat WhatsApp.',
    forget: 'Lupakan kunci', forgotten: 'Kunci sudah dihapus dari ponsel ini.', shop: 'Koperasi', find: 'Cari nama koperasi', choose: 'Ganti koperasi',
    private: 'Kunci hanya dikirim ke {host}, tidak ke situs ini dan tidak ke siapa pun.',
    engine: 'Menyiapkan formulir …', prices: 'Harga dan stok', more: 'Isi lain', back: 'Kembali',
    price: 'Harga', stock: 'Stok', same: 'Masih sama', confirmed: 'Dipastikan {day}', never: 'Belum pernah dipastikan', old: '{n} harga belum dipastikan 30 hari terakhir',
    today: 'Dipastikan hari ini', add: 'Tambah', remove: 'Hapus', undo: 'Batalkan', empty: '(kosong)', number: 'nomor {n}', unset: '(tidak diisi)',
    changes: '{n} perubahan belum dikirim', one: '1 perubahan belum dikirim', review: 'Lihat dan kirim', nothing: 'Belum ada perubahan.', discard: 'Buang semua',
    sure: 'Buang semua perubahan yang belum dikirim?', send: 'Kirim', sending: 'Mengirim …', sent: 'Terkirim.', draft: 'Draf disimpan di ponsel ini.',
    draftFrom: 'Draf dari ponsel ini dilanjutkan.', offline: 'Tidak ada jaringan. Perubahan tersimpan di ponsel ini; kirim nanti.',
    blocked: 'Perbaiki dulu yang salah.', error: 'Kesalahan', warning: 'Perhatian', advice: 'Saran',
    proposal: 'Kirim usulan lewat WhatsApp', proposalFile: 'Simpan usulan sebagai berkas', proposalHead: 'Usulan perubahan', proposalRest: 'Untuk dinas, jangan diubah:', conflict: 'Orang lain mengubah yang sama',
    conflictNote: 'Sejak Anda membuka profil ini, isinya di repositori berubah. Pilih yang benar, lalu kirim lagi.', mine: 'Pakai milik saya: {value}', theirs: 'Biarkan: {value}', lost: 'Isinya sudah dihapus orang lain.',
    merged: 'Perubahan orang lain digabung dengan perubahan Anda.', message: 'Pesan', photo: 'Foto', takePhoto: 'Ambil atau pilih foto', photoReady: 'Foto siap, {kb} KB; lokasi sudah dihapus.', photoBad: 'Berkas ini bukan foto yang bisa dibaca.',
    ci: 'Pemeriksaan dan penerbitan', waiting: 'menunggu giliran', running: 'sedang berjalan', passed: 'selesai, halaman sudah diperbarui', failed: 'gagal: halaman lama tetap tampil', none: 'belum ada kabar', seeCi: 'Lihat di {host}', seeCommit: 'Lihat perubahan', found: 'Temuan pemeriksaan', moreFound: 'dan {n} temuan lagi', step: 'Langkah yang gagal: {name}', hidden: 'Sebabnya tidak bisa dibaca dari halaman ini: buka tautan ke {host}, atau tanyakan kepada pengelola situs.', again: 'Kembali ke harga',
    badKey: 'Kunci ditolak: salah salin, kedaluwarsa, atau sudah dicabut.', rights: 'Kunci ini tidak boleh mengubah repositori itu.', missing: 'Tidak ditemukan: repositori, cabang, atau profil koperasi ini. Kunci tanpa hak baca juga menampilkan ini.',
    unreachable: '{host} tidak menjawab halaman ini. Periksa jaringan; server sendiri harus mengizinkan permintaan dari halaman lain (CORS).', busy: '{host} meminta menunggu. Coba lagi beberapa menit lagi.', host: '{host} menolak: {message}',
    old_browser: 'Peramban ini terlalu lama untuk formulir. Perbarui Chrome, Firefox atau Safari.', broken: 'Mesin formulir berhenti. Muat ulang halaman; draf tetap ada.', refused: 'Profil ini tidak bisa diubah dari formulir:', line: 'baris {n}',
    commitMore: '{first}, dan {n} perubahan lain', reading: 'Membaca profil …', such: 'mis. {value}',
  },
  su: {
    language: 'Basa', key: 'Konci', keyHelp: 'Cara nyieun konci', revoke: 'Cara nyabut konci',
    keyLabel: 'Konci aksés', remember: 'Simpen konci dina hapé ieu', rememberNote: 'Ngan lamun hapéna dipaké ku sorangan. Upami henteu, konci leungit nalika kaca ditutup.',
    enter: 'Buka', without: 'Buka tanpa konci', withoutNote: 'Tanpa konci, parobahan tiasa dikirim salaku usulan ngaliwatan WhatsApp.',
    forget: 'Pohokeun konci', forgotten: 'Konci geus dipupus tina hapé ieu.', shop: 'Koperasi', find: 'Téangan ngaran koperasi', choose: 'Ganti koperasi',
    private: 'Konci ngan dikirim ka {host}, henteu ka situs ieu jeung henteu ka saha-saha.',
    engine: 'Nyiapkeun formulir …', prices: 'Harga jeung stok', more: 'Eusi séjén', back: 'Balik',
    price: 'Harga', stock: 'Stok', same: 'Tetep sarua', confirmed: 'Dipastikeun {day}', never: 'Can kungsi dipastikeun', old: '{n} harga can dipastikeun 30 poé panungtung',
    today: 'Dipastikeun poé ieu', add: 'Tambah', remove: 'Pupus', undo: 'Bolaykeun', empty: '(kosong)', number: 'nomer {n}', unset: '(teu dieusi)',
    changes: '{n} parobahan can dikirim', one: '1 parobahan can dikirim', review: 'Tingali jeung kirim', nothing: 'Can aya parobahan.', discard: 'Piceun kabéh',
    sure: 'Piceun kabéh parobahan nu can dikirim?', send: 'Kirim', sending: 'Ngirim …', sent: 'Geus dikirim.', draft: 'Draf disimpen dina hapé ieu.',
    draftFrom: 'Draf tina hapé ieu diteruskeun.', offline: 'Euweuh jaringan. Parobahan disimpen dina hapé ieu; kirim engké.',
    blocked: 'Bebenerkeun heula nu ditandaan salah.', error: 'Salah', warning: 'Perhatian', advice: 'Saran',
    proposal: 'Kirim usulan ngaliwatan WhatsApp', proposalFile: 'Simpen usulan salaku berkas', proposalHead: 'Usulan parobahan', conflict: 'Aya nu ngarobah hal nu sarua',
    conflictNote: 'Saprak profil ieu dibuka, eusina di repositori geus robah. Pilih nu bener, tuluy kirim deui.', mine: 'Paké nu kuring: {value}', theirs: 'Ingkeun: {value}', lost: 'Eusina geus dipupus ku nu séjén.',
    merged: 'Parobahan nu séjén digabung jeung parobahan anjeun.', message: 'Pesen', photo: 'Poto', takePhoto: 'Jepret atawa pilih poto', photoReady: 'Poto siap, {kb} KB; lokasi geus dipupus.', photoBad: 'Berkas ieu lain poto nu bisa dibaca.',
    ci: 'Pamariksaan jeung penerbitan', waiting: 'ngantosan giliran', running: 'keur lumangsung', passed: 'rengse, kaca geus dianyarkeun', failed: 'gagal: kaca heubeul tetep aya', none: 'can aya béja', seeCi: 'Tingali di {host}', seeCommit: 'Tingali parobahan', found: 'Nu kapanggih ku pamariksaan', moreFound: 'jeung {n} deui', step: 'Léngkah nu gagal: {name}', hidden: 'Sababna teu bisa dibaca ti kaca ieu: buka tutumbu ka {host}, atawa taroskeun ka pangurus situs.', again: 'Balik ka harga',
    badKey: 'Konci ditolak: salah salin, geus kadaluwarsa, atawa geus dicabut.', rights: 'Konci ieu teu meunang ngarobah repositori éta.', missing: 'Teu kapanggih: repositori, cabang, atawa profil koperasi ieu. Konci tanpa hak maca ogé nembongkeun ieu.',
    unreachable: '{host} henteu ngajawab kaca ieu. Pariksa jaringan; server sorangan kudu ngidinan pamundut ti kaca séjén (CORS).', busy: '{host} ménta ngantosan. Cobaan deui sababaraha menit deui.', host: '{host} nolak: {message}',
    old_browser: 'Browser ieu kolot teuing pikeun formulir. Anyarkeun Chrome, Firefox atawa Safari.', broken: 'Mesin formulir eureun. Muat ulang kaca; draf tetep aya.', refused: 'Profil ieu teu bisa dirobah tina formulir:', line: 'baris {n}',
    commitMore: '{first}, jeung {n} parobahan séjén', reading: 'Maca profil …', such: 'contona {value}',
  },
  en: {
    language: 'Language', key: 'Key', keyHelp: 'How to make a key', revoke: 'How to revoke a key',
    keyLabel: 'Access key', remember: 'Keep the key on this phone', rememberNote: 'Only if nobody else uses this phone. Otherwise the key is gone when the page is closed.',
    enter: 'Open', without: 'Open without a key', withoutNote: 'Without a key, changes can be sent as a proposal by WhatsApp.',
    forget: 'Forget the key', forgotten: 'The key was removed from this phone.', shop: 'Cooperative', find: 'Find a cooperative by name', choose: 'Another cooperative',
    private: 'The key is sent to {host} only, not to this site and not to anybody else.',
    engine: 'Preparing the forms …', prices: 'Prices and stock', more: 'Everything else', back: 'Back',
    price: 'Price', stock: 'Stock', same: 'Still the same', confirmed: 'Confirmed on {day}', never: 'Never confirmed', old: '{n} prices were not confirmed in the last 30 days',
    today: 'Confirmed today', add: 'Add', remove: 'Remove', undo: 'Undo', empty: '(empty)', number: 'number {n}', unset: '(not filled in)',
    changes: '{n} changes not sent yet', one: '1 change not sent yet', review: 'Look and send', nothing: 'No changes yet.', discard: 'Discard all',
    sure: 'Discard all changes that were not sent?', send: 'Send', sending: 'Sending …', sent: 'Sent.', draft: 'The draft is kept on this phone.',
    draftFrom: 'Continues the draft on this phone.', offline: 'No network. The changes are kept on this phone; send them later.',
    blocked: 'Mend what is marked as an error first.', error: 'Error', warning: 'Attention', advice: 'Advice',
    proposal: 'Send a proposal by WhatsApp', proposalFile: 'Save the proposal as a file', proposalHead: 'Proposed changes', conflict: 'Somebody else changed the same',
    conflictNote: 'Since you opened this profile, it was changed in the repository. Choose what is right, then send again.', mine: 'Take mine: {value}', theirs: 'Leave it: {value}', lost: 'Somebody else has removed it.',
    merged: 'Changes of others were merged with yours.', message: 'Message', photo: 'Photo', takePhoto: 'Take or choose a photo', photoReady: 'The photo is ready, {kb} KB; its location was removed.', photoBad: 'This file is no photo that can be read.',
    ci: 'Checking and publishing', waiting: 'waits for its turn', running: 'is running', passed: 'done, the pages are up to date', failed: 'failed: the old pages stay', none: 'no news yet', seeCi: 'See at {host}', seeCommit: 'See the change', found: 'What the check found', moreFound: 'and {n} more', step: 'The step that failed: {name}', hidden: 'The cause cannot be read from this page: follow the link to {host}, or ask whoever keeps the site.', again: 'Back to prices',
    badKey: 'The key was refused: copied wrongly, expired, or revoked.', rights: 'This key may not change that repository.', missing: 'Not found: the repository, the branch, or the profile of this cooperative. A key that may not read says the same.',
    unreachable: '{host} does not answer this page. Check the network; a server of your own must allow requests from other pages (CORS).', busy: '{host} asks to wait. Try again in some minutes.', host: '{host} refused: {message}',
    old_browser: 'This browser is too old for the forms. Update Chrome, Firefox or Safari.', broken: 'The engine of the forms has stopped. Load the page again; the draft is still there.', refused: 'This profile cannot be changed in a form:', line: 'line {n}',
    commitMore: '{first}, and {n} more changes', reading: 'Reading the profile …', such: 'e.g. {value}',
  },
};

/** A store that may be closed to this page: then nothing is kept, and nothing fails. */
const store = {
  get: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
  set: (key, value) => { try { localStorage.setItem(key, value); return true; } catch { return false; } },
  drop: (key) => { try { localStorage.removeItem(key); } catch { /* nothing was kept */ } },
};
const PLACE = 'etalase-kelola ' + new URL('./', location).pathname + ' ';

let lang = store.get(PLACE + 'lang') ?? (navigator.languages ?? []).map((tag) => tag.slice(0, 2)).find((tag) => WORDS[tag]) ?? 'id';
if (!WORDS[lang]) lang = 'id';

/** A sentence, with what belongs between its braces. */
const t = (name, given = {}) => WORDS[lang][name].replace(/\{(\w+)\}/g, (whole, key) => given[key] ?? whole);

/** What the table of keys says of a key; it has no Sundanese. */
const meaning = (field) => (lang === 'en' ? field.en : field.id);

/** Today by the phone's own clock, as profiles write days. */
const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};
