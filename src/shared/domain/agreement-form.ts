import { z } from 'zod';

/** A written agreement, or an oral one that the mediator writes down (人民调解法 第28条). */
export const agreementFormSchema = z.enum(['written', 'oral']);
export type AgreementForm = z.infer<typeof agreementFormSchema>;
