import type { Bare } from './money-bare.ts';

/** Words of paying, taking and owing right before a sum. */
export const spendingEn =
  /(?:cost(?:s|ing)?|paid|pay|paying|charged?|spent|lost|losing|owed?s?|refund(?:ed)?|worth|deposit of|fee of|bill (?:of|was|is)|out of|for over|scammed (?:me )?(?:out )?of|compensation of|price of|me back|quoted|advertised(?: at)?|priced at|fined|deducted|billed|overcharged|short by|invoiced|refunded|credited|debited|withdrew|took out|take out|dispensed|offered|dropped|knocked off|short|froze|pocketed|stole|came to|comes to|agreed|(?:you|they|he|she|bank|company|system|app)(?:'ve)? (?:still |just |then |also |only )?(?:took|taken)|transferred|sent|wired|deposited|withdrawn|topped up|put down|donated|invested|tipped|handed over|saved|chipped in|fork(?:ed|ing)? out|shell(?:ed|ing)? out|cough(?:ed)? up|stump(?:ed)? up|keep|kept|keeping|withheld|withhold(?:ing)?|retain(?:ed|ing)?|paid in|loaded|prepaid|passed on|hit for|stung for|handed back|gave back|got back) (?:me |us |you |him |her |them |the (?:seller|landlord|agent|driver|shop|company|guy|man|woman|host|owner|garage|builder) |over |about |around |approx\.? |approximately |roughly |like |maybe |probably |easily |some |in excess of |in the region of |upwards of |north of |close to |well over |just over ||nearly |almost |a |up to |another |an extra |more than |the |just |at |by ){0,3}$/;
const pricedEn =
  /\b(?:hold|pre-?auth(?:ori[sz]ation)?|fee|deposit|bond|invoice|settlement|tuition|compensation|bill|price|rent|premium|excess|fine|charge|total|refund|balance|payment|cost|fare|salary|wages?|voucher|subscription|quote|estimate|bonus|pension|loan|mortgage|instal?ment|penalty|upgrade|ticket|surcharge|delivery|postage|shipping|course|haircut|meal|repair|entry|membership|toll|parking|taxi|cab|ride|lesson|dinner|lunch|breakfast|tab|admission|install(?:ation)?|labou?r|(?<!\b(?:speed|age|time|weight|height|size|word|character|noise) )(?:limit|minimum|maximum)|allowance|overdraft)s?(?:: | (?:still|now|is still|is now|was still|of|was|is|were|came to|comes to|went from|went up to|rose to|hit|reached|is up|at|from|up to|comes out at) )(?:just |only |about |around |over |nearly |exactly |usually |normally |always ){0,2}$/;
const endsEn =
  /^(?:[,;!?)]|\.(?!\d)|$| (?:yesterday|today|tonight|taken|gone|missing|debited|deducted|for|and|back|so far|each|altogether|in total|in cash|upfront|up front|extra|plus|on|just|last|this|then|total|already|instead|when|but|online|in (?:the )?(?:shop|store|app)|please|instead of|at the|while|since|after|before|to (?:get|have|fix|repair|be))\b)/;
const perUnitEn =
  /^ ?(?:a|per|each|every|\/) ?(?:month|year|week|night|person|head|day|hour|pop|mo|ticket|piece|plate|seat|pint|glass|bottle|cup|lesson|session|trip|ride|go|lit(?:re|er)|gallon|kilo)\b/;
const perUnitInWords =
  /^ (?:a|per|each) (?:ticket|head|person|night|piece|pop|plate|seat|session|lesson|pint|bottle|month)\b/;
const takenEn =
  /\b(?:took|taken|takes?|taking|pulled|skimmed|docked|knocked) (?:another |over |about |an extra )?$/;
const sumOfEn =
  /^ (?:deposit|bond|fee|fine|refund|charge|penalty|excess|premium|loan|voucher|payment|overdraft|surcharge|bill|invoice)\b/;
/** 1,650 of my money, half a million in savings. */
const ofMyMoney =
  /^ (?:of (?:my|our|his|her|their|your) (?:own |hard[- ]earned )?(?:money|savings|cash|wages|pension|salary|deposit)|in (?:savings|wages|compensation|fees|charges|fines|interest|tips|damages|holiday pay|back pay|back rent|unpaid|overtime|credit|debt|repairs|deposits|change|coins|notes|premiums|taxes|rent|vet|shipping)\b|(?:short|poorer|lighter|worse off|out of pocket)\b)/;
/** In a text that names its money once, 12.50 is money too. */
const named = /[£€$]|\b(?:quid|pounds?|dollars?|bucks|euros?|pence|cents)\b/;
/** Where money is talked of without its sign. */
const ofMoney =
  /\b(?:paid|pay|charged?|refund(?:ed)?|price[sd]?|bill(?:ed)?|fees?|costs?|quoted?|invoice|rent|deposit|fare|premium|till|receipt|checkout|balance|wages?|salary|shelf|total|twice|cheaper|expensive|atm|cash|change|voucher|credit|debit|overcharged|subscription|statement|account|insurance|tax|energy|electric(?:ity)?|membership|loan|mortgage|pension)\b/;
const clock = /\b(?:at|until|till|since|by|before|after|from|around|the) $/;
const notPrice = /(?:v|version|rated|rating|score[sd]?|release|update|firmware|:)\.? ?$/;
const unitsBehind =
  /^ ?(?:%|°|in\b(?! (?:cash|total|my|the|one))|inch|cm|mm|lbs?\b|oz\b|lit|down\b|up\b|till\b|until\b|o'clock|kilos?|gpa|stars?|out of|seconds?|secs?|[mg]hz|mbps|per ?cent|x\b|am\b|pm\b|gb\b|mb\b)/;

/** 1.82, 1.79 and 1.81 kilos */
const listed = /^(?:,? ?(?:and )?\d+\.\d+)+/;

/** 'It was 1.99, now 5.99': two of a kind, of which one at least is no hour. */
const isPricePair = (text: string): boolean => {
  if (/\b(?:speed|ping|gpa|rating|average|lap|version)\b/.test(text)) return false;
  const all = text.match(/(?<![\d.])\d{1,4}\.\d\d(?!\d)/g) ?? [];
  return all.length > 1 && all.some((one) => /\.[6-9]\d$/.test(one));
};

/** 4.29, in a text of prices: two decimals that are no hour, no version and no measure. */
const isPriceTag = ({ before, rest, text, words, value }: Bare): boolean => {
  if (!/^\d[\d,]*\.\d\d$/.test(words) || notPrice.test(before) || unitsBehind.test(rest.replace(listed, '')))
    return false;
  const couldBeHour =
    value < 24 && /\.[0-5]\d$/.test(words) && clock.test(before) && !/price|total|at till/.test(before);
  if (couldBeHour) return false;
  return (
    /\.(?:99|95|49|89|79|98)$/.test(words) || named.test(text) || ofMoney.test(text) || isPricePair(text)
  );
};

/** 2k for the survey; no race, no screen, no followers. */
const isThousands = ({ before, rest, words }: Bare): boolean =>
  /^\d+(?:\.\d+)?k$/.test(words) &&
  /^(?:[,.!?;]|$| (?:for|to|and|back|deposit|down|gone|later|each|a|per|in|from|off|worth|loan|bill|bonus|up|out|over|bucks)\b)/.test(
    rest,
  ) &&
  !/^[48]k[,.!?;]?$/.test(words + rest.slice(0, 1).replace(' ', 'x')) &&
  !/\b(?:above|below|beyond|got|ran|run|running|walk(?:ed)?|in|hit|at|did|a|the|my|step|steps|every|each|record(?:ed|s)?|watch(?:ed)?|to|with|have|has|had|of|ends?|ending|reg|plate) $/.test(
    before,
  ) &&
  !/^ (?:followers|on the clock|of (?:memory|data|ram))/.test(rest);

/** What money is said of, in the same sentence. */
const strong =
  /\b(?:standing order|fined?|fare|salary|wages?|balance|transfer(?:red)?|top[- ]?up|deposit|price[sd]?|charg(?:ed?|ing)|overcharged|bill(?:ed|s)?|voucher|advertised|debit(?:ed)?|refund(?:ed)?|fees?|cash|atm|paid|pays?|payments?|costs?|quoted?|rent|receipt|marked (?:up|down|at)|listed (?:at|for)|tab|withdr[ae]w(?:al|n)?|premium|tip(?:ped)?|ow(?:ed?|ing)|subscription|invoice|credit(?:ed)?|bought|sold|loan|tax|toll|spent|spend|cheap(?:er|est)?|expensive)\b|% ?off\b/;
/** Words between which and a word of function only a sum stands. */
const leading =
  /\b(?:at|of|from|to|for|is|was|only|just|so|instead of|not|got|wanted|wants|asked for|demanded|about|be|up|minimum|refund|deposit|fine|fare|fee|tax|rent|bill|total|price|quote|balance|payment|cost|charge|another|maximum|limit|to be|and|or|than|then|gave me|around|nearly|over|below|under) $/;
const counting =
  /\b(?:invoices|orders|bills|tickets|rooms|flats|units|houses|numbers|nos|pages|gates|lines|routes) (?:\d+,? (?:and )?)*$|(?:\d (?!instead|charges|payments|instal|fees|fines|debits|withdrawals)\w+|\d|one|two|three|each|all|any|both) (?:out )?of $|\b(?:page|line|room|row|size|seat|age|aged|turned|flight|bus|route|gate|step|level|day|week|grade|year|age|rated|(?:number|code|reference|ref|id|pin|serial)(?: is|:)?|(?:son|daughter|child|kid|boy|girl|he|she|mother|father|mum|mom|dad|nan|wife|husband|brother|sister|nephew|niece|baby|dog|cat) (?:is|was)(?: only| just| about)?) $/;
const functional =
  /^(?:[,;!?)]|\.(?!\d)|$| (?:and|but|or|in|on|for|to|at|from|instead|when|while|i|we|you|they|he|she|it|that|which|by|if|because|so|was|is|were|a|the|my|your|left|upfront|extra|back|each|more|less|off|out|gone|without|with|as|now|then|after|before|again|twice|plus|rather|than|tops|max|please|straight|altogether)\b)/;
/** 3 to 5 days: the second says what is counted. */
const sharesUnit =
  /^ (?:to|or|and|-) [\d.,]+ ?(?!(?:and|but|or|in|on|for|to|at|from|when|while|i|we|you|they|he|she|it|that|with|without|each|per|a|an|the|this|last|since|after|overnight|then|plus|instead|because|so|now)\b|w\/)[a-z%]/;

/** A transfer of 150 I made; 'from 60 to 90 to 135'. */
const isSaidOfMoney = ({ before, rest, words, value, isPriced }: Bare): boolean => {
  const sentence =
    before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n')) + 1) +
    rest.split(/[.!?\n]/, 1)[0];
  return (
    value >= (/\b(?:at|from|to|by|about|around) $/.test(before) ? 13 : 5) &&
    (/^\d[\d,]*$/.test(words) ||
      (isPriced &&
        /^[a-z -]+$/.test(words) &&
        value >= 20 &&
        /\b(?:got|only|not|instead of|just) $/.test(before))) &&
    leading.test(before) &&
    !(value < 30 && /\b(?:paid|pay|paying|charged|billed) for $/.test(before)) &&
    functional.test(rest) &&
    !sharesUnit.test(rest) &&
    !counting.test(before) &&
    (strong.test(sentence) ||
      (isPriced && /\b(?:to|then|and|or|than|instead of|only|just|at) $/.test(before)))
  );
};

/** Deposit 1500 - refund 1100 */
const spokenOfMoney =
  /\b(?:deposit|refund|rent|fee|fine|price|cost|total|balance|premium|quote|fare|tip|postage|loan|salary)s? $/;

type Way = (bare: Bare) => boolean;

/** Ways that hold whatever stands behind the number. */
const always: readonly Way[] = [
  ({ rest, words, value }) =>
    /^ (?:up-? ?front|cash|in cash|in (?:store )?(?:credits?|vouchers?))\b/.test(rest) &&
    value >= 20 &&
    /^\d/.test(words),
  ({ words }) => /grand$/.test(words),
  ({ before, rest, words, value }) =>
    value >= 20 &&
    /^\d[\d,]*$/.test(words) &&
    spokenOfMoney.test(before) &&
    /^(?: - |[,;!]|\.(?!\d)| and\b| plus\b)/.test(rest),
  ({ rest, value }) => ofMyMoney.test(rest) && value >= 5,
  ({ before, rest, value, words, text, isPriced }) =>
    /\b(?:refund(?:ed|ing)?|back|returned|gave|reimbursed)(?: me| us)?(?: only| just)? $/.test(before) &&
    /^ (?:out )?of (?:the |my |our |that |a )?[£€$]?\d/.test(rest) &&
    (isPriced || ofMoney.test(text)) &&
    /^\d/.test(words) &&
    value >= 2,
  ({ before, rest, value, words }) =>
    perUnitInWords.test(rest) && value >= 5 && /^[a-z -]+$/.test(words) && !/\b(?:of|the) $/.test(before),
  ({ before, rest, value, words }) =>
    value >= 2 &&
    /^\d/.test(words) &&
    /\btipped (?:him |her |them |the \w+ )?$/.test(before) &&
    functional.test(rest),
  ({ before, rest, value, words, isPriced }) =>
    isPriced &&
    /^[a-z -]+$/.test(words) &&
    value >= 5 &&
    /\b(?:plus|another|extra|then) $/.test(before) &&
    /^ (?:for|on top|in)\b/.test(rest),
  ({ before, rest, value }) => takenEn.test(before) && /^ (?:off|from|out of)\b/.test(rest) && value >= 5,
  ({ before, rest, words, value }) =>
    sumOfEn.test(rest) &&
    value >= (/\b(?:an?|the|my|this|that|another|extra|your) $/.test(before) ? 5 : 20) &&
    /^[\d,]+k?$/.test(words) &&
    !/[-#:/.\d]$/.test(before),
  ({ before, rest, words, value }) =>
    perUnitEn.test(rest) &&
    (value >= 10 || /\.\d\d$/.test(words)) &&
    (/^[\d,.]+$/.test(words) || /hundred|thousand/.test(words)) &&
    !/[:.\d]$/.test(before),
  isThousands,
  isPriceTag,
  ({ before, rest, words }) =>
    /^[a-z -]+$/.test(words) &&
    (/hundred|thousand/.test(words)
      ? /^ (?:for (?!the (?:first|last|next)|\d|(?:\w+ )?(?:minutes|hours|days|weeks|people))|in cash|up ?front)/.test(
          rest,
        )
      : /^ (?:in )?cash\b/.test(rest)) &&
    !/\b(?:of|the) $/.test(before),
];

/** What they want or gave, and what it is for: you want 95 just to look. */
const demanded =
  /\b(?:you|they|he|she|who|it)(?:'d| now| then| still)? (?:wants?|wanted|demand(?:s|ed)?) (?:me to pay |another |an extra |over |about |a further )?$/;
const forWhat = /^ (?:just |only )?(?:to|for|before|until|or|upfront|extra|more|on top)\b/;
/** Returned: 140. */
const listedBefore =
  /\b(?:returned|refunded|paid|charged|received|kept|deducted|owed|owing|due|billed|quoted|agreed|now|before|after): $/;
/** 3.40 became 4 */
const became =
  /\d[\d.,]* (?:has |have )?(?:became|become|becomes|turned into|grew to|went to|jumped to|dropped to|and then) $/;

/** Gave them 1,000 as a holding fee; 48.60 on my travel card. */
const handed = /\b(?:gave|give|handed|slipped|lent|sent) (?:him|her|them|you|the \w+) (?:about |over )?$/;
const asWhat = /^ (?:as (?:an?|the)|for (?:an?|the|my|it)|in cash|cash|up ?front|towards?)\b/;
const onCard = /^ on (?:my|the|it|your|this)\b(?: \w+)?(?: (?:card|account|voucher|meter|wallet|pass|key))?/;
/** No refund on the 220 I prepaid; 30 quid of the 90 came back. */
const known =
  /\b(?:for|of|on|refund|back|remaining|other) (?:the|that|those) (?:other |remaining |missing |full )?$/;
const knownBy = /^(?:$|[,.!?;]| (?:i|we|you|they|came|that|back|is|was|went)\b)/;

/** Ways that hold beside another sum, or for a number that is built like one. */
const besides: readonly Way[] = [
  ({ before, rest, words, value }) =>
    value >= 20 && forWhat.test(rest) && /^\d|hundred|thousand/.test(words) && demanded.test(before),
  ({ before, rest, words }) =>
    /^\d{1,3},\d{3}$|k$/.test(words) &&
    /\b(?:got|get|received|given|offered|gave me)(?: only| just)? $/.test(before) &&
    /^ (?:for|from|off|back)\b/.test(rest),
  ({ before, rest, words, value }) =>
    value >= 10 && asWhat.test(rest) && /^\d/.test(words) && handed.test(before),
  ({ before, rest, words, value }) =>
    /card|account|voucher|meter|wallet|pass|key/.test(onCard.exec(rest)?.[0] ?? '') &&
    /\b(?:had|has|have|put|loaded|got|left) (?:only |just |about )?$/.test(before) &&
    value >= 5 &&
    /^\d/.test(words),
  ({ before, rest, words, value, text, isPriced }) =>
    (/^ (?:i|we|you|they)\b/.test(rest) || (isPriced && knownBy.test(rest))) &&
    known.test(before) &&
    (isPriced || /\b(?:refund|paid|prepaid|owed?)\b/.test(text)) &&
    value >= 20 &&
    /^\d[\d,]*(?:\.\d\d)?$/.test(words),
  ({ before, rest, words, value }) =>
    value >= 10 &&
    /^[a-z -]+$/.test(words) &&
    spendingEn.test(before) &&
    !/\bout of $/.test(before) &&
    /^ for (?!the (?:first|last|next)|\d|(?:\w+ )?(?:minutes|hours|days|weeks|people|years|months))/.test(
      rest,
    ),
  ({ before, rest, words, value, text }) =>
    /\b(?:i|we|he|she)(?:'ve|'d)? put in $/.test(before) &&
    ofMoney.test(text) &&
    value >= 10 &&
    /^\d/.test(words) &&
    endsEn.test(rest),
  ({ before, rest, words, value }) =>
    /^ (?:at|for|on|to|because|each|per|in cash)\b/.test(rest) &&
    /\bextra $/.test(before) &&
    value >= 10 &&
    /^\d/.test(words),
  ({ before, rest, isPriced }) => isPriced && listedBefore.test(before) && endsEn.test(rest),
  ({ before, rest, isPriced }) => isPriced && became.test(before) && endsEn.test(rest),
  ({ rest, words, value, text }) =>
    /^(?: (?:tops|max|all in|plus vat|including vat|inc vat|\+ ?vat)| ?pcm)\b/.test(rest) &&
    value >= 20 &&
    /^\d/.test(words) &&
    (/^ ?pcm/.test(rest) || named.test(text) || ofMoney.test(text)),
  ({ rest, words, value }) =>
    /^ off (?:my|the|our|your|a|an|any) (?:next|first|order|bill|rent|fare|price|ticket|room|booking|total|final|whole|second)\b/.test(
      rest,
    ) &&
    value >= 3 &&
    /^\d/.test(words),
];

/** Ways that need something else than a unit behind the number. */
const unitless: readonly Way[] = [
  ({ before, rest, words }) =>
    /^\d{1,3},\d{3}$/.test(words) &&
    /\b(?:that|the|this|my|our) \w+ (?:was|is|cost) $/.test(before) &&
    !/\b(?:population|total|number|mileage|score|count|capacity) \w+ $/.test(before) &&
    functional.test(rest),
  ({ before, rest, words, value, text }) =>
    /\b(?:gave|given|got|returned|handed|dispensed|spat out) (?:me|us|back) (?:only |just )?$/.test(before) &&
    value >= 10 &&
    (named.test(text) || /\b(?:atm|cash|balance|change|till|refund|cashier)\b/.test(text)) &&
    /^\d/.test(words) &&
    endsEn.test(rest),
  ({ before, rest, words, value }) =>
    /\b(?:get|got|getting|receive|received|gave|given) (?:me |us |only |just )?$/.test(before) &&
    /^ back\b/.test(rest) &&
    value >= 5 &&
    /^\d/.test(words),
  ({ before, rest, words, value }) =>
    /\b(?:want|refund|return|pay|owe|give|demand|keep|kept)\b[^.!?]{0,15} my $/.test(before) &&
    value >= 20 &&
    /^\d[\d,]*$/.test(words) &&
    functional.test(rest),
  ({ before, rest, words, value }) =>
    /\b(?:my|our|the|that|those) $/.test(before) &&
    /^ (?:back|refunded|returned)\b/.test(rest) &&
    value >= 5 &&
    /^\d/.test(words),
  ({ before, rest, words, value, text, isPriced }) =>
    /\b(?:said|says|saying|was told|told (?:me|us)|shows?|showing|listed)(?: it (?:was|is)| it's| at least| about| around| roughly)? $/.test(
      before,
    ) &&
    (named.test(text) || isPriced) &&
    value >= 10 &&
    /^\d/.test(words) &&
    endsEn.test(rest),
  ({ before, rest, value, text }) =>
    /\b(?:up|down|higher|lower|short|over|under|out|increased|rose|risen|dropped) by (?:another |about |over )?$/.test(
      before,
    ) &&
    value >= 5 &&
    endsEn.test(rest) &&
    (named.test(text) || ofMoney.test(text)),
  ({ before, rest, words, value }) =>
    /\b(?:bought|sold|purchased|ordered|booked|snagged|grabbed|listed|advertised|hired|rented|got)\b[^.!?]{0,30} for (?:about |only |just |over )?$/.test(
      before,
    ) &&
    value >= 20 &&
    /^\d[\d,]*$/.test(words) &&
    endsEn.test(rest),
  isSaidOfMoney,
  ({ before, rest, words, value, isPriced }) =>
    isPriced &&
    value >= 20 &&
    /^\d/.test(words) &&
    /\b(?:me|us) $/.test(before) &&
    /^ for (?:an?|the|my|this|it)\b/.test(rest),
  ({ before, rest, words, value }) =>
    (spendingEn.test(before) || pricedEn.test(before)) &&
    !/\d out of $/.test(before) &&
    (/k$|thousand|hundred/.test(words) ||
      /^\d[\d,]*\.\d\d$/.test(words) ||
      (value >= 20 && /^\d/.test(words) && (endsEn.test(rest) || functional.test(rest)))),
];

/** Money without its unit, as English leaves it out: 'cost me 3k', '899 a month', 'I want my 130 back'. */
export const isBareInEnglish = (bare: Bare, isCounted: boolean): boolean =>
  always.some((way) => way(bare)) ||
  (!isCounted && (besides.some((way) => way(bare)) || unitless.some((way) => way(bare))));
