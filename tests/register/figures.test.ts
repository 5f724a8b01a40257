import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createOffice } from '../../src/main/office.ts';
import { verifyRegister } from '../../src/main/procedures/verify.ts';
import { casesWithWrongFigures, refreshFigures } from '../../src/main/register/figures.ts';
import { migrations } from '../../src/main/register/migrate.ts';
import { closeRegister, openRegister } from '../../src/main/register/open.ts';
import type { Connection } from '../../src/main/register/query.ts';
import { transact } from '../../src/main/register/transact.ts';
import { temporaryFolder } from '../support/offices.ts';
import { aPlainCase, type PlainCase, writePlainCases, writePlainWorld } from '../support/plain-register.ts';

let register: Connection;
let dataDir: string;
const command = { id: 'a', name: 'test.figures', at: '2026-11-20T04:00:00.000Z', staffName: '测试员' };

beforeEach(async () => {
  dataDir = temporaryFolder();
  await (await createOffice({ dataDir })).close();
  register = openRegister(dataDir);
  register.database.exec(`DELETE FROM courts; DELETE FROM cause_places;`);
  writePlainWorld(register);
  const opened = register;
  onTestFinished(() => closeRegister(opened));
});

/** The cases as the facts give them: nothing is put into their rows besides. */
async function theseCases(...cases: readonly Partial<PlainCase>[]): Promise<void> {
  writePlainCases(
    register,
    cases.map((facts) => aPlainCase({ parties: 0, ...facts })),
  );
  const all = cases.map((_, place) => place + 1);
  await transact(register, command, (db) => refreshFigures(db, all), false);
}

/** Runs plain SQL over case 1 and gives its derived row anew. */
async function derivedAfter(sql: string): Promise<Record<string, unknown>> {
  register.database.exec(sql);
  await transact(register, command, (db) => refreshFigures(db, [1]), false);
  expect(casesWithWrongFigures(register.readable)).toEqual([]);
  return (
    register.readable.plain<Record<string, unknown>>('SELECT * FROM case_figures WHERE case_id = 1')[0] ?? {}
  );
}

const agreed = { ending: { on: '2024-03-20', code: 'C11', partly: false }, agreedFen: 1000 } as const;

function step(matter: string, code: string, day: string, cancelled = 'NULL'): string {
  return `INSERT INTO after_steps (case_id, matter, step, taken_on, cancelled_at, cancelled_reason)
    VALUES (1, '${matter}', '${code}', '${day}', ${cancelled}, ${cancelled});`;
}
function payment(day: string | null, fen: number, cancelled = 'NULL'): string {
  return `INSERT INTO payments (case_id, paid_on, amount_fen, basis, cancelled_at, cancelled_reason)
    VALUES (1, ${day === null ? 'NULL' : `'${day}'`}, ${fen}, 'entered', ${cancelled}, ${cancelled});`;
}
function term(position: number, due: string | null, onSigning = 0): string {
  return `INSERT INTO agreement_terms (id, case_id, position, kind, amount_fen, on_signing, due_on)
    VALUES (${position + 1}, 1, ${position}, 'payment', 500, ${onSigning}, ${due === null ? 'NULL' : `'${due}'`});`;
}
const signed = `UPDATE agreements SET signed_on = '2024-03-19';`;

