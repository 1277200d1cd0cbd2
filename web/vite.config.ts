import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'
import { contracts } from './build/contracts.ts'
import { offlineWorker } from './build/offline-worker.ts'
import { preCompressed } from './build/pre-compressed.ts'
import { traditionalWords } from './build/traditional-words.ts'

/**
 * Pages stay apart; what nearly all of them share travels together, for each file costs a phone its headers and compresses worse alone.
 * What a group takes, it takes with all that imports: so only leaves that every form or every student's page needs are named.
 */
const groups = [
  { name: 'base', tags: ['$initial' as const], priority: 3 },
  { name: 'fields', test: /ui[\\/](field|inputs|choices|phone-page)\.|kernel[\\/](format|wording)\.|useMutation/, minShareCount: 3, priority: 2 },
  { name: 'student', test: /features[\\/]rounds[\\/]student/, minShareCount: 3, priority: 1 },
  { name: 'practice', test: /features[\\/]practice[\\/](queries|moods|days|practice\.module)/, minShareCount: 3, priority: 1 },
  { name: 'mentors', test: /features[\\/]mentors[\\/](queries|moods|mentors\.module)/, minShareCount: 3, priority: 1 },
  { name: 'person', test: /src[\\/]person|ui[\\/]menu\.|features[\\/]identity[\\/]queries/, minShareCount: 3, priority: 2 },
  { name: 'identity', test: /features[\\/]identity/, minShareCount: 3, priority: 1 },
]

export default defineConfig(({ mode }) => ({
  base: '/app/',
  plugins: [contracts(), traditionalWords(), react(), offlineWorker(), preCompressed()],
  // Pages are typed by i18next's own types; what runs in the browser is a twentieth of its weight, held to its answers by say.test.ts.
  resolve: { alias: { 'react-i18next': '/src/kernel/translation.tsx' } },
  build: {
    target: 'es2022', cssTarget: 'chrome107', assetsInlineLimit: 0, chunkSizeWarningLimit: 600, modulePreload: { polyfill: false },
    rolldownOptions: { checks: { pluginTimings: false }, output: { codeSplitting: { groups } } },
  },
  server: { proxy: { '^/(?!app/)': `http://localhost:${loadEnv(mode, '.', 'SILIAN_').SILIAN_SERVER_PORT ?? 4880}` } },
}))
