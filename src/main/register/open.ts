import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { type Migration, migrate, migrations } from './migrate.ts';
import { type Connection, connect } from './query.ts';

/** 'TJAA': marks a file as one of ours before anything is written to it. */
export const applicationId = 0x544a4141;
/** SQLite before 3.51.3 could corrupt a WAL database that two connections write and checkpoint (trust.md §1). */
const oldestSqlite = [3, 51, 3] as const;

export type RefusedRegister =
  | 'tooNew'
  | 'foreignFile'
  | 'networkFolder'
  | 'oldSqlite'
  | 'notWritable'
  | 'damaged'
  | 'notBroughtForward';

const sentences: Record<RefusedRegister, string> = {
  tooNew: '这个登记簿是用更新版本的程序写的。请安装新版本后再打开；登记簿没有改动。',
  foreignFile: '数据文件夹里的 register.db 不是本程序的登记簿。请换一个文件夹；该文件没有改动。',
  networkFolder: '登记簿不能放在网络共享或同步文件夹里，否则可能损坏。请放在本机硬盘上。',
  oldSqlite: '程序自带的数据库组件版本过低，不能安全保存登记簿。请重新安装程序。',
  notWritable: '数据文件夹不能写入。请检查文件夹权限，或换一个文件夹。',
  damaged: '登记簿文件已损坏，程序没有对它做任何改动。请用最近的备份恢复，损坏的文件请保留。',
  notBroughtForward:
    '登记簿升级到这个版本时出错，程序没有打开它。出错的一步已全部撤回，原有内容都在。请确认磁盘还有空间，再打开一次；仍不行请联系维护人员，数据文件夹里的文件（包括升级前的副本 register-before-v….db）都不要删除。',
};

/** The register cannot be opened; `sentence` says so to a person, `cause` is what went wrong inside. Nothing is lost. */
export class RegisterRefused extends Error {
  readonly reason: RefusedRegister;
  readonly sentence: string;
  constructor(reason: RefusedRegister, cause?: unknown) {
    super(sentences[reason], { cause });
    this.reason = reason;
    this.sentence = sentences[reason];
  }
}

// CIFS, SMB2, NFS and FUSE (sync folders mount by FUSE): WAL needs shared memory of one host (trust.md T-10).
const networkFileSystems = new Set([0xff534d42, 0xfe534d42, 0x6969, 0x65735546]);

/** Whether a folder lies on a network or synced file system, where SQLite's WAL is not safe. */
export function isNetworkFolder(
  folder: string,
  fileSystemType = (path: string) => statfsSync(path).type,
): boolean {
  if (folder.startsWith('\\\\')) return true;
  return networkFileSystems.has(fileSystemType(folder) >>> 0);
}

function refuseOldSqlite(database: Database): void {
  const row = database.prepare('SELECT sqlite_version() AS version').get() as { version: string };
  const found = row.version.split('.').map(Number);
  for (const [index, needed] of oldestSqlite.entries()) {
    const part = found[index] ?? 0;
    if (part > needed) return;
    if (part < needed) throw new RegisterRefused('oldSqlite');
  }
}

