"""`python -m scripts.movements`: every movement of the catalogue on one sheet, docs/images/movements.png."""

from pathlib import Path

from bot.illustrations.contact_sheet import sheet_as_png
from core.catalogue.reading import catalogue

SHEET = Path(__file__).parents[1] / "docs" / "images" / "movements.png"


def main() -> None:
    """Draw them all; the words are English."""
    SHEET.write_bytes(sheet_as_png(list(catalogue().values()), "en"))


if __name__ == "__main__":
    main()
