import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Refused } from '../../ui/loaded.tsx'
import { useFormErrors } from './form-errors.ts'
import css from './identity.module.css'
import { useGiveCode } from './queries.ts'

/** The second half of signing in: six digits, or a recovery code when the phone is gone. */
export function CodeStep({ demoCode, onDone, onOther }: { demoCode: string | null; onDone: () => void; onOther: () => void }) {
  const { t } = useTranslation('identity')
  const give = useGiveCode()
  const [code, setCode] = useState('')
  const [lost, setLost] = useState(false)
  const { at, rest } = useFormErrors(give.error, ['code'])
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        give.mutate(code, { onSuccess: onDone })
      }}
    >
      {rest ? <Refused error={rest} /> : null}
      <TextField
        name="code"
        label={lost ? t('factor.codeOrRecovery') : t('factor.code')}
        value={code}
        onChange={setCode}
        error={at.code}
        hint={lost ? t('factor.lostHint') : demoCode ? t('demo.codeNow', { code: demoCode }) : undefined}
        autoComplete="one-time-code"
        inputMode={lost ? 'text' : 'numeric'}
        autoCapitalize={lost ? 'characters' : 'none'}
        spellCheck={false}
        maxLength={40}
      />
      <Button type="submit" kind="primary" size="big" busy={give.isPending}>
        {t('factor.do')}
      </Button>
      <div className={css.ways}>
        {!lost && (
          <Button kind="text" onClick={() => setLost(true)}>
            {t('factor.lost')}
          </Button>
        )}
        <Button kind="text" onClick={onOther}>
          {t('factor.other')}
        </Button>
      </div>
    </form>
  )
}
