-- Students may go their own way through a lesson: then several are at one station at once. A seat of
-- her own for some time is kept beside it.

CREATE TABLE station_visit_anew (
    id INTEGER PRIMARY KEY NOT NULL,
    round_id INTEGER NOT NULL,
    small_group_id INTEGER NOT NULL,
    station_id INTEGER,
    station_name TEXT NOT NULL,
    station_kind TEXT NOT NULL,
    place TEXT NOT NULL,
    task TEXT NOT NULL,
    stand_in TEXT,
    planned_task TEXT,
    planned_kind TEXT,
    UNIQUE (round_id, small_group_id),
    FOREIGN KEY (round_id) REFERENCES round (id) ON DELETE CASCADE,
    FOREIGN KEY (small_group_id) REFERENCES small_group (id) ON DELETE CASCADE,
    FOREIGN KEY (station_id) REFERENCES station (id) ON DELETE SET NULL
);
INSERT INTO station_visit_anew
    SELECT id, round_id, small_group_id, station_id, station_name, station_kind, place, task,
        stand_in, planned_task, planned_kind
    FROM station_visit;
-- What hangs on a visit stands aside while the visits move: nothing may be deleted along with them.
CREATE TABLE visit_outcome_aside (id INTEGER, station_visit_id INTEGER, outcome TEXT);
INSERT INTO visit_outcome_aside SELECT id, station_visit_id, outcome FROM visit_outcome;
DROP TABLE visit_outcome;
DROP TABLE station_visit;
ALTER TABLE station_visit_anew RENAME TO station_visit;
CREATE INDEX ix_station_visit_round_id ON station_visit (round_id);
CREATE INDEX ix_station_visit_small_group_id ON station_visit (small_group_id);
CREATE INDEX ix_station_visit_station_id ON station_visit (station_id);
CREATE TABLE visit_outcome (
    id INTEGER PRIMARY KEY NOT NULL,
    station_visit_id INTEGER NOT NULL UNIQUE,
    outcome TEXT NOT NULL,
    FOREIGN KEY (station_visit_id) REFERENCES station_visit (id) ON DELETE CASCADE
);
INSERT INTO visit_outcome SELECT id, station_visit_id, outcome FROM visit_outcome_aside;
DROP TABLE visit_outcome_aside;

CREATE TABLE own_seat (
    id INTEGER PRIMARY KEY NOT NULL,
    school_class_id INTEGER NOT NULL,
    student_id INTEGER NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    task TEXT NOT NULL,
    playlist_id INTEGER,
    FOREIGN KEY (school_class_id) REFERENCES school_class (id) ON DELETE CASCADE,
    FOREIGN KEY (student_id) REFERENCES student (id) ON DELETE CASCADE,
    FOREIGN KEY (playlist_id) REFERENCES playlist (id) ON DELETE SET NULL
);
CREATE INDEX ix_own_seat_playlist_id ON own_seat (playlist_id);
CREATE INDEX ix_own_seat_school_class_id ON own_seat (school_class_id);
CREATE INDEX ix_own_seat_student_id ON own_seat (student_id);

-- Since when a student who came late is here: what was before she missed.

ALTER TABLE attendance_mark ADD COLUMN came_at TEXT;
