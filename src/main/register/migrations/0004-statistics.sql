-- Statistics that can be signed (domain.md §8): each block is one noun of its own.

-- What the figures of §8.1 need of a case besides, so that they are counted without a look at the facts. The rows are
-- derived: they are thrown away here, and the program makes them anew when it opens the register. `marks` has bit i for
-- the mark i of case-mark.ts; `due_on` is the last day of the period of mediation, of a closed case as it stood at its
-- closing, and `suspended_days` are those between receipt and closing on which that period stood still.
DELETE FROM case_figures;
ALTER TABLE case_figures ADD COLUMN registered_on TEXT NOT NULL;
ALTER TABLE case_figures ADD COLUMN studio_id INTEGER;
ALTER TABLE case_figures ADD COLUMN organisation_id INTEGER;
ALTER TABLE case_figures ADD COLUMN district TEXT;
ALTER TABLE case_figures ADD COLUMN marks INTEGER NOT NULL;
ALTER TABLE case_figures ADD COLUMN parties INTEGER NOT NULL;
ALTER TABLE case_figures ADD COLUMN no_property INTEGER NOT NULL;
ALTER TABLE case_figures ADD COLUMN imported INTEGER NOT NULL;
ALTER TABLE case_figures ADD COLUMN confirmable INTEGER NOT NULL;
ALTER TABLE case_figures ADD COLUMN applied_on TEXT;
ALTER TABLE case_figures ADD COLUMN rejected_on TEXT;
ALTER TABLE case_figures ADD COLUMN performance_due_on TEXT;
ALTER TABLE case_figures ADD COLUMN performed_on TEXT;
ALTER TABLE case_figures ADD COLUMN enforced_on TEXT;
ALTER TABLE case_figures ADD COLUMN due_on TEXT;
ALTER TABLE case_figures ADD COLUMN suspended_days INTEGER NOT NULL;
-- The lists behind numbers that are counted by a day of their own.
CREATE INDEX case_figures_applied ON case_figures (applied_on) WHERE applied_on IS NOT NULL;
CREATE INDEX case_figures_rejected ON case_figures (rejected_on) WHERE rejected_on IS NOT NULL;
CREATE INDEX case_figures_performance ON case_figures (performance_due_on) WHERE performance_due_on IS NOT NULL;
CREATE INDEX payments_by_day ON payments (paid_on) WHERE paid_on IS NOT NULL AND cancelled_at IS NULL;

-- The figures are counted from columns in memory: these indexes only find the cases behind a number, and every column
-- that they do not hold makes registering a case cheaper.
DROP INDEX case_figures_by_month;
DROP INDEX case_figures_ended;
CREATE INDEX case_figures_by_month ON case_figures (substr(received_on, 1, 7), ended_on, received_on);
CREATE INDEX case_figures_ended ON case_figures (ended_on, received_on, closing_code);

-- 报送: which report was handed in for which period (2026-11, 2026-Q3, 2026-H1, 2026), with the duty, its days and its
-- due day as they were then, so that a later change of the settings rewrites nothing. Taken back, its row stays.
CREATE TABLE reports_handed_in (
  id INTEGER PRIMARY KEY,
  duty TEXT NOT NULL CHECK (duty <> ''),
  period TEXT NOT NULL CHECK (period <> ''),
  period_from TEXT NOT NULL,
  period_to TEXT NOT NULL CHECK (period_to >= period_from),
  duty_name TEXT NOT NULL CHECK (duty_name <> ''),
  recipients TEXT NOT NULL CHECK (recipients <> ''),
  due_on TEXT NOT NULL,
  handed_in_on TEXT NOT NULL,
  remarks TEXT CHECK (remarks <> ''),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
  cancelled_at TEXT,
  cancelled_reason TEXT CHECK (cancelled_reason <> '')
) STRICT;
CREATE UNIQUE INDEX reports_handed_in_once ON reports_handed_in (duty, period) WHERE cancelled_at IS NULL;
CREATE INDEX reports_handed_in_by_due ON reports_handed_in (due_on) WHERE cancelled_at IS NULL;

