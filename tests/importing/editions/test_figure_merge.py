"""What is said beside a value, when the next edition of its data file is brought in."""

from pathlib import Path

from tests.importing.tables import brought, sheet_of, written


def test_notes_of_values_come_along_and_one_on_a_lack_goes_with_it(tmp_path: Path) -> None:
    text = (
        "Month,Jobs,Flag,Note\n2024-01,,c,Too few\n2024-02,5,,Old\n2024-03,6,,\n2024-04,7,,Mine\n"
    )
    before = written(tmp_path, text, unit="jobs")
    later = text.replace(",,c,Too few", ",4,,").replace("Old", "New").replace("6,,", "6,,Late")
    now, _ = brought(tmp_path, before, later.replace("Mine", ""))
    notes = [str(one.note or "") for one in sheet_of(now).indicators["jobs"].observations]
    assert notes == ["", "New", "Late", "Mine"]
