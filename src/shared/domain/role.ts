import { z } from 'zod';

/** Who somebody is in the office (domain.md §10.3). Said of every move; enforced once there are accounts. */
export const roleCodes = ['mediator', 'clerk', 'statistician', 'administrator'] as const;
export const roleSchema = z.enum(roleCodes);
export type Role = z.infer<typeof roleSchema>;

export const roles = {
  mediator: { label: '调解员' },
  clerk: { label: '书记员' },
  statistician: { label: '统计员' },
  administrator: { label: '管理员' },
} as const satisfies Record<Role, { label: string }>;
