import { Button, Radio } from 'antd';
import { useState } from 'react';
import type { CaseFacts } from '#shared/contract/cases.ts';
import styles from './case.module.css';
import { type FactName, factInWords, factLabel, type KnownNames } from './fact-words.ts';
import { contested, merged } from './facts-conflict.ts';

type ConflictPanelProps = {
  readonly base: CaseFacts;
  readonly mine: CaseFacts;
  readonly theirs: CaseFacts;
  readonly names: KnownNames;
  readonly pending: boolean;
  readonly onSave: (facts: CaseFacts) => void;
  readonly onGiveUp: () => void;
};

/** Somebody changed the case meanwhile: both versions side by side, field by field, and a choice for each. */
export function ConflictPanel({ base, mine, theirs, names, pending, onSave, onGiveUp }: ConflictPanelProps) {
  const fields = contested(base, mine, theirs);
  const [chosen, setChosen] = useState<ReadonlyMap<FactName, 'mine' | 'theirs'>>(new Map());
  const decided = fields.every((name) => chosen.has(name));
  return (
    <div className={styles.conflict} role="alert">
      <p>
        <strong>您填写期间，这件案件被别处改过。</strong>
        {fields.length === 0
          ? '两边改的不是同一项，可以一并保存。'
          : `有 ${fields.length} 项两边都改了，请逐项选定；其余修改会一并保存。`}
      </p>
      {fields.length > 0 && (
        <table className={styles.versions}>
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">登记簿现在的内容</th>
              <th scope="col">您填写的内容</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((name) => (
              <tr key={name}>
                <th scope="row">{factLabel(mine, name)}</th>
                {(['theirs', 'mine'] as const).map((side) => (
                  <td key={side}>
                    <Radio
                      checked={chosen.get(name) === side}
                      onChange={() => setChosen(new Map([...chosen, [name, side]]))}
                    >
                      {factInWords(side === 'mine' ? mine : theirs, name, names) ?? '（空）'}
                    </Radio>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={styles.saveRow}>
        <Button
          type="primary"
          disabled={!decided}
          loading={pending}
          onClick={() => onSave(merged(base, mine, theirs, chosen))}
        >
          按选定的内容保存
        </Button>
        <Button onClick={onGiveUp}>放弃我的修改</Button>
      </div>
    </div>
  );
}
