import type { Locale } from '../terms.ts';
import type { View } from './normalise.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const english = set(
  'the a an and or but not is are was were be been am i you he she it we they my your me us this that these those what when where why how who which to of in on at for from with about have has had do does did will would can could should if so no yes ok okay hi hello hey thanks thank please just very still now never ever out up off by as all any more too there here because than then only after before again got get im dont cant wont ive its help good bad worst service refund order app money back great love hate',
);
const foreign: readonly ReadonlySet<string>[] = [
  set(
    'el los las una unos por para con pero muy está esta estoy que qué cómo como no es mi su del al más ya porque cuando desde hasta sin hola gracias quiero tengo servicio pedido dinero han había nunca',
  ),
  set(
    'le les des une du est pas je vous nous ils elle pour dans avec sur mais très être avoir mon ma votre plus que qui bonjour merci ça cette commande jamais depuis',
  ),
  set(
    'der die das und ist nicht ich sie wir ein eine mit für auf den dem von zu es haben habe sind war aber sehr mein meine bitte danke wurde noch auch wie warum keine',
  ),
  set(
    'o os as um uma para com não mas muito está meu minha você por que do da dos das é foi pedido obrigado já são estou sem',
  ),
  set(
    'il lo gli una per con non ma molto sono mio mia che di del della è stato ho grazie ordine sempre questo',
  ),
  set('het een en van niet ik je wij zijn met voor maar heel mijn dat deze naar werd nog ook geen bedankt'),
  set('saya tidak yang dan di ini itu untuk dengan sudah belum bisa kenapa tolong sangat pesanan barang'),
  set('tôi không là và của cho được này với rất đã chưa hàng khách'),
];

interface Counts {
  readonly chinese: number;
  readonly kana: number;
  readonly latin: number;
  readonly other: number;
}

const countScripts = (codes: Uint16Array): Counts => {
  let [chinese, kana, latin, other] = [0, 0, 0, 0];
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index] ?? 0;
    if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf)) chinese += 1;
    else if ((code >= 0x3040 && code <= 0x30ff) || (code >= 0xac00 && code <= 0xd7af)) kana += 1;
    else if ((code >= 0x61 && code <= 0x7a) || (code >= 0xe0 && code <= 0x24f)) latin += 1;
    else if ((code >= 0x370 && code <= 0x1fff) || (code >= 0x1e00 && code <= 0x1eff)) other += 1;
  }
  return { chinese, kana, latin, other };
};

const isForeignLatin = (text: string): boolean => {
  const words = text
    .slice(0, 600)
    .split(/[^a-zà-ỹ']+/)
    .filter((word) => word !== '');
  const own = words.filter((word) => english.has(word)).length;
  const most = Math.max(...foreign.map((list) => words.filter((word) => list.has(word)).length));
  return words.length >= 3 && most >= 2 && most > own * 1.3;
};

/** The language a text is mainly written in, and the locale to answer in (null when the text gives no sign). */
export const languageOf = (
  view: View,
): { readonly language: 'zh' | 'en' | 'other'; readonly locale: Locale | null } => {
  const counts = countScripts(view.codes);
  const latinWords = counts.latin / 4.5;
  if (counts.kana > 2 && counts.kana * 4 > counts.chinese) return { language: 'other', locale: null };
  if (counts.other > counts.chinese + counts.latin) return { language: 'other', locale: null };
  if (counts.chinese > 0 && counts.chinese >= latinWords * 0.8) return { language: 'zh', locale: 'zh-CN' };
  if (counts.latin === 0) return { language: 'other', locale: null };
  if (isForeignLatin(view.text)) return { language: 'other', locale: null };
  return { language: 'en', locale: counts.latin > 1 ? 'en' : null };
};
