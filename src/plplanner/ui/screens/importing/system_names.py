"""What the systems are called whose files are read."""

SYSTEMS = {
    "blackboard": "Blackboard gradebook",
    "brightspace": "Brightspace gradebook",
    "canvas_gradebook": "Canvas gradebook",
    "canvas_learning_mastery": "Canvas learning mastery",
    "canvas_quiz": "Canvas quiz, student analysis",
    "google_classroom_all": "Google Classroom, all grades",
    "google_classroom_single": "Google Classroom, one assignment",
    "google_forms_quiz": "Google Forms quiz",
    "iready_diagnostic": "i-Ready diagnostic",
    "kahoot_report": "Kahoot report",
    "khan_mastery": "Khan Academy mastery",
    "kolibri_session_log": "Kolibri session log",
    "kolibri_summary_log": "Kolibri summary log",
    "mclass_dibels8": "mCLASS DIBELS 8",
    "moodle_csv": "Moodle gradebook",
    "moodle_quiz": "Moodle quiz",
    "moodle_xlsx": "Moodle gradebook",
    "nwea_cdf": "NWEA MAP Growth",
    "oneroster_csv_zip": "OneRoster export",
    "openedx_grade_report": "Open edX grade report",
    "openedx_problem_grade_report": "Open edX problem grade report",
    "plickers": "Plickers scoresheet",
    "powerteacher_pro_template": "PowerTeacher Pro scores",
    "question_list": "Answers, one row for each question",
    "quizizz_report": "Quizizz report",
    "renaissance_star": "Renaissance Star",
    "renaissance_star_early_literacy": "Renaissance Star Early Literacy",
    "renaissance_star_math": "Renaissance Star Math",
    "renaissance_star_reading": "Renaissance Star Reading",
    "roster": "Class list",
    "sakai": "Sakai gradebook",
    "score_list": "Scores, one row for each",
    "staar": "STAAR results",
    "teacher_spreadsheet": "A teacher’s own table",
    "zipgrade": "ZipGrade quiz",
}


def system_words(name: str) -> str:
    """What a file looks like, in words."""
    return SYSTEMS.get(name, name.replace("_", " ").capitalize())
