import type { TraceMarket } from '@silian/algorithms/trace-matching'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { LanguageMenu } from '../../person.tsx'
import { Banner } from '../../ui/banner.tsx'
import { PlainPage } from '../../ui/plain-page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { addressOf, nameOf, searchOf, watchedAt, type Watched } from './address.ts'
import { exampleNames } from './examples.ts'
import css from './learn.module.css'
import { MarketEditor } from './market-editor.tsx'
import { Play } from './play.tsx'

/** A small market, built by anybody and watched step by step. The address holds all of it: nothing is kept, nothing is asked. */
export default function LearnPage() {
  const { t } = useTranslation('learn')
  const [search, setSearch] = useSearchParams()
  const watched = watchedAt(search.get('m'), search.get('s'))
  const { market, trace, step, fault } = watched
  // Steps and edits are no pages to go back through; an example is, by its link.
  const show = (changed: TraceMarket, at: number) => setSearch(searchOf(nameOf(changed), at), { replace: true })

  return (
    <PlainPage title={t('title')} lead={t('lead')} tools={<LanguageMenu />}>
      {fault && (
        <div className={css.fault}>
          <Banner>{fault.code === 'step' ? t('fault.step', { last: fault.last }) : t(`fault.${fault.code}`, { at: 'at' in fault ? fault.at : 0 })}</Banner>
        </div>
      )}
      <div className={css.two}>
        <Sheet title={t('market.title')}>
          <Examples {...watched} />
          <MarketEditor market={market} onChange={(changed) => show(changed, 0)} />
        </Sheet>
        <Sheet title={t('play.title')} className={css.play}>
          <Play market={market} trace={trace} step={step} onStep={(at) => show(market, at)} />
        </Sheet>
      </div>
      <Closing />
    </PlainPage>
  )
}

function Examples({ example }: Watched) {
  const { t } = useTranslation('learn')
  return (
    <>
      <nav aria-label={t('example.label')} className={css.examples}>
        {exampleNames.map((name) => (
          <Link key={name} href={addressOf(name, 0)} aria-current={name === example ? 'true' : undefined}>
            {t(`example.${name}`)}
          </Link>
        ))}
      </nav>
      <p className="mut">{t(`example.${example ?? 'own'}Note`)}</p>
    </>
  )
}

function Closing() {
  const { t } = useTranslation('learn')
  return (
    <section className={css.closing}>
      <h2>{t('close.title')}</h2>
      {(['honest', 'stable', 'limit', 'real'] as const).map((key) => (
        <p key={key}>{t(`close.${key}`)}</p>
      ))}
      <p>
        <a href="/help/verify">{t('close.check')}</a>
      </p>
    </section>
  )
}
