import { readFileSync, writeFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from './browser.ts'

/** Cuts the handbook's pictures from the screenshots of the last journeys: `node e2e/pictures.ts`, after `npm test`. */
const project = join(import.meta.dirname, '..')
const pictures: Record<string, { from: string; height: number }> = {
  'docs/pictures/round.png': { from: 'round-open-1440', height: 900 },
  'docs/handbook/shots/sign-in-1440.png': { from: 'sign-in-1440', height: 760 },
  'docs/handbook/shots/inbox-1440.png': { from: 'inbox-1440', height: 760 },
  'docs/handbook/shots/members-1440.png': { from: 'members-1440', height: 760 },
  'docs/handbook/shots/post-form-1440.png': { from: 'firm-need-new-1440', height: 900 },
  'docs/handbook/shots/import-1440.png': { from: 'import-secretariat-1440', height: 760 },
  'docs/handbook/shots/round-1440.png': { from: 'round-open-1440', height: 900 },
  'docs/handbook/shots/student-wishes-390.png': { from: 'my-wishes-390', height: 844 },
  'docs/handbook/shots/letter-390.png': { from: 'my-letter-390', height: 844 },
}

mkdirSync(join(project, 'docs/handbook/shots'), { recursive: true })
const browser = await launchBrowser()
const page = await browser.newPage()
for (const [to, { from, height }] of Object.entries(pictures)) {
  const width = Number(from.slice(from.lastIndexOf('-') + 1))
  await page.setViewportSize({ width, height })
  const bytes = readFileSync(join(project, 'e2e/shots', `${from}.png`)).toString('base64')
  await page.setContent(`<body style="margin:0"><img width="${width}" src="data:image/png;base64,${bytes}">`)
  await page.waitForFunction('document.images[0].complete')
  writeFileSync(join(project, to), await page.screenshot())
}
await browser.close()
