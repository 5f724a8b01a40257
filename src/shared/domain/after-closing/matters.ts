import { z } from 'zod';
import { confirmation } from './matters/confirmation.ts';
import { enforcement } from './matters/enforcement.ts';
import { statement } from './matters/statement.ts';
import { transfer } from './matters/transfer.ts';
import { withdrawal } from './matters/withdrawal.ts';

/**
 * What follows a closing (domain.md §2.4), a matter each with its states and steps. None of it moves the closing day.
 * Articles of the 民诉解释 are those of 2022 (法释〔2022〕11号), of the 民事诉讼法 those of 2023.
 */
export const matters = { confirmation, statement, withdrawal, transfer, enforcement } as const;

export type MatterCode = keyof typeof matters;
export const matterCodes = Object.keys(matters) as [MatterCode, ...MatterCode[]];
export const matterSchema = z.enum(matterCodes);

type StepsOf<Code extends MatterCode> = keyof (typeof matters)[Code]['steps'];
export type StepCode = { [Code in MatterCode]: StepsOf<Code> }[MatterCode];
const stepCodes = [...new Set(matterCodes.flatMap((code) => Object.keys(matters[code].steps)))] as [
  StepCode,
  ...StepCode[],
];
export const stepCodeSchema = z.enum(stepCodes);
