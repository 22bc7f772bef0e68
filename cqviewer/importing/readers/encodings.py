"""Which encoding a text has that is no UTF-8, told by its letters."""

import re

ENCODINGS = {
    "cp1252": "Windows-1252 (Western Europe)",
    "cp1250": "Windows-1250 (Central Europe)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "koi8_r": "KOI8-R (Cyrillic)",
    "gb18030": "GB 18030 (Chinese)",
    "big5": "Big5 (Chinese)",
    "shift_jis": "Shift JIS (Japanese)",
    "euc_jp": "EUC-JP (Japanese)",
    "cp949": "EUC-KR (Korean)",
    "utf-16-le": "UTF-16",
}
"""Encodings of data files, by Python's names, and how they are called."""
_KANA = "のをはがとにでるスールンア県都道府市区町村年月人口数計率"
_COMMON = {
    "gb18030": "年月市省县区地人口数总合计生产值指标单位元万亿增长率重庆北京上海名称农业工的城镇业",
    "big5": "年月市省縣區地人口數總合計生產值指標單位元萬億成長率臺北高雄名稱農業工的城鎮業",
    "shift_jis": _KANA,
    "euc_jp": _KANA,
    "cp949": "년월시도군구인계총합수단위지역별명남여율의이원가서울부산대전국경기행정사",
}
"""Letters that texts of offices are full of, by the encodings that have them."""
_LEAST = 0.15
"""The share of such letters from which on a language is recognised; by chance it is some 3 %."""
_POLISH = re.compile("(?<=[a-zê])[¹³¿¶](?=[a-z])|³(?=[a-z])|[a-z]¿")
_CZECH = re.compile("ø(?=[^\\W\\d_])")


def likely_encoding(sample: bytes) -> str:
    """Return the encoding that bytes most likely have, which are no UTF-8."""
    shares = {name: _share(sample, name, letters) for name, letters in _COMMON.items()}
    best = max(shares, key=shares.__getitem__)
    if shares[best] >= _LEAST:
        return best
    high = re.findall(rb"[\x80-\xff]+", sample)
    if sum(len(one) for one in high if len(one) > 2) > sum(map(len, high)) / 2:
        pairs = re.findall(rb"[\x81-\xfe][\x40-\xfe]", sample)
        common = sum(b"\xb0" <= one[:1] <= b"\xd7" and one[1:] >= b"\xa1" for one in pairs)
        if common > len(pairs) / 2 and not any(len(one) % 2 for one in high):
            return "gb18030"  # in which the common signs of Chinese stand first
        small = sum(byte >= 0xE0 for byte in b"".join(high))
        return "cp1251" if small * 2 > sum(map(len, high)) else "koi8_r"
    return "cp1250" if _is_central(sample.decode("cp1252", "replace")) else "cp1252"


def _share(sample: bytes, encoding: str, letters: str) -> float:
    """Return which part of a text's letters beyond ASCII are common ones; 0 if it cannot be so."""
    text = sample.decode(encoding, "replace")
    beyond = [one for one in text if one > "\x7f" and one not in "（）、。：，　"]
    is_broken = text[:-2].count("\ufffd") > len(beyond) / 50
    return 0 if is_broken or not beyond else sum(one in letters for one in beyond) / len(beyond)


def _is_central(western: str) -> bool:
    """Return whether a text in Windows-1252 has the letters that Polish, Czech … ones come to."""
    is_czech = bool(_CZECH.search(western)) and any(one in western for one in "ìèùò")
    is_hungarian = "õ" in western and not any(one in western for one in "ãçä")
    return bool(_POLISH.search(western)) or is_czech or is_hungarian
