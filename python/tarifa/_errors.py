"""What can go wrong, in words a caller can act on."""


class TarifaError(Exception):
    """Something to mend in what was given; the message says what, where and how."""


class CommandMissing(TarifaError):
    """The `tarifa` command is not there, and the function asked it."""
