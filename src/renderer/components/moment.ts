const shanghai = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** 2026年11月21日 08:36, in China's time whatever the machine's. */
export function momentInWords(instant: string): string {
  return shanghai.format(new Date(instant));
}
