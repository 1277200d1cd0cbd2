import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { figureNames } from '@silian/server/contract/training/classes'
import { useFormat } from '../../kernel/format.ts'
import { Drawer } from '../../ui/dialog.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { placeMoods, useFigure, type ClassRow, type FigureName, type FigureOf, type PlaceState } from './queries.ts'
import css from './training.module.css'

type Figures = ClassRow['figures']

/** Five rates, each with its part and whole; a tap opens the rows behind it. */
export function Rates({ figures, of }: { figures: Figures; of: FigureOf }) {
  const { t } = useTranslation('training')
  const [open, setOpen] = useState<FigureName | null>(null)
  return (
    <>
      <div className={css.rates}>
        {figureNames.map((name) => (
          <button key={name} type="button" onClick={() => setOpen(name)} title={t('figures.open')}>
            <Rate name={name} figures={figures} />
          </button>
        ))}
      </div>
      <p className={css.note}>{t('figures.noTarget')}</p>
      {open && <FigureDrawer of={of} name={open} onClose={() => setOpen(null)} />}
    </>
  )
}

function Rate({ name, figures }: { name: FigureName; figures: Figures }) {
  const { t } = useTranslation('training')
  const { part, whole } = figures[name]
  return (
    <>
      <span>{t(`figures.${name}`)}</span>
      <b>
        <Percent part={part} whole={whole} />
      </b>
      <small>{whole > 0 ? t('figures.of', { part, whole }) : t('figures.none')}</small>
    </>
  )
}

export function Percent({ part, whole }: { part: number; whole: number }) {
  const { percent } = useFormat()
  return <>{whole > 0 ? percent(part / whole) : '—'}</>
}

function FigureDrawer({ of, name, onClose }: { of: FigureOf; name: FigureName; onClose: () => void }) {
  const { t, i18n } = useTranslation('training')
  const { day } = useFormat()
  const figure = useFigure(of, name)
  const reason = (code: string) => (i18n.exists(`training:answerCodes.${code}`) ? t(`answerCodes.${code as 'pay'}`) : code)
  return (
    <Drawer open onClose={onClose} title={figure.data ? t('figures.drawer', { name: t(`figures.${name}`), part: figure.data.part, whole: figure.data.whole }) : t(`figures.${name}`)} note={t(`figures.about.${name}`)}>
      <Loaded query={figure} empty={({ rows }) => rows.length === 0 && <p className="dim">{t('figures.noRows')}</p>}>
        {({ rows }) => (
          <ul className={css.list}>
            {rows.map((row) => (
              <li key={row.memberId}>
                <p className={css.top}>
                  <b>{row.name}</b>
                  <span className="dim nw">{row.studentNumber}</span>
                  <StateMark mood={placeMoods[row.state as PlaceState]}>{t(`placeStates.${row.state as PlaceState}`)}</StateMark>
                </p>
                <p className={css.small}>
                  {!('classId' in of) && `${row.classNumber} · `}
                  {t(row.counts ? 'figures.counts' : 'figures.notCounted')}
                  {row.leaveCode && ` · ${t(`leaveCodes.${row.leaveCode as 'health'}`)}`}
                  {row.reasonCode && ` · ${reason(row.reasonCode)}`}
                  {row.answeredOn && ` · ${day(row.answeredOn)}`}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Drawer>
  )
}
