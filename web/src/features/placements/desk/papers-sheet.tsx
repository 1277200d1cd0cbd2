import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { Loaded } from '../../../ui/loaded.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import css from './desk.module.css'
import { usePapers } from './queries.ts'

const moods = { draft: 'open', signing: 'waits', concluded: 'done' } as const

/** Consent and agreements: who has signed, and who is still to sign. */
export function PapersSheet({ placementId }: { placementId: string }) {
  const { t, i18n } = useTranslation(['placements', 'agreements'])
  const { day } = useFormat()
  const papers = usePapers(placementId)
  return (
    <Sheet title={t('record.papers')}>
      <Loaded query={papers} rows={2} empty={({ rows }) => rows.length === 0 && <p className="mut">{t('record.noPapers')}</p>}>
        {({ rows }) => (
          <ul className={css.rows}>
            {rows.map((paper) => (
              <li key={paper.id}>
                <div className={css.rowHead}>
                  <Link href={`/agreements/${paper.id}`}>
                    <b>{i18n.exists(`placements:paperKinds.${paper.kind}`) ? t(`paperKinds.${paper.kind as 'consent'}`) : paper.kind}</b> {paper.number}
                  </Link>
                  <StateMark mood={moods[paper.state]}>{t(`agreements:states.${paper.state}`)}</StateMark>
                </div>
                <small>{paper.parties.map(({ name, signedOn }) => `${name}　${signedOn ? t('record.signedOn', { day: day(signedOn) }) : t('record.unsigned')}`).join('；')}</small>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Sheet>
  )
}
