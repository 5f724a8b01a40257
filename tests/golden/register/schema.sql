CREATE INDEX after_steps_by_case ON after_steps (case_id, matter, id);

CREATE INDEX agents_by_party ON agents (party_id, position);

CREATE INDEX agreement_terms_by_case ON agreement_terms (case_id, position);

CREATE INDEX attachments_by_case ON attachments (case_id, id);

CREATE INDEX attachments_by_file ON attachments (sha256);

CREATE INDEX case_dates_by_matter ON case_dates (matter, due_on, case_id);

CREATE INDEX case_dates_by_mediator ON case_dates (mediator_id, due_on, matter, case_id);

CREATE INDEX case_dates_due ON case_dates (due_on, matter, case_id);

CREATE INDEX case_figures_applied ON case_figures (applied_on) WHERE applied_on IS NOT NULL;

CREATE INDEX case_figures_by_cause ON case_figures (cause_id, listed_on, case_id);

CREATE INDEX case_figures_by_court ON case_figures (court_id, listed_on, case_id);

CREATE INDEX case_figures_by_mediator ON case_figures (mediator_id, listed_on, case_id, status);

CREATE INDEX case_figures_by_month ON case_figures (substr(received_on, 1, 7), ended_on, received_on);

CREATE INDEX case_figures_by_status ON case_figures (status, listed_on, case_id);

CREATE INDEX case_figures_confirmed ON case_figures (confirmed_on) WHERE confirmed_on IS NOT NULL;

CREATE INDEX case_figures_doubted ON case_figures (listed_on, case_id) WHERE doubts > 0;

CREATE INDEX case_figures_ended ON case_figures (ended_on, received_on, closing_code);

CREATE INDEX case_figures_listed ON case_figures (listed_on, case_id);

CREATE INDEX case_figures_performance ON case_figures (performance_due_on) WHERE performance_due_on IS NOT NULL;

CREATE INDEX case_figures_received ON case_figures (received_on, ended_on);

CREATE INDEX case_figures_rejected ON case_figures (rejected_on) WHERE rejected_on IS NOT NULL;

CREATE INDEX case_links_by_other ON case_links (other_case_id);

CREATE UNIQUE INDEX case_links_once ON case_links (case_id, other_case_id) WHERE cancelled_at IS NULL;

CREATE INDEX case_moves_by_case ON case_moves (case_id, id);

CREATE INDEX case_numbers_by_case ON case_numbers (case_id, position);

CREATE UNIQUE INDEX case_numbers_live ON case_numbers (kind, number) WHERE live = 1;

CREATE INDEX cases_by_import ON cases (import_id) WHERE import_id IS NOT NULL;

CREATE INDEX consents_by_case ON consents (case_id, id);

CREATE INDEX contacts_by_case ON contacts (case_id, contacted_on, id);

CREATE INDEX disclosures_by_case ON disclosures (case_id, id);

CREATE INDEX documents_by_case ON documents (case_id, id);

CREATE INDEX dossier_papers_by_case ON dossier_papers (case_id, id);

CREATE UNIQUE INDEX dossiers_by_archive_number ON dossiers (archive_number) WHERE archive_number IS NOT NULL;

CREATE INDEX doubts_by_case ON doubts (case_id);

CREATE INDEX doubts_open ON doubts (case_id) WHERE settled_at IS NULL;

CREATE INDEX events_by_subject ON events (subject, subject_id, id);

CREATE INDEX follow_up_proposals_by_case ON follow_up_proposals (case_id) WHERE case_id IS NOT NULL;

CREATE INDEX follow_up_proposals_by_mediator ON follow_up_proposals (mediator_id, submitted_on);

CREATE INDEX instalments_by_term ON instalments (term_id, position);

CREATE INDEX mediators_by_name ON mediators (name);

CREATE INDEX month_adjustments_of ON month_adjustments (of_closing_id, case_id);

CREATE INDEX month_closing_cases_by_case ON month_closing_cases (case_id);

CREATE UNIQUE INDEX month_closings_standing ON month_closings (month) WHERE reopened_at IS NULL;

CREATE UNIQUE INDEX office_templates_in_use ON office_templates (kind) WHERE retired_at IS NULL;

