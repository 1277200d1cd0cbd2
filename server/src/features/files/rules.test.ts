import { expect, test } from 'vitest'
import { kindOf, safeName, whyNotKeep } from './rules.ts'

const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

/** A zip that only lists names: what the check reads is the central directory. */
function zip(...names: string[]) {
  const entries = names.map((name) => {
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50, 0)
    head.writeUInt16LE(Buffer.byteLength(name), 28)
    return Buffer.concat([head, Buffer.from(name)])
  })
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt32LE(4, 16)
  return Buffer.concat([bytes([0x50, 0x4b, 3, 4]), directory, end])
}

test.each([
  ['a PDF is known by its first five bytes', bytes('%PDF-1.7\n%âãÏÓ'), 'x.txt', 'pdf'],
  ['a PNG by its eight', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'x.png', 'png'],
  ['a JPEG by its three', bytes([0xff, 0xd8, 0xff, 0xe0]), 'x', 'jpeg'],
  ['a WebP by its container and kind', bytes('RIFF', [1, 0, 0, 0], 'WEBPVP8 '), 'x.webp', 'webp'],
  ['a RIFF that is not WebP is nothing we keep', bytes('RIFF', [1, 0, 0, 0], 'AVI LIST'), 'x.webp', null],
  ['a workbook is a zip with a workbook inside', zip('[Content_Types].xml', 'xl/workbook.xml'), 'x.zip', 'xlsx'],
  ['a document is a zip with a document inside', zip('[Content_Types].xml', 'word/document.xml'), 'x.docx', 'docx'],
  ['a workbook with macros is only a zip', zip('[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin'), 'x.xlsx', 'zip'],
  ['any other zip is a zip, whatever it is called', zip('run.exe'), 'x.xlsx', 'zip'],
  ['plain text in UTF-8', bytes('姓名,学号\n'), 'x.txt', 'txt'],
  ['plain text with .csv in its name', bytes('姓名,学号\n'), 'x.CSV', 'csv'],
  ['plain text in GB 18030', bytes([0xd0, 0xd5, 0xc3, 0xfb, 0x2c]), 'x.csv', 'csv'],
  ['a program', bytes('MZ', [0x90, 0, 3, 0]), 'x.pdf', null],
  ['a web page that calls itself a note', bytes('  <!DOCTYPE html><script>'), 'x.txt', null],
  ['a drawing with script inside', bytes('<svg xmlns="http://www.w3.org/2000/svg">'), 'x.txt', null],
  ['nothing at all', bytes(''), 'x.txt', null],
] as const)('%s', (_sentence, content, name, expected) => {
  expect(kindOf(content, name)).toBe(expected)
})

test.each([
  ['a PDF where PDFs are allowed', { kind: 'pdf', size: 10 }, null],
  ['the largest size allowed', { kind: 'pdf', size: 100 }, null],
  ['one byte more', { kind: 'pdf', size: 101 }, 'file_too_big'],
  ['an empty file', { kind: null, size: 0 }, 'file_empty'],
  ['a zip where nobody asked for one', { kind: 'zip', size: 10 }, 'file_kind_not_allowed'],
  ['something unknown', { kind: null, size: 10 }, 'file_kind_not_allowed'],
] as const)('%s', (_sentence, file, expected) => {
  expect(whyNotKeep(file, { allow: ['pdf', 'png'], maxBytes: 100 })).toBe(expected)
})

test.each([
  ['a plain name stays', '营业执照.pdf', 'pdf', '营业执照.pdf'],
  ['folders are cut off', 'C:\\扫描\\..\\licence.pdf', 'pdf', 'licence.pdf'],
  ['the extension follows the content', 'photo.exe', 'jpeg', 'photo.exe.jpg'],
  ['both ways to write JPEG stay', 'photo.JPEG', 'jpeg', 'photo.JPEG'],
  ['marks that turn text around are dropped', 'a\u202Efdp.png', 'png', 'afdp.png'],
  ['a name of nothing gets one', '.pdf', 'pdf', 'file.pdf'],
] as const)('%s', (_sentence, name, kind, expected) => {
  expect(safeName(name, kind)).toBe(expected)
})

test('a long name is cut to what the column holds', () => {
  expect([...safeName(`${'长'.repeat(300)}.pdf`, 'pdf')]).toHaveLength(194)
})
