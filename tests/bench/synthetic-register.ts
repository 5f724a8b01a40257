import type { ClosingCode } from '#shared/domain/closing.ts';
import { addDays, daysBetween, type LocalDate, localDate } from '#shared/domain/local-date.ts';
import type { Connection } from '../../src/main/register/query.ts';
import { searchTokens } from '../../src/main/register/search.ts';
import { reference } from '../../src/main/resources.ts';

export type SyntheticOptions = {
  readonly cases: number;
  /** The last day on which anything happened; cases are spread over the ten years before it. */
  readonly today?: LocalDate;
  readonly seed?: number;
  /** Without the search index a register of 10⁶ cases is made in a third of the time. */
  readonly search?: boolean;
  readonly mediators?: number;
};

const years = 10;

/**
 * Fills a new register with invented cases by plain inserts, as no clerk could: for measuring. The derived rows are
 * what the register itself would have derived, which `casesWithWrongFigures` confirms.
 */
export function fillSyntheticRegister(register: Connection, options: SyntheticOptions): void {
  const { database } = register;
  const today = options.today ?? localDate('2026-11-20');
  const random = randomNumbers(options.seed ?? 1);
  // A log of a million rows would be as large as the register: nothing here needs to survive a crash.
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.pragma('foreign_keys = OFF');
  const indexes = dropIndexes(register);
  const world = insertWorld(register, options.mediators ?? mediatorsFor(options.cases), random);
  insertCases(register, world, { ...options, today, random });
  for (const sql of indexes) {
    database.exec(sql);
  }
  database.pragma('foreign_keys = ON');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
}

function mediatorsFor(cases: number): number {
  return Math.max(10, Math.min(200, Math.round(cases / 250)));
}

type Random = {
  /** From 0 up to but without 1. */
  next(): number;
  below(limit: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Earlier entries come up far more often, as causes and courts do. */
  pickSkewed<T>(from: readonly T[]): T;
};

/** Mulberry32: small, fast, and the same numbers everywhere. */
function randomNumbers(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  function at<T>(from: readonly T[], index: number): T {
    return from[Math.min(index, from.length - 1)] as T;
  }
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    chance: (probability) => next() < probability,
    pick: (from) => at(from, Math.floor(next() * from.length)),
    pickSkewed: (from) => at(from, Math.floor(next() ** 3 * from.length)),
  };
}

