import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { useWording } from '../../../kernel/wording.ts'
import { AnchorButton, Button, LinkButton } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/choices.tsx'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { PhoneHeading, PhonePage } from '../../../ui/phone-page.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../phone.module.css'
import { shiftDay } from '../days.ts'
import { levelMoods } from '../moods.ts'
import { useCare, useWriteFine, type Care, type CareRow } from '../queries.ts'

/** The escort's week: whom to ask still, and whoever was asked. */
export default function CarePage() {
  const { t } = useTranslation('assistance')
  const [search] = useSearchParams()
  const care = useCare(search.get('week') ?? undefined)
  if (care.data) return <Week key={care.data.weekOn} care={care.data} />
  return (
    <PhonePage title={t('care.title')} back="/inbox">
      <Loaded query={care}>{() => null}</Loaded>
    </PhonePage>
  )
}

function Week({ care }: { care: Care }) {
  const { t } = useTranslation('assistance')
  const { range, day } = useFormat()
  const toast = useToast()
  const say = useWording()
  const write = useWriteFine()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { weekOn, rows } = care
  const open = rows.filter(({ check }) => !check)
  const asked = rows.filter(({ check }) => check)
  const ticked = open.filter(({ placementId }) => chosen.includes(placementId)).map(({ placementId }) => placementId)
  const onFine = () =>
    write.mutate({ weekOn, placementIds: ticked }, {
      onSuccess: ({ made }) => {
        setChosen([])
        toast(t('care.done', { count: made }))
      },
    })
  return (
    <PhonePage
      title={t('care.title')}
      back="/inbox"
      due={rows.length > 0 ? { title: open.length > 0 ? t('care.left', { count: open.length }) : t('care.all'), note: open.length > 0 ? t('care.due', { day: day(care.dueOn) }) : undefined } : undefined}
      footNote={write.isError ? say(write.error) : undefined}
      foot={
        open.length > 0 && (
          <Button kind="primary" size="big" busy={write.isPending} because={ticked.length === 0 && t('care.choose')} onClick={onFine}>
            {ticked.length === 0 ? t('levels.fine') : t('care.allFine', { count: ticked.length })}
          </Button>
        )
      }
    >
      <Weeks care={care} />
      <p className={css.lead}>{t('care.lead')}</p>
      {rows.length === 0 && <Empty>{t('care.none')}</Empty>}
      {open.length > 0 && (
        <section>
          <PhoneHeading
            aside={
              <Button kind="text" onClick={() => setChosen(ticked.length === open.length ? [] : open.map(({ placementId }) => placementId))}>
                {t(ticked.length === open.length ? 'care.chooseNone' : 'care.chooseAll')}
              </Button>
            }
          >
            {t('care.toAsk')}
          </PhoneHeading>
          <div className={css.cards}>
            {open.map((row) => (
              <Student key={row.placementId} row={row} weekOn={weekOn}>
                <CheckField label={t('care.fine')} checked={ticked.includes(row.placementId)} onChange={(on) => setChosen(on ? [...chosen, row.placementId] : chosen.filter((one) => one !== row.placementId))} />
              </Student>
            ))}
          </div>
        </section>
      )}
      {asked.length > 0 && (
        <section>
          <PhoneHeading aside={t('care.of', { done: asked.length, of: rows.length })}>{t('care.asked')}</PhoneHeading>
          <div className={css.cards}>
            {asked.map((row) => (
              <Student key={row.placementId} row={row} weekOn={weekOn} />
            ))}
          </div>
        </section>
      )}
      {rows.length > 0 && <p className={css.foot}>{range(weekOn, shiftDay(weekOn, 6))}</p>}
    </PhonePage>
  )
}

/** Links, so that the week can be sent and the back button leads back. */
function Weeks({ care: { weekOn, today } }: { care: Care }) {
  const { t } = useTranslation('assistance')
  const { range } = useFormat()
  const next = shiftDay(weekOn, 7)
  return (
    <nav className={css.weeks} aria-label={t('care.title')}>
      <Link href={`/my/care?week=${shiftDay(weekOn, -7)}`}>{t('care.before')}</Link>
      <b>{next > today ? t('care.week') : range(weekOn, shiftDay(weekOn, 6))}</b>
      {next > today ? <span /> : <Link href={`/my/care?week=${next}`}>{t('care.after')}</Link>}
    </nav>
  )
}

function Student({ row, weekOn, children }: { row: CareRow; weekOn: string; children?: React.ReactNode }) {
  const { t } = useTranslation('assistance')
  const { day } = useFormat()
  const { check, before } = row
  return (
    <article className={css.card}>
      <p className={css.line}>
        <b>{row.studentName}</b>
        {check && <StateMark mood={check.handled ? 'done' : levelMoods[check.level]}>{t(`levels.${check.level}`)}</StateMark>}
        {!check && row.minor && <span className={css.by}>{t('care.minor')}</span>}
      </p>
      <p className={css.by}>
        {row.firmName} · {row.postTitle}
      </p>
      {row.missed > 0 && <p className={css.due}>{t('care.missed', { count: row.missed })}</p>}
      {!check && before && before.level !== 'fine' && <p className={css.due}>{t('care.last', { day: day(before.weekOn), level: t(`levels.${before.level}`) })}</p>}
      {check && check.note && <p className={css.text}>{check.note}</p>}
      {check && check.level !== 'fine' && <p className={css.by}>{check.handled ? t('check.handled', { done: check.handled }) : t('check.waiting')}</p>}
      {children}
      <div className={css.pair}>
        <LinkButton size="big" href={`/my/care/${row.placementId}/${weekOn}`}>
          {t(check ? 'care.look' : 'care.open')}
        </LinkButton>
        {row.studentPhone && !check && (
          <AnchorButton size="big" icon="phone" href={`tel:${row.studentPhone}`}>
            {t('care.call')}
          </AnchorButton>
        )}
      </div>
    </article>
  )
}
