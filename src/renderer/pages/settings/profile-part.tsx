import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { OfficeProfile } from '#shared/contract/office.ts';
import { formatInternalNumber } from '#shared/domain/internal-number.ts';
import { query } from '../../api.ts';
import { courtChoice } from '../../components/case-form/court-choice.ts';
import { ListField } from '../../components/fields/choice-field.tsx';
import { moveOnWithEnter } from '../../components/fields/move-on.ts';
import { TextField } from '../../components/fields/text-field.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { useOverview } from '../../components/office-facts.tsx';
import { Section } from '../../components/page.tsx';
import { usePageKeys } from '../../components/page-keys.ts';
import { ErrorLine } from '../../components/states.tsx';
import { LeavingPart } from './leaving-part.tsx';
import styles from './settings.module.css';

/** Space to be filled in by hand. */
const blank = '＿＿＿＿';

type Words = 'name' | 'numberPrefix' | 'reportingUnit' | 'head' | 'reviewer' | 'preparer' | 'phone';

const same = (one: OfficeProfile, other: OfficeProfile) =>
  (Object.keys(one) as (keyof OfficeProfile)[]).every((key) => one[key] === other[key]);

function trimmed(profile: OfficeProfile): OfficeProfile {
  const word = (text: string | null) => (text === null || text.trim() === '' ? null : text.trim());
  return {
    name: word(profile.name),
    numberPrefix: word(profile.numberPrefix),
    reportingUnit: word(profile.reportingUnit),
    head: word(profile.head),
    reviewer: word(profile.reviewer),
    preparer: word(profile.preparer),
    phone: word(profile.phone),
    courtId: profile.courtId,
    organisationId: profile.organisationId,
  };
}

/** Who the office is: its name, its numbers, what stands at the foot of its reports, whose seal its agreements bear. */
export function ProfilePart() {
  const { profile: stored, courts, organisations, today } = useOverview();
  const { message } = App.useApp();
  const { version: storedVersion, ...storedFacts } = stored;
  const [edited, setEdited] = useState<{ readonly version: number; readonly profile: OfficeProfile } | null>(
    null,
  );
  const profile = edited?.profile ?? storedFacts;
  const changed = edited !== null && !same(trimmed(edited.profile), storedFacts);
  const save = useMutation({
    ...query.office.saveProfile.mutationOptions(),
    onSuccess: () => {
      setEdited(null);
      message.success('已保存');
    },
  });
  // The version that the first change was made on: whoever saved in between is not overwritten unseen.
  const edit = (change: Partial<OfficeProfile>) =>
    setEdited({ version: edited?.version ?? storedVersion, profile: { ...profile, ...change } });
  const submit = () => {
    if (edited !== null && changed && !save.isPending) {
      save.mutate({ version: edited.version, profile: trimmed(edited.profile) });
    }
  };
  usePageKeys({ save: submit });
  const words = (name: Words, label: string, maximum: number, hint?: string) => (
    <TextField
      name={name}
      label={label}
      value={profile[name] ?? ''}
      maximum={maximum}
      hint={hint}
      onType={(value) => edit({ [name]: value === '' ? null : value })}
    />
  );
  const shown = (name: Words) => profile[name]?.trim() || blank;
  const prefix = profile.numberPrefix?.trim() ?? '';
  const seal = organisations.find((organisation) => organisation.id === profile.organisationId);
  return (
    <Section title="本单位" note="写在文书、报表上的名称和人员">
      {changed && <LeavingPart what="本单位" />}
      <div className={styles.profile}>
        <div data-form className={styles.form} onKeyDownCapture={moveOnWithEnter}>
          {words('name', '单位名称', 100)}
          {words('numberPrefix', '机构代字', 20, '案件内部编号的开头，例如“鄂政法调”')}
          <ListField
            name="courtId"
            label="主要法院"
            value={profile.courtId}
            choices={courts
              .filter((court) => court.active || court.id === profile.courtId)
              .map((court) => ({ ...courtChoice(court), label: court.name }))}
            from="courts"
            onChoose={(courtId) => edit({ courtId })}
            placeholder="登记时最先列出"
          />
          <ListField
            name="organisationId"
            label="调解组织"
            value={profile.organisationId}
            choices={organisations
              .filter((organisation) => organisation.active || organisation.id === profile.organisationId)
              .map((organisation) => ({ value: organisation.id, label: organisation.name }))}
            from="organisations"
            onChoose={(organisationId) => edit({ organisationId })}
            placeholder="调解协议书加盖它的印章"
          />
          <h3 className={styles.formHead}>报表表尾</h3>
          {words('reportingUnit', '填报单位', 100)}
          {words('head', '负责人', 50)}
          {words('reviewer', '审核人', 50)}
          {words('preparer', '填表人', 50)}
          {words('phone', '联系电话', 50)}
          <ErrorLine error={save.error} />
          <div className={styles.buttons}>
            <Button
              type="primary"
              disabled={!changed}
              loading={save.isPending}
              onClick={submit}
              data-last-stop
            >
              保存
            </Button>
            <KeyHint keys="Ctrl+S" />
            {edited !== null && (
              <Button
                type="text"
                onClick={() => {
                  setEdited(null);
                  save.reset();
                }}
              >
                放弃修改
              </Button>
            )}
            <span className={styles.state}>{changed ? '有未保存的修改' : ''}</span>
          </div>
        </div>
        <aside className={styles.example}>
          <h3>写出来是这样</h3>
          <dl>
            <dt>案件编号</dt>
            <dd>
              {prefix === ''
                ? blank
                : formatInternalNumber({ prefix, year: Number(today.slice(0, 4)), sequence: 1 })}
            </dd>
            <dt>协议书落款</dt>
            <dd>调解组织：{seal?.name ?? blank}（印章）</dd>
            <dt>报表表尾</dt>
            <dd>填报单位（盖章）：{shown('reportingUnit')}</dd>
            <dd>
              负责人：{shown('head')}　审核人：{shown('reviewer')}
            </dd>
            <dd>
              填表人：{shown('preparer')}　电话：{shown('phone')}
            </dd>
          </dl>
        </aside>
      </div>
    </Section>
  );
}
