import { Button } from 'antd';
import { useState } from 'react';
import type { LoanPrimeRate } from '#shared/domain/agreement-checks.ts';
import { DateField, typedDay } from '../../components/fields/date-field.tsx';
import fields from '../../components/fields/fields.module.css';
import { moveOnWithEnter } from '../../components/fields/move-on.ts';
import { TextField } from '../../components/fields/text-field.tsx';
import { useReference } from '../../components/office-facts.tsx';
import { Section } from '../../components/page.tsx';
import { ChoicesFoot } from './choices-foot.tsx';
import { WithKeptSettings } from './kept-settings.tsx';
import styles from './subsidies-part.module.css';
import { type KeptSettings, useChoices } from './use-choices.ts';

/** The months of the one-year LPR that the program does not have, from the announcements. */
export function LoanPrimeRatesPart() {
  return <WithKeptSettings>{(kept) => <RatesTable kept={kept} />}</WithKeptSettings>;
}

type RateDraft = { readonly key: number; readonly announcedOn: string; readonly percent: string };

function readRate({ announcedOn, percent }: RateDraft): LoanPrimeRate | null {
  const day = typedDay(announcedOn);
  const typed = percent.normalize('NFKC').replace(/[%\s]/g, '');
  return day === null || !/^\d{1,2}(?:\.\d{1,2})?$/.test(typed)
    ? null
    : { announcedOn: day, percent: Number(typed).toFixed(2) };
}

/** What keeps the table from being saved, in words; null where nothing does. */
function lacksOf(drafts: readonly RateDraft[], program: readonly LoanPrimeRate[]): string | null {
  const read = drafts.map(readRate);
  const unreadable = read.indexOf(null);
  if (unreadable >= 0) return `第 ${unreadable + 1} 行缺公布日期或者利率`;
  const months = read.map((rate) => rate?.announcedOn.slice(0, 7));
  const twice = months.findIndex((month, place) => months.indexOf(month) !== place);
  if (twice >= 0) return `第 ${twice + 1} 行的月份填了两次`;
  const known = months.findIndex((month) =>
    program.some((rate) => rate.announcedOn.startsWith(month ?? '-')),
  );
  return known >= 0 ? `第 ${known + 1} 行的月份程序里已有，不用填` : null;
}

const inWords = (day: string | undefined) => (day ?? '').replace(/^(\d{4})-0?(\d+)-.*$/, '$1年$2月');

function RatesTable({ kept }: { readonly kept: KeptSettings }) {
  const program = useReference()?.loanPrimeRates ?? [];
  const [typed, setTyped] = useState<readonly RateDraft[] | null>(null);
  const drafts = typed ?? kept.loanPrimeRates.value.oneYear.map((rate, key) => ({ ...rate, key }));
  const lacks = lacksOf(drafts, program);
  const choices = useChoices(kept, lacks);
  const edit = (next: readonly RateDraft[]) => {
    setTyped(next);
    choices.choose('loanPrimeRates', { oneYear: next.flatMap((draft) => readRate(draft) ?? []) });
  };
  const change = (key: number, part: Partial<RateDraft>) =>
    edit(drafts.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const add = () =>
    edit([
      ...drafts,
      { key: Math.max(-1, ...drafts.map(({ key }) => key)) + 1, announcedOn: '', percent: '' },
    ]);
  return (
    <Section
      title="贷款市场报价利率（LPR）"
      note="一年期；民间借贷的利率不超过借款合同成立时的四倍（民间借贷规定 第25条）"
      actions={<Button onClick={add}>添加一个月</Button>}
    >
      <div data-form className={styles.rules} onKeyDownCapture={moveOnWithEnter}>
        <p className={styles.hint}>
          程序里有{inWords(program[0]?.announcedOn)}到{inWords(program.at(-1)?.announcedOn)}
          的（每月20日前后公布，全国银行间同业拆借中心）。以后的月份按公告添加；没有的月份，协议核对写“未核对”。
        </p>
        {drafts.map((draft, place) => (
          <div key={draft.key} className={fields.grid}>
            <DateField
              name={`announcedOn:${place}`}
              label="公布日期"
              typed={draft.announcedOn}
              onType={(announcedOn) => change(draft.key, { announcedOn })}
            />
            <div className={styles.rate}>
              <TextField
                name={`percent:${place}`}
                label="一年期 %"
                maximum={6}
                placeholder="如 3.00"
                value={draft.percent}
                onType={(percent) => change(draft.key, { percent })}
              />
              <Button
                type="link"
                size="small"
                aria-label={`删去第 ${place + 1} 行`}
                onClick={() => edit(drafts.filter(({ key }) => key !== draft.key))}
              >
                删去
              </Button>
            </div>
          </div>
        ))}
        <ChoicesFoot
          what="LPR"
          choices={choices}
          lacks={lacks}
          touched={typed !== null && lacks !== null}
          onGiveUp={() => setTyped(null)}
        />
      </div>
    </Section>
  );
}
