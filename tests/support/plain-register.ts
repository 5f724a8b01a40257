import type { Channel } from '#shared/domain/channel.ts';
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
  readonly payments: readonly { readonly fen: number; readonly cancelled: boolean }[];
  readonly confirmedOn: string | null;
  readonly removed: boolean;
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
}

/** Replaces the register's cases by these, with ids from 1 and derived rows as the register derives them. */
export function writePlainCases(register: Connection, cases: readonly PlainCase[]): void {
  const { database } = register;
  const command = { id: 'plain', name: 'test.plain', at: '2026-11-20T04:00:00.000Z', staffName: '测试员' };
  const db = register.writable(command, () => {});
  database.exec('BEGIN');
  for (const table of [
    'case_figures',
    'judicial_confirmations',
    'payments',
    'agreements',
    'closings',
    'cases',
  ]) {
    database.exec(`DELETE FROM ${table}`);
  }
  for (const [index, facts] of cases.entries()) {
    const id = index + 1;
    const run = (sql: string, ...values: readonly (string | number | null)[]) =>
      database.prepare(sql).run(...values);
    run(
      `INSERT INTO cases (id, uid, internal_prefix, internal_year, internal_sequence, status, channel, source, court_id,
         received_on, received_basis, cause_id, claim_kind, claim_fen, mediator_id, sector, registered_on, registered_by,
         removed_at, removed_reason)
       VALUES (?, ?, '测政调', 2024, ?, ?, ?, 'other', ?, ?, ?, ?, ?, ?, ?, ?, ?, '测试员', ?, ?)`,
      id,
      `case-${id}`,
      id,
      facts.ending === null ? 'accepted' : 'closed',
      facts.channel,
      facts.court,
      facts.receivedOn,
      facts.receivedOn === null ? null : 'ledger',
      facts.cause,
      facts.claimFen === null ? 'noProperty' : 'amount',
      facts.claimFen,
      facts.mediator,
      facts.sector,
      facts.registeredOn,
      facts.removed ? '2026-11-20T04:00:00.000Z' : null,
      facts.removed ? '重复登记' : null,
    );
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
    for (const { fen, cancelled } of facts.payments) {
      run(
        `INSERT INTO payments (case_id, amount_fen, basis, cancelled_at) VALUES (?, ?, 'entered', ?)`,
        id,
        fen,
        cancelled ? '2026-11-20T04:00:00.000Z' : null,
      );
    }
    if (facts.confirmedOn !== null) {
      run('INSERT INTO judicial_confirmations (case_id, confirmed_on) VALUES (?, ?)', id, facts.confirmedOn);
    }
    refreshFigures(db, [id]);
  }
  database.exec('COMMIT');
}
