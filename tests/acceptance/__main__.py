"""Write the table of docs/reliability.md anew."""

from tests.acceptance.rows import PAGE, page_with_table

if __name__ == "__main__":
    PAGE.write_text(page_with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