CREATE UNIQUE INDEX overrides_once ON overrides (case_id, check_code, finding) WHERE cancelled_at IS NULL;

CREATE INDEX parties_by_case ON parties (case_id, position);

CREATE INDEX parties_by_id_number ON parties (id_number) WHERE id_number IS NOT NULL;

CREATE INDEX payments_by_case ON payments (case_id, paid_on);

CREATE INDEX payments_by_day ON payments (paid_on) WHERE paid_on IS NOT NULL AND cancelled_at IS NULL;

CREATE INDEX referrals_by_case ON referrals (case_id, id);

CREATE UNIQUE INDEX referrals_of_merged ON referrals (from_case_id) WHERE from_case_id IS NOT NULL AND cancelled_at IS NULL;

CREATE INDEX reports_handed_in_by_due ON reports_handed_in (due_on) WHERE cancelled_at IS NULL;

CREATE UNIQUE INDEX reports_handed_in_once ON reports_handed_in (duty, period) WHERE cancelled_at IS NULL;

CREATE INDEX rollup_packages_by_month ON rollup_packages (month, office_uid, kind);

CREATE UNIQUE INDEX rollup_packages_once ON rollup_packages (content_sha256) WHERE undone_at IS NULL;

CREATE UNIQUE INDEX rollup_units_by_name ON rollup_units (name) WHERE removed_at IS NULL;

CREATE UNIQUE INDEX rollup_units_by_uid ON rollup_units (uid) WHERE removed_at IS NULL AND uid IS NOT NULL;

CREATE UNIQUE INDEX saved_pivots_by_name ON saved_pivots (name) WHERE removed_at IS NULL;

CREATE INDEX sessions_by_case ON sessions (case_id, held_on);

CREATE INDEX subsidies_by_mediator ON subsidies (mediator_id, granted_on);

CREATE UNIQUE INDEX subsidies_once ON subsidies (case_id, mediator_id) WHERE cancelled_at IS NULL;

CREATE INDEX trainings_by_mediator ON trainings (mediator_id, trained_on);

CREATE INDEX visits_by_case ON visits (case_id, visited_on, id);

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

CREATE TABLE agents (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES parties (id),
  position INTEGER NOT NULL,
  kind TEXT CHECK (kind IN ('lawyer', 'legalWorker', 'closeRelative', 'staff', 'recommended', 'guardian')),
  name TEXT NOT NULL CHECK (name <> ''),
  relation TEXT CHECK (relation <> ''),
  employer TEXT CHECK (employer <> ''),
  licence_number TEXT CHECK (licence_number <> ''),
  id_number TEXT CHECK (id_number <> ''),
  authority TEXT CHECK (authority IN ('general', 'special')),
  phone TEXT CHECK (phone <> '')
) STRICT;

CREATE TABLE agreement_terms (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES agreements (case_id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('payment', 'text')),
  text TEXT CHECK (text <> ''),
  payers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(payers)),
  payees TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(payees)),
  purpose TEXT CHECK (purpose <> ''),
  amount_fen INTEGER CHECK (amount_fen BETWEEN 0 AND 99999999999900),
  liability TEXT CHECK (liability IN ('shares', 'joint')),
  on_signing INTEGER NOT NULL DEFAULT 0 CHECK (on_signing IN (0, 1)),
  due_on TEXT,
  method TEXT CHECK (method <> ''),
  account TEXT CHECK (account <> ''),
  CHECK ((kind = 'payment') = (amount_fen IS NOT NULL)),
  CHECK ((kind = 'text') = (text IS NOT NULL))
) STRICT;

