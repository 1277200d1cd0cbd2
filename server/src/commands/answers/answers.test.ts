import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

const bin = resolve(import.meta.dirname, '../../../../bin/silian.mjs')
vi.setConfig({ testTimeout: 30_000 })
let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'silian-answers-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function silian(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [bin, ...args], { cwd: folder })
    const [out, err]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (piece: Buffer) => out.push(piece))
    child.stderr.on('data', (piece: Buffer) => err.push(piece))
    child.on('error', fail)
    child.on('close', (code) => done({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }))
  })
}

function write(name: string, rows: readonly unknown[]) {
  writeFileSync(join(folder, name), rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'))
  return name
}

const needs = () => write('needs.jsonl', [{ id: 'n1', title: '鋁型材擠壓模具壽命短' }, { id: 'n2', title: '深海潜水器浮力材料' }])
const answers = () => write('answers.jsonl', [{ id: 'a1', title: '热作模具钢表面强化', description: '延长挤压模寿命' }, { id: 'a2', title: '陶瓷釉料配方' }])

describe('silian rank', () => {
  test('ranks what fits with its reasons, and says where nothing does', async () => {
    const { code, out, err } = await silian('rank', '--needs', needs(), '--answers', answers(), '--json')
    expect([code, err]).toEqual([0, ''])
    const { needs: rows } = JSON.parse(out) as { needs: { id: string; nothingFits: boolean; ranked: { id: string; score: number; reasons: { code: string }[] }[] }[] }
    expect(rows.map(({ id, nothingFits, ranked }) => [id, nothingFits, ranked[0]?.id])).toEqual([
      ['n1', false, 'a1'],
      ['n2', true, 'a2'],
    ])
    expect(rows[0]!.ranked[0]!.reasons.map(({ code: reason }) => reason)).toContain('same_concept')
  })

  test('--top limits how many come', async () => {
    const { out } = await silian('rank', '--needs', write('wide.jsonl', [{ id: 'n', title: '模具 釉料' }]), '--answers', answers(), '--top', '1', '--json')
    expect((JSON.parse(out) as { needs: { ranked: unknown[] }[] }).needs[0]!.ranked).toHaveLength(1)
  })

  test('posts are ranked against the programmes that the product knows', async () => {
    const { out } = await silian('rank', '--task', 'post-major', '--needs', write('posts.jsonl', [{ id: 'p', title: 'CNC操机员' }]), '--json')
    expect((JSON.parse(out) as { needs: { ranked: { id: string }[] }[] }).needs[0]!.ranked.slice(0, 2).map(({ id }) => id).sort()).toEqual(['460103', '660103'])
  })

  test('every fault of both files is listed with its line, and nothing is ranked', async () => {
    const bad = write('bad.jsonl', [{ id: 'n1', title: '甲' }, '{"id":', { id: 'n1', title: '' }, '[]', { title: '乙', description: 5 }])
    const { code, out, err } = await silian('rank', '--needs', bad, '--answers', write('empty.jsonl', []), '--json')
    expect(code).toBe(2)
    expect(JSON.parse(out)).toEqual({
      faults: [
        { file: bad, line: 2, code: 'not_json', value: '{"id":' },
        { file: bad, line: 4, code: 'not_an_object' },
        { file: bad, line: 3, code: 'repeated_id', value: 'n1' },
        { file: bad, line: 3, code: 'title_missing' },
        { file: bad, line: 5, code: 'id_missing' },
        { file: bad, line: 5, code: 'description_not_text' },
        { file: 'empty.jsonl', line: 1, code: 'no_rows' },
      ],
    })
    expect(err.trim().split('\n')).toHaveLength(7)
    expect(err).toContain('bad.jsonl 第 3 行：id 重复 n1')
  })

  test('an embedding endpoint is asked only when it is named', async () => {
    let asked = 0
    const server = createServer((request, reply) => {
      const pieces: Buffer[] = []
      request.on('data', (piece: Buffer) => pieces.push(piece))
      request.on('end', () => {
        asked++
        const { input } = JSON.parse(Buffer.concat(pieces).toString()) as { input: string[] }
        reply.end(JSON.stringify({ data: input.map((text, index) => ({ index, embedding: text.includes('浮力') || text.includes('热作') ? [1, 0] : [0, 1] })) }))
      })
    })
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/embeddings`
    await silian('rank', '--needs', needs(), '--answers', answers(), '--json')
    expect(asked).toBe(0)
    const { out } = await silian('rank', '--needs', needs(), '--answers', answers(), '--embedding-endpoint', endpoint, '--json')
    server.close()
    expect((JSON.parse(out) as { needs: { ranked: { id: string }[] }[] }).needs[1]!.ranked[0]!.id).toBe('a1')
    expect(asked).toBe(2)
  })

  test.each([
    [['rank'], '请写出 --needs。'],
    [['rank', '--needs', 'x.jsonl'], '请写出 --answers。'],
    [['rank', '--needs', 'x.jsonl', '--answers', 'y.jsonl', '--top', '0'], '--top 要写 1 到 1000 的整数。'],
    [['rank', '--needs', 'x.jsonl', '--task', 'other'], '没有“other”这种任务，只有 need-answer 和 post-major。'],
    [['rank', '--needs', 'nowhere.jsonl', '--answers', 'y.jsonl'], '没有这个文件：nowhere.jsonl'],
    [['eval', '--needs', 'x.jsonl'], '请写出 --judgements。'],
  ])('%j is refused in one sentence', async (args, sentence) => {
    const { code, err } = await silian(...args)
    expect([code, err.split('\n')[0]]).toEqual([2, sentence])
  })
})

describe('silian eval', () => {
  test('measures the ranking and the three others in the same run', async () => {
    const judgements = write('judgements.jsonl', [{ need_id: 'n1', achievement_id: 'a1', grade: 3 }, { need_id: 'n1', achievement_id: 'gone', grade: 1 }])
    const { code, out, err } = await silian('eval', '--needs', needs(), '--answers', answers(), '--judgements', judgements, '--json')
    expect([code, err]).toEqual([0, '有 1 条评分说的需求或答案不在文件里，没有计入。\n'])
    const result = JSON.parse(out) as { ignoredJudgements: number; ours: { ndcg10: number; recall10: number; abstention: object; byScript: object }; baselines: { name: string }[] }
    expect(result).toMatchObject({ task: 'need-answer', ignoredJudgements: 1, ours: { ndcg10: 1, recall10: 1, abstention: { saidNothing: 1, rightlySaid: 1 }, byScript: { hant: { needs: 1, ndcg10: 1 } } } })
    expect(result.baselines.map(({ name }) => name)).toEqual(['bm25-character-bigrams', 'bm25-words', 'minisearch'])
  })

  test('a judgement that cannot be used is named with its line', async () => {
    const judgements = write('wrong.jsonl', [{ need_id: 'n1', achievement_id: 'a1', grade: 4 }, { need_id: 'n1', achievement_id: 'a1', grade: 1 }, { need_id: 'n1', grade: 1 }])
    const { code, err } = await silian('eval', '--needs', needs(), '--answers', answers(), '--judgements', judgements)
    expect(code).toBe(2)
    expect(err).toBe('wrong.jsonl 第 1 行：grade 不是 0 到 3 4\nwrong.jsonl 第 2 行：同一对评了两次 n1 a1\nwrong.jsonl 第 3 行：缺少 achievement_id\n')
  })

  test('--cross-validate says what was reached on needs that were kept back', async () => {
    const many = Array.from({ length: 6 }, (_, at) => ({ id: `n${at}`, title: at % 2 ? '陶瓷釉料' : '挤压模具强化' }))
    const judgements = many.map(({ id }, at) => ({ need_id: id, achievement_id: at % 2 ? 'a2' : 'a1', grade: 3 }))
    const { out } = await silian('eval', '--needs', write('many.jsonl', many), '--answers', answers(), '--judgements', write('all.jsonl', judgements), '--cross-validate', '--folds', '3', '--candidates', '2', '--json')
    expect((JSON.parse(out) as { crossValidation: object }).crossValidation).toMatchObject({ folds: 3, candidates: 2, ndcg10: 1 })
  })

  test('posts are measured by job_id and major_code', async () => {
    const judgements = write('majors.jsonl', [{ job_id: 'p', major_code: '660103', grade: 3 }])
    const { out } = await silian('eval', '--task', 'post-major', '--needs', write('post.jsonl', [{ id: 'p', title: '數控操機員', description: '' }]), '--judgements', judgements, '--json')
    expect(JSON.parse(out)).toMatchObject({ task: 'post-major', ours: { recall10: 1 } })
  })
})
