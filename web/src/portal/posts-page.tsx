import type { PortalPage } from '@silian/server/contract/portal'
import { PageTop, Pager, PostTable } from './parts.tsx'
import { useReader } from './reader.tsx'

type PostsView = Extract<PortalPage, { name: 'posts' }>['view']

const pays = ['2500', '3000', '3500', '4000', '5000']

export function PostsPage({ rows, total, page, size, filter, towns, occupations }: PostsView) {
  const { t, f, href } = useReader()
  return (
    <>
      <PageTop title={t('portal:posts.title')} lead={t('portal:posts.lead')} />
      <div className="w">
        <p className="cap">
          <a href={href('/shortage')}>{t('surveys:public.link')}</a>
        </p>
        <form className="query wide-query" method="get" action={href('/posts')} role="search">
          <div className="field grow">
            <label htmlFor="q">{t('portal:posts.search')}</label>
            <input id="q" name="q" type="search" defaultValue={filter.q} maxLength={50} aria-describedby="q-hint" />
            <p id="q-hint" className="hint">
              {t('portal:posts.searchHint')}
            </p>
          </div>
          <Choice name="town" label={t('portal:posts.town')} value={filter.town} options={towns.map(({ text }) => [text, text])} />
          <Choice name="occupation" label={t('portal:posts.occupation')} value={filter.occupation} options={occupations.map(({ code, name }) => [code, name.text])} />
          <Choice name="pay" label={t('portal:posts.pay')} value={filter.pay} options={pays.map((pay) => [pay, f.money(Number(pay))])} />
          <Choice
            name="lodging"
            label={t('portal:posts.lodging')}
            value={filter.lodging}
            options={[
              ['any', t('portal:posts.lodgingAny')],
              ['free', t('portal:posts.lodgingFree')],
            ]}
          />
          <button className="btn pri">{t('searchDo')}</button>
        </form>
        <p className="count" role="status">
          {t('portal:posts.count', { count: total })}
        </p>
        {rows.length > 0 ? (
          <PostTable rows={rows} />
        ) : (
          <p className="none">
            {t('portal:posts.none')} <a href={href('/posts')}>{t('query.clear')}</a>
          </p>
        )}
        <Pager total={total} page={page} size={size} path="/posts" filter={filter} />
      </div>
    </>
  )
}

type ChoiceProps = { name: string; label: string; value: string; options: readonly (readonly [string, string])[] }

function Choice({ name, label, value, options }: ChoiceProps) {
  const { t } = useReader()
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value}>
        <option value="">{t('query.any')}</option>
        {options.map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </select>
    </div>
  )
}
