"""What someone says of how a data file is to be read."""

from msgspec.structs import replace

from cqviewer.importing.found import Found
from cqviewer.model.reading.import_format import ImportEntry
from cqviewer.ui.importing.words import CHOICES, SURE


class Answers:
    """Keeps what is said of a data file, until its sheet is made."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self.options = ImportEntry()
        self.is_sure = False

    def __bool__(self) -> bool:
        return self.is_sure or self.options != ImportEntry()

    def say(self, option: str, written: str, value: str) -> None:
        """Keep what an option, or a text by it, is said to mean; "" takes that back."""
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
        """Return which of its choices something found was answered with; "" if with none."""
        option, choices = CHOICES.get(one.kind, ("", {}))
        if option == SURE:
            return "yes" if self.is_sure else ""
        said = getattr(self.options, option, None)
        said = said.get(one.written) if isinstance(said, dict) else said
        return said if said in choices else ""
