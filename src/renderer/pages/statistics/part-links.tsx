import { Link, useLocation } from 'react-router';
import styles from './part-links.module.css';

const parts = [
  { to: '/statistics', label: '统计报表' },
  { to: '/statistics/calendar', label: '报送日历' },
  { to: '/statistics/hand-figures', label: '手工填报数' },
] as const;

/** The pages of 统计 beside each other. */
export function PartLinks() {
  const { pathname } = useLocation();
  return (
    <nav aria-label="统计的各页" className={`${styles.parts} no-print`}>
      {parts.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          className={styles.part ?? ''}
          aria-current={pathname === to ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
