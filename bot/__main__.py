"""Entry of the `runcoach` command."""

import sys

from bot.cli.app import run


def main() -> None:
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
