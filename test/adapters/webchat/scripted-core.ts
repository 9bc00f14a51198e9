import type { InboundMessage } from '../../../src/inbound/message.ts';
import type { Card, FormField, OutboundMessage } from '../../../src/outbox/message.ts';
import type { Channel } from '../../../src/ports.ts';
import type { Locale } from '../../../src/terms.ts';
import type { FakeDesk } from './fake-desk.ts';

/** What a scripted complaint knows of itself. */
interface Story {
  readonly number: string;
  readonly session: string;
  readonly locale: Locale;
  readonly words: string;
  stage: number;
  handler: string;
  finding: string;
  remedy: string;
}

const texts = {
  'zh-CN': {
    type: '产品质量',
    listen:
      '东西刚买没几天就出问题，还一直等不到人，换了谁都会生气，给您添麻烦了，对不起。请问您买的是哪一款，订单号方便告诉我吗？',
    restate: (words: string) => `我这样理解，您看对不对：\n“${words}”\n您希望退货退款。`,
    right: '对，就是这样',
    wrong: '还要改一下',
    receipt: (number: string) =>
      `已经登记，编号 ${number}。同事最迟今天 20:00 联系您，11 月 23 日 16:00 前答复处理结果。随时回复“进度”查看进展，回复“升级”请上一级负责人来看。`,
    offer: (remedy: string) => `负责的同事提出这样处理：${remedy}。您看可以吗？`,
    accept: '接受',
    decline: '不接受',
    thanks: '好的，我们今天就办，办好马上告诉您。',
    done: '退款已经原路退回，请您查收。过两天我们再回访一次。',
    buttons: {
      take: '我来接手',
      handOver: '转交',
      regrade: '调整级别',
      ask: '询问投诉人',
      reply: '回复投诉人',
      remedy: '提出方案',
      escalate: '上报',
      finding: '记录结论',
      done: '已执行',
    },
    approve: '批准',
    reject: '驳回',
    back: '退回修改',
    stages: [
      '已受理，尚无人接手',
      '已接手，调查中',
      '已有调查结论',
      '方案待审批',
      '方案已提出，等投诉人答复',
      '投诉人已接受，待执行',
      '已答复，归档前待回访',
    ],
  },
  en: {
    type: 'Product quality',
    listen:
      'A new machine that fails within days, and nobody turning up after three calls: I understand why you are angry, and I am sorry you had to go through this. Which model is it, and do you have the order number?',
    restate: (words: string) => `Here is how I understand it:\n“${words}”\nYou would like your money back.`,
    right: 'Yes, that’s right',
    wrong: 'Not quite',
    receipt: (number: string) =>
      `It is on file as ${number}. A colleague will contact you by 8:00 pm today and tell you the outcome by 4:00 pm on 23 November. Write “status” for news, “higher” for a more senior person.`,
    offer: (remedy: string) => `The colleague in charge proposes: ${remedy}. Is that all right for you?`,
    accept: 'Accept',
    decline: 'Decline',
    thanks: 'Thank you. We will do it today and tell you as soon as it is done.',
    done: 'The money is on its way back to you. We will ask again in two days whether all is well.',
    buttons: {
      take: 'Take it',
      handOver: 'Hand over',
      regrade: 'Re-grade',
      ask: 'Ask complainant',
      reply: 'Reply',
      remedy: 'Propose remedy',
      escalate: 'Escalate',
      finding: 'Record finding',
      done: 'Carried out',
    },
    approve: 'Approve',
    reject: 'Reject',
    back: 'Send back',
    stages: [
      'received, nobody has taken it',
      'taken, being looked into',
      'finding recorded',
      'remedy waits for approval',
      'remedy offered, waiting for the complainant',
      'remedy accepted, to be carried out',
      'resolved, follow-up before archive',
    ],
  },
} as const;

const cardOf = (story: Story): Card => {
  const zh = story.locale === 'zh-CN';
  const { stages, type } = texts[story.locale];
  const field = (label: string, value: string) => ({ label, value });
  return {
    title: `${story.number} · ${zh ? '3 级' : 'Level 3'} · ${type}`,
    tone: story.stage === 6 ? 'done' : 'notable',
    fields: [
      field(zh ? '级别' : 'Level', zh ? '🟡 3 级 · 重要' : '🟡 3 – notable'),
      field(zh ? '进度' : 'Stage', stages[story.stage] ?? ''),
      field(zh ? '受理人' : 'Handler', story.handler || (zh ? '暂无' : 'nobody yet')),
      field(zh ? '下一时限' : 'Next date', zh ? '首次联系：今天 20:00' : 'First contact: 8:00 pm today'),
      field(zh ? '责任部门' : 'Department', zh ? '售后服务部' : 'After-sales'),
      field(zh ? '联系时限' : 'Contact', zh ? '紧迫' : 'urgent'),
      field(zh ? '投诉人' : 'Complainant', zh ? '张*' : 'J*** S***'),
      field(zh ? '受理时间' : 'Received', zh ? '11月21日 16:00' : '21 November, 4:00 pm'),
      field(zh ? '单号' : 'Order', 'A2026-1107'),
      field(zh ? '诉求' : 'Wish', zh ? '退货退款' : 'money back'),
    ],
    sections: [
      { label: zh ? '投诉人原话' : 'In the complainant’s words', text: story.words, quoted: true },
      {
        label: zh ? '定级依据' : 'Why this level',
        text: zh
          ? 'S4.b art.3：同一问题三次联系未解决 — “打了三次售后电话”\nS2.1：要求退款'
          : 'S4.b art.3: same problem after three contacts — “called three times”\nS2.1: wants money back',
      },
      ...(story.finding ? [{ label: zh ? '调查结论' : 'Finding', text: story.finding }] : []),
      ...(story.remedy ? [{ label: zh ? '处理方案' : 'Remedy', text: story.remedy }] : []),
    ],
  };
};

