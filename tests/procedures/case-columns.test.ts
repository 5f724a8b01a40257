import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseLife } from '#shared/domain/case-life.ts';
import { casePeriod } from '#shared/domain/case-period.ts';
import { closings } from '#shared/domain/closing.ts';
import { addDays, type LocalDate, localDate } from '#shared/domain/local-date.ts';
import { obligationsOf, performanceOf } from '#shared/domain/performance.ts';
import { standstillsOf } from '#shared/domain/period.ts';
import { restCalendars } from '../../src/main/register/calendars.ts';
import { movesOfCase } from '../../src/main/register/moves.ts';
import { closeRegister, openBeside, openRegister } from '../../src/main/register/open.ts';
import type { Connection } from '../../src/main/register/query.ts';
import { readSetting } from '../../src/main/register/settings.ts';
import { columnsOf } from '../../src/main/register/statistics/columns.ts';
import { readAtOnce } from '../../src/main/register/transact.ts';
import { caseIdOf } from '../../src/main/register/values.ts';
import { decoded, freshColumns } from '../support/columns.ts';
import { type Lived, manyLives } from './many-lives.ts';

/** A run that failed is repeated with its seed: COLUMNS_SEED=… npx vitest … */
const seed = Number(process.env.COLUMNS_SEED ?? Date.now() % 1_000_000_000);

