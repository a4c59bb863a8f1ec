-- The first tables. Frozen: a change of the tables is a new numbered file beside this one.
-- Dates are 'YYYY-MM-DD', times of day 'HH:MM:SS.ffffff', moments 'YYYY-MM-DD HH:MM:SS.ffffff' in UTC.

CREATE TABLE bell_schedule (
    id INTEGER PRIMARY KEY NOT NULL,
    name TEXT NOT NULL
);

CREATE TABLE day_exception (
    id INTEGER PRIMARY KEY NOT NULL,
    day TEXT NOT NULL,
    label TEXT NOT NULL,
    minutes INTEGER,
    UNIQUE (day)
);

CREATE TABLE framework (
    id INTEGER PRIMARY KEY NOT NULL,
    uuid TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (uuid),
    UNIQUE (name)
);

CREATE TABLE gradebook_import (
    id INTEGER PRIMARY KEY NOT NULL,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    format TEXT NOT NULL,
    imported_at TEXT NOT NULL
);

CREATE TABLE learning_resource (
    id INTEGER PRIMARY KEY NOT NULL,
    uuid TEXT NOT NULL,
    title TEXT NOT NULL,
    code TEXT,
    kind TEXT NOT NULL,
    locator TEXT NOT NULL,
    minutes INTEGER,
    place TEXT NOT NULL,
    group_mode TEXT NOT NULL,
    needs_device INTEGER NOT NULL,
    needs_internet INTEGER NOT NULL,
    language TEXT NOT NULL,
    UNIQUE (uuid),
    UNIQUE (code)
);

CREATE TABLE student (
    id INTEGER PRIMARY KEY NOT NULL,
    last TEXT NOT NULL,
    first TEXT NOT NULL,
    suffix TEXT NOT NULL,
    nickname TEXT NOT NULL,
    CHECK (last <> '' OR first <> '')
);

CREATE TABLE tag (
    id INTEGER PRIMARY KEY NOT NULL,
    facet TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (facet, value)
);

CREATE TABLE bell_period (
    id INTEGER PRIMARY KEY NOT NULL,
    bell_schedule_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    UNIQUE (bell_schedule_id, name),
    FOREIGN KEY (bell_schedule_id) REFERENCES bell_schedule (id) ON DELETE CASCADE
);
CREATE INDEX ix_bell_period_bell_schedule_id ON bell_period (bell_schedule_id);

CREATE TABLE learner_profile (
    id INTEGER PRIMARY KEY NOT NULL,
    student_id INTEGER NOT NULL,
    home_language TEXT NOT NULL,
    UNIQUE (student_id),
    FOREIGN KEY (student_id) REFERENCES student (id) ON DELETE CASCADE
);

CREATE TABLE pull_out (
    id INTEGER PRIMARY KEY NOT NULL,
    student_id INTEGER NOT NULL,
    weekday INTEGER NOT NULL,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    label TEXT NOT NULL,
    FOREIGN KEY (student_id) REFERENCES student (id) ON DELETE CASCADE,
    CHECK (weekday BETWEEN 0 AND 6 AND ends_at > starts_at)
);
CREATE INDEX ix_pull_out_student_id ON pull_out (student_id);

CREATE TABLE resource_tag (
    id INTEGER PRIMARY KEY NOT NULL,
    learning_resource_id INTEGER NOT NULL,
    tag_id INTEGER NOT NULL,
    UNIQUE (learning_resource_id, tag_id),
    FOREIGN KEY (learning_resource_id) REFERENCES learning_resource (id) ON DELETE CASCADE,
    FOREIGN KEY (tag_id) REFERENCES tag (id) ON DELETE CASCADE
);
CREATE INDEX ix_resource_tag_learning_resource_id ON resource_tag (learning_resource_id);
CREATE INDEX ix_resource_tag_tag_id ON resource_tag (tag_id);

CREATE TABLE standard (
    id INTEGER PRIMARY KEY NOT NULL,
    uuid TEXT NOT NULL,
    framework_id INTEGER NOT NULL,
    parent_id INTEGER,
    code TEXT NOT NULL,
    search_code TEXT NOT NULL,
    text TEXT NOT NULL,
    grade TEXT NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (framework_id, code),
    UNIQUE (uuid),
    FOREIGN KEY (framework_id) REFERENCES framework (id) ON DELETE CASCADE,
    FOREIGN KEY (parent_id) REFERENCES standard (id) ON DELETE SET NULL
);
CREATE INDEX ix_standard_framework_id ON standard (framework_id);
CREATE INDEX ix_standard_parent_id ON standard (parent_id);
CREATE INDEX ix_standard_search_code ON standard (search_code);

