export type PaperKind = 'agreement' | 'plan' | 'report' | 'assessment' | 'log' | 'inspection' | 'summary' | 'evidence'
/** Rule 1.44, in the order of the regulation. */
export const paperKinds: readonly PaperKind[] = ['agreement', 'plan', 'report', 'assessment', 'log', 'inspection', 'summary', 'evidence']

/** How many records of each kind there are; what came as a file counts like one that was written here. */
export type PaperCounts = Readonly<Record<PaperKind, { records: number; files: number }>>
export const missingPapers = (counts: PaperCounts): PaperKind[] => paperKinds.filter((kind) => counts[kind].records + counts[kind].files === 0)

/** Folder and name in the bundle: what a file system or an unzipper trips over becomes a line. */
export const pathIn = (kind: PaperKind, title: string, name: string) => `${paperKinds.indexOf(kind) + 1}-${title}/${safePart(name)}`
const safePart = (name: string) => [...name.replaceAll(/[\\/:*?"<>|]|\p{Cc}/gu, '_').replace(/^\.+/, '_')].slice(0, 100).join('')
/** Two files of one name: the second is told apart by its number. */
export function distinct(paths: readonly string[]): string[] {
  const taken = new Set<string>()
  return paths.map((path) => {
    let name = path
    for (let n = 2; taken.has(name); n++) name = path.replace(/(\.[^./]*)?$/, (ending) => `-${n}${ending}`)
    taken.add(name)
    return name
  })
}
