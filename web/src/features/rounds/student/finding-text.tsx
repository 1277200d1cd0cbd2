import type { PostCard } from '@silian/server/contract/rounds/wishes'
import { useTranslation } from 'react-i18next'
import css from './student.module.css'

type Finding = PostCard['findings'][number]

/** What a rule says of me at this post, and where it stands; a text we have not read ourselves says so. */
export function FindingText({ finding }: { finding: Finding }) {
  const { t } = useTranslation(['student', 'rules'])
  const say = t as unknown as (key: string, params: Record<string, unknown>) => string
  return (
    <>
      {say(`rules:findings.${finding.key}`, finding.params)}{' '}
      {finding.sourceStatus === 'K' || finding.article === null ? <span className={css.unread}>{t('wishes.unread')}</span> : <span>{t('wishes.source', { article: finding.article })}</span>}
    </>
  )
}
