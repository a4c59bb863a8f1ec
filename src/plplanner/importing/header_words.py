"""Which words head a column of names, ids or sections, in the languages of our teachers."""

import re
from enum import Enum
from functools import lru_cache

from plplanner.importing.clean_text import word_form


class ColumnRole(Enum):
    """What a column holds."""

    NAME = "name"
    LAST = "last"
    FIRST = "first"
    MIDDLE = "middle"
    NICKNAME = "nickname"
    SUFFIX = "suffix"
    ID = "id"
    EMAIL = "email"
    SECTION = "section"
    GRADE = "grade"
    SCORE = "score"
    LEFT_OUT = "left_out"


NAME_ROLES = frozenset({ColumnRole.NAME, ColumnRole.LAST, ColumnRole.FIRST})

# A word that stands for the whole name alone, but for one part beside the other part.
_NAME = """student|students|student name|student name last first|name last first|
student name last first mi|student name lastname firstname|student last first mi|
student names|name|names|full name|student full name|
learner|
learner name|pupil|pupil name|pupils|child|child name|kids|scholar|last first|last name first name|
lastname firstname|student last first|student last name first name|lastfirst|display name|
sortable name|first and last name|student's name|
elev|elever|elevnamn|namn|elevens namn|fullständigt namn|studerande|
alumno|alumna|alumnos|alumno a|estudiante|estudiantes|nombre|nombres|nombre s|nombre completo|
nombre y apellidos|
nombre y apellido|apellidos y nombre|apellidos y nombres|apellidos nombre|nombre del alumno|
nombre del estudiante|élève|élèves|nom|nom et prénom|nom prénom|nom complet|étudiant|
schüler|schülerin|schüler in|schülerinnen und schüler|name schüler|nachname vorname|
aluno|alunos|aluna|nome|nome completo|nome do aluno|estudante|leerling|naam|leerlingen|
allievo|alunno|studente|nome e cognome|cognome e nome|oppilas|opiskelija|nimi|navn|elevnavn|uczeń|
imię i nazwisko|学生|姓名|氏名|名前|이름|学生姓名|ученик|фио|имя|الاسم|
اسم الطالب|họ và tên|họ tên|öğrenci|
adı soyadı|ad soyad"""
_LAST = """last|last name|lastname|surname|family name|familyname|student last name|student last|
studentlastname|
student surname|lname|last nm|efternamn|apellido|apellidos|apellido s|primer apellido|
nom de famille|apellido paterno|paternal last name|paternal surname|apellido 1|last name 1|
nachname|familienname|sobrenome|apelido|apelidos|achternaam|cognome|sukunimi|etternavn|efternavn|
nazwisko|姓|фамилия|soyadı|soyad|họ"""
_FIRST = """first|first name|firstname|given name|given names|givenname|forename|student first name|
student first|studentfirstname|fname|first nm|förnamn|tilltalsnamn|nombre de pila|primer nombre|
prénom|prénoms|
vorname|primeiro nome|nome próprio|voornaam|etunimi|fornavn|imię|名|имя собственное|adı|tên"""
_FIRST_BESIDE_LAST = frozenset(
    ["nombre", "nombres", "nombre s", "nome", "name", "nimi", "naam", "namn", "navn", "имя", "ad"]
)
_LAST_BESIDE_FIRST = frozenset(["nom", "name", "naam", "nombre", "nome"])
_MIDDLE = "middle|middle name|mi|middle initial|m i|middlename|mellannamn|segundo nombre"
_NICKNAME = """preferred|preferred name|preferred first name|nickname|nick name|nick|goes by|called|
known as|smeknamn|apodo|surnom|rufname|spitzname|roepnaam"""
_SUFFIX = "suffix|name suffix|generation|suffixe|sufijo"
_EMAIL = """email|e-mail|email address|e-mail address|student email|student e-mail|mail|e-post|
e-postadress|epost|correo|correo electrónico|dirección de correo electrónico|correo-e|
adresse e-mail|courriel|dirección de correo|dirección email|adresse de courriel|
adresse courriel|indirizzo email|indirizzo e-mail|endereço de e-mail|
endereço de email|e-mailadres|e-postadresse|adres e-mail|sähköpostiosoite|
adresse électronique|e-mail-adresse|e-mailadresse|username email"""
_SECTION = """section|sections|class|class name|period|per|course|course section|block|
section name|hour|
sektion|avsnitt|klass|grupp namn|sección|clase|curso|período|classe|section/groupe|klasse|turma|
klas|sezione|seção|класс|班级|班級|クラス|반"""
_GRADE = """grade level|enrolled grade|
grade|gr|grd|grade lvl|gr lvl|student grade|current grade level|year|
year group|year level|årskurs|grado|niveau|jahrgang|klassenstufe|ano|série"""
_IDS = {
    "student_id": """id|dni|nie|curp|rut|cédula|
student id|studentid|student's id|id student|sid|id no|id number|elev-id|
elevid|personnummer|
id del estudiante|id de estudiante|id del alumno|id estudiante|identificador|identificación|
id-nummer|schüler-id|
matrícula|matricula|leerlingnummer|código|codigo|stu id|pupil id|learner id|unique id|external id|
unique user id|student uid|employee id|
user id|id de alumno|id do aluno|studenten-id|student-id|id studente|leerling-id|numer id|
id-numero""",
    "student_number": """student number|student num|student no|stu num|student nbr|student_number|
pupil number|
número de estudiante|numero de estudiante|elevnummer|local id|学号|學號|学籍番号|出席番号|학번|
perm id|perm|permanent id|local student id|
numéro étudiant|other id""",
    "state_id": """state id|student ssid|ssid number|
state student id|ssid|statewide student id|state number|
state student number|upn""",
    "login": """login|username|user name|login id|sis login id|användarnamn|usuario|
nombre de usuario|identifiant|benutzername""",
    "sis_user_id": "sis user id|sis id|sis-id|sis-användar-id|id de usuario de sis",
    "canvas_id": "canvas id|canvas user id",
    "integration_id": "integration id|integrations-id|id de integración",
}


