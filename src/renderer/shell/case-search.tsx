import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Input, type InputRef } from 'antd';
import { type RefObject, useDeferredValue, useState } from 'react';
import { useNavigate } from 'react-router';
import type { CaseRow } from '#shared/contract/cases.ts';
import { everyCase } from '#shared/contract/every-case.ts';
import { query } from '../api.ts';
import { casesFound } from '../components/case-filter.ts';
import { KeyHint } from '../components/key-hint.tsx';
import styles from './case-search.module.css';

function Found(props: { readonly row: CaseRow }) {
  const { row } = props;
  return (
    <span className={styles.found}>
      <span className={styles.parties}>
        {row.applicants} 与 {row.respondents === '' ? '—' : row.respondents}
      </span>
      <span className={styles.detail}>
        {row.courtNumber ?? row.internalNumber}　{row.causeName ?? '案由未填'}
      </span>
    </span>
  );
}

/** Finds a case from any page: names, initials of names, the tail of a number, a phone, an ID. */
export function CaseSearch(props: { readonly field: RefObject<InputRef | null> }) {
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const navigate = useNavigate();
  const { data } = useQuery(
    query.cases.list.queryOptions({
      input: { filter: { ...everyCase, search: wanted }, after: null, limit: 8 },
      enabled: wanted !== '',
    }),
  );
  const rows = wanted === '' ? [] : (data?.rows ?? []);

  const go = (address: string) => {
    setText('');
    props.field.current?.blur();
    navigate(address);
  };
  const found = rows.map((row) => ({ value: String(row.id), label: <Found row={row} /> }));
  const all = {
    value: 'all',
    label: <span className={styles.all}>在案件列表中查看“{wanted}”的全部结果</span>,
  };
  const none = { value: 'none', label: <span>没有找到“{wanted}”</span>, disabled: true };

  return (
    <AutoComplete
      value={text}
      onChange={(value: string) => {
        // Choosing an option writes its value here first; only what was typed is kept.
        if (value === '' || !found.some((option) => option.value === value) || value === text) {
          setText(value === 'all' ? text : value);
        }
      }}
      onSelect={(value: string) => go(value === 'all' ? casesFound(wanted) : `/cases/${value}`)}
      options={wanted === '' || data === undefined ? [] : found.length === 0 ? [none] : [...found, all]}
      defaultActiveFirstOption={false}
      popupMatchSelectWidth={460}
      listHeight={540}
      className={styles.search ?? ''}
    >
      <Input
        ref={props.field}
        aria-label="查找案件"
        placeholder="查找案件：姓名、案号、电话"
        prefix={<SearchOutlined aria-hidden="true" />}
        suffix={<KeyHint keys="Ctrl+K" />}
        onPressEnter={(event) => {
          if (
            wanted !== '' &&
            !event.nativeEvent.isComposing &&
            event.currentTarget.ariaActiveDescendantElement === null
          ) {
            const [only] = rows;
            go(rows.length === 1 && only !== undefined ? `/cases/${only.id}` : casesFound(wanted));
          }
        }}
      />
    </AutoComplete>
  );
}
