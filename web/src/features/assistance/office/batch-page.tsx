import { exportBatch } from '@silian/server/contract/assistance/batches'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { download } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useNow } from '../../../kernel/now.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { ChainLine, NextBar, stepsOf } from '../../../ui/chain-line.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../../ui/page.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { StateMark, type Mood } from '../../../ui/state-mark.tsx'
import { ExportButton } from '../../services/export-button.tsx'
import css from '../assistance.module.css'
import { chinaDay } from '../days.ts'
import { AskDialog, CancelDialog, FilingDialog, WithdrawDialog } from './batch-dialogs.tsx'
import { AnswerDrawer } from './answer-drawer.tsx'
import { FillDrawer } from './fill-drawer.tsx'
import { History } from './history.tsx'
import { PeopleSheet } from './people-sheet.tsx'
import { SeatDrawer } from './seat-drawer.tsx'
import { seatMoods } from './moods.ts'
import { useBatch, useBatchHistory, type Batch, type Seat } from './queries.ts'

const line = ['planning', 'asked', 'agreed', 'running', 'finished'] as const

/** One batch: its lines, its students with what each lacks; a firm sees and answers its own lines. */
export default function BatchPage() {
  const { batchId = '' } = useParams()
  const batch = useBatch(batchId)
  return <Loaded query={batch}>{(one) => <Record batch={one} />}</Loaded>
}

const phone = (number: string | null) => number?.replace(/^\+86/, '') ?? ''

export type Deed = { what: 'ask' | 'cancel' | 'file' | 'add' } | { what: 'answer' | 'fill' | 'withdraw' | 'change'; seat: Seat }

function Record({ batch }: { batch: Batch }) {
  const { t } = useTranslation('assistanceOffice')
  const [deed, setDeed] = useState<Deed | null>(null)
  const close = () => setDeed(null)
  const { can, side } = batch
  const unfiled = batch.people.filter(({ filing, steps }) => !filing && steps.length > 0)
  return (
    <Page
      title={batch.title}
      crumbs={[{ label: t('title'), href: '/assistance' }, { label: t('batches.title'), href: '/assistance?tab=batches' }, { label: batch.number }]}
      lead={[batch.schoolName, batch.demo && t('record.demo')].filter(Boolean).join(' · ')}
      actions={
        can.edit && (
          <LinkButton icon="edit" href={`/assistance/batches/${batch.id}/edit`}>
            {t('record.edit')}
          </LinkButton>
        )
      }
    >
      <Stack>
        <Line batch={batch} />
        <div className={css.acts}>
          {can.ask && (
            <Button kind="primary" because={!batch.seats.some(({ state }) => state === 'planned') && t('decide.askNone')} onClick={() => setDeed({ what: 'ask' })}>
              {t('actions.ask')}
            </Button>
          )}
          {can.file && unfiled.length > 0 && <Button kind="primary" onClick={() => setDeed({ what: 'file' })}>{t('actions.file')}</Button>}
          {can.check && <LinkButton icon="phone" href="/my/care">{t('phone')}</LinkButton>}
          {can.cancel && <Button kind="risk" onClick={() => setDeed({ what: 'cancel' })}>{t('actions.cancel')}</Button>}
        </div>
      </Stack>
      <TwoColumns aside={<Aside batch={batch} onFile={can.file && unfiled.length > 0 ? () => setDeed({ what: 'file' }) : null} />}>
        <Sheet title={t('record.lines')} aside={can.addSeat && <Button kind="text" size="cell" icon="plus" onClick={() => setDeed({ what: 'add' })}>{t('record.addLine')}</Button>}>
          {batch.seats.length === 0 && <p className="dim">{t('record.noLines')}</p>}
          <ul className={css.rows}>
            {batch.seats.map((seat) => (
              <SeatRow key={seat.id} seat={seat} onDeed={setDeed} />
            ))}
          </ul>
        </Sheet>
        {['agreed', 'running', 'finished'].includes(batch.state) || batch.people.length > 0 || batch.seats.some(({ state }) => state === 'confirmed') ? <PeopleSheet batch={batch} mayFile={can.file} onFile={() => setDeed({ what: 'file' })} tools={side !== 'escort' && batch.people.length > 0 && <ExportButton label={t('record.export')} bring={() => download(exportBatch, { params: { batchId: batch.id } })} />} /> : null}
      </TwoColumns>
      {deed?.what === 'ask' && <AskDialog batch={batch} onClose={close} />}
      {deed?.what === 'cancel' && <CancelDialog batch={batch} onClose={close} />}
      {deed?.what === 'file' && <FilingDialog batch={batch} count={unfiled.length} onClose={close} />}
      {deed?.what === 'add' && <SeatDrawer batch={batch} seat={null} onClose={close} />}
      {deed?.what === 'change' && <SeatDrawer batch={batch} seat={deed.seat} onClose={close} />}
      {deed?.what === 'withdraw' && <WithdrawDialog seat={deed.seat} onClose={close} />}
      {deed?.what === 'answer' && <AnswerDrawer batch={batch} seat={deed.seat} onClose={close} />}
      {deed?.what === 'fill' && <FillDrawer seat={deed.seat} onClose={close} />}
    </Page>
  )
}

