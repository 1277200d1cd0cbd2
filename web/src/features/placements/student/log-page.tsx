import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { useOnline } from '../../../kernel/online.ts'
import { useSession } from '../../../kernel/session.ts'
import { useRefusalWords, useWording } from '../../../kernel/wording.ts'
import { ApiError, type ErrorCode } from '../../../kernel/api.ts'
import { Button } from '../../../ui/button.tsx'
import { NumberField, TextArea } from '../../../ui/inputs.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { MissingPage } from '../../../ui/missing-page.tsx'
import { PhoneHeading, PhonePage } from '../../../ui/phone-page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from './during.module.css'
import { Conflict } from './log-conflict.tsx'
import { findKept, forgetLog, isKept, keepLog, useKeptLogs, useSending, type KeptLog, type Log } from './log-outbox.ts'
import { LogPhotos } from './log-photos.tsx'
import { useMyLogs, useSync, type MyLogs } from './queries.ts'
import { SavedLine } from './saved-line.tsx'

/** The log of one week: three fields and a photo. */
export default function LogPage() {
  const { week = '' } = useParams()
  const { t } = useTranslation('during')
  const query = useMyLogs()
  const kept = useKeptLogs()
  if (!query.data || !kept) {
    return (
      <PhonePage title={t('home.logs')} back="/my/internship" help="/my/help">
        <Loaded query={query}>{() => null}</Loaded>
      </PhonePage>
    )
  }
  const { placement, weeks } = query.data
  const one = weeks.find((candidate) => candidate.week === week)
  if (!placement || !one) return <MissingPage />
  return <WeekLog key={week} data={query.data} placementId={placement.id} one={one} n={weeks.length - weeks.indexOf(one)} kept={kept} />
}

type Props = { data: MyLogs; placementId: string; one: MyLogs['weeks'][number]; n: number; kept: ReadonlyMap<string, KeptLog> }
const fromLog = (log: Log | null) => ({
  did: log?.did ?? '', learnt: log?.learnt ?? '', question: log?.question ?? '', version: log?.version ?? 0,
  hours: Object.fromEntries((log?.hours ?? []).map(({ taskId, hours }) => [taskId ?? '', hours])),
  photos: (log?.photos ?? []).map((photo) => ({ ...photo, blob: null })),
})

