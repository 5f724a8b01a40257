import { expect, test } from 'vitest';
import { closeRegister, openRegister } from '../../src/main/register/open.ts';
import type { Command } from '../../src/main/register/query.ts';
import { RegisterBusy, transact } from '../../src/main/register/transact.ts';
import { createWriteTurn } from '../../src/main/write-turn.ts';
import { temporaryFolder } from '../support/offices.ts';

const command: Command = {
  id: 'c1',
  name: 'test.write',
  at: '2026-11-20T04:00:00.000Z',
  staffName: '测试员',
};

function addStaff(name: string) {
  return { name, post: null };
}

test('a command that changes the register without an event is undone whole', async () => {
  const register = openRegister(temporaryFolder());
  await expect(
    transact(register, command, (db) => db.run(db.insertInto('staff').values(addStaff('丁某')))),
  ).rejects.toThrow('without an event');
  expect(register.readable.all(register.readable.selectFrom('staff').selectAll())).toEqual([]);
  closeRegister(register);
});

test('a command that throws leaves nothing, neither its rows nor its events', async () => {
  const register = openRegister(temporaryFolder());
  await expect(
    transact(register, command, (db) => {
      const { id } = db.run(db.insertInto('staff').values(addStaff('丁某')));
      db.event({ subject: 'staff', subjectId: id, what: 'saved' });
      throw new Error('in the middle');
    }),
  ).rejects.toThrow('in the middle');
  expect(register.readable.plain('SELECT * FROM staff')).toEqual([]);
  expect(register.readable.plain('SELECT * FROM events')).toEqual([]);
  closeRegister(register);
});

test('recorded events and issued documents never change, not even by REPLACE', async () => {
  const register = openRegister(temporaryFolder());
  await transact(register, command, (db) => {
    const { id } = db.run(db.insertInto('staff').values(addStaff('丁某')));
    db.event({ subject: 'staff', subjectId: id, what: 'saved' });
  });
  const attempts = [
    `UPDATE events SET staff_name = '别人'`,
    'DELETE FROM events',
    `INSERT OR REPLACE INTO events (id, command_id, command, at, staff_name, subject, subject_id, what)
       VALUES (1, 'x', 'x', 'x', '别人', 'staff', 1, 'x')`,
  ];
  for (const sql of attempts) expect(() => register.database.exec(sql), sql).toThrow('events never');
  closeRegister(register);
});

test('commits are durable: synchronous stays FULL after the first write', async () => {
  const register = openRegister(temporaryFolder());
  await transact(register, command, (db) => {
    const { id } = db.run(db.insertInto('staff').values(addStaff('丁某')));
    db.event({ subject: 'staff', subjectId: id, what: 'saved' });
  });
  expect(register.database.pragma('synchronous', { simple: true })).toBe(2);
  expect(register.database.pragma('journal_mode', { simple: true })).toBe('wal');
  closeRegister(register);
});

test('a query that would write throws at run time too', () => {
  const register = openRegister(temporaryFolder());
  expect(() => register.readable.plain(`INSERT INTO staff (name) VALUES ('丁某')`)).toThrow('may only read');
  closeRegister(register);
});

test('another process that holds the register for long gives a typed refusal, a short hold is waited for', async () => {
  const folder = temporaryFolder();
  const ours = openRegister(folder);
  const other = openRegister(folder);
  const write = () =>
    transact(ours, command, (db) => {
      const { id } = db.run(db.insertInto('staff').values(addStaff(`某${Math.random()}`)));
      db.event({ subject: 'staff', subjectId: id, what: 'saved' });
    });
  other.database.exec('BEGIN IMMEDIATE');
  let ticks = 0;
  const ticking = setInterval(() => {
    ticks += 1;
  }, 20);
  await expect(write()).rejects.toBeInstanceOf(RegisterBusy);
  clearInterval(ticking);
  expect(ticks, 'the loop went on while the command waited').toBeGreaterThan(30);
  setTimeout(() => other.database.exec('ROLLBACK'), 300);
  await write();
  closeRegister(other);
  closeRegister(ours);
});

test('the write turn lets one in at a time, in order, and passes on after a failure', async () => {
  const turn = createWriteTurn();
  const order: string[] = [];
  async function work(name: string, fails: boolean): Promise<void> {
    const passOn = await turn.take();
    try {
      order.push(`${name} begins`);
      await Promise.resolve();
      if (fails) throw new Error(name);
    } finally {
      order.push(`${name} ends`);
      passOn();
    }
  }
  await Promise.allSettled([work('first', true), work('second', false), work('third', false)]);
  expect(order).toEqual([
    'first begins',
    'first ends',
    'second begins',
    'second ends',
    'third begins',
    'third ends',
  ]);
  await turn.idle();
});
