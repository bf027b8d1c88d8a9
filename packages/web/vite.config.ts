// How the screens are built: every font, style and script is a file of its own, so that the server can forbid inline code.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // `npx vite` beside a running server: VB_API names its address.
  server: { proxy: { '/api': process.env.VB_API ?? 'http://127.0.0.1:8080' } },
});
