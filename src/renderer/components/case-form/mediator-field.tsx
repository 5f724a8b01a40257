import { useQuery } from '@tanstack/react-query';
import type { MediatorId } from '#shared/contract/ids.ts';
import type { Mediator } from '#shared/contract/mediators.ts';
import { query } from '../../api.ts';
import { type Choice, ListField } from '../fields/choice-field.tsx';
import { ManyField } from '../fields/many-field.tsx';

function choiceOf(mediator: Mediator): Choice<MediatorId> {
  const pending = mediator.pendingCases > 0 ? `在办 ${mediator.pendingCases} 件` : '无在办';
  return {
    value: mediator.id,
    label: mediator.name,
    pinyin: mediator.pinyin,
    detail: [mediator.sector, pending].filter((word) => word !== null).join(' · '),
  };
}

/** The roster; undefined until it has come. */
function useMediators(): readonly Mediator[] | undefined {
  return useQuery(query.mediators.list.queryOptions()).data;
}

/** The mediator in charge: those who may take cases, with how many each has in hand. */
export function MediatorField(props: {
  readonly value: MediatorId | null;
  readonly onChoose: (id: MediatorId | null) => void;
}) {
  const mediators = useMediators();
  const chosen = mediators?.find(({ id }) => id === props.value);
  const standing =
    chosen === undefined || chosen.standing === 'listed'
      ? undefined
      : chosen.standing === 'suspended'
        ? '名册上已暂停'
        : '已从名册除名';
  return (
    <ListField
      name="mediatorId"
      label="调解员"
      value={props.value}
      placeholder="姓名，可稍后确定"
      warning={standing}
      from={mediators === undefined ? undefined : 'mediators'}
      choices={(mediators ?? [])
        .filter((mediator) => mediator.standing === 'listed' || mediator.id === props.value)
        .map(choiceOf)}
      onChoose={props.onChoose}
    />
  );
}

/** Those who assist; a case counts once all the same. */
export function AssistingMediatorsField(props: {
  readonly value: readonly MediatorId[];
  readonly onChoose: (ids: MediatorId[]) => void;
}) {
  return (
    <ManyField
      name="assistingMediatorIds"
      label="协助"
      values={props.value}
      choices={(useMediators() ?? []).map(choiceOf)}
      maximum={10}
      placeholder="协助调解员"
      onChoose={props.onChoose}
    />
  );
}
