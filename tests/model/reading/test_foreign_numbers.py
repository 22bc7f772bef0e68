"""What other offices write for a number is refused, with the words to write in this format."""

import json

import pytest

from cqviewer.load import examine_sheet
from tests.model.sheets import figure, sheet_text

LOST = "write `value: not stated`"
NOTE = "say in `note`"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("124991 p", f"write 124991; {NOTE} that it is provisional"),
        ("124,991 (r)", f"write 124991; {NOTE} that it is revised"),
        ("12.3bu", f"write 12.3; {NOTE} that it is after a break in the series and of low"),
        ("12.3*", f"write 12.3; {NOTE} what '*' means"),
        ("124991¹", f"write 124991; {NOTE} what '¹' means"),
        (":", f"{LOST}; {NOTE} why there is no number"),
        (":c", f"{LOST}; {NOTE} why"),
        ("..", f"{LOST}; {NOTE} why"),
        ("…", f"{LOST}; {NOTE} why"),
        ("-", f"{LOST}, or 0 where the mark stands for none"),
        ("–", f"{LOST}, or 0 where the mark stands for none"),
        ("n/a", f"{LOST}; {NOTE} why"),
        ("c", f"{LOST}; {NOTE} why"),
        ("NaN", f"{LOST}; {NOTE} why"),
        ("Not stated", "write it in small letters: not stated"),
        ("<0.25", f"{LOST}, and '<0.25' in `note`: a bound is no number"),
        (">95", f"{LOST}, and '>95' in `note`: a bound"),
        ("≤ 5", f"{LOST}, and '≤ 5' in `note`: a bound"),
        ("at least 5", f"{LOST}, and 'at least 5' in `note`: a bound"),
        ("5+", f"{LOST}, and '5+' in `note`: a bound"),
        ("~300", f"write 300; {NOTE} that the source says about"),
        ("about 300 km", f"write 300; {NOTE} that the source says about"),
        ("10-12", f"{LOST}, and '10-12' in `note`: a range is no number"),
        ("10 to 12", f"{LOST}, and '10 to 12' in `note`: a range"),
        ("12.3 ± 0.4", "write 12.3; say the margin in `note`"),
        ("12.3 (11.0–13.5)", "write 12.3; say the margin in `note`"),
        ("(5.2)", "write -5.2 if the brackets stand for a minus"),
        ("€513", "write 513; its unit stands in `unit`: €"),
        ("$5", "write 5; its unit stands in `unit`: $"),
        ("513 €", "write 513; its unit stands in `unit`: €"),
        ("CHF 12.50", "write 12.50; its unit stands in `unit`: CHF"),
        ("12 km", "write 12; its unit stands in `unit`: km"),
        ("7.6 pp", "write 7.6; its unit stands in `unit`: pp"),
        ("€1.5bn", "write 1500000000, or 1.5 with the scale in `unit`: € bn"),
        ("1.2 million", "write 1200000, or 1.2 with the scale in `unit`: million …"),
        ("1,2 Mio. EUR", "write 1200000, or 1.2 with the scale in `unit`: Mio EUR"),
        ("3.5亿", "write 350000000, or 3.5 with the scale in `unit`: 亿…"),
        ("3.5亿元", "write 350000000, or 3.5 with the scale in `unit`: 亿元"),
        ("2 lakh crore", "write 2000000000000, or 2 with the scale in `unit`: lakh crore …"),
        ("7.6%", 'write 7.6; its unit stands in `unit`: "%"'),
        ("7.6 per cent", 'write 7.6; its unit stands in `unit`: "%"'),
        ("1:24", "write 24 for one to 24, or 1.4 for 1 h 24 min; what it counts"),
        ("7:30", "write 7.5 for 7 h 30 min; what it counts stands in `unit`"),
        ("3:100", "write one number; what it counts stands in `unit`"),
        ("3/4", "write 0.75"),
        ("1 in 5", "write 0.2"),
        ("1/3", "write both as indicators"),
        ("01067", "write 1067; a code or an ordinal is no number"),
        (".5", "write 0.5"),
        ("-.5", "write -0.5"),
        ("5.", "write 5"),
        ("7,6", "write 7.6"),
        ("1,234", "write 1234, or 1.234 if it is a decimal comma"),
        ("1,234.5", "write 1234.5"),
        ("1.234,5", "write 1234.5"),
        ("1.234.567", "write 1234567"),
        ("12,345,678", "write 12345678"),
        ("1'234", "write 1234"),
        ("12 345", "write 12345"),
        ("１２．５", "write 12.5"),
        ("−3", "write -3"),
        ("many", "write a number such as 7.6 or 690000, its unit in `unit`; or: not stated"),
        ("1e400", "write a number such as 7.6"),
        ("0x1F", "write a number such as 7.6"),
        ("0o17", "write a number such as 7.6"),
        (".inf", "write a number such as 7.6"),
        ("1.2.3", "write a number such as 7.6"),
        ("9" * 70, "write a number such as 7.6"),
    ],
)
def test_a_number_of_another_spelling_is_refused_with_what_to_write(
    written: str, hint: str
) -> None:
    text = sheet_text("jobs: " + figure(value=json.dumps(written)))
    (problem,) = examine_sheet(text.encode(), "f").problems
    assert problem.message.endswith("is no plain number")
    assert problem.help.startswith(hint)
