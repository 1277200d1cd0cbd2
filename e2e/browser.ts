import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, dirname } from 'node:path'
import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser } from 'playwright-core'

/** The Chromium that comes from npm, or the one that CHROMIUM names; with `more` on its command line. */
export async function launchBrowser(...more: string[]): Promise<Browser> {
  const system = process.env.CHROMIUM
  return playwright.launch({
    executablePath: system ?? (await chromium.executablePath()),
    args: [...(system ? ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'] : chromium.args.filter((one) => one !== '--single-process')), ...more], // in one process all windows share one set of cookies
    headless: true,
  })
}

const require = createRequire(import.meta.url)
export const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

const fontFolder = join(dirname(require.resolve('@fontsource-variable/noto-sans-sc/package.json')), 'files')

/** A machine without Chinese fonts draws boxes: the test's own pages bring the glyphs. Subsets load as they are needed. */
export const fontStyle = (address: string) =>
  readFileSync(join(fontFolder, '../index.css'), 'utf8')
    .replaceAll('Noto Sans SC Variable', 'Noto Sans SC')
    .replaceAll('./files/', address)

export const fontFile = (name: string) => readFileSync(join(fontFolder, name))
