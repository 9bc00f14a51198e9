import { isOnly } from './words.ts';

const clausesOf = (text: string): readonly string[] =>
  text
    .split(/[,，。.!！;；、:：~～…\n—]+/u)
    .map((clause) => clause.trim().replace(/^(?:and|so|那就|那)\s*(?=\S)/iu, ''))
    .filter((clause) => /[\p{L}\p{N}\p{S}]/u.test(clause));

const anyOf = (...patterns: readonly RegExp[]): ((clause: string) => boolean) => {
  return (clause) => patterns.some((pattern) => pattern.test(clause));
};

const saysYes = anyOf(
  /^(?:好|行|中|成|嗯|恩|可以|好滴|好哒|好嘞|当然|愿意|确定|满意|要|需要)(?:的|吧|啊|呀|嘞|了|嗯|可以|好)*$/u,
  /^(?:好的?|行|嗯|就|可以|是的|对)*(?:我们?)?(?:都|就|也|可以|能|很|愿意)*(?:同意|接受|认可|愿意|满意|没有?意见|没有?问题|没有?异议)(?:你们|您)?(?:提出|给出|说)?(?:的|这个|这样|这|该)*(?:处理)?(?:方案|处理|安排|办法|结果|提议|建议|补偿|赔偿|方式|条件)?(?:了|的|吧)?$/u,
  /^(?:好|行|就)?(?:这样|这么办|这么定|(?:这样|这么|这个)(?:办|定|处理|方案|安排)?(?:吧|了|可以|也?行|也?好|没问题|挺好|就行|就好)+)$/u,
  /^(?:就|请)*(?:按照?|照)(?:你们?|您|这个|这样|说|定|的|方案|安排|办法)*(?:来|办|处理|做|走|执行)(?:吧|就行|就好|好了)*$/u,
  /^(?:(?:yes|yeah|ok|okay|sure|well|then|absolutely|definitely|please)\s+)*(?:i ?(?:['’]ll|will|can|do|gladly|would|['’]d)? ?(?:accept|agree|take)(?: (?:it|that|this|the|your|to|with|offer|refund|replacement|voucher|solution|proposal|remedy|terms))*|(?:(?:i|we)(?: ?['’]m| am|['’]d be| would be|['’]re| are) )?(?:very |quite |perfectly )?(?:happy|fine|okay|good|satisfied|pleased)(?: (?:with|by|for|it|that|this|the|your|me|us|offer|solution|proposal))*|(?:that|this|it)(?:['’]?s| is|['’]?ll| will| would)?(?: (?:works?|suits?|sounds?|do|be|fine|good|great|perfect|okay|fair|acceptable|me|for|by|us|enough|just|all|right|alright))+|sounds (?:good|great|fine|fair)|deal|done|of course|absolutely|definitely|yes|yup|alright|lovely|great|wonderful|go ahead|please do|it is)(?: then| thanks| thank you| please| mate| dear)*$/iu,
);

const isKind = anyOf(
  /^(?:非常|真的?|十分|太|很)?(?:感谢|谢谢|多谢)(?:你们?|您)?的?(?:及时)?(?:处理|帮助|帮忙|回复|耐心|理解)?(?:了|啦)?$/u,
  /^(?:辛苦|麻烦|费心)(?:你们?|您|大家|各位)?(?:了|啦)?$/u,
  /^(?:太好|挺好|非常好|很好)的?了?$/u,
  /^(?:many )?thank(?:s| you)(?: (?:so|very|much|a|lot|for|your|the|help|time|sorting|fixing|it|this|that|out|again|everything|all|kindly|indeed|quick|reply|to))*$/iu,
);

/** How it is to be carried out, and nothing else: to which account, how soon. */
const carriesOut = anyOf(
  /^(?:就|请|麻烦|希望|你们?|您|帮我|给我|直接|都|把?钱|把?货|款|尽快|快点|早点|赶紧|抓紧|今天|明天)*(?:安排|办理?|处理|退款?|退钱|换货?|寄|发货?|送|打款|转账|退货|执行|落实|修|上门)(?:一下|过来|给我|吧|了|就行|就好|即可)*$/u,
  /^(?:就|请|麻烦|你们?|您|帮我|直接|把?钱|把?货|款|尽快|可以)*(?:退|打|转|寄|送|发)(?:到|回|去)[^，？?]{0,12}(?:卡|账户|帐户|支付宝|微信|零钱|账号|家里?|地址|单位|公司|原路|银行)(?:里|上|来|吧|就行|就好|即可)*$/u,
  /^原路(?:退回|返回|退)(?:吧|就行|就好|即可)?$/u,
  /^(?:(?:please|just|then|yes|do|kindly|can you|could you)\s+)*(?:go ahead|proceed|arrange|send|refund|pay|transfer|put|book|ship|deliver|post|do)(?: (?:it|that|this|so|me|us|back|with|as|soon|possible|the|money|refund|voucher|replacement|new|one|kettle|parcel|a|quickly|today|tomorrow|now|please))*(?: (?:to|on|by|via|into|onto|at) [^?]{1,40}?(?:address|account|card|home|house|office|work|door|paypal|bank|post|courier|e-?mail))?(?: please| thanks)?$/iu,
);

const isYes = (clause: string): boolean => isOnly('yes', clause) || saysYes(clause);

/**
 * Whether a text is a yes and nothing but that: with thanks, or with how it is to be carried out, at most.
 * A consent taken from words that hold anything else is worse than one more question: 就是那个客服骂人 agrees to nothing.
 *
 * @clause S1.6
 */
export const isConsent = (text: string): boolean => {
  if (text.trim().length > 160 || /[?？]/u.test(text)) return false;
  const clauses = clausesOf(text);
  return (
    clauses.some(isYes) &&
    clauses.every((one) => isYes(one) || isOnly('thanks', one) || isKind(one) || carriesOut(one))
  );
};

const changesNothing = anyOf(
  /^(?:好像|应该|我|这边|暂时|已经)*(?:没有?|不用|不需要|无需|不必)(?:什么|啥|别的|其他的?|其它的?)?(?:要|需要|想|可以)?(?:再)?(?:改|修改|更正|补充|变)(?:动|的|了|地方|的了|的地方)*(?:了|啦)?$/u,
  /^(?:nothing|no need|not)(?: (?:else|more|really|at all))?(?: to| i want to| i need to)? (?:change|correct|fix|add)(?: (?:it|anything|now|after all|really|thanks))*$/iu,
  /^no (?:more )?(?:changes?|corrections?)(?: (?:needed|then|thanks|after all|to make))*$/iu,
  /^(?:(?:it|that|everything)(?:['’]?s| is) )?(?:fine|good|right|all right|okay|correct) as it is$/iu,
  /^(?:just )?(?:leave|keep) it (?:as it is|like that|that way)$/iu,
);

/** Whether a text says that nothing is to be changed: 没有要改的了，对，就这样. */
export const wantsNoChange = (text: string): boolean => {
  const clauses = clausesOf(text);
  return (
    clauses.some((one) => changesNothing(one)) &&
    clauses.every(
      (one) =>
        changesNothing(one) ||
        isYes(one) ||
        isOnly('no', one) ||
        isOnly('thanks', one) ||
        isOnly('fine', one),
    )
  );
};
