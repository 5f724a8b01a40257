-- The life of a case (domain.md §2): its moves from state to state, what they rest on, and what follows the closing.

-- Every move between the main states of §2.1, with what it recorded. A move taken back (误操作更正) keeps its row.
-- Extensions, suspensions, appointments and the archiving of a case are read from here and kept nowhere else.
CREATE TABLE case_moves (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  move TEXT NOT NULL CHECK (move <> ''),
  from_status TEXT NOT NULL CHECK (from_status <> ''),
  to_status TEXT NOT NULL CHECK (to_status <> ''),
  moved_on TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
  taken_back_at TEXT,
  taken_back_by TEXT CHECK (taken_back_by <> ''),
  taken_back_reason TEXT CHECK (taken_back_reason <> ''),
  CHECK ((taken_back_at IS NULL) = (taken_back_reason IS NULL))
) STRICT;
CREATE INDEX case_moves_by_case ON case_moves (case_id, id);

-- Whether a party agrees to be mediated (法释〔2016〕14号 第11条), and how that was said.
CREATE TABLE consents (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  party_id INTEGER NOT NULL REFERENCES parties (id),
  agreed INTEGER NOT NULL CHECK (agreed IN (0, 1)),
  form TEXT NOT NULL CHECK (form IN ('written', 'oral', 'electronic')),
  given_on TEXT NOT NULL,
  before_referral INTEGER NOT NULL DEFAULT 0 CHECK (before_referral IN (0, 1)),
  remarks TEXT CHECK (remarks <> ''),
  cancelled_at TEXT,
  cancelled_reason TEXT CHECK (cancelled_reason <> '')
) STRICT;
CREATE INDEX consents_by_case ON consents (case_id, id);

-- 联系记录: every attempt to reach somebody (法释〔2021〕23号 第15条), a party or another `person`, such as a relative.
CREATE TABLE contacts (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  party_id INTEGER REFERENCES parties (id),
  contacted_on TEXT NOT NULL,
  contacted_at TEXT,
  means TEXT NOT NULL CHECK (means IN ('telephone', 'message', 'video', 'letter', 'visit', 'platform', 'other')),
  reached_at TEXT CHECK (reached_at <> ''),
  result TEXT NOT NULL CHECK (result IN ('agreed', 'declined', 'undecided', 'notReached')),
  remarks TEXT CHECK (remarks <> ''),
  cancelled_at TEXT,
  cancelled_reason TEXT CHECK (cancelled_reason <> ''),
  person TEXT CHECK (person <> ''),
  CHECK (party_id IS NOT NULL OR person IS NOT NULL OR cancelled_at IS NOT NULL)
) STRICT;
CREATE INDEX contacts_by_case ON contacts (case_id, contacted_on, id);

