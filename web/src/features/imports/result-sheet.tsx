import { downloadMarked } from '@silian/server/contract/imports'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { urlOf } from '../../kernel/api.ts'
import { useFormat } from '../../kernel/format.ts'
import { AnchorButton, Button } from '../../ui/button.tsx'
import { Refused } from '../../ui/loaded.tsx'
import { Progress } from '../../ui/progress.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Decision, type Deed } from './decision.tsx'
import css from './imports.module.css'
import { moodOf } from './moods.ts'
import { useWrite, type ImportView } from './queries.ts'
import { Strip } from './strip.tsx'

/** Figures that add up, where the errors lie, and what can be done now. */
export function ResultSheet({ one }: { one: ImportView }) {
  const { t } = useTranslation('imports')
  return (
    <section className={css.sheet} aria-label={t('figures.unit')}>
      <Summary one={one} />
      {one.state === 'reading' || one.state === 'writing' ? <UnderWay one={one} state={one.state} /> : <Strip one={one} />}
      <Actions one={one} />
    </section>
  )
}

const looks = { ready: css.done, faulty: css.refused, duplicate: css.waits, unchanged: '', written: css.done } as const

function Summary({ one }: { one: ImportView }) {
  const { t } = useTranslation('imports')
  const { number, moment } = useFormat()
  const always = one.state === 'checked' || one.state === 'reading' ? ['ready', 'faulty', 'duplicate'] : ['written', 'faulty']
  const shown = (['written', 'ready', 'faulty', 'duplicate', 'unchanged'] as const).filter((name) => always.includes(name) || one.figures[name] > 0)
  const words = [
    t('summary', {
      when: moment(one.createdAt), name: one.byName, template: one.templateVersion === null ? t('ownSheet') : t('ofTemplate', { version: one.templateVersion }),
      total: number(one.total), seconds: number(one.checkMs / 1000, 1),
    }),
    one.forOrganisation && t('summaryFor', { school: one.forOrganisation }),
    one.figures.written === 0 && t('nothingWritten'),
  ]
  return (
    <div className={css.sum}>
      <dl>
        {shown.map((name) => (
          <div key={name}>
            <dt>{t(`figures.${name}`)}</dt>
            <dd className={looks[name]}>
              {number(one.figures[name])}
              <small>{t('figures.unit')}</small>
            </dd>
          </div>
        ))}
      </dl>
      <div className={css.words}>
        <StateMark mood={moodOf[one.state]}>{t(`states.${one.state}`)}</StateMark>
        <p>{words.filter(Boolean).join('')}</p>
        {one.earlier && (
          <p>
            <Link href={`/imports/${one.earlier.id}`}>{t('earlier', { when: moment(one.earlier.createdAt), number: one.earlier.number })}</Link>
          </p>
        )}
        {one.unknownColumns.length > 0 && <p>{t('unknownColumns', { columns: one.unknownColumns.join('、') })}</p>}
      </div>
    </div>
  )
}

function UnderWay({ one, state }: { one: ImportView; state: 'reading' | 'writing' }) {
  const { t } = useTranslation('imports')
  const { number } = useFormat()
  const { done, total } = one.progress
  const text = t(`progress.${state}`, { done: number(done), total: number(total) })
  return (
    <div className={css.band}>
      <Progress label={text} share={total === 0 ? 0 : done / total} text={text} />
      <p className="small dim">{t('progressHint')}</p>
    </div>
  )
}

function Actions({ one }: { one: ImportView }) {
  const { t } = useTranslation('imports')
  const { number, moment } = useFormat()
  const [deed, setDeed] = useState<Deed | null>(null)
  const write = useWrite(one.id)
  const { ready, faulty, duplicate } = one.figures
  return (
    <>
      <div className={css.go}>
        {one.can.write && (
          <Button kind="primary" busy={write.isPending} onClick={() => write.mutate(undefined)}>
            {t('write', { count: ready, shown: number(ready) })}
          </Button>
        )}
        {faulty + duplicate > 0 && (
          <AnchorButton icon="download" href={urlOf(downloadMarked, { params: { importId: one.id } })} download>
            {t('marked')}
          </AnchorButton>
        )}
        {one.can.confirm && <Button onClick={() => setDeed('confirm')}>{t('confirm', { count: duplicate, shown: number(duplicate) })}</Button>}
        {one.can.undo && (
          <>
            <Button onClick={() => setDeed('undo')}>{t('undo')}</Button>
            {one.undoUntil && <span className="small dim">{t('undoUntil', { until: moment(one.undoUntil) })}</span>}
          </>
        )}
        {one.can.cancel && (
          <Button kind="text" className={css.last} onClick={() => setDeed('cancel')}>
            {t(one.state === 'checked' ? 'cancel' : 'stop')}
          </Button>
        )}
      </div>
      {write.error && <Refused error={write.error} />}
      {deed && <Decision deed={deed} one={one} onClose={() => setDeed(null)} />}
    </>
  )
}
