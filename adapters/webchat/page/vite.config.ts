import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const input = (name: string) => fileURLToPath(new URL(name, import.meta.url));

// biome-ignore lint/style/noDefaultExport: vite reads the default export.
export default defineConfig({
  base: '/',
  build: {
    target: 'es2024',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        workbench: input('index.html'),
        chat: input('chat.html'),
        privacy: input('privacy.html'),
        signIn: input('sign-in.html'),
        widget: input('widget.ts'),
      },
      output: {
        // The widget's address is written into other people's pages: it never changes.
        entryFileNames: ({ name }) => (name === 'widget' ? 'widget.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
