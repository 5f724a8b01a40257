import { expect, onTestFinished, test } from 'vitest';
import { agreementPaper } from '#shared/contract/documents.ts';
import { fillDemo } from '../../src/main/demo.ts';
import { createOffice } from '../../src/main/office.ts';
import { aFilter } from '../support/builders.ts';
import { clockAt, temporaryFolder } from '../support/offices.ts';

const withPaper = ['C11', 'C13', 'C14', 'C15'];

test('the agreements of the newest demo cases can be printed, and say that they are a demonstration', async () => {
  const dataDir = temporaryFolder();
  const office = await createOffice({ dataDir, demo: true, clock: clockAt('2026-11-20') });
  onTestFinished(() => office.close());
  await fillDemo(office);
  const client = office.client(office.openSession({ name: '演示甲' }));
  const filter = aFilter({ statuses: ['closed'] });
  const { rows } = await client.cases.list({ filter, after: null, limit: 200 });
  const agreed = rows.filter(
    ({ closingCode, agreedFen }) => withPaper.includes(closingCode ?? '') && (agreedFen ?? 0) > 0,
  );
  const newest = agreed.slice(0, 50);
  expect(newest).toHaveLength(50);
  for (const { id, agreedFen } of newest) {
    const { missing, checks, content } = await client.documents.preview({
      caseId: id,
      paper: agreementPaper,
    });
    // What is said of a cause is said of a real case too.
    expect([...missing, ...checks].filter(({ field }) => field !== 'cause')).toEqual([]);
    expect(JSON.stringify(content)).toContain('样例联动调解委员会（演示）');
    expect((await client.cases.get({ id })).agreement).toMatchObject({ agreedFen });
  }
  const [first] = newest;
  if (first === undefined) throw new Error('The demo has cases.');
  const { file } = await client.documents.issue({ caseId: first.id, paper: agreementPaper });
  expect(file.size).toBeGreaterThan(5000);
  expect(await client.office.verify()).toMatchObject({ ok: true, cases: 865 });
  await fillDemo(office);
  expect(await client.office.overview()).toMatchObject({ cases: 865, organisations: [{ active: true }] });
});