function WeekLog({ data, placementId, one, n, kept }: Props) {
  const { t } = useTranslation('during')
  const { range, day } = useFormat()
  const toast = useToast()
  const online = useOnline()
  const accountId = useSession()?.account.id ?? ''
  const sync = useSync()
  const sending = useSending()
  const { week, lastDay, log, open } = one
  const here = findKept(kept, { accountId, placementId, week })
  const [full, setFull] = useState(false)
  const value: KeptLog = here ?? { accountId, placementId, week, ...fromLog(log), sendId: '', state: 'draft', at: 0 }
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })

  const set = (change: Partial<KeptLog>) => {
    const { why: _why, ...rest } = latest.current
    const next: KeptLog = { ...rest, ...change, sendId: '', state: rest.state === 'conflict' ? 'conflict' : 'draft', at: Date.now() }
    latest.current = next
    void keepLog(next).then((fits) => setFull(!fits))
  }
  const send = async (change: Partial<KeptLog> = {}) => {
    const { theirs: _theirs, why: _why, ...rest } = latest.current
    await keepLog({ ...rest, ...change, sendId: crypto.randomUUID(), state: 'queued', at: Date.now() })
    await sync()
    if (!isKept(rest)) toast(t('log.done'))
  }

  const editable = open && here?.state !== 'conflict'
  const short = value.did.trim().length < 10
  const changed = here !== undefined && here.state !== 'queued'
  return (
    <PhonePage
      title={t('log.title', { n })}
      back="/my/internship"
      help="/my/help"
      footNote={<SavedLine kept={here} log={log} sending={sending} full={full} />}
      foot={
        editable ? (
          <Button kind="primary" size="big" busy={here?.state === 'queued' && sending} because={short ? t('log.tooShort') : (!changed && (log !== null || here?.state === 'queued') && ' ') || null} onClick={() => void send()}>
            {online ? t(log ? 'log.submitAgain' : 'log.submit') : t('log.offlineSubmit')}
          </Button>
        ) : (
          <span />
        )
      }
    >
      <div className={css.form}>
        <p className={css.by}>{range(week, lastDay)}</p>
        {log?.readAt && (
          <section className={css.card}>
            <h2>{t('log.comment')}</h2>
            <p className={css.answer}>{log.comment ?? t('log.noComment')}</p>
            <p className={css.by}>{t('log.readBy', { name: log.readByName ?? '', day: day(log.readAt) })}</p>
          </section>
        )}
        {here?.state === 'conflict' && here.theirs && <Conflict mine={here} theirs={here.theirs} onTheirs={() => void forgetLog(here)} onMine={() => void send({ version: here.theirs!.version })} />}
        {here?.state === 'refused' && here.why && <NotTaken {...here.why} />}
        {editable ? (
          <>
            <TextArea label={t('log.did')} hint={t('log.didHint')} value={value.did} rows={6} most={3000} onChange={(did) => set({ did })} />
            <TextArea label={t('log.learnt')} optional value={value.learnt} rows={3} most={2000} onChange={(learnt) => set({ learnt })} />
            <TextArea label={t('log.question')} hint={t('log.questionHint')} optional value={value.question} rows={3} most={1000} onChange={(question) => set({ question })} />
            <LogPhotos photos={value.photos} most={data.most.photos} onChange={(change) => set({ photos: change(latest.current.photos) })} />
            <Hours tasks={data.tasks} hours={value.hours} onChange={(hours) => set({ hours })} />
            {here && log && (
              <Button size="big" kind="text" onClick={() => void forgetLog(here)}>
                {t('log.throwAway')}
              </Button>
            )}
          </>
        ) : (
          here?.state !== 'conflict' && log && <Written log={log} />
        )}
      </div>
    </PhonePage>
  )
}

function Hours({ tasks, hours, onChange }: { tasks: MyLogs['tasks']; hours: Record<string, number>; onChange: (hours: Record<string, number>) => void }) {
  const { t } = useTranslation('during')
  return (
    <details className={css.hours} open={Object.keys(hours).length > 0}>
      <summary>{t('log.hours')}</summary>
      <p className={css.by}>{t('log.hoursHint')}</p>
      <div className={css.form}>
        {[...tasks.map(({ id, title }) => [id, title] as const), ['', t('log.otherHours')] as const].map(([id, title]) => (
          <NumberField
            key={id}
            label={title}
            digits={1}
            value={hours[id] ?? null}
            onChange={(value) => {
              const { [id]: _old, ...rest } = hours
              onChange(value === null || value <= 0 ? rest : { ...rest, [id]: Math.min(80, value) })
            }}
          />
        ))}
      </div>
    </details>
  )
}

function Written({ log }: { log: Log }) {
  const { t } = useTranslation('during')
  return (
    <>
      {(['did', 'learnt', 'question'] as const).map(
        (part) =>
          log[part] && (
            <section key={part} className={css.card}>
              <h2>{t(`log.${part}`)}</h2>
              <p className={css.text}>{log[part]}</p>
            </section>
          ),
      )}
      {log.photos.length > 0 && (
        <>
          <PhoneHeading>{t('log.photos')}</PhoneHeading>
          <LogPhotos photos={log.photos.map((photo) => ({ ...photo, blob: null }))} most={0} />
        </>
      )}
    </>
  )
}

/** Why the server would not take it; kept on this phone since. */
function NotTaken({ code, details }: NonNullable<KeptLog['why']>) {
  const { t } = useTranslation('during')
  const say = useWording()
  if (!useRefusalWords()) return null
  return <p className={css.bad}>{t('log.refused', { why: say(new ApiError(code as ErrorCode, details)) })}</p>
}
