import { Link, useLocation } from 'react-router';
import styles from './part-links.module.css';

const parts = [
  { to: '/statistics', label: '统计报表', shows: 'period' },
  { to: '/statistics/dashboard', label: '工作概览', shows: 'period' },
  { to: '/statistics/calendar', label: '报送日历', shows: 'year' },
  { to: '/statistics/rollup', label: '单位汇总', shows: 'period' },
  { to: '/statistics/hand-figures', label: '手工填报数', shows: 'year' },
] as const;

/**
 * Which period and which cases an address asks for: whoever chose a month finds it again on every page. Pages of whole
 * years may show another year beside it, which the others do not ask for.
 */
function askedIn(search: string, shows: (typeof parts)[number]['shows']): string {
  const asked = new URLSearchParams(search);
  const narrower = asked.has('month') || asked.has('period');
  const names = ['month', 'period', 'f', ...(shows === 'year' || !narrower ? ['year'] : [])];
  const kept = [...asked].filter(([name]) => names.includes(name));
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`;
}

/** The pages of 统计 beside each other. */
export function PartLinks() {
  const { pathname, search } = useLocation();
  return (
    <nav aria-label="统计的各页" className={`${styles.parts} no-print`}>
      {parts.map(({ to, label, shows }) => (
        <Link
          key={to}
          to={`${to}${askedIn(search, shows)}`}
          className={styles.part ?? ''}
          aria-current={pathname === to ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
