import type { CaseMark } from '#shared/domain/case-mark.ts';
import type { CaseSource, Channel } from '#shared/domain/channel.ts';
import type { ClosingCode } from '#shared/domain/closing.ts';
import { refreshFigures } from '../../src/main/register/figures.ts';
import type { Connection } from '../../src/main/register/query.ts';

/** A case as plain facts, for counting by hand and in loops. */
export type PlainCase = {
  readonly registeredOn: string;
  readonly receivedOn: string | null;
  readonly ending: { readonly on: string; readonly code: ClosingCode; readonly partly: boolean } | null;
  readonly channel: Channel;
  /** 1 to 3; see `plainWorld`. */
  readonly court: number | null;
  /** 1 to 4; see `plainWorld`. */
  readonly cause: number | null;
  /** 1 to 5; see `plainWorld`. */
  readonly mediator: number | null;
  readonly sector: string | null;
  readonly claimFen: number | null;
  readonly agreedFen: number | null;
  readonly payments: readonly {
    readonly fen: number;
    readonly cancelled: boolean;
    /** Null where nobody knows the day. */
    readonly on?: string | null;
  }[];
  readonly confirmedOn: string | null;
  readonly removed: boolean;
  readonly source: CaseSource;
  /** 1 or 2; see `plainWorld`. */
  readonly studio: number | null;
  /** 1 or 2; see `plainWorld`. */
  readonly organisation: number | null;
  readonly district: string | null;
  readonly marks: readonly CaseMark[];
  readonly parties: number;
  /** Without an amount: whether there is no property in dispute, or it is not stated. */
  readonly noProperty: boolean;
  readonly appliedOn: string | null;
  readonly rejectedOn: string | null;
  readonly enforcedOn: string | null;
  /** The only day on which something has to be paid. */
  readonly termOn: string | null;
  /** The last day of the period of mediation, put into the derived row as it is. */
  readonly dueOn: string | null;
  /** Whether it carries a number of the court's platform. */
  readonly platform?: boolean;
  /** Who assisted; see `plainWorld`. */
  readonly assisting?: readonly number[];
};

export function aPlainCase(facts: Partial<PlainCase> = {}): PlainCase {
  return {
    registeredOn: '2024-03-01',
    receivedOn: '2024-03-01',
    ending: null,
    channel: 'A',
    court: 1,
    cause: 1,
    mediator: 1,
    sector: '经济',
    claimFen: 100_00,
    agreedFen: null,
    payments: [],
    confirmedOn: null,
    removed: false,
    source: 'courtFilingDivision',
    studio: null,
    organisation: null,
    district: null,
    marks: [],
    parties: 2,
    noProperty: true,
    appliedOn: null,
    rejectedOn: null,
    enforcedOn: null,
    termOn: null,
    dueOn: null,
    ...facts,
  };
}

/** Two editions of one cause; three mediators of one name, two of them of one sector. */
export const plainWorld = {
  courts: ['甲区人民法院', '乙旗人民法院', '丙县人民法院'],
  causes: [
    { edition: '2025', name: '买卖合同纠纷' },
    { edition: '2020', name: '买卖合同纠纷' },
    { edition: '2025', name: '民间借贷纠纷' },
    { edition: '2020', name: '离婚纠纷' },
  ],
  mediators: [
    { name: '丁调解', sector: '经济' },
    { name: '戊调解', sector: '教育' },
    { name: '戊调解', sector: '工商联' },
    { name: '戊调解', sector: '工商联' },
    { name: '己调解', sector: null },
  ],
  studios: ['甲调解室', '乙调解室'],
  organisations: ['甲调解中心', '乙调解委员会'],
  places: [
    {
      name: '买卖合同纠纷',
      group: 'sale',
      level1: '合同、准合同纠纷',
      level2: '合同纠纷',
      level3: '买卖合同纠纷',
    },
    {
      name: '民间借贷纠纷',
      group: 'lending',
      level1: '合同、准合同纠纷',
      level2: '合同纠纷',
      level3: '借款合同纠纷',
    },
  ],
} as const;

/** Fills an empty register's lists with courts, causes and mediators, numbered from 1 as they stand in `plainWorld`. */
export function writePlainWorld({ database }: Connection): void {
  for (const [index, name] of plainWorld.courts.entries()) {
    database
      .prepare(`INSERT INTO courts (id, name, short_name, level) VALUES (?, ?, ?, 'basic')`)
      .run(index + 1, `某市${name}`, name);
  }
  for (const [index, { edition, name }] of plainWorld.causes.entries()) {
    database.prepare('INSERT INTO causes (id, edition, name) VALUES (?, ?, ?)').run(index + 1, edition, name);
  }
  for (const [index, { name, sector }] of plainWorld.mediators.entries()) {
    database
      .prepare('INSERT INTO mediators (id, uid, name, sector) VALUES (?, ?, ?, ?)')
      .run(index + 1, `mediator-${index}`, name, sector);
  }
  for (const [index, name] of plainWorld.studios.entries()) {
    database.prepare('INSERT INTO studios (id, name) VALUES (?, ?)').run(index + 1, name);
  }
  for (const [index, name] of plainWorld.organisations.entries()) {
    database
      .prepare(`INSERT INTO organisations (id, name, kind) VALUES (?, ?, 'invitedMediation')`)
      .run(index + 1, name);
  }
  for (const { name, group, level1, level2, level3 } of plainWorld.places) {
    database
      .prepare('INSERT INTO cause_places (name, cause_group, level1, level2, level3) VALUES (?, ?, ?, ?, ?)')
      .run(name, group, level1, level2, level3);
  }
}

