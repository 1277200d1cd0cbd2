import { readFileSync } from 'node:fs'
import { Misuse } from './misuse.ts'

const whyNot: Record<string, string> = {
  ENOENT: '没有这个文件',
  EISDIR: '这是一个文件夹',
  EACCES: '没有权限打开这个文件',
}

/** The bytes of a file that was named on the command line. */
export function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new Misuse(`${whyNot[(error as NodeJS.ErrnoException).code ?? ''] ?? '打不开这个文件'}：${path}`, { withUsage: false })
  }
}

export function jsonOf(path: string): unknown {
  const text = bytesOf(path).toString('utf8').replace(/^\uFEFF/, '')
  try {
    return JSON.parse(text)
  } catch {
    throw new Misuse(`这不是 JSON 文件：${path}`, { withUsage: false })
  }
}
