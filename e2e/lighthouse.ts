import { createServer } from 'node:net'
import lighthouse from 'lighthouse'
import { launchBrowser } from './browser.ts'

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
export type Category = (typeof categories)[number]

/** Google's Lighthouse on one page, as it looks at a phone: 0 to 100 for each category, and what it found wanting. */
export async function lighthouseOf(url: string, only: readonly Category[] = categories): Promise<{ points: Record<string, number>; wanting: string[] }> {
  const port = await freePort()
  const browser = await launchBrowser(`--remote-debugging-port=${port}`)
  try {
    const run = await lighthouse(url, { port, onlyCategories: [...only], output: 'json', logLevel: 'silent' })
    const { categories: found, audits } = run!.lhr
    const wanting = Object.values(found).flatMap(({ auditRefs }) => auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1).map(({ id }) => `${id}: ${audits[id]!.title}`))
    return { points: Object.fromEntries(Object.entries(found).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)])), wanting }
  } finally {
    await browser.close()
  }
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
