import { PlusOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { dateParts, formatLocalDate } from '#shared/domain/local-date.ts';
import { missingCalendarSentence, type RestCalendar, restCalendarDoubts } from '#shared/domain/rest-days.ts';
import { office, query } from '../../api.ts';
import { FileDrop } from '../../components/file-drop.tsx';
import { useOverview } from '../../components/office-facts.tsx';
import { Section } from '../../components/page.tsx';
import { saveFile } from '../../components/save-file.ts';
import { ErrorLine } from '../../components/states.tsx';
import { type CalendarDraft, calendarDraftOf, dayWithWeekday, emptyCalendar } from './calendar-draft.ts';
import { CalendarDrawer } from './calendar-drawer.tsx';
import { WithKeptSettings } from './kept-settings.tsx';
import styles from './settings.module.css';
import type { KeptSettings } from './use-choices.ts';

type Kept = KeptSettings['calendars'][number];
type Opened = { readonly draft: CalendarDraft; readonly version: number | null };

const origins = {
  program: '程序自带',
  imported: '本室导入或填写',
} as const satisfies Record<Kept['origin'], string>;

/** The holiday calendars by which the last day of a period is moved and working days are counted. */
export function CalendarsPart() {
  return <WithKeptSettings>{({ calendars }) => <Calendars kept={calendars} />}</WithKeptSettings>;
}

function Calendars({ kept }: { readonly kept: readonly Kept[] }) {
  const { today } = useOverview();
  const { message } = App.useApp();
  const [shown, setShown] = useState<number | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const bringIn = useMutation({
    ...query.settings.importCalendar.mutationOptions(),
    onSuccess: ({ year, replaced }) =>
      message.success(`${replaced ? '已更新' : '已导入'} ${year} 年的放假安排，到期日已重新计算`),
  });
  const save = useMutation({
    ...query.settings.saveCalendar.mutationOptions(),
    onSuccess: ({ year }) => {
      setOpened(null);
      message.success(`已保存 ${year} 年的放假安排，到期日已重新计算`);
    },
  });
  const years = kept.map(({ calendar }) => calendar.year);
  const { year: thisYear } = dateParts(today);
  const wanted = [thisYear, thisYear + 1].filter((year) => !years.includes(year));
  const next = wanted[0] ?? Math.max(thisYear, ...years) + 1;
  const open = (draft: CalendarDraft, version: number | null) => {
    save.reset();
    setOpened({ draft, version });
  };
  const columns: TableProps<Kept>['columns'] = [
    {
      key: 'year',
      title: '年份',
      width: '6em',
      render: (_, { calendar }) => (
        <Button
          type="link"
          className={styles.name ?? ''}
          onClick={() => setShown(shown === calendar.year ? null : calendar.year)}
          aria-expanded={shown === calendar.year}
        >
          {calendar.year} 年
        </Button>
      ),
    },
    { key: 'source', title: '依据', render: (_, { calendar }) => calendar.source },
    { key: 'origin', title: '来源', width: '10em', render: (_, { origin }) => origins[origin] },
    {
      key: 'actions',
      title: '',
      width: '12em',
      render: (_, { calendar, version }) => (
        <span className={styles.rowButtons}>
          <Button
            size="small"
            aria-label={`修改 ${calendar.year} 年`}
            onClick={() => open(calendarDraftOf(calendar), version)}
          >
            修改
          </Button>
          <Button
            size="small"
            aria-label={`导出 ${calendar.year} 年`}
            onClick={() => void exportYear(calendar.year)}
          >
            导出
          </Button>
        </span>
      ),
    },
  ];
  const missing = missingCalendarSentence(wanted);
  return (
    <>
      <Section
        title="节假日"
        note="到期日顺延、工作日都按这里算"
        actions={
          <Button icon={<PlusOutlined />} onClick={() => open(emptyCalendar(next), null)}>
            填写 {next} 年
          </Button>
        }
      >
        {missing !== undefined && <p className={`${styles.caution} ${styles.missing}`}>{missing}</p>}
        <Table<Kept>
          rowKey={({ calendar }) => calendar.year}
          size="small"
          dataSource={[...kept].reverse()}
          columns={columns}
          pagination={false}
          expandable={{
            showExpandColumn: false,
            expandedRowKeys: shown === null ? [] : [shown],
            expandedRowRender: ({ calendar }) => <Year calendar={calendar} />,
          }}
        />
      </Section>
      <Section title="导入" note="国务院办公厅一般在十一月公布下一年的安排，公布后导入或者填写">
        <FileDrop
          accept=".json,application/json"
          label="把放假安排文件拖到这里，或点这里选择"
          onFile={(file) => bringIn.mutate({ file })}
        >
          别处导出的 JSON 文件；同一年的会换成新的
        </FileDrop>
        <ErrorLine error={bringIn.error} />
      </Section>
      {opened !== null && (
        <CalendarDrawer
          before={opened.draft}
          fresh={opened.version === null}
          saving={save.isPending}
          error={save.error}
          onClose={() => setOpened(null)}
          onSave={(calendar) => save.mutate({ version: opened.version, calendar })}
        />
      )}
    </>
  );
}

async function exportYear(year: number): Promise<void> {
  await saveFile(await office.settings.calendarFile({ year }));
}

/** What a year's notice says, and what looks odd in it. */
function Year({ calendar }: { readonly calendar: RestCalendar }) {
  const doubts = restCalendarDoubts(calendar);
  return (
    <dl className={styles.facts}>
      <dt>通知日期</dt>
      <dd>{formatLocalDate(calendar.publishedOn)}</dd>
      <dt>放假</dt>
      <dd>
        <ul className={styles.plain}>
          {calendar.holidays.map(({ name, from, to }) => (
            <li key={`${name} ${from}`}>
              {name}：{dayWithWeekday(from)}
              {to !== from && `至${dayWithWeekday(to)}`}
            </li>
          ))}
        </ul>
      </dd>
      <dt>调休上班</dt>
      <dd>
        {calendar.workingDays.length === 0 ? '无' : calendar.workingDays.map(dayWithWeekday).join('、')}
      </dd>
      {doubts.length > 0 && (
        <>
          <dt>请核对</dt>
          <dd className={styles.caution}>{doubts.join('；')}</dd>
        </>
      )}
    </dl>
  );
}
