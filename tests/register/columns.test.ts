import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { defaultPeriodSettings } from '#shared/domain/period.ts';
import { createOffice } from '../../src/main/office.ts';
import { closeRegister, openBeside, openRegister } from '../../src/main/register/open.ts';
import type { Connection, WritableDb } from '../../src/main/register/query.ts';
import { columnsOf, handOver, takeOver, warmColumns } from '../../src/main/register/statistics/columns.ts';
import { readAtOnce, transact } from '../../src/main/register/transact.ts';
import { ledger, run } from '../procedures/ledger-files.ts';
import { aCase, aPerson } from '../support/builders.ts';
import { decoded, freshColumns } from '../support/columns.ts';
import { anOffice, temporaryFolder } from '../support/offices.ts';
import { aPlainCase, writePlainCases, writePlainWorld } from '../support/plain-register.ts';

let dataDir: string;
let register: Connection;
const paid = [{ fen: 500, cancelled: false }];

beforeEach(async () => {
  dataDir = temporaryFolder();
  await (await createOffice({ dataDir })).close();
  register = openRegister(dataDir);
  const opened = register;
  onTestFinished(() => closeRegister(opened));
  register.database.exec('DELETE FROM courts; DELETE FROM cause_places;');
  writePlainWorld(register);
  writePlainCases(
    register,
    Array.from({ length: 20 }, (_, place) => aPlainCase({ mediator: (place % 5) + 1, payments: paid })),
  );
});

function command(carryOut: (db: WritableDb) => void): Promise<void> {
  const identity = { id: 'a', name: 'test.columns', at: '2026-11-20T04:00:00.000Z', staffName: '测试员' };
  return transact(register, { ...identity, id: `${performance.now()}` }, carryOut);
}

/** Plain SQL over a case, with the event that every command leaves. */
function amend(caseId: number, sql: string): Promise<void> {
  return command((db) => {
    db.runPlain(sql, caseId);
    db.event({ subject: 'case', subjectId: caseId, what: 'amended' });
  });
}

const remove = `UPDATE cases SET removed_at = '2026-11-20T04:00:00.000Z', removed_reason = '重复登记' WHERE id = ?`;
const restore = 'UPDATE cases SET removed_at = NULL, removed_reason = NULL WHERE id = ?';

test('a command is in the columns as soon as it is over, here and in another connection', async () => {
  const other = openBeside(dataDir);
  onTestFinished(() => void other.database.close());
  columnsOf(register.readable);
  columnsOf(other.readable);
  await amend(3, `UPDATE cases SET sector = '教育', district = '样例旗' WHERE id = ?`);
  for (const connection of [register, other]) {
    const found = decoded(readAtOnce(connection, columnsOf));
    expect(found.get(3)?.codes).toMatchObject({ sector: '教育', district: '样例旗' });
    expect(found).toEqual(freshColumns(dataDir));
  }
});

test('a removed case is in no row and none of its payments counts; restored it is there again', async () => {
  columnsOf(register.readable);
  for (const caseId of [1, 20, 7]) {
    await amend(caseId, remove);
    const found = decoded(columnsOf(register.readable));
    expect(found.has(caseId)).toBe(false);
    expect(found).toEqual(freshColumns(dataDir));
  }
  expect(columnsOf(register.readable).count).toBe(17);
  expect(columnsOf(register.readable).payments.count).toBe(17);
  await amend(20, restore);
  await amend(
    1,
    `INSERT INTO payments (case_id, paid_on, amount_fen, basis) VALUES (?, '2024-04-01', 0, 'entered')`,
  );
  const found = decoded(columnsOf(register.readable));
  expect(found.get(20)?.payments).toEqual(['null 500']);
  expect(found).toEqual(freshColumns(dataDir));
});

test('a command that is rolled back changes nothing, also where it counted itself', async () => {
  const before = decoded(columnsOf(register.readable));
  const failing = command((db) => {
    expect(decoded(columnsOf(db))).toEqual(before);
    db.runPlain(`UPDATE cases SET sector = '教育' WHERE id = ?`, 3);
    db.event({ subject: 'case', subjectId: 3, what: 'amended' });
    throw new Error('it did not work out');
  });
  await expect(failing).rejects.toThrow('did not work out');
  expect(decoded(columnsOf(register.readable))).toEqual(before);
  await amend(4, `UPDATE cases SET sector = '教育' WHERE id = ?`);
  expect(decoded(columnsOf(register.readable))).toEqual(freshColumns(dataDir));
});

test('a command that has already written may not count', async () => {
  for (const known of [false, true]) {
    if (known) columnsOf(register.readable);
    const counting = command((db) => {
      db.event({ subject: 'case', subjectId: 3, what: 'amended' });
      columnsOf(db);
    });
    await expect(counting).rejects.toThrow('count before it writes');
  }
});

test('where much has changed at once everything is read anew', async () => {
  const many = Array.from({ length: 300 }, () => aPlainCase({ payments: paid }));
  writePlainCases(register, many);
  columnsOf(register.readable);
  await command((db) => {
    for (let id = 1; id <= 250; id += 1) {
      db.runPlain(`UPDATE cases SET sector = '教育' WHERE id = ?`, id);
      db.event({ subject: 'case', subjectId: id, what: 'amended' });
    }
  });
  expect(decoded(columnsOf(register.readable))).toEqual(freshColumns(dataDir));
});

