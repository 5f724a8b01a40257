import { randomUUID } from 'node:crypto';
import { attachmentStore } from '../../src/main/attachments/store.ts';
import { createOffice } from '../../src/main/office.ts';
import { insertAttachment } from '../../src/main/register/attachments.ts';
import { openRegister } from '../../src/main/register/open.ts';
import { transact } from '../../src/main/register/transact.ts';
import { aCase, aCompany, aPerson } from '../support/builders.ts';
import { aScan, attach } from '../support/scans.ts';

/**
 * The process that is killed while it attaches one scan after another, and says each that the office has acknowledged.
 * The control `rowFirst` writes the row down before the file has its place, and must be caught.
 */
const [dataDir = '', mode = 'honest'] = process.argv.slice(2);
const office = await createOffice({ dataDir });
const client = office.client(office.openSession({ name: '被打断的人' }));
const { id: caseId } = await client.cases.register({
  facts: aCase(),
  parties: [aPerson(), aCompany()],
  draftId: null,
});

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function attachRowFirst(scan: Uint8Array<ArrayBuffer>): Promise<void> {
  const store = attachmentStore(dataDir);
  const upload = randomUUID();
  await store.append(upload, 0, new Blob([scan]));
  const register = openRegister(dataDir);
  const digest = await crypto.subtle.digest('SHA-256', scan);
  const sha256 = Buffer.from(digest).toString('hex');
  const command = { id: upload, name: 'control', at: new Date().toISOString(), staffName: '被打断的人' };
  await transact(register, command, (db) => {
    insertAttachment(db, {
      caseId,
      sha256,
      size: scan.byteLength,
      type: 'application/pdf',
      name: '签字页.pdf',
      documentId: null,
      paperId: null,
    });
    db.event({ subject: 'case', subjectId: caseId, what: 'attachmentAdded' });
  });
  register.database.close();
  await store.keep(upload);
}

say('ready');
for (let seed = process.pid; ; seed += 1) {
  const scan = aScan(300_000, seed);
  if (mode === 'rowFirst') await attachRowFirst(scan);
  else say(`attached ${(await attach(client, caseId, scan)).sha256}`);
}
