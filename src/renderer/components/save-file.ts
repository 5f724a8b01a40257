import { office } from '../api.ts';

/**
 * Hands a file to the person: through the system's dialog, or as a download where the host has none.
 * Returns the name under which it was saved, null where the person changed their mind.
 */
export async function saveFile(file: File): Promise<string | null> {
  const { saveDialog } = await office.shell.abilities();
  if (saveDialog) {
    const { saved, name } = await office.shell.save({ file });
    return saved ? (name ?? file.name) : null;
  }
  const address = URL.createObjectURL(file);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = file.name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return file.name;
}

/** Prints the page that is shown: through the host, or the browser's own dialog. Returns what went wrong, or null. */
export async function printPage(): Promise<string | null> {
  const { print } = await office.shell.abilities();
  if (print) {
    return (await office.shell.print()).failure;
  }
  window.print();
  return null;
}

/**
 * Keeps the page that is shown as a PDF, as it would be printed; only where the host can. Says under which name it was
 * saved (null where the person changed their mind) or what went wrong.
 */
export async function savePdf(
  name: string,
): Promise<{ readonly name: string | null; readonly failure: string | null }> {
  return office.shell.savePdf({ name });
}
