"""`make simulate`: the same week for more and more runners; writes docs/images/scale.png."""

from pathlib import Path

from rich.console import Console

from scripts.simulation.limits import most_in_time
from scripts.simulation.report import picture_of, table_of
from scripts.simulation.week import Setup, simulate

PICTURE = Path(__file__).parents[2] / "docs" / "images" / "scale.png"
PAID_OVERALL_PER_S, PAID_BULK_PER_S = 1000.0, 950.0
"""Telegram's paid broadcast: 1 000 messages a second (core.telegram.org/bots/faq); 50 stay for answers."""
TICKERS = 16
SETUPS = (
    Setup("10 000, free", 10_000),
    Setup("100 000, free", 100_000),
    Setup("1 million, free", 1_000_000),
    Setup("1 million, paid", 1_000_000, PAID_OVERALL_PER_S, PAID_BULK_PER_S),
    Setup(f"1 million, paid, {TICKERS} × ticking", 1_000_000, PAID_OVERALL_PER_S, PAID_BULK_PER_S, TICKERS),
)


def main() -> None:
    console = Console(width=160)
    weeks = []
    for setup in SETUPS:
        with console.status(f"{setup.name} …"):
            weeks.append(simulate(setup))
    console.print(table_of(weeks))
    for setup, at_most in ((SETUPS[0], 100_000), (SETUPS[-1], 4_000_000)):
        with console.status("how many in time …"):
            most = most_in_time(setup, at_most)
        console.print(f"asked within 15 minutes, as in {setup.name!r}: up to {most:,} runners")
    PICTURE.write_bytes(picture_of(weeks))
    console.print(f"docs/images/{PICTURE.name}")


if __name__ == "__main__":
    main()
