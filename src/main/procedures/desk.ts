import type { StaffId } from '#shared/contract/ids.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { AttachmentStore } from '../attachments/store.ts';
import type { InstalledFonts } from '../fonts/installed.ts';
import type { Connection } from '../register/query.ts';
import type { Reference } from '../resources.ts';
import type { Tasks } from '../tasks.ts';
import type { WriteTurn } from '../write-turn.ts';

/** The native shell of a host; browser mode and the command line have none. Replaced in tests. */
export type Shell = {
  readonly abilities: {
    readonly saveDialog: boolean;
    readonly openWith: boolean;
    readonly print: boolean;
    readonly pdf: boolean;
  };
  save(file: File): Promise<{ saved: boolean; name: string | null }>;
  /** Copies the file into a private folder and opens it with the system's program. */
  open(file: File): Promise<void>;
  print(): Promise<{ printed: boolean; failure: string | null }>;
  /** Makes a PDF of the page that is shown and asks where to save it. */
  savePdf(name: string): Promise<{ saved: boolean; name: string | null; failure: string | null }>;
};

/** One connection to the office: a window, a browser, a command. */
export type OfficeSession = {
  /** Who is at work there; nobody until they say so. */
  atWork: { readonly id: StaffId | null; readonly name: string } | null;
};

/** What the procedures work with; made once by `createOffice`. */
export type Desk = {
  readonly register: Connection;
  readonly turn: WriteTurn;
  readonly reference: Reference;
  readonly tasks: Tasks;
  /** The files of scans and photographs. */
  readonly attachments: AttachmentStore;
  readonly shell: Shell | null;
  readonly dataDir: string;
  readonly demo: boolean;
  readonly programVersion: string;
  now(): Date;
  /** What fonts this machine has, read from the fonts themselves. */
  installedFonts(): Promise<InstalledFonts>;
  /** The date in Asia/Shanghai. */
  today(): LocalDate;
  newId(): string;
  /** Tells those who listen that the register has changed. */
  changed(): void;
  changes(signal: AbortSignal | undefined): AsyncGenerator<{ sequence: number }, void, void>;
};

/** What a procedure is handed beside its database and its input. */
export type Context = { readonly session: OfficeSession };
