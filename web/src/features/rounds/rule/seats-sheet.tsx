import { fits, type RoundRule } from '@silian/algorithms/round-rule'
import type { RulesView } from '@silian/server/contract/rounds/rule'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { UpDownList } from '../../../ui/up-down-list.tsx'
import type { FaultsAt } from './fault-text.ts'
import { PostTable } from './post-table.tsx'
import css from './rule.module.css'
import { ofPost, type Change, type RulesForm } from './rules-form.ts'
import { useTagName } from './tag-name.ts'

type Props = { view: RulesView; form: RulesForm; faultsAt: FaultsAt; onChange: Change }

/** What is set for single posts: whom seats are kept for, from how many a post runs, how many one school may send. */
export function SeatsSheet({ view, form, faultsAt, onChange }: Props) {
  const { t } = useTranslation('matching')
  const { rule, tags } = form
  const setRule = (change: Partial<RoundRule>) => onChange({ rule: { ...rule, ...change } })
  const reserves = fits(rule.mechanism, 'reserves') && tags.length > 0
  const inUse = tags.filter((tag) => view.posts.some((post) => (ofPost(form, post).reserves[tag] ?? 0) > 0))
  return (
    <Sheet title={t('posts.title')}>
      {reserves && (
        <RadioGroup<RoundRule['reserveMode']>
          label={t('reserve.title')}
          value={rule.reserveMode}
          hint={t('reserve.order')}
          onChange={(reserveMode) => setRule({ reserveMode })}
          options={(['guarantee', 'additional', 'set-aside'] as const).map((value) => ({ value, label: t(`reserve.names.${value}`), note: t(`reserve.notes.${value}`) }))}
        >
          {inUse.length > 1 && <TagOrder tags={tags} onChange={(changed) => onChange({ tags: changed })} />}
        </RadioGroup>
      )}
      {fits(rule.mechanism, 'reserves') && tags.length === 0 && <p className={css.note}>{t('posts.noTags')}</p>}
      <RadioGroup<RoundRule['lowerQuota']>
        label={t('lower.title')}
        value={rule.lowerQuota}
        onChange={(lowerQuota) => setRule({ lowerQuota })}
        options={(['ignore', 'close'] as const).map((value) => ({ value, label: t(`lower.names.${value}`), note: t(`lower.notes.${value}`) }))}
      />
      <div className={css.block}>
        {fits(rule.mechanism, 'schoolCaps') && (
          <p className={css.note}>
            <b>{t('posts.schoolCap')}</b> {t('cap.note')}
          </p>
        )}
        {fits(rule.mechanism, 'targets') && <p className={css.note}>{t('targetNote')}</p>}
        {view.posts.length === 0 ? (
          <p>
            {t('noPosts')} <LinkButton href={`/rounds/${view.roundId}?tab=posts`}>{t('choosePosts')}</LinkButton>
          </p>
        ) : (
          <PostTable view={view} form={form} faultsAt={faultsAt} onChange={onChange} />
        )}
      </div>
    </Sheet>
  )
}

function TagOrder({ tags, onChange }: { tags: readonly string[]; onChange: (tags: string[]) => void }) {
  const { t } = useTranslation('matching')
  const nameOf = useTagName()
  return (
    <div className={css.block}>
      <UpDownList items={tags} itemKey={(tag) => tag} name={nameOf} label={t('reserve.title')} onChange={onChange}>
        {nameOf}
      </UpDownList>
    </div>
  )
}
