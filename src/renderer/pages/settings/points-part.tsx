import { Input } from 'antd';
import { useState } from 'react';
import {
  type PointItem,
  type PointRule,
  type PointSettings,
  pointItemCodes,
  pointItems,
} from '#shared/domain/mediator-record.ts';
import { moveOnWithEnter } from '../../components/fields/move-on.ts';
import { TextField } from '../../components/fields/text-field.tsx';
import { Section } from '../../components/page.tsx';
import { ChoicesFoot } from './choices-foot.tsx';
import { WithKeptSettings } from './kept-settings.tsx';
import styles from './points-part.module.css';
import { type KeptSettings, useChoices } from './use-choices.ts';
import { words } from './use-entry.ts';

/** A line of the table while it is typed. */
type Typed = { readonly points: string; readonly most: string; readonly note: string };

/** 0 to 10,000 with a decimal at most; null for nothing, undefined for what is no number of points. */
function readPoints(typed: string): number | null | undefined {
  const text = typed.normalize('NFKC').replace(/\s|分/g, '');
  if (text === '') {
    return null;
  }
  return /^\d{1,5}(?:\.\d)?$/.test(text) && Number(text) <= 10_000 ? Number(text) : undefined;
}

function typedOf(settings: PointSettings, code: PointItem): Typed {
  const rule = settings.rules.find((one) => one.code === code);
  return {
    points: rule === undefined || rule.points === 0 ? '' : String(rule.points),
    most: rule?.most === null || rule?.most === undefined ? '' : String(rule.most),
    note: rule?.note ?? '',
  };
}

function ruleOf(code: PointItem, typed: Typed): PointRule {
  return {
    code,
    points: readPoints(typed.points) ?? 0,
    most: readPoints(typed.most) ?? null,
    note: words(typed.note),
  };
}

/** The table of points: no rule for them is published, so every office fills in its own. */
export function PointsPart() {
  return <WithKeptSettings>{(kept) => <PointTable kept={kept} />}</WithKeptSettings>;
}

function PointTable({ kept }: { readonly kept: KeptSettings }) {
  const [typed, setTyped] = useState<Partial<Record<PointItem, Typed>>>({});
  const [source, setSource] = useState<string | null>(null);
  const lineOf = (code: PointItem) => typed[code] ?? typedOf(kept.points.value, code);
  const unreadable = pointItemCodes.filter((code) => {
    const { points, most } = lineOf(code);
    return readPoints(points) === undefined || readPoints(most) === undefined;
  });
  const lacks =
    unreadable.length === 0
      ? null
      : `看不懂的分值：${unreadable.map((code) => pointItems[code].label).join('、')}（写数字，最多一位小数）`;
  const choices = useChoices(kept, lacks);
  const note = source ?? kept.points.value.note ?? '';
  const choose = (lines: Partial<Record<PointItem, Typed>>, from: string) =>
    choices.choose('points', {
      rules: pointItemCodes.map((code) => ruleOf(code, lines[code] ?? typedOf(kept.points.value, code))),
      note: words(from),
    });
  const edit = (code: PointItem, change: Partial<Typed>) => {
    const lines = { ...typed, [code]: { ...lineOf(code), ...change } };
    setTyped(lines);
    choose(lines, note);
  };
  const cell = (code: PointItem, field: keyof Typed, label: string, maximum: number) => (
    <Input
      aria-label={`${pointItems[code].label}的${label}`}
      value={lineOf(code)[field]}
      maxLength={maximum}
      autoComplete="off"
      placeholder={field === 'points' ? '0' : field === 'most' ? '不封顶' : ''}
      status={field !== 'note' && readPoints(lineOf(code)[field]) === undefined ? 'error' : ''}
      onChange={(event) => edit(code, { [field]: event.target.value })}
    />
  );
  return (
    <Section title="履职积分" note="用在每位调解员的履职档案里；没有填的都是 0 分">
      <div data-form className={styles.form} onKeyDownCapture={moveOnWithEnter}>
        <TextField
          name="source"
          label="依据"
          value={note}
          maximum={200}
          placeholder="如：市政协委员履职量化办法"
          onType={(value) => {
            setSource(value);
            choose(typed, value);
          }}
        />
        <table className={styles.points}>
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">每件（次）分值</th>
              <th scope="col">全年封顶</th>
              <th scope="col">说明</th>
            </tr>
          </thead>
          <tbody>
            {pointItemCodes.map((code) => (
              <tr key={code}>
                <th scope="row">
                  {pointItems[code].label}
                  <small>每{pointItems[code].unit}</small>
                </th>
                <td>{cell(code, 'points', '分值', 8)}</td>
                <td>{cell(code, 'most', '封顶', 8)}</td>
                <td>{cell(code, 'note', '说明', 200)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={styles.hint}>
          没有查到全国或者全区统一的积分规则，各地按自己的履职量化办法计分，所以默认都是 0
          分。件数与统计报表的口径相同；同一件案件可以同时计接案、结案、成功各项，请按办法填写，不要重复给分。
        </p>
        <ChoicesFoot
          what="履职积分"
          choices={choices}
          lacks={lacks}
          touched={lacks !== null}
          onGiveUp={() => {
            setTyped({});
            setSource(null);
          }}
        />
      </div>
    </Section>
  );
}
