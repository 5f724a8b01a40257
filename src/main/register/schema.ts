import type { Generated, GeneratedAlways } from 'kysely';

/**
 * The tables as Kysely knows them: storage names and storage types. Rows become domain values when they leave the
 * register (see the file of each noun); `tests/register/schema.test.ts` compares this file with the migrations.
 */
type Flag = 0 | 1;
type Json = string;

export type OfficeTable = {
  id: 1;
  uid: string;
  name: string | null;
  number_prefix: string | null;
  reporting_unit: string | null;
  head: string | null;
  reviewer: string | null;
  preparer: string | null;
  phone: string | null;
  court_id: number | null;
  organisation_id: number | null;
  version: Generated<number>;
};

export type StaffTable = {
  id: GeneratedAlways<number>;
  name: string;
  post: string | null;
  active: Generated<Flag>;
  version: Generated<number>;
};

export type CourtsTable = {
  id: GeneratedAlways<number>;
  code: string | null;
  name: string;
  short_name: string;
  region: string | null;
  level: 'basic' | 'intermediate' | 'high' | 'special';
  code_verified: Generated<Flag>;
  active: Generated<Flag>;
  version: Generated<number>;
};

export type StudiosTable = {
  id: GeneratedAlways<number>;
  name: string;
  court_id: number | null;
  place: string | null;
  active: Generated<Flag>;
  version: Generated<number>;
};

export type OrganisationsTable = {
  id: GeneratedAlways<number>;
  name: string;
  kind: 'invitedMediation' | 'peoplesMediation' | 'industryMediation';
  address: string | null;
  phone: string | null;
  active: Generated<Flag>;
  version: Generated<number>;
};

export type MediatorsTable = {
  id: GeneratedAlways<number>;
  uid: string;
  name: string;
  is_member: Flag | null;
  sector: string | null;
  employer: string | null;
  phones: Json;
  resident_id: string | null;
  expertise: Json;
  languages: Json;
  certificate_number: string | null;
  court_id: number | null;
  studio_id: number | null;
  listed_on: string | null;
  term_from: string | null;
  term_to: string | null;
  training: string | null;
  standing: 'listed' | 'suspended' | 'removed';
  incomplete: Flag;
  remarks: string | null;
  import_id: number | null;
  version: Generated<number>;
};

export type CausesTable = { id: GeneratedAlways<number>; edition: '2020' | '2025'; name: string };

export type ImportsTable = {
  id: GeneratedAlways<number>;
  file_name: string;
  sha256: string;
  mapping: Json;
  imported: number;
  skipped: number;
  refused: Json;
  warned: Json;
  at: string;
  staff_name: string;
  undone_at: string | null;
  undone_by: string | null;
  undone_reason: string | null;
};

export type CasesTable = {
  id: GeneratedAlways<number>;
  uid: string;
  internal_prefix: string;
  internal_year: number;
  internal_sequence: number;
  status: string;
  channel: string;
  source: string;
  court_id: number | null;
  tribunal: string | null;
  judge: string | null;
  clerk: string | null;
  letter_number: string | null;
  letter_on: string | null;
  transferred_by: string | null;
  procedure_kind: string | null;
  filed_on: string | null;
  received_on: string | null;
  received_basis: 'receipt' | 'ledger' | null;
  cause_id: number | null;
  claim_kind: 'amount' | 'noProperty' | 'notStated';
  claim_fen: number | null;
  claims: string | null;
  facts: string | null;
  district: string | null;
  marks: Json;
  mediator_id: number | null;
  assisting: Json;
  sector: string | null;
  studio_id: number | null;
  organisation_id: number | null;
  remarks: string | null;
  registered_on: string;
  registered_by: string;
  import_id: number | null;
  import_row: number | null;
  removed_at: string | null;
  removed_reason: string | null;
  version: Generated<number>;
  parties_version: Generated<number>;
};

