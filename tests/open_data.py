"""Checks a built site's data files with other people's readers: CSVW metadata, and that every form of a table says the same.

Usage: open_data.py csvw|same DIR    (DIR holds one folder a package; needs csvw and openpyxl)
"""

import csv
import json
import pathlib
import sys
import warnings


def csvw(folder):
    from csvw import CSVW

    good = bad = 0
    for path in sorted(folder.glob("*/*.csv-metadata.json")):
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            table = CSVW(str(path), validate=True)
            valid = table.is_valid
        if valid:
            good += 1
        else:
            bad += 1
            print(path.name, *sorted({str(w.message) for w in said}), sep="\n  ")
    return good, bad


def amount(text, decimal):
    try:
        return float(text.replace(decimal, "."))
    except (AttributeError, ValueError):
        return text


def same(folder):
    """The numbers of the CSV against the spreadsheet's CSV, the JSON and the workbook, cell by cell."""
    import openpyxl

    good = bad = 0
    for path in sorted(folder.glob("*/*.csv")):
        if path.name.endswith(".excel.csv"):
            continue
        stem = path.name[: -len(".csv")]
        with open(path, encoding="utf-8", newline="") as file:
            head, *rows = csv.reader(file)
        with open(path.with_name(stem + ".excel.csv"), encoding="utf-8-sig", newline="") as file:
            titles, *excel = csv.reader(file, delimiter=";")
        table = json.loads(path.with_name(stem + ".json").read_text(encoding="utf-8"))
        kinds = {c["ad"]: c["tur"] for c in table["sutunlar"]}
        sheet = openpyxl.load_workbook(path.with_name(stem + ".xlsx")).worksheets[2]
        cells = [[c.value for c in row] for row in sheet.iter_rows(min_row=4)]
        cells = cells[: len(rows)]
        trouble = []
        if not len(rows) == len(excel) == len(table["satirlar"]) == len(cells):
            trouble.append(f"rows: {len(rows)}, {len(excel)}, {len(table['satirlar'])}, {len(cells)}")
        for number, (row, other, record, book) in enumerate(zip(rows, excel, table["satirlar"], cells), 1):
            for name, cell, words, value in zip(head, row, other, book):
                if kinds[name] not in ("tam sayı", "ondalık sayı", "Türk lirası"):
                    continue
                sign = record.get("isaretler", {}).get(name)
                read = record[name] if record[name] is not None else sign
                wanted = amount(cell, ".") if cell else None
                found = [amount(words, ",") if words else None, read, value]
                # Words in the place of a number stand in all forms but the machine's CSV, where they are nothing.
                if not cell and read and isinstance(read, str) and not read.startswith("["):
                    wanted = read
                if any(f != wanted for f in found):
                    trouble.append(f"row {number}, {name}: {cell!r} {words!r} {read!r} {value!r}")
        if trouble:
            bad += 1
            print(path.name, *trouble[:5], sep="\n  ")
        else:
            good += 1
    return good, bad


good, bad = {"csvw": csvw, "same": same}[sys.argv[1]](pathlib.Path(sys.argv[2]))
print(f"{good} passed, {bad} failed")
sys.exit(1 if bad or not good else 0)
