import type { GuardRule } from '../rule.ts';

/** Asking for what nobody may ask for: passwords, codes, full card numbers (S1.11: the complainant's interest first). */
export const asksSecret: GuardRule = {
  id: 'asks_secret',
  clause: 'S1.11',
  patterns: {
    'zh-CN': [
      /(?:把|将|请|麻烦|告诉|告知|发|报|提供|给|输入|填|说|需要|要|核对|验证|确认)[^。？！]{0,14}(?:密码|验证码|校验码|动态码|口令|安全码|CVV|付款码|收款码|支付码|完整(?:的)?(?:银行)?卡号|银行卡(?:的)?(?:正反面|照片|完整)|身份证(?:的)?(?:正反面|照片|原件|完整)|手持(?:身份证|照)|有效期(?:和|及|、).{0,8}(?:码|号)|密保|U盾|人脸)/iu,
      /(?:密码|验证码|校验码|动态码|口令|安全码|CVV|付款码|完整(?:的)?卡号|身份证(?:正反面|号码|照片)|密保问题|卡背面.{0,6}(?:码|数字|三位))[^。？！不]{0,10}(?:多少|是什么|是啥|发(?:我|给|过来|来|一下)|告诉(?:我|一下)|报(?:一下|给|我)|给我|提供|说一下|截图|发群|贴出来)/iu,
    ],
    en: [
      /\b(?:what(?:'s| is)|tell|send|give|need|provide|share|confirm|read|text|email|post|enter|supply|type|reply with|let me have|require|dm|forward)\b[^.?!]{0,30}\b(?:password|passcode|pin(?: (?:number|code))?|cvv|cvc|security code|(?:one[- ]time|verification|login|sms|access) code|code (?:we|i|that (?:we|i)|you) (?:just )?(?:\w+ )?(?:texted|sent|got|received)|otp|(?:online |internet )?bank(?:ing)? (?:login|password|credentials|details)|login(?: details)?|credentials|(?:full|whole|complete|entire|long) card (?:number|details)|card number|(?:both sides|photo|picture|copy|front and back) of (?:your |the )?(?:\w+ )?(?:card|passport|id)|mother's maiden name|social security number)\b/iu,
    ],
  },
  unless: [
    /(?:不会|不要|请勿|别|不用|无需|切勿|不需要|千万别|从不|忘(?:了|记)|重置|重设|修改|后四位|末四位)|\b(?:never|not|don't|do not|needn't|won't|nobody|no need|forgot|forgotten|reset|change your|last (?:four|4))\b/iu,
  ],
  suggestion: {
    'zh-CN': '这些请不要发给任何人，我们也不需要；请告诉我订单号就可以了。',
    en: 'Please give these to nobody, us included; the order number will do.',
  },
  caught: {
    'zh-CN': [
      '请把验证码发给我。',
      '您的支付密码是多少？',
      '请提供完整的银行卡号。',
      '身份证正反面发我一下。',
      '卡背面的三位数字告诉我。',
      '麻烦报一下动态码。',
    ],
    en: [
      'Please send me the verification code.',
      'What is your password?',
      'I need your full card number.',
      'Tell me the PIN, please.',
      'Could you give me your online banking login?',
      'Please share a photo of both sides of your card.',
    ],
  },
  passing: {
    'zh-CN': [
      '请不要把密码告诉任何人。',
      '我们从不索要验证码。',
      '请告诉我卡号的后四位。',
      '忘记密码可以在登录页重设。',
      '请把订单号发给我。',
      '您收到的验证码请勿转发。',
    ],
    en: [
      'Never share your password with anyone.',
      'We will not ask for a code.',
      'Please tell me the last four digits of the card.',
      'You can reset your password on the sign-in page.',
      'Please send me the order number.',
      'Do not give the code to anybody.',
    ],
  },
};