-- Numbers of a month that this register cannot know and somebody writes down (domain.md §8.1, §9): denominators from the
-- court's own statistics. No row, and null in one, is “not filled in”, never 0.
CREATE TABLE hand_figures (
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  name TEXT NOT NULL CHECK (name <> ''),
  value INTEGER CHECK (value >= 0),
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL CHECK (saved_by <> ''),
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (month, name)
) STRICT, WITHOUT ROWID;

-- The tree of causes of action (法〔2025〕227号) by name, for the tables by group and level; the program brings it along
-- and puts it in anew where its own is another one.
CREATE TABLE cause_places (
  name TEXT PRIMARY KEY,
  cause_group TEXT,
  level1 TEXT,
  level2 TEXT,
  level3 TEXT
) STRICT, WITHOUT ROWID;

-- 结账: what a month said when somebody closed it. The report with all tables, the list of cases and the file stay as they
-- were; a reopened closing stays too, and closing again makes a new row with the next sequence. `last_event` is the newest
-- event that was counted, `counted_by` the hash of the rules that it was counted by, `content_sha256` that of the content
-- with the cases and the adjustments.
CREATE TABLE month_closings (
  id INTEGER PRIMARY KEY,
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  period_from TEXT NOT NULL,
  period_to TEXT NOT NULL CHECK (period_to >= period_from),
  calendar TEXT NOT NULL,
  counted_by TEXT NOT NULL,
  last_event INTEGER NOT NULL,
  content TEXT NOT NULL,
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  file BLOB NOT NULL,
  file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
  content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64),
  closed_at TEXT NOT NULL,
  closed_by TEXT NOT NULL CHECK (closed_by <> ''),
  reopened_at TEXT,
  reopened_by TEXT CHECK (reopened_by <> ''),
  reopened_reason TEXT CHECK (reopened_reason <> ''),
  CHECK ((reopened_at IS NULL) = (reopened_by IS NULL) AND (reopened_at IS NULL) = (reopened_reason IS NULL)),
  UNIQUE (month, sequence)
) STRICT;
CREATE UNIQUE INDEX month_closings_standing ON month_closings (month) WHERE reopened_at IS NULL;

