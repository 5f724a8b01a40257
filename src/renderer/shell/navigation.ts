/** The pages in the order of the menu, which is the order of Alt+1 to Alt+7. */
export const menu = [
  { to: '/today', label: '今日', help: 'today' },
  { to: '/cases', label: '案件', help: 'cases' },
  { to: '/cases/new', label: '登记', help: 'intake' },
  { to: '/roster', label: '名册', help: 'roster' },
  { to: '/statistics', label: '统计', help: 'statistics' },
  { to: '/settings', label: '设置', help: 'settings' },
  { to: '/help', label: '帮助', help: 'start' },
] as const;

/** Which entry of the menu an address belongs to; a case's own page belongs to 案件, the import to 设置. */
export function menuEntryOf(pathname: string): (typeof menu)[number]['to'] {
  if (pathname === '/import') {
    return '/settings';
  }
  return menu.findLast(({ to }) => pathname === to || pathname.startsWith(`${to}/`))?.to ?? '/today';
}

/** The help page that belongs to an address. */
export function helpPageOf(pathname: string): string {
  if (pathname === '/import') {
    return 'import';
  }
  if (/^\/cases\/\d+$/.test(pathname)) {
    return 'case';
  }
  return menu.find(({ to }) => to === menuEntryOf(pathname))?.help ?? 'start';
}
