import MiniSearch from 'minisearch'
import { KeptIndex, buildIndex } from '../algorithms/src/answer-matching/build-index.ts'
import type { Entry } from '../algorithms/src/answer-matching/entry.ts'
import { plain } from '../algorithms/src/answer-matching/plain-text.ts'
import { rank } from '../algorithms/src/answer-matching/rank.ts'
import { plainSegments } from '../algorithms/src/answer-matching/words.ts'
import { manyAnswers, someNeeds } from './answer-texts.ts'
import { median, p95, report, type Figure } from './report.ts'

/** 100,000 answers: how long to index them, how much memory, how fast one need is answered, and what one changed text costs; MiniSearch on the same texts beside it. */
const count = 100_000
const answers = manyAnswers(count)
const needs = someNeeds(200)
const characters = answers.reduce((sum, { title, description }) => sum + title.length + (description?.length ?? 0), 0)
plainSegments('预热')

const before = heap()
const ours = took(() => buildIndex(answers))
const memory = heap() - before
const index = ours.answer
const bytes = index.starts.byteLength + index.documents.byteLength + index.impacts.byteLength + index.weights.byteLength
for (const need of needs.slice(0, 30)) rank(index, need)
const rankBegan = processor()
const times = needs.map((need) => timesOf(() => rank(index, need)))
const rankProcessor = processor() - rankBegan

const peerBefore = heap()
const peer = took(() => {
  const search = new MiniSearch<Entry & { key: number }>({ idField: 'key', fields: ['title', 'description'], tokenize: (text) => plainSegments(plain(text)), processTerm: (term) => term, searchOptions: { boost: { title: 2 } } })
  search.addAll(answers.map((answer, key) => ({ ...answer, key })))
  return search
})
const peerMemory = heap() - peerBefore
const ask = ({ title, description }: Entry) => peer.answer.search(`${title}\n${description ?? ''}`).slice(0, 10)
for (const need of needs.slice(0, 5)) ask(need)
const peerTimes = needs.slice(0, 60).map((need) => timesOf(() => ask(need)))

const changed = Object.fromEntries([10_000, count].map((size) => [size, changesOf(size)]))

const figures: Figure[] = [
  { what: 'index 100,000 answers', value: ours.ms / 1000, unit: 's', goal: 30, note: `${(characters / count).toFixed(0)} characters each` },
  { what: 'index 100,000 answers: processor', value: ours.processor, unit: 's', note: 'what it costs, whoever else uses the machine' },
  { what: 'rank one need, with reasons: median', value: median(times), unit: 'ms' },
  { what: 'rank one need, with reasons: p95', value: p95(times), unit: 'ms', goal: 50, note: `${needs.length} needs` },
  { what: 'rank one need, with reasons: processor', value: rankProcessor / needs.length * 1000, unit: 'ms', note: 'mean' },
  { what: 'memory of the index', value: memory / 2 ** 20, unit: 'MB', note: `${(bytes / 2 ** 20).toFixed(0)} MB of it in typed arrays; the texts themselves not counted` },
  { what: 'one of 10,000 answers changed, until the next need is ranked', value: median(changed[10_000]!), unit: 'ms', note: 'in a thread of its own; a page of the web process waits for nothing' },
  { what: 'one of 100,000 answers changed, until the next need is ranked', value: median(changed[count]!), unit: 'ms' },
  { what: 'MiniSearch, same segmenter: index', value: peer.ms / 1000, unit: 's' },
  { what: 'MiniSearch: index, processor', value: peer.processor, unit: 's' },
  { what: 'MiniSearch: one need, median', value: median(peerTimes), unit: 'ms' },
  { what: 'MiniSearch: one need, p95', value: p95(peerTimes), unit: 'ms' },
  { what: 'MiniSearch: memory', value: peerMemory / 2 ** 20, unit: 'MB' },
]
report('answers', figures)

/** One text is written anew and one need ranked, nine times; what was there first is not counted. */
function changesOf(size: number): number[] {
  const kept = new KeptIndex()
  kept.put(answers.slice(0, size))
  rank(kept.now(), needs[0]!)
  return answers.slice(0, 9).map((answer, at) => timesOf(() => {
    kept.put([{ ...answer, title: `${answer.title}（${at}）` }])
    rank(kept.now(), needs[at]!)
  }))
}

function took<T>(work: () => T): { ms: number; processor: number; answer: T } {
  const [began, spent] = [performance.now(), processor()]
  const answer = work()
  return { ms: performance.now() - began, processor: processor() - spent, answer }
}

function processor(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

function timesOf(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** What lives, in the heap and outside of it, after a collection where the process allows one. */
function heap(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
