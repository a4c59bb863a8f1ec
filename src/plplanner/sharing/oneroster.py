"""A class with its results as a OneRoster 1.1 ZIP of CSV files, for another gradebook.

Files and headings: 1EdTech, OneRoster v1.1 CSV Tables. What the standard has no column for
(an absence, a scale score) stands in `metadata.*` columns, which it allows.
"""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date

from plplanner.gradebook.rows import AssessmentRow
from plplanner.roster.rows import StudentRow
from plplanner.sharing.rows import SharedClass, SharedScore
from plplanner.terms import AssessmentKind, ScoreStatus

# Ids of ours, so that whoever reads them knows that no other system gave them.
OWN = "plplanner-"
_ORG, _YEAR, _COURSE = f"{OWN}school", f"{OWN}year", f"{OWN}course"
_SAME_IDS = ("sourced_id", "identifier", "email")
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_BASE = "sourcedId status dateLastModified"
_HEADINGS = {
    "academicSessions": f"{_BASE} title type startDate endDate parentSourcedId schoolYear",
    "categories": f"{_BASE} title",
    "classes": f"{_BASE} title grades courseSourcedId classCode classType location "
    "schoolSourcedId termSourcedIds subjects subjectCodes periods",
    "courses": f"{_BASE} schoolYearSourcedId title courseCode grades orgSourcedId subjects "
    "subjectCodes",
    "enrollments": f"{_BASE} classSourcedId schoolSourcedId userSourcedId role primary "
    "beginDate endDate",
    "lineItems": f"{_BASE} title description assignDate dueDate classSourcedId "
    "categorySourcedId gradingPeriodSourcedId resultValueMin resultValueMax metadata.standards",
    "orgs": f"{_BASE} name type identifier parentSourcedId",
    "results": f"{_BASE} lineItemSourcedId studentSourcedId scoreStatus score scoreDate comment "
    "metadata.possible metadata.percent metadata.scaleScore metadata.percentile "
    "metadata.textScore metadata.progress metadata.mastered metadata.late metadata.mark",
    "users": f"{_BASE} enabledUser orgSourcedIds role username userIds givenName familyName "
    "middleName identifier email sms phone agentSourcedIds grades password "
    "metadata.preferredFirstName",
}
_ABSENT_FILES = ("classResources", "courseResources", "demographics", "resources")
_STATUS_WORDS = {ScoreStatus.EXCUSED: "exempt", ScoreStatus.MISSING: "not submitted"}
_MARKS = frozenset({ScoreStatus.ABSENT, ScoreStatus.INCOMPLETE, ScoreStatus.NOT_ASSIGNED})

Row = Mapping[str, str]


def oneroster_zip(shared: SharedClass, *, on: date) -> bytes:
    """The bytes of the ZIP; the same class on the same day gives the same bytes.

    `on` settles the school year, which begins in July.
    """
    tables: dict[str, list[Row]] = {
        **_places(shared, on),
        "users": [_user(student) for student in shared.students],
        "enrollments": [
            {
                "sourcedId": f"{OWN}enrollment-{student.id}",
                "classSourcedId": _class_id(shared),
                "schoolSourcedId": _ORG,
                "userSourcedId": _user_id(student),
                "role": "student",
            }
            for student in shared.students
        ],
        "categories": [_category(kind) for kind in _kinds(shared)],
        "lineItems": [_line_item(one, shared, on) for one in shared.assessments],
        "results": _results(shared, on),
    }
    members = {f"{name}.csv": _csv(_HEADINGS[name].split(), tables[name]) for name in _HEADINGS}
    return _zip({"manifest.csv": _manifest(), **members})


def _places(shared: SharedClass, on: date) -> dict[str, list[Row]]:
    """School, school year, course and class, as far as the planner knows them."""
    starts = on.year if on.month >= 7 else on.year - 1
    school_class = shared.school_class
    subject = school_class.subject
    year = {
        "sourcedId": _YEAR,
        "title": f"{starts}–{starts + 1}",
        "type": "schoolYear",
        "startDate": f"{starts}-07-01",
        "endDate": f"{starts + 1}-06-30",
        "schoolYear": str(starts + 1),
    }
    course = {
        "sourcedId": _COURSE,
        "schoolYearSourcedId": _YEAR,
        "title": subject or school_class.name,
        "orgSourcedId": _ORG,
        "subjects": subject,
    }
    own_class = {
        "sourcedId": _class_id(shared),
        "title": school_class.name,
        "courseSourcedId": _COURSE,
        "classCode": school_class.section,
        "classType": "scheduled",
        "schoolSourcedId": _ORG,
        "termSourcedIds": _YEAR,
        "subjects": subject,
    }
    return {
        "orgs": [{"sourcedId": _ORG, "name": "School", "type": "school"}],
        "academicSessions": [year],
        "courses": [course],
        "classes": [own_class],
    }