CREATE TABLE student_identifier (
    id INTEGER PRIMARY KEY NOT NULL,
    student_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (student_id, kind, value),
    FOREIGN KEY (student_id) REFERENCES student (id) ON DELETE CASCADE
);
CREATE INDEX ix_student_identifier_student_id ON student_identifier (student_id);

CREATE TABLE learning_target (
    id INTEGER PRIMARY KEY NOT NULL,
    uuid TEXT NOT NULL,
    standard_id INTEGER NOT NULL,
    i_can TEXT NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (uuid),
    FOREIGN KEY (standard_id) REFERENCES standard (id) ON DELETE CASCADE
);
CREATE INDEX ix_learning_target_standard_id ON learning_target (standard_id);

CREATE TABLE playlist (
    id INTEGER PRIMARY KEY NOT NULL,
    uuid TEXT NOT NULL,
    title TEXT NOT NULL,
    standard_id INTEGER,
    use TEXT NOT NULL,
    UNIQUE (uuid),
    FOREIGN KEY (standard_id) REFERENCES standard (id) ON DELETE SET NULL
);
CREATE INDEX ix_playlist_standard_id ON playlist (standard_id);

CREATE TABLE resource_standard (
    id INTEGER PRIMARY KEY NOT NULL,
    learning_resource_id INTEGER NOT NULL,
    standard_id INTEGER NOT NULL,
    role TEXT NOT NULL,
    UNIQUE (learning_resource_id, standard_id, role),
    FOREIGN KEY (learning_resource_id) REFERENCES learning_resource (id) ON DELETE CASCADE,
    FOREIGN KEY (standard_id) REFERENCES standard (id) ON DELETE CASCADE
);
CREATE INDEX ix_resource_standard_learning_resource_id ON resource_standard (learning_resource_id);
CREATE INDEX ix_resource_standard_standard_id ON resource_standard (standard_id);

CREATE TABLE school_class (
    id INTEGER PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    subject TEXT NOT NULL,
    section TEXT NOT NULL,
    bell_period_id INTEGER,
    UNIQUE (name),
    FOREIGN KEY (bell_period_id) REFERENCES bell_period (id) ON DELETE SET NULL,
    CHECK (name <> '')
);
CREATE INDEX ix_school_class_bell_period_id ON school_class (bell_period_id);

CREATE TABLE assessment (
    id INTEGER PRIMARY KEY NOT NULL,
    school_class_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    taken_on TEXT,
    points_possible REAL,
    native_id TEXT,
    position INTEGER NOT NULL,
    FOREIGN KEY (school_class_id) REFERENCES school_class (id) ON DELETE CASCADE
);
CREATE INDEX ix_assessment_native_id ON assessment (native_id);
CREATE INDEX ix_assessment_school_class_id ON assessment (school_class_id);

CREATE TABLE enrollment (
    id INTEGER PRIMARY KEY NOT NULL,
    school_class_id INTEGER NOT NULL,
    student_id INTEGER NOT NULL,
    roster_number INTEGER NOT NULL,
    entered_on TEXT NOT NULL,
    left_on TEXT,
    UNIQUE (school_class_id, student_id),
    FOREIGN KEY (school_class_id) REFERENCES school_class (id) ON DELETE CASCADE,
    FOREIGN KEY (student_id) REFERENCES student (id) ON DELETE CASCADE
);
CREATE INDEX ix_enrollment_school_class_id ON enrollment (school_class_id);
CREATE INDEX ix_enrollment_student_id ON enrollment (student_id);

CREATE TABLE grouping_rule (
    id INTEGER PRIMARY KEY NOT NULL,
    school_class_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    why TEXT NOT NULL,
    FOREIGN KEY (school_class_id) REFERENCES school_class (id) ON DELETE CASCADE,
    CHECK (kind <> '')
);
CREATE INDEX ix_grouping_rule_school_class_id ON grouping_rule (school_class_id);

CREATE TABLE learning_target_translation (
    id INTEGER PRIMARY KEY NOT NULL,
    learning_target_id INTEGER NOT NULL,
    language TEXT NOT NULL,
    i_can TEXT NOT NULL,
    reviewed_by TEXT NOT NULL,
    UNIQUE (learning_target_id, language),
    FOREIGN KEY (learning_target_id) REFERENCES learning_target (id) ON DELETE CASCADE
);
CREATE INDEX ix_learning_target_translation_learning_target_id ON learning_target_translation (learning_target_id);

