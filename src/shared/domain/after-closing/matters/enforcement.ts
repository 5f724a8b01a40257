import { matter } from '../rule.ts';

/** 申请执行 of what a confirmed agreement or a statement says (民事诉讼法 第247条). */
export const enforcement = matter({
  label: '申请执行',
  first: 'open',
  states: {
    open: { label: '未申请', standing: 'waiting' },
    applied: { label: '已申请执行', standing: 'running' },
    filed: { label: '执行中', standing: 'running' },
    concluded: { label: '执行终结', standing: 'done' },
    withdrawn: { label: '已撤回', standing: 'ended' },
  },
  steps: {
    apply: {
      label: '权利人申请执行',
      day: '申请日期',
      from: ['open', 'withdrawn', 'concluded'],
      to: 'applied',
      records: ['party', 'court', 'remarks'],
      needs: [],
      source: '民事诉讼法 第206条、第247条、第250条',
      hint: '申请执行的期间为两年；分期履行的，从最后一期履行期限届满之日起计算。',
    },
    file: {
      label: '执行立案',
      day: '立案日期',
      from: ['applied'],
      to: 'filed',
      records: ['court', 'number'],
      needs: [],
      number: '执行案号',
      source: '民事诉讼法 第247条',
    },
    conclude: {
      label: '执行终结',
      day: '日期',
      from: ['applied', 'filed'],
      to: 'concluded',
      records: ['remarks'],
      needs: [],
      remarks: '执行完毕、终结执行或终结本次执行',
      source: '民事诉讼法 第268条',
    },
    withdraw: {
      label: '撤回执行申请',
      day: '日期',
      from: ['applied', 'filed'],
      to: 'withdrawn',
      records: ['remarks'],
      needs: [],
      remarks: '原因',
      source: '民事诉讼法 第268条',
    },
  },
});