export type CaseNumbersTable = {
  id: GeneratedAlways<number>;
  case_id: number;
  position: number;
  kind: 'court' | 'platform';
  number: string;
  live: Generated<Flag>;
};

export type PartiesTable = {
  id: GeneratedAlways<number>;
  case_id: number;
  position: number;
  role: string;
  kind: string;
  name: string;
  sex: string | null;
  ethnicity: string | null;
  birth_on: string | null;
  id_kind: string | null;
  id_number: string | null;
  address: string | null;
  phones: Json;
  occupation: string | null;
  employer: string | null;
  email: string | null;
  representative_name: string | null;
  representative_position: string | null;
  representative_id_number: string | null;
  service_address: string | null;
  electronic_service: string | null;
  electronic_service_to: string | null;
  remarks: string | null;
};

export type AgentsTable = {
  id: GeneratedAlways<number>;
  party_id: number;
  position: number;
  kind: string | null;
  name: string;
  relation: string | null;
  employer: string | null;
  licence_number: string | null;
  id_number: string | null;
  authority: string | null;
  phone: string | null;
};

export type SessionsTable = {
  id: GeneratedAlways<number>;
  case_id: number;
  held_on: string;
  started_at: string | null;
  ended_at: string | null;
  place: string | null;
  form: string;
  attendance: string | null;
  notes: string | null;
  private_notes: string | null;
  result: string | null;
  next_on: string | null;
  version: Generated<number>;
  disputed: string | null;
  undisputed: string | null;
  proposals: string | null;
};

export type AgreementsTable = {
  case_id: number;
  form: 'written' | 'oral';
  agreed_fen: number | null;
  signed_on: string | null;
  main_facts: string | null;
  disputed_matters: string | null;
  default_clause: string | null;
  cost_clause: string | null;
  final_settlement: Flag;
  effect: string | null;
  effect_court_id: number | null;
  version: Generated<number>;
};

export type AgreementTermsTable = {
  id: GeneratedAlways<number>;
  case_id: number;
  position: number;
  kind: 'payment' | 'text';
  text: string | null;
  payers: Json;
  payees: Json;
  purpose: string | null;
  amount_fen: number | null;
  liability: 'shares' | 'joint' | null;
  on_signing: Generated<Flag>;
  due_on: string | null;
  method: string | null;
  account: string | null;
};

export type InstalmentsTable = {
  id: GeneratedAlways<number>;
  term_id: number;
  position: number;
  due_on: string;
  amount_fen: number;
};

export type PaymentsTable = {
  id: GeneratedAlways<number>;
  case_id: number;
  paid_on: string | null;
  amount_fen: number;
  basis: 'entered' | 'ledger';
  voucher: string | null;
  remarks: string | null;
  cancelled_at: string | null;
  cancelled_reason: string | null;
};

export type ClosingsTable = {
  case_id: number;
  code: string;
  closed_on: string;
  partly: Flag;
  reason: string | null;
};

export type JudicialConfirmationsTable = {
  case_id: number;
  confirmed_on: string | null;
  court_id: number | null;
  number: string | null;
};

export type DoubtsTable = {
  id: GeneratedAlways<number>;
  case_id: number;
  code: string;
  sentence: string;
  raised_at: string;
  settled_at: string | null;
  settled_by: string | null;
  settlement: string | null;
};

export type DocumentsTable = {
  id: GeneratedAlways<number>;
  case_id: number;
  kind: string;
  template_version: string;
  font_scheme: string;
  facts: Json;
  content: Json;
  bytes: Uint8Array;
  sha256: string;
  issued_at: string;
  issued_by: string;
  subject_id: number | null;
  office_template_id: number | null;
};

export type DraftsTable = {
  id: GeneratedAlways<number>;
  kind: 'intake';
  content: Json;
  saved_at: string;
  saved_by: string;
};

