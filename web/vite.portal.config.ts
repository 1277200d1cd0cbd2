import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The public pages for the server: one file with everything in it, so that it runs wherever it is put. */
export default defineConfig({
  plugins: [react()],
  define: { 'process.env.NODE_ENV': '"production"' },
  resolve: { alias: { zod: '/src/kernel/no-zod.ts' } },
  ssr: { noExternal: true },
  build: {
    ssr: 'src/portal/index.tsx',
    target: 'node24',
    cssMinify: true,
    minify: false,
    copyPublicDir: false,
    rollupOptions: { output: { entryFileNames: 'portal.js' } },
  },
})
