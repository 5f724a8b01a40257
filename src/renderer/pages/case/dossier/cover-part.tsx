import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { Dossier, DossierHead } from '#shared/contract/dossiers.ts';
import { retentions } from '#shared/domain/case-move.ts';
import { type DossierForm, dossierForms } from '#shared/domain/dossier.ts';
import { office } from '../../../api.ts';
import { DateField, typedDay } from '../../../components/fields/date-field.tsx';
import { FewField } from '../../../components/fields/few-field.tsx';
import fields from '../../../components/fields/fields.module.css';
import { focusField, moveOnWithEnter } from '../../../components/fields/move-on.ts';
import { LongTextField, TextField } from '../../../components/fields/text-field.tsx';
import { useOverview } from '../../../components/office-facts.tsx';
import { Section } from '../../../components/page.tsx';
import { choicesOf } from '../moves/line.tsx';
import { SaveBar } from '../save-bar.tsx';
import type { Jump } from '../sections.ts';
import { useUnsaved } from '../unsaved.tsx';
import { useCommand } from '../use-case.ts';
import styles from './dossier.module.css';

type Texts = Readonly<
  Record<'archiveNumber' | 'compiledBy' | 'compiledOn' | 'inspectedBy' | 'situation' | 'remarks', string>
>;
type Draft = Texts & Pick<DossierHead, 'form' | 'retention'>;

function draftOf({ form, retention, ...texts }: DossierHead): Draft {
  const typed = (value: string | null) => value ?? '';
  return {
    form,
    retention,
    archiveNumber: typed(texts.archiveNumber),
    compiledBy: typed(texts.compiledBy),
    compiledOn: typed(texts.compiledOn),
    inspectedBy: typed(texts.inspectedBy),
    situation: typed(texts.situation),
    remarks: typed(texts.remarks),
  };
}

function headOf(draft: Draft): DossierHead {
  const said = (value: string) => (value.trim() === '' ? null : value.trim());
  return {
    form: draft.form,
    retention: draft.retention,
    archiveNumber: said(draft.archiveNumber),
    compiledBy: said(draft.compiledBy),
    compiledOn: typedDay(draft.compiledOn),
    inspectedBy: said(draft.inspectedBy),
    situation: said(draft.situation),
    remarks: said(draft.remarks),
  };
}

/** What stands on the cover and the 备考表; nothing of it is filled in unasked. */
export function CoverPart(props: {
  readonly detail: CaseDetail;
  readonly dossier: Dossier;
  readonly shown: boolean;
  readonly editable: boolean;
  readonly jump: Jump | null;
  readonly onPapers: () => void;
}) {
  const { detail, dossier, shown, editable, jump, onPapers } = props;
  const { atWork, today } = useOverview();
  const form = useRef<HTMLDivElement>(null);
  const first = draftOf(dossier.head);
  const [draft, setDraft] = useState(first);
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const changed = JSON.stringify(draft) !== JSON.stringify(first);
  const compiledOn = typedDay(draft.compiledOn);
  const unreadable = draft.compiledOn.trim() !== '' && compiledOn === null;
  useUnsaved('卷宗封面', changed);
  useEffect(() => {
    if (jump !== null) focusField(jump.field, form.current ?? document);
  }, [jump]);
  const save = useCommand({
    run: (head: DossierHead) => office.dossiers.save({ caseId: detail.id, version: dossier.version, head }),
  });
  const other: DossierForm = dossier.form === 'invited' ? 'peoples' : 'invited';
  return (
    <Section
      title="封面与备考表"
      note="卷宗封面、卷内目录、备考表在“文书”里出具"
      actions={
        editable && (
          <>
            <Button onClick={onPapers}>去出具</Button>
            <Button onClick={() => change({ form: draft.form === null ? other : null })}>
              {draft.form === null ? `改用${dossierForms[other].label}` : '按通道定卷的种类'}
            </Button>
          </>
        )
      }
    >
      <div ref={form} data-form className={styles.cover} onKeyDownCapture={moveOnWithEnter}>
        <div className={fields.grid}>
          <TextField
            name="archiveNumber"
            label="档号"
            maximum={50}
            value={draft.archiveNumber}
            hint={`本室的编法自定；内部编号 ${detail.internalNumber}`}
            onType={(archiveNumber) => change({ archiveNumber })}
          />
          <FewField
            name="retention"
            label="保管期限"
            value={draft.retention}
            choices={choicesOf(retentions)}
            onChoose={(retention) => change({ retention })}
            onUnchoose={() => change({ retention: null })}
          />
          <TextField
            name="compiledBy"
            label="立卷人"
            maximum={50}
            value={draft.compiledBy}
            {...(atWork === null || draft.compiledBy !== '' ? {} : { placeholder: `如：${atWork.name}` })}
            onType={(compiledBy) => change({ compiledBy })}
          />
          <DateField
            name="compiledOn"
            label="立卷日期"
            typed={draft.compiledOn}
            doubt={compiledOn !== null && compiledOn > today ? '晚于今天' : undefined}
            onType={(typed) => change({ compiledOn: typed })}
          />
          <TextField
            name="inspectedBy"
            label="检查人"
            maximum={50}
            value={draft.inspectedBy}
            hint="备考表上签名，可以留空"
            onType={(inspectedBy) => change({ inspectedBy })}
          />
          <TextField
            name="remarks"
            label="备注"
            maximum={500}
            value={draft.remarks}
            onType={(remarks) => change({ remarks })}
          />
          <LongTextField
            name="situation"
            label="本卷情况"
            wide
            rows={2}
            maximum={2000}
            value={draft.situation}
            placeholder="缺损、补充、移出、复印件代替原件等；没有的不填，备考表上留空手写"
            onType={(situation) => change({ situation })}
          />
        </div>
        {draft.form !== first.form && (
          <p className={styles.rule}>
            保存后按“{dossierForms[draft.form ?? dossier.form].label}”的目录排列，已入卷的材料不变。
          </p>
        )}
        {editable && (
          <SaveBar
            shown={shown && changed}
            ready={changed && !unreadable}
            why={unreadable ? '立卷日期看不出是哪一天' : undefined}
            pending={save.isPending}
            error={save.error}
            onSave={() => save.mutate(headOf(draft))}
          />
        )}
      </div>
    </Section>
  );
}
