import { foundKinds, type Found, type FoundKind } from '@silian/server/contract/search'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Hits } from './hits.tsx'
import { useFound, useFoundOfKind } from './queries.ts'
import { SaveSearch } from './save-dialog.tsx'
import css from './search.module.css'

const address = (q: string, kind?: FoundKind, page = 1) => `/search?${new URLSearchParams({ ...(q && { q }), ...(kind && { kind }), ...(page > 1 && { page: String(page) }) }).toString()}`

/** What is found, by kind; the address is the search. */
export default function SearchPage() {
  const { t } = useTranslation('search')
  const [search] = useSearchParams()
  const q = (search.get('q') ?? '').trim().slice(0, 60)
  const kind = foundKinds.find((one) => one === search.get('kind'))
  const page = Math.max(1, Number(search.get('page')) || 1)
  const everything = useFound(q)
  const ofKind = useFoundOfKind(q, kind, page)
  const title = q ? t('title', { text: q }) : kind ? t('titleNewest', { kind: t(`kinds.${kind}`) }) : t('titleEmpty')
  return (
    <Page title={title} lead={t('lead')} narrow actions={<SaveSearch q={q} kind={kind} />}>
      {everything.data && everything.data.groups.length > 0 && <Kinds q={q} current={kind} found={everything.data} />}
      {q === '' && !kind ? (
        <Nothing>{t('ask')}</Nothing>
      ) : (
        <Loaded query={kind ? ofKind : everything} empty={({ groups }) => groups.length === 0 && <Nothing>{t('none', { text: q })}</Nothing>}>
          {(found) => (
            <Stack>
              {found.near && <p className={css.near}>{t('near')}</p>}
              {found.groups.map((group) => (
                <Group key={group.kind} q={q} group={group} page={kind ? page : null} />
              ))}
            </Stack>
          )}
        </Loaded>
      )}
    </Page>
  )
}

/** How many of each, and only those. */
function Kinds({ q, current, found }: { q: string; current: FoundKind | undefined; found: Found }) {
  const { t } = useTranslation('search')
  const { number } = useFormat()
  return (
    <nav className={css.kinds} aria-label={t('filter')}>
      <Link href={address(q)} aria-current={current === undefined ? 'page' : undefined}>
        {t('everything')}
      </Link>
      {found.groups.map(({ kind, total, more }) => (
        <Link key={kind} href={address(q, kind)} aria-current={current === kind ? 'page' : undefined}>
          {t(`kinds.${kind}`)} <b>{number(total)}{more && '+'}</b>
        </Link>
      ))}
    </nav>
  )
}

const perPage = 20

function Group({ q, group: { kind, total, more, hits }, page }: { q: string; group: Found['groups'][number]; page: number | null }) {
  const { t } = useTranslation('search')
  const aside = page !== null || hits.length === total ? t(more ? 'totalMore' : 'total', { count: total }) : <Link href={address(q, kind)}>{t(more ? 'allMore' : 'all', { count: total })}</Link>
  const pages = Math.ceil(total / perPage)
  return (
    <Sheet title={t(`kinds.${kind}`)} aside={aside} flush>
      <Hits hits={hits} />
      {page !== null && pages > 1 && (
        <nav className={css.pages} aria-label={t('page', { n: page })}>
          {page > 1 && <Link href={address(q, kind, page - 1)}>{t('earlier')}</Link>}
          <span>{t('page', { n: page })}</span>
          {page < pages && <Link href={address(q, kind, page + 1)}>{t('later')}</Link>}
        </nav>
      )}
    </Sheet>
  )
}

/** What else one could type. */
function Nothing({ children }: { children: string }) {
  const { t } = useTranslation('search')
  return (
    <Sheet>
      <p>{children}</p>
      <p>{t('tries.title')}</p>
      <ul className={css.tries}>
        {(['fewer', 'pinyin', 'number', 'seat'] as const).map((one) => (
          <li key={one}>{t(`tries.${one}`)}</li>
        ))}
      </ul>
    </Sheet>
  )
}