export type EventsTable = {
  id: GeneratedAlways<number>;
  command_id: string;
  command: string;
  at: string;
  staff_name: string;
  subject: EventSubject;
  subject_id: number;
  what: string;
  before: Json | null;
  after: Json | null;
};
export type EventSubject =
  | 'case'
  | 'mediator'
  | 'office'
  | 'staff'
  | 'court'
  | 'studio'
  | 'organisation'
  | 'import';

export type CaseFiguresTable = {
  case_id: number;
  listed_on: string;
  status: string;
  received_on: string | null;
  ended_on: string | null;
  closing_code: string | null;
  partly: Flag;
  channel: string;
  source: string;
  court_id: number | null;
  cause_id: number | null;
  mediator_id: number | null;
  sector: string | null;
  claim_fen: number | null;
  agreed_fen: number | null;
  paid_fen: number;
  confirmed_on: string | null;
  doubts: number;
  registered_on: string;
  studio_id: number | null;
  organisation_id: number | null;
  district: string | null;
  marks: number;
  parties: number;
  no_property: Flag;
  imported: Flag;
  confirmable: Flag;
  applied_on: string | null;
  rejected_on: string | null;
  performance_due_on: string | null;
  performed_on: string | null;
  enforced_on: string | null;
  due_on: string | null;
  suspended_days: number;
};

export type CaseMovesTable = {
  id: GeneratedAlways<number>;
  case_id: number;
  move: string;
  from_status: string;
  to_status: string;
  moved_on: string;
  detail: Json;
  recorded_at: string;
  recorded_by: string;
  taken_back_at: string | null;
  taken_back_by: string | null;
  taken_back_reason: string | null;
};

type ConsentForm = 'written' | 'oral' | 'electronic';
type ContactMeans = 'telephone' | 'message' | 'video' | 'letter' | 'visit' | 'platform' | 'other';

export type ConsentsTable = {
  id: GeneratedAlways<number>;
  case_id: number;
  party_id: number;
  agreed: Flag;
  form: ConsentForm;
  given_on: string;
  before_referral: Generated<Flag>;
  remarks: string | null;
  cancelled_at: string | null;
  cancelled_reason: string | null;
};

export type ContactsTable = {
  id: GeneratedAlways<number>;
  case_id: number;
  party_id: number | null;
  contacted_on: string;
  contacted_at: string | null;
  means: ContactMeans;
  reached_at: string | null;
  result: 'agreed' | 'declined' | 'undecided' | 'notReached';
  remarks: string | null;
  cancelled_at: string | null;
  cancelled_reason: string | null;
  person: string | null;
};

export type DisclosuresTable = {
  id: GeneratedAlways<number>;
  case_id: number;
  mediator_id: number;
  matter: string;
  disclosed_on: string;
  applicants_consented_on: string | null;
  respondents_consented_on: string | null;
  consent_form: ConsentForm | null;
  decision: 'continue' | 'recuse' | null;
  decided_by: string | null;
  version: Generated<number>;
};

export type ReferralsTable = {
  id: GeneratedAlways<number>;
  case_id: number;
  unit: string;
  referred_on: string | null;
  number: string | null;
  result: string | null;
  cancelled_at: string | null;
  cancelled_reason: string | null;
  from_case_id: number | null;
};

export type CaseLinksTable = {
  id: GeneratedAlways<number>;
  case_id: number;
  other_case_id: number;
  kind: 'series' | 'sameDispute' | 'related';
  remarks: string | null;
  cancelled_at: string | null;
  cancelled_reason: string | null;
};

export type OverridesTable = {
  id: GeneratedAlways<number>;
  case_id: number;
  check_code: string;
  reason: string;
  overridden_at: string;
  overridden_by: string;
  cancelled_at: string | null;
  finding: string;
};

export type AfterStepsTable = {
  id: GeneratedAlways<number>;
  case_id: number;
  matter: string;
  step: string;
  taken_on: string;
  party_id: number | null;
  court_id: number | null;
  number: string | null;
  papers: Generated<Json>;
  remarks: string | null;
  cancelled_at: string | null;
  cancelled_reason: string | null;
  joint: Generated<Flag>;
  adds_number: Generated<Flag>;
};

