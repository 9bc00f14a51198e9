import type { Span } from './contacts.ts';
import { matches } from './matches.ts';
import type { View } from './normalise.ts';

const title =
  '(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Sir|Lady|Sgt|Capt|Cllr|Ing)\\.? (?:(?:&|and) (?:Mrs|Mr|Ms|Dr)\\.? )?)';
const word = "\\p{Lu}(?:['’]\\p{Lu})?\\p{L}{1,20}(?:-\\p{L}{1,15})?";
const initial = '\\p{Lu}\\.';
/** Behind a title or a closing the point may be missing: Mrs J Thornbury. */
const initials = '(?:\\p{Lu}\\.? ?){1,3}';
const particle = '(?:van|von|de|der|den|di|da|del|la|le|el|al|bin|ibn|abu|ter|ten|zu|dos|du|st)';
const tail = `(?: (?:${particle} ){0,2}(?:${initial} ?)?(?:${word}))`;
/** One word or more: where a name is asked for or signed. */
const anyName = `${title}?(?:${initials}(?<=[. ])${word}|${word}${tail}{0,3}(?: \\p{Lu}\\.(?=\\s*$))?)`;
/** Two words or more, or one behind a title: anywhere else. */
const fullName = `(?:${title}(?:(?:${initials}(?<=[. ]))?${word})${tail}{0,2}|(?:(?:${initial} ?){1,3}${word}|${word})(?: (?:${particle} ){0,2}(?:${initial} )?${word}| (?:al|el|Al|El)-\\p{Lu}\\p{L}+){1,2})`;
const greeting =
  '(?:[Hh]i|[Hh]ello|[Hh]ey|[Hh]ej|[Hh]iya|[Dd]ear \\w+|[Gg]ood (?:morning|afternoon|evening|day)|[Mm]orning|[Aa]fternoon|[Ee]vening)(?: there| all| team| folks| guys| everyone)?[,.!]? ?';
const relative =
  '(?:mother|father|mum|mom|dad|wife|husband|partner|son|daughter|sister|brother|client|grandmother|grandfather|grandson|granddaughter|aunt|uncle|nan|gran|nephew|niece|cousin|granny|nana|grandma|grandpa|grandad|granddad|boyfriend|girlfriend|stepson|stepdaughter|stepmother|stepfather|friend|colleague|coworker|housemate|roommate|carer|fianc[ée]e?|mother-in-law|father-in-law|tenant|flatmate)';
const end = '(?=$|[\\s,.;:!?()\\n/—–-])';
const lower = '[a-z]{2,15}';
/** Names that are names in small letters too; none that is a word. */
const given =
  "(?:aaron|abby|abdul|abigail|adam|adrian|agnes|ahmed|aisha|alan|alex|alexandra|ali|alice|alison|amanda|amelia|amir|amy|ana|andrea|andrew|andy|angela|anita|anna|anne|annie|anthony|antonio|arthur|ashley|barbara|becky|ben|benjamin|bernard|beth|betty|bob|brandon|brenda|brian|callum|carl|carlos|carol|caroline|catherine|charlie|charlotte|chloe|chris|christine|christopher|claire|colin|connor|craig|cynthia|daniel|danielle|danny|darren|dave|david|dawn|dean|debbie|deborah|deepak|denise|dennis|derek|diana|diane|diego|dmitri|donna|doris|dorothy|doug|duncan|dylan|eddie|edith|eileen|elaine|elena|elizabeth|ella|ellen|emily|emma|eric|erin|ethan|eva|evelyn|fatima|fiona|florence|fran|frances|francis|gareth|gary|gavin|gemma|geoff|george|gillian|gina|gordon|graham|greg|hannah|harriet|hassan|hazel|heather|helen|henry|holly|howard|hugh|ian|ibrahim|imran|irene|isabel|jackie|jacob|jake|james|jamie|jane|janet|janice|jasmine|jason|jenna|jennifer|jenny|jeremy|jess|jessica|jill|jim|joan|joanna|joanne|joe|joel|john|jonathan|jordan|jose|joseph|josh|joyce|juan|judith|judy|julia|julian|julie|karen|kate|katherine|kathleen|kathy|katie|keith|kelly|ken|kenneth|kevin|kim|kirsty|kyle|laura|lauren|lee|leila|leo|leon|leslie|lewis|liam|linda|lisa|liz|lorraine|louise|luca|lucy|luis|luke|lynn|maggie|malcolm|mandy|marcus|margaret|maria|marie|marion|martha|martin|mary|matt|matthew|maureen|megan|mei|melanie|melissa|michael|michelle|miguel|mike|mohammed|moira|monica|nadia|nancy|naomi|natalie|nathan|neil|niamh|nicholas|nicola|nicole|nigel|nina|noah|norman|oliver|olivia|omar|owen|pamela|patricia|patrick|paul|paula|pauline|pedro|peter|phil|philip|phoebe|priya|rachel|raj|ravi|rebecca|rhys|richard|rita|robert|robin|rosie|ross|roy|ruth|ryan|sally|sam|samantha|samir|samuel|sandra|sanjay|sara|sarah|scott|sean|shaun|sharon|sheila|shirley|simon|sofia|sophie|stacey|stella|stephanie|stephen|steve|steven|stuart|sue|susan|suzanne|sylvia|tanya|tara|ted|teresa|terry|theresa|thomas|tim|tina|toby|tom|tommy|tony|tracey|tracy|trevor|valerie|vanessa|vera|vicky|victoria|vikram|vincent|wayne|wendy|william|yasmin|yusuf|yvonne|zara|zoe)(?![a-z'])";

