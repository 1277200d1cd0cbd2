import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Loaded } from '../../ui/loaded.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import css from './lexicon.module.css'
import { usePreview } from './queries.ts'

type Side = { nothingFits: boolean; answers: readonly { id: string; title: string }[] }

/** Which needs would get other answers, side by side, before anybody decides. */
export function Preview({ number }: { number: number }) {
  const { t } = useTranslation('lexicon')
  const preview = usePreview(number)
  return (
    <Sheet title={t('preview.title')}>
      <p>{t('preview.lead')}</p>
      <Loaded query={preview}>
        {({ total, rows }) => (
          <>
            <p>{rows.length === 0 ? t('preview.none') : t('preview.count', { total, changed: rows.length })}</p>
            <ul className={css.changes}>
              {rows.map((row) => (
                <li key={row.needId}>
                  <h3>
                    <Link href={`/problems/${row.needId}`}>
                      {row.number} {row.title}
                    </Link>
                  </h3>
                  <div className={css.sides}>
                    <Answers label={t('preview.before')} side={row.before} />
                    <Answers label={t('preview.after')} side={row.after} />
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Sheet>
  )
}

function Answers({ label, side }: { label: string; side: Side }) {
  const { t } = useTranslation('lexicon')
  return (
    <div>
      <p>{label}</p>
      {side.nothingFits ? (
        <p>{t('preview.nothing')}</p>
      ) : (
        <ol>
          {side.answers.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ol>
      )}
    </div>
  )
}
