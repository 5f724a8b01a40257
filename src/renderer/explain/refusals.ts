import type { RefusalReason } from '#shared/contract/procedure.ts';

/** What is said to the person: what happened, and what can be done about it. */
export type Explanation = { readonly title: string; readonly advice: string | null };

export type Detail = Readonly<Record<string, string>>;

/** A part of the detail with the words around it; nothing where the office did not send it. */
function told(detail: Detail, key: string, write: (value: string) => string): string {
  const value = detail[key];
  return value === undefined || value === '' ? '' : write(value);
}

/** Why the office refused, in words, for every reason that it may have. */
export const refusals = {
  caseNumberTaken: (detail) => ({
    title: `这个案号已经登记过了${told(detail, 'number', (number) => `：${number}`)}`,
    advice: `同一案号不能登记两次，请打开已登记的案件${told(detail, 'internalNumber', (number) => `（${number}）`)}核对。`,
  }),
  closedBeforeReceipt: (detail) => ({
    title: '终结日早于接收日',
    advice: `${told(detail, 'receivedOn', (day) => `接收日是${day}`)}${told(detail, 'closedOn', (day) => `，终结日是${day}。`)}请核对这两个日期。`,
  }),
  alreadyClosed: () => ({
    title: '这件案件已经终结',
    advice: '要改终结方式或日期，请先用“误操作更正”撤回终结。',
  }),
  notClosed: () => ({ title: '这件案件还没有终结', advice: '终结之后才能办理这一步。' }),
  alreadyRemoved: () => ({ title: '这件案件在回收站里', advice: '请先恢复案件，再作修改。' }),
  nameTaken: (detail) => ({
    title: `已经有同名的了${told(detail, 'name', (name) => `：${name}`)}`,
    advice: '请换一个名称，或直接使用已有的那一条。',
  }),
  nothingToUndo: () => ({ title: '没有可以撤销的内容', advice: '可能已经撤销过了，请刷新后再看。' }),
  unreadableFile: (detail) => ({
    title: '这个文件没有读出来',
    advice: detail.sentence ?? '请用 WPS 或 Excel 打开，另存为 xlsx 后再试。',
  }),
  reportDoesNotBalance: (detail) => ({
    title: '报表不平：旧存＋新收≠结案＋退回＋未结，不能出表',
    advice:
      told(detail, 'cases', (cases) => `请核对这些案件：${cases}`) ||
      '请在“设置—本机与核对”里核对登记簿，找出有问题的案件。',
  }),
  instalmentsDoNotSum: (detail) => ({
    title: `${told(detail, 'term', (term) => `第${term}项的`)}分期合计与应付金额不等`,
    advice: `${told(detail, 'sum', (sum) => `各期合计 ${sum} 元，`)}${told(detail, 'amount', (amount) => `应付 ${amount} 元。`)}请核对每一期的金额。`,
  }),
  agreementIncomplete: (detail) => ({
    title: '协议还缺内容，暂时不能出文书',
    advice: told(detail, 'missing', (missing) => `请先补齐：${missing}`) || '请先补齐列出的内容。',
  }),
  documentIncomplete: (detail) => ({
    title: '这份文书还缺内容，暂时不能出具',
    advice: told(detail, 'missing', (missing) => `请先补齐：${missing}`) || '请先补齐列出的内容。',
  }),
  partyInAgreement: (detail) => ({
    title: `协议${told(detail, 'terms', (terms) => `第${terms}条`)}的付款人或收款人中有${detail.party ?? '这名当事人'}，不能删去`,
    advice: '请先在“协议”里改好这些条款，再删当事人。',
  }),
  partyInRecords: (detail) => ({
    title: `${detail.party ?? '这名当事人'}已有${detail.records ?? '办理记录'}，不能删去`,
    advice: '确实登记错了的，先在“调解过程”等处作废这些记录并写明理由，再删当事人；姓名写错的直接改正。',
  }),
  notYet: (detail) => ({
    title: `${detail.what ?? ''}日期${detail.day ?? ''}还没有到（今天是${detail.today ?? ''}），不能登记`,
    advice: '如果电脑日期不对，请先校正。',
  }),
  illegalMove: (detail) => ({
    title: detail.reason ?? '案件现在不能办理这一步',
    advice: detail.instead ?? '请先看案件页上的下一步提示。',
  }),
  receiptInUse: () => ({
    title: '接收日期不能清空：案件已经往下办理了',
    advice: '日期填错的直接改正；确实没有接收的，先逐步撤回之后的办理并写明理由。',
  }),
  reasonNeeded: (detail) => ({
    title: `更正${told(detail, 'what', (what) => what)}要写明理由`,
    advice: '期限和统计以它为准，请在“更正原因”里写明为什么改。',
  }),
  extensionNotAllowed: (detail) => ({
    title: '不能登记这次延期',
    advice: detail.reason ?? '延长须双方在期满前同意。',
  }),
  channelOff: (detail) => ({
    title: `本室没有开通${told(detail, 'channel', (channel) => `“${channel}”`)}`,
    advice: '请在“设置”里开通该通道，或改选其他通道。',
  }),
  confirmationForbidden: (detail) => ({
    title: '这件案件不能申请司法确认',
    advice: detail.reason ?? null,
  }),
  stepNotPossible: (detail) => ({
    title: detail.reason ?? '现在不能登记这一步',
    advice: detail.instead ?? '请核对前面已登记的步骤。',
  }),
  alreadyGranted: (detail) => ({
    title: '这件案件已经给这名调解员补贴过了',
    advice: `${told(detail, 'day', (day) => `登记日期：${day}。`)}以案定补一案只补一次；登记错了的先作废。`,
  }),
  sameCase: () => ({ title: '不能把案件和它自己关联', advice: '请另选一件案件。' }),
  alreadyLinked: () => ({
    title: '这两件案件已经关联了',
    advice: '要改关联的种类，先取消原来的关联，再重新关联。',
  }),
  mergedReferral: () => ({
    title: '这条分流由并入的案件产生，不能单独作废',
    advice: '并错了的，请到回收站恢复那件案件，案号和分流会一并退回。',
  }),
  agreementForbidden: (detail) => ({
    title: '协议里有法律不允许的内容，不能出文书',
    advice: told(detail, 'checks', (checks) => `请先改正，或者在“协议核对”里说明理由：${checks}`) || null,
  }),
  templateBroken: (detail) => ({
    title: '文书模板有问题',
    advice: detail.sentence ?? '请照检查结果修改后再添加。',
  }),
  officeNameMissing: () => ({
    title: '本单位还没有名称，不能出报送包',
    advice: '请先在“设置—本单位”里填写填报单位或者单位名称，收包的单位凭它辨认。',
  }),
  nothingToSum: (detail) => ({
    title: `${detail.month ?? '这个月'}还没有可以汇总的单位`,
    advice: '请先接收下级的报送包，再出汇总包。',
  }),
  ownPackage: () => ({
    title: '这是本登记簿自己的报送包，没有收下',
    advice: '本单位的案件要计入汇总的，在“报送单位”里选“本单位计入汇总”，程序直接从登记簿取数。',
  }),
  newerDefinitions: (detail) => ({
    title: '这个报送包按更新的统计口径算出，没有收下',
    advice: `${told(detail, 'program', (program) => `它由 ${program} 版程序作出。`)}请先升级本机的程序，再接收。`,
  }),
  packageMonth: (detail) => ({
    title: `月份不对${told(detail, 'month', (month) => `：${month}`)}`,
    advice: detail.sentence ?? '请核对统计期。',
  }),
  olderPackage: (detail) => ({
    title: `已经收到${told(detail, 'office', (office) => office)}更新的报送包，这一包没有收下`,
    advice: `${told(detail, 'standing', (standing) => `现有的是${standing}，`)}${told(detail, 'brought', (brought) => `这一包是${brought}。`)}确实要用旧的，先撤销现有的并写明理由。`,
  }),
  twoClosings: (detail) => ({
    title: '同一个月有两份不同的数，编号却相同，没有收下',
    advice: `${told(detail, 'standing', (standing) => `现有的是${standing}；`)}${told(detail, 'brought', (brought) => `这一包是${brought}。`)}请与报送单位核对哪一份为准，必要时先撤销现有的。`,
  }),
  countedTwice: (detail) => ({
    title: `${told(detail, 'offices', (offices) => offices)}会被算两次，没有收下`,
    advice: `${told(detail, 'by', (by) => `已经计入${by}。`)}要改用这一包，先撤销那一包并写明理由。`,
  }),
  notOverridable: (detail) => ({
    title: '这一项不能说明理由后放行',
    advice: `${told(detail, 'article', (article) => `${article}没有留余地，`)}请修改协议内容。`,
  }),
  alreadyWithdrawn: () => ({
    title: '这份文书已经撤回过了',
    advice: '可以在“已出具的文书”里看到撤回的原因。',
  }),
  tooManyCases: (detail) => ({
    title: `一次最多给 1000 件案件出文书${told(detail, 'cases', (cases) => `，现在选中了 ${cases} 件`)}`,
    advice: '请用日期、状态等条件缩小范围，分几次出。',
  }),
  fileNotTaken: (detail) => ({
    title: '这个文件没有收下',
    advice: detail.sentence ?? '请换成 PDF 或图片后再附上。',
  }),
  archiveNumberTaken: (detail) => ({
    title: `这个档号已经用在另一件案件上了${told(detail, 'internalNumber', (number) => `（${number}）`)}`,
    advice: '一卷一号，请核对后换一个档号。',
  }),
  alreadyHandedIn: (detail) => ({
    title: `这一期已经报送过了${told(detail, 'day', (day) => `：${day}`)}`,
    advice: `${told(detail, 'by', (by) => `由${by}登记。`)}登记错了的，先撤回并写明理由，再重新登记。`,
  }),
  monthNotOver: (detail) => ({
    title: `${detail.month ?? '这个月'}还没有结束，不能锁定`,
    advice: `${told(detail, 'day', (day) => `统计期到${day}为止，`)}过了这一天才能锁定。`,
  }),
  monthClosed: (detail) => ({
    title: `${detail.month ?? '这个月'}已经锁定`,
    advice: `${told(detail, 'by', (by) => `由${by}${told(detail, 'day', (day) => `于${day}`)}锁定。`)}要重新锁定，先写明理由解除锁定。`,
  }),
  monthOutOfOrder: (detail) => ({
    title: '月份要按先后锁定',
    advice: `${told(detail, 'newest', (newest) => `已经结到${newest}，`)}${told(detail, 'next', (next) => `接着结的是${next}。`)}`,
  }),
  monthNotClosed: (detail) => ({
    title: `${detail.month ?? '这个月'}没有锁定`,
    advice: '可能已经有人解除锁定了，请刷新后再看。',
  }),
  monthNotNewest: (detail) => ({
    title: `${detail.month ?? '这个月'}之后还有月份结了账，不能解除锁定`,
    advice: `只有最后锁定的${told(detail, 'newest', (newest) => `${newest}`)}可以解除锁定；更早的月份有改动，列在之后月份的“上期调整”里。`,
  }),
} satisfies Record<RefusalReason, (detail: Detail) => Explanation>;