describe('what follows a closing, in the row of a case', () => {
  beforeEach(() => theseCases(agreed, {}));

  test('the first application and the first refusal that stand tell the day', async () => {
    const row = await derivedAfter(
      step('confirmation', 'apply', '2024-03-25', "'x'") +
        step('confirmation', 'apply', '2024-04-01') +
        step('confirmation', 'reject', '2024-04-20') +
        step('confirmation', 'apply', '2024-05-02') +
        step('confirmation', 'refuse', '2024-05-05') +
        step('enforcement', 'apply', '2024-06-01'),
    );
    expect(row).toMatchObject({
      applied_on: '2024-04-01',
      rejected_on: '2024-04-20',
      enforced_on: '2024-06-01',
    });
  });

  test('the last day of performance is that of the latest term, an instalment before its term', async () => {
    expect(await derivedAfter(signed + term(0, '2024-05-01') + term(1, null, 1))).toMatchObject({
      performance_due_on: '2024-05-01',
    });
    const instalment = `INSERT INTO instalments (term_id, position, due_on, amount_fen) VALUES (1, 0, '2024-08-01', 500);`;
    expect(await derivedAfter(instalment)).toMatchObject({ performance_due_on: '2024-08-01' });
  });

  test('where one term has no day, or there are no terms, the last day is not known', async () => {
    expect(await derivedAfter('')).toMatchObject({ performance_due_on: null });
    expect(await derivedAfter(term(0, '2024-05-01') + term(1, null))).toMatchObject({
      performance_due_on: null,
    });
  });

  test('performed is the day on which the payments that stand reached the sum', async () => {
    expect(await derivedAfter(payment('2024-04-01', 600))).toMatchObject({ performed_on: null });
    expect(await derivedAfter(payment('2024-04-02', 400, "'x'"))).toMatchObject({ performed_on: null });
    expect(await derivedAfter(payment(null, 400))).toMatchObject({ performed_on: null, paid_fen: 1000 });
    expect(await derivedAfter(payment('2024-05-01', 400))).toMatchObject({ performed_on: '2024-05-01' });
    expect(await derivedAfter(payment('2024-03-20', 400))).toMatchObject({ performed_on: '2024-04-01' });
  });

  test.each([
    ['A', 'C11', 1],
    ['C', 'C12', 1],
    ['B', 'C11', 0],
    ['A', 'C13', 0],
    ['A', 'C24', 0],
  ])('channel %s closed by %s: an agreement that may be confirmed %i', async (channel, code, confirmable) => {
    const row = await derivedAfter(
      `UPDATE cases SET channel = '${channel}' WHERE id = 1; UPDATE closings SET code = '${code}';`,
    );
    expect(row).toMatchObject({ confirmable });
  });

  test('an open case has nothing of it', async () => {
    expect(await derivedAfter('DELETE FROM closings;')).toMatchObject({
      confirmable: 0,
      performance_due_on: null,
      performed_on: null,
      ended_on: null,
    });
  });
});

function move(code: string, day: string, detail: object): string {
  return `INSERT INTO case_moves (case_id, move, from_status, to_status, moved_on, detail, recorded_at, recorded_by)
    VALUES (1, '${code}', 'mediating', 'mediating', '${day}', '${JSON.stringify(detail)}', '2024-04-01T00:00:00.000Z', '测试员');`;
}

describe('the period of mediation, in the row of a case', () => {
  const appraisal = { ground: 'appraisal', reportedTo: null, note: null };
  beforeEach(() => theseCases({ receivedOn: '2024-03-04' }, {}));

  test('it ends thirty days after the receipt, on a working day', async () => {
    expect(await derivedAfter('')).toMatchObject({ due_on: '2024-04-03', suspended_days: 0 });
  });

  test('a case without a receipt has none, nor has one whose procedure is not known', async () => {
    const unknown = `UPDATE cases SET channel = 'B', procedure_kind = NULL WHERE id = 1;`;
    expect(await derivedAfter(unknown)).toMatchObject({ due_on: null });
    const summary = `UPDATE cases SET procedure_kind = 'summary' WHERE id = 1;`;
    expect(await derivedAfter(summary)).toMatchObject({ due_on: '2024-03-11' });
    const unreceived = 'UPDATE cases SET received_on = NULL, received_basis = NULL WHERE id = 1;';
    expect(await derivedAfter(unreceived)).toMatchObject({ due_on: null, suspended_days: 0 });
  });

  test('a suspension moves it; while it stands there is no last day, and a closing ends it', async () => {
    expect(await derivedAfter(move('suspend', '2024-03-10', appraisal))).toMatchObject({
      due_on: null,
      suspended_days: 0,
    });
    const closing = `INSERT INTO closings (case_id, code, closed_on, partly) VALUES (1, 'C24', '2024-03-19', 0);
      UPDATE cases SET status = 'closed' WHERE id = 1;`;
    // Ten days off the count, of which the closing day is the last.
    expect(await derivedAfter(closing)).toMatchObject({ due_on: '2024-04-15', suspended_days: 10 });
    const reopened = `DELETE FROM closings; UPDATE cases SET status = 'mediating' WHERE id = 1;`;
    expect(await derivedAfter(reopened + move('resume', '2024-03-11', { note: null }))).toMatchObject({
      due_on: '2024-04-07',
      suspended_days: 2,
    });
  });
});

