import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const src = resolve(import.meta.dirname, '../src')

/** A feature may call the services of features to its left, never to its right. */
const order = [
  'identity', 'files', 'inbox', 'members', 'agreements', 'talent', 'lexicon', 'needs', 'imports', 'rounds', 'placements', 'training', 'practice', 'mentors', 'assistance',
  'technology', 'services', 'surveys', 'search', 'subscriptions', 'portal',
]

const algorithms = /^@silian\/(algorithms|matching)(\/|$)/
const lower = /^(contract|kernel)\//

/** What each file of a feature may import. The list of names is closed: a new one is a decision, not a habit. */
const mayImport: Record<string, RegExp[]> = {
  'contract.ts': [/^zod$/, /^contract\//, /^features\/[\w/]+\/contract\.ts$/],
  // Rules are pure: those of a room to the left may be stood upon.
  'rules.ts': [/^contract\//, algorithms, /^features\/[\w/]+\/rules\.ts$/],
  'policy.ts': [/^kernel\/actor\.ts$/, /^features\/SELF\/policy\.ts$/],
  'lifecycle.ts': [/^kernel\/(lifecycle|actor)\.ts$/, /^features\/SELF\/([\w/]+\/)?(rules|policy)\.ts$/],
  'tables.ts': [/^kysely$/, /^kernel\/(db|db\.gen|actor|lifecycle)\.ts$/, /^contract\//, /^features\/SELF\/([\w/]+\/)?tables\.ts$/],
  'sheet.ts': [lower, algorithms, /^@silian\/words/, /^features\/SELF\/([\w/]+\/)?(rules|contract)\.ts$/, /^features\/[\w/]+\/sheet\.ts$/],
  'service.ts': [/^node:/, lower, algorithms, /^@silian\/words/, /^features\/SELF\/([\w/]+\/)?(rules|policy|tables|lifecycle|sheet|service|contract)\.ts$/, /^features\/[\w/]+\/(service|rules)\.ts$/],
  'routes.ts': [lower, /^features\/SELF\/([\w/]+\/)?(contract|policy|service|tables|routes|lifecycle|sheet)\.ts$/, /^features\/[\w/]+\/policy\.ts$/],
}

/** Libraries that one service exists to use. */
const libraries: Record<string, RegExp> = {
  'features/identity': /^(@node-rs\/argon2|otpauth|openid-client|qrcode)$/,
  'features/members': /^(pinyin-pro|qrcode)$/,
  'features/agreements': /^(qrcode|zxing-wasm|@hyzyla\/pdfium)/,
  'features/files': /^(flydrive|file-type)/,
  'features/rounds': /^qrcode$/,
  'features/placements': /^(qrcode|yazl)$/,
  'features/mentors': /^qrcode$/,
  'features/search': /^pinyin-pro$/,
  'features/portal': /^(@silian\/web|marked)/,
}

test('every feature file has a known name and imports only what its name allows', () => {
  expect(trespasses()).toEqual([])
})

test('SQL stands in tables.ts only', () => {
  const offenders = filesUnder('features').filter((file) => basename(file) !== 'tables.ts' && !file.endsWith('.test.ts') && importsOf(file).includes('kysely'))
  expect(offenders).toEqual([])
})

test('the kernel and the contracts know no feature', () => {
  const offenders = [...filesUnder('kernel'), ...filesUnder('contract')].filter((file) => importsOf(file).some((target) => target.startsWith('features/')))
  expect(offenders).toEqual([])
})

test('only config reads the environment, and only main, worker and commands read the clock', () => {
  const sources = filesUnder('.').filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  const reading = (pattern: RegExp, allowed: RegExp) => sources.filter((file) => !allowed.test(file) && pattern.test(readFileSync(resolve(src, file), 'utf8')))
  expect(reading(/process\.env/, /^config\.ts$/)).toEqual([])
  expect(reading(/new Date\(\)|Date\.now\(\)/, /^(main|worker)\.ts$|^commands\/|^kernel\/embedded-postgres\//)).toEqual([])
})

function trespasses() {
  return filesUnder('features').flatMap((file) => {
    if (file.endsWith('.test.ts')) return []
    const allowed = mayImport[basename(file)]
    if (!allowed) return [`${file} is not a room we have`]
    const feature = featureOf(file)
    const own = libraries[`features/${feature}`]
    return importsOf(file)
      .filter((target) => {
        const inside = target.replace(`features/${feature}/`, 'features/SELF/')
        const known = allowed.some((rule) => rule.test(inside) || rule.test(target)) || (basename(file) === 'service.ts' && own?.test(target))
        const leftward = !target.startsWith('features/') || order.indexOf(featureOf(target)) <= order.indexOf(feature)
        return !known || !leftward
      })
      .map((target) => `${file} may not import ${target}`)
  })
}

const featureOf = (path: string) => path.split('/')[1]!

const filesUnder = (folder: string) =>
  readdirSync(resolve(src, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(src, resolve(entry.parentPath, entry.name)))

const importsOf = (file: string) =>
  [...readFileSync(resolve(src, file), 'utf8').matchAll(/(?:\bfrom |import\()'([^']+)'/g)].map(([, target]) =>
    target!.startsWith('.') ? relative(src, resolve(src, dirname(file), target!)) : target!,
  )
