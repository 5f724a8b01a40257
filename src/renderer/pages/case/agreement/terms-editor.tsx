import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { Party } from '#shared/contract/parties.ts';
import { focusFieldSoon } from '../../../components/fields/move-on.ts';
import styles from './agreement.module.css';
import { emptyPayment, emptyText, type TermDraft, type TextTermDraft } from './agreement-draft.ts';
import { PaymentTerm } from './payment-term.tsx';
import { VagueWords } from './vague-words.tsx';

type TermsEditorProps = {
  readonly terms: readonly TermDraft[];
  readonly parties: readonly Party[];
  readonly signedOn: string;
  readonly onChange: (terms: readonly TermDraft[]) => void;
};

/** The terms in their order: money with its instalments, and everything else in words. */
export function TermsEditor({ terms, parties, signedOn, onChange }: TermsEditorProps) {
  const change = (next: TermDraft) => onChange(terms.map((term) => (term.key === next.key ? next : term)));
  const add = (term: TermDraft) => {
    onChange([...terms, term]);
    focusFieldSoon(`term:${terms.length}:${term.kind === 'payment' ? 'payers' : 'text'}`);
  };
  const move = (from: number, to: number) => {
    const moved = terms[from];
    if (moved !== undefined) {
      onChange(terms.toSpliced(from, 1).toSpliced(to, 0, moved));
    }
  };
  return (
    <div className={styles.terms} data-field="terms">
      {terms.map((term, place) => (
        <section key={term.key} className={styles.term} aria-label={`第 ${place + 1} 条`}>
          <header className={styles.termHead}>
            <strong>第 {place + 1} 条</strong>
            <span className={styles.termKind}>{term.kind === 'payment' ? '给付' : '其他约定'}</span>
            <span className={styles.termTools}>
              <Button
                type="text"
                size="small"
                icon={<ArrowUpOutlined />}
                disabled={place === 0}
                aria-label={`第 ${place + 1} 条上移`}
                onClick={() => move(place, place - 1)}
              />
              <Button
                type="text"
                size="small"
                icon={<ArrowDownOutlined />}
                disabled={place === terms.length - 1}
                aria-label={`第 ${place + 1} 条下移`}
                onClick={() => move(place, place + 1)}
              />
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={`删去第 ${place + 1} 条`}
                onClick={() => onChange(terms.filter(({ key }) => key !== term.key))}
              />
            </span>
          </header>
          {term.kind === 'payment' ? (
            <PaymentTerm term={term} place={place} parties={parties} signedOn={signedOn} onChange={change} />
          ) : (
            <TextTerm term={term} place={place} onChange={change} />
          )}
        </section>
      ))}
      {terms.length === 0 && (
        <p className={styles.hint}>协议内容逐条填写：钱款用“给付”，其他事项用“其他约定”。</p>
      )}
      <div className={styles.termAdd}>
        <Button icon={<PlusOutlined />} onClick={() => add(emptyPayment())}>
          加给付条款
        </Button>
        <Button icon={<PlusOutlined />} onClick={() => add(emptyText())}>
          加其他约定
        </Button>
      </div>
    </div>
  );
}

type TextTermProps = {
  readonly term: TextTermDraft;
  readonly place: number;
  readonly onChange: (term: TextTermDraft) => void;
};

function TextTerm({ term, place, onChange }: TextTermProps) {
  return (
    <div data-field={`term:${place}:text`}>
      <Input.TextArea
        aria-label={`第 ${place + 1} 条内容`}
        rows={2}
        maxLength={5000}
        value={term.text}
        placeholder="谁、在哪一天之前、做什么、做到什么程度"
        onChange={(event) => onChange({ ...term, text: event.target.value })}
      />
      <VagueWords text={term.text} />
    </div>
  );
}
