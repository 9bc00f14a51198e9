/** Chinese: what a complainant is told when something happened to the complaint. */
export const outgoingZh = {
  offer: ['关于 {number}，我们想这样为您处理：', '{number} 的处理方案出来了，您看看：'],
  offerMoney: '金额：{money}',
  offerDays: '{days, plural, =0 {您接受的话，当天就办。} other {您接受的话，# 天内办好。}}',
  offerLast: '这是我们能给出的最终方案。您不接受也没关系，之后还可以走其他途径，我们会告诉您。',
  offerAsk: ['您看这样可以吗？', '这个方案，您接受吗？'],
  carriedOut: ['{number} 的方案已经办好了：', '{number} 说好的事，我们办好了：'],
  billingDone:
    '对不起，{number} 查清楚了：实收 {charged}，应收 {due}，确实多收了您 {over}。{refunded} 已经退给您了。',
  carriedOutAfter: '过几天会再问问您，看是不是真的解决了。要是发现哪里不对，随时告诉我。',
  followUp: ['想问问您，{number} 这件事现在解决了吗？', '来回访一下：{number} 的问题，您那边解决了吗？'],
  followUpAgain: [
    '之前问过您 {number} 的情况，还没等到您的消息。现在解决了吗？',
    '再打扰您一下：{number} 的问题解决了吗？',
  ],
  followUpAfter: '您点一下按钮或者直接回复都行，这对我们很重要。',
  resolved: ['{number} 有结果了：', '关于 {number}，结果是这样的：'],
  resolvedAfter: '{date}前后我们会再来问问您。有不同意见，随时直接告诉我。',
  resolvedAfterUndated: '过几天会再来问问您。有不同意见，随时直接告诉我。',
  declined: [
    '关于 {number}，我们看过以后，没有办法再受理，原因是：',
    '{number} 我们认真看过了，这一次不能再受理，原因是：',
  ],
  declinedAfter:
    '我知道这不是您想听到的结果。您如果不同意，直接告诉我，会请上一级负责人再看一次；有新的情况，也随时可以提。',
  declinedReviewed:
    '我知道这不是您想听到的结果，上一级负责人已经重新看过。以后有新的情况，随时告诉我，会重新打开。',
  declinedWays: '您也可以向这些地方反映：',
  declinedElsewhere: '您也可以向消费者协会或有关部门反映。',
  archived: [
    '{number} 已经办结。谢谢您一路的耐心，有事随时找我们。',
    '{number} 办完了，谢谢您的配合。以后有事，随时找我们。',
  ],
  reopened: ['{number} 已经重新打开，会继续处理。', '{number} 重新处理，负责的同事会接着跟进。'],
  reopenedBy: '最迟{date}跟您联系。',
  merged: [
    '{number} 和 {into} 说的是同一件事，两件会放在一起处理，以后都用 {into}。',
    '{number} 并到 {into} 一起处理，您说过的话都在，不用重讲。',
  ],
  speaker: [
    '按大家的意思，{number} 从现在起由您代表：我们要问的、提的方案、给的答复，都发到您这里。想看进展回复“进度”，找同事回复“人工”。',
    '{number} 今后由您代表大家，这是原来那位代表的意思。以后的询问、方案和结果都在这里告诉您；回复“进度”看进展，回复“人工”找同事。',
  ],
  formerSpeaker: [
    '已经登记好了，{number} 从现在起由{name}代表大家。您还是一起反映的一员，有要补充的照样发在这里，想知道进展回复“进度”。',
    '办好了：{number} 今后由{name}代表。您仍然算在内，情况随时可以补充，回复“进度”看进展。',
  ],
  speakerDeclined: [
    '谢谢您跟我们商量。{number} 请{name}代表的事，这次没有改动，还是请您代表大家。这样定是因为：',
    '{number} 由谁代表，您的意思我们收到了。这一次没有改成{name}，仍然请您代表大家。这样定是因为：',
  ],
  speakerDeclinedAfter:
    '处理不受影响，进展照旧发在这里。想请别人代表，或者情况有变，随时再告诉我，大家的意思我们听大家的。',
  speakerStays: [
    '{number} 曾有人提出由您代表大家，现在不作变动，不用您做什么。您仍是一起反映的一员，有要补充的照样发在这里，想知道进展回复“进度”。',
    '有人希望 {number} 由您来代表，这件事先照旧，您不用操心。要补充情况还是发在这里，回复“进度”可以看进展。',
  ],
  wordReturned: [
    '{number} 重新由您代表大家，之前登记的更换已经撤销，给您添麻烦了。这样做是因为：',
    '{number} 换代表的登记撤销了，现在还是由您代表大家，让您费心了。这样做是因为：',
  ],
  wordReturnedAfter:
    '以后的询问、方案和结果又会发到您这里。如果大家的意思不是这样，直接告诉我，我们重新来办。',
  wordReleased: [
    '{number} 从现在起重新由{name}代表大家，谢谢您这段时间费心。这样做是因为：',
    '谢谢您替大家出面。{number} 的代表改回{name}了。这样做是因为：',
  ],
  wordReleasedAfter:
    '您仍是一起反映的一员，您说过的都还在，有要补充的照样发在这里；觉得不妥，回复“人工”找同事。',
  another: '另一位',
  talkTaken: [
    '{who}来接待您了，前面说过的话都能看到，您不用再讲一遍。',
    '{who}已经在这里了，之前的内容都看得到，您直接接着说就好。',
  ],
  talkReturned: [
    '同事先去办您的事，这里由我（机器人）接着陪您。找同事回复“人工”。',
    '接下来又是我（机器人）在这里，有事直接说；找同事回复“人工”。',
  ],
  colleague: '同事',
} as const;
