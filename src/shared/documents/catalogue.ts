import { type Channel, channelCodes } from '../domain/channel.ts';
import type { DocumentKind } from './model.ts';

/** What of a case a document is about: the case, or one session, party, extension, disclosure or visit of it. */
export type PaperSubject = 'case' | 'session' | 'party' | 'extension' | 'disclosure' | 'visit';

/** The set that a document is printed with. */
export const paperSets = {
  opening: { label: '受理材料' },
  mediation: { label: '调解材料' },
  agreement: { label: '协议材料' },
  closing: { label: '终结材料' },
  dossier: { label: '卷宗' },
} as const;
export type PaperSet = keyof typeof paperSets;

export type CatalogueEntry = {
  readonly title: string;
  /** What a channel calls it where that is something else. */
  readonly titleIn?: Partial<Readonly<Record<Channel, string>>>;
  readonly set: PaperSet;
  readonly subject: PaperSubject;
  readonly channels: readonly Channel[];
  /** How many copies are printed for so many parties (domain.md §5.0). */
  readonly copies: (parties: number) => number;
  readonly copiesFor: string;
  /** Where no court and nobody else outside is to have one, as in most cases of channel C. */
  readonly keptHere?: Pick<CatalogueEntry, 'copies' | 'copiesFor'>;
  readonly signedBy: string;
  readonly source: string;
  /** What it rests on in a channel to which that law does not apply: 法释〔2016〕14号 is about what a court sent. */
  readonly sourceIn?: Partial<Readonly<Record<Channel, string>>>;
};