CREATE TABLE agreements (
  case_id INTEGER PRIMARY KEY REFERENCES cases (id),
  form TEXT NOT NULL CHECK (form IN ('written', 'oral')),
  agreed_fen INTEGER CHECK (agreed_fen BETWEEN 0 AND 99999999999900),
  signed_on TEXT,
  main_facts TEXT CHECK (main_facts <> ''),
  disputed_matters TEXT CHECK (disputed_matters <> ''),
  default_clause TEXT CHECK (default_clause <> ''),
  cost_clause TEXT CHECK (cost_clause <> ''),
  final_settlement INTEGER NOT NULL DEFAULT 1 CHECK (final_settlement IN (0, 1)),
  effect TEXT CHECK (effect IN ('judicialConfirmation', 'noConfirmation', 'conciliationStatement', 'withdrawal',
    'performedAtOnce')),
  effect_court_id INTEGER REFERENCES courts (id),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE attachments (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  size INTEGER NOT NULL CHECK (size > 0),
  type TEXT NOT NULL CHECK (type <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  document_id INTEGER REFERENCES documents (id),
  paper_id INTEGER REFERENCES dossier_papers (id),
  attached_at TEXT NOT NULL,
  attached_by TEXT NOT NULL CHECK (attached_by <> ''),
  cancelled_at TEXT,
  cancelled_reason TEXT CHECK (cancelled_reason <> '')
) STRICT;

CREATE TABLE case_dates (
  case_id INTEGER NOT NULL REFERENCES cases (id),
  matter TEXT NOT NULL CHECK (matter <> ''),
  due_on TEXT NOT NULL,
  mediator_id INTEGER,
  PRIMARY KEY (case_id, matter)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_figures (
  case_id INTEGER PRIMARY KEY REFERENCES cases (id),
  listed_on TEXT NOT NULL,
  status TEXT NOT NULL,
  received_on TEXT,
  ended_on TEXT,
  closing_code TEXT,
  partly INTEGER NOT NULL,
  channel TEXT NOT NULL,
  source TEXT NOT NULL,
  court_id INTEGER,
  cause_id INTEGER,
  mediator_id INTEGER,
  sector TEXT,
  claim_fen INTEGER,
  agreed_fen INTEGER,
  paid_fen INTEGER NOT NULL,
  confirmed_on TEXT,
  doubts INTEGER NOT NULL
, registered_on TEXT NOT NULL, studio_id INTEGER, organisation_id INTEGER, district TEXT, marks INTEGER NOT NULL, parties INTEGER NOT NULL, no_property INTEGER NOT NULL, imported INTEGER NOT NULL, confirmable INTEGER NOT NULL, applied_on TEXT, rejected_on TEXT, performance_due_on TEXT, performed_on TEXT, enforced_on TEXT, due_on TEXT, suspended_days INTEGER NOT NULL) STRICT;

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

CREATE TABLE case_numbers (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('court', 'platform')),
  number TEXT NOT NULL CHECK (number <> ''),
  live INTEGER NOT NULL DEFAULT 1 CHECK (live IN (0, 1))
) STRICT;

CREATE VIRTUAL TABLE case_search USING fts5 (
  tokens, content = '', contentless_delete = 1, detail = 'none', tokenize = 'unicode61', prefix = '3 4 5'
);

CREATE TABLE cases (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  internal_prefix TEXT NOT NULL,
  internal_year INTEGER NOT NULL CHECK (internal_year BETWEEN 1990 AND 2199),
  internal_sequence INTEGER NOT NULL CHECK (internal_sequence > 0),
  status TEXT NOT NULL CHECK (status IN ('registered', 'dispatched', 'accepted', 'consent', 'appointed',
    'mediating', 'suspended', 'agreed', 'closed', 'archived')),
  channel TEXT NOT NULL CHECK (channel IN ('A', 'B', 'C')),
  source TEXT NOT NULL CHECK (source IN ('courtFilingDivision', 'tribunal', 'governanceCentre', 'partyApplication',
    'petitionTransfer', 'other')),
  court_id INTEGER REFERENCES courts (id),
  tribunal TEXT CHECK (tribunal <> ''),
  judge TEXT CHECK (judge <> ''),
  clerk TEXT CHECK (clerk <> ''),
  letter_number TEXT CHECK (letter_number <> ''),
  letter_on TEXT,
  transferred_by TEXT CHECK (transferred_by <> ''),
  procedure_kind TEXT CHECK (procedure_kind IN ('ordinary', 'summary', 'smallClaims')),
  filed_on TEXT,
  received_on TEXT,
  received_basis TEXT CHECK (received_basis IN ('receipt', 'ledger')),
  cause_id INTEGER REFERENCES causes (id),
  claim_kind TEXT NOT NULL CHECK (claim_kind IN ('amount', 'noProperty', 'notStated')),
  claim_fen INTEGER CHECK (claim_fen BETWEEN 0 AND 99999999999900),
  claims TEXT CHECK (claims <> ''),
  facts TEXT CHECK (facts <> ''),
  district TEXT CHECK (district <> ''),
  marks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(marks)),
  mediator_id INTEGER REFERENCES mediators (id),
  assisting TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(assisting)),
  sector TEXT CHECK (sector <> ''),
  studio_id INTEGER REFERENCES studios (id),
  organisation_id INTEGER REFERENCES organisations (id),
  remarks TEXT CHECK (remarks <> ''),
  registered_on TEXT NOT NULL,
  registered_by TEXT NOT NULL,
  import_id INTEGER REFERENCES imports (id),
  import_row INTEGER,
  removed_at TEXT,
  removed_reason TEXT CHECK (removed_reason <> ''),
  version INTEGER NOT NULL DEFAULT 1,
  parties_version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (internal_year, internal_sequence),
  CHECK ((claim_kind = 'amount') = (claim_fen IS NOT NULL)),
  CHECK ((received_on IS NULL) = (received_basis IS NULL)),
  CHECK ((removed_at IS NULL) = (removed_reason IS NULL))
) STRICT;

