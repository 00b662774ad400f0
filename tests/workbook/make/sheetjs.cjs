// A small XLS, as web programs make one: what lies behind the end of the file is marked as ends of chains, not as free.
const sheetjs = require("xlsx");
const book = sheetjs.utils.book_new();
const rows = [["Nama Barang", "Harga"], ["Kopi bubuk", 12500], ["Gula semut", "Rp 9.000"]];
sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet(rows), "Produk");
sheetjs.writeFile(book, process.argv[2]);
