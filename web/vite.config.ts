import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'
import { contracts } from './build/contracts.ts'
import { traditionalWords } from './build/traditional-words.ts'

export default defineConfig(({ mode }) => ({
  base: '/app/',
  plugins: [contracts(), traditionalWords(), react()],
  // Pages are typed by i18next's own types; what runs in the browser is a twentieth of its weight, held to its answers by say.test.ts.
  resolve: { alias: { 'react-i18next': '/src/kernel/translation.tsx' } },
  build: { target: 'es2022', cssTarget: 'chrome107', assetsInlineLimit: 0, chunkSizeWarningLimit: 600, modulePreload: { polyfill: false } },
  server: { proxy: { '^/(?!app/)': `http://localhost:${loadEnv(mode, '.', 'SILIAN_').SILIAN_SERVER_PORT ?? 4880}` } },
}))
