import { useMutation, useQuery } from '@tanstack/react-query';
import { AutoComplete, Select, Switch } from 'antd';
import { useRef, useState } from 'react';
import { officeLevels, type RollupSettings, usualRegion } from '#shared/domain/rollup.ts';
import { query } from '../../../api.ts';
import { useOverview } from '../../../components/office-facts.tsx';
import { ErrorLine } from '../../../components/states.tsx';
import styles from './rollup.module.css';

/** What this office says of itself in its packages, and whether it is one of those that it sums up. */
export function OwnOffice() {
  const settings = useQuery(query.settings.all.queryOptions());
  const save = useMutation(query.settings.save.mutationOptions());
  if (settings.data === undefined) return null;
  const { value, version } = settings.data.rollup;
  const choose = (change: Partial<RollupSettings>) =>
    save.mutate({ version, change: { subject: 'rollup', value: { ...value, ...change } } });
  return (
    <div className={styles.own}>
      <div className={styles.choice}>
        <span>本单位级别</span>
        <Select
          aria-label="本单位级别"
          value={value.level}
          options={Object.entries(officeLevels).map(([level, { label }]) => ({ value: level, label }))}
          onChange={(level) => choose({ level: level as RollupSettings['level'] })}
        />
      </div>
      <OwnRegion
        key={`${value.level} ${value.region}`}
        settings={value}
        onChange={(region) => choose({ region })}
      />
      <div className={styles.choice}>
        <span>本单位计入汇总</span>
        <Switch
          aria-label="本单位计入汇总"
          checked={value.ownCounts}
          onChange={(ownCounts) => choose({ ownCounts })}
        />
        <small>本登记簿的案件作为一家计入，不用接收自己的报送包</small>
      </div>
      <ErrorLine error={save.error} />
    </div>
  );
}

/** The 旗区, 市 or 自治区 of this office: typed or taken from the courts; while nothing is said the court tells. */
function OwnRegion(props: {
  readonly settings: RollupSettings;
  readonly onChange: (region: string | null) => void;
}) {
  const { level, region } = props.settings;
  const { courts, profile } = useOverview();
  const [typed, setTyped] = useState(region ?? '');
  const usual = usualRegion(
    level,
    courts.find(({ id }) => id === profile.courtId),
  );
  const places = [...new Set(courts.flatMap((court) => usualRegion(level, court) ?? []))];
  const sent = useRef(region);
  const keep = (text: string) => {
    const said = text.trim() === '' ? null : text.trim();
    if (said === sent.current) return;
    sent.current = said;
    props.onChange(said);
  };
  return (
    <div className={styles.choice}>
      <span>本单位地区</span>
      <AutoComplete
        aria-label="本单位地区"
        className={styles.region ?? ''}
        value={typed}
        placeholder={usual === null ? '如：东胜区' : `${usual}（按法院）`}
        options={places.filter((place) => place.includes(typed.trim())).map((place) => ({ value: place }))}
        onChange={(text: string) => setTyped(text.slice(0, 50))}
        onSelect={keep}
        onBlur={() => keep(typed)}
        onKeyDown={({ key, target }) => {
          // An entry of the list is taken first.
          if (key === 'Enter') requestAnimationFrame(() => target instanceof HTMLElement && target.blur());
        }}
      />
      <small>写进报送包；上级的汇总表按它归到一起，作小计</small>
    </div>
  );
}
