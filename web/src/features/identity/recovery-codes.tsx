import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/choices.tsx'
import { useToast } from '../../ui/toast.tsx'
import css from './identity.module.css'

/** Shown once; the way on opens when they are said to be safe. Printed, only the codes are on the paper. */
export function RecoveryCodes({ codes, login, verb, onDone }: { codes: readonly string[]; login: string; verb: string; onDone: () => void }) {
  const { t } = useTranslation('identity')
  const format = useFormat()
  const toast = useToast()
  const [saved, setSaved] = useState(false)
  const [madeAt] = useState(() => new Date())
  return (
    <section className={css.form} aria-labelledby="recovery-title">
      <div className={css.paper}>
        <h2 id="recovery-title">{t('recovery.title')}</h2>
        <p className="small mut">{t('recovery.lead')}</p>
        <ol className={css.codes} translate="no">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <p className="note dim">
          {t('recovery.account', { login })}　{t('recovery.made', { time: format.stamp(madeAt) })}
        </p>
      </div>
      <div className={`${css.ways} no-print`}>
        <Button icon="print" onClick={() => window.print()}>
          {t('recovery.print')}
        </Button>
        <Button icon="file" onClick={() => void navigator.clipboard.writeText(codes.join('\n')).then(() => toast(t('recovery.copied')))}>
          {t('recovery.copy')}
        </Button>
      </div>
      <div className="no-print">
        <CheckField label={t('recovery.saved')} checked={saved} onChange={setSaved} />
        <Button kind="primary" size="big" because={!saved && t('recovery.saveFirst')} onClick={onDone}>
          {verb}
        </Button>
      </div>
    </section>
  )
}
