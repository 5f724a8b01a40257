import { checkCreditCode, checkForeignResidentId, checkResidentId, normaliseIdNumber } from '../identity.ts';
import type { LocalDate } from '../local-date.ts';
import { cleanName, unseenMarksIn } from '../names.ts';
import { guessPartyKind, splitPartyNames } from '../party.ts';
import { splitPhones } from '../phone.ts';
import type { LedgerDoubt } from './doubt.ts';
import type { LedgerParty, Problem } from './facts.ts';
import { ledgerFieldFacts, type Person, personFields } from './fields.ts';
import { problemAt, type RowCells, saysNothing } from './row-cells.ts';

export type ReadParties = {
  readonly parties: readonly LedgerParty[];
  readonly warned: readonly Problem[];
  readonly doubts: readonly LedgerDoubt[];
  /** Addresses of which nobody can tell whose they are, for 备注; empty where there are none. */
  readonly addresses: string;
};

const personLabels: Readonly<Record<Person, string>> = {
  applicant: '申请人',
  respondent: '被申请人',
  thirdParty: '第三人',
};

/** Reads the persons of one side; ID numbers and phones are given to names only where it is plain whose they are. */
export function readParties(cells: RowCells, person: Person, today: LocalDate): ReadParties {
  const fields = personFields[person];
  const written = cells.text(fields.name);
  const ids = splitIds(cells.text(fields.id));
  const names = splitNames(written, ids.length);
  const phones = splitPhones(cells.text(fields.phone)).filter((phone) => !saysNothing(phone));
  const addresses = splitAddresses(cells.text(fields.address), names.length);
  const idsFit = ids.length === names.length || ids.length === 0;
  const addressesFit = addresses.length === names.length || addresses.length <= 1;
  const phonesFit = names.length === 1 || phones.length === names.length || phones.length === 0;
  const parties = names.map((name, index): LedgerParty => {
    const idNumber = idsFit ? ids[index] : undefined;
    // One address beside several names is where all of them live.
    const address = addressesFit ? (addresses[index] ?? addresses[0]) : undefined;
    return {
      name,
      kind: guessPartyKind(name, idNumber),
      phones: names.length === 1 ? phones : phonesFit ? phones.slice(index, index + 1) : [],
      ...(idNumber === undefined ? {} : { idNumber }),
      ...(address === undefined ? {} : { address }),
    };
  });
  return {
    parties,
    warned: [...checkNames(cells, person), ...checkIds(cells, person, parties, today)],
    addresses:
      addressesFit && names.length > 0
        ? ''
        : addresses.length === 0
          ? ''
          : `${ledgerFieldFacts[fields.address].label}：${addresses.join('；')}`,
    doubts: [
      ...(idsFit ? [] : [notAssigned(person, '证件号码', names.length, ids)]),
      ...(phonesFit ? [] : [notAssigned(person, '电话', names.length, phones)]),
      ...(addressesFit
        ? []
        : [
            {
              code: 'addressesNotAssigned' as const,
              sentence: `${personLabels[person]}有 ${names.length} 人，地址有 ${addresses.length} 个，无法对应，已写入备注。`,
            },
          ]),
      ...parties.flatMap((party) => oldNumber(party)),
      ...(/.等(?:[\d一二三四五六七八九十]+[人户名方]?)?\s*$/m.test(written)
        ? [
            {
              code: 'othersNotNamed' as const,
              sentence: `${personLabels[person]}写的是“${written}”，其他人没有列出。`,
            },
          ]
        : []),
    ],
  };
}

/** A single column 当事人: 张三诉李四 is two sides; without 诉 nobody can tell which side is which. */
export function readUndividedParties(text: string): {
  readonly applicants: readonly LedgerParty[];
  readonly respondents: readonly LedgerParty[];
  readonly doubts: readonly LedgerDoubt[];
} {
  const sides = text.replace(/(?:一案|案)$/, '').split(/诉(?!前|讼)|[vV][sS]\.?/);
  const [first = '', second] = sides;
  const divided = sides.length === 2 && second !== undefined;
  return {
    applicants: splitNames(divided ? first : text, 0).map(nameOnly),
    respondents: divided ? splitNames(second, 0).map(nameOnly) : [],
    doubts:
      divided || saysNothing(text)
        ? []
        : [
            {
              code: 'partiesNotDivided',
              sentence: `当事人“${text}”没有分申请人和被申请人，暂都记为申请人。`,
            },
          ],
  };
}

function nameOnly(name: string): LedgerParty {
  return { name, kind: guessPartyKind(name), phones: [] };
}

