import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import type { OfficeClient } from '#shared/contract/index.ts';
import type { SettingSubject, Settings } from '#shared/domain/settings.ts';
import { office, query } from '../../api.ts';
import { usePageKeys } from '../../components/page-keys.ts';

export type KeptSettings = Awaited<ReturnType<OfficeClient['settings']['all']>>;
type ChosenSubject = Extract<SettingSubject, keyof KeptSettings>;
type Change = Parameters<OfficeClient['settings']['save']>[0]['change'];
type Edited = { readonly [Subject in ChosenSubject]?: Settings[Subject] };

/** The same whatever the order in which its fields were set. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

const same = (one: unknown, other: unknown) => canonical(one) === canonical(other);

/**
 * The office's choices while they are edited. Each subject is saved on the version that was there when its first change
 * was made: whoever saved in between is not overwritten unseen. `lacks` keeps what cannot be read from being saved.
 */
export function useChoices(kept: KeptSettings, lacks: string | null) {
  const { message } = App.useApp();
  const cache = useQueryClient();
  const [edited, setEdited] = useState<Edited>({});
  const [versions, setVersions] = useState<Partial<Record<ChosenSubject, number | null>>>({});
  const changed = (Object.keys(edited) as ChosenSubject[]).filter(
    (subject) => !same(edited[subject], kept[subject].value),
  );
  const forget = () => {
    setEdited({});
    setVersions({});
  };
  const save = useMutation({
    mutationFn: async () => {
      for (const subject of changed) {
        const version = versions[subject] ?? null;
        await office.settings.save({ version, change: { subject, value: edited[subject] } as Change });
      }
    },
    onSuccess: async () => {
      // What is shown next is what was saved: no flash of the choice before it.
      await cache.invalidateQueries({ queryKey: query.settings.key() });
      forget();
      message.success('已保存');
    },
  });
  const submit = () => {
    if (changed.length > 0 && lacks === null && !save.isPending) save.mutate();
  };
  usePageKeys({ save: submit });
  return {
    valueOf: <Subject extends ChosenSubject>(subject: Subject): Settings[Subject] =>
      (edited[subject] as Settings[Subject] | undefined) ?? (kept[subject].value as Settings[Subject]),
    choose: <Subject extends ChosenSubject>(subject: Subject, value: Settings[Subject]) => {
      setVersions((now) => (subject in now ? now : { ...now, [subject]: kept[subject].version }));
      setEdited((now) => ({ ...now, [subject]: value }));
    },
    changed: changed.length > 0,
    saving: save.isPending,
    error: save.error,
    submit,
    giveUp: () => {
      forget();
      save.reset();
    },
  };
}

export type Choices = ReturnType<typeof useChoices>;