-- The cases behind a closed month: `share` is what each gave to the figures and in which rows of the tables it stood,
-- `facts` how it stood in the 明细.
CREATE TABLE month_closing_cases (
  closing_id INTEGER NOT NULL REFERENCES month_closings (id),
  case_id INTEGER NOT NULL REFERENCES cases (id),
  share TEXT NOT NULL,
  facts TEXT NOT NULL,
  PRIMARY KEY (closing_id, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX month_closing_cases_by_case ON month_closing_cases (case_id);

-- 上期调整: what had become different in an earlier closed month (`of_closing_id`) when a later one was closed. Each
-- difference stands in one closing; null where the case was not counted before, or is no longer.
CREATE TABLE month_adjustments (
  closing_id INTEGER NOT NULL REFERENCES month_closings (id),
  of_closing_id INTEGER NOT NULL REFERENCES month_closings (id),
  case_id INTEGER NOT NULL REFERENCES cases (id),
  share_before TEXT,
  share_after TEXT,
  events TEXT NOT NULL,
  PRIMARY KEY (closing_id, of_closing_id, case_id),
  CHECK (of_closing_id < closing_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX month_adjustments_of ON month_adjustments (of_closing_id, case_id);

CREATE TRIGGER month_closings_never_change BEFORE UPDATE OF id, month, sequence, period_from, period_to, calendar,
  counted_by, last_event, content, file_name, file, file_sha256, content_sha256, closed_at, closed_by
ON month_closings BEGIN SELECT RAISE(ABORT, 'a closed month never changes'); END;
CREATE TRIGGER month_closings_reopen_once BEFORE UPDATE ON month_closings WHEN OLD.reopened_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a reopened closing never changes'); END;
CREATE TRIGGER month_closings_never_vanish BEFORE DELETE ON month_closings
BEGIN SELECT RAISE(ABORT, 'a closed month never vanishes'); END;
CREATE TRIGGER month_closing_cases_never_change BEFORE UPDATE ON month_closing_cases
BEGIN SELECT RAISE(ABORT, 'the cases of a closed month never change'); END;
CREATE TRIGGER month_closing_cases_never_vanish BEFORE DELETE ON month_closing_cases
BEGIN SELECT RAISE(ABORT, 'the cases of a closed month never vanish'); END;
CREATE TRIGGER month_adjustments_never_change BEFORE UPDATE ON month_adjustments
BEGIN SELECT RAISE(ABORT, 'adjustments never change'); END;
CREATE TRIGGER month_adjustments_never_vanish BEFORE DELETE ON month_adjustments
BEGIN SELECT RAISE(ABORT, 'adjustments never vanish'); END;

-- 方案: tables of one's own by name, each as what it asks for (a period that moves with the day or a fixed one, filter,
-- rows, columns, measure). Taken out of the list, its row stays.
CREATE TABLE saved_pivots (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  pivot TEXT NOT NULL CHECK (json_valid(pivot)),
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL CHECK (saved_by <> ''),
  version INTEGER NOT NULL DEFAULT 1,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX saved_pivots_by_name ON saved_pivots (name) WHERE removed_at IS NULL;

-- 多家汇总: the offices that hand their months in here. `uid` is that of their register, known from their first package or
-- because somebody said so; expected from one month to another. Taken off the list, a row stays.
CREATE TABLE rollup_units (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  uid TEXT CHECK (uid <> ''),
  expected_from TEXT NOT NULL CHECK (expected_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  expected_to TEXT CHECK (expected_to >= expected_from),
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL CHECK (saved_by <> ''),
  version INTEGER NOT NULL DEFAULT 1,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX rollup_units_by_name ON rollup_units (name) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX rollup_units_by_uid ON rollup_units (uid) WHERE removed_at IS NULL AND uid IS NOT NULL;

-- Packages that came in: a month of an office, or of the offices under it (`kind` sums). `rank` says which of several of
-- one office and month is the newest; the older ones stay, and so does one that was taken back. `content` is what is said
-- of the whole, `tables` the figures row by row, `cases` the masked list.
CREATE TABLE rollup_packages (
  id INTEGER PRIMARY KEY,
  office_uid TEXT NOT NULL CHECK (office_uid <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('office', 'sums')),
  office_name TEXT NOT NULL CHECK (office_name <> ''),
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  rank INTEGER NOT NULL CHECK (rank >= 0),
  content TEXT NOT NULL CHECK (json_valid(content)),
  tables TEXT NOT NULL CHECK (json_valid(tables)),
  cases TEXT NOT NULL CHECK (json_valid(cases)),
  content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64),
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
  received_at TEXT NOT NULL,
  received_by TEXT NOT NULL CHECK (received_by <> ''),
  undone_at TEXT,
  undone_by TEXT CHECK (undone_by <> ''),
  undone_reason TEXT CHECK (undone_reason <> ''),
  CHECK ((undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undone_reason IS NULL))
) STRICT;
CREATE UNIQUE INDEX rollup_packages_once ON rollup_packages (content_sha256) WHERE undone_at IS NULL;
CREATE INDEX rollup_packages_by_month ON rollup_packages (month, office_uid, kind);
CREATE TRIGGER rollup_packages_never_change BEFORE UPDATE OF id, office_uid, kind, office_name, month, rank, content, tables, cases,
  content_sha256, file_name, file_sha256, received_at, received_by
ON rollup_packages BEGIN SELECT RAISE(ABORT, 'a package that came in never changes'); END;
CREATE TRIGGER rollup_packages_never_vanish BEFORE DELETE ON rollup_packages
BEGIN SELECT RAISE(ABORT, 'a package that came in never vanishes'); END;
