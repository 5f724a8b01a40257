import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { maskIdNumber, maskPhone } from '#shared/domain/masking.ts';
import { checkPhone } from '#shared/domain/phone.ts';

/** How the numbers that tell who somebody is, or reach them, stand on the screen. */
export type PersonalNumbers = {
  readonly idNumber: (number: string) => string;
  readonly phone: (number: string) => string;
};

export const inFull: PersonalNumbers = { idNumber: (number) => number, phone: (number) => number };
const masked: PersonalNumbers = { idNumber: maskIdNumber, phone: maskPhone };

/**
 * Somebody may look over the clerk's shoulder: numbers are masked until they are asked for. What is copied or printed is
 * what is shown.
 */
export function usePersonalNumbers(): { readonly numbers: PersonalNumbers; readonly button: ReactNode } {
  const [shown, setShown] = useState(false);
  return {
    numbers: shown ? inFull : masked,
    button: (
      <Button onClick={() => setShown(!shown)}>{shown ? '隐去证件号码和电话' : '显示证件号码和电话'}</Button>
    ),
  };
}

/** A place of service that may be a phone, an address of mail or anything else. */
export function maskedIfPhone(text: string, { phone }: PersonalNumbers): string {
  return checkPhone(text) === 'unknown' ? text : phone(text);
}
