import { staff } from '../../support/given.ts';
import { chat, type Script } from '../play.ts';

const remedyId = 'remedy-1';

/** The whole way of one complaint, told in Chinese: from the first words to the rating. */
export const happyZh: Script = {
  name: 'zh: a broken kettle, from the first words to the archive',
  locale: 'zh-CN',
  lines: [
    {
      says: ['在吗', '我上周买的热水壶漏水，客服还不理人'],
      heard: {
        type: 'product_quality',
        details: { narrative: '上周买的热水壶漏水，客服还不理人', when: '上周', subject: '热水壶' },
        facts: { emotion: 'dissatisfied' },
      },
      expect: {
        move: 'ask-wanted',
        commands: [],
        says: [/抱歉/, /机器人/, /人工/, /redress\.example\/privacy/],
        buttons: ['skip-question'],
        complaint: null,
        waits: true,
      },
    },
    {
      says: '退款，或者换一个新的',
      heard: { intent: 'addition', facts: { wants: ['money_back', 'exchange'] } },
      expect: { move: 'ask-name', commands: [], saysNot: [/抱歉/, /机器人/], waits: true },
    },
    {
      says: '不想说',
      heard: chat,
      expect: { move: 'ask-phone', commands: [], waits: true },
    },
    {
      says: '13800138000',
      heard: { intent: 'addition', details: { phone: '13800138000' } },
      expect: {
        move: 'restate',
        says: [/产品质量/, /热水壶漏水/, /上周/, /退款，或者换一个新的/, /13800138000/],
        buttons: ['confirm', 'correct'],
      },
    },
    {
      presses: { do: 'confirm' },
      expect: {
        move: 'receipt',
        commands: ['ReceiveComplaint'],
        holds: {
          0: {
            number: 'R-2026-000005',
            receivedAt: '2026-11-21T04:00:00.000Z',
            nature: 'complaint',
            intake: 'complete',
            source: 'chat',
          },
        },
        says: [/R-2026-000005/, /明天（11月22日）12:00/, /进度/, /升级/, /人工/],
        buttons: ['status', 'go-higher', 'call-person'],
        complaint: 'R-2026-000005',
        waits: false,
      },
    },
    {
      says: '对了，壶底还有一道裂纹',
      heard: { intent: 'addition', type: 'product_quality' },
      expect: { commands: ['AddStatement'], saysNot: [/抱歉/], complaint: 'R-2026-000005' },
    },
    { says: '谢谢', heard: chat, expect: { commands: [], move: 'welcome' } },
    {
      says: '进度怎么样了',
      heard: { intent: 'status' },
      meanwhile: [{ type: 'TakeComplaint', at: '2026-11-21T04:06:30.000Z', by: staff('lin') }],
      expect: { move: 'status', commands: [], says: [/负责的同事/, /11月2\d日/], saysNot: [/林晓/] },
    },
    {
      presses: { do: 'accept-remedy', remedyId },
      after: 120,
      meanwhile: [
        {
          type: 'RecordFinding',
          at: '2026-11-21T05:00:00.000Z',
          by: staff('lin'),
          outcome: 'upheld',
          valid: true,
          department: 'quality',
          cause: 'seal',
          text: '密封圈老化',
        },
        {
          type: 'ProposeRemedy',
          at: '2026-11-21T05:10:00.000Z',
          by: staff('lin'),
          remedyId,
          kind: 'apology',
          money: null,
          text: '换一个新壶，并附上道歉信',
          withinDays: 3,
        },
      ],
      expect: {
        move: 'remedy-accepted',
        commands: ['AcceptRemedy'],
        holds: { 0: { remedyId, evidence: 'button' } },
        says: [/11月24日/],
      },
    },
    {
      says: '解决了，谢谢',
      heard: { ...chat, yesNo: 'yes' },
      after: 60,
      meanwhile: [
        {
          type: 'CarryOutRemedy',
          at: '2026-11-21T06:30:00.000Z',
          by: staff('lin'),
          remedyId,
          proof: '快递单 SF123',
        },
        { type: 'AskFollowUp', at: '2026-11-24T06:30:00.000Z', by: { kind: 'system' }, attempt: 1 },
      ],
      expect: {
        move: 'ask-rating',
        commands: ['AnswerFollowUp'],
        holds: { 0: { solved: true, rating: null } },
        buttons: ['rate', 'rate', 'rate', 'rate', 'rate'],
      },
    },
    {
      presses: { do: 'rate', rating: 5 },
      expect: { move: 'rated', commands: ['AnswerFollowUp'], holds: { 0: { solved: null, rating: 5 } } },
    },
  ],
};

