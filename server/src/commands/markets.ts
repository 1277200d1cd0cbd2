import { InvalidMarket, mechanismNames, type Fault, type MatchOptions } from '@silian/matching'
import { Misuse } from './misuse.ts'

export const marketOptions = {
  market: { type: 'string' },
  side: { type: 'string' },
  mechanism: { type: 'string' },
  seed: { type: 'string' },
  json: { type: 'boolean' },
} as const

type Given = { side?: string | undefined; mechanism?: string | undefined; seed?: string | undefined }

export function matchOptionsOf({ side, mechanism, seed }: Given): MatchOptions {
  if (side !== undefined && side !== 'student' && side !== 'post') throw new Misuse('--side 只能是 student 或 post。')
  if (mechanism !== undefined && !mechanismNames.includes(mechanism)) throw new Misuse(`没有“${mechanism}”这种机制。可用：${mechanismNames.join('、')}。`)
  return { ...(side === undefined ? {} : { side }), ...(mechanism === undefined ? {} : { mechanism }), ...(seed === undefined ? {} : { seed }) }
}

/** Runs what may find the market wrong, and then says every fault at once. */
export function withMarketFaults<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof InvalidMarket)) throw error
    throw new Misuse(`市场文件有 ${error.faults.length} 处不对：\n${error.faults.map(faultLine).join('\n')}`, { withUsage: false })
  }
}

const faultLine = ({ code, path, details }: Fault) => `  ${path.join('.') || '（整个文件）'}：${code}${details ? ` ${JSON.stringify(details)}` : ''}`
