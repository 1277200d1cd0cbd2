import { say } from '@silian/words'
import { dayOf } from '../../../../kernel/calendar.ts'

const word = (key: string, params: Record<string, string> = {}) => say('zh-Hans', `assessment:${key}`, params) ?? key
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export type Block = { heading?: string; lines?: readonly (readonly [string, string | null | undefined])[]; text?: string }
/** A record as a document of its own: plain HTML that any browser prints, without script and without anything from outside. */
export function documentOf(title: string, blocks: readonly Block[]): string {
  const body = blocks
    .map(({ heading, lines, text }) =>
      [
        heading ? `<h2>${escaped(heading)}</h2>` : '',
        lines ? `<table>${lines.map(([name, value]) => `<tr><th>${escaped(name)}</th><td>${escaped(value ?? '')}</td></tr>`).join('')}</table>` : '',
        text ? text.split('\n').map((line) => `<p>${escaped(line)}</p>`).join('') : '',
      ].join(''),
    )
    .join('\n')
  return page(title, `<h1>${escaped(title)}</h1>\n${body}`)
}
const page = (title: string, body: string) => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>
@page { size: A4; margin: 20mm } body { font: 14px/1.7 sans-serif; max-width: 800px; margin: 2em auto; padding: 0 1em } h1 { font-size: 22px } h2 { font-size: 16px; margin-top: 1.5em }
table { border-collapse: collapse; width: 100% } th, td { border: 1px solid #888; padding: 4px 8px; text-align: left; vertical-align: top; overflow-wrap: anywhere } th { width: 9em; font-weight: 600 } code { font-size: 11px }
</style></head><body>
${body}
</body></html>
`

type Row = { path: string; title: string; kind: string; size: number; sha256: string }
export function indexOf({ number, head, rows, manifestHash, at }: { number: string; head: readonly (readonly [string, string])[]; rows: readonly Row[]; manifestHash: string; at: Date }): string {
  const files = rows
    .map(({ path, title, kind, size, sha256 }) => `<tr><td>${escaped(word(`kinds.${kind}`))}</td><td><a href="${path.split('/').map(encodeURIComponent).join('/')}">${escaped(title)}</a></td><td>${size}</td><td><code>${sha256}</code></td></tr>`)
    .join('\n')
  return page(
    word('bundle.title', { number }),
    `<h1>${escaped(word('bundle.title', { number }))}</h1><table>${head.map(([name, value]) => `<tr><th>${escaped(name)}</th><td>${escaped(value)}</td></tr>`).join('')}
<tr><th>${word('bundle.on')}</th><td>${dayOf(at)}</td></tr><tr><th>${word('bundle.manifest')}</th><td><code>${manifestHash}</code></td></tr></table>
<h2>${word('bundle.files', { count: String(rows.length) })}</h2><table><tr><th>${word('bundle.kind')}</th><th>${word('bundle.name')}</th><th>${word('bundle.size')}</th><th>SHA-256</th></tr>
${files}</table><p>${escaped(word('bundle.note'))}</p>`,
  )
}
