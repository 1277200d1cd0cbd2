import { dayOf } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../kernel/db.ts'
import type { HomeView, MemberCount } from '../contract.ts'
import { viewNotices } from '../notices/service.ts'
import { newestPosts } from '../posts/service.ts'
import { newestProblems } from '../problems/service.ts'
import { said, type Alliance, type Visit } from '../service.ts'
import { countAround, countMembers, countPosts } from './tables.ts'

export async function viewHome(tx: Tx, { locale, now }: Visit, alliance: Alliance): Promise<HomeView> {
  const today = dayOf(now)
  const members = (await countMembers(tx, alliance.id)) as MemberCount[]
  const { posts, seats } = await countPosts(tx, alliance.id, today)
  const around = await countAround(tx, alliance.id)
  const { open, decided, running } = await viewNotices(tx, locale, alliance, now)
  const of = (kind: string) => members.find((row) => row.kind === kind)?.count ?? 0
  return {
    introduction: said(locale, alliance.introduction, alliance.introductionEn),
    foundedOn: alliance.foundedOn,
    decided,
    notices: open,
    running,
    posts: { open: posts, seats, rows: await newestPosts(tx, locale, alliance, today, 3) },
    problems: await newestProblems(tx, locale, alliance, 3),
    members,
    chains: {
      schools: of('school'),
      programmes: around.programmes ?? 0,
      posts,
      seats,
      enterprises: of('enterprise'),
      spokenFor: around.spokenFor ?? 0,
      platforms: of('innovation_platform'),
    },
  }
}
