import { join } from 'node:path'
import { categories, lighthouseOf } from '../e2e/lighthouse.ts'
import { newPlace } from './place.ts'
import { median, report } from './report.ts'
import { startServer } from './server-process.ts'

/** Lighthouse on the portal's first page, a phone on a slow network; the demonstration alliance. Medians of five. */
const place = await newPlace({ empty: true })
const silian = await startServer(join(import.meta.dirname, '../server/src/main.ts'), '/readyz', { DATABASE_URL: place.url, SILIAN_DATA: place.folder, SILIAN_WORKER: 'off', SILIAN_LOG: 'error' })
await fetch(silian.origin)
const runs: Awaited<ReturnType<typeof lighthouseOf>>[] = []
for (let run = 0; run < 5; run++) runs.push(await lighthouseOf(`${silian.origin}/`))
report('lighthouse', categories.map((name) => ({ what: `the portal’s first page, ${name}: points lost`, value: 100 - median(runs.map(({ points }) => points[name]!)), unit: 'of 100', goal: 5.1, note: runs.map(({ points }) => points[name]).join(', ') })))
await silian.stop()
await place.close()
