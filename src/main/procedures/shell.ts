import { contract } from '#shared/contract/index.ts';
import { readDocument } from '../register/documents.ts';
import { fileOfAttachment } from './attachments.ts';
import { combinedFile, fileOfIssued } from './documents.ts';
import { found } from './errors.ts';
import { query, task } from './kinds.ts';

const procedures = contract.shell;

/** What the host's native shell can do; a host without one can do none of it and says so. */
export const shell = {
  abilities: query(
    procedures.abilities,
    (_db, _input, { desk }) =>
      desk.shell?.abilities ?? { saveDialog: false, openWith: false, print: false, pdf: false },
  ),
  save: task(
    procedures.save,
    async ({ file }, { desk }) => (await desk.shell?.save(file)) ?? { saved: false, name: null },
  ),
  openDocument: task(procedures.openDocument, async ({ id }, { desk }) => {
    if (desk.shell === null) return { opened: false };
    const issued = found(readDocument(desk.register.readable, id), 'document');
    await desk.shell.open(fileOfIssued(desk.register.readable, issued));
    return { opened: true };
  }),
  openDocuments: task(procedures.openDocuments, async ({ documents }, at, signal) => {
    if (at.desk.shell === null) return { opened: false };
    const { file, apart } = await combinedFile(documents, at, signal);
    for (const one of [...(file === null ? [] : [file]), ...apart.map((each) => each.file)]) {
      await at.desk.shell.open(one);
    }
    return { opened: true };
  }),
  openAttachment: task(procedures.openAttachment, async ({ id }, { desk }) => {
    if (desk.shell === null) return { opened: false };
    await desk.shell.open(await fileOfAttachment(desk, id));
    return { opened: true };
  }),
  print: task(
    procedures.print,
    async (_input, { desk }) => (await desk.shell?.print()) ?? { printed: false, failure: null },
  ),
  savePdf: task(
    procedures.savePdf,
    async ({ name }, { desk }) =>
      (await desk.shell?.savePdf(name)) ?? {
        saved: false,
        name: null,
        failure: '在浏览器里请用打印窗口的“另存为 PDF”。',
      },
  ),
};
