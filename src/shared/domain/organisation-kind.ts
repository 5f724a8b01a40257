import { z } from 'zod';

/** What a mediation organisation is: 特邀调解组织 of a court's list, 人民调解委员会, or one of a trade. */
export const organisationKindSchema = z.enum(['invitedMediation', 'peoplesMediation', 'industryMediation']);
