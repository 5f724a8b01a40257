import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import type { CaseId, MediatorId } from '#shared/contract/ids.ts';
import type { Suggestion } from '#shared/contract/mediators.ts';
import { query } from '../../../api.ts';
import { ErrorState, LoadingState } from '../../../components/states.tsx';
import styles from './appoint.module.css';

const firstShown = 5;

/** 派单: the roster in the order in which it suits the case, each with the reasons; whoever decides may take anybody. */
export function SuggestedMediators(props: {
  readonly caseId: CaseId;
  readonly value: MediatorId | null;
  /** Who mediates the case now, and may be the one to be replaced. */
  readonly present: MediatorId | null;
  readonly onChoose: (id: MediatorId) => void;
}) {
  const { caseId, value, onChoose } = props;
  const suggested = useQuery(query.mediators.suggest.queryOptions({ input: { caseId } }));
  const [all, setAll] = useState(false);
  const group = useId();
  if (suggested.isError) {
    return <ErrorState error={suggested.error} onRetry={() => void suggested.refetch()} />;
  }
  if (suggested.data === undefined) {
    return <LoadingState label="正在比较名册…" />;
  }
  const { suggestions, causeName, causeGroup } = suggested.data;
  if (suggestions.length === 0) {
    return <p className={styles.about}>名册上还没有调解员。</p>;
  }
  const shown = suggestions.filter((one, place) => all || place < firstShown || one.mediatorId === value);
  const fit = shown.filter(({ obstacles }) => obstacles.length === 0);
  const unfit = shown.filter(({ obstacles }) => obstacles.length > 0);
  const line = (one: Suggestion) => (
    <SuggestedLine
      key={one.mediatorId}
      group={group}
      suggestion={one}
      chosen={one.mediatorId === value}
      present={one.mediatorId === props.present}
      onChoose={() => onChoose(one.mediatorId)}
    />
  );
  return (
    <div className={styles.choice} data-field="suggested">
      <p className={styles.about}>
        案由：{causeName ?? '未定'}
        {causeGroup !== null && `（大类：${causeGroup}）`}
        。按专长、在办件数、入册法院、语言、聘期计分，每一项都写在名字下面；由您决定。
      </p>
      <ul className={styles.list} data-choice aria-label="派单建议">
        {fit.map(line)}
        {unfit.length > 0 && <li className={styles.apart}>以下不建议派单；确需选择的，请写明理由</li>}
        {unfit.map(line)}
      </ul>
      {suggestions.length > shown.length && (
        <div>
          <Button size="small" onClick={() => setAll(true)}>
            显示名册全部 {suggestions.length} 人
          </Button>
        </div>
      )}
    </div>
  );
}

function weight(points: number): 'more' | 'less' | 'none' {
  return points > 0 ? 'more' : points < 0 ? 'less' : 'none';
}

function SuggestedLine(props: {
  readonly group: string;
  readonly suggestion: Suggestion;
  readonly chosen: boolean;
  readonly present: boolean;
  readonly onChoose: () => void;
}) {
  const { suggestion } = props;
  const id = `${props.group}-${suggestion.mediatorId}`;
  return (
    <li>
      <label className={styles.suggested} htmlFor={id}>
        <input
          id={id}
          type="radio"
          name={props.group}
          checked={props.chosen}
          onChange={props.onChoose}
          aria-describedby={`${id}-why`}
        />
        <span className={styles.name}>
          {suggestion.name}
          {props.present && <span className={styles.present}>本案现任</span>}
          {suggestion.sector !== null && <span className={styles.sector}>{suggestion.sector}</span>}
        </span>
        <span className={styles.score}>{suggestion.score} 分</span>
        {suggestion.obstacles.map(({ sentence }) => (
          <span key={sentence} className={styles.obstacle}>
            不建议：{sentence}
          </span>
        ))}
        <span id={`${id}-why`} className={styles.reasons}>
          {suggestion.reasons.map(({ points, sentence }) => (
            <span key={sentence} data-weight={weight(points)}>
              {sentence}
              {points !== 0 && <span className={styles.points}>{points > 0 ? `+${points}` : points}</span>}
            </span>
          ))}
        </span>
      </label>
    </li>
  );
}
