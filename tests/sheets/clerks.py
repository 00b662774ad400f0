"""What clerks of ten cooperatives type into the form: sheet, head and text. All of it is invented. Texts are such that
a spreadsheet would make a number, a day, a share or a formula of them, if its cells were no text."""

NAMES = [
    "KUD Mekar Sari", "Koperasi Wanita Melati Indah", "Koperasi Nelayan Mina Jaya", "Koperasi Kopi Gunung Tilu",
    "KDMP Desa Sukamaju", "Kopontren Al-Hikmah", "Koperasi Susu Lembah Makmur", "Koperasi Pengrajin \"Rajapolah\"",
    "KPRI Guru Sejahtera", "Koperasi Tani & Ternak 3-4",
]
REGENCIES = [
    "Kabupaten Garut", "Kota Bandung", "Kabupaten Indramayu", "Kabupaten Bandung", "Kabupaten Subang",
    "Kabupaten Cianjur", "Kabupaten Bandung", "Kabupaten Tasikmalaya", "Kota Bogor", "Kabupaten Majalengka",
]
PHONES = ["081200000{:03}", "0812-0000-0{:03}", "+62 812 0000 0{:03}", "(0812) 00000{:03}"]
SLOGANS = ["Segar tiap hari", "=sama= rata", "1/2 jalan, 1/2 lari", "+1 untuk desa", "10-12"]
GOODS = [
    ("Susu pasteurisasi", "12.500", "botol", "1 l", "tersedia", "Minuman", "007"),
    ("Kopi bubuk 1/2 kg", "Rp 35.000", "bungkus", "500 g", "terbatas", "Kopi", "1E5"),
    ("Beras pandan wangi", "75000", "karung", "5 kg", "", "Beras", "0012"),
    ("Telur ayam 10-12", "28.000,-", "kg", "1,5 kg", "habis", "Telur", "3/4"),
    ("Keripik 3-4", "Rp15.000,00", "bungkus", "0,25 kg", "pesan dulu", "Camilan", "32.04.15"),
]


def pick(texts, number):
    return texts[number % len(texts)]


def cooperative(number):
    return {
        "Nama Koperasi": NAMES[number],
        "Kabupaten/Kota": REGENCIES[number],
        "WhatsApp": pick(PHONES, number).format(number + 1),
        "Alamat": f"Jl. Raya No. {number + 1}, RT 0{number + 1}/RW 05",
        "Buka Senin-Jumat": pick(["08.00-16.00", "08:00 - 15:30"], number),
        "NIB": f"91200000000{number:02}",
        "Simpanan Pokok": pick(["100.000", "Rp 50.000", "Rp50.000,-"], number),
        "Slogan": pick(SLOGANS, number),
        "Diperbarui": pick(["2026-11-20", "20/11/2026", "20 November 2026"], number),
        "Jenis": pick(["produsen", "konsumen"], number),
        "Tunai": pick(["ya", "tidak"], number),
    }


def goods(number):
    for name, price, unit, weight, stock, category, code in GOODS[: 2 + number % 4]:
        yield {
            "Koperasi": NAMES[number], "Nama Produk": name, "Harga": price, "Satuan": unit, "Berat": weight,
            "Stok": stock, "Kategori": category, "Kode": code, "Keterangan": "dua\nbaris; \"kutip\"",
        }


def others(number):
    owner = {"Koperasi": NAMES[number]}
    kopi = owner | {"Produk": GOODS[1][0]}
    yield "Varian", kopi | {"Nama Varian": pick(["1/4 kg", "3-4"], number), "Harga Varian": "18.000"}
    yield "Varian", kopi | {"Nama Varian": "1 kg", "Harga Varian": "68.000"}
    yield "Grosir", owner | {"Produk": GOODS[0][0], "Mulai Jumlah": "10", "Harga Grosir": "11.500"}
    yield "Pengurus", owner | {"Nama Pengurus": f"Hj. Neneng {number}, S.E.", "Jabatan": "Ketua",
                               "Masa Jabatan": "2024-2029"}
    yield "Agenda", owner | {"Acara": "RAT", "Mulai": "2026-12-05 09:00", "Tempat": "Balai desa"}
    yield "RAT", owner | {"Tahun Buku": "2025", "Tanggal RAT": pick(["2026-03-01", "14/03/2026"], number),
                          "Ringkasan": "Laporan diterima"}
    yield "Rekening", owner | {"Nama Bank": "Bank Contoh", "No. Rekening": f"00123456789012{number}",
                               "Atas Nama": NAMES[number]}


def filled():
    """Rows by sheet, each a text by head."""
    rows = {"Koperasi": [cooperative(number) for number in range(10)]}
    rows["Produk"] = [row for number in range(10) for row in goods(number)]
    for number in range(4):
        for sheet, row in others(number):
            rows.setdefault(sheet, []).append(row)
    return rows