export type VisitsTable = {
  id: GeneratedAlways<number>;
  case_id: number;
  party_id: number | null;
  visited_on: string;
  means: ContactMeans;
  performance: 'performed' | 'performing' | 'notPerformed' | 'notDue' | 'unknown' | null;
  satisfaction: 'satisfied' | 'acceptable' | 'dissatisfied' | null;
  remarks: string | null;
  next_on: string | null;
  cancelled_at: string | null;
  cancelled_reason: string | null;
};

export type SubsidiesTable = {
  id: GeneratedAlways<number>;
  case_id: number;
  mediator_id: number;
  rule: string;
  amount_fen: number;
  granted_on: string;
  paid_on: string | null;
  voucher: string | null;
  cancelled_at: string | null;
  cancelled_reason: string | null;
};

export type FollowUpProposalsTable = {
  id: GeneratedAlways<number>;
  case_id: number | null;
  mediator_id: number;
  kind: 'proposal' | 'publicOpinion';
  title: string;
  submitted_on: string;
  number: string | null;
  result: string | null;
  cancelled_at: string | null;
  cancelled_reason: string | null;
};

export type TrainingsTable = {
  id: GeneratedAlways<number>;
  mediator_id: number;
  trained_on: string;
  topic: string;
  hours: number | null;
  remarks: string | null;
  cancelled_at: string | null;
  cancelled_reason: string | null;
};

export type RestCalendarsTable = {
  year: number;
  calendar: Json;
  origin: 'program' | 'imported';
  saved_at: string;
  saved_by: string;
  version: Generated<number>;
};

export type SettingsTable = {
  subject: string;
  value: Json;
  version: Generated<number>;
};

export type CaseDatesTable = {
  case_id: number;
  matter: string;
  due_on: string;
  mediator_id: number | null;
};

export type AttachmentsTable = {
  id: GeneratedAlways<number>;
  case_id: number;
  sha256: string;
  size: number;
  type: string;
  name: string;
  document_id: number | null;
  paper_id: number | null;
  attached_at: string;
  attached_by: string;
  cancelled_at: string | null;
  cancelled_reason: string | null;
};

export type DossiersTable = {
  case_id: number;
  form: 'invited' | 'peoples' | null;
  archive_number: string | null;
  retention: string | null;
  compiled_by: string | null;
  compiled_on: string | null;
  inspected_by: string | null;
  situation: string | null;
  remarks: string | null;
  version: Generated<number>;
};

export type DossierPapersTable = {
  id: GeneratedAlways<number>;
  case_id: number;
  item: string;
  title: string;
  pages: number | null;
  remarks: string | null;
  document_id: number | null;
  filed_at: string;
  filed_by: string;
  cancelled_at: string | null;
  cancelled_reason: string | null;
  version: Generated<number>;
};

export type DossierWaiversTable = {
  case_id: number;
  item: string;
  reason: string;
  waived_at: string;
  waived_by: string;
};

export type OfficeTemplatesTable = {
  id: GeneratedAlways<number>;
  kind: string;
  name: string;
  sha256: string;
  bytes: Uint8Array;
  added_at: string;
  added_by: string;
  retired_at: string | null;
  retired_by: string | null;
};

export type DocumentWithdrawalsTable = {
  document_id: number;
  reason: string;
  withdrawn_at: string;
  withdrawn_by: string;
};

export type ReportsHandedInTable = {
  id: GeneratedAlways<number>;
  duty: string;
  period: string;
  period_from: string;
  period_to: string;
  duty_name: string;
  recipients: string;
  due_on: string;
  handed_in_on: string;
  remarks: string | null;
  recorded_at: string;
  recorded_by: string;
  cancelled_at: string | null;
  cancelled_reason: string | null;
};

export type HandFiguresTable = {
  month: string;
  name: string;
  value: number | null;
  saved_at: string;
  saved_by: string;
  version: Generated<number>;
};

