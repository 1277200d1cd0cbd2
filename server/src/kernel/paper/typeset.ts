import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { coverageOf, knower } from './coverage.ts'
import type { PaperToSet } from './paper.ts'

/** In this order: simplified Chinese with the names of GB 18030, then Japanese for what only it has, such as 𠮷. */
const fonts = ['@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf', '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf', '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'].map((name) =>
  readFileSync(fileURLToPath(import.meta.resolve(name))),
)
const isKnown = knower([coverageOf(fonts[0]!), coverageOf(fonts[2]!)])
const folder = fileURLToPath(new URL('../../../papers', import.meta.url))
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }], workspace: folder })

/** Runs in the standing thread of paper.ts. */
export function typeset({ template, data, files = {}, at }: PaperToSet): Uint8Array {
  const names = Object.entries(files).map(([name, bytes]) => {
    const path = `${folder}/given/${name}`
    compiler.mapShadow(path, Buffer.from(bytes))
    return path
  })
  try {
    const compiled = compiler.compile({ mainFilePath: `${folder}/${template}.typ`, inputs: { data: JSON.stringify(data, printable) } })
    const document = compiled.result
    if (!document) throw new Error(`server/papers/${template}.typ: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`)
    return compiler.pdf(document, { creationTimestamp: Math.floor(at.getTime() / 1000), pdfStandard: 'a-2u' })
  } finally {
    for (const path of names) compiler.unmapShadow(path)
    compiler.evictCache(10)
  }
}

/** A tofu says nothing; the number of a character can be looked up. */
const printable = (_key: string, value: unknown) => (typeof value === 'string' ? [...value].map((one) => (isPrinted(one.codePointAt(0)!) ? one : `〔U+${one.codePointAt(0)!.toString(16).toUpperCase()}〕`)).join('') : value)
const isPrinted = (character: number) => character < 0x20 || isKnown(character)