/** Names without 无 and strokes; a space divides names only where there are as many ID numbers as names then. */
function splitNames(text: string, idCount: number): readonly string[] {
  const names = splitPartyNames(text).filter((name) => !saysNothing(name));
  const bySpaces = names.flatMap((name) => name.split(/\s+/));
  return names.length !== idCount && bySpaces.length === idCount ? bySpaces.map(cleanName) : names;
}

/** Addresses by lines and semicolons; by commas only where that gives one for each name, since they stand in addresses too. */
function splitAddresses(text: string, names: number): readonly string[] {
  const parts = (dividers: RegExp): readonly string[] =>
    text
      .split(dividers)
      .map((address) => address.trim())
      .filter((address) => !saysNothing(address));
  const byCommas = parts(/[；;\n、，,]/);
  return names > 1 && byCommas.length === names ? byCommas : parts(names === 1 ? /\n/ : /[；;\n]/);
}

function splitIds(text: string): readonly string[] {
  return text
    .split(/[、,，;；/／\n]/)
    .flatMap((piece) => {
      const whole = normaliseIdNumber(piece);
      // Spaces may group the figures of one number, or divide two.
      return whole.length <= 18 ? [whole] : piece.trim().split(/\s+/).map(normaliseIdNumber);
    })
    .map((id) => id.replace(/^[^0-9A-Z]+/, ''))
    .filter((id) => !saysNothing(id));
}

function notAssigned(person: Person, what: string, names: number, numbers: readonly string[]): LedgerDoubt {
  return {
    code: 'numbersNotAssigned',
    sentence: `${personLabels[person]}有 ${names} 人，${what}有 ${numbers.length} 个（${numbers.join('、')}），无法对应，没有登记。`,
  };
}

function oldNumber({ name, idNumber }: LedgerParty): readonly LedgerDoubt[] {
  return idNumber !== undefined && checkResidentId(idNumber).kind === 'oldFifteen'
    ? [{ code: 'oldIdNumber', sentence: `${name}的证件号码是 15 位旧号，请换成 18 位公民身份号码。` }]
    : [];
}

/** What the names lose unseen when they are registered. */
function checkNames(cells: RowCells, person: Person): readonly Problem[] {
  return cells.of(personFields[person].name).flatMap((at) => {
    const marks = unseenMarksIn(at.text);
    return marks === undefined ? [] : [problemAt(cells, at, `${personLabels[person]}：${marks}，已去掉。`)];
  });
}

function checkIds(
  cells: RowCells,
  person: Person,
  parties: readonly LedgerParty[],
  today: LocalDate,
): readonly Problem[] {
  const idCells = cells.of(personFields[person].id);
  return parties.flatMap((party) => {
    const { idNumber } = party;
    const at =
      idCells.find((cell) => idNumber !== undefined && normaliseIdNumber(cell.text).includes(idNumber)) ??
      idCells[0];
    if (idNumber === undefined || at === undefined) {
      return [];
    }
    const reason =
      at.cell.kind === 'number' && at.cell.value >= 1e15
        ? '证件号码在表格里存成了数字，末几位已经丢失，请按证件重新填写。'
        : faultOfId(party, idNumber, today);
    if (reason === undefined) {
      return [];
    }
    const problem = problemAt(cells, at, `${personLabels[person]}${party.name}：${reason}`);
    return [parties.length === 1 ? problem : { ...problem, value: idNumber }];
  });
}

/** What is wrong with an ID number, as a sentence; passports, permits and old licence numbers are not checked. */
function faultOfId({ kind }: LedgerParty, idNumber: string, today: LocalDate): string | undefined {
  const resident = checkResidentId(idNumber, today);
  const credit = checkCreditCode(idNumber);
  if (
    resident.kind !== 'wrong' ||
    credit.kind === 'valid' ||
    checkForeignResidentId(idNumber, today).kind === 'valid'
  ) {
    return undefined;
  }
  if (
    kind === 'naturalPerson'
      ? /^\d{14,20}X?$/.test(idNumber)
      : /^\d{17}[\dX]$/.test(idNumber) && !idNumber.startsWith('9')
  ) {
    return residentFaults[resident.reason];
  }
  return /^[0-9A-Z]{17,19}$/.test(idNumber) ? creditFaults[credit.reason] : undefined;
}

const residentFaults = {
  length: '公民身份号码应为 18 位，请核对。',
  characters: '公民身份号码应为 17 位数字加一位校验码，请核对。',
  birthDate: '公民身份号码中的出生日期不存在，请核对。',
  checkDigit: '公民身份号码的校验码不符，请核对。',
  region: '公民身份号码开头的地区代码不存在，请核对。',
} as const;

const creditFaults = {
  length: '统一社会信用代码应为 18 位，请核对。',
  characters: '统一社会信用代码中有不该出现的字符（不用字母 I、O、S、V、Z），请核对。',
  checkDigit: '统一社会信用代码的校验码不符，请核对。',
} as const;
