"""Cells, formats and marks as openpyxl writes them: formulas have no result."""
import datetime
import sys

import openpyxl

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Produk"
sheet["A1"] = "DAFTAR PRODUK"
sheet.merge_cells("A1:C1")
sheet.append([])
sheet.append(["Nama", "Harga", "Telepon", "Mulai", "Buka", "Bagian", "Ada", "Kode", "Pokok"])
sheet.append(["Kopi bubuk", 12500, "081200000001", datetime.date(2026, 12, 5), datetime.time(8, 0), 0.4, True, 7, 9000])
sheet.append(["Gula semut", 9000, 81200000001, datetime.datetime(2026, 12, 5, 8, 30), None, 0.6, False, 8, 7000])
sheet.append(["Jumlah", "=SUM(B4:B5)", "=1/0", None, None, None, None, None, None])
sheet["B4"].number_format = '[$Rp-421]#,##0'
sheet["C4"].number_format = "@"
sheet["F4"].number_format = sheet["F5"].number_format = "0%"
sheet["H4"].number_format = sheet["H5"].number_format = "000"
sheet.row_dimensions[5].hidden = True
sheet.column_dimensions["I"].hidden = True
notes = book.create_sheet("Catatan")
notes["C3"] = "dua\nbaris"
notes.sheet_state = "hidden"
book.save(sys.argv[1])
