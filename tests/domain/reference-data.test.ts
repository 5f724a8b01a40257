import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { courtsSchema, matchCourt } from '#shared/domain/court.ts';
import { ethnicGroupsSchema, normaliseEthnicGroup } from '#shared/domain/ethnic-group.ts';
import { matchSector, sectorsSchema } from '#shared/domain/sector.ts';

function resource(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../resources/${name}`, import.meta.url), 'utf8'));
}

const courts = courtsSchema.parse(resource('courts.json'));
const groups = ethnicGroupsSchema.parse(resource('ethnic-groups.json'));
const sectors = sectorsSchema.parse(resource('sectors.json'));

describe('courts', () => {
  test('are the ten of Ordos and the fourteen of Lüliang, each with a code of its own', () => {
    expect(courts.filter((court) => court.region === '鄂尔多斯')).toHaveLength(10);
    expect(courts.filter((court) => court.region === '吕梁')).toHaveLength(14);
    expect(new Set(courts.map((court) => court.code)).size).toBe(24);
    for (const court of courts) {
      expect(court.code).toHaveLength(court.level === 'basic' ? 5 : 3);
      expect(court.name.endsWith(court.shortName)).toBe(true);
    }
  });

  test('carry the codes that the administrative divisions give them', () => {
    const courtOfCode = (code: string) => courts.find((court) => court.code === code);
    expect(courtOfCode('内0602')?.shortName).toBe('东胜区人民法院');
    expect(courtOfCode('内0622')).toMatchObject({
      shortName: '准格尔旗人民法院',
      codeVerified: true,
    });
    expect(courtOfCode('晋1181')?.shortName).toBe('孝义市人民法院');
    expect(courtOfCode('京01')).toBeUndefined();
  });

  test.each([
    ['内蒙古自治区鄂尔多斯市东胜区人民法院', '内0602'],
    ['内蒙古鄂尔多斯市东胜区人民法院', '内0602'],
    ['鄂尔多斯市东胜区人民法院', '内0602'],
    ['鄂尔多斯市东胜区法院', '内0602'],
    ['东胜区人民法院', '内0602'],
    ['东胜区法院', '内0602'],
    ['东胜法院', '内0602'],
    ['东胜人民法院', '内0602'],
    ['东胜区', '内0602'],
    ['东胜', '内0602'],
    [' 东胜 区人民法院 ', '内0602'],
    ['内0602', '内0602'],
    ['准格尔旗人民法院', '内0622'],
    ['内蒙古自治区准格尔旗人民法院', '内0622'],
    ['准旗法院', '内0622'],
    ['鄂托克前旗法院', '内0623'],
    ['鄂托克旗法院', '内0624'],
    ['鄂托克法院', '内0624'],
    ['伊金霍洛旗', '内0627'],
    ['伊旗', '内0627'],
    ['鄂尔多斯市中级人民法院', '内06'],
    ['内蒙古自治区鄂尔多斯市中级人民法院', '内06'],
    ['鄂尔多斯市中院', '内06'],
    ['鄂尔多斯中院', '内06'],
    ['吕梁中院', '晋11'],
    ['山西省吕梁市离石区人民法院', '晋1102'],
    ['离石法院', '晋1102'],
    ['兴县法院', '晋1123'],
    ['山西省孝义市人民法院', '晋1181'],
    ['孝义', '晋1181'],
  ])('%s is %s', (text, code) => {
    expect(matchCourt(courts, text)?.code).toBe(code);
  });

  test.each([
    '',
    '法院',
    '人民法院',
    '旗',
    '兴',
    '临',
    '鄂尔多斯',
    '鄂尔多斯市',
    '海勃湾区人民法院',
    '中院',
    '前旗',
    '内蒙古自治区',
  ])('“%s” is none of them', (text) => {
    expect(matchCourt(courts, text)).toBeUndefined();
  });

  test('that an office adds are known the same way', () => {
    const added = [
      ...courts,
      {
        code: '内0302',
        name: '内蒙古自治区乌海市海勃湾区人民法院',
        shortName: '海勃湾区人民法院',
        region: '乌海',
        level: 'basic' as const,
        codeVerified: false,
      },
    ];
    for (const text of ['海勃湾', '海勃湾法院', '乌海市海勃湾区法院', '内蒙古自治区乌海市海勃湾区人民法院']) {
      expect(matchCourt(added, text)?.code).toBe('内0302');
    }
  });

  test('are each found by every name they have, and by no other court’s', () => {
    for (const court of courts) {
      for (const spelling of [court.code, court.name, court.shortName, ...(court.aliases ?? [])]) {
        expect(matchCourt(courts, spelling)?.code).toBe(court.code);
      }
    }
  });
});

describe('ethnic groups', () => {
  test('are the fifty-six of the standard and those that identity cards name besides', () => {
    const recognised = groups.filter((group) => Number(group.code) <= 56);
    expect(recognised).toHaveLength(56);
    expect(recognised.map((group) => Number(group.code))).toEqual(
      Array.from({ length: 56 }, (_, place) => place + 1),
    );
    expect(recognised.every((group) => group.name.endsWith('族'))).toBe(true);
    expect(groups.map((group) => group.name)).toEqual(
      expect.arrayContaining(['其他', '外国血统中国籍人士', '穿青人']),
    );
    expect(new Set(groups.map((group) => group.name)).size).toBe(groups.length);
  });

  test.each([
    ['汉', '汉族'],
    ['汉族', '汉族'],
    [' 蒙古 族 ', '蒙古族'],
    ['蒙古', '蒙古族'],
    ['蒙', '蒙古族'],
    ['维', '维吾尔族'],
    ['达斡尔', '达斡尔族'],
    ['穿青人', '穿青人'],
    ['其它', '其他'],
  ])('“%s” is %s', (text, name) => {
    expect(normaliseEthnicGroup(groups, text)).toBe(name);
  });

  test.each(['', '族', '人', '不详', '中国'])('“%s” is none', (text) => {
    expect(normaliseEthnicGroup(groups, text)).toBeUndefined();
  });
});

describe('sectors', () => {
  test('are thirty-four', () => {
    expect(sectors).toHaveLength(34);
    expect(new Set(sectors.flatMap((sector) => [sector.name, ...(sector.aliases ?? [])])).size).toBe(
      sectors.flatMap((sector) => [sector.name, ...(sector.aliases ?? [])]).length,
    );
  });

  test.each([
    ['经济界', '经济'],
    ['经济', '经济'],
    ['农牧业', '农业'],
    ['特邀人士', '特邀人士'],
    ['特别邀请人士', '特邀人士'],
    ['社会福利与社会保障界', '社会福利和社会保障'],
    ['九三学社', '九三学社'],
    ['妇联', '妇联'],
    ['共青团、青联', '共青团和青联'],
  ])('“%s” is %s', (text, name) => {
    expect(matchSector(sectors, text)?.name).toBe(name);
  });

  test.each([
    '医药卫生',
    '社会福利和社会保障',
    '科学技术',
    '经济',
    '少数民族',
    '工商联',
    '总工会',
    '特邀人士',
    '文化艺术',
    '妇联',
    '九三学社',
    '民建',
    '农业',
  ])('%s, which offices use, is among them', (name) => {
    expect(matchSector(sectors, name)?.name).toBe(name);
  });

  test('that nobody knows are not guessed', () => {
    expect(matchSector(sectors, '界')).toBeUndefined();
    expect(matchSector(sectors, '')).toBeUndefined();
    expect(matchSector(sectors, '律师')).toBeUndefined();
  });
});
