import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

// The workspace runs the sources; the published package runs dist. npm cannot swap `exports` by itself, so packing does.
const file = new URL('package.json', import.meta.url)
const manifest = JSON.parse(readFileSync(file, 'utf8'))
const target = process.argv[2]
if (target === 'dist') execFileSync('npx', ['tsc', '-p', 'tsconfig.build.json'], { cwd: new URL('.', import.meta.url), stdio: 'inherit' })
manifest.exports = Object.fromEntries(
  ['.', './worker'].map((name) => {
    const base = name === '.' ? 'index' : 'worker'
    return [name, target === 'dist' ? { types: `./dist/${base}.d.ts`, default: `./dist/${base}.js` } : `./src/${base}.ts`]
  }),
)
writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`)
