import { asksForm, type DeskAction } from '../dialog/desk/action.ts';
import { sayButton } from '../dialog/script/card.ts';
import type { Locale } from '../terms.ts';
import type { PlannedButton } from './plan.ts';

/** Makes a desk button from its action. */
export const deskButton = (
  action: DeskAction,
  locale: Locale,
  look: { readonly style?: 'primary' | 'danger'; readonly label?: Parameters<typeof sayButton>[1] } = {},
): PlannedButton => ({
  action: { side: 'desk', action },
  label: sayButton(locale, look.label ?? action.do),
  form: asksForm(action),
  ...(look.style ? { style: look.style } : {}),
});