function refuseForeignFile(file: string): void {
  if (!existsSync(file)) return;
  const header = Buffer.alloc(16);
  const descriptor = openSync(file, 'r');
  try {
    const length = readSync(descriptor, header, 0, 16, 0);
    if (length > 0 && !header.toString('latin1').startsWith('SQLite format 3'))
      throw new RegisterRefused('foreignFile');
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Makes the register's file, which holds the parties' numbers and addresses, for its owner alone, before SQLite would
 * make it by the process's umask; the log takes its mode. A folder that was set up for a group of accounts (setgid and
 * writable to the group, trust.md §3) gets a file for that group. What exists keeps its mode.
 */
function makeRegisterFile(folder: string, file: string): void {
  if (existsSync(file)) return;
  const forGroup = (statSync(folder).mode & 0o2020) === 0o2020;
  makeFile(file, forGroup ? 0o660 : 0o600);
}

/** Makes an empty file with just this mode, whatever the umask; leaves one that another process has made meanwhile. */
function makeFile(file: string, mode: number): void {
  try {
    const descriptor = openSync(file, 'wx', mode);
    fchmodSync(descriptor, mode);
    closeSync(descriptor);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
}

/** Settings of every connection (trust.md §3): the driver's own default would lose commits at a power cut. */
function configure(database: Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('recursive_triggers = ON');
  database.pragma('temp_store = MEMORY');
  database.pragma('secure_delete = ON');
  database.pragma('mmap_size = 0');
  database.pragma('wal_autocheckpoint = 1000');
  // 32 MiB for each of the two connections of a process: with 64 an import took the program over 300 MiB.
  database.pragma('cache_size = -32768');
}

/** Asserts FULL after a write, because the driver weakens it after the first one (trust.md 0.1). */
function assertDurable(database: Database): void {
  database.pragma('synchronous = FULL');
  if (database.pragma('synchronous', { simple: true }) !== 2) throw new RegisterRefused('oldSqlite');
}

function copyBeforeMigration(database: Database, file: string, from: number): void {
  const copy = join(dirname(file), `register-before-v${from + 1}.db`);
  const unfinished = `${copy}.unfinished`;
  rmSync(unfinished, { force: true });
  makeFile(unfinished, statSync(file).mode & 0o777);
  try {
    database.prepare('VACUUM INTO ?').run(unfinished);
    const check = new SqliteDatabase(unfinished, { readonly: true });
    try {
      if (check.pragma('integrity_check', { simple: true }) !== 'ok') throw new RegisterRefused('damaged');
    } finally {
      check.close();
    }
    const descriptor = openSync(unfinished, 'r+');
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(unfinished, copy);
  } finally {
    // Half a copy is no copy, and on a full disk it takes the room that is wanted.
    rmSync(unfinished, { force: true });
  }
}

/** Brings the register forward; whatever stops a migration has been rolled back, and the person is told so. */
function bringForward(database: Database, file: string, list: readonly Migration[]): void {
  try {
    migrate(database, (from) => copyBeforeMigration(database, file, from), list);
  } catch (error) {
    if (error instanceof RegisterRefused || refusalOf(error) !== undefined) throw error;
    throw new RegisterRefused('notBroughtForward', error);
  }
}

/** What SQLite's and the system's errors say about a register. */
function refusalOf(error: unknown): RefusedRegister | undefined {
  const code = (error as { code?: string }).code ?? '';
  if (/^SQLITE_(READONLY|CANTOPEN|PERM)|^(EACCES|EPERM|EROFS)$/.test(code)) return 'notWritable';
  if (/^SQLITE_NOTADB/.test(code)) return 'foreignFile';
  return /^SQLITE_CORRUPT/.test(code) ? 'damaged' : undefined;
}

function withRefusals<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal !== undefined) throw new RegisterRefused(refusal);
    throw error;
  }
}

/**
 * Opens the register in a data folder, makes it where there is none, and brings it forward through `list`. Throws
 * `RegisterRefused` before any write for a newer register, a file that is not ours, a network folder, or a folder that
 * cannot be written, and after everything was rolled back for a migration that fails.
 */
export function openRegister(dataDir: string, list: readonly Migration[] = migrations()): Connection {
  return withRefusals(() => {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (isNetworkFolder(dataDir)) throw new RegisterRefused('networkFolder');
    const file = join(dataDir, 'register.db');
    refuseForeignFile(file);
    makeRegisterFile(dataDir, file);
    const database = new SqliteDatabase(file, { timeout: 5000 });
    try {
      refuseOldSqlite(database);
      const mark = database.pragma('application_id', { simple: true }) as number;
      const tables = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get() as {
        count: number;
      };
      if (mark !== applicationId && (mark !== 0 || tables.count > 0))
        throw new RegisterRefused('foreignFile');
      if ((database.pragma('user_version', { simple: true }) as number) > list.length) {
        throw new RegisterRefused('tooNew');
      }
      configure(database);
      if (mark === 0) database.pragma(`application_id = ${applicationId}`);
      assertDurable(database);
      bringForward(database, file, list);
      assertDurable(database);
      // From here on waiting for another process is the write turn's, which waits without blocking the loop.
      database.pragma('busy_timeout = 20');
    } catch (error) {
      database.close();
      throw error;
    }
    return connect(database);
  });
}

/** Opens a second connection to a register that the office has already opened: for a worker thread. */
export function openBeside(dataDir: string): Connection {
  const database = new SqliteDatabase(join(dataDir, 'register.db'), { fileMustExist: true, timeout: 20 });
  configure(database);
  assertDurable(database);
  return connect(database);
}

/** Moves the log into the register and closes it. */
export function closeRegister(connection: Connection): void {
  if (!connection.database.open) return;
  connection.database.pragma('optimize');
  connection.database.pragma('wal_checkpoint(TRUNCATE)');
  connection.database.close();
}
