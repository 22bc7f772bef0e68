"""The names of the parts of a sheet and of their fields, in the window's language."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "SheetEditor"
_NAMES: dict[str, object] = {
    "sheet": QT_TRANSLATE_NOOP("SheetEditor", "Sheet"),
    "source": QT_TRANSLATE_NOOP("SheetEditor", "Source"),
    "figure": QT_TRANSLATE_NOOP("SheetEditor", "Figure"),
    "observation": QT_TRANSLATE_NOOP("SheetEditor", "Observation"),
    "section": QT_TRANSLATE_NOOP("SheetEditor", "Section"),
    "chart": QT_TRANSLATE_NOOP("SheetEditor", "Chart"),
    "statement": QT_TRANSLATE_NOOP("SheetEditor", "Statement"),
    "plan": QT_TRANSLATE_NOOP("SheetEditor", "Plan"),
    "voice": QT_TRANSLATE_NOOP("SheetEditor", "Voice"),
    "title": QT_TRANSLATE_NOOP("SheetEditor", "Title"),
    "place": QT_TRANSLATE_NOOP("SheetEditor", "Place"),
    "date": QT_TRANSLATE_NOOP("SheetEditor", "Date"),
    "year": QT_TRANSLATE_NOOP("SheetEditor", "Year"),
    "summary": QT_TRANSLATE_NOOP("SheetEditor", "Summary"),
    "short": QT_TRANSLATE_NOOP("SheetEditor", "Short name"),
    "publisher": QT_TRANSLATE_NOOP("SheetEditor", "Publisher"),
    "url": QT_TRANSLATE_NOOP("SheetEditor", "Address"),
    "name": QT_TRANSLATE_NOOP("SheetEditor", "Name"),
    "value": QT_TRANSLATE_NOOP("SheetEditor", "Value"),
    "unit": QT_TRANSLATE_NOOP("SheetEditor", "Unit"),
    "measure": QT_TRANSLATE_NOOP("SheetEditor", "Measure"),
    "period": QT_TRANSLATE_NOOP("SheetEditor", "Period"),
    "status": QT_TRANSLATE_NOOP("SheetEditor", "Status"),
    "derived": QT_TRANSLATE_NOOP("SheetEditor", "Formula"),
    "note": QT_TRANSLATE_NOOP("SheetEditor", "Remark"),
    "lead": QT_TRANSLATE_NOOP("SheetEditor", "Lead"),
    "figures": QT_TRANSLATE_NOOP("SheetEditor", "Figures, by their ids"),
    "goals": QT_TRANSLATE_NOOP("SheetEditor", "Goals, by their ids"),
    "kind": QT_TRANSLATE_NOOP("SheetEditor", "Kind"),
    "subtitle": QT_TRANSLATE_NOOP("SheetEditor", "Subtitle"),
    "of": QT_TRANSLATE_NOOP("SheetEditor", "Figures shown, by their ids"),
    "about": QT_TRANSLATE_NOOP("SheetEditor", "About"),
    "text": QT_TRANSLATE_NOOP("SheetEditor", "Text"),
    "who": QT_TRANSLATE_NOOP("SheetEditor", "Who"),
    "office": QT_TRANSLATE_NOOP("SheetEditor", "Office"),
}


def named(key: str, language: str = "") -> str:
    """Return the name of a kind of part or of a field, with the language of its text."""
    name = QCoreApplication.translate(_CONTEXT, str(_NAMES[key]))
    return f"{name} ({language})" if language else name