CREATE TABLE playlist_item (
    id INTEGER PRIMARY KEY NOT NULL,
    playlist_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    role TEXT NOT NULL,
    learning_resource_id INTEGER,
    text TEXT NOT NULL,
    minutes INTEGER,
    UNIQUE (playlist_id, position),
    FOREIGN KEY (playlist_id) REFERENCES playlist (id) ON DELETE CASCADE,
    FOREIGN KEY (learning_resource_id) REFERENCES learning_resource (id) ON DELETE SET NULL,
    CHECK (role IN ('must', 'may', 'check', 'check_in'))
);
CREATE INDEX ix_playlist_item_learning_resource_id ON playlist_item (learning_resource_id);
CREATE INDEX ix_playlist_item_playlist_id ON playlist_item (playlist_id);

CREATE TABLE station (
    id INTEGER PRIMARY KEY NOT NULL,
    school_class_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    place TEXT NOT NULL,
    seats INTEGER,
    when_done TEXT NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (school_class_id, name),
    FOREIGN KEY (school_class_id) REFERENCES school_class (id) ON DELETE CASCADE
);
CREATE INDEX ix_station_school_class_id ON station (school_class_id);

CREATE TABLE assessment_standard (
    id INTEGER PRIMARY KEY NOT NULL,
    assessment_id INTEGER NOT NULL,
    standard_id INTEGER NOT NULL,
    UNIQUE (assessment_id, standard_id),
    FOREIGN KEY (assessment_id) REFERENCES assessment (id) ON DELETE CASCADE,
    FOREIGN KEY (standard_id) REFERENCES standard (id) ON DELETE CASCADE
);
CREATE INDEX ix_assessment_standard_assessment_id ON assessment_standard (assessment_id);
CREATE INDEX ix_assessment_standard_standard_id ON assessment_standard (standard_id);

CREATE TABLE group_set (
    id INTEGER PRIMARY KEY NOT NULL,
    school_class_id INTEGER NOT NULL,
    created_on TEXT NOT NULL,
    basis TEXT NOT NULL,
    strategy TEXT NOT NULL,
    seed INTEGER NOT NULL,
    assessment_id INTEGER,
    standard_id INTEGER,
    FOREIGN KEY (school_class_id) REFERENCES school_class (id) ON DELETE CASCADE,
    FOREIGN KEY (assessment_id) REFERENCES assessment (id) ON DELETE SET NULL,
    FOREIGN KEY (standard_id) REFERENCES standard (id) ON DELETE SET NULL
);
CREATE INDEX ix_group_set_assessment_id ON group_set (assessment_id);
CREATE INDEX ix_group_set_school_class_id ON group_set (school_class_id);
CREATE INDEX ix_group_set_standard_id ON group_set (standard_id);

CREATE TABLE grouping_rule_student (
    id INTEGER PRIMARY KEY NOT NULL,
    grouping_rule_id INTEGER NOT NULL,
    student_id INTEGER NOT NULL,
    UNIQUE (grouping_rule_id, student_id),
    FOREIGN KEY (grouping_rule_id) REFERENCES grouping_rule (id) ON DELETE CASCADE,
    FOREIGN KEY (student_id) REFERENCES student (id) ON DELETE CASCADE
);
CREATE INDEX ix_grouping_rule_student_grouping_rule_id ON grouping_rule_student (grouping_rule_id);
CREATE INDEX ix_grouping_rule_student_student_id ON grouping_rule_student (student_id);

CREATE TABLE score (
    id INTEGER PRIMARY KEY NOT NULL,
    student_id INTEGER NOT NULL,
    assessment_id INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    status TEXT NOT NULL,
    points REAL,
    possible REAL,
    percent REAL,
    scale_score REAL,
    percentile REAL,
    level TEXT,
    late INTEGER NOT NULL,
    taken_on TEXT,
    entered_at TEXT NOT NULL,
    gradebook_import_id INTEGER,
    UNIQUE (student_id, assessment_id, attempt),
    FOREIGN KEY (student_id) REFERENCES student (id) ON DELETE CASCADE,
    FOREIGN KEY (assessment_id) REFERENCES assessment (id) ON DELETE CASCADE,
    FOREIGN KEY (gradebook_import_id) REFERENCES gradebook_import (id) ON DELETE SET NULL,
    CHECK (status IN ('scored', 'none', 'missing', 'excused', 'absent', 'incomplete', 'not_assigned'))
);
CREATE INDEX ix_score_assessment_id ON score (assessment_id);
CREATE INDEX ix_score_gradebook_import_id ON score (gradebook_import_id);
CREATE INDEX ix_score_student_id ON score (student_id);

