import {
  defaultSettings,
  type SettingSubject,
  type Settings,
  settingSchemas,
} from '#shared/domain/settings.ts';
import type { ReadableDb } from './query.ts';

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
  const row = db.first(db.selectFrom('settings').select(['value', 'version']).where('subject', '=', subject));
  if (row === undefined) return { value: defaultSettings[subject], version: null };
  return {
    value: settingSchemas[subject].parse(JSON.parse(row.value)) as Settings[Subject],
    version: row.version,
  };
}
