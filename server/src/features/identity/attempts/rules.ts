const minute = 60_000

/** Rule 5.15: after so many failed tries the door stays shut for a quarter of an hour. */
export const shutFor = 15 * minute

export type Tries = { failures: number; firstAt: Date; lockedUntil: Date | null }

export const isShut = (tries: Tries | undefined, now: Date) => tries?.lockedUntil != null && now < tries.lockedUntil

/** What to remember after one more failure. A series that is a quarter of an hour old, or has been paid for, is forgotten. */
export function afterFailure(before: Tries | undefined, most: number, now: Date): Tries {
  const old = !before || before.failures === 0 || before.lockedUntil !== null || now.getTime() - before.firstAt.getTime() >= shutFor
  const failures = old ? 1 : before.failures + 1
  return { failures, firstAt: old ? now : before.firstAt, lockedUntil: failures >= most ? new Date(now.getTime() + shutFor) : null }
}

/** One household or office: an IPv6 customer owns a whole /64, an IPv4 customer one address. */
export function neighbourhoodOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('%')[0]!.split('::')
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const all = tail === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return `${all.slice(0, 4).map((part) => part.replace(/^0+(?=.)/, '').toLowerCase()).join(':')}::/64`
}
