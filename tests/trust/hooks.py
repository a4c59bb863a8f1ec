"""What a torture rig may ask of plplanner, through the real commands and a real planner file.

    python tests/trust/hooks.py edit PLANNER SEED N    N steps, each acknowledged once it is saved
    python tests/trust/hooks.py verify PLANNER         JSON: integrity, invariant, rows
    python tests/trust/hooks.py open PLANNER           0, or 3 / 4 with a message

`handle(kind, path, work)` is the same inside one process: open, verify, import. Every step adds
a student and her score in one change, so that a step half done would show as a student without
a score. Works from any folder; a problem the teacher can mend ends with 3, one of the machine
with 4, never with a traceback.
"""

import hashlib
import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
for _place in (ROOT, ROOT / "src"):
    if str(_place) not in sys.path:
        sys.path.insert(0, str(_place))

from plplanner.cli.file_content import content_of  # noqa: E402 - the path comes first
from plplanner.gradebook import commands as gradebook  # noqa: E402
from plplanner.gradebook.queries import assessments_of_class, scores_on  # noqa: E402
from plplanner.importing.class_plans import sections_in  # noqa: E402
from plplanner.importing.commands import save_import  # noqa: E402
from plplanner.importing.queries import import_into_classes  # noqa: E402
from plplanner.importing.read_file import read_gradebook  # noqa: E402
from plplanner.problems import Problem, WhoMends  # noqa: E402
from plplanner.roster import commands as roster  # noqa: E402
from plplanner.roster.queries import classes, students_of_class  # noqa: E402
from plplanner.roster.rows import NewStudent  # noqa: E402
from plplanner.store.planner_file import create_planner, open_planner  # noqa: E402
from plplanner.terms import AssessmentKind  # noqa: E402

CLASS, TICKET = "Trust", "Ticket"
DONE, WRONG_WORDS, TEACHER_CAN_MEND, MACHINE_LACKS = 0, 2, 3, 4
EXIT_CODES = {WhoMends.TEACHER: TEACHER_CAN_MEND, WhoMends.MACHINE: MACHINE_LACKS}


def edit(path, seed, count):
    """Save `count` steps, acknowledging each one after it is on disk."""
    now = datetime.now(UTC)
    planner = planner_at(path, now)
    place = None
    try:
        for number in range(count):
            value = seed * 1000 + number
            student_id, place = one_step(planner, value, place)
            os.write(1, f"ACK {student_id} {value}\n".encode())
    finally:
        planner.close()


def planner_at(path, now):
    """The planner at `path`, made where there is none."""
    return open_planner(path, now=now) if path.exists() else create_planner(path, now=now)


def one_step(planner, value, place=None):
    """One student with one score, as one step; returns (student id, (class id, ticket id)).

    The first step of a planner also makes the class and its exit ticket, `place`.
    """
    with planner.change(f"Enter {value}") as session:
        class_id, ticket_id = place or class_and_ticket(session)
        (student_id,) = roster.add_students(
            session,
            class_id=class_id,
            students=[NewStudent(last="Trust", first=f"Ada{value}", ids={"sis": str(value)})],
            entered_on=datetime.now(UTC).date(),
        )
        gradebook.enter_score(
            session,
            student_id=student_id,
            assessment_id=ticket_id,
            points=float(value),
            entered_at=datetime.now(UTC),
        )
    return student_id, (class_id, ticket_id)


def class_and_ticket(session):
    """The class and its exit ticket, made with the first step."""
    known = [row for row in classes(session) if row.name == CLASS]
    if known:
        (ticket,) = assessments_of_class(session, class_id=known[0].id)
        return known[0].id, ticket.id
    class_id = roster.add_class(session, name=CLASS)
    ticket_id = gradebook.add_assessment(
        session, class_id=class_id, title=TICKET, kind=AssessmentKind.EXIT_TICKET
    )
    return class_id, ticket_id


def verify(path):
    """What the planner holds, and whether every rule across its tables is kept."""
    if not path.exists():
        return {"integrity": "ok", "invariant": "ok", "rows": {}}
    planner = open_planner(path, now=datetime.now(UTC))
    try:
        findings = planner.findings()
        rows, odd = planner.ask(_rows)
    finally:
        planner.close()
    rule = [finding for finding in findings if finding.startswith("broken rule")] + odd
    damage = [finding for finding in findings if finding not in rule]
    return {
        "integrity": "; ".join(damage) or "ok",
        "invariant": "; ".join(rule) or "ok",
        "rows": rows,
    }


def _rows(session):
    rows, odd = {}, []
    for school_class in classes(session):
        if school_class.name != CLASS:
            continue
        for ticket in assessments_of_class(session, class_id=school_class.id):
            for score in scores_on(session, assessment_id=ticket.id):
                if str(score.student_id) in rows:
                    odd.append(f"student {score.student_id} has two scores")
                rows[str(score.student_id)] = int(score.points or 0)
        students = {str(s.id) for s in students_of_class(session, class_id=school_class.id)}
        odd += [f"student {i} has no score" for i in sorted(students - set(rows))]
    return rows, odd


def open_(path):
    """How opening ends: ok, damaged or newer, in words, with a digest of all contents."""
    try:
        planner = open_planner(path, now=datetime.now(UTC))
        try:
            findings = planner.findings()
            if findings:
                return _refusal("damaged", "; ".join(findings), restore_offered=True)
            return {"status": "ok", "digest": planner.digest()}
        finally:
            planner.close()
    except Problem as problem:
        words = str(problem)
        status = "newer" if "made by a newer plplanner" in words else "damaged"
        return _refusal(status, words, restore_offered="restore" in words.casefold())


def _refusal(status, message, *, restore_offered):
    return {"status": status, "message": message, "restore_offered": restore_offered}


def take_in(path, work):
    """Import a file into `work`/t.db as one step, as the import verb does."""
    now = datetime.now(UTC)
    target = work / "t.db"
    try:
        content = content_of(path)
        read = read_gradebook(file_name=path.name, content=content)
        planner = planner_at(target, now)
        try:
            class_name = next(iter(sections_in(read)), "Imported")
            found = planner.ask(import_into_classes, read=read, class_name=class_name)
            file_hash = hashlib.sha256(content).hexdigest()
            with planner.change("Import") as session:
                save_import(
                    session,
                    classes=found,
                    file_name=path.name,
                    file_hash=file_hash,
                    imported_at=now,
                )
        finally:
            planner.close()
    except Problem as problem:
        return {"status": "rejected", "message": str(problem)}
    return {"status": "ok", "classes": len(found)}


def handle(kind, path, work):
    """The fast hook: open, verify or import, answered as a dict."""
    if kind == "open":
        return open_(Path(path))
    if kind == "verify":
        return {"status": "ok", **verify(Path(path))}
    if kind == "import":
        return take_in(Path(path), Path(work))
    raise ValueError(kind)


def main(words):
    """Carry out one command line; returns the exit code."""
    act, path, *rest = words
    try:
        if act == "edit":
            edit(Path(path), int(rest[0]), int(rest[1]))
        elif act == "verify":
            print(json.dumps(verify(Path(path))))  # noqa: T201 - the answer
        elif act == "open":
            open_planner(Path(path), now=datetime.now(UTC)).close()
        else:
            return WRONG_WORDS
    except Problem as problem:
        text = f"{problem.what} {problem.next_step}\n"
        os.write(2, text.encode("utf-8", "surrogateescape"))
        return EXIT_CODES[problem.who_mends]
    return DONE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