/** The same way, told in English. */
export const happyEn: Script = {
  name: 'en: a late parcel, from the first words to the archive',
  locale: 'en',
  lines: [
    {
      says: 'My parcel was promised for Monday and still is not here. Order 88123.',
      heard: {
        type: 'logistics',
        details: {
          narrative: 'My parcel was promised for Monday and still is not here.',
          order: '88123',
          subject: 'parcel',
        },
        facts: { emotion: 'dissatisfied' },
      },
      expect: {
        move: 'ask-when',
        commands: [],
        says: [/sorry/, /bot/, /“person”/, /redress\.example\/privacy/],
        buttons: ['skip-question'],
      },
    },
    {
      says: 'It was due on Monday',
      heard: { intent: 'addition', details: { when: 'Monday' } },
      expect: { move: 'ask-wanted', saysNot: [/sorry/i, /bot/] },
    },
    {
      says: 'I just want it delivered this week',
      heard: { intent: 'addition', facts: { wants: ['fix'] }, details: { wanted: 'delivered this week' } },
      expect: { move: 'ask-name' },
    },
    { says: 'Anna Bell', heard: { ...chat, details: { name: 'Anna Bell' } }, expect: { move: 'ask-phone' } },
    {
      presses: { do: 'skip-question' },
      expect: {
        move: 'restate',
        says: [/delivery/, /Monday/, /88123/, /delivered this week/, /Anna Bell/],
        buttons: ['confirm', 'correct'],
      },
    },
    {
      says: 'No, it was due on Tuesday',
      heard: { intent: 'addition', details: { when: 'Tuesday' } },
      expect: { move: 'restate', says: [/When: Tuesday/], commands: [] },
    },
    {
      says: "yes that's right",
      heard: { ...chat, yesNo: 'yes' },
      expect: {
        move: 'receipt',
        commands: ['ReceiveComplaint'],
        holds: { 0: { intake: 'complete', receivedAt: '2026-11-21T04:00:00.000Z' } },
        says: [/R-2026-000007/, /12 noon tomorrow \(22 November\)/, /status/, /higher/, /person/],
        complaint: 'R-2026-000007',
      },
    },
    {
      says: 'The courier never called me either',
      heard: { intent: 'addition', type: 'logistics' },
      expect: { commands: ['AddStatement'], saysNot: [/sorry/i] },
    },
    { says: 'Thanks!', heard: chat, expect: { move: 'welcome', commands: [] } },
    {
      says: 'any news?',
      heard: { intent: 'status' },
      expect: { move: 'status', commands: [], says: [/R-2026-000007/, /22 November/] },
    },
    {
      says: 'No, it is still not here',
      heard: { intent: 'complaint', type: 'logistics', yesNo: 'no' },
      meanwhile: [
        { type: 'TakeComplaint', at: '2026-11-21T05:00:00.000Z', by: staff('lin') },
        {
          type: 'RecordFinding',
          at: '2026-11-21T05:00:00.000Z',
          by: staff('lin'),
          outcome: 'upheld',
          valid: true,
          department: 'logistics',
          cause: 'courier',
          text: 'The parcel was left at the depot',
        },
        {
          type: 'ResolveComplaint',
          at: '2026-11-21T05:10:00.000Z',
          by: staff('lin'),
          text: 'It is on the van and arrives today.',
        },
        { type: 'AskFollowUp', at: '2026-11-24T06:30:00.000Z', by: { kind: 'system' }, attempt: 1 },
      ],
      expect: {
        move: 'not-solved',
        commands: ['AddStatement', 'AnswerFollowUp'],
        holds: { 1: { solved: false } },
        says: [/sorry/, /open again|reopened/, /senior/],
      },
    },
  ],
};
