import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { build } from 'vite';

/** Where the browser is; tests that need it are skipped when it is not there. */
export const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

const quiet = ['quic', 'background-networking', 'component-update', 'sync', 'gpu'];

/** Starts the browser without anything that reaches for the network by itself. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--no-first-run', ...quiet.map((name) => `--disable-${name}`)],
  });

/** Builds the pages from what is in the tree now. */
export const buildPages = async (): Promise<void> => {
  const root = fileURLToPath(new URL('../../adapters/webchat/page', import.meta.url));
  await build({ root, logLevel: 'warn' });
};
