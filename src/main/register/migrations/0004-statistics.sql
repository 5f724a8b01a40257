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
