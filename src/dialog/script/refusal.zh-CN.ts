import type { AnswerKey } from './refusal.ts';
import type { Lines } from './say.ts';

/** 按钮按下后，规则或状态不允许时的答复，中文。 */
export const refusal: Lines<AnswerKey> = {
  done: '已完成。',
  already: '这一步已经做过了。',
  'already-closed': '此档案已关闭，请先重新处理。',
  'already-resolved': '结果已经告知过投诉人。',
  'already-taken': '此投诉由 {who} 受理，如需接手请对方移交。',
  'alternative-first': '最终答复之前，请先提出替代方案；确实没有的，请在调查结论中写明不属实。',
  'amount-over-authority': '此金额需要更高一级审批。',
  'authority-first':
    '这位是替别人来反映的，还没有人核实过他（她）能不能代办。这段话里有他（她）自己没说过的号码或地址，请先核实授权，或者把它删掉。',
  'complainant-withdrew': '投诉人已经撤回，不再联系。请把查到的情况记下来，再结束这份档案。',
  'final-stands': '最终答复已经给出，仍然有效；有新的事实才重新打开。',
  'too-many-representatives': '共同投诉的代表最多 {count} 位，由投诉人自己推选。',
  'bottom-line-early': '底限方案须在至少 {count} 次方案未被接受之后提出。',
  'budget-spent':
    '“{budget}”本期只剩 {left}，此方案会超出预算，且已没有更高一级可以审批。请调低金额，或先调整预算。',
  'bottom-line-stands': '底限方案已经提出，之后的方案不得超过它。',
  'facts-missing': '还缺少必要的情况。',
  'finding-first': '请先记录调查结论及是否有效投诉。',
  'follow-up-first': '先回访后归档：投诉人尚未答复。',
  'invalid-amount': '请填写金额和币种，例如 120.50 CNY。',
  'invalid-date': '请按“年-月-日”填写日期。',
  'letter-glyphs': '这些字在 PDF 里印不出来：{characters}。请换一种写法，或用文字发出。',
  'letter-not-approved': '书面答复尚未审核完毕，不能发出。',
  'maker-is-checker': '提出人不能审批自己的方案，须由他人决定。',
  'names-somebody':
    '通报不写投诉人、员工的姓名、联系方式和投诉编号，请改用不指名的说法（责任单位一栏也是）。',
  'needs-reason': '请说明理由。',
  'no-contact': '此投诉人没有在线对话，请电话联系并记录结果。',
  'no-overcharge': '没有多收：只有实收大于应收时才按差额退还。',
  'not-authorised': '您的职责不包括此操作。',
  'not-holder': '只有受理人可以操作，请先接手或请对方移交。',
  'not-joined': '这位还没有用加入码进来，或者已经退出。请其先加入，再登记为代表。',
  'not-offered':
    '“{field}”里没有这个选项，或者它已经不能再选。什么都没有改动，请重新打开表单，从列出的选项里选。',
  'not-resolved': '结果尚未告知投诉人。',
  'not-understood-yet': '情况尚未了解清楚，掌握必要事实后方可移交（首问负责）。',
  'nothing-to-approve': '已没有待审批的内容。',
  'pause-too-long': '暂停时间超出规定，最多还可暂停 {days} 天。',
  recused: '您是本投诉涉及的人员，需要回避。',
  'remedy-first':
    '{status, select, proposed {还有方案在等审批。} offered {方案已发给投诉人，还没有答复。} other {投诉人已接受的方案尚未执行。}}',
  'same-file': '这就是当前这件投诉。',
  'self-hand-over': '此投诉本来就由您受理。',
  stale: '情况已有变化，请以卡片当前内容为准。',
  'unknown-complaint': '没有这个编号的投诉。',
  'unknown-person': '您不在组织名册中，操作未生效。',
  withheld: '投诉人不愿留名：姓名和联系方式对谁都不显示。',
  wording: '这段文字的用语可能不妥：\n{found}\n请修改，或确认仍按原文发出。',
  'unknown-thread': '这个话题不属于任何投诉，这里写的不会存档。请写在那件投诉的卡片下面。',
  'unknown-button': '这个按钮已失效。',
  contact: '姓名：{name}\n电话：{phone}\n邮箱：{email}',
  speaks: '代表',
  none: '未留',
};
