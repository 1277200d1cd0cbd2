import type { Trace, TraceMarket } from '@silian/algorithms/trace-matching'
import { lazy, Suspense, useEffect, useEffectEvent, useState, type ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/toast.tsx'
import { addressOf, nameOf } from './address.ts'
import { Board } from './board.tsx'
import css from './learn.module.css'
import { People } from './people.tsx'
import { useStory } from './story.ts'

/** The engine itself: fetched only by those who ask. */
const OtherWays = lazy(() => import('./other-ways.tsx'))

type Props = { market: TraceMarket; trace: Trace; step: number; onStep: (step: number) => void }

/** The sentence and the buttons stay in sight; below them who is held where, and how far everybody has got. */
export function Play({ market, trace, step, onStep }: Props) {
  const { t } = useTranslation('learn')
  const { tellAt } = useStory()
  const last = trace.steps.length
  const go = (to: number) => to !== step && to >= 0 && to <= last && onStep(to)
  useArrowKeys((by) => go(step + by))

  return (
    <>
      <div className={css.bar}>
        <p className={css.count}>{step === 0 ? t('play.before', { last }) : t('play.at', { step, last })}</p>
        <p className={css.told} aria-live="polite">
          {tellAt(trace, step)}
        </p>
        <div className={css.buttons}>
          <StepButton icon="left" unless={step === 0 && t('play.atStart')} onClick={() => go(step - 1)}>
            {t('play.back')}
          </StepButton>
          {step === last ? (
            <Button kind="primary" onClick={() => go(0)}>
              {t('play.again')}
            </Button>
          ) : (
            <Button kind="primary" icon="right" onClick={() => go(step + 1)}>
              {t('play.next')}
            </Button>
          )}
          <StepButton kind="text" unless={step === last && t('play.atEnd')} onClick={() => go(last)}>
            {t('play.end')}
          </StepButton>
        </div>
      </div>
      <Board market={market} trace={trace} step={step} />
      <People market={market} trace={trace} step={step} />
      <AllSteps market={market} trace={trace} step={step} />
      <Ways market={market} />
      <p className={css.foot}>
        <CopyLink />
        <span className="small mut">{t('play.keys')}</span>
      </p>
    </>
  )
}

/** Keeps its place and the focus at either end, and says why it does nothing there. */
function StepButton({ unless, onClick, ...rest }: ComponentProps<typeof Button> & { unless: string | false }) {
  return <Button {...rest} aria-disabled={unless ? true : undefined} title={unless || undefined} onClick={unless ? undefined : onClick} />
}

/** Not while somebody writes a number, and not inside a menu; holding a key down does nothing more. */
function useArrowKeys(move: (by: 1 | -1) => void) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null
    const elsewhere = event.target instanceof Element && event.target.closest('input, textarea, select, [role="menu"], dialog')
    if (!by || elsewhere || event.repeat || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    move(by)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

function AllSteps({ market, trace, step }: Omit<Props, 'onStep'>) {
  const { t } = useTranslation('learn')
  const { tell } = useStory()
  return (
    <details className={css.all}>
      <summary>{t('play.all')}</summary>
      <ol>
        {trace.steps.map((one, at) => (
          <li key={at}>
            <Link href={addressOf(nameOf(market), at + 1)} aria-current={at + 1 === step ? 'step' : undefined}>
              <span className="sr">{t('play.toStep', { step: at + 1 })} </span>
              {tell(one)}
            </Link>
          </li>
        ))}
      </ol>
    </details>
  )
}

function Ways({ market }: Pick<Props, 'market'>) {
  const { t } = useTranslation('learn')
  const [open, setOpen] = useState(false)
  return (
    <details className={css.all} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('ways.title')}</summary>
      <p className="mut">{t('ways.lead')}</p>
      {open && (
        <Suspense fallback={<p className="mut">{t('ways.wait')}</p>}>
          <OtherWays market={market} />
        </Suspense>
      )}
    </details>
  )
}

/** Where the browser lets us; the address bar says the same. */
function CopyLink() {
  const { t } = useTranslation('learn')
  const toast = useToast()
  if (!navigator.clipboard) return null
  return (
    <Button kind="text" icon="link" onClick={() => void navigator.clipboard.writeText(location.href).then(() => toast(t('play.copied')))}>
      {t('play.copy')}
    </Button>
  )
}
