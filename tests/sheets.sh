#!/usr/bin/env bash
# Opens every exported CSV in LibreOffice and compares rows, columns and cells with what was written. Run by hand:
#   tests/sheets.sh [PIPELINE]        needs soffice, and python3 with openpyxl
set -euo pipefail
cd "$(dirname "$0")/.."
pipeline=${1:-target/debug/pipeline}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# cells that a spreadsheet would run, split or turn into something else
cat >"$work/cells.jsonl" <<'JSON'
{"id": "=1+1", "title": "=HYPERLINK(\"x\")", "publisher": "+1, \"quoted\"; and more", "text": "On 3 May 2024 gunmen killed four people at a market in Herat, Afghanistan."}
{"id": "@SUM(A1)", "title": "-2 killed", "publisher": "\tTab", "text": "On 4 May 2024 gunmen killed 007 people, \"1-2\" of them guards,\r\nat a market in Kabul, Afghanistan."}
JSON
"$pipeline" -q ingest --db "$work/incidents.db" seeds/articles "$work/cells.jsonl"
for form in plain excel; do
    flags=()
    [ "$form" = excel ] && flags=(--excel)
    "$pipeline" -q export --db "$work/incidents.db" --out "$work/$form" --format csv "${flags[@]}"
    # 44 is the comma, 34 the quote, 76 UTF-8; the last "false" leaves numbers and dates to the sheet's own eye
    soffice --headless -env:UserInstallation="file://$work/office" --infilter="CSV:44,34,76,1,,0,false,true" \
        --convert-to xlsx --outdir "$work/$form-xlsx" "$work/$form"/*.csv >"$work/$form.log" 2>&1
done
python3 - "$work" <<'PYTHON'
import csv, pathlib, sys

import openpyxl

csv.field_size_limit(1 << 30)
work, failed, seen = pathlib.Path(sys.argv[1]), 0, 0
for form in ("plain", "excel"):
    for path in sorted((work / form).glob("*.csv")):
        rows = list(csv.reader(path.open(encoding="utf-8-sig", newline=""), strict=True))
        book = work / f"{form}-xlsx" / f"{path.stem}.xlsx"
        faults = []
        if {len(row) for row in rows} != {len(rows[0])}:
            faults.append(f"rows of {sorted({len(row) for row in rows})} cells")
        if not book.exists():
            faults.append("LibreOffice wrote nothing")
        else:
            cells = [list(row) for row in openpyxl.load_workbook(book).active.iter_rows(values_only=True)]
            # a sheet does not know of empty columns at its end
            width = max((at + 1 for row in rows for at, cell in enumerate(row) if cell), default=0)
            if (len(cells), len(cells[0])) != (len(rows), width):
                faults.append(f"{len(rows)} x {width} became {len(cells)} x {len(cells[0])}")
            else:
                for line, (written, shown) in enumerate(zip(rows, cells), 1):
                    for name, was, now in zip(rows[0], written, shown):
                        if str(now or "").startswith("=") or isinstance(now, str) and now != was.replace("\r\n", "\n"):
                            faults.append(f"line {line}, {name}: {was!r} became {now!r}"[:200])
        seen += 1
        failed += bool(faults)
        for fault in faults[:5]:
            print(f"{form}/{path.name}: {fault}")
print(f"{seen} sheets, {failed} with faults")
sys.exit(failed > 0)
PYTHON
