import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import css from './agreements.module.css'
import { useTemplates, type TemplateView } from './queries.ts'

/** The words every kind of agreement begins with here, and those they replaced. */
export default function TemplatesPage() {
  const { t } = useTranslation('agreements')
  const templates = useTemplates()
  return (
    <Page title={t('template.title')} lead={t('template.lead')} crumbs={[{ label: t('title'), href: '/agreements' }]}>
      <Loaded query={templates}>
        {({ rows }) => (
          <Sheet>
            <ul className={css.list}>
              {rows.map((row) => (
                <li key={row.kind} className={css.row}>
                  <div>
                    <Link href={`/agreement-templates/${row.kind}`} className={css.who}>
                      {row.current.title}
                    </Link>
                    <br />
                    <span className="small mut">{t(`kinds.${row.kind}`)}</span>
                  </div>
                  <span className="small mut">
                    <VersionWords version={row.current} />
                  </span>
                  {row.can.edit && <LinkButton href={`/agreement-templates/${row.kind}/new`}>{t('template.edit')}</LinkButton>}
                </li>
              ))}
            </ul>
          </Sheet>
        )}
      </Loaded>
    </Page>
  )
}

/** Whose it is, which one, by whom and when, and how often it was used. */
export function VersionWords({ version }: { version: TemplateView['current'] }) {
  const { t } = useTranslation('agreements')
  const { day } = useFormat()
  return (
    <>
      {[t('template.version', { owner: t(`template.owners.${version.owner}`), version: version.version }), version.createdAt && version.createdBy && t('template.by', { name: version.createdBy, day: day(version.createdAt) }), version.used > 0 && t('template.used', { count: version.used })]
        .filter(Boolean)
        .join('　')}
    </>
  )
}