/** Ways to give a name, each with the group `name`; case counts, for small words are no names. */
const ways: readonly RegExp[] = [
  `(?:[Mm]y (?:full )?name(?:['’]?s| is|:)|(?:^|[.,!] ?)[Mm]y name(?= \\p{Lu}\\p{L}+ \\p{Lu})|(?:^|[.,!] ?)[Nn]ame['’]s|(?<!\\b(?:[Yy]our|[Hh]is|[Hh]er|[Tt]heir) )[Nn]ame(?:,|:| is:| -)|I am called|I'm called|I go by|[Yy]ou can call me|(?:^|[.,] ?)[Cc]all me) (?<name>${anyName})${end}`,
  `(?:my name as|[Mm]y ${relative}(?:['’]s)? name is) (?<name>${anyName})${end}`,
  `(?:^|[.!,\\n] ?|[Pp]\\.?[Ss]\\.?[:,]? |${greeting})(?:[Tt]his is|[Ii]t['’]?s|[Ii] am|[Ii]['’]?m) (?<name>${fullName})(?= ?(?:[,.!\\n(]|and\\b|from\\b|calling|writing|here|again|speaking|in (?:flat|apartment|unit|room|number|no|block|house)\\b|at (?:\\d|no|number|flat|unit)|$))`,
  `^${greeting}(?:[Tt]his is|[Ii]t['’]?s|[Ii] am|[Ii]['’]?m) (?<name>${word})(?=,| here| from)`,
  `^(?:[Ii] am|[Ii]['’]?m) (?<name>${word})(?=, (?:I|my|and|the|we|who|a|from|your|order|ref|booking|flat|room)\\b|\\. (?:I|My|The|We|You|It)\\b|\\. I['’]| from (?:flat|unit|room|number|no|apartment|${word}[,.]))`,
  `(?:^|[.!] |${greeting})(?:[Tt]his is|[Ii]t['’]?s) (?<name>${word})(?=\\. [Aa]gain|,? again\\b|, (?:the one|who|with the)\\b|,? (?:from )?(?:flat|unit|apartment|apt|room|order|ref|booking|policy|number|no)\\b)`,
  `^(?:${greeting})?(?<name>${fullName})(?=(?:,? (?:here|again|speaking|writing)\\b)|,? ?[,:(—–/]| - |\\. |\\s*\\n)`,
  `(?:^|[.!?] |${greeting})(?<name>${fullName})(?=,? (?:here|speaking)\\b)`,
  `^(?:${greeting})?(?<name>${word})(?=,? here(?:[,.:]| (?:from|at|in|with|again)\\b))`,
  `\\b[Ii](?: am|['’]?m) (?<name>${fullName})(?=['’]s (?:daughter|son|wife|husband|mother|father|sister|brother|partner|carer|widow|niece|nephew|neighbou?r|executor|solicitor))`,
  `\\bI, (?:the undersigned,? )?(?<name>${fullName}),`,
  `(?:[Aa]ccount holder|[Aa]ccount name|[Pp]assenger(?: name)?|[Gg]uest(?: name)?|[Pp]atient(?: name)?|[Cc]ustomer(?: name)?|[Cc]lient(?: name)?|[Tt]enant(?: name)?|[Pp]olicy ?holder|[Cc]omplainant|[Cc]ard ?holder|[Mm]ember(?: name)?|[Cc]ontact(?: person| name)?|[Bb]ooked by|[Rr]egistered to|From|[Ss]igned by|[Ss]ent by|[Ss]ubmitted by|[Ww]ritten by|[Nn]ame on (?:the )?(?:booking|order|account|ticket|card|policy|reservation|contract|lease)|[Rr]esident|[Oo]wner|[Ss]tudent|[Cc]ustomer|[Bb]uyer|[Rr]eviewer)(?::| -| –| is) ?(?<name>${word}, ${word}(?=[.;\\n])|${anyName})${end}`,
  `(?:[Aa]ccount (?:holder|name)|[Pp]assenger name|[Gg]uest name|[Cc]ustomer name|[Pp]olicy ?holder|[Cc]ard ?holder|[Rr]egistered (?:owner|keeper)|Passenger|Guest|Patient|Customer|Client|Tenant|Resident|Student|Member|Complainant|Claimant|[Aa]ddressed to|(?:[Ss]ubmitted|[Ss]ent|[Ww]ritten|[Ss]igned|[Ff]iled|[Bb]ooked|[Pp]urchased|[Oo]rdered|[Rr]eported) by|[Bb]ooked for|[Mm]ade out to|[Ii]ssued to|(?:[Dd]aughter|[Ss]on|[Ww]ife|[Hh]usband|[Cc]arer|[Mm]other|[Ff]ather|[Ww]idow|[Ee]xecutor|[Gg]uardian|[Ll]andlord) of) (?<name>${fullName})${end}`,
  `(?:in the name of|under the name(?: of)?|(?:(?:[Bb]ooking|[Rr]eservation|[Oo]rder|[Aa]ccount|[Tt]able|[Pp]olicy|[Cc]ontract|[Tt]icket)s?(?: is| was)?|[Bb]ooked|[Rr]egistered|[Ll]isted|[Rr]eserved|[Ff]iled|[Ii]t['’]?s|[Ss]hould be)(?: all)? under) (?<name>${anyName})${end}`,
  `(?:in my name|can reach me|[Mm]y details|the (?:owner|buyer|tenant|guest|passenger|patient)),? (?<name>${fullName})${end}`,
  `\\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er) (?:late |elderly )?${relative},? (?<name>${fullName})(?:${end}|(?=['’]s\\b))`,
  `(?:^|[.!?] |\\b[Mm]y )(?:[Mm]um|[Mm]om|[Dd]ad|[Mm]other|[Ff]ather|[Nn]an|[Gg]ran|[Hh]usband|[Ww]ife) \\((?<name>${anyName})\\)`,
  `(?:[Bb]ooked|[Rr]eservation|[Tt]able|[Bb]ooking|[Aa]ppointment) for (?<name>${fullName}|${word})(?=,)`,
  `[Tt]hank(?:s| you)\\b[^.!?\\n]{0,40}[.!] (?<name>${word})\\.?(?=\\s*$)`,
  `^(?:[—–~]|--|-) ?(?<name>${anyName})(?=, ${word}\\s*$)`,
  `\\b(?<name>(?:mr|mrs|ms|miss|dr)\\.? ${lower}(?: ${lower})?)(?=,? (?:here|again)\\b)`,
  `\\b(?:[Mm]y|[Oo]ur) (?:late |elderly |youngest |eldest |little |\\w+-year-old )?${relative},? (?<name>${word})(?=,|['’]s\\b| (?:is|was|has|had|got|gets|and I|who|can|could|came|went|fell|lost|paid|needs?|needed|ordered|bought|booked|sat|waited|uses|used|with|missed|broke|cut|ate|burnt|burned|slipped|tripped|received|called|rang|asked|signed|lives|just|did|still)\\b)`,
  `(?:[Oo]n behalf of|[Cc]omplaining for|[Ww]riting for)(?: my ${relative},?)? (?<name>${fullName})${end}`,
  `(?:[Cc]all|[Pp]hone|[Rr]ing|[Cc]ontact|[Rr]each|[Tt]ext)(?: me)?(?: back)?(?:,? please)?[:,]? (?<name>${fullName})(?=[,:]?(?: on| at)? \\+?\\(?\\d)`,
  `(?:\\b(?:[Rr]efund|[Rr]eimburse|[Cc]ompensate)(?: to)?|(?:[Cc]omplaint|[Mm]essage|[Ll]etter|[Rr]eview|[Ff]eedback) (?:from|by)|\\bI(?: am|['’]m) [^.!?\\n,]{1,30}(?:patient|client|customer|tenant|student|guest|member),) (?<name>${fullName})(?=\\s*$|[,.:;]| (?:for|regarding|about|re|concerning|of)\\b)`,
  `(?:^|[.,!] ?)[Nn]ames (?<name>${anyName}|${given})(?= btw\\b| by the way|,)`,
  `[Aa]sk for (?<name>${fullName})(?= (?:when|on|at|if)\\b|[.,]|$)`,
  `(?:[Rr]egards|[Ss]incerely|[Ff]aithfully|[Tt]ruly|[Rr]espectfully|[Bb]est(?: wishes)?|[Ww]armly|[Ss]igned|[Yy]ours(?: sincerely| truly| faithfully)?|[Ss]incerely yours|[Dd]isgusted(?: of ${word})?|[Dd]isappointed|[Ff]ed up|[Ff]urious|[Ff]rustrated|[Uu]nhappily|[Dd]isbelief|[Ee]xasperated|[Rr]espectfully yours|[Rr]espectfully submitted)[,.!:]?\\s{1,3}(?<name>${anyName})\\.?(?= ?\\(|\\s*\\n|\\s*$|,| (?:from|at|in|of) \\p{Lu})`,
  `(?:[Tt]hank you|[Tt]hanks)(?: \\w+){1,6}, (?<name>${fullName})\\.?(?=\\s*$)`,
  `(?:[Tt]hank you|[Tt]hanks|[Tt]hx|[Tt]a|[Cc]heers)[,.!]? ?(?:[—–-] ?|\\n\\s*)(?<name>${anyName})\\.?(?=\\s*\\n|\\s*$)`,
  `(?:[Tt]hank you|[Tt]hanks|[Tt]hx|\\b[Tt]a|[Cc]heers)[,.!] (?<name>${fullName}|(?!${word} \\p{L})${word})\\.?(?=\\s*$| ?\\()`,
  `(?:[Mm]any thanks|[Kk]ind(?:est)? regards|[Bb]est regards) (?<name>${fullName})\\.?(?=\\s*$)`,
  `^(?<name>${fullName})(?= from (?:flat|unit|apartment|apt|number|no|room|house|block)\\b)`,
  `(?:^|[.!?…)] ?)(?:[—–~]|--|-) ?(?<name>${anyName})\\.?(?=\\s*$)`,
  `[.!?…] (?<name>${word} \\p{Lu}\\.)(?=\\s*$)`,
  `[.!?…] (?<name>(?:${initial} ?){1,3}${word})\\.?(?=\\s*$)`,
  `[.!?…\\n] ?(?<name>${fullName})(?=, \\p{Lu}\\p{Ll}+\\.?\\s*$)`,
  `\\n\\s*(?<name>${fullName})(?=\\s*$)`,
  `(?<=\\b[A-Z0-9]{2,8}-?[A-Z0-9-]{3,14}(?:,| /| -) )(?<name>${fullName})(?=[.,/]| -)`,
  `(?<=\\d[A-Z0-9/-]{0,10} \\()(?<name>${word}, ${word}|${fullName})(?=\\))`,
  `(?<name>${fullName})(?=,? ?[(<]?[a-z0-9._-]+@)`,
  `(?:^|[.!?\\n] ?)(?<name>${title}${word}(?: ${word})?)(?= here| again| speaking|,? (?:flat|unit|apartment|room|number|\\d)| from (?!your|the|our))`,
  `(?:(?:[Mm]y |^)[Nn]ame(?:['’]?s| is)|^[Nn]ame ?[:-]) ?(?<name>${lower}(?: (?!(?:and|but|from|here|with|my|the|so)\\b)[a-z][a-z'-]{1,15})?)(?=,| and (?:i|my|we|our|you|your|the|this|it|they|there|no|nobody|what|when)\\b| i\\b|[.!]|\\s*$)`,
  `^(?:hi|hello|hey)?,? ?(?:there )?(?:this is|it'?s|i am|i'?m) (?<name>${lower}(?: ${lower})?)(?=,? (?:from (?:flat|unit|apartment|apt|number|no|room|house)\\b))`,
  `(?:^|[.!] )(?:(?:hi|hello|hey|hiya|morning|evening)(?: there| all| guys)?,? )?(?:this is|it'?s|i am|i'?m) (?<name>${given}(?: ${lower})?)(?=,| (?:here|from|again|calling|writing|speaking|in flat)\\b|\\.)`,
  `(?:—|–|--|-|\\bx+|[.!?]) ?(?<name>${given})(?: x+)?\\s*$`,
  `^(?:hi,? |hello,? |hey,? )?(?<name>${lower} ${lower})(?=,? here[,.])`,
  `(?:regards|cheers|thanks|thank you|thx|ta)[,.] ?\\n?(?<name>${lower})\\.?(?=\\s*$)`,
  `\\b[Ii](?: am|['’]?m) (?<name>${lower} ${lower})(?=, (?:tenant|owner|customer|client|resident|passenger|guest|member|account|order|policy|booking|flat|unit|room)\\b)`,
].map((source) => new RegExp(source, 'gu'));