const remedyFields = (zh: boolean): readonly FormField[] => [
  {
    id: 'kind',
    label: zh ? '方案' : 'Remedy',
    kind: 'choice',
    required: true,
    options: [
      { value: 'refund', label: zh ? '退款' : 'Refund' },
      { value: 'replacement', label: zh ? '换新' : 'Replacement' },
      { value: 'repair', label: zh ? '维修' : 'Repair' },
      { value: 'apology', label: zh ? '道歉' : 'Apology' },
    ],
  },
  {
    id: 'money',
    label: zh ? '金额' : 'Amount',
    kind: 'money',
    required: true,
    initial: '3299.00 CNY',
    hint: zh ? '超过 500 元需部门负责人批准。' : 'Above 500 yuan the department head approves.',
  },
  { id: 'date', label: zh ? '最迟办好' : 'Done by', kind: 'date', required: true },
  {
    id: 'text',
    label: zh ? '给投诉人的话' : 'Words to the complainant',
    kind: 'text',
    required: true,
    maxLength: 500,
  },
];

const findingFields = (zh: boolean): readonly FormField[] => [
  {
    id: 'outcome',
    label: zh ? '是否属实' : 'Outcome',
    kind: 'choice',
    required: true,
    options: [
      { value: 'upheld', label: zh ? '属实' : 'Upheld' },
      { value: 'partly', label: zh ? '部分属实' : 'Partly upheld' },
      { value: 'not', label: zh ? '不属实' : 'Not upheld' },
    ],
  },
  { id: 'text', label: zh ? '查到什么' : 'What was found', kind: 'text', required: true },
];

