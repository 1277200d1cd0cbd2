import { Misuse } from './misuse.ts'

/** What one command is: words in, exit code out. Loaded only when it is called, so that `silian read` starts at once. */
type Command = { usage: string; run: (args: string[]) => Promise<number> }

const commands: Record<string, () => Promise<Command>> = {
  read: () => import('./read.ts'),
  sheet: () => import('./sheet.ts'),
  match: () => import('./match.ts'),
  explain: () => import('./explain.ts'),
  verify: () => import('./verify.ts'),
  audit: () => import('./audit.ts'),
  eval: () => import('./eval.ts'),
  rank: () => import('./rank.ts'),
}

const [name = '', ...args] = process.argv.slice(2)

// A reader that has seen enough (`silian read … | head`) closes the pipe; that is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2))

process.exitCode = await runCommand()

async function runCommand(): Promise<number> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    const texts = await Promise.all(Object.values(commands).map(async (one) => (await one()).usage))
    const asked = ['', 'help', '--help', '-h'].includes(name)
    const text = `${asked ? '' : `没有“${name}”这个命令。\n`}用法：\n${texts.map((usage) => indent(usage)).join('\n')}\n`
    ;(asked ? process.stdout : process.stderr).write(text)
    return asked ? 0 : 2
  }
  const command = await load()
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`用法：\n${indent(command.usage)}\n`)
    return 0
  }
  try {
    return await command.run(args)
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    process.stderr.write(`${error.message}\n${error.withUsage ? `用法：\n${indent(command.usage)}\n` : ''}`)
    return 2
  }
}

function indent(usage: string) {
  return usage.split('\n').map((line) => `  ${line}`).join('\n')
}