const list = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Words that begin sentences, places, firms and feelings: a name holds none of them. */
const noPart = list(
  'Little Caesars Chef Influencer Reviewer Bride Groom Landlord Parent Mum Mom Dad Owner Neighbour Neighbor Pensioner Blogger Journalist Rain Snow Stayed Lived Worked Ate Been Went Open Closed Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays Better Business Bureau Solid Fun Lovely Passenger Guest Patient Client Tenant Resident Student Member Complainant Claimant Policyholder Customer Service Dear Sir Madam Good Worst Best Bad Terrible Horrible Awful Never Black White Cyber Royal British Order Booking Absolute Absolutely Total Utter Great Poor Rude Delivery Parcel Refund Flight Hotel Room Bank Card Account Credit Complaint Update Subject Reference Hello Hi Thank Thanks Please Pls Just My Our Your The This That These Those There Here It When Where What Why Who How Is Are Was Were Do Does Did Can Could Would Will Should Has Have Had No Not Yes So And But For From With Since After Before On In At To Of By A An I We He She They You Two Three Four Five Six Seven Ten First Second Third Last Next New Old Big Small One Half Every All Another Still Again Also Any Some Same Day Week Month Year Today Yesterday Tomorrow Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March July August September October November December Christmas Easter Happy Merry Trading Citizens Financial Energy Legal Data County High Apple Google Amazon Samsung Sony Ford Toyota Premier Prime Team Support Head General Re Fwd Attn Attention Formal Official Final Urgent Important Bought Paid Ordered Got Sent Waited Called Asked Told Shame Disgusting Disgraceful Shocking Unbelievable Ridiculous Appalling North South East West Northern Southern Eastern Western San Santa Saint St Mount Port Fort Los Las New Hyundai Kia Honda Nissan Mazda Volvo Audi Skoda Tesla Dell Lenovo Ferries Ferry Airlines Airways Air Express Trains Rail Railways Railway Group Ltd Inc LLC PLC Water Gas Council Services Insurance Mobile Telecom Motors Stores Store Market Pizza Kitchen Cafe Café Restaurant Bar Pub Hospital Clinic School University College Road Street Avenue Square Station Airport Terminal Tower Court Centre Center Beach Island City Town Village Officer Department Manager Driver Staff Agent Nurse Doctor Teacher Windows Android Warranty Furious Disgusted Disappointed Angry Sick Really Very Sorry Platinum Gold Silver Diamond Elite Done Fine Sure Happy Glad Tired Italian Chinese American German French Spanish Muslim Christian Jewish Irish Scottish Indian Writing Calling Reading Nothing Everything Everyone Nobody Somebody Someone Anyone Folks Guys Mate United Delta Southwest JetBlue Virgin Comcast Verizon Uber Tesco Cheers Regards Sincerely Yours Signed Ps PS Mind Only Maybe Perhaps Surely Honestly Frankly Avoid Boycott Postman Crazy Gate Row Seat Platform Floor Flat Unit Building Block Apt Apartment Tower Mean Ask Tell See Go Get Let Give Take Try Stay Keep Look Wait Stop Send Sort Fix Call Come Shop Buy Pay Use Fair Well Now Then Even Because If As Or Than Too Once Ever Being About Over Under Into Out Up Down Off Left Right Full Empty Broken Missing Lost Late Early Long Short Hot Cold Real Fake True False Free Cheap Expensive Zero Five Star Stars Product Item Quality Food Chicken Beef Soup Coffee Tea Breakfast Lunch Dinner Internet Wifi Phone App Website System Game Xbox PlayStation Nintendo Netflix Spotify Facebook Instagram Twitter TikTok YouTube Whatsapp WhatsApp Trustpilot Ombudsman',
);
const noLower = list(
  'third second first pilot driver nurse teacher owner mum dad mom tenant parent student raining pouring freezing nothing everyone everybody anybody anyone still back same customer new old long time first over right no one out on in not spelled wrong misspelled misspelt mud blocked attached below above correct incorrect hidden public private known guys much please sir madam hun babe dude bro obviously bud buddy though later goodbye peace sorry so very really already listed missing there the a being now was never clearly mate pal guys lads all again folks then team anyway bye love ta thanks is your my it',
);
const behindTitle = new RegExp(`^${title}`);