test('marks, parties and what tells cases apart stand in the row', async () => {
  await theseCases({ claimFen: null });
  const row = await derivedAfter(
    `UPDATE cases SET marks = '["minor","enterprise","minor"]', district = '样例旗' WHERE id = 1;
     INSERT INTO parties (case_id, position, role, kind, name) VALUES (1, 0, 'applicant', 'naturalPerson', '甲样例'),
       (1, 1, 'respondent', 'naturalPerson', '乙样例');`,
  );
  expect(row).toMatchObject({
    marks: 1 + 8,
    parties: 2,
    district: '样例旗',
    no_property: 1,
    imported: 0,
    registered_on: '2024-03-01',
    studio_id: null,
    organisation_id: null,
  });
});

describe('verify', () => {
  const wrong = {
    registered_on: `'2020-01-01'`,
    studio_id: '9',
    organisation_id: '9',
    district: `'别旗'`,
    marks: '32',
    parties: '7',
    no_property: '1',
    imported: '1',
    confirmable: '0',
    applied_on: `'2024-04-01'`,
    rejected_on: `'2024-04-01'`,
    performance_due_on: `'2024-04-09'`,
    performed_on: `'2024-04-01'`,
    enforced_on: `'2024-04-01'`,
    due_on: `'2024-04-09'`,
    suspended_days: '3',
    paid_fen: '5',
  };
  test.each(Object.entries(wrong))(
    'names the case whose %s is not what the facts give',
    async (column, value) => {
      await theseCases({}, agreed);
      const about = () =>
        verifyRegister(register, dataDir).problems.filter(({ what }) => what === '统计行与案件事实不一致');
      expect(about()).toEqual([]);
      register.database.exec(`UPDATE case_figures SET ${column} = ${value} WHERE case_id = 2`);
      expect(about()).toEqual([{ what: '统计行与案件事实不一致', caseId: 2 }]);
    },
  );
});

test('a case without its row, and the row of a removed case, are found', async () => {
  await theseCases({}, agreed, {});
  register.database.exec(`DELETE FROM case_figures WHERE case_id = 1;
    UPDATE cases SET removed_at = '2026-11-20T04:00:00.000Z', removed_reason = '重复登记' WHERE id = 3;`);
  expect(casesWithWrongFigures(register.readable)).toEqual([1, 3]);
});

test('a register of an older program gets its rows with the first start', async () => {
  const folder = temporaryFolder();
  const older = openRegister(folder, migrations().slice(0, 3));
  older.database.exec(`
    INSERT INTO cases (id, uid, internal_prefix, internal_year, internal_sequence, status, channel, source, received_on,
      received_basis, claim_kind, registered_on, registered_by)
    VALUES (1, 'one', '测政调', 2024, 1, 'accepted', 'A', 'other', '2024-03-04', 'ledger', 'noProperty', '2024-03-01', '测'),
      (2, 'two', '测政调', 2024, 2, 'registered', 'A', 'other', NULL, NULL, 'noProperty', '2024-03-01', '测');
    INSERT INTO case_figures (case_id, listed_on, status, received_on, partly, channel, source, paid_fen, doubts)
    VALUES (1, '2024-03-04', 'accepted', '2024-03-04', 0, 'A', 'other', 0, 0),
      (2, '2024-03-01', 'registered', NULL, 0, 'A', 'other', 0, 0);`);
  closeRegister(older);
  await (await createOffice({ dataDir: folder })).close();
  const now = openRegister(folder);
  onTestFinished(() => closeRegister(now));
  expect(
    now.readable.plain('SELECT case_id, due_on, no_property FROM case_figures ORDER BY case_id'),
  ).toEqual([
    { case_id: 1, due_on: '2024-04-03', no_property: 1 },
    { case_id: 2, due_on: null, no_property: 1 },
  ]);
  expect(casesWithWrongFigures(now.readable)).toEqual([]);
  expect(now.readable.plain(`SELECT matter FROM case_dates WHERE case_id = 1`)).toEqual([
    { matter: 'period' },
  ]);
});
