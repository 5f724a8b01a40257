import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { MoveCode } from '#shared/domain/case-move.ts';
import type { CasePlace } from '#shared/domain/case-so-far.ts';
import { channelLabels, closingLabels, partyRoleLabels } from '#shared/domain/glossary.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import type { NextMove } from '#shared/domain/next-move.ts';
import type { PartyRole } from '#shared/domain/party.ts';
import { office } from '../../api.ts';
import { StatusMark } from '../../components/case-words/status-mark.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { ErrorLine } from '../../components/states.tsx';
import shared from './case.module.css';
import styles from './case-header.module.css';
import { Deadline } from './deadline.tsx';
import { CourseStrip } from './moves/course-strip.tsx';
import { MovesMenu } from './moves/moves-menu.tsx';
import { useCommand } from './use-case.ts';

type CaseHeaderProps = {
  readonly detail: CaseDetail;
  readonly next: NextMove | null;
  readonly onGo: (place: CasePlace) => void;
  readonly onMove: (code: MoveCode) => void;
  readonly onTakeBack: () => void;
};

/** The button of the next step, as a field to be sent to: where one step is done, Enter begins the next. */
export const nextField = 'next';

/** Which case this is, how it stands and what comes next. */
export function CaseHeader({ detail, next, onGo, onMove, onTakeBack }: CaseHeaderProps) {
  const navigate = useNavigate();
  const [removing, setRemoving] = useState(false);
  const { id: caseId, version } = detail;
  const remove = useCommand({
    run: (reason: string) => office.cases.remove({ caseId, version, reason }),
    onDone: () => setRemoving(false),
  });
  const restore = useCommand({ run: () => office.cases.restore({ caseId, version }) });
  const act = (action: NextMove['action']) => {
    switch (action.kind) {
      case 'restore':
        restore.mutate(undefined);
        break;
      case 'move':
        onMove(action.move);
        break;
      case 'go':
        onGo(action.place);
        break;
    }
  };
  return (
    <header className={shared.header}>
      <div className={styles.headerTop}>
        <Button type="link" size="small" className={styles.back ?? ''} onClick={() => navigate('/cases')}>
          ← 案件列表
        </Button>
        <span className={styles.internal}>{detail.internalNumber}</span>
        <StatusMark status={detail.status} />
        {detail.closing !== null && (
          <span className={styles.result}>
            {closingLabels[detail.closing.code]}
            {detail.closing.partly && '（部分达成）'}，{formatLocalDate(detail.closing.closedOn)}
          </span>
        )}
        {detail.importId !== null && <Link to={`/cases?import=${detail.importId}`}>由台账导入</Link>}
        <span className={styles.headerActions}>
          {next !== null && (
            <span data-field={nextField}>
              <Button type="primary" loading={restore.isPending} onClick={() => act(next.action)}>
                {next.label}
              </Button>
            </span>
          )}
          {detail.removed === null && <MovesMenu detail={detail} onMove={onMove} onTakeBack={onTakeBack} />}
          {detail.removed === null && (
            <Dropdown
              trigger={['click']}
              menu={{
                items: [
                  { key: 'series', label: '复制为系列案…' },
                  { key: 'remove', label: '移入回收站…' },
                ],
                onClick: ({ key }) =>
                  key === 'series' ? navigate(`/cases/new?series=${caseId}`) : setRemoving(true),
              }}
            >
              <Button aria-label="更多操作">更多</Button>
            </Dropdown>
          )}
        </span>
      </div>
      <h1 className={styles.headerParties}>
        <PartyNames detail={detail} side="applicant" />
        <span className={styles.against}>与</span>
        <PartyNames detail={detail} side="respondent" />
        <span className={styles.cause}>{detail.facts.cause?.name ?? '案由未填'}</span>
      </h1>
      <dl className={styles.headerFacts}>
        <Fact label="案号" value={detail.facts.courtNumbers.join('、')} empty="无" />
        <Fact label="通道" value={channelLabels[detail.facts.channel]} />
        <Fact label="法院" value={detail.courtShortName ?? ''} empty="无" />
        <Fact label="调解员" value={detail.mediatorName ?? ''} empty="未定" />
        <Fact
          label="接收日"
          value={detail.facts.receivedOn === null ? '' : formatLocalDate(detail.facts.receivedOn)}
          empty="待接收，不计入统计"
        />
        <Deadline detail={detail} />
      </dl>
      {detail.removed === null && <CourseStrip detail={detail} next={next} onAct={act} onGo={onGo} />}
      {detail.removed !== null && (
        <div className={styles.removed} role="status">
          这件案件在回收站里：{detail.removed.reason}。编号保留，不计入统计；恢复后才能修改。
        </div>
      )}
      <ErrorLine error={restore.error} />
      {removing && (
        <ReasonDialog
          title="移入回收站"
          okText="移入回收站"
          saving={remove.isPending}
          error={remove.error}
          onGive={(reason) => remove.mutate(reason)}
          onClose={() => setRemoving(false)}
        >
          <p>编号保留，案件不再计入统计；以后可以恢复。</p>
        </ReasonDialog>
      )}
    </header>
  );
}

function PartyNames({ detail, side }: { readonly detail: CaseDetail; readonly side: PartyRole }) {
  const names = detail.parties.filter((party) => party.role === side).map((party) => party.name);
  return names.length === 0 ? (
    <span className={styles.against}>{partyRoleLabels[side]}未填</span>
  ) : (
    <span>{names.join('、')}</span>
  );
}

function Fact(props: { readonly label: string; readonly value: string; readonly empty?: string }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd className={props.value === '' ? shared.unknown : undefined}>
        {props.value === '' ? (props.empty ?? '未填') : props.value}
      </dd>
    </div>
  );
}