/** 'Mrs Patel' is a name as it stands; before a full name the title is none of it. */
const bare = (name: string): string => {
  const own = name.replace(
    /(?:,? (?:And|From|Here|Calling|Again|I|My|The|MD|PhD|Esq|OBE|MBE|RN|BSc|MSc)\b\.?)+$/,
    '',
  );
  const untitled = own.replace(behindTitle, '');
  return /\p{L}{2}.* /u.test(untitled) && !/^[^ ]+ (?:&|and) M/.test(own) ? untitled : own;
};

/** What is written in capitals throughout is shouted, seldom signed. */
const isName = (name: string): boolean =>
  /\p{Ll}/u.test(name) &&
  !/^(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?|\p{L}{3,}ing)$/u.test(name) &&
  !name
    .replace(behindTitle, '')
    .split(/[ ,]+/)
    .some((part) => noPart.has(part) || noLower.has(part) || /^(?:\p{Lu}{3,}|[a-z]+ing)$/u.test(part));

/** Without one of these no way leads to a name: most texts need not be read thirty times. */
const mayHold =
  /\p{Lu}[\p{L}.'’-]* ?(?:(?:van|von|de|der|den|di|da|del|la|le|el|al|bin|ibn|abu|ter|ten|zu|dos|du|st) ){0,2}(?:al-|el-)?\p{Lu}|[Nn]ame|called|go by|all me|his is|t['’]?s \p{Lu}|[Ii](?: am|['’]?m) \p{Lu}| here\b|(?::| -| –| is) ?\p{Lu}|under \p{Lu}|egards|incerely|aithfully|ruly|espectfully|[Bb]est|armly|igned|ours|hank|hx|\b[Tt]a\b|heers|isgusted|isappointed|ed up|urious|rustrated|nhappily|isbelief|xasperated|(?:[—–~]|--|-) ?\p{Lu}|\(\p{Lu}|\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Sir|Lady|Sgt|Capt|Cllr)\b|\p{Lu}\p{L}+ \p{Lu}\.\s*$|\b(?:[Mm]y|[Oo]ur) (?:[\w-]+ ){0,2}[\w-]+,? \(?\p{Lu}|^[—–~-]|(?:ed|ion|ble|ing|ent) for \p{Lu}|ed to \p{Lu}|und \p{Lu}|(?:from|by) \p{Lu}|[a-z]{2} of \p{Lu}|\b(?:mr|mrs|ms|miss|dr)\b|\bi(?: am|'?m) \w+ \w+,|\b(?:im|i'm|i am|is|its|it's) \w+(?: \w+)? from\b/u;
const mayHoldSmall = new RegExp(
  `\\b(?:[Ii]'?m|[Ii] am|[Tt]his is|[Ii]t'?s) ${given}|[—–.!?-] ?${given}(?: x+)?\\s*$`,
  'u',
);

const fullOnly = new RegExp(`^${fullName}$`, 'u');

/** Whether a text is a full English name and nothing else. */
export const isEnglishName = (text: string): boolean => fullOnly.test(text) && isName(text);

/** English names that the writer gives, as ranges of the received text; the same place may be found twice. */
export const findEnglishNames = ({ source }: View): readonly Span[] => {
  const out: Span[] = [];
  if (!mayHold.test(source) && !mayHoldSmall.test(source)) return out;
  for (const way of ways) {
    for (const match of matches(source, way)) {
      const name = bare(match.groups?.name ?? '');
      if (name === '' || !isName(name)) continue;
      const start = match.index + match[0].lastIndexOf(name);
      out.push({ start, end: start + name.length, value: name });
    }
  }
  return out;
};
