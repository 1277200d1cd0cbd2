import { readAge } from '@silian/algorithms/reading/age'
import { readDate } from '@silian/algorithms/reading/date'
import { readExperience } from '@silian/algorithms/reading/experience'
import { readHeadcount } from '@silian/algorithms/reading/headcount'
import { readSalary } from '@silian/algorithms/reading/salary'
import { argumentsOf, Misuse } from './misuse.ts'

export const usage = `silian read --kind salary|headcount|date|age|experience
    从标准输入逐行读，逐行写出 JSON：{ "raw", "min", "max", "unit", "period" }，没有说的为 null。`

const readers = { salary: readSalary, headcount: readHeadcount, date: readDate, age: readAge, experience: readExperience }
type Kind = keyof typeof readers

export async function run(args: string[]): Promise<number> {
  const { values } = argumentsOf({ args, options: { kind: { type: 'string' } } })
  const kind = values.kind
  if (kind === undefined || !Object.hasOwn(readers, kind)) throw new Misuse(`请用 --kind 说明读什么${kind === undefined ? '' : `，没有“${kind}”`}。`)
  const read = readers[kind as Kind]
  for await (const lines of linesOf(process.stdin)) {
    const text = lines.map((line) => `${recordOf(read, line)}\n`).join('')
    if (text && !process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve))
  }
  return 0
}

function recordOf(read: (typeof readers)[Kind], line: string): string {
  const { min, max, unit, period } = read(line)
  return JSON.stringify({ raw: line, min, max, unit, period })
}

/** The whole lines of each piece that arrives. Only \n ends a line (a \r before it goes too): one line out for each line in. */
async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const piece of input) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n')
    rest = lines.pop()!
    yield lines.map(withoutReturn)
  }
  rest += decoder.decode()
  if (rest !== '') yield [withoutReturn(rest)]
}

const withoutReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line)
