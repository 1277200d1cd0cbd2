import type { ReactNode } from 'react'
import css from './print-sheet.module.css'

type Props = {
  /** Who issues it, at the top left. */
  from: string
  /** The day it is dated, at the top right. */
  dated: ReactNode
  title: string
  children: ReactNode
  /** Seal area: office and date. */
  seal?: ReactNode
  /** The readable number, with the code that leads back here. */
  code?: { number: string; image?: string; alt?: string }
}

/** A document that is read on a phone and printed on A4 in black: letter, notice, certificate. */
export const PrintSheet = ({ from, dated, title, children, seal, code }: Props) => (
  <article className={css.sheet}>
    <div className={css.head}>
      <span>{from}</span>
      <span className="nw">{dated}</span>
    </div>
    <h2 className={css.title}>{title}</h2>
    {children}
    {(seal || code) && (
      <div className={css.foot}>
        {code && (
          <div className={css.code}>
            {code.image && <img src={code.image} alt={code.alt ?? ''} />}
            <span>{code.number}</span>
          </div>
        )}
        {seal && <div className={css.seal}>{seal}</div>}
      </div>
    )}
  </article>
)

/** One passage between hairlines, kept on one page. */
export const PrintPart = ({ children }: { children: ReactNode }) => <div className={css.part}>{children}</div>
