import {
  defaultSettings,
  type SettingSubject,
  type Settings,
  settingSchemas,
} from '#shared/domain/settings.ts';
import type { ReadableDb, WritableDb } from './query.ts';

export type KeptSetting<Subject extends SettingSubject> = {
  readonly value: Settings[Subject];
  /** null: the default holds. */
  readonly version: number | null;
};

/** One choice of the office; the default of design.md §6 where nobody has made it. */
export function readSetting<Subject extends SettingSubject>(
  db: ReadableDb,
  subject: Subject,
): KeptSetting<Subject> {
  // Plain SQL: every command that touches a case asks for one.
  const row = db.plain<{ value: string; version: number }>(
    'SELECT value, version FROM settings WHERE subject = ?',
    subject,
  )[0];
  if (row === undefined) return { value: defaultSettings[subject], version: null };
  return {
    value: settingSchemas[subject].parse(JSON.parse(row.value)) as Settings[Subject],
    version: row.version,
  };
}

/** Keeps a choice; the new version, or undefined when somebody else chose since `version` was read. */
export function saveSetting<Subject extends SettingSubject>(
  db: WritableDb,
  subject: Subject,
  version: number | null,
  value: Settings[Subject],
): number | undefined {
  if (readSetting(db, subject).version !== version) return undefined;
  const next = (version ?? 0) + 1;
  const values = { value: JSON.stringify(value), version: next };
  db.run(
    db
      .insertInto('settings')
      .values({ subject, ...values })
      .onConflict((conflict) => conflict.column('subject').doUpdateSet(values)),
  );
  return next;
}
