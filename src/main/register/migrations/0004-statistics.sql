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
