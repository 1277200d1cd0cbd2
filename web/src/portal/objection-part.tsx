import type { ObjectionField, ObjectionForm } from '@silian/server/contract/portal'
import type { ReactNode } from 'react'
import { Part } from './parts.tsx'
import { useReader } from './reader.tsx'

type Props = Omit<ObjectionForm, 'received'> & {
  /** Where it is sent to. */
  action: string
  lead: string
  /** What to write, and how much. */
  bodyHint: string
  over: string
  /** What is said of one that was sent. */
  receipt: ReactNode | null
}

/** A plain form: no account, no script. What was typed is never lost. */
export function ObjectionPart({ action, lead, bodyHint, over, receipt, open, values, wrong, refused }: Props) {
  const { t } = useReader()
  const typed = Object.values(values).some((value) => value !== '')
  return (
    <Part title={t('portal:objection.title')} id="objection">
      {receipt && (
        <div className="done" role="status">
          <p>
            <b>{t('portal:objection.received')}</b>
          </p>
          {receipt}
        </div>
      )}
      {refused && (
        <p className="refused" role="alert">
          {refused}
        </p>
      )}
      {!open && !refused && <p className="prose">{over}</p>}
      {!open && typed && (
        <>
          <p>{t('portal:objection.kept')}</p>
          <blockquote className="kept">{values.body}</blockquote>
        </>
      )}
      {open && (
        <form className="object" method="post" action={`${action}#objection`}>
          <p className="prose">{lead}</p>
          {wrong.length > 0 && (
            <div className="refused" role="alert">
              <p>{t('portal:objection.errors', { count: wrong.length })}</p>
              <ul>
                {wrong.map((field) => (
                  <li key={field}>
                    <a href={`#${field}`}>{t(`portal:objection.wrong.${field}`)}</a>
                  </li>
                ))}
              </ul>
            </div>
          )}
          <Field name="name" label={t('portal:objection.name')} value={values.name} wrong={wrong} most={50} />
          <Field name="contact" label={t('portal:objection.contact')} hint={t('portal:objection.contactHint')} value={values.contact} wrong={wrong} most={100} />
          <Field name="body" label={t('portal:objection.body')} hint={bodyHint} value={values.body} wrong={wrong} most={2000} long />
          <button className="btn pri big">{t('portal:objection.send')}</button>
        </form>
      )}
    </Part>
  )
}

type FieldProps = { name: ObjectionField; label: string; hint?: string; value: string; wrong: readonly ObjectionField[]; most: number; long?: boolean }

function Field({ name, label, hint, value, wrong, most, long }: FieldProps) {
  const { t } = useReader()
  const isWrong = wrong.includes(name)
  const described = [hint && `${name}-hint`, isWrong && `${name}-wrong`].filter(Boolean).join(' ') || undefined
  const common = { id: name, name, required: true, maxLength: most, defaultValue: value, 'aria-describedby': described, 'aria-invalid': isWrong || undefined }
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p id={`${name}-hint`} className="hint">
          {hint}
        </p>
      )}
      {long ? <textarea {...common} rows={7} minLength={10} /> : <input {...common} type="text" autoComplete={name === 'name' ? 'name' : 'off'} />}
      {isWrong && (
        <p id={`${name}-wrong`} className="wrong">
          {t(`portal:objection.wrong.${name}`)}
        </p>
      )}
    </div>
  )
}