-- 披露与回避 (法释〔2016〕14号 第15条；法释〔2021〕23号 第13条).
CREATE TABLE disclosures (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  mediator_id INTEGER NOT NULL REFERENCES mediators (id),
  matter TEXT NOT NULL CHECK (matter <> ''),
  disclosed_on TEXT NOT NULL,
  applicants_consented_on TEXT,
  respondents_consented_on TEXT,
  consent_form TEXT CHECK (consent_form IN ('written', 'oral', 'electronic')),
  decision TEXT CHECK (decision IN ('continue', 'recuse')),
  decided_by TEXT CHECK (decided_by <> ''),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX disclosures_by_case ON disclosures (case_id, id);

ALTER TABLE sessions ADD COLUMN disputed TEXT CHECK (disputed <> '');
ALTER TABLE sessions ADD COLUMN undisputed TEXT CHECK (undisputed <> '');
ALTER TABLE sessions ADD COLUMN proposals TEXT CHECK (proposals <> '');

-- 此前的分流: the same dispute was referred elsewhere before; it is one case, not two (domain.md §1.7). Where it had been
-- registered here as a case of its own, `from_case_id` is that case, now in the recycle bin.
CREATE TABLE referrals (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  unit TEXT NOT NULL CHECK (unit <> ''),
  referred_on TEXT,
  number TEXT CHECK (number <> ''),
  result TEXT CHECK (result <> ''),
  cancelled_at TEXT,
  cancelled_reason TEXT CHECK (cancelled_reason <> ''),
  from_case_id INTEGER REFERENCES cases (id) CHECK (from_case_id <> case_id)
) STRICT;
CREATE INDEX referrals_by_case ON referrals (case_id, id);
CREATE UNIQUE INDEX referrals_of_merged ON referrals (from_case_id) WHERE from_case_id IS NOT NULL AND cancelled_at IS NULL;

-- What of the case an issued document is about, where it is about one session, party or visit of it.
ALTER TABLE documents ADD COLUMN subject_id INTEGER;

-- Cases that belong together; the pair is kept once, the lower id first.
CREATE TABLE case_links (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  other_case_id INTEGER NOT NULL REFERENCES cases (id),
  kind TEXT NOT NULL CHECK (kind IN ('series', 'sameDispute', 'related')),
  remarks TEXT CHECK (remarks <> ''),
  cancelled_at TEXT,
  cancelled_reason TEXT CHECK (cancelled_reason <> ''),
  CHECK (case_id < other_case_id)
) STRICT;
CREATE UNIQUE INDEX case_links_once ON case_links (case_id, other_case_id) WHERE cancelled_at IS NULL;
CREATE INDEX case_links_by_other ON case_links (other_case_id);

-- A check of the agreement that was overridden, with the reason (domain.md §1.5, §1.6): what it found then, word for
-- word, so that it does not cover what the same check finds later.
CREATE TABLE overrides (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  check_code TEXT NOT NULL CHECK (check_code <> ''),
  reason TEXT NOT NULL CHECK (reason <> ''),
  overridden_at TEXT NOT NULL,
  overridden_by TEXT NOT NULL CHECK (overridden_by <> ''),
  cancelled_at TEXT,
  finding TEXT NOT NULL CHECK (finding <> '')
) STRICT;
CREATE UNIQUE INDEX overrides_once ON overrides (case_id, check_code, finding) WHERE cancelled_at IS NULL;

-- What follows the closing, a matter each with its own states (domain.md §2.4); none of it moves the closing day. A step
-- that `adds_number` gave the case its court number, which goes when the step is cancelled.
CREATE TABLE after_steps (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  matter TEXT NOT NULL CHECK (matter <> ''),
  step TEXT NOT NULL CHECK (step <> ''),
  taken_on TEXT NOT NULL,
  party_id INTEGER REFERENCES parties (id),
  court_id INTEGER REFERENCES courts (id),
  number TEXT CHECK (number <> ''),
  papers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(papers)),
  remarks TEXT CHECK (remarks <> ''),
  cancelled_at TEXT,
  cancelled_reason TEXT CHECK (cancelled_reason <> ''),
  joint INTEGER NOT NULL DEFAULT 0 CHECK (joint IN (0, 1)),
  adds_number INTEGER NOT NULL DEFAULT 0 CHECK (adds_number IN (0, 1))
) STRICT;
CREATE INDEX after_steps_by_case ON after_steps (case_id, matter, id);

-- 回访
CREATE TABLE visits (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  party_id INTEGER REFERENCES parties (id),
  visited_on TEXT NOT NULL,
  means TEXT NOT NULL CHECK (means IN ('telephone', 'message', 'video', 'letter', 'visit', 'platform', 'other')),
  performance TEXT CHECK (performance IN ('performed', 'performing', 'notPerformed', 'notDue', 'unknown')),
  satisfaction TEXT CHECK (satisfaction IN ('satisfied', 'acceptable', 'dissatisfied')),
  remarks TEXT CHECK (remarks <> ''),
  next_on TEXT,
  cancelled_at TEXT,
  cancelled_reason TEXT CHECK (cancelled_reason <> '')
) STRICT;
CREATE INDEX visits_by_case ON visits (case_id, visited_on, id);

