import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePartyLine } from '#shared/domain/party-line.ts';

describe('a line pasted about a person', () => {
  const zhang = {
    kind: 'naturalPerson',
    name: '张三',
    sex: 'male',
    ethnicGroup: '汉族',
    birthDate: '1990-03-07',
    address: '内蒙古自治区鄂尔多斯市东胜区某某街道1号楼2单元301室',
    idKind: 'residentId',
    idNumber: '150602199003070012',
    phones: ['13812345678'],
  };

  test.each([
    '张三，男，汉族，1990年3月7日出生，住内蒙古自治区鄂尔多斯市东胜区某某街道1号楼2单元301室，公民身份号码150602199003070012，电话13812345678',
    '张三，男，汉族，1990年3月7日生，住址：内蒙古自治区鄂尔多斯市东胜区某某街道1号楼2单元301室，身份证号：150602199003070012，联系电话：138 1234 5678。',
    '姓名：张三；性别：男；民族：汉族；出生日期：1990-03-07；住所地：内蒙古自治区鄂尔多斯市东胜区某某街道1号楼2单元301室；居民身份证号码：150602199003070012；手机：13812345678',
    '张三,男,汉族,1990.3.7出生,内蒙古自治区鄂尔多斯市东胜区某某街道1号楼2单元301室,150602199003070012,13812345678',
    '张三 男 汉族 1990年3月7日出生 住内蒙古自治区鄂尔多斯市东胜区某某街道1号楼2单元301室 身份证150602199003070012 电话13812345678',
    '张三，男，３６岁，汉族，１９９０年３月７日出生，住内蒙古自治区鄂尔多斯市东胜区某某街道1号楼2单元301室，公民身份号码１５０６０２１９９００３０７００１２，电话１３８１２３４５６７８',
  ])('%s', (line) => {
    expect(parsePartyLine(line)).toEqual(zhang);
  });

  test('may begin with the part it plays', () => {
    expect(parsePartyLine('申请人：张三，男').role).toBe('applicant');
    expect(parsePartyLine('被申请人：李四，女')).toMatchObject({
      role: 'respondent',
      name: '李四',
      sex: 'female',
    });
    expect(parsePartyLine('被申请人（原审被告）2：李四，女')).toMatchObject({ role: 'respondent' });
    expect(parsePartyLine('原告张三，男')).toMatchObject({ role: 'applicant', name: '张三' });
    expect(parsePartyLine('1、第三人：王五')).toMatchObject({ role: 'thirdParty', name: '王五' });
    expect(parsePartyLine('东胜区第三人民医院').role).toBeUndefined();
    expect(parsePartyLine('第三人民医院')).toMatchObject({ name: '第三人民医院', kind: 'legalPerson' });
  });

  test('takes sex and birth date from a valid ID number when it leaves them out', () => {
    expect(parsePartyLine('乌云，公民身份号码150627198511200023')).toEqual({
      kind: 'naturalPerson',
      name: '乌云',
      idKind: 'residentId',
      idNumber: '150627198511200023',
      sex: 'female',
      birthDate: '1985-11-20',
    });
  });

  test('keeps what is written where it differs from the ID number, so that the check can warn', () => {
    expect(parsePartyLine('乌云，男，1985年11月21日生，公民身份号码150627198511200023')).toMatchObject({
      sex: 'male',
      birthDate: '1985-11-21',
    });
    expect(parsePartyLine('乌云，身份证号150627198511200024')).toEqual({
      kind: 'naturalPerson',
      name: '乌云',
      idKind: 'residentId',
      idNumber: '150627198511200024',
    });
  });

  test('may hold an address with commas, two phones and an occupation', () => {
    expect(
      parsePartyLine(
        '额尔敦•巴雅尔，男，蒙古族，牧民，住鄂托克旗某某苏木，某某嘎查12号，电话13812345678、0477-8581234，邮箱someone@example.com',
      ),
    ).toEqual({
      kind: 'naturalPerson',
      name: '额尔敦\u00B7巴雅尔',
      sex: 'male',
      ethnicGroup: '蒙古族',
      occupation: '牧民',
      address: '鄂托克旗某某苏木，某某嘎查12号',
      phones: ['13812345678', '0477-8581234'],
      email: 'someone@example.com',
    });
  });

  test('may name another document than the resident ID', () => {
    expect(parsePartyLine('陈某某，女，护照号码E12345678')).toMatchObject({
      idKind: 'passport',
      idNumber: 'E12345678',
    });
    expect(parsePartyLine('陈某某，女，台湾居民来往大陆通行证12345678')).toMatchObject({
      idKind: 'taiwanPermit',
    });
  });

  test('stops where somebody else begins', () => {
    const line = parsePartyLine('张三，男\n委托诉讼代理人：李四，某某律师事务所律师，电话13912345678');
    expect(line).toEqual({ kind: 'naturalPerson', name: '张三', sex: 'male' });
  });
});

describe('a line pasted about an organisation', () => {
  test('gives its name, code, place and legal representative', () => {
    expect(
      parsePartyLine(
        '被申请人：甲乙丙（鄂尔多斯）物业服务有限公司，住所地内蒙古自治区鄂尔多斯市康巴什区某某路1号，统一社会信用代码：91150602MA0N00001R，法定代表人：李四，系该公司总经理，联系电话0477-8581234。',
      ),
    ).toEqual({
      role: 'respondent',
      kind: 'legalPerson',
      name: '甲乙丙（鄂尔多斯）物业服务有限公司',
      address: '内蒙古自治区鄂尔多斯市康巴什区某某路1号',
      idKind: 'creditCode',
      idNumber: '91150602MA0N00001R',
      representativeName: '李四',
      representativePosition: '总经理',
      phones: ['0477-8581234'],
    });
  });

  test('keeps apart a shop and the person who runs it', () => {
    expect(
      parsePartyLine(
        '东胜区某某便利店，经营场所：东胜区某某街1号，统一社会信用代码92150602MA0N00001R，经营者：王五，男，汉族，1990年3月7日出生，公民身份号码150602199003070012',
      ),
    ).toEqual({
      kind: 'soleTrader',
      name: '东胜区某某便利店',
      address: '东胜区某某街1号',
      idKind: 'creditCode',
      idNumber: '92150602MA0N00001R',
      representativeName: '王五',
      representativeIdNumber: '150602199003070012',
    });
  });

  test('may put the position in brackets', () => {
    expect(parsePartyLine('某某有限公司，法定代表人：李四（执行董事）')).toMatchObject({
      representativeName: '李四',
      representativePosition: '执行董事',
    });
  });
});

test('any text at all is read without failing, and an empty one says nothing', () => {
  expect(parsePartyLine('')).toEqual({});
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          '张三',
          '男',
          '，',
          '：',
          '住',
          '电话',
          '138',
          '身份证',
          '（',
          '）',
          '法定代表人',
          ' ',
          '\n',
          '年',
        ),
      )
      .map((words) => words.join('')),
  );
  fc.assert(
    fc.property(anything, (text) => {
      expect(() => parsePartyLine(text)).not.toThrow();
    }),
  );
});
