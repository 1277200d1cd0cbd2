import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { TextArea } from './inputs.tsx'
import { Article, Unread } from './law.tsx'
import css from './rule-block.module.css'

type Props = {
  /** refuses: cannot be saved. asks: may be, with a reason. */
  tone: 'refuses' | 'asks'
  title: string
  /** Why, with the numbers. */
  children?: ReactNode
  /** The words of the law, in serif. */
  quotation?: string | null
  /** 第十八条; left out while the text is unread. */
  article?: string | null
  /** 《职业学校学生实习管理规定》（教职成〔2021〕4号） */
  document?: string | null
  /** Where the whole text can be read. */
  documentHref?: string | null
  /** Nobody has read the text yet: 原文待核 and no certain article. */
  unread?: boolean
  /** Buttons that put it right. */
  repairs?: readonly { label: string; onRepair: () => void }[]
  /** The way to ask: 我们情况特殊，问秘书处. */
  ask?: ReactNode
  /** With `asks`: the reason somebody else will judge. */
  reason?: { value: string; onChange: (value: string) => void; label?: string; hint?: ReactNode; error?: string | null; name?: string }
}

/** A rule beside its field: what cannot be, the law, one button that repairs it, a way to ask. */
export function RuleBlock({ tone, title, children, quotation, article, document, documentHref, unread, repairs = [], ask, reason }: Props) {
  const { t } = useTranslation('ui')
  const id = useId()
  return (
    <div className={`${css.block} ${css[tone]}`} role={tone === 'refuses' ? 'alert' : 'status'} aria-labelledby={id}>
      <p id={id} className={css.head}>
        <Icon name={tone === 'refuses' ? 'close' : 'warn'} />
        <span>{title}</span>
      </p>
      <div className={css.body}>
        {children && <p>{children}</p>}
        {quotation && <blockquote className={css.quote}>{quotation}</blockquote>}
        {(article || document || unread) && (
          <p className={css.source}>
            {article && !unread && (
              <>
                <Article>{article}</Article>{' '}
              </>
            )}
            {document} {unread && <Unread />}
            {documentHref && <a href={documentHref}>{t('rule.full')}</a>}
          </p>
        )}
        {(repairs.length > 0 || ask) && (
          <div className={css.acts}>
            {repairs.map(({ label, onRepair }) => (
              <Button key={label} onClick={onRepair}>
                {label}
              </Button>
            ))}
            {ask}
          </div>
        )}
        {reason && (
          <div className={css.reason}>
            <TextArea label={reason.label ?? t('rule.reason')} hint={reason.hint} error={reason.error} name={reason.name} value={reason.value} onChange={reason.onChange} most={500} />
          </div>
        )}
      </div>
    </div>
  )
}

export type Check = { key: string; result: 'passes' | 'asks' | 'refuses'; label: ReactNode; /** Article, or what it leads to. */ note?: ReactNode; unread?: boolean }

/** All checks of the record, in the right rail: what refuses first. */
export function CheckRail({ checks, title, aside }: { checks: readonly Check[]; title?: string; aside?: ReactNode }) {
  const { t } = useTranslation('ui')
  const order = { refuses: 0, asks: 1, passes: 2 }
  const sorted = [...checks].sort((a, b) => order[a.result] - order[b.result])
  return (
    <section className={css.rail}>
      <h2>
        {title ?? t('rule.checks')} <span>{aside ?? t('rule.checksNote')}</span>
      </h2>
      <ul>
        {sorted.map(({ key, result, label, note, unread }) => (
          <li key={key} className={`${css.check} ${css[{ passes: 'passes', asks: 'ask', refuses: 'no' }[result]]}`}>
            <Icon name={{ passes: 'check', asks: 'warn', refuses: 'close' }[result] as 'check'} />
            {result === 'passes' ? <span>{label}</span> : <b>{label}</b>}
            <small>
              <span className="sr">{t(`rule.${result === 'passes' ? 'passed' : result}`)}</span>
              {note} {unread && <Unread />}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A short word of help beside a form. */
export const RailNote = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={css.rail}>
    <h2>{title}</h2>
    <p className="small mut">{children}</p>
  </section>
)
