import { standingThread } from '../standing-thread.ts'

/** Keeps the fonts open between papers: the first takes a tenth of a second, each further one a few milliseconds. */
const thread = standingThread(import.meta.resolve('./typeset.ts'))

export type PaperToSet = {
  /** A template of server/papers, without `.typ`. */
  template: string
  /** What the template reads as `data`: plain JSON. Characters that no font has are printed as their number, such as 〔U+3134B〕. */
  data: Record<string, unknown>
  /** Pictures by name, read in the template as `/given/NAME`. */
  files?: Readonly<Record<string, Uint8Array>>
  /** Goes into the file, so that the same paper has the same bytes. */
  at: Date
}

/** A4 as PDF/A with all its fonts inside, set in a thread so that the web process never blocks. */
export async function pdfOf(paper: PaperToSet): Promise<Buffer> {
  return Buffer.from(await thread.ask<Uint8Array>('typeset', paper))
}
