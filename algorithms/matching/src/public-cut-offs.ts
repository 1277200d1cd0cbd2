import type { CutOff, Result } from './model.ts'

/** Cut-offs fit for publishing: a post with fewer seats than the policy's floor shows no score and no lottery number. */
export function publicCutOffs({ cutOffs, round }: Pick<Result, 'cutOffs' | 'round'>): CutOff[] {
  const total = new Map<string, number>()
  for (const { post, seats } of cutOffs) total.set(post, (total.get(post) ?? 0) + seats)
  const floor = round.policy.minSeatsToPublishCutoff
  return cutOffs.map((one) => (total.get(one.post)! < floor || one.filled < floor ? { ...one, lastAdmitted: null } : one))
}
