import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { IntroduceDialog, type Pair } from './introduce-dialog.tsx'
import type { IntroductionState } from './introductions/queries.ts'
import { useNeedsFor, useProposals, type AnswerProposal, type NeedProposal } from './queries.ts'
import { Matched, Reasons } from './reasons.tsx'
import css from './technology.module.css'

type Verdict = { nothingFits: boolean; fit: number; threshold: number; compared: number; lexicon: string }

/** Answers the matcher proposes for a need, with what matched marked; or plainly that nothing fits, and what to do. */
export function AnswerProposals({ needId }: { needId: string }) {
  const { t } = useTranslation('technology')
  const [pair, setPair] = useState<Pair | null>(null)
  const proposals = useProposals(needId)
  return (
    <Sheet title={t('proposals.title')}>
      <Loaded query={proposals} rows={4}>
        {(data) => (
          <>
            <Head verdict={data} lead={t('proposals.lead', { count: data.compared })} nothing={t('proposals.nothing')} next={t('proposals.nothingNext')} near={data.rows.length > 0} />
            <ul className={css.list}>
              {data.rows.map((row) => (
                <Row key={row.id} row={row} href={`/${row.kind === 'achievement' ? 'achievements' : 'teams'}/${row.id}`} side="answer" note={<AnswerNote row={row} />} onIntroduce={() => setPair({ title: row.title, needId, firms: row.firms, ...(row.kind === 'achievement' ? { achievementId: row.id } : { teamId: row.id }) })} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
      {pair && <IntroduceDialog pair={pair} onClose={() => setPair(null)} />}
    </Sheet>
  )
}

/** The reverse, on the page of an achievement or of a team. */
export function NeedProposals({ of }: { of: { achievementId: string } | { teamId: string } }) {
  const { t } = useTranslation('technology')
  const [pair, setPair] = useState<Pair | null>(null)
  const proposals = useNeedsFor(of)
  return (
    <Sheet title={t('record.needs')}>
      <Loaded query={proposals} rows={4}>
        {(data) => (
          <>
            <Head verdict={data} lead={t('proposals.leadNeeds', { count: data.compared })} nothing={t('proposals.nothingNeeds')} next={t('proposals.nothingNeedsNext')} near={data.rows.length > 0} />
            <ul className={css.list}>
              {data.rows.map((row) => (
                <Row key={row.id} row={row} href={`/problems/${row.id}`} side="answer" note={row.organisationName} onIntroduce={() => setPair({ title: row.title, needId: row.id, firms: row.firms, ...of })} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
      {pair && <IntroduceDialog pair={pair} onClose={() => setPair(null)} />}
    </Sheet>
  )
}

function Head({ verdict, lead, nothing, next, near }: { verdict: Verdict; lead: string; nothing: string; next: string; near: boolean }) {
  const { t } = useTranslation('technology')
  const { number } = useFormat()
  if (verdict.compared === 0) return <p className="dim">{t('proposals.none')}</p>
  return (
    <>
      {verdict.nothingFits && (
        <div className={css.nothing} role="status">
          <b>{nothing}</b>
          <p>{t('proposals.nothingWhy', { fit: number(verdict.fit, 2), threshold: number(verdict.threshold, 2) })}</p>
          <p>{next}</p>
        </div>
      )}
      <p className="small mut">
        {verdict.nothingFits && near ? t('proposals.nearest') : lead}　{t('proposals.lexicon', { version: verdict.lexicon.split(' ')[0]! })}
      </p>
    </>
  )
}

function AnswerNote({ row }: { row: AnswerProposal }) {
  const { t } = useTranslation(['technology', 'introductions'])
  const { aside } = useFormat()
  return (
    <>
      {t(`introductions:answerKinds.${row.kind}`)}　{row.organisationName}
      {row.level !== null && row.level > 0 && `　${t('technology:levelWords.value', { level: row.level })}${aside(t(row.levelConfirmed ? 'technology:levelWords.confirmed' : 'technology:levelWords.self'))}`}
    </>
  )
}

type RowProps = { row: AnswerProposal | NeedProposal; href: string; side: 'need' | 'answer'; note: ReactNode; onIntroduce: () => void }

function Row({ row, href, side, note, onIntroduce }: RowProps) {
  const { t } = useTranslation(['technology', 'introductions'])
  const { number } = useFormat()
  const title = <Matched text={row.title} field="title" side={side} reasons={row.reasons} />
  return (
    <li>
      <p className={css.top}>
        <Link href={href}>{title}</Link>
        <span className="small mut nw">{t('technology:proposals.match', { fit: number(row.fit, 2) })}</span>
      </p>
      <p className="small mut">{note}</p>
      <p className={css.compared}>
        <Matched text={row.text} field="description" side={side} reasons={row.reasons} />
      </p>
      <Reasons reasons={row.reasons} />
      <div className={css.acts}>
        {row.introduced ? (
          <>
            <span className="small mut">{t('technology:proposals.introduced', { state: t(`introductions:states.${row.introduced.state as IntroductionState}`) })}</span>
            <Link href={`/introductions/${row.introduced.id}`}>{t('technology:proposals.see')}</Link>
          </>
        ) : (
          row.can.introduce && <Button onClick={onIntroduce}>{t('technology:proposals.introduce')}</Button>
        )}
      </div>
    </li>
  )
}
