"""Problems are worded on one line, and faults that follow from others are not reported."""

from cqviewer.model.problems import MOST_FINDINGS, MOST_PLACES, Findings, Problem, SheetError
from cqviewer.model.suggest import did_you_mean, nearest


def test_a_problem_is_one_line_with_its_place() -> None:
    problem = Problem(message="this is wrong", help="mend it", file="a.yaml", line=3, column=7)
    assert problem.sentence() == "a.yaml:3:7: error: this is wrong (mend it)"
    assert problem.headline() == "a.yaml:3:7: error: this is wrong"


def test_a_repeated_problem_says_how_often() -> None:
    problem = Problem(message="this is wrong", file="a.yaml", line=3, column=7, count=1200)
    assert problem.sentence() == "a.yaml:3:7: error: this is wrong (1,200 times)"


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    assert Problem(message="gone", file="a.yaml").sentence() == "a.yaml: error: gone"


def test_an_error_words_the_first_problem() -> None:
    problems = [Problem(message=one, file="f") for one in ("first", "second")]
    assert str(SheetError(problems)) == "f: error: first"


def test_a_later_stage_is_silent_where_an_earlier_one_found_a_fault() -> None:
    findings = Findings()
    findings.add(("a", "?b"), "no b")
    findings.add(("a", "?b"), "also this")
    findings.settle()
    findings.add(("a", "b"), "b is wrong")
    findings.add(("a", "c"), "c is wrong")
    assert [one.message for one in findings.all] == ["no b", "also this", "c is wrong"]


def test_what_lies_around_a_fault_is_not_sound() -> None:
    findings = Findings()
    findings.add(("a", 1, "b"), "wrong")
    assert not findings.is_sound(("a",))
    assert not findings.is_sound(("a", 1))
    assert findings.is_sound(("a", 0))
    assert findings.has(("a", 1, "b"))
    assert not findings.has(("a",))


def test_warnings_and_harmless_faults_leave_things_sound() -> None:
    findings = Findings()
    findings.add(("a", "b"), "doubtful", severity="warning")
    assert not findings.has_errors
    findings.add(("a", "c"), "mistyped", is_harmless=True)
    assert findings.is_sound(("a",))
    assert findings.has_errors


def test_paths_count_the_items_that_were_left_out() -> None:
    findings = Findings()
    findings.places.kept = {("a",): [1, 3], ("a", 3, "b"): [2]}
    findings.add(("a", 1, "b", 0), "wrong")
    assert findings.all[0].path == ("a", 3, "b", 2)


def test_the_same_mistake_is_kept_once_with_its_first_places() -> None:
    findings = Findings()
    for number in range(MOST_FINDINGS + 5):
        findings.add((number,), "wrong", "mend it")
    (one,) = findings.all
    assert (one.count, findings.not_kept) == (MOST_FINDINGS + 5, 0)
    assert [one.path, *one.also] == [(number,) for number in range(MOST_PLACES)]
    findings.add((0,), "wrong", "mend it otherwise")
    assert len(findings.all) == 2


def test_what_stands_in_for_a_faulty_item_is_nowhere_in_the_file() -> None:
    findings = Findings()
    findings.places.kept = {("a",): []}
    findings.add(("a", 0, "b"), "wrong")
    findings.excuse(("a", 0, "b"))
    assert findings.all == []
    assert findings.has(("a", 0, "b"))
    assert findings.is_sound(("a",))
    findings.add(("c",), "wrong")
    assert not findings.is_sound(("a", 0))


def test_findings_beyond_the_limit_are_counted() -> None:
    findings = Findings()
    for number in range(MOST_FINDINGS + 5):
        findings.add((number,), f"wrong {number}")
    assert (len(findings.all), findings.not_kept) == (MOST_FINDINGS, 5)


def test_the_nearest_word_is_suggested() -> None:
    assert did_you_mean("perod", ["value", "period"]) == "did you mean `period`?"
    assert did_you_mean("zzz", ["value", "period"]) == ""
    assert nearest("jobs_1O0", (f"jobs_{number}" for number in range(100_000))) is not None
