import { Button, Dropdown } from 'antd';
import type { CaseDetail } from '#shared/contract/cases.ts';
import { type MoveCode, moveLabel, possibleMoves } from '#shared/domain/case-move.ts';
import { lastMove } from './take-back.tsx';

/** Every move that the table allows now, and taking the last one back. */
export function MovesMenu(props: {
  readonly detail: CaseDetail;
  readonly onMove: (code: MoveCode) => void;
  readonly onTakeBack: () => void;
}) {
  const { detail, onMove, onTakeBack } = props;
  const { channel } = detail.facts;
  const possible = possibleMoves(detail.status, channel);
  const last = lastMove(detail);
  if (possible.length === 0 && last === undefined) return null;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...possible.map((code) => ({ key: code, label: moveLabel(code, channel) })),
          ...(last === undefined
            ? []
            : [
                { key: 'line', type: 'divider' as const },
                { key: 'takeBack', label: `撤回上一步（${moveLabel(last.code, channel)}）…` },
              ]),
        ],
        onClick: ({ key }) => (key === 'takeBack' ? onTakeBack() : onMove(key as MoveCode)),
      }}
    >
      <Button>办理</Button>
    </Dropdown>
  );
}
