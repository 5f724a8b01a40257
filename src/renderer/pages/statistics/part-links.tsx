import { Link, useLocation } from 'react-router';
import styles from './part-links.module.css';

const parts = [
  { to: '/statistics', label: '统计报表', asked: true },
  { to: '/statistics/dashboard', label: '一页看懂', asked: true },
  { to: '/statistics/calendar', label: '报送日历', asked: false },
  { to: '/statistics/rollup', label: '多家汇总', asked: false },
  { to: '/statistics/hand-figures', label: '手工填报数', asked: false },
] as const;

/** Which period and which cases an address asks for, so that both pages of figures show the same. */
function askedIn(search: string): string {
  const kept = [...new URLSearchParams(search)].filter(([name]) =>
    ['month', 'year', 'period', 'f'].includes(name),
  );
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`;
}

/** The pages of 统计 beside each other. */
export function PartLinks() {
  const { pathname, search } = useLocation();
  return (
    <nav aria-label="统计的各页" className={`${styles.parts} no-print`}>
      {parts.map(({ to, label, asked }) => (
        <Link
          key={to}
          to={asked ? `${to}${askedIn(search)}` : to}
          className={styles.part ?? ''}
          aria-current={pathname === to ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