/** The documents that an office prints, in the order in which a case needs them (domain.md §5.0). */
export const catalogue: Readonly<Record<DocumentKind, CatalogueEntry>> = {
  referralLetter: {
    title: '委派（委托）调解函',
    titleIn: { A: '委派调解函', B: '委托调解函' },
    set: 'opening',
    subject: 'case',
    channels: ['A', 'B'],
    copies: () => 2,
    copiesFor: '法院存卷一份，调解组织一份',
    signedBy: '法院盖章，接收人在回执上签名',
    source: '法释〔2016〕14号 第11条、第27条，民事诉讼法 第125条、第136条',
  },
  authorization: {
    title: '授权委托书',
    set: 'opening',
    subject: 'party',
    channels: channelCodes,
    copies: () => 1,
    copiesFor: '存卷一份',
    signedBy: '委托人、受委托人',
    source: '民事诉讼法 第62条，民诉解释 第89条、第147条',
    sourceIn: { C: '民法典 第165条' },
  },
  legalRepresentative: {
    title: '法定代表人（负责人）身份证明书',
    set: 'opening',
    subject: 'party',
    channels: channelCodes,
    copies: () => 1,
    copiesFor: '存卷一份',
    signedBy: '单位盖章',
    source: '民事诉讼法 第51条，民诉解释 第50条',
    sourceIn: { C: '民法典 第61条' },
  },
  consentForm: {
    title: '先行调解告知与同意书',
    set: 'opening',
    subject: 'case',
    channels: ['A', 'B'],
    copies: (parties) => parties + 1,
    copiesFor: '当事人各一份，存卷一份',
    signedBy: '各方当事人勾选并签名',
    source: '法释〔2016〕14号 第11条、第12条',
  },
  rightsNotice: {
    title: '特邀调解告知书',
    titleIn: { C: '调解告知书' },
    set: 'opening',
    subject: 'case',
    channels: channelCodes,
    copies: (parties) => parties + 1,
    copiesFor: '当事人各一份，存卷一份',
    signedBy: '各方当事人签收',
    source: '法释〔2016〕14号 第14条',
    sourceIn: { C: '人民调解法 第23条、第24条' },
  },
  serviceAddress: {
    title: '送达地址确认书',
    set: 'opening',
    subject: 'party',
    channels: channelCodes,
    copies: () => 1,
    copiesFor: '每名当事人一份，原件存卷',
    signedBy: '受送达的当事人签名、捺印或者盖章',
    source: '民诉解释 第136条、第137条，法释〔2021〕23号 第17条',
  },
  mediationRecord: {
    title: '调解笔录',
    set: 'mediation',
    subject: 'session',
    channels: channelCodes,
    copies: () => 1,
    copiesFor: '存卷一份',
    signedBy: '到场各方逐页签名，调解员、记录人',
    source: '法释〔2021〕23号 第22条，法释〔2016〕14号 第24条',
    sourceIn: { C: '人民调解法 第27条' },
  },
  disclosureRecord: {
    title: '回避披露与同意记录',
    set: 'mediation',
    subject: 'disclosure',
    channels: channelCodes,
    copies: () => 1,
    copiesFor: '存卷一份',
    signedBy: '各方当事人、披露的调解员',
    source: '法释〔2016〕14号 第15条，法释〔2021〕23号 第13条',
    sourceIn: { C: '参照法释〔2016〕14号 第15条' },
  },
  extensionConsent: {
    title: '延长调解期限同意书',
    set: 'mediation',
    subject: 'extension',
    channels: channelCodes,
    copies: () => 2,
    copiesFor: '报法院一份，存卷一份',
    keptHere: { copies: () => 1, copiesFor: '存卷一份' },
    signedBy: '各方当事人、调解员',
    source: '法释〔2016〕14号 第27条第2款',
    sourceIn: {
      C: '无法定期限，由各方当事人约定；惯例一个月（原《人民调解工作若干规定》司法部令第75号 第33条）',
    },
  },
  mediationAgreement: {
    title: '调解协议书',
    set: 'agreement',
    subject: 'case',
    channels: channelCodes,
    copies: (parties) => parties + 2,
    copiesFor: '当事人各一份，调解组织一份，报法院一份',
    keptHere: { copies: (parties) => parties + 1, copiesFor: '当事人各一份，调解组织一份' },
    signedBy: '各方当事人、调解员，加盖调解组织印章',
    source: '法释〔2016〕14号 第24条',
    sourceIn: { C: '人民调解法 第29条；不是人民调解委员会主持的，民法典 第490条、第502条' },
  },
  peoplesAgreement: {
    title: '人民调解协议书',
    set: 'agreement',
    subject: 'case',
    channels: ['A', 'C'],
    copies: (parties) => parties + 2,
    copiesFor: '当事人各一份，人民调解委员会一份，报法院一份',
    keptHere: { copies: (parties) => parties + 1, copiesFor: '当事人各一份，人民调解委员会一份' },
    signedBy: '各方当事人、人民调解员、记录人，加盖人民调解委员会印章',
    source: '人民调解法 第29条',
  },
  oralAgreement: {
    title: '口头协议登记表',
    set: 'agreement',
    subject: 'case',
    channels: channelCodes,
    copies: () => 1,
    copiesFor: '存卷一份',
    signedBy: '各方当事人、调解员，加盖调解组织印章',
    source: '人民调解法 第28条、第30条',
  },
  confirmationApplication: {
    title: '司法确认申请书',
    set: 'agreement',
    subject: 'case',
    channels: ['A', 'C'],
    copies: (parties) => parties + 2,
    copiesFor: '报法院一份，当事人各一份，存卷一份',
    signedBy: '各方当事人',
    source: '民事诉讼法 第205条，民诉解释 第354条',
  },
  withdrawalApplication: {
    title: '撤回起诉申请书',
    set: 'agreement',
    subject: 'case',
    channels: ['B'],
    copies: () => 2,
    copiesFor: '报法院一份，存卷一份',
    signedBy: '申请人（原告）',
    source: '民事诉讼法 第148条，法释〔2016〕14号 第20条',
  },
  undisputedFacts: {
    title: '无争议事实记载表',
    set: 'closing',
    subject: 'case',
    channels: channelCodes,
    copies: () => 2,
    copiesFor: '随案移送法院一份，存卷一份',
    keptHere: { copies: (parties) => parties + 1, copiesFor: '当事人各一份，存卷一份' },
    signedBy: '各方当事人、调解员；未经各方签名不得使用',
    source: '法释〔2016〕14号 第22条，法释〔2021〕23号 第18条、第22条',
    sourceIn: { C: '法发〔2012〕116号 第17条' },
  },
  closingReport: {
    title: '调解终结报告',
    set: 'closing',
    subject: 'case',
    channels: channelCodes,
    copies: () => 2,
    copiesFor: '报委派（委托）法院或者移送单位一份，存卷一份',
    keptHere: { copies: () => 1, copiesFor: '存卷一份' },
    signedBy: '调解员，加盖调解组织印章',
    source: '法释〔2016〕14号 第26条，法释〔2021〕23号 第21条',
    sourceIn: { C: '人民调解法 第26条、第27条' },
  },
  visitRecord: {
    title: '回访记录',
    set: 'closing',
    subject: 'visit',
    channels: channelCodes,
    copies: () => 1,
    copiesFor: '存卷一份',
    signedBy: '被回访人、回访人',
    source: '人民调解法 第31条',
  },
  dossierCover: {
    title: '卷宗封面',
    set: 'dossier',
    subject: 'case',
    channels: channelCodes,
    copies: () => 1,
    copiesFor: '装在卷面',
    signedBy: '立卷人',
    source: '司法部人民调解文书格式，人民调解法 第27条',
  },
  dossierContents: {
    title: '卷内目录',
    set: 'dossier',
    subject: 'case',
    channels: channelCodes,
    copies: () => 1,
    copiesFor: '装在卷首',
    signedBy: '不签名',
    source: '司法部人民调解文书格式，人民调解法 第27条',
  },
  dossierNote: {
    title: '备考表',
    set: 'dossier',
    subject: 'case',
    channels: channelCodes,
    copies: () => 1,
    copiesFor: '装在卷末',
    signedBy: '立卷人、检查人',
    source: 'GB/T 9705-2008，人民调解法 第27条',
  },
};

/** What a document rests on in a channel. */
export function paperSource(kind: DocumentKind, channel: Channel): string {
  const { source, sourceIn } = catalogue[kind];
  return sourceIn?.[channel] ?? source;
}

/** What a document is called in a channel: in the list, on the paper and in the name of its file. */
export function paperTitle(kind: DocumentKind, channel: Channel): string {
  const { title, titleIn } = catalogue[kind];
  return titleIn?.[channel] ?? title;
}
