import { describe, expect, test } from 'vitest';
import { missingFor, missingNeeds } from '#shared/domain/case-needs.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { aCaseSoFar, aMove } from './cases-so-far.ts';

const inform = aMove('inform', '2026-11-05', { form: 'written' });
const codes = (soFar: Parameters<typeof missingNeeds>[0]) => missingNeeds(soFar).map(({ need }) => need);

describe('what is missing', () => {
  test('is named with its place on the page and its article', () => {
    const soFar = aCaseSoFar({ facts: { letterOn: null, judge: null, mediatorId: 7 } });
    expect(missingNeeds(soFar)).toEqual([
      {
        need: 'letter',
        label: '未填函日期',
        place: { section: 'facts', field: 'letterOn' },
        source: '法释〔2016〕14号 第11条',
      },
      {
        need: 'judge',
        label: '未填承办法官',
        place: { section: 'facts', field: 'judge' },
        source: '法释〔2016〕14号 第4条',
      },
      {
        need: 'recusalCheck',
        label: '未记调解员怎样产生、有无回避情形',
        place: { section: 'move', field: 'appoint' },
        source: '法释〔2016〕14号 第12条、第15条',
      },
    ]);
  });

  test('a case that came without a court needs no letter, judge or court number', () => {
    const facts = { letterNumber: null, letterOn: null, judge: null };
    expect(codes(aCaseSoFar({ facts: { ...facts, channel: 'C', mediatorId: 7 } }))).toEqual(['recusalCheck']);
    expect(codes(aCaseSoFar({ facts: { ...facts, channel: 'B', mediatorId: 7 } }))).toEqual([
      'letter',
      'judge',
      'courtNumber',
      'procedureKind',
      'recusalCheck',
    ]);
  });

  test('a registered case needs two sides, a cause, the claim and the dispute', () => {
    const soFar = aCaseSoFar({
      status: 'registered',
      parties: [{ id: 1, role: 'applicant', name: '甲小明', serviceAddress: null, electronicService: null }],
      facts: { cause: null, claim: { kind: 'notStated' }, claims: null, receivedOn: null },
    });
    expect(missingNeeds(soFar).map(({ label }) => label)).toEqual([
      '未填被申请人',
      '未填案由',
      '未填标的额',
      '未填请求事项',
    ]);
  });

  test('consent of each side is asked for only where consents are known, and by name', () => {
    const consent = {
      id: 1,
      partyId: 1,
      agreed: true,
      form: 'written' as const,
      givenOn: localDate('2026-11-03'),
      beforeReferral: false,
    };
    expect(codes(aCaseSoFar())).toEqual(['mediator']);
    const asked = aCaseSoFar({ consents: [consent] });
    expect(missingNeeds(asked)[0]).toMatchObject({ need: 'consents', label: '未记乙样例是否同意调解' });
    expect(codes(aCaseSoFar({ consents: [consent, { ...consent, id: 2, partyId: 2 }] }))).toEqual([
      'mediator',
    ]);
  });

  test('mediation wants the mediator, the notice of rights and an address for service', () => {
    const party = {
      role: 'applicant',
      name: '甲小明',
      serviceAddress: null,
      electronicService: null,
    } as const;
    const parties = [
      { ...party, id: 1 },
      { ...party, id: 2, role: 'respondent' as const, name: '乙样例' },
      { ...party, id: 3, role: 'respondent' as const, name: '丙样例' },
    ];
    const soFar = aCaseSoFar({ status: 'mediating', parties });
    expect(missingNeeds(soFar).map(({ label }) => label)).toEqual([
      '未定调解员',
      '未记权利义务告知',
      '未填甲小明等 3 人的送达地址',
    ]);
    expect(missingNeeds(soFar).map(({ place }) => place)).toEqual([
      { section: 'facts', field: 'mediatorId' },
      { section: 'move', field: 'inform' },
      { section: 'parties', field: 'place:0:serviceAddress' },
    ]);
    expect(codes(aCaseSoFar({ status: 'mediating', moves: [inform], facts: { mediatorId: 7 } }))).toEqual([]);
  });

  test('an agreement wants a session, its terms and a paper that says what is registered', () => {
    const agreement = { form: 'written', agreedFen: null, effect: null, terms: [] };
    const soFar = aCaseSoFar({ status: 'agreed', agreement, moves: [inform], facts: { mediatorId: 7 } });
    expect(codes(soFar)).toEqual(['session', 'agreementTerms']);
    const written = { ...soFar, agreement: { ...agreement, terms: [{}] } };
    expect(codes(written)).toEqual(['session', 'agreementPaper']);
    const paper = { kind: 'mediationAgreement', state: 'current' as const, differences: [] };
    expect(codes({ ...written, documents: [paper] })).toEqual(['session']);
    expect(codes({ ...written, documents: [{ ...paper, differences: ['标的额'] }] })).toContain(
      'agreementPaper',
    );
  });

  test('a failure wants its reason and the undisputed facts (法释〔2021〕23号 第21条)', () => {
    const session = { heldOn: localDate('2026-11-10'), result: 'failed', nextOn: null, undisputed: null };
    const closed = aCaseSoFar({
      status: 'closed',
      sessions: [session],
      closing: { code: 'C24', reason: null },
    });
    expect(codes(closed)).toEqual(['failureReason', 'undisputedFacts']);
    expect(
      codes({
        ...closed,
        sessions: [{ ...session, undisputed: '借款属实' }],
        closing: { code: 'C24', reason: '差距大' },
      }),
    ).toEqual([]);
    expect(codes({ ...closed, closing: { code: 'C11', reason: null } })).toEqual([]);
  });

  test('nothing is missing of an archived case or one in the recycle bin', () => {
    expect(codes(aCaseSoFar({ status: 'archived' }))).toEqual([]);
    expect(codes(aCaseSoFar({ removed: {} }))).toEqual([]);
  });

  test('the dialog of a move names what that move should rest on', () => {
    const soFar = aCaseSoFar({ status: 'registered', facts: { judge: null, mediatorId: null } });
    expect(missingFor('dispatch', soFar).map(({ need }) => need)).toEqual(['judge']);
    expect(missingFor('archive', soFar)).toEqual([]);
  });
});