CREATE TABLE cause_places (
  name TEXT PRIMARY KEY,
  cause_group TEXT,
  level1 TEXT,
  level2 TEXT,
  level3 TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE causes (
  id INTEGER PRIMARY KEY,
  edition TEXT NOT NULL CHECK (edition IN ('2020', '2025')),
  name TEXT NOT NULL CHECK (name <> ''),
  UNIQUE (edition, name)
) STRICT;

CREATE TABLE closings (
  case_id INTEGER PRIMARY KEY REFERENCES cases (id),
  code TEXT NOT NULL CHECK (code IN ('C11', 'C12', 'C13', 'C14', 'C15', 'C16', 'C21', 'C22', 'C23', 'C24', 'C25',
    'C26', 'C27', 'C28', 'C29')),
  closed_on TEXT NOT NULL,
  partly INTEGER NOT NULL DEFAULT 0 CHECK (partly IN (0, 1)),
  reason TEXT CHECK (reason <> '')
) STRICT;

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

CREATE TABLE courts (
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  short_name TEXT NOT NULL UNIQUE CHECK (short_name <> ''),
  region TEXT CHECK (region <> ''),
  level TEXT NOT NULL CHECK (level IN ('basic', 'intermediate', 'high', 'special')),
  code_verified INTEGER NOT NULL DEFAULT 0 CHECK (code_verified IN (0, 1)),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

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

CREATE TABLE document_withdrawals (
  document_id INTEGER PRIMARY KEY REFERENCES documents (id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  withdrawn_at TEXT NOT NULL,
  withdrawn_by TEXT NOT NULL CHECK (withdrawn_by <> '')
) STRICT;

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  kind TEXT NOT NULL CHECK (kind <> ''),
  template_version TEXT NOT NULL,
  font_scheme TEXT NOT NULL,
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  content TEXT NOT NULL CHECK (json_valid(content)),
  bytes BLOB NOT NULL,
  sha256 TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  issued_by TEXT NOT NULL
, subject_id INTEGER, office_template_id INTEGER REFERENCES office_templates (id)) STRICT;

CREATE TABLE dossier_papers (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  item TEXT NOT NULL CHECK (item <> ''),
  title TEXT NOT NULL CHECK (title <> ''),
  pages INTEGER CHECK (pages BETWEEN 1 AND 10000),
  remarks TEXT CHECK (remarks <> ''),
  document_id INTEGER REFERENCES documents (id),
  filed_at TEXT NOT NULL,
  filed_by TEXT NOT NULL CHECK (filed_by <> ''),
  cancelled_at TEXT,
  cancelled_reason TEXT CHECK (cancelled_reason <> ''),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE dossier_waivers (
  case_id INTEGER NOT NULL REFERENCES cases (id),
  item TEXT NOT NULL CHECK (item <> ''),
  reason TEXT NOT NULL CHECK (reason <> ''),
  waived_at TEXT NOT NULL,
  waived_by TEXT NOT NULL CHECK (waived_by <> ''),
  PRIMARY KEY (case_id, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE dossiers (
  case_id INTEGER PRIMARY KEY REFERENCES cases (id),
  form TEXT CHECK (form IN ('invited', 'peoples')),
  archive_number TEXT CHECK (archive_number <> ''),
  retention TEXT CHECK (retention <> ''),
  compiled_by TEXT CHECK (compiled_by <> ''),
  compiled_on TEXT,
  inspected_by TEXT CHECK (inspected_by <> ''),
  situation TEXT CHECK (situation <> ''),
  remarks TEXT CHECK (remarks <> ''),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE doubts (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  code TEXT NOT NULL CHECK (code <> ''),
  sentence TEXT NOT NULL CHECK (sentence <> ''),
  raised_at TEXT NOT NULL,
  settled_at TEXT,
  settled_by TEXT,
  settlement TEXT CHECK (settlement <> '')
) STRICT;

CREATE TABLE drafts (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('intake')),
  content TEXT NOT NULL CHECK (json_valid(content)),
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL
) STRICT;

CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  command_id TEXT NOT NULL,
  command TEXT NOT NULL,
  at TEXT NOT NULL,
  staff_name TEXT NOT NULL CHECK (staff_name <> ''),
  subject TEXT NOT NULL CHECK (subject IN ('case', 'mediator', 'office', 'staff', 'court', 'studio', 'organisation',
    'import')),
  subject_id INTEGER NOT NULL,
  what TEXT NOT NULL CHECK (what <> ''),
  before TEXT CHECK (json_valid(before)),
  after TEXT CHECK (json_valid(after))
) STRICT;

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

CREATE TABLE hand_figures (
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  name TEXT NOT NULL CHECK (name <> ''),
  value INTEGER CHECK (value >= 0),
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL CHECK (saved_by <> ''),
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (month, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  imported INTEGER NOT NULL CHECK (imported >= 0),
  skipped INTEGER NOT NULL CHECK (skipped >= 0),
  refused TEXT NOT NULL CHECK (json_valid(refused)),
  warned TEXT NOT NULL CHECK (json_valid(warned)),
  at TEXT NOT NULL,
  staff_name TEXT NOT NULL,
  undone_at TEXT,
  undone_by TEXT,
  undone_reason TEXT CHECK (undone_reason <> '')
) STRICT;

CREATE TABLE instalments (
  id INTEGER PRIMARY KEY,
  term_id INTEGER NOT NULL REFERENCES agreement_terms (id),
  position INTEGER NOT NULL,
  due_on TEXT NOT NULL,
  amount_fen INTEGER NOT NULL CHECK (amount_fen BETWEEN 0 AND 99999999999900)
) STRICT;

CREATE TABLE judicial_confirmations (
  case_id INTEGER PRIMARY KEY REFERENCES cases (id),
  confirmed_on TEXT,
  court_id INTEGER REFERENCES courts (id),
  number TEXT CHECK (number <> ''),
  CHECK (confirmed_on IS NOT NULL OR number IS NOT NULL)
) STRICT;

CREATE TABLE mediators (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (name <> ''),
  is_member INTEGER CHECK (is_member IN (0, 1)),
  sector TEXT CHECK (sector <> ''),
  employer TEXT CHECK (employer <> ''),
  phones TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(phones)),
  resident_id TEXT CHECK (resident_id <> ''),
  expertise TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(expertise)),
  languages TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(languages)),
  certificate_number TEXT CHECK (certificate_number <> ''),
  court_id INTEGER REFERENCES courts (id),
  studio_id INTEGER REFERENCES studios (id),
  listed_on TEXT,
  term_from TEXT,
  term_to TEXT CHECK (term_to >= term_from),
  training TEXT CHECK (training <> ''),
  standing TEXT NOT NULL DEFAULT 'listed' CHECK (standing IN ('listed', 'suspended', 'removed')),
  incomplete INTEGER NOT NULL DEFAULT 0 CHECK (incomplete IN (0, 1)),
  remarks TEXT CHECK (remarks <> ''),
  import_id INTEGER REFERENCES imports (id),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

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

CREATE TABLE month_closing_cases (
  closing_id INTEGER NOT NULL REFERENCES month_closings (id),
  case_id INTEGER NOT NULL REFERENCES cases (id),
  share TEXT NOT NULL,
  facts TEXT NOT NULL,
  PRIMARY KEY (closing_id, case_id)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE office (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uid TEXT NOT NULL,
  name TEXT CHECK (name <> ''),
  number_prefix TEXT CHECK (number_prefix <> ''),
  reporting_unit TEXT CHECK (reporting_unit <> ''),
  head TEXT CHECK (head <> ''),
  reviewer TEXT CHECK (reviewer <> ''),
  preparer TEXT CHECK (preparer <> ''),
  phone TEXT CHECK (phone <> ''),
  court_id INTEGER REFERENCES courts (id),
  organisation_id INTEGER REFERENCES organisations (id),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE office_templates (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 2097152),
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL CHECK (added_by <> ''),
  retired_at TEXT,
  retired_by TEXT CHECK (retired_by <> ''),
  CHECK ((retired_at IS NULL) = (retired_by IS NULL))
) STRICT;

CREATE TABLE organisations (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('invitedMediation', 'peoplesMediation', 'industryMediation')),
  address TEXT CHECK (address <> ''),
  phone TEXT CHECK (phone <> ''),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

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

CREATE TABLE parties (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  position INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('applicant', 'respondent', 'thirdParty', 'guarantor')),
  kind TEXT NOT NULL CHECK (kind IN ('naturalPerson', 'legalPerson', 'otherOrganisation', 'soleTrader',
    'villageCommittee')),
  name TEXT NOT NULL CHECK (name <> ''),
  sex TEXT CHECK (sex IN ('male', 'female')),
  ethnicity TEXT CHECK (ethnicity <> ''),
  birth_on TEXT,
  id_kind TEXT CHECK (id_kind IN ('residentId', 'creditCode', 'passport', 'hongKongMacaoPermit', 'taiwanPermit',
    'hkMoTwResidence', 'foreignPermanentResidence', 'other')),
  id_number TEXT CHECK (id_number <> ''),
  address TEXT CHECK (address <> ''),
  phones TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(phones)),
  occupation TEXT CHECK (occupation <> ''),
  employer TEXT CHECK (employer <> ''),
  email TEXT CHECK (email <> ''),
  representative_name TEXT CHECK (representative_name <> ''),
  representative_position TEXT CHECK (representative_position <> ''),
  representative_id_number TEXT CHECK (representative_id_number <> ''),
  service_address TEXT CHECK (service_address <> ''),
  electronic_service TEXT CHECK (electronic_service IN ('agreed', 'declined')),
  electronic_service_to TEXT CHECK (electronic_service_to <> ''),
  remarks TEXT CHECK (remarks <> '')
) STRICT;

CREATE TABLE payments (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  paid_on TEXT,
  amount_fen INTEGER NOT NULL CHECK (amount_fen BETWEEN 0 AND 99999999999900),
  basis TEXT NOT NULL CHECK (basis IN ('entered', 'ledger')),
  voucher TEXT CHECK (voucher <> ''),
  remarks TEXT CHECK (remarks <> ''),
  cancelled_at TEXT,
  cancelled_reason TEXT CHECK (cancelled_reason <> '')
) STRICT;

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

CREATE TABLE rest_calendars (
  year INTEGER PRIMARY KEY CHECK (year BETWEEN 1999 AND 2198),
  calendar TEXT NOT NULL CHECK (json_valid(calendar)),
  origin TEXT NOT NULL CHECK (origin IN ('program', 'imported')),
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

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

CREATE TABLE saved_pivots (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  pivot TEXT NOT NULL CHECK (json_valid(pivot)),
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL CHECK (saved_by <> ''),
  version INTEGER NOT NULL DEFAULT 1,
  removed_at TEXT
) STRICT;

CREATE TABLE sessions (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  held_on TEXT NOT NULL,
  started_at TEXT,
  ended_at TEXT CHECK (ended_at >= started_at),
  place TEXT CHECK (place <> ''),
  form TEXT NOT NULL CHECK (form IN ('onSite', 'telephone', 'video', 'message', 'visit')),
  attendance TEXT CHECK (attendance <> ''),
  notes TEXT CHECK (notes <> ''),
  private_notes TEXT CHECK (private_notes <> ''),
  result TEXT CHECK (result IN ('agreed', 'continue', 'adjourned', 'failed')),
  next_on TEXT,
  version INTEGER NOT NULL DEFAULT 1
, disputed TEXT CHECK (disputed <> ''), undisputed TEXT CHECK (undisputed <> ''), proposals TEXT CHECK (proposals <> '')) STRICT;

CREATE TABLE settings (
  subject TEXT PRIMARY KEY CHECK (subject <> ''),
  value TEXT NOT NULL CHECK (json_valid(value)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  post TEXT CHECK (post <> ''),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE studios (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  court_id INTEGER REFERENCES courts (id),
  place TEXT CHECK (place <> ''),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

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

CREATE TRIGGER document_withdrawals_never_change BEFORE UPDATE ON document_withdrawals
BEGIN SELECT RAISE(ABORT, 'a withdrawal is never changed'); END;

CREATE TRIGGER document_withdrawals_never_vanish BEFORE DELETE ON document_withdrawals
BEGIN SELECT RAISE(ABORT, 'a withdrawal is never taken back'); END;

CREATE TRIGGER documents_never_change BEFORE UPDATE ON documents
BEGIN SELECT RAISE(ABORT, 'issued documents never change'); END;

CREATE TRIGGER documents_never_vanish BEFORE DELETE ON documents
BEGIN SELECT RAISE(ABORT, 'issued documents never vanish'); END;

CREATE TRIGGER events_never_change BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events never change'); END;

CREATE TRIGGER events_never_vanish BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events never vanish'); END;

CREATE TRIGGER month_adjustments_never_change BEFORE UPDATE ON month_adjustments
BEGIN SELECT RAISE(ABORT, 'adjustments never change'); END;

CREATE TRIGGER month_adjustments_never_vanish BEFORE DELETE ON month_adjustments
BEGIN SELECT RAISE(ABORT, 'adjustments never vanish'); END;

CREATE TRIGGER month_closing_cases_never_change BEFORE UPDATE ON month_closing_cases
BEGIN SELECT RAISE(ABORT, 'the cases of a closed month never change'); END;

CREATE TRIGGER month_closing_cases_never_vanish BEFORE DELETE ON month_closing_cases
BEGIN SELECT RAISE(ABORT, 'the cases of a closed month never vanish'); END;

CREATE TRIGGER month_closings_never_change BEFORE UPDATE OF id, month, sequence, period_from, period_to, calendar,
  counted_by, last_event, content, file_name, file, file_sha256, content_sha256, closed_at, closed_by
ON month_closings BEGIN SELECT RAISE(ABORT, 'a closed month never changes'); END;

CREATE TRIGGER month_closings_never_vanish BEFORE DELETE ON month_closings
BEGIN SELECT RAISE(ABORT, 'a closed month never vanishes'); END;

CREATE TRIGGER month_closings_reopen_once BEFORE UPDATE ON month_closings WHEN OLD.reopened_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a reopened closing never changes'); END;

CREATE TRIGGER office_templates_never_change BEFORE UPDATE OF id, kind, name, sha256, bytes, added_at, added_by
ON office_templates BEGIN SELECT RAISE(ABORT, 'a template that was used never changes'); END;

CREATE TRIGGER office_templates_never_vanish BEFORE DELETE ON office_templates
BEGIN SELECT RAISE(ABORT, 'a template that was used never vanishes'); END;

CREATE TRIGGER rollup_packages_never_change BEFORE UPDATE OF id, office_uid, kind, office_name, month, rank, content, tables, cases,
  content_sha256, file_name, file_sha256, received_at, received_by
ON rollup_packages BEGIN SELECT RAISE(ABORT, 'a package that came in never changes'); END;

CREATE TRIGGER rollup_packages_never_vanish BEFORE DELETE ON rollup_packages
BEGIN SELECT RAISE(ABORT, 'a package that came in never vanishes'); END;