/** The indexes are made again over the finished tables, which takes a tenth of the time. */
function dropIndexes({ database }: Connection): readonly string[] {
  const indexes = database
    .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL`)
    .all() as { name: string; sql: string }[];
  for (const { name } of indexes) {
    database.exec(`DROP INDEX ${name}`);
  }
  return indexes.map(({ sql }) => sql);
}

type World = {
  readonly courts: readonly { readonly id: number; readonly code: string }[];
  readonly causes: readonly number[];
  readonly mediators: readonly {
    readonly id: number;
    readonly name: string;
    readonly sector: string | null;
  }[];
};

function insertWorld({ database }: Connection, mediators: number, random: Random): World {
  const { courts, causes, sectors } = reference();
  const insertCourt = database.prepare(
    `INSERT INTO courts (code, name, short_name, region, level) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET active = 1 RETURNING id`,
  );
  const insertCause = database.prepare(`INSERT INTO causes (edition, name) VALUES (?, ?) RETURNING id`);
  const insertMediator = database.prepare(
    `INSERT INTO mediators (uid, name, is_member, sector, phones) VALUES (?, ?, 1, ?, '["13800000000"]') RETURNING id`,
  );
  const idOf = (row: unknown) => (row as { id: number }).id;
  const names = new Set<string>();
  // Two homonyms, because a roster of two hundred has them.
  while (names.size < mediators - 1) {
    names.add(personName(random));
  }
  const roster = [...names];
  return {
    courts: courts
      .filter((court) => court.level === 'basic')
      .map((court) => ({
        id: idOf(insertCourt.get(court.code, court.name, court.shortName, court.region, court.level)),
        code: court.code,
      })),
    causes: causes
      .filter((cause) => cause.level === 3)
      .slice(0, 120)
      .map((cause, index) => idOf(insertCause.get(index % 3 === 0 ? '2020' : '2025', cause.name))),
    mediators: [...roster, roster[0] ?? personName(random)].map((name, index) => {
      const sector = index % 20 === 7 ? null : random.pick(sectors).name;
      return { id: idOf(insertMediator.get(`mediator-${index}`, name, sector)), name, sector };
    }),
  };
}

const surnames = [
  ...'张王李赵刘陈杨黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢',
];
const givenNames = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文斌玲辉萍红梅建国庆春兰志远雪松海燕晓东永胜佳宁浩然子涵雨桐思源',
];
const steppeNames = [
  '巴图',
  '乌兰',
  '其其格',
  '额尔敦',
  '呼格吉勒',
  '苏和',
  '娜仁',
  '朝鲁',
  '格日勒',
  '阿拉坦',
];
const places = ['甲地', '乙地', '丙地', '丁地', '戊地', '己地'];
const trades = ['物业服务', '建筑工程', '商贸', '运输', '餐饮管理', '农牧业', '汽车销售', '房地产开发'];

function personName(random: Random): string {
  if (random.chance(0.1)) {
    return `${random.pick(steppeNames)}${random.chance(0.5) ? '·' : ''}${random.pick(steppeNames)}`;
  }
  const second = random.chance(0.75) ? random.pick(givenNames) : '';
  return random.pick(surnames) + random.pick(givenNames) + second;
}

function companyName(random: Random): string {
  const word = random.pick(givenNames) + random.pick(givenNames);
  return `${random.pick(places)}${word}${random.pick(trades)}有限公司`;
}

const successes: readonly ClosingCode[] = ['C11', 'C11', 'C11', 'C13', 'C16', 'C12', 'C14', 'C15'];
const failures: readonly ClosingCode[] = ['C24', 'C21', 'C23', 'C22', 'C25', 'C26', 'C29', 'C27'];

type Ending = { readonly on: LocalDate; readonly code: ClosingCode; readonly partly: 0 | 1 };

function endingOf(receivedOn: LocalDate, today: LocalDate, random: Random): Ending | undefined {
  if (random.chance(0.003)) {
    return undefined;
  }
  const days = Math.min(180, Math.floor(-Math.log(1 - random.next()) * 22));
  const on = addDays(receivedOn, days);
  if (on > today) {
    return undefined;
  }
  if (random.chance(0.01)) {
    return { on, code: 'C28', partly: 0 };
  }
  const succeeded = random.chance(0.45);
  return {
    on,
    code: random.pickSkewed(succeeded ? successes : failures),
    partly: succeeded && random.chance(0.05) ? 1 : 0,
  };
}

type Filling = SyntheticOptions & { readonly today: LocalDate; readonly random: Random };

function insertCases(register: Connection, world: World, options: Filling): void {
  const { database } = register;
  const { random, today } = options;
  const insert = statements(register);
  const people = Array.from({ length: 20_000 }, () => partyOf(random));
  const mediatorTokens = new Map(world.mediators.map(({ id, name }) => [id, tokensOf([name], [])]));
  const first = addDays(today, -365 * years);
  const span = daysBetween(first, today);
  const calendar = Array.from({ length: span + 1 }, (_, days) => addDays(first, days));
  // FTS5 writes out what it has gathered at every statement that may be rolled back, so its rows go in together.
  const searched: [number, string][] = [];
  function insertSearched(): void {
    for (const row of searched.splice(0)) {
      insert.search.run(...row);
    }
  }
  let sequenceYear = 0;
  let sequence = 0;
  let numberYear = '';
  let courtSequence = new Map<string, number>();
  setSearchBuffer(register, 16 * 1024 * 1024);
  database.exec('BEGIN');
  for (let id = 1; id <= options.cases; id += 1) {
    const day = calendar[Math.floor((id / options.cases) * span)] ?? today;
    const year = Number(day.slice(0, 4));
    if (year !== sequenceYear) {
      sequenceYear = year;
      sequence = 0;
    }
    sequence += 1;
    if (day.slice(0, 4) !== numberYear) {
      numberYear = day.slice(0, 4);
      courtSequence = new Map();
    }
    const channel = random.pickSkewed(['A', 'A', 'B', 'C']);
    const court = random.chance(0.01) && channel === 'C' ? null : random.pickSkewed(world.courts);
    const mediator = random.chance(0.02) ? null : random.pick(world.mediators);
    const causeId = random.chance(0.005) ? null : random.pickSkewed(world.causes);
    const receivedOn = random.chance(0.004) ? null : day;
    const ending = endingOf(day, today, random);
    const succeeded = ending !== undefined && successes.includes(ending.code);
    const claimFen = random.chance(0.1) ? null : Math.floor(10 ** (4.5 + random.next() * 4)) * 100;
    const agreedFen =
      succeeded && claimFen !== null ? Math.floor((claimFen * (4 + random.below(6))) / 10) : null;
    const paidFen =
      agreedFen !== null && random.chance(0.6) ? Math.floor(agreedFen / (1 + random.below(3))) : null;
    const confirmedOn =
      succeeded && ending !== undefined && random.chance(0.22) ? laterDay(ending.on, today, random) : null;
    const status = ending !== undefined ? 'closed' : receivedOn !== null ? 'accepted' : 'registered';
    const doubts = random.chance(0.02) ? 1 : 0;
    insert.case.run(
      id,
      `case-${String(id).padStart(8, '0')}`,
      year,
      sequence,
      status,
      channel,
      channel === 'C' ? 'governanceCentre' : 'courtFilingDivision',
      court?.id ?? null,
      receivedOn,
      receivedOn === null ? null : 'ledger',
      causeId,
      claimFen === null ? 'notStated' : 'amount',
      claimFen,
      mediator?.id ?? null,
      mediator?.sector ?? null,
      day,
    );
    let number: string | null = null;
    if (channel !== 'C' && court !== null) {
      const kind = channel === 'A' ? '诉前调' : '民初';
      const key = court.code + kind;
      const next = (courtSequence.get(key) ?? 0) + 1;
      courtSequence.set(key, next);
      number = `（${numberYear}）${court.code}${kind}${next}号`;
      insert.number.run(id, number);
    }
    const applicant = random.pick(people);
    const respondent = random.pick(people);
    insert.parties.run(id, ...columnsOf(applicant), id, ...columnsOf(respondent));
    if (ending !== undefined) {
      insert.closing.run(id, ending.code, ending.on, ending.partly);
    }
    if (agreedFen !== null && ending !== undefined) {
      insert.agreement.run(id, agreedFen, ending.on);
    }
    if (paidFen !== null && ending !== undefined) {
      insert.payment.run(id, ending.on, paidFen);
    }
    if (confirmedOn !== null) {
      insert.confirmation.run(id, confirmedOn);
    }
    if (doubts > 0) {
      insert.doubt.run(id, `${day}T01:00:00.000Z`);
    }
    insert.figures.run(
      id,
      receivedOn ?? day,
      status,
      receivedOn,
      ending?.on ?? null,
      ending?.code ?? null,
      ending?.partly ?? 0,
      channel,
      channel === 'C' ? 'governanceCentre' : 'courtFilingDivision',
      court?.id ?? null,
      causeId,
      mediator?.id ?? null,
      mediator?.sector ?? null,
      claimFen,
      agreedFen,
      paidFen ?? 0,
      confirmedOn,
      doubts,
    );
    if (options.search !== false) {
      const own = tokensOf([], number === null ? [`${year} ${sequence}`] : [number, `${year} ${sequence}`]);
      const called = mediator === null ? '' : (mediatorTokens.get(mediator.id) ?? '');
      searched.push([id, `${own} ${called} ${applicant.tokens()} ${respondent.tokens()}`]);
      if (searched.length === 20_000 || id === options.cases) {
        insertSearched();
      }
    }
  }
  database.exec(`
    INSERT INTO events (command_id, command, at, staff_name, subject, subject_id, what)
    SELECT uid, 'cases.register', registered_on || 'T01:00:00.000Z', registered_by, 'case', id, 'registered' FROM cases`);
  database.exec('COMMIT');
  setSearchBuffer(register, 1024 * 1024);
  if (options.search !== false) {
    database.exec(`INSERT INTO case_search (case_search) VALUES ('optimize')`);
  }
}

/** Bytes that FTS5 gathers before it writes a piece of its index. */
function setSearchBuffer({ database }: Connection, bytes: number): void {
  database.prepare(`INSERT INTO case_search (case_search, rank) VALUES ('hashsize', ?)`).run(BigInt(bytes));
}

function laterDay(from: LocalDate, today: LocalDate, random: Random): LocalDate | null {
  const day = addDays(from, random.below(40));
  return day > today ? null : day;
}

type SyntheticParty = {
  readonly kind: 'naturalPerson' | 'legalPerson';
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  /** Reading a name as pinyin is what takes the time, and people come again: their tokens are kept. */
  tokens(): string;
};

function figuresText(random: Random, length: number): string {
  let text = '';
  while (text.length < length) {
    text += String(random.below(10));
  }
  return text;
}

function partyOf(random: Random): SyntheticParty {
  const company = random.chance(0.3);
  const name = company ? companyName(random) : personName(random);
  const idNumber = company ? `91150600${figuresText(random, 10)}` : `150600${figuresText(random, 12)}`;
  const phone = `13${figuresText(random, 9)}`;
  let tokens: string | undefined;
  return {
    kind: company ? 'legalPerson' : 'naturalPerson',
    name,
    idNumber,
    phone,
    tokens: () => {
      tokens ??= tokensOf([name], [idNumber, phone]);
      return tokens;
    },
  };
}

function columnsOf(party: SyntheticParty): readonly string[] {
  const idKind = party.kind === 'naturalPerson' ? 'residentId' : 'creditCode';
  return [party.kind, party.name, idKind, party.idNumber, `["${party.phone}"]`];
}

function tokensOf(names: readonly string[], numbers: readonly string[]): string {
  return searchTokens({ names, numbers });
}

function statements({ database }: Connection) {
  return {
    case: database.prepare(
      `INSERT INTO cases (id, uid, internal_prefix, internal_year, internal_sequence, status, channel, source, court_id,
         received_on, received_basis, cause_id, claim_kind, claim_fen, mediator_id, sector, registered_on, registered_by)
       VALUES (?, ?, '测政调', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '测试员')`,
    ),
    number: database.prepare(
      `INSERT INTO case_numbers (case_id, position, kind, number) VALUES (?, 0, 'court', ?)`,
    ),
    parties: database.prepare(
      `INSERT INTO parties (case_id, position, role, kind, name, id_kind, id_number, phones)
       VALUES (?, 0, 'applicant', ?, ?, ?, ?, ?), (?, 1, 'respondent', ?, ?, ?, ?, ?)`,
    ),
    closing: database.prepare('INSERT INTO closings (case_id, code, closed_on, partly) VALUES (?, ?, ?, ?)'),
    agreement: database.prepare(
      `INSERT INTO agreements (case_id, form, agreed_fen, signed_on) VALUES (?, 'written', ?, ?)`,
    ),
    payment: database.prepare(
      `INSERT INTO payments (case_id, paid_on, amount_fen, basis) VALUES (?, ?, ?, 'ledger')`,
    ),
    confirmation: database.prepare(
      'INSERT INTO judicial_confirmations (case_id, confirmed_on) VALUES (?, ?)',
    ),
    doubt: database.prepare(
      `INSERT INTO doubts (case_id, code, sentence, raised_at) VALUES (?, 'synthetic', '请核对收案日期。', ?)`,
    ),
    figures: database.prepare(
      `INSERT INTO case_figures VALUES (${Array.from({ length: 18 }, () => '?').join(', ')})`,
    ),
    search: database.prepare('INSERT INTO case_search (rowid, tokens) VALUES (?, ?)'),
  };
}
