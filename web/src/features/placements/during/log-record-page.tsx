import { downloadFile } from '@silian/server/contract/files'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { urlOf } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../../ui/page.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from './desk.module.css'
import { FindingList } from './finding-list.tsx'
import { MarkedText } from './marked-text.tsx'
import { useLog, useReadLog, type LogRecord, type Twin } from './queries.ts'

/** One log as the teacher reads it: the text, what the student asks, and beside it those it reads like. */
export default function LogRecordPage() {
  const { logId = '' } = useParams()
  const log = useLog(logId)
  return <Loaded query={log}>{(one) => <Record key={one.id} log={one} />}</Loaded>
}

function Record({ log }: { log: LogRecord }) {
  const { t } = useTranslation('during')
  const { range, stamp } = useFormat()
  const lastDay = new Date(Date.parse(`${log.week}T00:00:00Z`) + 6 * 86_400_000).toISOString().slice(0, 10)
  const titleOf = (taskId: string | null) => log.tasks.find(({ id }) => id === taskId)?.title ?? t('record.other')
  return (
    <Page title={t('record.of', { name: log.studentName })} crumbs={[{ label: t('record.back'), href: '/placement-logs' }, { label: range(log.week, lastDay) }, { label: log.cohortName }]}>
      <TwoColumns
        aside={
          <Stack>
            {log.can.read && <Reading log={log} />}
            <Sheet title={t('record.placement')}>
              <div className={css.group}>
                <Facts
                  facts={[
                    [t('record.unit'), log.unitName],
                    [t('record.title'), log.title],
                    [t('record.sent'), stamp(log.sentAt)],
                    [t('record.hours'), log.hours.length > 0 && <span key="hours">{log.hours.map(({ taskId, hours }) => t('record.hoursOf', { task: titleOf(taskId), hours })).join('；')}</span>],
                  ]}
                />
                {log.findings.length > 0 && <FindingList findings={log.findings} group="during" />}
                <div className={css.deeds}>
                  {log.previousId && <LinkButton href={`/placement-logs/${log.previousId}`}>{t('record.previous')}</LinkButton>}
                  {log.nextId && <LinkButton href={`/placement-logs/${log.nextId}`}>{t('record.next')}</LinkButton>}
                  <LinkButton href={`/placements/${log.placementId}/during`}>{t('record.placement')}</LinkButton>
                </div>
              </div>
            </Sheet>
          </Stack>
        }
      >
        <Sheet title={t('log.did')}>
          <p className={css.text}>{log.did}</p>
          {log.photos.length > 0 && (
            <div className={css.photos}>
              {log.photos.map(({ id, fileId }, at) => (
                <a key={id} href={urlOf(downloadFile, { params: { fileId }, query: { inline: 'true' } })} target="_blank" rel="noreferrer">
                  <img src={urlOf(downloadFile, { params: { fileId }, query: { inline: 'true' } })} alt={t('log.photo', { n: at + 1 })} />
                </a>
              ))}
            </div>
          )}
        </Sheet>
        {log.learnt && (
          <Sheet title={t('log.learnt')}>
            <p className={css.text}>{log.learnt}</p>
          </Sheet>
        )}
        {log.question && (
          <Sheet title={t('record.question')}>
            <p className={`${css.text} ${css.asks}`}>{log.question}</p>
          </Sheet>
        )}
        {log.twins.length > 0 && (
          <Sheet title={t('record.twins')}>
            <p className="small mut">{t('record.twinsNote')}</p>
            {log.twins.map((twin) => (
              <TwinPair key={twin.logId} log={log} twin={twin} />
            ))}
          </Sheet>
        )}
      </TwoColumns>
    </Page>
  )
}

function TwinPair({ log, twin }: { log: LogRecord; twin: Twin }) {
  const { t } = useTranslation('during')
  const { day, stamp } = useFormat()
  const who = twin.sameStudent ? t('record.twinSelf') : t('record.twinOther', { name: twin.studentName, cohort: twin.cohortName })
  return (
    <article className={css.twin}>
      <header>
        <b>{who}</b>
        <span>{t('record.percent', { percent: Math.round(100 * twin.similarity) })}</span>
        <Link href={`/placement-logs/${twin.logId}`}>{t('record.open')}</Link>
      </header>
      <div className={css.pair}>
        <div>
          <h3>
            {t('record.here')}　{day(log.week)}　{t(twin.earlier ? 'record.twinLater' : 'record.twinEarlier')}　{stamp(log.sentAt)}
          </h3>
          <MarkedText text={log.text} spans={twin.here} />
        </div>
        <div>
          <h3>
            {who}　{day(twin.week)}　{t(twin.earlier ? 'record.twinEarlier' : 'record.twinLater')}　{stamp(twin.sentAt)}
          </h3>
          <MarkedText text={twin.text} spans={twin.there} />
        </div>
      </div>
    </article>
  )
}

function Reading({ log }: { log: LogRecord }) {
  const { t } = useTranslation('during')
  const { stamp } = useFormat()
  const toast = useToast()
  const read = useReadLog()
  const [comment, setComment] = useState(log.comment ?? '')
  return (
    <Sheet title={t('record.comment')}>
      <div className={css.group}>
        {log.readAt && <p className="small mut">{t('record.readLine', { name: log.readByName ?? '—', when: stamp(log.readAt) })}</p>}
        <TextArea label={t('record.comment')} hint={t('record.commentHint')} optional value={comment} rows={4} most={1000} onChange={setComment} />
        {read.isError && <Refused error={read.error} />}
        <div className={css.deeds}>
          <Button size="form" kind="primary" busy={read.isPending} onClick={() => read.mutate({ id: log.id, comment, version: log.version }, { onSuccess: () => toast(t('record.done')) })}>
            {t(log.readAt ? 'record.saveComment' : log.question ? 'record.answer' : 'record.markRead')}
          </Button>
        </div>
      </div>
    </Sheet>
  )
}
