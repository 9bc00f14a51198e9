import { staff } from '../../support/given.ts';
import { chat, type Script } from '../play.ts';

const file = {
  id: 'file-1',
  sha256: 'a'.repeat(64),
  name: '照片.jpg',
  mediaType: 'image/jpeg',
  bytes: 1200,
};

const kettle = {
  type: 'product_quality',
  details: {
    narrative: '热水壶漏水',
    subject: '热水壶',
    when: '昨天',
    wanted: '退款',
    name: '王芳',
    phone: '13800138000',
  },
} as const;

/** Everything else a complainant may want, in Chinese. */
export const intentsZh: readonly Script[] = [
  {
    name: 'zh: a question with a standard reply, which does not help',
    locale: 'zh-CN',
    lines: [
      {
        says: '你们几点上班？',
        heard: { intent: 'question' },
        expect: {
          move: 'standard-reply',
          says: [/9:00/, /机器人/],
          buttons: ['file-complaint', 'call-person'],
          commands: [],
        },
      },
      {
        presses: { do: 'file-complaint' },
        expect: { says: [/抱歉/], commands: [], waits: true },
      },
    ],
  },
  {
    name: 'zh: a question nobody foresaw goes to a colleague',
    locale: 'zh-CN',
    lines: [
      {
        says: '你们的会员积分能转给家人吗？',
        heard: { intent: 'question' },
        expect: { move: 'no-answer', buttons: ['file-complaint', 'call-person'] },
      },
      {
        says: '好的',
        heard: chat,
        expect: {
          move: 'receipt',
          commands: ['ReceiveComplaint'],
          holds: { 0: { nature: 'enquiry', intake: 'complete' } },
          complaint: 'R-2026-000002',
          waits: false,
        },
      },
    ],
  },
  {
    name: 'zh: a suggestion is put on file',
    locale: 'zh-CN',
    lines: [
      {
        says: '建议你们把退货入口放在首页',
        heard: { intent: 'suggestion' },
        expect: { move: 'suggestion', buttons: ['file-complaint', 'call-person'] },
      },
      {
        presses: { do: 'file-complaint' },
        expect: { commands: ['ReceiveComplaint'], holds: { 0: { nature: 'enquiry' } } },
      },
    ],
  },
  {
    name: 'zh: hello, praise, thanks, goodbye',
    locale: 'zh-CN',
    lines: [
      { says: '你好', heard: chat, expect: { move: 'greet', says: [/机器人/], waits: false } },
      {
        says: '你们的师傅人真好',
        heard: { intent: 'praise' },
        expect: { move: 'praise', saysNot: [/机器人/] },
      },
      { says: '好的', heard: chat, expect: { move: 'fine' } },
      { says: '谢谢', heard: chat, expect: { move: 'welcome' } },
      { says: '再见', heard: chat, expect: { move: 'goodbye', complaint: null } },
    ],
  },
  {
    name: 'zh: a person is asked for before anything was told [DI-3]',
    locale: 'zh-CN',
    lines: [
      {
        says: '人工',
        heard: { intent: 'person' },
        expect: {
          move: 'person',
          commands: ['ReceiveComplaint', 'RequestPerson'],
          holds: { 0: { nature: 'enquiry', intake: 'incomplete' } },
          says: [/R-2026-000001/, /明天（11月22日）12:00/],
          complaint: 'R-2026-000001',
        },
      },
      {
        says: '空调装坏了，墙都钻裂了',
        heard: { type: 'after_sales', details: { narrative: '空调装坏了，墙都钻裂了' } },
        expect: { commands: ['AddStatement'], says: [/抱歉/], complaint: 'R-2026-000001' },
      },
      {
        says: '喂，人呢',
        heard: chat,
        meanwhile: [{ type: 'TakeTalk', at: '2026-11-21T04:01:30.000Z', by: staff('lin') }],
        expect: { quiet: true, commands: ['AddStatement'] },
      },
      { says: '进度', heard: { intent: 'status' }, expect: { move: 'status', commands: [] } },
    ],
  },
  {
    name: 'zh: a person is asked for in mid-intake',
    locale: 'zh-CN',
    lines: [
      {
        says: '热水壶漏水',
        heard: { type: 'product_quality', details: { narrative: '热水壶漏水' } },
        expect: { waits: true },
      },
      {
        says: '我要转人工',
        heard: { intent: 'person' },
        expect: {
          commands: ['ReceiveComplaint', 'RequestPerson'],
          holds: { 0: { nature: 'complaint', intake: 'incomplete', receivedAt: '2026-11-21T04:00:00.000Z' } },
        },
      },
    ],
  },
  {
    name: 'zh: danger is answered before anything else [IN-14]',
    locale: 'zh-CN',
    lines: [
      {
        says: '你们装的燃气灶漏气，我妈晕倒了',
        heard: {
          intent: 'emergency',
          isComplaint: true,
          type: 'product_quality',
          details: { narrative: '你们装的燃气灶漏气，我妈晕倒了' },
          facts: { safety: 2, emotion: 'angry' },
        },
        expect: {
          commands: ['ReceiveComplaint'],
          holds: { 0: { intake: 'incomplete' } },
          says: [/^您和身边人|^先顾人/, /120/, /R-2026-000001/, /今天（11月21日）16:00/],
          complaint: 'R-2026-000001',
          waits: true,
        },
      },
    ],
  },
  {
    name: 'zh: a level-1 threat is filed at once and completed later [IN-10]',
    locale: 'zh-CN',
    lines: [
      {
        says: '我们二十户业主要去售楼处拉横幅',
        heard: {
          type: 'sales_promise',
          details: { narrative: '我们二十户业主要去售楼处拉横幅' },
          facts: { demonstration: true, collective: true, households: 20, emotion: 'angry' },
          evidence: { demonstration: '拉横幅' },
        },
        expect: {
          commands: ['ReceiveComplaint'],
          holds: { 0: { intake: 'incomplete', nature: 'complaint' } },
          says: [/抱歉/, /R-2026-000001/, /负责人/, /16:00/],
          complaint: 'R-2026-000001',
        },
      },
      {
        says: '要求退房',
        heard: { intent: 'addition', facts: { wants: ['cancel'] } },
        expect: { commands: ['AddStatement'], saysNot: [/抱歉/] },
      },
      { presses: { do: 'skip-question' }, expect: { commands: [] } },
      {
        presses: { do: 'skip-question' },
        expect: { move: 'ask-parties', buttons: ['only-me', 'skip-question'] },
      },
      {
        says: '王芳 101，李强 102',
        heard: { ...chat },
        expect: { move: 'ask-representatives', commands: ['AddStatement', 'ListParties'] },
      },
      { presses: { do: 'skip-question' }, expect: { move: 'ask-name' } },
      { presses: { do: 'skip-question' }, expect: { move: 'restate', buttons: ['confirm', 'correct'] } },
      {
        presses: { do: 'confirm' },
        expect: { move: 'receipt', commands: ['CompleteIntake'], says: [/R-2026-000001/], waits: false },
      },
      { presses: { do: 'confirm' }, expect: { move: 'spent', commands: [] } },
    ],
  },
  {
    name: 'zh: silence in mid-intake files what was told [IN-11]',
    locale: 'zh-CN',
    lines: [
      {
        says: '包裹丢了没人管',
        heard: { type: 'logistics', details: { narrative: '包裹丢了没人管' } },
        expect: { waits: true },
      },
      {
        falls: 'silent',
        after: 30,
        expect: {
          move: 'silence-filed',
          commands: ['ReceiveComplaint'],
          holds: {
            0: { intake: 'incomplete', by: { kind: 'system' }, receivedAt: '2026-11-21T04:00:00.000Z' },
          },
          says: [/R-2026-000002/],
          waits: false,
          complaint: 'R-2026-000002',
        },
      },
      { falls: 'silent', after: 30, expect: { quiet: true, commands: [] } },
      {
        says: '订单是 8842',
        heard: { intent: 'addition', details: { order: '8842' } },
        expect: { commands: ['AddStatement'], saysNot: [/抱歉/], waits: true },
      },
    ],
  },
  {
    name: 'zh: silence before anything was told files nothing',
    locale: 'zh-CN',
    lines: [
      { orders: 'new', expect: { move: 'start', says: [/发生了什么事/], waits: true } },
      { falls: 'silent', after: 30, expect: { quiet: true, commands: [], waits: false } },
    ],
  },
  {
    name: 'zh: files, refused files, emoji, blanks',
    locale: 'zh-CN',
    lines: [
      { files: [file], heard: chat, expect: { move: 'files-only', commands: [] } },
      {
        says: '就是这个裂缝，刚买的',
        heard: { type: 'product_quality', details: { narrative: '就是这个裂缝，刚买的' } },
        expect: { says: [/抱歉/] },
      },
      { files: [{ ...file, id: 'file-2' }], heard: chat, expect: { says: [/文件/] } },
      {
        says: '',
        refused: [{ name: '视频.avi', reason: 'type' }],
        heard: chat,
        expect: { says: [/视频\.avi/, /PDF/], commands: [] },
      },
      { says: '😡😡😡', heard: chat, expect: { move: 'emoji' } },
      { says: '   ', heard: chat, expect: { move: 'empty' } },
    ],
  },
  {
    name: 'zh: withdrawal is made sure of',
    locale: 'zh-CN',
    lines: [
      { says: '热水壶漏水', heard: kettle, expect: { move: 'restate' } },
      { says: '对的', heard: { ...chat, yesNo: 'yes' }, expect: { move: 'receipt' } },
      {
        says: '算了，我不投诉了',
        heard: { intent: 'withdrawal', isComplaint: false },
        expect: { move: 'ask-withdrawal', buttons: ['withdraw', 'keep'], commands: [] },
      },
      { presses: { do: 'keep' }, expect: { move: 'kept', commands: [] } },
      {
        says: '还是撤回吧',
        heard: { intent: 'withdrawal', isComplaint: false },
        expect: { move: 'ask-withdrawal' },
      },
      {
        says: '是的',
        heard: { ...chat, yesNo: 'yes' },
        expect: { move: 'withdrawn', commands: ['WithdrawComplaint'] },
      },
      {
        says: '热水壶又坏了',
        heard: { type: 'product_quality', details: { narrative: '热水壶又坏了' } },
        expect: { move: 'ask-matter', buttons: ['add-to-complaint', 'new-complaint'], commands: [] },
      },
      { presses: { do: 'new-complaint' }, expect: { says: [/抱歉/], commands: [], waits: true } },
    ],
  },
  {
    name: 'zh: another matter while one is open',
    locale: 'zh-CN',
    lines: [
      { says: '热水壶漏水', heard: kettle, expect: { move: 'restate' } },
      { presses: { do: 'confirm' }, expect: { complaint: 'R-2026-000002' } },
      {
        says: '另外你们的快递员骂人',
        heard: { type: 'service_attitude', details: { narrative: '快递员骂人' } },
        expect: { move: 'ask-matter', buttons: ['add-to-complaint', 'new-complaint'], commands: [] },
      },
      { presses: { do: 'new-complaint' }, expect: { says: [/抱歉/], commands: [], waits: true } },
      { presses: { do: 'skip-question' }, expect: {} },
      { presses: { do: 'skip-question' }, expect: {} },
      { presses: { do: 'skip-question' }, expect: {} },
      { presses: { do: 'skip-question' }, expect: {} },
      { presses: { do: 'skip-question' }, expect: { move: 'restate' } },
      {
        says: '没错',
        heard: { ...chat, yesNo: 'yes' },
        expect: {
          commands: ['ReceiveComplaint'],
          holds: { 0: { receivedAt: '2026-11-21T04:02:00.000Z', number: 'R-2026-000010' } },
          complaint: 'R-2026-000010',
        },
      },
    ],
  },
  {
    name: 'zh: the same matter after all, and going higher',
    locale: 'zh-CN',
    lines: [
      { says: '热水壶漏水', heard: kettle, expect: { move: 'restate' } },
      { presses: { do: 'confirm' }, expect: { complaint: 'R-2026-000002' } },
      { says: '你们的客服骂人', heard: { type: 'service_attitude' }, expect: { move: 'ask-matter' } },
      { presses: { do: 'add-to-complaint' }, expect: { commands: ['AddStatement'] } },
      {
        says: '升级',
        heard: { intent: 'addition', facts: { wantsHigher: true } },
        expect: { move: 'higher', commands: ['RequestHigher'] },
      },
      { presses: { do: 'go-higher' }, expect: { commands: ['RequestHigher'] } },
      { presses: { do: 'call-person' }, expect: { commands: ['RequestPerson'] } },
      { presses: { do: 'call-person' }, expect: { says: [/R-2026-000002/] } },
      { presses: { do: 'status' }, expect: { move: 'status', says: [/上一级|上级/] } },
      { presses: null, expect: { move: 'spent', commands: [] } },
    ],
  },
  {
    name: 'zh: edits, deletions, a phone by its key',
    locale: 'zh-CN',
    lines: [
      {
        says: '热水壶漏水',
        heard: {
          type: 'product_quality',
          details: { narrative: '热水壶漏水', subject: '热水壶', when: '昨天', wanted: '退款', name: '王芳' },
        },
        expect: { move: 'ask-phone' },
      },
      { edits: { message: 'm0-0', text: '热水壶漏水，还漏电' }, expect: { quiet: true, commands: [] } },
      { sharesPhone: '+8613800138000', expect: { move: 'restate', says: [/\+8613800138000/] } },
      {
        presses: { do: 'confirm' },
        expect: {
          commands: ['ReceiveComplaint', 'AmendStatement'],
          holds: { 1: { statementId: 'm0-0', text: '热水壶漏水，还漏电' } },
        },
      },
      { edits: { message: 'm0-0', text: null }, expect: { quiet: true, commands: ['AmendStatement'] } },
      { edits: { message: 'm9-9', text: 'x' }, expect: { quiet: true, commands: [] } },
    ],
  },
  {
    name: 'zh: abuse with nothing in it, and with a complaint in it',
    locale: 'zh-CN',
    lines: [
      {
        says: '你们就是一群骗子，滚',
        heard: { intent: 'abuse', facts: { emotion: 'angry' } },
        expect: { move: 'abuse', commands: [] },
      },
      {
        says: '装的什么破门，天天掉漆',
        heard: {
          type: 'product_quality',
          details: { narrative: '装的什么破门，天天掉漆' },
          facts: { emotion: 'angry' },
        },
        expect: { says: [/抱歉/], move: 'ask-wanted' },
      },
      {
        says: '要求重做',
        heard: { intent: 'addition', facts: { wants: ['fix'] } },
        expect: { says: [/照片/] },
      },
    ],
  },
  {
    name: 'zh: questions back and words that are no answer',
    locale: 'zh-CN',
    lines: [
      {
        says: '热水壶漏水',
        heard: {
          type: 'product_quality',
          details: { narrative: '热水壶漏水', subject: '热水壶', when: '昨天', wanted: '退款', name: '王芳' },
        },
        expect: { move: 'ask-phone' },
      },
      { says: '要电话干嘛？', heard: { intent: 'question' }, expect: { move: 'ask-phone', commands: [] } },
      { says: '好的', heard: chat, expect: { move: 'ask-phone' } },
      {
        says: 'English please',
        heard: { ...chat, switchTo: 'en' },
        expect: { move: 'ask-phone', says: [/English/, /phone/] },
      },
      {
        says: '13800138000',
        heard: { ...chat, locale: 'zh-CN', details: { phone: '13800138000' } },
        expect: { move: 'restate', says: [/Phone: 13800138000/] },
      },
      { says: 'thanks', heard: chat, expect: { move: 'receipt', commands: ['ReceiveComplaint'] } },
    ],
  },
  {
    name: 'zh: a no to an offer while we still have questions is about the offer',
    locale: 'zh-CN',
    lines: [
      {
        says: '空调坏了，业主占领售楼处',
        heard: {
          type: 'product_quality',
          facts: { demonstration: true },
          details: { narrative: '空调坏了，业主占领售楼处' },
        },
        expect: { commands: ['ReceiveComplaint'] },
      },
      {
        says: '不接受',
        heard: { intent: 'addition', yesNo: 'no' },
        meanwhile: [
          { type: 'TakeComplaint', at: '2026-11-21T04:10:00.000Z', by: staff('lin') },
          {
            type: 'ProposeRemedy',
            at: '2026-11-21T05:10:00.000Z',
            by: staff('lin'),
            remedyId: 'r1',
            kind: 'apology',
            money: null,
            text: '当面致歉',
            withinDays: 2,
          },
        ],
        expect: { move: 'remedy-declined', commands: ['DeclineRemedy'] },
      },
    ],
  },
];

