// The same cells, formats and marks as exceljs writes them.
const ExcelJS = require("exceljs");
const book = new ExcelJS.Workbook();
const sheet = book.addWorksheet("Produk");
sheet.getCell("A1").value = "DAFTAR PRODUK";
sheet.mergeCells("A1:C1");
const day = (h, m) => new Date(Date.UTC(2026, 11, 5, h, m));
const rows = [
  ["Nama", "Harga", "Telepon", "Mulai", "Buka", "Bagian", "Ada", "Kode", "Pokok"],
  ["Kopi bubuk", 12500, "081200000001", day(0, 0), 8 / 24, 0.4, true, 7, 9000],
  ["Gula semut", 9000, 81200000001, day(8, 30), null, 0.6, false, 8, 7000],
  ["Jumlah", { formula: "SUM(B4:B5)" }, { formula: "1/0", result: { error: "#DIV/0!" } }],
];
rows.forEach((row, index) => { sheet.getRow(index + 3).values = row; });
sheet.getCell("B4").numFmt = "[$Rp-421]#,##0";
sheet.getCell("C4").numFmt = "@";
sheet.getCell("E4").numFmt = "hh:mm";
sheet.getCell("D4").numFmt = "dd/mm/yyyy";
sheet.getCell("D5").numFmt = "dd/mm/yyyy hh:mm";
for (const cell of ["F4", "F5"]) sheet.getCell(cell).numFmt = "0%";
for (const cell of ["H4", "H5"]) sheet.getCell(cell).numFmt = "000";
sheet.getRow(5).hidden = true;
sheet.getColumn(9).hidden = true;
const notes = book.addWorksheet("Catatan", { state: "hidden" });
notes.getCell("C3").value = "dua\nbaris";
book.xlsx.writeFile(process.argv[2]);