/** Plays one complaint after another, to look at pages without the real core. */
export const createScriptedCore = (desk: FakeDesk, channel: () => Channel) => {
  const stories = new Map<string, Story>();
  const heard = new Map<string, number>();
  const sent = new Map<string, string>();
  let outbox = 0;
  let filed = 0;

  const send = async (message: Omit<OutboundMessage, 'id'>) => {
    const id = `out_${++outbox}`;
    const edits = message.key ? sent.get(message.key) : undefined;
    const thread = message.inThread ? sent.get(message.inThread) : undefined;
    const { messageId } = await channel().send({
      message: { ...message, id },
      attempt: 1,
      ...(edits ? { edits } : {}),
      ...(thread ? { thread } : {}),
    });
    if (message.key) sent.set(message.key, messageId);
    if (message.opensThread) sent.set(message.opensThread.key, messageId);
  };
  const tell = (session: string, locale: Locale, text: string, buttons: OutboundMessage['buttons'] = []) =>
    send({
      to: { channel: 'web', place: session },
      locale,
      audience: 'complainant',
      voice: 'bot',
      text,
      buttons,
    });
  const note = (story: Story, text: string) =>
    send({
      to: { channel: 'web', place: 'team' },
      locale: story.locale,
      audience: 'team',
      voice: 'bot',
      text,
      inThread: story.number,
      complaint: story.number,
    });
  const only = (place: string, senderId: string, text: string) =>
    send({
      to: { channel: 'web', place },
      locale: 'en',
      audience: 'team',
      voice: 'bot',
      text,
      answer: { senderId },
    });

  const draw = (story: Story) => {
    const words = texts[story.locale].buttons;
    const zh = story.locale === 'zh-CN';
    const id = (name: string) => `${name}.${story.number}`;
    desk.ask(id('finding'), words.finding, findingFields(zh));
    desk.ask(id('remedy'), words.remedy, remedyFields(zh));
    const open = [
      { id: id('finding'), label: words.finding, form: true },
      { id: id('remedy'), label: words.remedy, form: true },
      { id: id('reply'), label: words.reply },
      { id: id('ask'), label: words.ask },
      { id: id('handOver'), label: words.handOver },
      { id: id('regrade'), label: words.regrade },
      { id: id('escalate'), label: words.escalate, style: 'danger' as const },
    ];
    const first = story.stage === 0 ? [{ id: id('take'), label: words.take, style: 'primary' as const }] : [];
    const last = story.stage === 5 ? [{ id: id('done'), label: words.done, style: 'primary' as const }] : [];
    return send({
      to: { channel: 'web', place: 'team' },
      locale: story.locale,
      audience: 'team',
      voice: 'bot',
      text: story.number,
      card: cardOf(story),
      buttons: story.stage === 6 ? [] : [...first, ...last, ...open],
      key: `${story.number}/card`,
      opensThread: { key: story.number, title: story.number },
      complaint: story.number,
    });
  };

  const askApproval = (story: Story, decided = '') => {
    const words = texts[story.locale];
    const zh = story.locale === 'zh-CN';
    const id = (name: string) => `${name}.${story.number}`;
    return send({
      to: { channel: 'web', place: 'manager' },
      locale: story.locale,
      audience: 'manager',
      voice: 'bot',
      text: story.number,
      card: {
        title: zh
          ? `审批：${story.number} · 退款 ¥3,299.00`
          : `Approval: ${story.number} · refund CNY 3,299.00`,
        tone: decided ? 'done' : 'notable',
        fields: [
          { label: zh ? '级别' : 'Level', value: zh ? '🟡 3 级 · 重要' : '🟡 3 – notable' },
          { label: zh ? '提出人' : 'Proposed by', value: story.handler },
          { label: zh ? '审批人' : 'Approver', value: decided || (zh ? '部门负责人' : 'department head') },
          { label: zh ? '诉求' : 'Wish', value: zh ? '退货退款' : 'money back' },
        ],
        sections: [
          { label: zh ? '给投诉人的话' : 'Words to the complainant', text: story.remedy },
          { label: zh ? '投诉人原话' : 'In the complainant’s words', text: story.words, quoted: true },
        ],
      },
      buttons: decided
        ? []
        : [
            { id: id('approve'), label: words.approve, style: 'primary' },
            { id: id('back'), label: words.back },
            { id: id('reject'), label: words.reject, style: 'danger' },
          ],
      key: `${story.number}/approval`,
      complaint: story.number,
    });
  };

  const hear = async (session: string, text: string, locale: Locale) => {
    const words = texts[locale];
    const count = (heard.get(session) ?? 0) + 1;
    heard.set(session, count);
    if (count === 1) {
      const number = `R-2026-${String(++filed).padStart(6, '0')}`;
      stories.set(number, {
        number,
        session,
        locale,
        words: text,
        stage: 0,
        handler: '',
        finding: '',
        remedy: '',
      });
      return tell(session, locale, words.listen);
    }
    const story = [...stories.values()].find((one) => one.session === session);
    if (!story) return;
    if (count > 2) return note(story, `“${text}”`);
    return tell(session, locale, words.restate(story.words), [
      { id: `confirm.${story.number}`, label: words.right, style: 'primary' },
      { id: `wrong.${story.number}`, label: words.wrong },
    ]);
  };

  const press = async (message: InboundMessage & { kind: 'press' }) => {
    const [action = '', number = ''] = message.buttonId.split('.');
    const story = stories.get(number);
    const person = desk.people().find(({ id }) => id === message.from.id)?.name ?? '';
    if (!story) return;
    const words = texts[story.locale];
    const zh = story.locale === 'zh-CN';
    const to = async (stage: number) => {
      story.stage = stage;
      await draw(story);
    };
    if (action === 'confirm') {
      await draw(story);
      return tell(story.session, story.locale, words.receipt(number));
    }
    if (action === 'take') {
      story.handler = person;
      await to(1);
      return note(story, zh ? `${person} 接手了。` : `${person} has taken it.`);
    }
    if (action === 'finding') {
      story.finding = message.fields?.text ?? '';
      return to(2);
    }
    if (action === 'remedy') {
      story.remedy = message.fields?.text ?? '';
      await to(3);
      return askApproval(story);
    }
    if (action === 'approve') {
      if (story.handler === person) {
        return only(
          'manager',
          message.from.id,
          zh
            ? '方案是您自己提出的，要由另一位有权的同事审批 [AP-2]。'
            : 'You proposed this yourself; another person with authority has to decide [AP-2].',
        );
      }
      await askApproval(story, person);
      await to(4);
      return tell(story.session, story.locale, words.offer(story.remedy), [
        { id: `accept.${number}`, label: words.accept, style: 'primary' },
        { id: `decline.${number}`, label: words.decline },
      ]);
    }
    if (action === 'accept') {
      await tell(story.session, story.locale, words.thanks);
      return to(5);
    }
    if (action === 'done') {
      await tell(story.session, story.locale, words.done);
      return to(6);
    }
  };

  return async (message: InboundMessage): Promise<void> => {
    if (message.kind === 'press') await press(message);
    if (message.kind === 'text' && message.address.place.startsWith('ses')) {
      await hear(message.address.place, message.text, message.from.locale ?? 'zh-CN');
    }
  };
};
