import { matter } from '../rule.ts';

/** 撤诉 after the parties agreed (法释〔2016〕14号 第20条). */
export const withdrawal = matter({
  label: '撤诉',
  first: 'open',
  states: {
    open: { label: '待申请', standing: 'waiting' },
    applied: { label: '已申请', standing: 'running' },
    permitted: { label: '裁定准许', standing: 'done' },
    denied: { label: '不准许', standing: 'ended' },
  },
  steps: {
    apply: {
      label: '原告申请撤诉',
      day: '申请日期',
      from: ['open', 'denied'],
      to: 'applied',
      records: ['court', 'remarks'],
      needs: [],
      source: '法释〔2016〕14号 第20条；民事诉讼法 第148条',
    },
    permit: {
      label: '法院裁定准许',
      day: '裁定日期',
      from: ['applied'],
      to: 'permitted',
      records: ['number'],
      needs: [],
      number: '裁定书号',
      source: '民事诉讼法 第148条',
      hint: '撤诉的，案件受理费减半收取。',
    },
    deny: {
      label: '法院不准许',
      day: '裁定日期',
      from: ['applied'],
      to: 'denied',
      records: ['number', 'remarks'],
      needs: [],
      number: '裁定书号',
      remarks: '不准许的理由',
      source: '民事诉讼法 第148条',
    },
  },
});
