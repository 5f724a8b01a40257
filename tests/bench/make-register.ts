import { localDate } from '#shared/domain/local-date.ts';
import { createOffice } from '../../src/main/office.ts';
import { closeRegister, openRegister } from '../../src/main/register/open.ts';
import { fillSyntheticRegister } from './synthetic-register.ts';

/** Makes a synthetic register in a process of its own, so that its memory is not measured with the office's. */
const [dataDir = '', cases = '1000'] = process.argv.slice(2);
await (await createOffice({ dataDir })).close();
const register = openRegister(dataDir);
fillSyntheticRegister(register, { cases: Number(cases), today: localDate('2026-11-20') });
closeRegister(register);
