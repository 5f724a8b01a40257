import { foldForSearch } from '../names.ts';

/** What stands after the name of an organisation: the post that somebody holds there. */
const posts =
  /(?:党委|党组|党总支|党支部)?(?:副|常务副|执行)?(?:法定代表人|负责人|董事长|总经理|董事|监事|总监|经理|厂长|店长|行长|书记|主席|会长|理事长|秘书长|主任|部长|局长|科长|处长|股长|所长|站长|院长|校长|园长|教师|教授|讲师|研究员|医师|医生|律师|合伙人|会计师|工程师|干部|职工|职员|员工|工作人员|顾问|法律顾问|股东|委员|代表|创始人|退休)+$/;

const legalForms = /股份有限公司|有限责任公司|集团有限公司|有限公司|(?<![分子])公司/g;

/** What an organisation is or does, without saying which: shared by hundreds. */
const common =
  /[\p{Script=Han}]{1,8}?(?:自治区|省|市|盟|自治州|地区|区|旗|自治县|县|苏木|镇|乡|街道)|股份|有限|责任|公司|集团|分公司|物业|服务|管理|商贸|贸易|建筑|工程|建设|房地产|开发|运输|物流|餐饮|农牧业|农业|牧业|专业合作社|合作社|律师|会计师|事务所|中学|小学|学校|幼儿园|医院|人民|法院|检察院|政府|政协|政治协商会议|人大|常委会|委员会|办公室|工商联|工商业联合会|妇联|总工会|商会|协会|联合会|银行|支行|分行|信用社|个体|自由职业|无业|农民|务农|退休/gu;

/** Whether a text says which organisation it means: 测试商贸有限公司 does, 物业服务有限公司 and 市政协 do not. */
function isDistinctive(folded: string): boolean {
  return folded.length >= 4 && folded.replace(common, '').length >= 2;
}

function foldOrganisation(text: string): string {
  return foldForSearch(text)
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s\u00B7]/g, '')
    .replace(legalForms, '');
}

/** The organisations in a text such as 鄂尔多斯市测试商贸有限公司董事长、市工商联副主席, without the posts. */
export function organisationsIn(text: string): readonly string[] {
  return foldForSearch(text)
    .replace(/\([^)]*\)/g, '')
    .split(/[、,;/\s]+/)
    .map((part) => foldOrganisation(part.replace(posts, '')))
    .filter((part) => part !== '');
}

/**
 * Whether two texts name one organisation: `same` where one is named in full in the other, `perhaps` where the shorter
 * is a part of the longer one; null where they share only what many share, such as 政协 or 物业服务有限公司.
 */
export function meetingOrganisations(one: string, other: string): 'same' | 'perhaps' | null {
  return meetingOf(organisationsIn(one), organisationsIn(other));
}

/** The same for texts that `organisationsIn` has read. */
export function meetingOf(ones: readonly string[], others: readonly string[]): 'same' | 'perhaps' | null {
  let met: 'perhaps' | null = null;
  for (const left of ones) {
    for (const right of others) {
      if (left === right) {
        if (isDistinctive(left) || isParticularBody(left)) return 'same';
        continue;
      }
      const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left];
      if (longer.includes(shorter) && isDistinctive(shorter)) met = 'perhaps';
    }
  }
  return met;
}

/** 东胜区人民政府 is one body although every word of it is common; 政协, which all members belong to, is none. */
function isParticularBody(folded: string): boolean {
  return (
    /^[\p{Script=Han}]{2,}(?:自治区|省|市|盟|区|旗|县|镇|乡|苏木|街道)/u.test(folded) &&
    !/政协|政治协商/.test(folded)
  );
}