def words_in(text: str) -> frozenset[str]:
    """The words of a list with bars between them; line breaks do not count."""
    return frozenset(word.strip() for word in text.replace("\n", "").split("|"))


_SECOND_LAST = words_in(
    "apellido materno|segundo apellido|second last name|second surname|maternal last name|"
    "maternal surname|last name 2|2nd last name|apellido 2"
)

_ROLE_WORDS = (
    (ColumnRole.LAST, words_in(_LAST) | _SECOND_LAST),
    (ColumnRole.FIRST, words_in(_FIRST)),
    (ColumnRole.NAME, words_in(_NAME)),
    (ColumnRole.MIDDLE, words_in(_MIDDLE)),
    (ColumnRole.NICKNAME, words_in(_NICKNAME)),
    (ColumnRole.SUFFIX, words_in(_SUFFIX)),
    (ColumnRole.EMAIL, words_in(_EMAIL)),
    (ColumnRole.SECTION, words_in(_SECTION)),
    (ColumnRole.GRADE, words_in(_GRADE)),
)
_ROLE_BY_WORD = {word: role for role, words in reversed(_ROLE_WORDS) for word in words}
_ID_BY_WORD = {word: kind for kind, text in _IDS.items() for word in words_in(text)}


# A school's accounts are exported with such marks beside each heading.
_DEMANDS = re.compile(r"[\[(]\s*(?:required|optional|upload only|read only)\s*[\])]")
_NUMBERED = frozenset({"student", "stu", "std", "pupil", "learner", "perm", "student id"})


# Two dozen systems look for their headers in the same cells.
@lru_cache(maxsize=8192)
def header_form(header: str) -> str:
    """A header for comparing: lower case, commas, slashes and brackets become spaces."""
    plain = re.sub(r"[,;/()\[\]&#.]+", " ", _DEMANDS.sub(" ", word_form(header)))
    return " ".join(plain.split())


def header_role(header: str) -> ColumnRole | None:
    """The role a header names outright, or None."""
    form = header_form(header)
    if form in _ID_BY_WORD or _is_number_of(header, form):
        return ColumnRole.ID
    return _ROLE_BY_WORD.get(form)


def _is_number_of(header: str, form: str) -> bool:
    """“Student #” is a number, not a name."""
    return form in _NUMBERED and header.rstrip().endswith("#")


def id_kind(header: str) -> str:
    """Under which name an id is kept: `student_id`, `login` …"""
    form = header_form(header)
    if _is_number_of(header, form):
        return "student_number"
    return _ID_BY_WORD.get(form, "student_id")


def is_second_last(header: str) -> bool:
    """True for “Apellido materno”: the second of two last names that one person bears."""
    return header_form(header) in _SECOND_LAST


def is_name_header(header: str) -> bool:
    """True when the cell is a whole header of a name column, nothing more."""
    return len(header) <= 60 and header_role(header) in NAME_ROLES


def settle_name_roles(headers: tuple[str, ...]) -> tuple[ColumnRole | None, ...]:
    """Roles of all headers: “Nombre” beside “Apellidos” is the first name, alone the whole name."""
    roles = [header_role(header) for header in headers]
    forms = [header_form(header) for header in headers]
    has_last, has_first = ColumnRole.LAST in roles, ColumnRole.FIRST in roles
    for place, role in enumerate(roles):
        if role is not ColumnRole.NAME:
            continue
        if has_last and not has_first and forms[place] in _FIRST_BESIDE_LAST:
            roles[place] = ColumnRole.FIRST
        elif has_first and not has_last and forms[place] in _LAST_BESIDE_FIRST:
            roles[place] = ColumnRole.LAST
    return tuple(roles)
