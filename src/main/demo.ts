import { readFile } from 'node:fs/promises';
import { fillAgreements } from './demo/agreements.ts';
import type { Office } from './office.ts';
import { Refused } from './refusal.ts';

const ledger = new URL('../../resources/demo/ledger-2024.xlsx', import.meta.url);

/** Who is at work in the demo; the mark 演示 stands in every event. */
export const demoStaffName = '演示员（演示）';

/**
 * Fills an empty demo register from last year's ledger, through the same import that an office uses, and gives the newest
 * agreements what a ledger does not tell, so that they can be printed.
 */
export async function fillDemo(office: Office): Promise<void> {
  const client = office.client(office.openSession({ name: demoStaffName }));
  const overview = await client.office.overview();
  if (overview.cases > 0) {
    return;
  }
  await client.office.begin({ name: demoStaffName });
  const { version, ...profile } = overview.profile;
  const { id: organisationId } = await client.office.saveOrganisation({
    id: null,
    version: null,
    organisation: {
      name: '样例联动调解委员会（演示）',
      kind: 'invitedMediation',
      address: '鄂尔多斯市东胜区演示路1号（编造）',
      phone: '0477-0000000',
      active: true,
    },
  });
  await client.office.saveProfile({
    version,
    profile: {
      ...profile,
      name: '联动调解办公室（演示）',
      numberPrefix: '演示调',
      reportingUnit: '联动调解办公室（演示）',
      head: '演示负责人',
      reviewer: '演示审核人',
      preparer: demoStaffName,
      phone: '0477-0000000',
      courtId: overview.courts.find(({ shortName }) => shortName === '东胜区人民法院')?.id ?? null,
      organisationId,
    },
  });
  const file = new File([new Uint8Array(await readFile(ledger))], 'ledger-2024.xlsx');
  const task = await client.imports.run({ file, mapping: null });
  for await (const _ of task) {
    // The result is in the register; how far it is, is over in seconds.
  }
  if ((await client.office.overview()).cases === 0) {
    throw new Refused('演示台账没有导入成功。');
  }
  await fillAgreements(client);
}
