import { Button } from 'antd';
import { useState } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import {
  type MatterCode,
  matterCodes,
  matterOf,
  matterOpen,
  matterSchema,
  shownMatters,
} from '#shared/domain/after-closing.ts';
import { closings } from '#shared/domain/closing.ts';
import { Section } from '../../../components/page.tsx';
import type { Jump } from '../sections.ts';
import styles from './after.module.css';
import { MatterCard } from './matter-card.tsx';
import type { After } from './use-after.ts';

/** The matter that somebody was sent to. */
function calledMatter(jump: Jump | null): MatterCode | null {
  if (jump === null) return null;
  if (jump.field === 'confirmation') return 'confirmation';
  return matterSchema.safeParse(jump.field.replace(/^matter:/, '')).data ?? null;
}

/** A card for each matter that usually follows such a closing or was begun; what else is possible on request. */
export function MattersPart(props: {
  readonly detail: CaseDetail;
  readonly after: After;
  readonly jump: Jump | null;
  readonly shown: boolean;
}) {
  const { detail, after, jump, shown } = props;
  const { facts, rules } = after;
  const { steps } = detail.after;
  const [wanted, setWanted] = useState<readonly MatterCode[]>([]);
  const called = calledMatter(jump);
  const usual = shownMatters(facts, steps, rules.settings);
  const openness = (code: MatterCode) => matterOpen(code, facts, steps, rules.settings);
  const cards = matterCodes.filter(
    (code) =>
      usual.includes(code) || ((wanted.includes(code) || called === code) && openness(code).open !== 'no'),
  );
  const others = matterCodes.filter((code) => !cards.includes(code) && openness(code).open === 'possible');
  return (
    <>
      {cards.map((code) => (
        <MatterCard
          key={code}
          detail={detail}
          after={after}
          matter={code}
          shown={shown}
          called={called === code ? (jump?.turn ?? null) : null}
        />
      ))}
      <Others
        codes={detail.removed === null ? others : []}
        forbidden={forbidden(detail, cards, openness('confirmation'))}
        onWant={(code) => setWanted([...wanted, code])}
      />
    </>
  );
}

/** Why a case that was agreed in cannot be confirmed, where people would ask. */
function forbidden(
  { closing }: CaseDetail,
  cards: readonly MatterCode[],
  openness: ReturnType<typeof matterOpen>,
): string | null {
  if (closing === null || cards.includes('confirmation') || openness.open !== 'no') return null;
  const agreed = closings[closing.code].outcome === 'success' && ['C11', 'C12', 'C13'].includes(closing.code);
  return agreed ? `司法确认：${openness.reason}` : null;
}

function Others(props: {
  readonly codes: readonly MatterCode[];
  readonly forbidden: string | null;
  readonly onWant: (code: MatterCode) => void;
}) {
  if (props.codes.length === 0 && props.forbidden === null) return null;
  return (
    <Section>
      <div className={styles.others}>
        {props.codes.length > 0 && <span className={styles.quiet}>还可以登记：</span>}
        {props.codes.map((code) => (
          <Button key={code} size="small" onClick={() => props.onWant(code)}>
            {matterOf(code).label}
          </Button>
        ))}
        {props.forbidden !== null && <span className={styles.quiet}>{props.forbidden}</span>}
      </div>
    </Section>
  );
}
