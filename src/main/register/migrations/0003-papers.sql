-- The papers of an office (domain.md §5): each block is one noun of its own.

-- Scans and photographs of a case. The file is at attachments/<ab>/<sha256> in the data folder; the same file of two
-- cases is kept once. A row without its file is damage; "verify" reads every file again.
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
CREATE INDEX attachments_by_case ON attachments (case_id, id);
CREATE INDEX attachments_by_file ON attachments (sha256);

-- 卷宗: what its cover and 备考表 say. `form` null: as the channel and the organisation have it.
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
CREATE UNIQUE INDEX dossiers_by_archive_number ON dossiers (archive_number) WHERE archive_number IS NOT NULL;

-- The papers that lie in a dossier, each under its item; `pages` null: not counted yet.
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
CREATE INDEX dossier_papers_by_case ON dossier_papers (case_id, id);

-- Items that a dossier does not need after all, each with the reason.
CREATE TABLE dossier_waivers (
  case_id INTEGER NOT NULL REFERENCES cases (id),
  item TEXT NOT NULL CHECK (item <> ''),
  reason TEXT NOT NULL CHECK (reason <> ''),
  waived_at TEXT NOT NULL,
  waived_by TEXT NOT NULL CHECK (waived_by <> ''),
  PRIMARY KEY (case_id, item)
) STRICT, WITHOUT ROWID;
