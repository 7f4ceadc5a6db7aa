"""Which language a text is in."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_WORD = re.compile(r"[^\W\d_]+")
# a fifth of running English is made of these; no other language written in Latin letters comes near
_ENGLISH = frozenset(
    ("the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "as", "it", "at", "by", "from", "be",
     "are", "this", "have", "has", "had", "not", "but", "his", "her", "they", "he", "she", "we", "you", "which",
     "were", "been", "its", "their", "will", "would", "who", "said", "or", "an")
)  # fmt: skip
SURE = 200  # letters below which a text says too little


@lru_cache(maxsize=1)
def _detector() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def detect(text: str) -> tuple[str | None, float]:
    """Return ISO 639-1 code and confidence (0 to 1); (None, 0) for a text with too few letters to tell.

    English prose is known by its function words; only other text is put to the detector (py3langid).
    """
    words = _WORD.findall(text[:4000])
    letters = sum(map(len, words))
    if letters < 20:
        return None, 0.0
    common = sum(word.lower() in _ENGLISH for word in words) / len(words)
    if common >= 0.2 and letters >= 40:
        return "en", 1.0
    code, sure = _detector().classify(text[:4000])
    return str(code), float(sure) if letters >= SURE else min(float(sure), 0.5)
