/** Why a matter may not have to be taken on again, with the words that say so. */
export interface Ground {
  readonly ground: 'settled' | 'court' | 'mediated';
  readonly words: string;
}

/** What is over, not what is threatened: 'the court has ruled', never 'I will go to court'. */
const signs: readonly (readonly [Ground['ground'], RegExp])[] = [
  [
    'court',
    /(?:法院|法庭)[^。！？\n]{0,12}(?:已经|已)?[^。！？\n]{0,6}(?:判决|裁定|判了|调解结案)|判决书|仲裁(?:委|委员会|庭)?[^。！？\n]{0,8}(?:已|作出)?[^。！？\n]{0,4}(?:裁决|裁了)|裁决书|the (?:court|tribunal|arbitrator)s? (?:has |have )?(?:already )?(?:ruled|decided|found|dismissed|awarded)|court (?:judg(?:e)?ment|ruling)|arbitration award/iu,
  ],
  [
    'mediated',
    /调解(?:书|意见书|协议书)|(?:消协|消委会|消费者协会|12315|12345|监管局|信访)[^。！？\n]{0,12}(?:已经|已)?[^。！？\n]{0,4}调解(?:过|完|结束|好)|mediation (?:agreement|opinion|report)|(?:ombudsman|mediator) (?:has |have )?(?:already )?(?:mediated|decided|closed)/iu,
  ],
  [
    'settled',
    /(?:已经|已|之前|上次)[^。！？\n]{0,8}(?:和解|达成协议|签了?(?:和解|赔偿)?协议|赔(?:偿|付)(?:过|完|到位))|和解协议|(?:already|previously) (?:settled|reached (?:a|an) (?:settlement|agreement))|settlement agreement/iu,
  ],
];

/**
 * A sign in a text that the matter was settled with us, concluded by a court or mediated in writing before.
 * Proposed to staff, never decided by it.
 *
 * @returns undefined when there is none
 * @clause S1.14
 */
export const findGround = (text: string): Ground | undefined => {
  for (const [ground, pattern] of signs) {
    const words = pattern.exec(text)?.[0];
    if (words !== undefined) return { ground, words };
  }
  return undefined;
};
