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

-- Word files of the office's own, each in the place of the built-in wording of one kind of document. The bytes are kept
-- as they were checked; a retired one is kept too, because issued documents were made with it.
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
CREATE UNIQUE INDEX office_templates_in_use ON office_templates (kind) WHERE retired_at IS NULL;
CREATE TRIGGER office_templates_never_change BEFORE UPDATE OF id, kind, name, sha256, bytes, added_at, added_by
ON office_templates BEGIN SELECT RAISE(ABORT, 'a template that was used never changes'); END;
CREATE TRIGGER office_templates_never_vanish BEFORE DELETE ON office_templates
BEGIN SELECT RAISE(ABORT, 'a template that was used never vanishes'); END;
-- null: in the built-in wording. `template_version` is then its number, else the hash of the office's file.
ALTER TABLE documents ADD COLUMN office_template_id INTEGER REFERENCES office_templates (id);

-- Issued documents that the office withdrew. The document itself stays as it was issued; that a newer one of the same
-- kind has taken its place needs no row, the newest one stands.
CREATE TABLE document_withdrawals (
  document_id INTEGER PRIMARY KEY REFERENCES documents (id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  withdrawn_at TEXT NOT NULL,
  withdrawn_by TEXT NOT NULL CHECK (withdrawn_by <> '')
) STRICT;
CREATE TRIGGER document_withdrawals_never_change BEFORE UPDATE ON document_withdrawals
BEGIN SELECT RAISE(ABORT, 'a withdrawal is never changed'); END;
CREATE TRIGGER document_withdrawals_never_vanish BEFORE DELETE ON document_withdrawals
BEGIN SELECT RAISE(ABORT, 'a withdrawal is never taken back'); END;
