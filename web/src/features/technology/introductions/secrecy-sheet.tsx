import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../technology.module.css'
import { useConfirmSecrecy, type IntroductionView } from './queries.ts'

const sides = ['asker', 'answerer'] as const

/** Who has promised secrecy, to which text; and the promise itself. */
export function SecrecySheet({ introduction: one }: { introduction: IntroductionView }) {
  const { t } = useTranslation('introductions')
  const { stamp } = useFormat()
  const toast = useToast()
  const confirm = useConfirmSecrecy()
  const [open, setOpen] = useState(false)
  const { needed, holds, confirmed, text, sha256 } = one.confidentiality
  const ended = ['declined', 'withdrawn', 'lapsed'].includes(one.state)
  if (ended && confirmed.length === 0) return null
  const onDo = () =>
    confirm.mutate(
      { id: one.id, sha256 },
      {
        onSuccess: () => {
          toast(t('secrecy.done'))
          setOpen(false)
        },
      },
    )
  return (
    <Sheet title={t('secrecy.title')}>
      <p className="mut">{holds ? t('secrecy.holds') : ended ? t('secrecy.over') : one.state === 'proposed' ? t('secrecy.wait') : t(needed ? 'secrecy.lead' : 'secrecy.notNeeded')}</p>
      <ul className={css.list}>
        {sides.map((side) => {
          const promise = confirmed.find((it) => it.side === side)
          if (!promise) return one.state === 'proposed' || ended ? null : <li key={side}>{t('secrecy.waiting', { side: t(`sides.${side}`) })}</li>
          return (
            <li key={side}>
              {t('secrecy.signed', { organisation: promise.organisationName, by: promise.by ?? t('unknown'), at: stamp(promise.at) })}
              <span className={`${css.small} ${css.hash}`}>{t('secrecy.hash', { hash: promise.sha256 })}</span>
            </li>
          )
        })}
      </ul>
      {one.can.confirmSecrecy && (
        <div className={css.acts}>
          <Button kind="primary" onClick={() => setOpen(true)}>
            {t('secrecy.confirm')}
          </Button>
        </div>
      )}
      {open && (
        <Dialog open onClose={() => setOpen(false)} title={t('secrecy.title')} note={t('secrecy.confirmNote')} verb={t('secrecy.confirm')} onDo={onDo} busy={confirm.isPending} error={confirm.error}>
          {/* Scrolls by itself, so the keyboard has to reach it. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className={css.agreement} tabIndex={0} role="region" aria-label={t('secrecy.text')}>
            {text}
          </div>
        </Dialog>
      )}
    </Sheet>
  )
}