-- 以案定补: granted by a rule of the office's table, paid once.
CREATE TABLE subsidies (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  mediator_id INTEGER NOT NULL REFERENCES mediators (id),
  rule TEXT NOT NULL CHECK (rule <> ''),
  amount_fen INTEGER NOT NULL CHECK (amount_fen BETWEEN 0 AND 99999999999900),
  granted_on TEXT NOT NULL,
  paid_on TEXT CHECK (paid_on >= granted_on),
  voucher TEXT CHECK (voucher <> ''),
  cancelled_at TEXT,
  cancelled_reason TEXT CHECK (cancelled_reason <> '')
) STRICT;
CREATE UNIQUE INDEX subsidies_once ON subsidies (case_id, mediator_id) WHERE cancelled_at IS NULL;
CREATE INDEX subsidies_by_mediator ON subsidies (mediator_id, granted_on);

-- 提案、社情民意信息 that a case gave rise to.
CREATE TABLE follow_up_proposals (
  id INTEGER PRIMARY KEY,
  case_id INTEGER REFERENCES cases (id),
  mediator_id INTEGER NOT NULL REFERENCES mediators (id),
  kind TEXT NOT NULL CHECK (kind IN ('proposal', 'publicOpinion')),
  title TEXT NOT NULL CHECK (title <> ''),
  submitted_on TEXT NOT NULL,
  number TEXT CHECK (number <> ''),
  result TEXT CHECK (result <> ''),
  cancelled_at TEXT,
  cancelled_reason TEXT CHECK (cancelled_reason <> '')
) STRICT;
CREATE INDEX follow_up_proposals_by_mediator ON follow_up_proposals (mediator_id, submitted_on);
CREATE INDEX follow_up_proposals_by_case ON follow_up_proposals (case_id) WHERE case_id IS NOT NULL;

CREATE TABLE trainings (
  id INTEGER PRIMARY KEY,
  mediator_id INTEGER NOT NULL REFERENCES mediators (id),
  trained_on TEXT NOT NULL,
  topic TEXT NOT NULL CHECK (topic <> ''),
  hours INTEGER CHECK (hours BETWEEN 1 AND 1000),
  remarks TEXT CHECK (remarks <> ''),
  cancelled_at TEXT,
  cancelled_reason TEXT CHECK (cancelled_reason <> '')
) STRICT;
CREATE INDEX trainings_by_mediator ON trainings (mediator_id, trained_on);

-- The holiday arrangement of a year, as it came with the program or was imported; the later of a year replaces it.
CREATE TABLE rest_calendars (
  year INTEGER PRIMARY KEY CHECK (year BETWEEN 1999 AND 2198),
  calendar TEXT NOT NULL CHECK (json_valid(calendar)),
  origin TEXT NOT NULL CHECK (origin IN ('program', 'imported')),
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- The choices of an office, a subject each, as JSON that the domain parses; absent: the defaults of design.md §6.
CREATE TABLE settings (
  subject TEXT PRIMARY KEY CHECK (subject <> ''),
  value TEXT NOT NULL CHECK (json_valid(value)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Derived, like case_figures: the days on which somebody has to look at a case, made anew with every command that
-- touches it and compared with the facts by "verify". 今日 reads this table.
CREATE TABLE case_dates (
  case_id INTEGER NOT NULL REFERENCES cases (id),
  matter TEXT NOT NULL CHECK (matter <> ''),
  due_on TEXT NOT NULL,
  mediator_id INTEGER,
  PRIMARY KEY (case_id, matter)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_dates_due ON case_dates (due_on, matter, case_id);
CREATE INDEX case_dates_by_matter ON case_dates (matter, due_on, case_id);
CREATE INDEX case_dates_by_mediator ON case_dates (mediator_id, due_on, matter, case_id);
