/** The sections of a case's page in their order, which is the order of the keys 1 to 9. */
export const sections = [
  { name: 'parties', label: '当事人' },
  { name: 'facts', label: '案情' },
  { name: 'sessions', label: '调解过程' },
  { name: 'agreement', label: '协议' },
  { name: 'papers', label: '文书' },
  { name: 'closing', label: '结案' },
  { name: 'outcome', label: '结案后' },
  { name: 'dossier', label: '卷宗' },
  { name: 'history', label: '历史' },
] as const;
export type SectionName = (typeof sections)[number]['name'];

/** A field of a section that somebody is sent to; `turn` tells two jumps to the same field apart. */
export type Jump = { readonly section: SectionName; readonly field: string; readonly turn: number };

/** What every section is given. */
export type Go = (section: SectionName, field?: string) => void;

const sectionOfDraftField: Readonly<
  Record<string, { readonly section: SectionName; readonly field: string }>
> = {
  cause: { section: 'facts', field: 'cause' },
  'parties.': { section: 'parties', field: 'place:0:birth' },
  channel: { section: 'facts', field: 'channel' },
  courtCaseNumbers: { section: 'facts', field: 'courtNumbers' },
  'origin.court': { section: 'facts', field: 'courtId' },
  'origin.transferredBy': { section: 'facts', field: 'transferredBy' },
  'origin.letterNumber': { section: 'facts', field: 'letterNumber' },
  origin: { section: 'facts', field: 'letterOn' },
  mediators: { section: 'facts', field: 'mediatorId' },
  mediationOrganisation: { section: 'facts', field: 'organisationId' },
  sessions: { section: 'sessions', field: 'heldOn' },
  outcome: { section: 'agreement', field: 'effect' },
  costs: { section: 'agreement', field: 'costClause' },
  agreedAmount: { section: 'agreement', field: 'agreed' },
  terms: { section: 'agreement', field: 'terms' },
  agreedOn: { section: 'agreement', field: 'signedOn' },
  agreementForm: { section: 'agreement', field: 'form' },
  agreementPaper: { section: 'agreement', field: 'form' },
  court: { section: 'facts', field: 'courtId' },
  procedureKind: { section: 'facts', field: 'procedureKind' },
  receivedOn: { section: 'facts', field: 'receivedOn' },
  ...inSection('sessions', [
    'ordinal',
    'startedAt',
    'endedAt',
    'attendance',
    'notes',
    'disputed',
    'undisputed',
  ]),
  ...inSection('sessions', [
    'proposals',
    'result',
    'nextOn',
    'facts',
    'heldOn',
    'mediatedFrom',
    'mediatedTo',
  ]),
  ...inSection('sessions', ['mediatorName', 'matter', 'disclosedOn']),
  ...inSection('closing', ['closing', 'closedOn']),
  ...inSection('outcome', ['visitedOn', 'means']),
  ...inSection('dossier', ['contents', 'pages', 'pageCount', 'paperCount', 'situation']),
  ...inSection('dossier', ['archiveNumber', 'retention', 'compiledBy', 'compiledOn']),
};

function inSection(section: SectionName, fields: readonly string[]) {
  return Object.fromEntries(fields.map((field) => [field, { section, field }]));
}

/**
 * Where a fact that a document lacks is entered: its path in the document's facts (parties.1.address) as a section and a
 * field of this page.
 */
export function placeOfDraftField(path: string): { readonly section: SectionName; readonly field: string } {
  const [first = '', second = '', third = ''] = path.split('.');
  if (first === 'parties' && /^\d+$/.test(second)) {
    const field = third === 'birthOn' ? 'birth' : third === '' ? 'name' : third;
    return { section: 'parties', field: `place:${second}:${field}` };
  }
  if (first === 'terms' && /^\d+$/.test(second)) {
    return { section: 'agreement', field: `term:${second}:${third === 'schedule' ? 'dueOn' : third}` };
  }
  return (
    sectionOfDraftField[`${first}.${second}`] ??
    sectionOfDraftField[first] ?? { section: 'agreement', field: first }
  );
}