export type CausePlacesTable = {
  name: string;
  cause_group: string | null;
  level1: string | null;
  level2: string | null;
  level3: string | null;
};

export type MonthClosingsTable = {
  id: GeneratedAlways<number>;
  month: string;
  sequence: number;
  period_from: string;
  period_to: string;
  calendar: string;
  counted_by: string;
  last_event: number;
  content: string;
  file_name: string;
  file: Uint8Array;
  file_sha256: string;
  content_sha256: string;
  closed_at: string;
  closed_by: string;
  reopened_at: string | null;
  reopened_by: string | null;
  reopened_reason: string | null;
};

export type MonthClosingCasesTable = {
  closing_id: number;
  case_id: number;
  share: string;
  facts: string;
};

export type MonthAdjustmentsTable = {
  closing_id: number;
  of_closing_id: number;
  case_id: number;
  share_before: string | null;
  share_after: string | null;
  events: string;
};

export type SavedPivotsTable = {
  id: Generated<number>;
  name: string;
  pivot: string;
  saved_at: string;
  saved_by: string;
  version: Generated<number>;
  removed_at: string | null;
};

export type RollupUnitsTable = {
  id: Generated<number>;
  name: string;
  uid: string | null;
  expected_from: string;
  expected_to: string | null;
  saved_at: string;
  saved_by: string;
  version: Generated<number>;
  removed_at: string | null;
};

export type RollupPackagesTable = {
  id: Generated<number>;
  office_uid: string;
  kind: 'office' | 'sums';
  office_name: string;
  month: string;
  rank: number;
  content: string;
  tables: string;
  cases: string;
  content_sha256: string;
  file_name: string;
  file_sha256: string;
  received_at: string;
  received_by: string;
  undone_at: string | null;
  undone_by: string | null;
  undone_reason: string | null;
};

export type Schema = {
  office: OfficeTable;
  staff: StaffTable;
  courts: CourtsTable;
  studios: StudiosTable;
  organisations: OrganisationsTable;
  mediators: MediatorsTable;
  causes: CausesTable;
  imports: ImportsTable;
  cases: CasesTable;
  case_numbers: CaseNumbersTable;
  parties: PartiesTable;
  agents: AgentsTable;
  sessions: SessionsTable;
  agreements: AgreementsTable;
  agreement_terms: AgreementTermsTable;
  instalments: InstalmentsTable;
  payments: PaymentsTable;
  closings: ClosingsTable;
  judicial_confirmations: JudicialConfirmationsTable;
  doubts: DoubtsTable;
  documents: DocumentsTable;
  drafts: DraftsTable;
  events: EventsTable;
  case_figures: CaseFiguresTable;
  case_moves: CaseMovesTable;
  consents: ConsentsTable;
  contacts: ContactsTable;
  disclosures: DisclosuresTable;
  referrals: ReferralsTable;
  case_links: CaseLinksTable;
  overrides: OverridesTable;
  after_steps: AfterStepsTable;
  visits: VisitsTable;
  subsidies: SubsidiesTable;
  follow_up_proposals: FollowUpProposalsTable;
  trainings: TrainingsTable;
  rest_calendars: RestCalendarsTable;
  settings: SettingsTable;
  case_dates: CaseDatesTable;
  attachments: AttachmentsTable;
  dossiers: DossiersTable;
  dossier_papers: DossierPapersTable;
  dossier_waivers: DossierWaiversTable;
  office_templates: OfficeTemplatesTable;
  document_withdrawals: DocumentWithdrawalsTable;
  reports_handed_in: ReportsHandedInTable;
  hand_figures: HandFiguresTable;
  cause_places: CausePlacesTable;
  month_closings: MonthClosingsTable;
  month_closing_cases: MonthClosingCasesTable;
  month_adjustments: MonthAdjustmentsTable;
  saved_pivots: SavedPivotsTable;
  rollup_units: RollupUnitsTable;
  rollup_packages: RollupPackagesTable;
};
