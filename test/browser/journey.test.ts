import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findPort, type RunningApp, startApp } from './app.ts';
import { buildPages, executablePath, launch } from './chromium.ts';
import { en, type JourneyWords, zh } from './words.ts';

/** Talking happens at the wall's pace, or silence in mid-intake would come between two clicks; only the wait for the follow-up is hurried. */
const talkingRate = 1;
const waitingRate = 7200;

/** A step waits this long for what the step before it causes. */
const patience = 20_000;

let browser: Browser;
let app: RunningApp;
let page: Page;
let dataDir: string;
const troubles: string[] = [];

const pane = (name: 'complainant' | 'team' | 'manager') => page.locator(`#pane-${name}`);

const button = (within: Locator, name: string | RegExp) =>
  within.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).last();

/** A button that opens a form says so with an ellipsis that is not part of its name. */
const press = (within: Locator, name: string | RegExp) => button(within, name).click();

const say = async (text: string) => {
  const box = pane('complainant').locator('textarea');
  await box.fill(text);
  await box.press('Enter');
};

const sheet = () => page.locator('dialog[open]');

const _fill = (label: RegExp, text: string) => sheet().getByLabel(label).first().fill(text);

/** Writes the same into every box of an open form. */
const fillAll = async (text: string) => {
  await sheet().waitFor();
  for (const box of await sheet().locator('input:not([type=radio]), textarea').all()) await box.fill(text);
};

const submit = async () => {
  await sheet().locator('button[type=submit]').click();
  await sheet().waitFor({ state: 'detached' });
};

const actAs = (channel: 'team' | 'manager', person: string) =>
  pane(channel).locator('.person-switcher select').selectOption(person);

const tell = async (words: JourneyWords) => {
  await say(words.complaint);
  await pane('complainant').locator('.line-bot').first().waitFor();
  await say(words.facts);
  await press(pane('complainant'), words.confirm);
  await pane('complainant')
    .getByText(/R-\d{4}-\d{6}/)
    .first()
    .waitFor();
};

const investigate = async (words: JourneyWords) => {
  await actAs('team', 'lin');
  await press(pane('team'), words.take);
  await pane('team').locator('.card', { hasText: words.taken }).waitFor();
  await pane('team').locator('.thread-foot').click();
  const note = pane('team').locator('.thread textarea');
  await note.fill(words.note);
  await note.press('Enter');
  await pane('team').locator('.thread .note', { hasText: words.note }).waitFor();
  await page.keyboard.press('Escape');
  await press(pane('team'), words.finding);
  await sheet().getByRole('radio', { name: words.upheld, exact: true }).check();
  await fillAll(words.found);
  await submit();
  await pane('team').locator('.card', { hasText: words.found }).waitFor();
};

const proposeRemedy = async (words: JourneyWords) => {
  await press(pane('team'), words.remedy);
  await sheet().locator('select').first().selectOption('refund');
  await sheet().locator('.amount input').fill('599');
  await sheet().locator('textarea').first().fill(words.promised);
  await submit();
};

const approveRemedy = async (words: JourneyWords) => {
  await actAs('manager', 'lin');
  await press(pane('manager'), words.approve);
  await page.locator('.toast', { hasText: words.tooHigh }).first().waitFor();
  await actAs('manager', 'zhou_head');
  await press(pane('manager'), words.approve);
  await press(pane('complainant'), words.accept);
};

const carryOut = async (words: JourneyWords) => {
  await press(pane('team'), words.carryOut);
  await fillAll(words.proof);
  await submit();
  await expect.poll(() => button(pane('team'), words.carryOut).count(), { timeout: patience }).toBe(0);
};

const answerFollowUp = async (words: JourneyWords) => {
  await button(pane('complainant'), words.solved).click({ timeout: 90_000 });
  await press(pane('complainant'), words.rating);
};

const open = async (words: JourneyWords, base: string) => {
  const context = await browser.newContext({ locale: words.locale, viewport: { width: 1280, height: 860 } });
  page = await context.newPage();
  page.setDefaultTimeout(patience);
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error' && !/ERR_|Failed to load resource/.test(line.text()))
      troubles.push(line.text());
  });
  await page.goto(base);
  await pane('complainant').locator('textarea').waitFor();
};

describe.skipIf(!existsSync(executablePath))('by clicking alone', () => {
  beforeAll(async () => {
    await buildPages();
    browser = await launch();
  });

  afterAll(() => browser?.close());

  afterEach(async () => {
    await page?.context().close();
    await app?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it.each([zh, en])(
    'a complaint goes from the first words to the archive, in $locale',
    async (words) => {
      dataDir = await mkdtemp(join(tmpdir(), 'redress-browser-'));
      const options = { dataDir, port: await findPort(), locale: words.locale };
      app = await startApp({ ...options, rate: talkingRate });
      await open(words, app.base);

      await tell(words);
      await investigate(words);
      await proposeRemedy(words);
      await approveRemedy(words);
      await carryOut(words);
      expect(await pane('complainant').getByText(words.note).count()).toBe(0);

      await app.stop();
      app = await startApp({ ...options, rate: waitingRate });
      await answerFollowUp(words);
      const archived = pane('team').locator('.card', { hasText: words.archived });
      await archived.waitFor();

      expect(await archived.locator('.tone').innerText()).toBe(words.done);
      expect(troubles).toEqual([]);
    },
    240_000,
  );
});
