import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { commitmentOf, defaultPolicy, inputDigest, policyDigest, place, type Market } from '@silian/matching'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { RoundExport } from '../features/rounds/lists/service.ts'

const bin = resolve(import.meta.dirname, '../../../bin/silian.mjs')
const cases = resolve(import.meta.dirname, '../../../algorithms/matching/cases')
// Every test starts a process of its own, twice: the launcher finds Node 24 and hands over.
vi.setConfig({ testTimeout: 30_000 })
let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'silian-commands-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Said = { code: number | null; out: string; err: string }

function silian(args: string[], input: string | Buffer = ''): Promise<Said> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [bin, ...args], { cwd: folder })
    const [out, err]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (piece: Buffer) => out.push(piece))
    child.stderr.on('data', (piece: Buffer) => err.push(piece))
    child.on('error', fail)
    child.on('close', (code) => done({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

const write = (name: string, content: unknown) => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

describe('silian', () => {
  test('says what it can do when it is asked nothing', async () => {
    const { code, out, err } = await silian([])
    expect([code, err]).toEqual([0, ''])
    for (const name of ['read', 'sheet', 'match', 'explain', 'verify']) expect(out).toContain(`silian ${name} `)
  })

  test('a command that does not exist is refused with the list of those that do', async () => {
    const { code, out, err } = await silian(['constructor'])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^没有“constructor”这个命令。\n用法：\n {2}silian read/)
  })

  test('an option that does not exist is refused with the usage of the command', async () => {
    expect(await silian(['read', '--sort', 'salary'])).toEqual({ code: 2, out: '', err: expect.stringMatching(/^没有 --sort 这个选项。\n用法：\n {2}silian read/) as string })
  })
})

describe('silian read', () => {
  test('one line out for each line in, keys in the agreed order, null where nothing is said', async () => {
    const { out } = await silian(['read', '--kind', 'salary'], '3.5-6千/月\n\n面议\r\n10-21K')
    expect(out).toBe(
      [
        '{"raw":"3.5-6千/月","min":3500,"max":6000,"unit":"元","period":"month"}',
        '{"raw":"","min":null,"max":null,"unit":null,"period":null}',
        '{"raw":"面议","min":null,"max":null,"unit":null,"period":null}',
        '{"raw":"10-21K","min":10000,"max":21000,"unit":"元","period":null}',
        '',
      ].join('\n'),
    )
  })

  test.each([
    ['headcount', '3-5人', { raw: '3-5人', min: 3, max: 5, unit: '人', period: null }],
    ['date', '2027年3月', { raw: '2027年3月', min: '2027-03-01', max: '2027-03-31', unit: 'date', period: null }],
    ['age', '18周岁以上、35周岁以下', { raw: '18周岁以上、35周岁以下', min: 18, max: 35, unit: '岁', period: null }],
    ['experience', '５ 年( 含) 以上', { raw: '５ 年( 含) 以上', min: 5, max: null, unit: '年', period: null }],
  ])('%s is read as people write it', async (kind, line, expected) => {
    expect(JSON.parse((await silian(['read', '--kind', kind], `${line}\n`)).out)).toEqual(expected)
  })

  test('a kind that does not exist is refused', async () => {
    expect(await silian(['read', '--kind', 'colour'])).toMatchObject({ code: 2, out: '' })
  })

  test('a hundred thousand lines pass through, a character cut between two pieces included', async () => {
    const { out } = await silian(['read', '--kind', 'headcount'], '招 3 名\n'.repeat(100_000))
    const lines = out.split('\n')
    expect(lines).toHaveLength(100_001)
    expect(new Set(lines)).toEqual(new Set(['{"raw":"招 3 名","min":3,"max":3,"unit":"人","period":null}', '']))
  })
})

describe('silian match --market', () => {
  const market = join(cases, 'five-doctors.json')

  test('prints placements, guarantees and audit', async () => {
    const { code, out } = await silian(['match', '--market', market, '--json'])
    const printed = JSON.parse(out) as Record<string, unknown>
    expect(code).toBe(0)
    expect(Object.keys(printed)).toEqual(['placements', 'guarantees', 'audit'])
    expect(printed.placements).toEqual((JSON.parse(readFileSync(market, 'utf8')) as { expected: Record<string, unknown> }).expected.studentOptimal)
  })

  test('the other side may propose', async () => {
    const three = join(cases, 'three-stable-marriages.json')
    const [students, posts] = await Promise.all(['student', 'post'].map(async (side) => (JSON.parse((await silian(['match', '--market', three, '--side', side, '--json'])).out) as { placements: unknown }).placements))
    expect(students).not.toEqual(posts)
  })

  test('an unknown mechanism is refused with the known ones', async () => {
    expect(await silian(['match', '--market', market, '--mechanism', 'magic', '--json'])).toMatchObject({ code: 2, err: expect.stringContaining('student-proposing') as string })
  })

  test('every fault of a market is listed', async () => {
    const path = write('wrong.json', { students: { a: ['x', 'x', 'z'] }, posts: { x: { capacity: -1, priority: ['a'] } } })
    const { code, err } = await silian(['match', '--market', path, '--json'])
    expect(code).toBe(2)
    expect(err.split('\n').filter((line) => line.startsWith('  ')).length).toBeGreaterThanOrEqual(2)
  })

  test('what is no JSON, and what is not there, is said in one sentence', async () => {
    expect(await silian(['match', '--market', write('text.json', 'no json'), '--json'])).toMatchObject({ code: 2, err: expect.stringMatching(/^这不是 JSON 文件：.*\n$/) as string })
    expect(await silian(['match', '--market', 'nowhere.json', '--json'])).toMatchObject({ code: 2, err: '没有这个文件：nowhere.json\n' })
  })
})

describe('silian explain', () => {
  test('gives one sentence for each wish', async () => {
    const { code, out } = await silian(['explain', join(cases, 'five-doctors.json'), 'Chen'])
    expect(code).toBe(0)
    expect(out.split('\n')).toEqual([expect.stringMatching(/^1\. 未能安排到“City”/), '2. 你已被安排到“Mercy”（第 2 志愿）。', ''])
  })

  test('a student who is not in the market is refused', async () => {
    expect(await silian(['explain', join(cases, 'five-doctors.json'), 'Nobody'])).toMatchObject({ code: 2, err: expect.stringContaining('unknown-student') as string })
  })
})

describe('silian verify', () => {
  const market: Market = {
    applicants: [
      { id: 'R-1-00001', choices: ['X-1', 'X-2'] },
      { id: 'R-1-00002', choices: ['X-1'] },
      { id: 'R-1-00003', choices: ['X-1', 'X-2'] },
    ],
    posts: [{ id: 'X-1', capacity: 1 }, { id: 'X-2', capacity: 1 }],
    applications: ['R-1-00001', 'R-1-00002', 'R-1-00003'].flatMap((student) => ['X-1', 'X-2'].map((post) => ({ student, post, score: 80_000 }))),
  }
  const seed = 'a seed'
  const result = place(market, { id: 'R-1', policy: defaultPolicy, lottery: { seed } })
  const exported: RoundExport = {
    format: 'silian-round/1',
    round: { number: 'R-1', title: '示例轮次', commitment: commitmentOf(seed), seed, policy: defaultPolicy },
    market,
    digests: { list: createHash('sha256').update('R-1-00001\nR-1-00002\nR-1-00003\n').digest('hex'), input: inputDigest(market), policy: policyDigest(defaultPolicy), result: result.digest.result },
    result: { placements: result.placements, cutOffs: result.cutOffs, closed: result.closed, guarantees: result.guarantees },
  }

  test('a published round comes out the same', async () => {
    const { code, out } = await silian(['verify', write('round.json', exported)])
    expect([code, out.split('\n')[0]]).toEqual([0, '一致'])
    expect(out).toContain(result.digest.result)
    expect(out).toContain('规则：学生优先（默认）；先比同分项，再抽签（默认）。')
  })

  test('a round whose seed is still sealed is checked as far as it goes', async () => {
    const sealed = { ...exported, round: { ...exported.round, seed: null }, digests: { ...exported.digests, result: null }, result: null }
    expect(await silian(['verify', write('sealed.json', sealed)])).toMatchObject({ code: 0, out: expect.stringContaining('还没有公布种子') as string })
  })

  test.each([
    ['a wish moved', { market: { ...market, applicants: [{ id: 'R-1-00001', choices: ['X-2', 'X-1'] }, ...market.applicants.slice(1)] } }],
    ['another rule', { round: { ...exported.round, policy: { ...defaultPolicy, ties: 'admit-all' } } }],
    ['another seed', { round: { ...exported.round, seed: 'another' } }],
    ['a name struck from the list', { digests: { ...exported.digests, list: '0'.repeat(64) } }],
    ['a placement exchanged', { result: { ...exported.result, placements: result.placements.map((one) => ({ ...one, post: one.post === 'X-1' ? 'X-2' : one.post === 'X-2' ? 'X-1' : null })) } }],
  ])('%s is noticed', async (_what, change) => {
    expect(await silian(['verify', write('changed.json', { ...exported, ...change })])).toMatchObject({ code: 1, out: expect.stringMatching(/^不一致\n/) as string })
  })

  test('what match printed is compared student by student', async () => {
    const file = join(cases, 'five-doctors.json')
    const printed = JSON.parse((await silian(['match', '--market', file, '--json'])).out) as { placements: Record<string, unknown> }
    expect(await silian(['verify', write('printed.json', printed), '--market', file])).toMatchObject({ code: 0 })
    const moved = { ...printed, placements: { ...printed.placements, Chen: 'General' } }
    expect(await silian(['verify', write('moved.json', moved), '--market', file])).toMatchObject({ code: 1, out: expect.stringContaining('Chen：文件写的是 General，重新运行得到 Mercy') as string })
  })

  test('a file that is no export is refused', async () => {
    expect(await silian(['verify', write('other.json', { a: 1 })])).toMatchObject({ code: 2, out: '' })
  })
})
