"""What is wrong with a file, said in the window's language, which may change meanwhile."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cqviewer.load import load_sheet
from cqviewer.ui.state.banner import Banner
from cqviewer.ui.state.worker_client import worker
from cqviewer.ui.window.window import MainWindow
from cqviewer.worker import tasks
from tests.model.sheets import figure, sheet_text
from tests.ui.conftest import OpenWindow
from tests.ui.editing.writing import box, form_of, rest, write

SECTIONS = "sections: [{id: one, title: One, figures: [jobs]}]\n"
SOUND = sheet_text(f"jobs: {figure(value=1)} # said", rest=SECTIONS)
FAULTY = SOUND.replace("2024, source", "Nov 2024, source").replace("[jobs]", "[jobs, jbos]")

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a sheet that is sound yet."""
    path = tmp_path / "sheet.yaml"
    path.write_text(SOUND, "utf-8")
    return path


@pytest.fixture
def window(path: Path, open_window: OpenWindow, qtbot: QtBot) -> MainWindow:
    """Return a Chinese window over it in which a figure is selected."""
    window = open_window(load_sheet(path), path, selected="jobs")
    set_language(window, qtbot, "zh")
    return window


def set_language(window: MainWindow, qtbot: QtBot, language: str) -> None:
    """Choose the window's language."""
    window.store.look(language=language, language_choice=language)
    rest(qtbot)


def rows(window: MainWindow) -> list[str]:
    listed = window.problems.list.list
    return [listed.item(row).text() for row in range(listed.count())]


def banners(window: MainWindow) -> list[str]:
    return [one.accessibleName() for one in window.findChildren(Banner) if one.isVisible()]


def test_banner_and_list_are_chinese_and_follow_the_language(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    path.write_text(FAULTY, "utf-8")
    window.files.reload()
    rest(qtbot)
    window.actions_by_name["next_problem"].trigger()
    rest(qtbot)
    chinese = rows(window)
    assert chinese == [
        "错误，第 7 行：“Nov 2024”不是时期：写作 `2024-11`",
        "错误，第 8 行：没有指标“jbos”：是否应为 `jobs`？",
        *chinese[2:],
    ]
    (said,) = banners(window)
    assert said.startswith("无法读取此数据简报：sheet.yaml")
    assert "“Nov 2024”不是时期（写作 `2024-11`）。问题总数：" in said
    set_language(window, qtbot, "en")
    assert rows(window)[0] == "Error, line 7: 'Nov 2024' is no period: write 2024-11"
    assert "'Nov 2024' is no period (write 2024-11)" in banners(window)[0]
    set_language(window, qtbot, "zh")
    assert rows(window)[:2] == chinese[:2]
    assert banners(window) == [said]


def test_the_form_refuses_and_explains_in_chinese_and_keeps_what_is_not_saved(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    window.actions_by_name["edit_part"].trigger()
    rest(qtbot)
    form = form_of(window)
    assert box(form, "digits").input.toolTip().count("数值显示的小数位数") == 1
    write(qtbot, form, "period", "Nov 2024")
    assert box(form, "period").message.text == "尚未保存：“Nov 2024”不是时期。"
    assert [one.text() for one in box(form, "period").message.links] == ["修正：写入 2024-11"]
    assert path.read_text("utf-8") == SOUND
    write(qtbot, form, "value", "many")
    assert box(form, "value").message.text == (
        "尚未保存：“many”不是单纯的数字（写数字，例如 7.6 或 690000，单位写在 `unit`；"
        "或写 `not stated`）。"
    )
    set_language(window, qtbot, "en")
    form = form_of(window)
    assert "Decimal places" in box(form, "digits").input.toolTip()
    assert (box(form, "period").text, box(form, "value").text) == ("Nov 2024", "many")


def test_an_error_of_the_worker_arrives_in_chinese(window: MainWindow, qtbot: QtBot) -> None:
    folder = Path(__file__).parent
    call = worker().call(window, tasks.save, b"", folder)
    with qtbot.waitSignal(call.failed) as failed:
        pass
    assert failed.args is not None
    assert str(failed.args[0]) == f"{folder} 是文件夹；请指定其中的文件"
