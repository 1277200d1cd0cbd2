import { parseArgs, type ParseArgsConfig } from 'node:util'

/** What the caller gave cannot be used: said in one sentence, exit code 2. */
export class Misuse extends Error {
  override readonly name = 'Misuse'
  readonly withUsage: boolean

  constructor(message: string, { withUsage = true } = {}) {
    super(message)
    this.withUsage = withUsage
  }
}

/** `parseArgs` of Node, with its complaints in our words. */
export function argumentsOf<const T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const option = /'(-{1,2}[\w-]+)/.exec(message)?.[1] ?? ''
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new Misuse(`没有 ${option} 这个选项。`)
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw new Misuse(`选项 ${option} 的写法不对。`)
    if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') throw new Misuse(`多余的内容：${/'([^']*)'/.exec(message)?.[1] ?? ''}。`)
    throw error
  }
}
