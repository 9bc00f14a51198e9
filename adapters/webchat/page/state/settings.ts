import { effect, signal } from '@preact/signals';
import type { Locale } from '../../../../src/terms.ts';
import { memory } from './memory.ts';

/** Brightness of the page. */
export type Theme = 'system' | 'light' | 'dark';

const themes = ['system', 'light', 'dark'] as const satisfies readonly Theme[];

const query = new URLSearchParams(location.search);

const firstLocale = (): Locale => {
  const wish = query.get('locale') ?? memory.read('locale') ?? navigator.language;
  return /^zh/i.test(wish) ? 'zh-CN' : 'en';
};

/** The language the page speaks. */
export const locale = signal<Locale>(firstLocale());

/** The chosen brightness; 'system' follows the device. */
export const theme = signal<Theme>(themes.find((one) => one === memory.read('theme')) ?? 'system');

/** Whether the page stands in someone else's frame, as the widget. */
export const embedded = query.get('embed') === '1';

/** Changes the language and remembers it. */
export const switchLocale = (next: Locale): void => {
  locale.value = next;
  memory.write('locale', next);
};

/** What the page looks like now, whoever chose it. */
export const shownTheme = (): 'light' | 'dark' => {
  if (theme.value !== 'system') return theme.value;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
};

/** Turns light into dark or back and remembers it. */
export const switchTheme = (): void => {
  theme.value = shownTheme() === 'dark' ? 'light' : 'dark';
  memory.write('theme', theme.value);
};

effect(() => {
  document.documentElement.lang = locale.value;
});
effect(() => {
  document.documentElement.dataset.theme = theme.value;
});
