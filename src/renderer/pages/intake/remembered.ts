import { z } from 'zod';
import { type CourtId, courtIdSchema } from '#shared/contract/ids.ts';
import { caseSourceSchema, channelSchema, procedureKindSchema } from '#shared/domain/channel.ts';
import type { ChannelSettings } from '#shared/domain/settings.ts';

const rememberedSchema = z.object({
  channel: channelSchema.nullable(),
  source: caseSourceSchema.nullable(),
  courtId: courtIdSchema.nullable(),
  procedureKind: procedureKindSchema.nullable(),
});

/** What is mostly the same from one case to the next on this machine; days and sums are never among it. */
export type Remembered = z.infer<typeof rememberedSchema>;

const key = 'intake-remembered';

/** As at the last intake on this machine; at the first one, the office's own court. Never a channel that was switched off. */
export function recall(officeCourt: CourtId | null, enabled: ChannelSettings): Remembered {
  const nothing = { channel: null, source: null, courtId: officeCourt, procedureKind: null };
  try {
    const last = rememberedSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data ?? nothing;
    return last.channel === null || enabled[last.channel] ? last : { ...last, channel: null };
  } catch {
    return nothing;
  }
}

export function remember(facts: Remembered): void {
  const { channel, source, courtId, procedureKind } = facts;
  localStorage.setItem(key, JSON.stringify({ channel, source, courtId, procedureKind }));
}