describe(`the columns of a register with random histories (seed ${seed})`, () => {
  let lived: Lived;
  let other: Connection | undefined;
  let compared = 0;
  const different: number[] = [];

  /** Follows what the office writes through another connection, and now and then reads all of it anew. */
  function beside(dataDir: string): () => void {
    const connection = openBeside(dataDir);
    other = connection;
    let days = 0;
    return () => {
      const followed = readAtOnce(connection, columnsOf);
      days += 1;
      if (days % 10 !== 0) return;
      compared += 1;
      try {
        expect(decoded(followed)).toEqual(freshColumns(dataDir));
      } catch (error) {
        different.push(days);
        if (different.length === 1) throw error;
      }
    };
  }

  beforeAll(async () => {
    lived = await manyLives(seed, 170, 30, beside);
  }, 300_000);
  afterAll(async () => {
    other?.database.close();
    await lived?.close();
  });

  test('after more than a thousand commands of another connection they are what is read anew', () => {
    const connection = other as Connection;
    const [commands] = connection.readable.rows<[number]>(
      'SELECT count(DISTINCT command_id) FROM events',
    )[0] ?? [0];
    expect(commands).toBeGreaterThan(1000);
    expect(compared).toBeGreaterThan(50);
    expect(different).toEqual([]);
    const followed = decoded(columnsOf(connection.readable));
    expect(followed).toEqual(freshColumns(lived.dataDir));
    expect(followed.size).toBeGreaterThan(150);
  });

  test('the histories leave something to compare', () => {
    const cases = [...decoded(columnsOf((other as Connection).readable)).values()];
    const some = (holds: (one: (typeof cases)[number]) => boolean) => cases.filter(holds).length;
    for (const name of ['ended', 'confirmed', 'applied', 'due'] as const) {
      expect(
        some(({ days }) => days[name] !== null),
        name,
      ).toBeGreaterThan(0);
    }
    expect(some(({ flags }) => flags.includes('imported'))).toBeGreaterThan(0);
    expect(some(({ flags }) => flags.includes('confirmable'))).toBeGreaterThan(0);
    expect(some(({ payments }) => payments.length > 0)).toBeGreaterThan(0);
  });

  test('what the court was asked, what was paid, and when the period ended are what the case page says', async () => {
    const register = openRegister(lived.dataDir);
    const db = register.readable;
    const { value: settings } = readSetting(db, 'period');
    const calendars = restCalendars(db);
    const columns = decoded(columnsOf(db));
    for (const id of lived.ids) {
      const detail = await lived.client.cases.get({ id });
      const column = columns.get(id);
      expect(column === undefined, `case ${id}`).toBe(detail.removed !== null);
      if (column === undefined) continue;
      const { facts, closing } = detail;
      expect(column.parties).toBe(detail.parties.length);
      expect(column.marks.toSorted()).toEqual(facts.marks.toSorted());
      expect(column.flags.includes('noProperty')).toBe(facts.claim.kind === 'noProperty');
      expect(column.codes).toMatchObject({
        district: facts.district,
        source: facts.source,
        studio: facts.studioId,
      });

      const steps = db
        .plain<{ matter: string; step: string; taken_on: string }>(
          'SELECT matter, step, taken_on FROM after_steps WHERE case_id = ? AND cancelled_at IS NULL',
          id,
        )
        .toSorted((one, next) => (one.taken_on < next.taken_on ? -1 : 1));
      const first = (matter: string, step: string) =>
        steps.find((each) => each.matter === matter && each.step === step)?.taken_on ?? null;
      expect(column.days, `case ${id}`).toMatchObject({
        applied: first('confirmation', 'apply'),
        rejected: first('confirmation', 'reject'),
        enforced: first('enforcement', 'apply'),
      });
      expect(column.flags.includes('confirmable'), `case ${id}`).toBe(
        facts.channel !== 'B' && (closing?.code === 'C11' || closing?.code === 'C12'),
      );

      const life = caseLife(movesOfCase(db, caseIdOf(id)));
      const closedOn = closing?.closedOn ?? null;
      const suspensions = life.suspensions.flatMap((one) => {
        if (closedOn === null) return [one];
        if (one.from > closedOn) return [];
        return [{ ...one, to: one.to === undefined || one.to > closedOn ? closedOn : one.to }];
      });
      const { channel, procedureKind, receivedOn } = facts;
      const period = casePeriod(
        { channel, procedureKind, receivedOn },
        { ...life, suspensions },
        settings,
        calendars,
      );
      expect(column.days.due, `case ${id}`).toBe(period?.kind === 'determined' ? period.endsOn : null);
      const still = standstillsOf(suspensions, settings.stoppingGrounds);
      let suspended = 0;
      const last =
        still
          .flatMap(({ to }) => (to === undefined ? [] : [to]))
          .toSorted()
          .at(-1) ?? null;
      for (let on: LocalDate | null = receivedOn; on !== null && last !== null && on < last; ) {
        on = addDays(on, 1);
        const counted: LocalDate = on;
        if (still.some(({ from, to }) => to !== undefined && from <= counted && counted <= to))
          suspended += 1;
      }
      expect(column.suspendedDays, `case ${id}`).toBe(suspended);
    }
    closeRegister(register);
  });

  test('the day on which an agreement is performed is that of its last obligation', async () => {
    const columns = decoded(columnsOf((other as Connection).readable));
    for (const id of lived.ids) {
      const column = columns.get(id);
      if (column === undefined) continue;
      const { agreement, payments, closing } = await lived.client.cases.get({ id });
      const counts =
        closing !== null &&
        closings[closing.code].outcome === 'success' &&
        agreement !== null &&
        (agreement.agreedFen ?? 0) > 0;
      if (!counts || agreement === null || closing === null) {
        expect(column.days, `case ${id}`).toMatchObject({ performanceDue: null, performed: null });
        continue;
      }
      const obligations = obligationsOf(agreement);
      const days = obligations.map(({ dueOn }) => dueOn);
      const last = days.includes(null) ? null : (days.toSorted().at(-1) ?? null);
      // Nothing is due before the closing that it counts with; what was performed at once was due by it.
      const atOnce = closing.code === 'C13' ? closing.closedOn : null;
      const due = last !== null && last < closing.closedOn ? closing.closedOn : (last ?? atOnce);
      expect(column.days.performanceDue, `case ${id}`).toBe(due);
      const whole = [{ term: 1, instalment: null, payers: [], payees: [], purpose: null, dueOn: null }];
      const { agreedFen } = agreement;
      const asOne = whole.flatMap((one) => (agreedFen === null ? [] : [{ ...one, amountFen: agreedFen }]));
      const { obligations: done } = performanceOf(asOne, payments, localDate('2026-11-20'));
      expect(column.days.performed, `case ${id}`).toBe(done[0]?.paidOn ?? null);
    }
  });
});
