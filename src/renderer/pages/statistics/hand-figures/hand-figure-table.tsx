import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import type { HandFigure } from '#shared/contract/hand-figures.ts';
import { type HandFigureName, handFigureNames, handFigures } from '#shared/domain/hand-figure.ts';
import type { Month } from '#shared/domain/local-date.ts';
import { daysOfMonth, formatMonth, nameOfPeriod } from '#shared/domain/reporting-period.ts';
import { office, query } from '../../../api.ts';
import { moveOnWithEnter } from '../../../components/fields/move-on.ts';
import { formatInstant } from '../../../components/instant.ts';
import { KeyHint } from '../../../components/key-hint.tsx';
import { useOverview } from '../../../components/office-facts.tsx';
import { usePageKeys } from '../../../components/page-keys.ts';
import { ErrorLine } from '../../../components/states.tsx';
import styles from './hand-figures.module.css';
import { readFigure } from './typed-figure.ts';

type Cell = { readonly month: Month; readonly name: HandFigureName };
/** What was typed into a cell, and the version on which that began: whoever saved in between is not overwritten. */
type Typed = Cell & { readonly text: string; readonly version: number | null };

const keyOf = ({ month, name }: Cell) => `${month} ${name}`;

/** The numbers of some months, typed in; an empty field is “not filled in” and never 0. */
export function HandFigureTable(props: {
  readonly months: readonly Month[];
  readonly kept: readonly HandFigure[];
}) {
  const { months, kept } = props;
  const { today, statistics } = useOverview();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const [typed, setTyped] = useState<ReadonlyMap<string, Typed>>(new Map());
  const keptAt = (cell: Cell) => kept.find(({ month, name }) => month === cell.month && name === cell.name);
  const textAt = (cell: Cell) => typed.get(keyOf(cell))?.text ?? String(keptAt(cell)?.value ?? '');
  const changed = [...typed.values()].filter(
    (cell) => readFigure(cell.text) !== (keptAt(cell)?.value ?? null),
  );
  const unreadable = changed.filter(({ text }) => readFigure(text) === undefined);
  const save = useMutation({
    mutationFn: async () => {
      const saved = new Set<string>();
      try {
        for (const { month, name, text, version } of changed) {
          const value = readFigure(text);
          if (value === undefined) continue;
          await office.handFigures.save({ month, name, value, version });
          saved.add(keyOf({ month, name }));
        }
      } finally {
        // What was saved before one was refused is saved, and shown with its new version before anybody types on.
        await cache.invalidateQueries({ queryKey: query.handFigures.key() });
        setTyped((now) => new Map([...now].filter(([key]) => !saved.has(key))));
      }
    },
    onSuccess: () => message.success('已保存'),
  });
  const ready = changed.length > 0 && unreadable.length === 0 && !save.isPending;
  usePageKeys({ save: () => ready && save.mutate() });
  const type = (cell: Cell, text: string) =>
    setTyped((now) => {
      const version = now.get(keyOf(cell))?.version ?? keptAt(cell)?.version ?? null;
      return new Map(now).set(keyOf(cell), { ...cell, text, version });
    });
  return (
    <div data-form className={styles.form} onKeyDownCapture={moveOnWithEnter}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">统计月</th>
            {handFigureNames.map((name) => (
              <th key={name} scope="col">
                {handFigures[name].label}（{handFigures[name].unit}）
                <small>来源：{handFigures[name].source}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => {
            const period = daysOfMonth(month, statistics);
            const begun = period.from <= today;
            return (
              <tr key={month}>
                <th scope="row">{nameOfPeriod({ kind: 'month', month }, period)}</th>
                {handFigureNames.map((name) => (
                  <td key={name}>
                    {begun ? (
                      <FigureInput
                        label={`${formatMonth(month)}${handFigures[name].label}`}
                        text={textAt({ month, name })}
                        kept={keptAt({ month, name })}
                        saving={save.isPending}
                        onType={(text) => type({ month, name }, text)}
                      />
                    ) : (
                      <span className={styles.later}>—</span>
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <dl className={styles.meanings}>
        {handFigureNames.map((name) => (
          <div key={name}>
            <dt>{handFigures[name].label}</dt>
            <dd>{handFigures[name].meaning}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.hint}>
        空着是没有填，不是 0；没有填的月份，用到它的比率写“—”并说明缺哪个月。确实一件没有的，填 0。
      </p>
      <div className={styles.foot} data-save-bar>
        <Button
          type="primary"
          disabled={!ready}
          loading={save.isPending}
          onClick={() => save.mutate()}
          data-last-stop
        >
          保存
        </Button>
        <KeyHint keys="Ctrl+S" />
        {changed.length > 0 && (
          <Button
            type="text"
            onClick={() => {
              setTyped(new Map());
              save.reset();
            }}
          >
            放弃修改
          </Button>
        )}
        <span className={styles.state}>
          {unreadable.length > 0
            ? '有的格不是数，请填写非负整数'
            : changed.length > 0
              ? '有未保存的修改'
              : ''}
        </span>
        <ErrorLine error={save.error} />
      </div>
    </div>
  );
}

function FigureInput(props: {
  readonly label: string;
  readonly text: string;
  readonly kept: HandFigure | undefined;
  readonly saving: boolean;
  readonly onType: (text: string) => void;
}) {
  const { label, text, kept } = props;
  return (
    <Input
      aria-label={label}
      className={styles.figure ?? ''}
      value={text}
      maxLength={9}
      inputMode="numeric"
      autoComplete="off"
      placeholder="未填"
      readOnly={props.saving}
      title={kept === undefined ? undefined : `${kept.savedBy} ${formatInstant(kept.savedAt)} 填`}
      status={readFigure(text) === undefined ? 'error' : ''}
      onChange={(event) => props.onType(event.target.value)}
    />
  );
}