/** Everything else, in English. */
export const intentsEn: readonly Script[] = [
  {
    name: 'en: a person first, then the complaint',
    locale: 'en',
    lines: [
      {
        says: 'I want to talk to a human',
        heard: { intent: 'person' },
        expect: { move: 'person', commands: ['ReceiveComplaint', 'RequestPerson'], says: [/R-2026-000001/] },
      },
      {
        says: 'The driver shouted at my mother',
        heard: { type: 'service_attitude', details: { narrative: 'The driver shouted at my mother' } },
        expect: { commands: ['AddStatement'], says: [/sorry/] },
      },
    ],
  },
  {
    name: 'en: danger',
    locale: 'en',
    lines: [
      {
        says: 'The heater is on fire and my son is inside',
        heard: { intent: 'emergency', isComplaint: true, type: 'product_quality', facts: { safety: 2 } },
        expect: { commands: ['ReceiveComplaint'], says: [/safe/, /911/, /R-2026-000001/], waits: true },
      },
    ],
  },
  {
    name: 'en: another language',
    locale: 'en',
    lines: [
      {
        says: 'Hola, mi paquete no llegó',
        heard: { intent: 'smalltalk', isComplaint: false, language: 'other', locale: null },
        expect: {
          says: [/Chinese and English|英文和中文|中文和英文/],
          buttons: ['file-complaint', 'call-person'],
        },
      },
      { presses: { do: 'file-complaint' }, expect: { waits: true, commands: [] } },
    ],
  },
  {
    name: 'en: a long letter is kept whole',
    locale: 'en',
    lines: [
      {
        says: `My kitchen was fitted badly. ${'The doors do not close. '.repeat(4000)}`,
        heard: { type: 'after_sales', details: { narrative: 'My kitchen was fitted badly.' } },
        expect: { says: [/every word/, /sorry/], commands: [] },
      },
    ],
  },
  {
    name: 'en: a declined remedy',
    locale: 'en',
    lines: [
      {
        says: 'The lamp flickers',
        heard: {
          type: 'product_quality',
          details: {
            narrative: 'The lamp flickers',
            subject: 'lamp',
            when: 'May',
            wanted: 'refund',
            name: 'Bo',
            phone: '555 0100',
          },
        },
        expect: { move: 'restate' },
      },
      { presses: { do: 'confirm' }, expect: { move: 'receipt' } },
      {
        says: 'Is there a warranty?',
        heard: { intent: 'question' },
        meanwhile: [
          { type: 'TakeComplaint', at: '2026-11-21T04:10:00.000Z', by: staff('lin') },
          {
            type: 'RecordFinding',
            at: '2026-11-21T05:00:00.000Z',
            by: staff('lin'),
            outcome: 'upheld',
            valid: true,
            department: 'quality',
            cause: 'ballast',
            text: 'worn',
          },
          {
            type: 'ProposeRemedy',
            at: '2026-11-21T05:10:00.000Z',
            by: staff('lin'),
            remedyId: 'r1',
            kind: 'apology',
            money: null,
            text: 'A letter',
            withinDays: 2,
          },
        ],
        expect: {
          move: 'offer-open',
          commands: ['AddStatement'],
          buttons: ['accept-remedy', 'decline-remedy'],
        },
      },
      {
        says: 'No, a letter does not help me',
        heard: { intent: 'addition', yesNo: 'no' },
        expect: {
          move: 'remedy-declined',
          commands: ['DeclineRemedy'],
          holds: { 0: { remedyId: 'r1', evidence: 'No, a letter does not help me' } },
        },
      },
      { presses: { do: 'accept-remedy', remedyId: 'r1' }, expect: { move: 'spent', commands: [] } },
    ],
  },
  {
    name: 'en: a closed complaint comes back',
    locale: 'en',
    lines: [
      {
        says: 'The lamp flickers',
        heard: {
          type: 'product_quality',
          details: {
            narrative: 'The lamp flickers',
            subject: 'lamp',
            when: 'May',
            wanted: 'refund',
            name: 'Bo',
            phone: '555 0100',
          },
        },
        expect: { move: 'restate' },
      },
      { presses: { do: 'confirm' }, expect: { move: 'receipt' } },
      {
        says: '5',
        heard: { ...chat, rating: 5 },
        meanwhile: [
          { type: 'TakeComplaint', at: '2026-11-21T04:10:00.000Z', by: staff('lin') },
          {
            type: 'RecordFinding',
            at: '2026-11-21T05:00:00.000Z',
            by: staff('lin'),
            outcome: 'upheld',
            valid: true,
            department: 'quality',
            cause: 'ballast',
            text: 'worn',
          },
          { type: 'ResolveComplaint', at: '2026-11-21T05:10:00.000Z', by: staff('lin'), text: 'Replaced.' },
          { type: 'AskFollowUp', at: '2026-11-24T05:10:00.000Z', by: { kind: 'system' }, attempt: 1 },
          {
            type: 'AnswerFollowUp',
            at: '2026-11-24T05:20:00.000Z',
            by: { kind: 'complainant', id: 'C-1' },
            solved: true,
            rating: null,
          },
        ],
        expect: { move: 'rated', commands: ['AnswerFollowUp'], holds: { 0: { rating: 5 } } },
      },
      { says: 'Thank you', heard: chat, expect: { move: 'welcome', commands: [] } },
      {
        says: 'It is still not fixed, it flickers again',
        heard: { type: 'product_quality' },
        expect: { move: 'reopened', commands: ['ReopenComplaint', 'AddStatement'], says: [/open again/] },
      },
    ],
  },
];
