import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'
import { traditionalWords } from './build/traditional-words.ts'

export default defineConfig(({ mode }) => ({
  base: '/app/',
  plugins: [traditionalWords(), react()],
  // The server parses what arrives; the web takes types, methods and paths from the contracts, and no parser.
  resolve: { alias: { zod: '/src/kernel/no-zod.ts' } },
  build: { target: 'es2022', cssTarget: 'chrome107', assetsInlineLimit: 0, chunkSizeWarningLimit: 600, modulePreload: { polyfill: false } },
  server: { proxy: { '^/(?!app/)': `http://localhost:${loadEnv(mode, '.', 'SILIAN_').SILIAN_SERVER_PORT ?? 4880}` } },
}))
