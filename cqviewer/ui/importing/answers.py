"""The reader's answers on how a data file is to be read."""

from msgspec.structs import replace

from cqviewer.importing.found import Found
from cqviewer.model.reading.import_format import ImportEntry
from cqviewer.ui.importing.words import CHOICES, SURE


class Answers:
    """The answers given for one data file."""

    def __init__(self) -> None:
        """Begin without answers."""
        self.options = ImportEntry()
        self.is_sure = False

    def __bool__(self) -> bool:
        return self.is_sure or self.options != ImportEntry()

    def say(self, option: str, written: str, value: str) -> None:
        """Set an option, or of an option with entries that of the text `written`; "" removes it."""
        if option == SURE:
            self.is_sure = bool(value)
            return
        said = getattr(self.options, option)
        if isinstance(said, dict):
            said = {key: one for key, one in {**said, written: value}.items() if one}
        else:
            said = value or None
        self.options = replace(self.options, **{option: said})

    def to(self, one: Found) -> str:
        """Return the choice that was made for something found; "" if there is none."""
        option, choices = CHOICES.get(one.kind, ("", {}))
        if option == SURE:
            return "yes" if self.is_sure else ""
        said = getattr(self.options, option, None)
        said = said.get(one.written) if isinstance(said, dict) else said
        return said if said in choices else ""
