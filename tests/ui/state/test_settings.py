"""What is remembered comes back, and a broken settings file is set aside."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.ui.state.settings import LASTING, MOST_RECENT, MOST_SEEN, Remembered, Settings
from cqviewer.ui.state.store import PANEL_LEAST, PANEL_WIDEST, SOURCE_LEAST


def test_nothing_is_remembered_at_first() -> None:
    settings = Settings()
    assert settings.remembered == Remembered()
    assert settings.problem == ""


def test_what_is_remembered_comes_back() -> None:
    given = Remembered(
        file="/some/füle & 重庆, 2024.yaml",
        section="trade",
        scroll=0.25,
        theme="dark",
        contrast="high",
        zoom=1.5,
        is_panel_open=False,
        panel_width=420,
        source_width=640,
        geometry="AAEC",
        recent=("/one.yaml",),
    )
    Settings().remember(**{name: getattr(given, name) for name in given.__struct_fields__})
    assert Settings().remembered == given
    assert Settings().remembered.geometry_bytes() == b"\0\1\2"


def test_recent_files_are_kept_once_the_latest_first_and_not_without_end() -> None:
    settings = Settings()
    for number in range(MOST_RECENT + 5):
        settings.add_recent(Path(f"/{number}.yaml"))
    settings.add_recent(Path("/9.yaml"))
    recent = Settings().remembered.recent
    assert recent[:3] == (
        str(Path("/9.yaml").absolute()),
        str(Path("/14.yaml").absolute()),
        str(Path("/13.yaml").absolute()),
    )
    assert len(recent) == len(set(recent)) == MOST_RECENT
    settings.forget_recent()
    assert Settings().remembered.recent == ()


def test_what_another_cqviewer_opens_meanwhile_is_kept() -> None:
    mine, other = Settings(), Settings()
    mine.add_recent(Path("/mine.yaml"))
    other.add_recent(Path("/other.yaml"))
    mine.remember(zoom=1.5)
    assert Settings().remembered.recent == mine.recent()
    assert [Path(one).name for one in mine.recent()] == ["other.yaml", "mine.yaml"]
    other.remember(theme="dark")
    assert (Settings().remembered.zoom, Settings().remembered.theme) == (1.5, "dark")


@pytest.mark.parametrize(
    "text",
    [
        "[General]\nzoom=enormous\n",
        "[General]\nzoom=99\n",
        "[General]\ntheme=purple\n",
        "[General]\ncontrast=enough\n",
        "[General]\nscroll=nan\n",
        "not a settings file at all\n\0\x01",
        "[General\ntheme",
    ],
)
def test_a_broken_file_is_set_aside_with_a_word(text: str) -> None:
    path = Settings().path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    settings = Settings()
    aside = path.with_name(f"{path.name}.broken")
    assert settings.remembered == Remembered()
    assert settings.problem == f"The settings could not be read; they now lie in {aside}."
    assert aside.read_text("utf-8") == text
    settings.remember(theme="dark")
    assert Settings().remembered.theme == "dark"
    assert Settings().problem == ""


def test_geometry_that_is_none_is_no_geometry() -> None:
    assert Remembered(geometry="§").geometry_bytes() == b""


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)


@given(
    kept=st.builds(
        Remembered,
        file=NAMES,
        section=NAMES,
        scroll=st.floats(0, 1).map(lambda one: round(one, 6)),
        theme=st.sampled_from(["system", "light", "dark"]),
        contrast=st.sampled_from(["system", "high", "normal"]),
        language=st.sampled_from(["system", "en", "zh"]),
        zoom=st.sampled_from([0.8, 1.0, 1.25, 2.5]),
        is_panel_open=st.booleans(),
        panel_width=st.integers(PANEL_LEAST, PANEL_WIDEST),
        source_width=st.integers(SOURCE_LEAST, 4000),
        place=NAMES,
    )
)
def test_all_that_can_be_remembered_is_read_as_it_was_written(kept: Remembered) -> None:
    Settings().remember(**{name: getattr(kept, name) for name in kept.__struct_fields__})
    read = Settings()
    assert read.problem == ""
    assert read.remembered == kept


def test_the_view_is_as_it_was_left() -> None:
    kept = Remembered(theme="dark", contrast="high", language="zh", zoom=1.5, is_panel_open=False)
    view = kept.view()
    assert (view.language, view.language_choice) == ("zh", "zh")
    assert {name: getattr(view, name) for name in LASTING} == {
        "theme": "dark",
        "contrast": "high",
        "zoom": 1.5,
        "is_panel_open": False,
        "panel_width": 300,
        "source_width": 540,
    }


def test_changes_are_seen_for_the_first_time_once_and_the_oldest_are_forgotten() -> None:
    settings = Settings()
    assert settings.see_changes("a-b")
    assert not settings.see_changes("a-b")
    assert not Settings().see_changes("a-b")
    for number in range(MOST_SEEN):
        assert settings.see_changes(f"{number}-{number + 1}")
    assert settings.see_changes("a-b")


def test_a_comparison_is_one_entry_of_the_recent_files() -> None:
    settings, files = Settings(), [Path("/a.yaml"), Path("/b.yaml")]
    settings.add_recent(files[0])
    settings.add_recent_comparison(files)
    a, b = (str(one.absolute()) for one in files)
    assert settings.recent_sheets() == [[a, b], [a]]
