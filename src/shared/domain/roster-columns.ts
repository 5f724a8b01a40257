/** The columns of a roster sheet: the head that the template writes first, then what else offices call it. */
export const rosterColumns = {
  name: ['姓名', '调解员', '调解员姓名', '委员姓名', '委员'],
  isMember: ['政协委员', '是否政协委员', '是否委员'],
  sector: ['界别', '所属界别', '政协界别'],
  employer: ['单位职务', '工作单位', '工作单位及职务', '单位及职务', '职务单位', '单位'],
  phones: ['联系电话', '电话', '手机', '手机号', '联系方式'],
  residentId: ['身份证号码', '身份证号', '证件号码', '公民身份号码'],
  expertise: ['专长', '擅长领域', '调解专长', '专业特长'],
  languages: ['语言', '调解语言', '语种'],
  certificateNumber: ['聘书号', '证书号', '聘书编号', '聘书（证书）号', '调解员证号'],
  court: ['入册法院', '法院', '所属法院', '聘任法院'],
  listedOn: ['入册日期', '入册时间'],
  termFrom: ['聘期起', '聘期开始', '聘任日期', '聘任时间', '聘期自'],
  termTo: ['聘期止', '聘期结束', '聘期至', '到期日期'],
  training: ['培训记录', '培训', '培训情况'],
  standing: ['状态', '在册状态'],
  remarks: ['备注'],
} as const;

export type RosterColumn = keyof typeof rosterColumns;

const columnOf: ReadonlyMap<string, RosterColumn> = new Map(
  Object.entries(rosterColumns).flatMap(([column, heads]) =>
    heads.map((head) => [foldRosterHead(head), column as RosterColumn] as const),
  ),
);

function foldRosterHead(head: string): string {
  return head.normalize('NFKC').replace(/[\s*:]/g, '');
}

/** What a head of a roster sheet stands over; undefined for a column that the roster does not keep. */
export function rosterColumn(head: string): RosterColumn | undefined {
  return columnOf.get(foldRosterHead(head));
}

/** How a sheet says whether somebody takes cases (domain.md §10.4). */
export const standingWords = { listed: '在册', suspended: '暂停', removed: '除名' } as const;

/** The standing that a cell says; undefined where it says none, null where it says something else. */
export function standingIn(text: string): keyof typeof standingWords | null | undefined {
  const folded = text.normalize('NFKC').trim();
  if (folded === '') return undefined;
  if (/除名|退出|解聘/.test(folded)) return 'removed';
  if (/暂停|停/.test(folded)) return 'suspended';
  return /在册|正常|在聘/.test(folded) ? 'listed' : null;
}
