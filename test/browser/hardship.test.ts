import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppOptions, findPort, type RunningApp, startApp } from './app.ts';
import { buildPages, executablePath, launch } from './chromium.ts';

let browser: Browser;
let options: AppOptions;
let app: RunningApp;
let page: Page;

describe.skipIf(!existsSync(executablePath))('when things go wrong', () => {
  beforeAll(async () => {
    await buildPages();
    const dataDir = await mkdtemp(join(tmpdir(), 'redress-hardship-'));
    options = { dataDir, port: await findPort(), locale: 'zh-CN', rate: 1 };
    app = await startApp(options);
    browser = await launch();
    page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 390, height: 844 } });
    page.setDefaultTimeout(20_000);
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    await rm(options.dataDir, { recursive: true, force: true });
  });

  it('says that a file is too large before it travels', async () => {
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    await page.goto(`${app.base}/chat`);
    const buffer = Buffer.alloc(20_000_001, 'x');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer });
    await page.locator('.pending-note', { hasText: '文件太大了' }).waitFor();

    expect(sent.filter((url) => url.endsWith('/attachments'))).toEqual([]);
    await page.getByRole('button', { name: '移除' }).click();
  });

  it('sends by itself what was written while the server was away', async () => {
    await app.stop();
    await page.locator('textarea').fill('快递把我的锅摔坏了，我要退款！');
    await page.locator('textarea').press('Enter');
    await page.locator('.pending-note.failed').waitFor();
    app = await startApp(options);
    await page.locator('.line-bot').first().waitFor();

    expect(await page.locator('.line-complainant').count()).toBe(1);
    expect(await page.locator('.pending').count()).toBe(0);
  }, 90_000);

  it('leaves the focus on a button that was pressed by keyboard', async () => {
    const button = page.locator('.line-bot .button').first();
    const label = await button.innerText();
    await button.press('Enter');
    await page.locator('.button.chosen[aria-disabled=false]').waitFor();

    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(label);
  });

  it('keeps what was begun in a talk', async () => {
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.goto(app.base);
    const box = page.locator('#pane-complainant textarea');
    await box.fill('我还没写完');
    await page.getByRole('button', { name: '新的投诉人' }).click();
    await page.getByRole('tab', { name: '投诉人 2', selected: true }).waitFor();
    expect(await box.inputValue()).toBe('');
    await page.getByRole('tab', { name: '投诉人 1' }).click();
    expect(await box.inputValue()).toBe('我还没写完');
  });
});