let written = 0;

/** Tables of what hangs on a case, emptied before new cases are written. */
const ofCases = [
  'case_figures',
  'judicial_confirmations',
  'payments',
  'agreement_terms',
  'agreements',
  'after_steps',
  'parties',
  'case_numbers',
  'closings',
  'cases',
];

/** Replaces the register's cases by these, with ids from 1 and derived rows as the register derives them. */
export function writePlainCases(register: Connection, cases: readonly PlainCase[]): void {
  const { database } = register;
  const command = { id: '', name: 'test.plain', at: '2026-11-20T04:00:00.000Z', staffName: '测试员' };
  command.id = `plain-${written}`;
  written += 1;
  const db = register.writable(command, () => {});
  database.exec('BEGIN');
  const before = database.prepare('SELECT coalesce(max(id), 0) FROM cases').pluck().get() as number;
  for (const table of ofCases) database.exec(`DELETE FROM ${table}`);
  for (const [index, facts] of cases.entries()) {
    const id = index + 1;
    const run = (sql: string, ...values: readonly (string | number | null)[]) =>
      database.prepare(sql).run(...values);
    run(
      `INSERT INTO cases (id, uid, internal_prefix, internal_year, internal_sequence, status, channel, court_id,
         received_on, received_basis, cause_id, claim_kind, claim_fen, mediator_id, sector, registered_on, registered_by,
         removed_at, removed_reason, source, studio_id, organisation_id, district, marks, assisting)
       VALUES (?, ?, '测政调', 2024, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '测试员', ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      `case-${id}`,
      id,
      facts.ending === null ? 'accepted' : 'closed',
      facts.channel,
      facts.court,
      facts.receivedOn,
      facts.receivedOn === null ? null : 'ledger',
      facts.cause,
      facts.claimFen !== null ? 'amount' : facts.noProperty ? 'noProperty' : 'notStated',
      facts.claimFen,
      facts.mediator,
      facts.sector,
      facts.registeredOn,
      facts.removed ? '2026-11-20T04:00:00.000Z' : null,
      facts.removed ? '重复登记' : null,
      facts.source,
      facts.studio,
      facts.organisation,
      facts.district,
      JSON.stringify(facts.marks),
      JSON.stringify(facts.assisting ?? []),
    );
    if (facts.platform === true) {
      run(
        `INSERT INTO case_numbers (case_id, position, kind, number) VALUES (?, 1, 'platform', ?)`,
        id,
        `平台${id}`,
      );
    }
    if (facts.ending !== null) {
      const { code, on, partly } = facts.ending;
      run(
        'INSERT INTO closings (case_id, code, closed_on, partly) VALUES (?, ?, ?, ?)',
        id,
        code,
        on,
        partly ? 1 : 0,
      );
    }
    if (facts.agreedFen !== null) {
      run(`INSERT INTO agreements (case_id, form, agreed_fen) VALUES (?, 'written', ?)`, id, facts.agreedFen);
    }
    if (facts.termOn !== null) {
      run(
        `INSERT INTO agreement_terms (case_id, position, kind, payers, payees, amount_fen, due_on)
         VALUES (?, 1, 'payment', '[]', '[]', 1, ?)`,
        id,
        facts.termOn,
      );
    }
    for (let position = 1; position <= facts.parties; position += 1) {
      run(
        `INSERT INTO parties (case_id, position, role, kind, name) VALUES (?, ?, 'applicant', 'naturalPerson', '测试人')`,
        id,
        position,
      );
    }
    const step = (matter: string, name: string, on: string | null) => {
      if (on === null) return;
      run(
        'INSERT INTO after_steps (case_id, matter, step, taken_on) VALUES (?, ?, ?, ?)',
        id,
        matter,
        name,
        on,
      );
    };
    step('confirmation', 'apply', facts.appliedOn);
    step('confirmation', 'reject', facts.rejectedOn);
    step('enforcement', 'apply', facts.enforcedOn);
    for (const { fen, cancelled, on = null } of facts.payments) {
      run(
        `INSERT INTO payments (case_id, paid_on, amount_fen, basis, cancelled_at) VALUES (?, ?, ?, 'entered', ?)`,
        id,
        on,
        fen,
        cancelled ? '2026-11-20T04:00:00.000Z' : null,
      );
    }
    if (facts.confirmedOn !== null) {
      run('INSERT INTO judicial_confirmations (case_id, confirmed_on) VALUES (?, ?)', id, facts.confirmedOn);
    }
    refreshFigures(db, [id]);
    run('UPDATE case_figures SET due_on = ? WHERE case_id = ?', facts.dueOn, id);
  }
  // The columns follow the events: also of the cases that were here before.
  for (let id = 1; id <= Math.max(before, cases.length); id += 1) {
    db.event({ subject: 'case', subjectId: id, what: 'registered' });
  }
  database.exec('COMMIT');
}
