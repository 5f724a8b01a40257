import type { CaseDetail } from '#shared/contract/cases.ts';
import { moveLabel, type TakenMove } from '#shared/domain/case-move.ts';
import { caseStatuses } from '#shared/domain/case-status.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { office } from '../../../api.ts';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { ClosedMonths } from '../closed-months.tsx';
import { useCommand } from '../use-case.ts';

/** The move that can be taken back: the last that stands. */
export function lastMove({ moves }: CaseDetail): TakenMove | undefined {
  return moves.findLast((move) => move.takenBack === null);
}

/** 误操作更正: asks why the last move is taken back; its row stays in the history. */
export function TakeBack(props: {
  readonly detail: CaseDetail;
  readonly move: TakenMove;
  readonly onClose: () => void;
}) {
  const { detail, move, onClose } = props;
  const take = useCommand({
    run: (reason: string) => office.moves.takeBack({ caseId: detail.id, version: detail.version, reason }),
    onDone: onClose,
  });
  const label = moveLabel(move.code, detail.facts.channel);
  return (
    <ReasonDialog
      title={`误操作更正：撤回“${label}”`}
      okText="撤回"
      saving={take.isPending}
      error={take.error}
      onGive={(reason) => take.mutate(reason)}
      onClose={onClose}
    >
      <p>
        {formatLocalDate(move.on)}的“{label}”将不再算数，案件回到“{caseStatuses[move.from].label}”；
        办理记录里仍看得到这一步和撤回的理由。
      </p>
      <ClosedMonths caseId={detail.id} />
    </ReasonDialog>
  );
}
