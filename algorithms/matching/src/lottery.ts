import { hex, hmac, sha256Hex, utf8 } from './sha256.ts'

/** Published before wishes close, so that the seed cannot be chosen afterwards. */
export const commitmentOf = (seed: string): string => sha256Hex(seed)

/** One's own number, checkable alone: the first 16 hexadecimal digits of HMAC-SHA-256(seed, "round|student"). */
export const lotteryNumber = (seed: string, roundId: string, student: string): string =>
  hex(hmac(utf8(seed))(utf8(`${roundId}|${student}`)).subarray(0, 8))

/**
 * The students in drawing order: ascending by lottery number, equal numbers by id.
 * The order does not depend on the order of `students`. Two compressions a student.
 */
export function draw(seed: string, roundId: string, students: readonly string[]): string[] {
  const mac = hmac(utf8(seed))
  const high = new Uint32Array(students.length)
  const low = new Uint32Array(students.length)
  const place = new Uint32Array(students.length)
  for (let i = 0; i < students.length; i++) {
    const number = mac(utf8(`${roundId}|${students[i]!}`))
    const view = new DataView(number.buffer, number.byteOffset)
    high[i] = view.getUint32(0)
    low[i] = view.getUint32(4)
    place[i] = i
  }
  place.sort((a, b) => high[a]! - high[b]! || low[a]! - low[b]! || (students[a]! < students[b]! ? -1 : 1))
  return Array.from(place, (i) => students[i]!)
}
