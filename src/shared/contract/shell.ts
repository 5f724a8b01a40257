import { z } from 'zod';
import { copiedDocumentsSchema } from './documents.ts';
import { attachmentIdSchema, documentIdSchema } from './ids.ts';
import { procedure } from './procedure.ts';

/** What the host can do beyond a page: dialogs, printing, the system's word processor. Browser mode can do none of it. */
export const shell = {
  abilities: procedure.output(
    z.object({ saveDialog: z.boolean(), openWith: z.boolean(), print: z.boolean(), pdf: z.boolean() }),
  ),
  /** Asks where to save the file and saves it; `saved` is false where the person changed their mind. */
  save: procedure
    .input(z.object({ file: z.file() }))
    .output(z.object({ saved: z.boolean(), name: z.string().nullable() })),
  /** Opens an issued document with Word or WPS, as a copy in a private folder. */
  openDocument: procedure.input(z.object({ id: documentIdSchema })).output(z.object({ opened: z.boolean() })),
  /** Opens issued documents as one file with Word or WPS; see `documents.combine`. */
  openDocuments: procedure
    .input(z.object({ documents: copiedDocumentsSchema }))
    .output(z.object({ opened: z.boolean() })),
  /** Opens a scan with the system's program for it, as a copy in a private folder. */
  openAttachment: procedure
    .input(z.object({ id: attachmentIdSchema }))
    .output(z.object({ opened: z.boolean() })),
  /** Prints the page that is shown, through the system's dialog. */
  print: procedure.output(z.object({ printed: z.boolean(), failure: z.string().nullable() })),
  /** Keeps the page that is shown as a PDF, as it would be printed, where the person says; browser mode cannot. */
  savePdf: procedure.input(z.object({ name: z.string().min(1).max(300) })).output(
    z.object({
      saved: z.boolean(),
      name: z.string().nullable(),
      /** Why there is no PDF, in words; null where there is one, or where the person changed their mind. */
      failure: z.string().nullable(),
    }),
  ),
};
