"""The words of time: closed lists of English, lower case, with and without the period of an abbreviation."""

from __future__ import annotations

from typing import Final


def words(text: str) -> tuple[str, ...]:
    """Return the words of a space-separated list."""
    return tuple(text.split())


def word_set(text: str) -> frozenset[str]:
    """Return the words of a space-separated list as a set."""
    return frozenset(text.split())


def _dotted(table: dict[str, int]) -> dict[str, int]:
    return {**table, **{f"{w}.": n for w, n in table.items() if len(w) <= 5}}


MONTH_NAMES: Final = (
    words("january february march april may june july august september october november december")
)  # fmt: skip
MONTHS: Final[dict[str, int]] = {
    **{name: k for k, name in enumerate(MONTH_NAMES, 1)},
    **_dotted({"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9}),
    **_dotted({"oct": 10, "nov": 11, "dec": 12}),
}
# Month words that are also common words or first names: a capital letter is not proof enough.
AMBIGUOUS_MONTHS: Final = frozenset({"may", "march", "april", "june", "august", "jan", "mar", "dec", "sep", "jun"})

WEEKDAYS: Final[dict[str, int]] = {
    **{name: k for k, name in enumerate(words("monday tuesday wednesday thursday friday saturday sunday"), 1)},
    **_dotted({"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7}),
}
SHORT_WEEKDAYS: Final = frozenset(w for w in WEEKDAYS if len(w.rstrip(".")) <= 5)
WEEKDAY_PLURALS: Final = {f"{w}s": k for w, k in WEEKDAYS.items() if w.endswith("day")}

# Unit codes: TIMEX3 duration letters; minutes are "m", hours "h", seconds "s" (written after the T), quarters "Q",
# weekends "WE", decades "DE", centuries "CE", millennia "ML".
UNITS: Final[dict[str, str]] = {
    "year": "Y", "month": "M", "week": "W", "day": "D", "hour": "h", "minute": "m", "second": "s", "quarter": "Q",
    "weekend": "WE", "decade": "DE", "century": "CE", "millennium": "ML", "fortnight": "F", "night": "NI",
    "hr": "h", "hrs": "h", "min": "m", "mins": "m", "sec": "s", "secs": "s", "yr": "Y", "yrs": "Y", "yr.": "Y",
    "yrs.": "Y", "semester": "S6", "trimester": "S3",
}  # fmt: skip
PLURAL_UNITS: Final[dict[str, str]] = {
    "years": "Y", "months": "M", "weeks": "W", "days": "D", "hours": "h", "minutes": "m", "seconds": "s",
    "quarters": "Q", "weekends": "WE", "decades": "DE", "centuries": "CE", "millennia": "ML", "fortnights": "F",
    "nights": "NI", "hrs": "h", "mins": "m", "secs": "s", "yrs": "Y", "yrs.": "Y", "semesters": "S6",
}  # fmt: skip
ALL_UNITS: Final[dict[str, str]] = {**UNITS, **PLURAL_UNITS}
# Adjectives that may stand between a number and its unit without changing the length.
UNIT_ADJECTIVES: Final = word_set(
    "business trading working calendar full straight consecutive solid long short more additional extra other "
    "whole entire successive fiscal further"
)

SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS: Final = {
    "morning": "TMO", "mornings": "TMO", "noon": "T12:00", "midday": "T12:00", "noontime": "T12:00",
    "lunchtime": "T12:00", "afternoon": "TAF", "afternoons": "TAF", "evening": "TEV", "evenings": "TEV",
    "night": "TNI", "nights": "TNI", "midnight": "T24:00", "overnight": "TNI", "dawn": "TMO", "daybreak": "TMO",
    "sunrise": "TMO", "dusk": "TEV", "sunset": "TEV", "nightfall": "TNI",
}  # fmt: skip

_TEENS: Final = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
SMALL: Final[dict[str, int]] = {w: n for n, w in enumerate(_TEENS)}
TENS: Final[dict[str, int]] = {
    w: 10 * n for n, w in enumerate(words("twenty thirty forty fifty sixty seventy eighty ninety"), 2)
}
MAGNITUDES: Final = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
VAGUE: Final = frozenset({"several", "many", "some", "few", "numerous", "countless", "multiple", "various"})
ORDINALS: Final[dict[str, int]] = {
    w: n
    for n, w in enumerate(
        words(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        1,
    )
} | {"thirtieth": 30}
ORDINAL_SUFFIXES: Final = frozenset({"st", "nd", "rd", "th"})
DECADE_WORDS: Final = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip

# last / this / next: the shift they stand for; the second table counts from what the text has just told.
SHIFTS: Final = {
    "last": -1,
    "past": -1,
    "this": 0,
    "current": 0,
    "present": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "latest": -1,
}
NARRATIVE_SHIFTS: Final = {
    "previous": -1, "prior": -1, "preceding": -1, "same": 0, "comparable": 0, "corresponding": 0, "that": 0,
    "following": 1, "subsequent": 1, "ensuing": 1,
}  # fmt: skip

# Between "last" and its unit: "last fiscal year", "the whole year".
FILLERS: Final = frozenset({"fiscal", "full", "calendar", "financial", "whole", "entire", "school", "very"})

START_WORDS: Final = {"beginning": "START", "start": "START", "outset": "START", "opening": "START", "turn": "START"}
MID_WORDS: Final = {"middle": "MID", "midpoint": "MID", "height": "MID"}
END_WORDS: Final = {"end": "END", "close": "END", "rest": "END", "remainder": "END", "conclusion": "END"}
EDGES: Final[dict[str, str]] = {**START_WORDS, **MID_WORDS, **END_WORDS}
QUALIFIERS: Final = {"early": "START", "late": "END", "mid": "MID", "earlier": "BEFORE", "later": "AFTER"}

# Hedges before an amount -> TIMEX3 mod; multi-word ones are spelled out in the grammar.
HEDGES: Final = {
    "about": "APPROX", "around": "APPROX", "roughly": "APPROX", "approximately": "APPROX", "some": "APPROX",
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "under": "LESS_THAN", "over": "MORE_THAN", "exactly": "",
}  # fmt: skip

FREQUENCIES: Final[dict[str, str]] = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y", "annual": "P1Y",
    "annually": "P1Y", "hourly": "PT1H", "fortnightly": "P2W", "biweekly": "P2W", "bimonthly": "P2M",
    "biennial": "P2Y", "biennially": "P2Y", "biannual": "P6M", "biannually": "P6M", "semiannual": "P6M",
    "semiannually": "P6M", "nightly": "XXXX-XX-XXTNI",
}  # fmt: skip
LENGTHS: Final = {
    "yearlong": "P1Y", "monthlong": "P1M", "weeklong": "P1W", "daylong": "P1D", "decadelong": "P1DE",
    "hourlong": "PT1H", "nightlong": "P1NI",
}  # fmt: skip

DAY_SHIFTS: Final = {"today": 0, "yesterday": -1, "tomorrow": 1}
REFERENCES: Final[dict[str, str]] = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "presently": "PRESENT_REF",
    "recently": "PAST_REF", "lately": "PAST_REF", "soon": "FUTURE_REF", "someday": "FUTURE_REF",
}  # fmt: skip

ZONES: Final = word_set(
    "utc gmt z est edt cst cdt mst mdt pst pdt et ct mt pt bst cet cest ist jst hkt sgt myt msk eet eest aest "
    "aedt wib wita kst nzst nzdt ast adt akst hst"
)
UTC_ZONES: Final = frozenset({"utc", "gmt", "z"})

# (month, day) or a rule name understood by calendar.holiday. Two-word names are looked up as pairs.
HOLIDAYS: Final[dict[str, tuple[int, int] | str]] = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year's day": (1, 1), "new year's eve": (12, 31), "new years day": (1, 1), "new years eve": (12, 31),
    "new year 's day": (1, 1), "new year 's eve": (12, 31), "halloween": (10, 31), "valentine 's day": (2, 14),
    "valentines day": (2, 14), "thanksgiving": "thanksgiving", "thanksgiving day": "thanksgiving",
    "labor day": "labor", "memorial day": "memorial", "independence day": (7, 4), "fourth of july": (7, 4),
    "july fourth": (7, 4), "veterans day": (11, 11), "armistice day": (11, 11), "columbus day": "columbus",
    "presidents day": "presidents", "presidents ' day": "presidents", "easter": "easter", "easter sunday": "easter",
    "good friday": "good friday", "easter monday": "easter monday", "may day": (5, 1), "bastille day": (7, 14),
    "black friday": "black friday", "cyber monday": "cyber monday", "st. patrick 's day": (3, 17),
    "anzac day": (4, 25), "merdeka day": (8, 31), "earth day": (4, 22), "international women 's day": (3, 8),
    "april fools ' day": (4, 1), "april fool 's day": (4, 1), "martin luther king day": "king",
    "martin luther king jr. day": "king", "palm sunday": "palm sunday", "ash wednesday": "ash wednesday",
    "shrove tuesday": "mardi gras", "mardi gras": "mardi gras", "maundy thursday": "maundy thursday",
    "holy thursday": "maundy thursday", "ascension day": "ascension", "pentecost": "pentecost",
    "whit sunday": "pentecost", "whit monday": "whit monday", "canada day": (7, 1), "australia day": (1, 26),
    "remembrance day": (11, 11), "juneteenth": (6, 19), "groundhog day": (2, 2), "flag day": (6, 14),
    "bonfire night": (11, 5), "hogmanay": (12, 31), "all saints ' day": (11, 1), "all saints day": (11, 1),
    "world aids day": (12, 1), "victoria day": "victoria", "patriots ' day": "patriots", "patriots day": "patriots",
    "mother 's day": "mothers", "father 's day": "fathers", "guy fawkes night": (11, 5), "burns night": (1, 25),
}  # fmt: skip
HOLIDAY_STARTS: Final = frozenset(name.split()[0] for name in HOLIDAYS)

# "Sunday Times": what follows a weekday in the names of newspapers and programmes.
TITLE_NOUNS: Final = word_set(
    "times mirror telegraph mail express herald post star sun world review tribune independent standard people "
    "sport football league school schools"
)
# Before a weekday it names an event, a film or a mood, never a day to resolve.
NAMED_DAYS: Final = frozenset(
    {"bloody", "super", "manic", "ruby", "freaky", "fat", "shrove", "casual", "black", "sunday"}
)
CURRENCY: Final = frozenset({"$", "€", "£", "¥", "₹", "us$", "a$", "c$", "rm", "rs", "rs.", "usd", "eur", "gbp"})
# "the Today show": what follows the name of a programme.
SHOWS: Final = frozenset({"show", "programme", "program"})