function Line({ batch }: { batch: Batch }) {
  const { t } = useTranslation('assistanceOffice')
  const { day, deadline } = useFormat()
  const today = chinaDay(useNow())
  const { state, moments, seats } = batch
  const at: Partial<Record<Batch['state'], string | null>> = { planning: moments.createdAt, asked: moments.askedAt, agreed: moments.agreedAt, running: moments.startedAt, finished: moments.finishedAt }
  const waiting = seats.filter((seat) => seat.state === 'asked')
  const due = waiting.map(({ answerDueAt }) => answerDueAt).filter((one) => one !== null).toSorted()[0]
  const mine = waiting.some(({ can }) => can.answer)
  const reached = moments.agreedAt ? 'agreed' : moments.askedAt ? 'asked' : 'planning'
  const next =
    state === 'planning' ? t(seats.length > 0 ? 'next.planning' : 'next.planningEmpty')
    : mine ? t('next.answer', { due: due ? deadline(due) : '' })
    : state === 'asked' && waiting.length > 0 ? t('next.asked', { count: waiting.length, due: due ? deadline(due) : '' })
    : state === 'agreed' ? t('next.agreed', { confirmed: batch.confirmed, members: batch.members, day: day(batch.startsOn) })
    : state === 'running' ? t(batch.endsOn < today ? 'next.over' : 'next.running', { day: day(batch.endsOn) })
    : state === 'asked' ? t(batch.side === 'firm' ? 'next.firmAnswered' : 'next.answered')
    : t(`next.${state}`)
  return (
    <ChainLine steps={stepsOf<Batch['state']>({ line, state, label: (one) => t(`line.${one}`), note: (one) => (at[one] ? day(at[one]) : undefined) }, reached)}>
      <NextBar>{next}</NextBar>
    </ChainLine>
  )
}

function SeatRow({ seat, onDeed }: { seat: Seat; onDeed: (deed: Deed) => void }) {
  const { t } = useTranslation('assistanceOffice')
  const { day, deadline } = useFormat()
  const { can, state } = seat
  return (
    <li>
      <p className={css.line}>
        <b>
          <Link href={`/needs/${seat.postId}`}>{`${seat.organisationName}　${seat.postTitle}`}</Link>
        </b>
        <StateMark mood={seatMoods[state]}>{t(`seatStates.${state}`)}</StateMark>
      </p>
      <p>
        {state === 'confirmed' ? t('record.seatsOf', { confirmed: seat.confirmed ?? 0, asked: seat.asked }) : t('record.askedOf', { asked: seat.asked })}
        {state === 'confirmed' && `　${t('record.membersOf', { members: seat.members })}`}
        {state === 'asked' && seat.answerDueAt && `　${t('record.dueOf', { due: deadline(seat.answerDueAt) })}`}
      </p>
      {seat.reason && <p className={css.due}>{t('record.reasonOf', { reason: seat.reason })}</p>}
      <p className={css.by}>{[seat.town, seat.note, seat.contactName && `${t('record.firmContact')} ${seat.contactName} ${phone(seat.contactPhone)}`, seat.answeredAt && t('record.answeredOn', { day: day(seat.answeredAt) })].filter(Boolean).join('　')}</p>
      {(can.answer || can.fill || can.change || can.withdraw) && (
        <div className={css.acts}>
          {can.answer && <Button kind="primary" onClick={() => onDeed({ what: 'answer', seat })}>{t('actions.answer')}</Button>}
          {can.fill && <Button kind="primary" onClick={() => onDeed({ what: 'fill', seat })}>{t('actions.fill')}</Button>}
          {can.change && <Button kind="text" onClick={() => onDeed({ what: 'change', seat })}>{t('record.changeLine')}</Button>}
          {can.withdraw && <Button kind="text" onClick={() => onDeed({ what: 'withdraw', seat })}>{t('actions.withdraw')}</Button>}
        </div>
      )}
    </li>
  )
}

const filingMoods: Readonly<Record<string, Mood>> = { preparing: 'open', sent: 'waits', filed: 'done', returned: 'refused' }

function Aside({ batch, onFile }: { batch: Batch; onFile: (() => void) | null }) {
  const { t } = useTranslation('assistanceOffice')
  const { range } = useFormat()
  const history = batch.side !== 'firm'
  return (
    <>
      <Sheet title={t('record.plan')}>
        <Facts
          facts={[
            [t('record.school'), <Link key="school" href={`/organisations/${batch.schoolId}`}>{batch.schoolName}</Link>],
            [t('record.dates'), range(batch.startsOn, batch.endsOn)],
            [t('record.escort'), [batch.escortName, phone(batch.escortPhone)].filter(Boolean).join('　')],
            [t('record.contact'), `${batch.contactName}　${phone(batch.contactPhone)}`],
            [t('record.authority'), batch.authority || null],
            [t('record.remark'), batch.remark ? <span key="remark" className={css.text}>{batch.remark}</span> : null],
            [t('record.reason'), batch.reason],
          ]}
        />
      </Sheet>
      {history && (batch.filings.length > 0 || batch.people.length > 0) && (
        <Sheet title={t('record.filings')} aside={onFile && <Button kind="text" size="cell" onClick={onFile}>{t('record.goFile')}</Button>}>
          {batch.filings.length === 0 && <p className="dim">{t('record.noFiling')}</p>}
          <ul className={css.rows}>
            {batch.filings.map((filing) => (
              <li key={filing.id}>
                <p className={css.line}>
                  <Link href={`/placement-filings/${filing.id}`}>{filing.title}</Link>
                  <StateMark mood={filingMoods[filing.state] ?? 'open'}>{t(`record.filingStates.${filing.state as 'sent'}`)}</StateMark>
                </p>
                <p className={css.by}>{[t('record.filingOf', { count: filing.members }), filing.filingNumber].filter(Boolean).join('　')}</p>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
      {history && <HistorySheet batchId={batch.id} />}
    </>
  )
}

function HistorySheet({ batchId }: { batchId: string }) {
  const { t } = useTranslation('assistanceOffice')
  const history = useBatchHistory(batchId)
  return (
    <Sheet title={t('record.history')}>
      <History query={history} />
    </Sheet>
  )
}
