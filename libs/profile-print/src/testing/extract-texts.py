"""extract-texts.py EXTRACTOR FOLDER: the texts of a folder's PDFs by a Python library, as JSON; exit code 3 when the library is not installed."""
import json
import pathlib
import sys


def reader(name):
    if name == "pdfminer.six":
        from pdfminer.high_level import extract_text

        return extract_text
    if name == "PyMuPDF":
        import fitz

        return lambda path: "\n".join(page.get_text() for page in fitz.open(path))
    from pypdf import PdfReader

    return lambda path: "\n".join(page.extract_text() for page in PdfReader(path).pages)


name, folder = sys.argv[1:]
try:
    read = reader(name)
except ImportError:
    sys.exit(3)
print(json.dumps({path.stem: read(str(path)) for path in sorted(pathlib.Path(folder).glob("*.pdf"))}))
