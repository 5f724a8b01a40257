import { describe, expect, test } from 'vitest';
import { guessPartyKind, representativeTitles, splitPartyNames } from '#shared/domain/party.ts';

describe('what kind of party a name is', () => {
  test.each([
    ['张三', 'naturalPerson'],
    ['额尔敦·巴雅尔', 'naturalPerson'],
    ['高娃', 'naturalPerson'],
    ['鄂尔多斯市某某物业服务有限公司', 'legalPerson'],
    ['鄂尔多斯市某某农牧业专业合作社', 'legalPerson'],
    ['某某嘎查农牧业专业合作社', 'legalPerson'],
    ['某某嘎查股份经济合作社', 'legalPerson'],
    ['鄂尔多斯市某某集团', 'legalPerson'],
    ['中国某某财产保险股份有限公司鄂尔多斯中心支公司', 'otherOrganisation'],
    ['某某有限公司东胜分公司', 'otherOrganisation'],
    ['中国某某银行股份有限公司东胜支行', 'otherOrganisation'],
    ['内蒙古某某律师事务所', 'otherOrganisation'],
    ['某某小区业主委员会', 'otherOrganisation'],
    ['东胜区某某街道某某社区居民委员会', 'villageCommittee'],
    ['某某村村民委员会', 'villageCommittee'],
    ['某某镇某某村村委会', 'villageCommittee'],
    ['某某苏木某某嘎查', 'villageCommittee'],
    ['某某苏木某某嘎查委员会', 'villageCommittee'],
    ['某某村第三村民小组', 'otherOrganisation'],
    ['东胜区某某便利店', 'soleTrader'],
    ['东胜区某某建材经营部', 'soleTrader'],
    ['东胜区某某面馆', 'soleTrader'],
    ['东胜区某某汽车修理厂', 'soleTrader'],
    ['鄂尔多斯市中心医院', 'legalPerson'],
    ['东胜区第一小学', 'legalPerson'],
    ['东胜区人民政府', 'legalPerson'],
    ['鄂尔多斯市自然资源局', 'legalPerson'],
    ['东胜区某某街道派出所', 'otherOrganisation'],
    ['达拉特旗某某加油站', 'otherOrganisation'],
    ['宝音德力格尔', 'naturalPerson'],
    ['呼格吉勒图', 'naturalPerson'],
  ])('%s is a %s', (name, kind) => {
    expect(guessPartyKind(name)).toBe(kind);
  });

  test('follows from a credit code where the name does not tell', () => {
    expect(guessPartyKind('老张煤场', '92150602MA0N00001R')).toBe('soleTrader');
    expect(guessPartyKind('某某煤场', '91150602MA0N00001R')).toBe('legalPerson');
    expect(guessPartyKind('某某单位', '12150602MB0143028R')).toBe('legalPerson');
    expect(guessPartyKind('张三', '150602199003070012')).toBe('naturalPerson');
    expect(guessPartyKind('东胜区某某便利店', '150602199003070012')).toBe('soleTrader');
  });

  test('decides what its representative is called', () => {
    expect(representativeTitles.legalPerson).toBe('法定代表人');
    expect(representativeTitles.soleTrader).toBe('经营者');
    expect(representativeTitles.otherOrganisation).not.toBe('法定代表人');
  });
});

describe('several people in one cell', () => {
  test.each([
    ['张三', ['张三']],
    ['张三、李四', ['张三', '李四']],
    ['张三，李四,王五；赵六;钱七', ['张三', '李四', '王五', '赵六', '钱七']],
    ['张三/李四', ['张三', '李四']],
    ['张三\n李四', ['张三', '李四']],
    ['额尔敦•巴雅尔、张三', ['额尔敦\u00B7巴雅尔', '张三']],
    ['张三（曾用名张四、张五）、李四', ['张三（曾用名张四、张五）', '李四']],
    ['甲乙（北京、上海）有限公司', ['甲乙（北京、上海）有限公司']],
    ['张三、李四等3人', ['张三', '李四']],
    ['张三等', ['张三']],
    ['张三、', ['张三']],
    [' 张　三 、 李四 ', ['张三', '李四']],
    ['布和、和平', ['布和', '和平']],
    ['', []],
    ['、', []],
  ])('%s is %j', (text, names) => {
    expect(splitPartyNames(text)).toEqual(names);
  });
});
