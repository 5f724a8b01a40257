import { useQueries } from '@tanstack/react-query';
import { Checkbox, Switch } from 'antd';
import { everyCase } from '#shared/contract/every-case.ts';
import { caseStatusCodes, caseStatuses } from '#shared/domain/case-status.ts';
import { type Channel, channelCodes, channels } from '#shared/domain/channel.ts';
import { outlineEntry, outlineLabels, outlineLines } from '#shared/domain/channel-outline.ts';
import { query } from '../../api.ts';
import { useOverview } from '../../components/office-facts.tsx';
import { Section } from '../../components/page.tsx';
import { ChoicesFoot } from './choices-foot.tsx';
import { WithKeptSettings } from './kept-settings.tsx';
import styles from './settings.module.css';
import { type KeptSettings, useChoices } from './use-choices.ts';

const openStatuses = caseStatusCodes.filter((status) => caseStatuses[status].open);

/** Which of the three ways a case may come by, with what each of them means. */
export function ChannelsPart() {
  return <WithKeptSettings>{(kept) => <ChannelChoice kept={kept} />}</WithKeptSettings>;
}

function ChannelChoice({ kept }: { readonly kept: KeptSettings }) {
  const { today } = useOverview();
  const choices = useChoices(kept, null);
  const enabled = choices.valueOf('channels');
  const { confirmationInChannelB } = choices.valueOf('afterClosing');
  const open = useOpenCases();
  const last = channelCodes.filter((code) => enabled[code]).length === 1;
  return (
    <Section title="通道" note="案件从哪条路来，决定用什么文书、多少天、谈成以后怎么办">
      <table className={styles.channels}>
        <thead>
          <tr>
            <td />
            {channelCodes.map((code) => (
              <th key={code} scope="col">
                <span className={styles.channelName}>{channels[code].label}</span>
                <Switch
                  aria-label={`开通${channels[code].label}`}
                  checked={enabled[code]}
                  disabled={last && enabled[code]}
                  onChange={(on) => choices.choose('channels', { ...enabled, [code]: on })}
                />
                <span className={styles.switched}>{enabled[code] ? '开通' : '关闭'}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">在办</th>
            {channelCodes.map((code) => (
              <td key={code}>
                {open[code] === undefined ? '' : `${open[code]} 件`}
                {!enabled[code] && <p className={styles.caution}>不再登记新案件；在办的照常办到结案。</p>}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">什么案件</th>
            {channelCodes.map((code) => (
              <td key={code}>
                {channels[code].meaning}
                <cite>{channels[code].source}</cite>
              </td>
            ))}
          </tr>
          {outlineLines.map((line) => (
            <tr key={line}>
              <th scope="row">{outlineLabels[line]}</th>
              {channelCodes.map((code) => {
                const { words, source } = outlineEntry(code, line, kept.period.value, today);
                return (
                  <td key={code}>
                    {words}
                    <cite>{source}</cite>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {last && <p className={styles.hint}>至少要开通一个通道。</p>}
      <Checkbox
        className={styles.choice ?? ''}
        checked={confirmationInChannelB}
        onChange={(event) => choices.choose('afterClosing', { confirmationInChannelB: event.target.checked })}
      >
        {channels.B.label}的案件也可以登记司法确认
      </Checkbox>
      <p className={styles.hint}>
        默认不可以：立案后委托的案件，由法院出具调解书或者当事人撤诉（法释〔2016〕14号
        第20条）。当地法院让当事人撤诉后再申请司法确认的，才勾上。
      </p>
      <ChoicesFoot what="通道" choices={choices} lacks={null} />
    </Section>
  );
}

/** How many cases of each channel are not ended; undefined until they are counted. */
function useOpenCases(): Readonly<Record<Channel, number | undefined>> {
  const counted = useQueries({
    queries: channelCodes.map((channel) =>
      query.cases.count.queryOptions({
        input: { filter: { ...everyCase, channel, statuses: [...openStatuses] } },
      }),
    ),
  });
  const [A, B, C] = counted.map(({ data }) => data?.count);
  return { A, B, C };
}
