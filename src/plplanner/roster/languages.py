"""Home languages by the names teachers use; what is kept is a language tag such as `es`."""

import re

from plplanner.roster.names import compare_key

LANGUAGES = {
    "af": "Afrikaans", "sq": "Albanian", "ase": "American Sign Language", "am": "Amharic",
    "ar": "Arabic", "hy": "Armenian", "az": "Azerbaijani", "eu": "Basque", "be": "Belarusian",
    "bn": "Bengali", "bs": "Bosnian", "bg": "Bulgarian", "my": "Burmese", "yue": "Cantonese",
    "ca": "Catalan", "ceb": "Cebuano", "ch": "Chamorro", "zh": "Chinese",
    "zh-Hans": "Chinese (simplified)", "zh-Hant": "Chinese (traditional)", "chk": "Chuukese",
    "hr": "Croatian", "cs": "Czech", "da": "Danish", "prs": "Dari", "nl": "Dutch",
    "en": "English", "et": "Estonian", "fj": "Fijian", "fil": "Filipino", "fi": "Finnish",
    "fr": "French", "ff": "Fulah", "ka": "Georgian", "de": "German", "el": "Greek",
    "gu": "Gujarati", "ht": "Haitian Creole", "ha": "Hausa", "haw": "Hawaiian", "he": "Hebrew",
    "hi": "Hindi", "hmn": "Hmong", "hu": "Hungarian", "is": "Icelandic", "ig": "Igbo",
    "ilo": "Ilocano", "id": "Indonesian", "ga": "Irish", "it": "Italian", "ja": "Japanese",
    "kn": "Kannada", "ksw": "Karen", "kea": "Cape Verdean Creole", "kk": "Kazakh", "km": "Khmer",
    "quc": "K’iche’", "rw": "Kinyarwanda", "rn": "Kirundi", "ko": "Korean", "ku": "Kurdish",
    "ky": "Kyrgyz", "lo": "Lao", "lv": "Latvian", "ln": "Lingala", "lt": "Lithuanian",
    "mk": "Macedonian", "mg": "Malagasy", "ms": "Malay", "ml": "Malayalam", "mam": "Mam",
    "cmn": "Mandarin", "mr": "Marathi", "mh": "Marshallese", "mn": "Mongolian", "nv": "Navajo",
    "ne": "Nepali", "no": "Norwegian", "om": "Oromo", "ps": "Pashto", "fa": "Persian",
    "pl": "Polish", "pt": "Portuguese", "pa": "Punjabi", "qu": "Quechua", "rhg": "Rohingya",
    "ro": "Romanian", "ru": "Russian", "sm": "Samoan", "sr": "Serbian", "sd": "Sindhi",
    "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian", "so": "Somali", "es": "Spanish",
    "sw": "Swahili", "sv": "Swedish", "tl": "Tagalog", "tg": "Tajik", "ta": "Tamil",
    "te": "Telugu", "th": "Thai", "ti": "Tigrinya", "to": "Tongan", "tr": "Turkish",
    "tk": "Turkmen", "tw": "Twi", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek",
    "vi": "Vietnamese", "cy": "Welsh", "wo": "Wolof", "xh": "Xhosa", "yi": "Yiddish",
    "yo": "Yoruba", "yua": "Yucatec Maya", "zu": "Zulu",
}  # fmt: skip
"""English names by tag (ISO 639 and BCP 47), those often spoken at home in schools here."""

_LONGEST_TAG = 20
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_TAG_OF = {compare_key(name): tag for tag, name in LANGUAGES.items()}
_BY_TAG = {tag.casefold(): tag for tag in LANGUAGES}


def language_name(tag: str) -> str:
    """`Spanish` for `es`; a tag nobody here knows, as it is."""
    known = _BY_TAG.get(tag.casefold())
    return LANGUAGES[known] if known else tag


def language_tag(typed: str) -> str:
    """`es` for Spanish or ES. What is neither a name nor a known tag is answered as it is."""
    typed = typed.strip()
    return _TAG_OF.get(compare_key(typed), "") or _BY_TAG.get(typed.casefold(), typed)


def wrong_language(typed: str) -> str:
    """Why this cannot be a home language, in words; empty when it can."""
    tag = language_tag(typed)
    if tag in LANGUAGES or (len(tag) <= _LONGEST_TAG and _TAG.fullmatch(tag)):
        return ""
    return "Type a language such as Spanish, or its tag such as es."


def language_names() -> list[str]:
    """All names in the order of the alphabet."""
    return sorted(LANGUAGES.values())
