import { listRounds } from '@silian/server/contract/placements'
import { listNeeds } from '@silian/server/contract/needs'
import { listOrganisations } from '@silian/server/contract/members/organisations'
import { listStudents } from '@silian/server/contract/talent/students'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { call } from '../../kernel/api.ts'
import { useSession } from '../../kernel/session.ts'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import css from './search.module.css'

type Hit = { href: string; name: string; note: string | null }
type Group = { key: 'organisations' | 'needs' | 'students' | 'rounds'; total: number; hits: Hit[]; all: string }

const few = 6

/** The box at the top: the lists one may see anyway, asked together. */
export default function SearchPage() {
  const { t } = useTranslation('search')
  const [search] = useSearchParams()
  const role = useSession()?.seat?.role
  const text = (search.get('q') ?? '').trim()
  const seesStudents = role === 'secretariat' || role === 'school_contact' || role === 'teacher'
  const query = useQuery({ queryKey: ['search', text, seesStudents], queryFn: ({ signal }) => find(text, seesStudents, signal), enabled: text !== '' })
  return (
    <Page title={text ? t('title', { text }) : t('titleEmpty')} lead={t('lead')} narrow>
      {text === '' ? (
        <Empty>{t('ask')}</Empty>
      ) : (
        <Loaded query={query} empty={(groups) => groups.length === 0 && <Empty>{t('none', { text })}</Empty>}>
          {(groups) => (
            <Stack>
              {groups.map(({ key, total, hits, all }) => (
                <Sheet key={key} title={t(key)} aside={<Link href={all}>{t('all', { count: total })}</Link>} flush>
                  <ul className={css.hits}>
                    {hits.map((hit) => (
                      <li key={hit.href}>
                        <Link href={hit.href}>{hit.name}</Link>
                        {hit.note && <small>{hit.note}</small>}
                      </li>
                    ))}
                  </ul>
                </Sheet>
              ))}
            </Stack>
          )}
        </Loaded>
      )}
    </Page>
  )
}

async function find(text: string, seesStudents: boolean, signal: AbortSignal): Promise<Group[]> {
  const page = { page: 1, size: few }
  const q = encodeURIComponent(text)
  const [organisations, needs, students, rounds] = await Promise.all([
    call(listOrganisations, { query: { ...page, text }, signal }),
    call(listNeeds, { query: { ...page, q: text }, signal }),
    seesStudents ? call(listStudents, { query: { ...page, q: text }, signal }) : { rows: [], total: 0 },
    call(listRounds, { query: { page: 1, size: 100 }, signal }),
  ])
  const inRounds = rounds.rows.filter((row) => `${row.title} ${row.titleEn ?? ''} ${row.number}`.toLowerCase().includes(text.toLowerCase()))
  const groups: Group[] = [
    { key: 'organisations', total: organisations.total, all: `/members?text=${q}`, hits: organisations.rows.map((row) => ({ href: `/organisations/${row.id}`, name: row.name, note: row.town })) },
    { key: 'needs', total: needs.total, all: `/needs?q=${q}`, hits: needs.rows.map((row) => ({ href: `/needs/${row.id}`, name: row.title, note: row.organisationName })) },
    { key: 'students', total: students.total, all: `/students?q=${q}`, hits: students.rows.map((row) => ({ href: `/students/${row.id}`, name: row.name, note: `${row.schoolName} · ${row.cohortName}` })) },
    { key: 'rounds', total: inRounds.length, all: '/rounds', hits: inRounds.slice(0, few).map((row) => ({ href: `/rounds/${row.id}`, name: row.title, note: row.number })) },
  ]
  return groups.filter(({ total }) => total > 0)
}
