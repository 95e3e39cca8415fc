"""The yardstick: reads NetFile workbooks with openpyxl and inserts the raw rows with sqlite3, nothing else."""
import sqlite3
import sys

import openpyxl

database = sqlite3.connect(sys.argv[1])
for path in sys.argv[2:]:
    for sheet in openpyxl.load_workbook(path, read_only=True, data_only=True).worksheets:
        rows = sheet.iter_rows(values_only=True)
        head = next(rows)
        columns = ", ".join(f'"{name}"' for name in head)
        database.execute(f'CREATE TABLE IF NOT EXISTS "{sheet.title}" ({columns})')
        padded = ((list(row) + [None] * len(head))[: len(head)] for row in rows)
        texts = ([cell if isinstance(cell, (int, float, str, type(None))) else str(cell) for cell in row] for row in padded)
        database.executemany(f'INSERT INTO "{sheet.title}" VALUES ({", ".join("?" * len(head))})', texts)
database.commit()
