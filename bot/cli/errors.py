"""How a subcommand ends when it cannot do what was asked: one sentence and an exit status."""


class CommandEnd(Exception):
    """A sentence for stderr and the exit status that goes with it."""

    exit_status = 1


class ClearNo(CommandEnd):
    """The question was understood and the answer is no (exit 1)."""

    exit_status = 1


class WrongUse(CommandEnd):
    """The command was called with something it cannot read (exit 2)."""

    exit_status = 2