CREATE TABLE replaced_score (
    id INTEGER PRIMARY KEY NOT NULL,
    score_id INTEGER NOT NULL,
    gradebook_import_id INTEGER NOT NULL,
    previous_import_id INTEGER,
    status TEXT NOT NULL,
    points REAL,
    possible REAL,
    percent REAL,
    scale_score REAL,
    percentile REAL,
    level TEXT,
    late INTEGER NOT NULL,
    taken_on TEXT,
    entered_at TEXT NOT NULL,
    UNIQUE (score_id, gradebook_import_id),
    FOREIGN KEY (score_id) REFERENCES score (id) ON DELETE CASCADE,
    FOREIGN KEY (gradebook_import_id) REFERENCES gradebook_import (id) ON DELETE CASCADE
);
CREATE INDEX ix_replaced_score_gradebook_import_id ON replaced_score (gradebook_import_id);
CREATE INDEX ix_replaced_score_score_id ON replaced_score (score_id);

CREATE TABLE rotation_plan (
    id INTEGER PRIMARY KEY NOT NULL,
    school_class_id INTEGER NOT NULL,
    day TEXT NOT NULL,
    group_set_id INTEGER,
    state TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    launch INTEGER NOT NULL,
    close INTEGER NOT NULL,
    move INTEGER NOT NULL,
    when_done TEXT NOT NULL,
    UNIQUE (school_class_id, day),
    FOREIGN KEY (school_class_id) REFERENCES school_class (id) ON DELETE CASCADE,
    FOREIGN KEY (group_set_id) REFERENCES group_set (id) ON DELETE SET NULL,
    CHECK (state IN ('draft', 'ready', 'taught'))
);
CREATE INDEX ix_rotation_plan_group_set_id ON rotation_plan (group_set_id);
CREATE INDEX ix_rotation_plan_school_class_id ON rotation_plan (school_class_id);

CREATE TABLE small_group (
    id INTEGER PRIMARY KEY NOT NULL,
    group_set_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    identity TEXT NOT NULL,
    level TEXT NOT NULL,
    UNIQUE (group_set_id, position),
    UNIQUE (group_set_id, identity),
    FOREIGN KEY (group_set_id) REFERENCES group_set (id) ON DELETE CASCADE
);
CREATE INDEX ix_small_group_group_set_id ON small_group (group_set_id);

CREATE TABLE group_member (
    id INTEGER PRIMARY KEY NOT NULL,
    small_group_id INTEGER NOT NULL,
    student_id INTEGER NOT NULL,
    reason TEXT NOT NULL,
    moved_by TEXT NOT NULL,
    locked INTEGER NOT NULL,
    UNIQUE (small_group_id, student_id),
    FOREIGN KEY (small_group_id) REFERENCES small_group (id) ON DELETE CASCADE,
    FOREIGN KEY (student_id) REFERENCES student (id) ON DELETE CASCADE
);
CREATE INDEX ix_group_member_small_group_id ON group_member (small_group_id);
CREATE INDEX ix_group_member_student_id ON group_member (student_id);

CREATE TABLE playlist_assignment (
    id INTEGER PRIMARY KEY NOT NULL,
    playlist_id INTEGER NOT NULL,
    small_group_id INTEGER NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    UNIQUE (small_group_id, starts_on),
    FOREIGN KEY (playlist_id) REFERENCES playlist (id) ON DELETE CASCADE,
    FOREIGN KEY (small_group_id) REFERENCES small_group (id) ON DELETE CASCADE,
    CHECK (ends_on >= starts_on)
);
CREATE INDEX ix_playlist_assignment_playlist_id ON playlist_assignment (playlist_id);
CREATE INDEX ix_playlist_assignment_small_group_id ON playlist_assignment (small_group_id);

CREATE TABLE round (
    id INTEGER PRIMARY KEY NOT NULL,
    rotation_plan_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    starts_at TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    UNIQUE (rotation_plan_id, number),
    FOREIGN KEY (rotation_plan_id) REFERENCES rotation_plan (id) ON DELETE CASCADE,
    CHECK (minutes > 0)
);
CREATE INDEX ix_round_rotation_plan_id ON round (rotation_plan_id);

CREATE TABLE station_visit (
    id INTEGER PRIMARY KEY NOT NULL,
    round_id INTEGER NOT NULL,
    small_group_id INTEGER NOT NULL,
    station_id INTEGER,
    station_name TEXT NOT NULL,
    station_kind TEXT NOT NULL,
    place TEXT NOT NULL,
    task TEXT NOT NULL,
    UNIQUE (round_id, small_group_id),
    UNIQUE (round_id, station_name),
    FOREIGN KEY (round_id) REFERENCES round (id) ON DELETE CASCADE,
    FOREIGN KEY (small_group_id) REFERENCES small_group (id) ON DELETE CASCADE,
    FOREIGN KEY (station_id) REFERENCES station (id) ON DELETE SET NULL
);
CREATE INDEX ix_station_visit_round_id ON station_visit (round_id);
CREATE INDEX ix_station_visit_small_group_id ON station_visit (small_group_id);
CREATE INDEX ix_station_visit_station_id ON station_visit (station_id);
