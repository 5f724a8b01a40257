import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

const thisMachine: Machine = { platform: process.platform, home: homedir(), environment: process.env };

/**
 * The folder of the register where no `--data` is given: the same for every host, the demo's always another one.
 * `MEDIATION_OFFICE_DATA` names another, for an office that keeps its register where it backs up.
 */
export function defaultDataDir(options: { readonly demo: boolean }, machine: Machine = thisMachine): string {
  const chosen = machine.environment.MEDIATION_OFFICE_DATA;
  if (chosen !== undefined && chosen !== '') {
    return resolve(options.demo ? `${chosen}-demo` : chosen);
  }
  return join(programFolder(machine), options.demo ? 'demo' : 'register');
}

/** Whether a folder holds a register; for those who only read one and must not make another by a mistyped name. */
export function hasRegister(dataDir: string): boolean {
  try {
    return (statSync(join(dataDir, 'register.db'), { throwIfNoEntry: false })?.size ?? 0) > 0;
  } catch {
    // What cannot be looked into is for the opening to refuse, with its own sentence.
    return true;
  }
}

/** Where programs keep this account's data. */
function programFolder({ platform, home, environment }: Machine): string {
  if (platform === 'win32') {
    return join(environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'MediationOffice');
  }
  if (platform === 'darwin') {
    return join(home, 'Library', 'Application Support', 'MediationOffice');
  }
  return join(environment.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'mediation-office');
}
