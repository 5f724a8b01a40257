import type { SessionForm, SessionResult } from '#shared/contract/sessions.ts';

export const sessionFormLabels = {
  onSite: '现场',
  telephone: '电话',
  video: '视频',
  message: '在线留言',
  visit: '上门',
} as const satisfies Record<SessionForm, string>;

export const sessionResultLabels = {
  agreed: '达成一致',
  continue: '继续调解',
  adjourned: '改期',
  failed: '调解不成',
} as const satisfies Record<SessionResult, string>;