def _class_id(shared: SharedClass) -> str:
    return f"{OWN}class-{shared.school_class.id}"


def _user_id(student: StudentRow) -> str:
    return student.ids.get("sourced_id") or f"{OWN}student-{student.id}"


def _user(student: StudentRow) -> Row:
    """A student; ids of other systems go into `userIds`, named as this program names them."""
    others = sorted((kind, text) for kind, text in student.ids.items() if kind not in _SAME_IDS)
    family = " ".join(part for part in (student.last, student.suffix) if part)
    return {
        "sourcedId": _user_id(student),
        "enabledUser": "true",
        "orgSourcedIds": _ORG,
        "role": "student",
        "username": student.ids.get("login") or _user_id(student),
        "userIds": ",".join(f"{{{OWN}{kind}:{text}}}" for kind, text in others),
        "givenName": student.first,
        "familyName": family,
        "identifier": student.ids.get("identifier", ""),
        "email": student.ids.get("email", ""),
        "metadata.preferredFirstName": student.nickname,
    }


def _kinds(shared: SharedClass) -> list[AssessmentKind]:
    return sorted({one.kind for one in shared.assessments}, key=lambda kind: kind.value)


def _category(kind: AssessmentKind) -> Row:
    title = kind.value.replace("_", " ").capitalize()
    return {"sourcedId": f"{OWN}{kind.value}", "title": title}


def _line_item(assessment: AssessmentRow, shared: SharedClass, on: date) -> Row:
    """An assessment. One without a date is due on the day of the export, as a date must stand."""
    day = (assessment.taken_on or on).isoformat()
    return {
        "sourcedId": _line_item_id(assessment),
        "title": assessment.title,
        "assignDate": day,
        "dueDate": day,
        "classSourcedId": _class_id(shared),
        "categorySourcedId": f"{OWN}{assessment.kind.value}",
        "gradingPeriodSourcedId": _YEAR,
        "resultValueMin": "0",
        "resultValueMax": _number(assessment.points_possible),
        "metadata.standards": " ".join(assessment.standards),
    }


def _line_item_id(assessment: AssessmentRow) -> str:
    return assessment.native_id or f"{OWN}item-{assessment.id}"


def _results(shared: SharedClass, on: date) -> list[Row]:
    """A row for every try that says something, in the order of students and assessments."""
    students = {student.id: student for student in shared.students}
    assessments = {assessment.id: assessment for assessment in shared.assessments}
    kept = [
        score
        for score in shared.scores
        if score.student_id in students
        and score.assessment_id in assessments
        and (score.status is not ScoreStatus.NONE or score.late)
    ]
    kept.sort(key=lambda score: (score.student_id, score.assessment_id, score.attempt))
    return [
        _result(score, students[score.student_id], assessments[score.assessment_id], on)
        for score in kept
    ]


def _result(score: SharedScore, student: StudentRow, assessment: AssessmentRow, on: date) -> Row:
    day = score.taken_on or assessment.taken_on or on
    differs = score.possible is not None and score.possible != assessment.points_possible
    worked_out = score.points is not None and bool(score.possible)
    word = "fully graded" if score.status is ScoreStatus.SCORED else "submitted"
    return {
        "sourcedId": f"{OWN}{score.student_id}-{score.assessment_id}-{score.attempt}",
        "lineItemSourcedId": _line_item_id(assessment),
        "studentSourcedId": _user_id(student),
        "scoreStatus": _STATUS_WORDS.get(score.status, word),
        "score": _number(score.points),
        "scoreDate": day.isoformat(),
        "metadata.possible": _number(score.possible) if differs else "",
        "metadata.percent": "" if worked_out else _number(score.percent),
        "metadata.scaleScore": _number(score.scale_score),
        "metadata.percentile": _number(score.percentile),
        "metadata.textScore": score.level or "",
        "metadata.progress": _number(score.progress),
        "metadata.mastered": "" if score.mastered is None else str(score.mastered).lower(),
        "metadata.late": "true" if score.late else "",
        "metadata.mark": score.status.value if score.status in _MARKS else "",
    }


def _number(value: float | None) -> str:
    """A number without a needless “.0”, exact; "" for none."""
    if value is None:
        return ""
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def _manifest() -> bytes:
    """Which files are here in full and which are not."""
    rows = [
        ("manifest.version", "1.0"),
        ("oneroster.version", "1.1"),
        *sorted(
            [(f"file.{name}", "bulk") for name in _HEADINGS]
            + [(f"file.{name}", "absent") for name in _ABSENT_FILES]
        ),
        ("source.systemName", "plplanner"),
    ]
    named = [{"propertyName": name, "value": value} for name, value in rows]
    return _csv(["propertyName", "value"], named)


def _csv(headings: Sequence[str], rows: Sequence[Row]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, headings, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def _zip(members: Mapping[str, bytes]) -> bytes:
    """Packed in the order of names, with one date and one system for all."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, members[name])
    return packed.getvalue()
