import { locale, shownTheme, switchLocale, switchTheme } from '../state/settings.ts';
import { say } from '../words/words.ts';
import { Icon } from './icon.tsx';

/** Language and brightness. */
export const TopButtons = () => {
  const next = shownTheme() === 'dark' ? 'theme.light' : 'theme.dark';
  return (
    <div class="top-buttons">
      <button
        type="button"
        class="text-button"
        lang={locale.value === 'en' ? 'zh-CN' : 'en'}
        title={say('locale.switch')}
        onClick={() => switchLocale(locale.value === 'en' ? 'zh-CN' : 'en')}
      >
        <Icon name="globe" size={16} />
        {say('locale.other')}
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={say(next)}
        title={say(next)}
        onClick={switchTheme}
      >
        <Icon name={shownTheme() === 'dark' ? 'sun' : 'moon'} />
      </button>
    </div>
  );
};