test('cases that come in make room for themselves', async () => {
  columnsOf(register.readable);
  let id = 20;
  for (let batch = 0; batch < 8; batch += 1) {
    await command((db) => {
      for (const last = id + 150; id < last; ) {
        id += 1;
        db.runPlain(
          `INSERT INTO cases (id, uid, internal_prefix, internal_year, internal_sequence, status, channel, source,
             claim_kind, registered_on, registered_by)
           VALUES (?, ? || 'th', '测政调', 2025, ?, 'registered', 'A', 'other', 'noProperty', '2025-03-01', '测试员')`,
          id,
          id,
          id,
        );
        db.runPlain(`INSERT INTO payments (case_id, amount_fen, basis) VALUES (?, 7, 'entered')`, id);
        db.event({ subject: 'case', subjectId: id, what: 'registered' });
      }
    });
    columnsOf(register.readable);
  }
  expect(columnsOf(register.readable).count).toBe(1220);
  expect(decoded(columnsOf(register.readable))).toEqual(freshColumns(dataDir));
});

test('read piece by piece they are what is read at once, with what happened meanwhile', async () => {
  const many = Array.from({ length: 1500 }, () => aPlainCase({ payments: paid }));
  writePlainCases(register, many);
  const warming = warmColumns(register);
  await new Promise((resolve) => setTimeout(resolve, 303));
  await amend(2, remove);
  await amend(1400, `UPDATE cases SET sector = '教育' WHERE id = ?`);
  await warming;
  expect(decoded(columnsOf(register.readable))).toEqual(freshColumns(dataDir));
});

test('a connection that takes columns over follows the register from there', async () => {
  const other = openBeside(dataDir);
  onTestFinished(() => void other.database.close());
  columnsOf(register.readable);
  const handed = await handOver(register);
  if (handed === null) throw new Error('The columns were read.');
  await amend(2, remove);
  await amend(3, `UPDATE cases SET sector = '教育' WHERE id = ?`);
  takeOver(other, structuredClone(handed.columns, { transfer: handed.buffers }));
  // Outside of every command, so that only who reads it anew could know of it.
  register.database.exec('UPDATE case_figures SET sector = NULL WHERE case_id = 20');
  const taken = decoded(columnsOf(other.readable));
  expect(taken.get(3)?.codes.sector).toBe('教育');
  expect(taken).toEqual(decoded(columnsOf(register.readable)));
  await amend(20, remove);
  await amend(2, restore);
  expect(decoded(columnsOf(other.readable))).toEqual(freshColumns(dataDir));
});

test('columns are not handed over before they are read, nor when they change meanwhile', async () => {
  expect(await handOver(register)).toBeNull();
  columnsOf(register.readable);
  const handing = handOver(register);
  await amend(3, remove);
  columnsOf(register.readable);
  expect(await handing).toBeNull();
  expect(await handOver(register)).not.toBeNull();
});

test('warming ends when the register is closed', async () => {
  const other = openBeside(dataDir);
  const warming = warmColumns(other);
  other.database.close();
  await expect(warming).resolves.toBeUndefined();
});

test('an import is in the columns, and gone from them when it is undone', async () => {
  const { client, dataDir: folder } = await anOffice();
  await client.cases.register({ facts: aCase(), parties: [aPerson()], draftId: null });
  const beside = openBeside(folder);
  onTestFinished(() => void beside.database.close());
  expect(columnsOf(beside.readable).count).toBe(1);
  const rows = Array.from({ length: 30 }, (_, place) => ({ claim: `${place + 1}` }));
  const { id } = await run(client, ledger(...rows));
  if (id === null) throw new Error('The ledger was imported.');
  expect(columnsOf(beside.readable).count).toBe(31);
  expect(decoded(columnsOf(beside.readable))).toEqual(freshColumns(folder));
  await client.imports.undo({ id, reason: '导错了' });
  expect(columnsOf(beside.readable).count).toBe(1);
  expect(decoded(columnsOf(beside.readable))).toEqual(freshColumns(folder));
});

test('when the office counts its periods otherwise, the last days follow', async () => {
  const { client, dataDir: folder } = await anOffice();
  const facts = aCase({ channel: 'A', receivedOn: '2026-11-02' as never });
  const { id } = await client.cases.register({ facts, parties: [aPerson()], draftId: null });
  const beside = openBeside(folder);
  onTestFinished(() => void beside.database.close());
  const due = () => decoded(columnsOf(beside.readable)).get(id)?.days.due;
  expect(due()).toBe('2026-12-02');
  const value = { ...defaultPeriodSettings, countStartDay: true };
  await client.settings.save({ version: null, change: { subject: 'period', value } });
  expect(due()).toBe('2026-12-01');
  expect(decoded(columnsOf(beside.readable))).toEqual(freshColumns(folder));
  expect(await client.office.verify()).toMatchObject({ ok: true });
});
