import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPort, type RunningApp, startApp } from './app.ts';
import { buildPages, executablePath, launch } from './chromium.ts';

const hostile = '<img src=x onerror="document.title=1"> **快递**把我的锅摔坏了，我要退款！';

let browser: Browser;
let app: RunningApp;
let shop: Server;
let shopUrl: string;
let dataDir: string;
let page: Page;

const serveShop = async (): Promise<void> => {
  const html = `<!doctype html><title>Shop</title><script async src="${app.base}/widget.js" data-locale="zh-CN"></script>`;
  shop = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  });
  const port = await findPort();
  await new Promise<void>((resolve) => shop.listen(port, '127.0.0.1', resolve));
  shopUrl = `http://127.0.0.1:${port}/`;
};

describe.skipIf(!existsSync(executablePath))('the widget on the page of another site', () => {
  beforeAll(async () => {
    await buildPages();
    dataDir = await mkdtemp(join(tmpdir(), 'redress-widget-'));
    app = await startApp({ dataDir, port: await findPort(), locale: 'zh-CN', rate: 1 });
    await serveShop();
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(shopUrl);
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    shop?.close();
    await app?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('opens the chat, which answers, and shows markup as the text it is', async () => {
    await page.getByRole('button', { name: '投诉与反馈' }).click();
    const chat = page.frameLocator('#redress-chat');
    await chat.locator('textarea').fill(hostile);
    await chat.locator('textarea').press('Enter');
    await chat.locator('.line-bot').first().waitFor();

    expect(await chat.locator('.line-complainant .bubble').innerText()).toBe(hostile);
    expect(await chat.locator('.bubble img').count()).toBe(0);
    expect(await page.title()).toBe('Shop');
  });

  it('keeps the talk when it is closed, and after the page is loaded again', async () => {
    await page.getByRole('button', { name: '关闭' }).click();
    expect(await page.locator('#redress-chat').isVisible()).toBe(false);
    await page.reload();
    await page.getByRole('button', { name: '投诉与反馈' }).click();
    const chat = page.frameLocator('#redress-chat');
    await chat.locator('.line-bot').first().waitFor();

    expect(await chat.locator('.line-complainant .bubble').innerText()).toBe(hostile);
  });

  it('leads nobody to frame the workbench', async () => {
    await page.evaluate(async (url) => {
      const frame = Object.assign(document.createElement('iframe'), { src: url });
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
    }, app.base);
    const workbenches = await Promise.all(page.frames().map((frame) => frame.locator('.bench').count()));

    expect(workbenches).toHaveLength(3);
    expect(workbenches).toEqual([0, 0, 0]);
  });
});
