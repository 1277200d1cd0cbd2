import { listStudentSchools, lookAtStudentCode, useStudentCode, type StudentSlipView } from '@silian/server/contract/identity/students'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { call } from '../../kernel/api.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/inputs.tsx'
import { Loaded, Refused } from '../../ui/loaded.tsx'
import { PhonePage } from '../../ui/phone-page.tsx'
import { useFormErrors } from './form-errors.ts'
import css from './identity.module.css'
import { PasswordField } from './password-field.tsx'
import { useEnter } from './queries.ts'

type Slip = { schoolId: string; studentNumber: string; code: string }
const nothing: Slip = { schoolId: '', studentNumber: '', code: '' }

/** From the slip of paper to the first screen, on a phone: who am I, then login and password. */
export default function StudentSignUpPage() {
  const { t } = useTranslation('identity')
  const [slip, setSlip] = useState(nothing)
  const look = useMutation({ mutationFn: () => call(lookAtStudentCode, { body: slip }) })
  const found = look.data
  return (
    <PhonePage
      title={t('student.title')}
      back="/sign-in"
      narrow
      foot={
        <Button type="submit" form="student" kind="primary" size="big" busy={look.isPending}>
          {found ? (found.login ? t('student.doAgain') : t('student.do')) : t('student.next')}
        </Button>
      }
    >
      {found ? <ChooseLogin slip={slip} found={found} onBack={look.reset} /> : <WhoAmI slip={slip} onChange={setSlip} error={look.error} onNext={() => look.mutate()} />}
    </PhonePage>
  )
}

function WhoAmI({ slip, onChange, error, onNext }: { slip: Slip; onChange: (slip: Slip) => void; error: unknown; onNext: () => void }) {
  const { t } = useTranslation('identity')
  const schools = useQuery({ queryKey: ['student-schools'], queryFn: ({ signal }) => call(listStudentSchools, { signal }) })
  const { at, rest } = useFormErrors(error, ['schoolId', 'studentNumber', 'code'])
  const set = (change: Partial<Slip>) => onChange({ ...slip, ...change })
  return (
    <form
      id="student"
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        onNext()
      }}
    >
      <p className="mut">{t('student.lead')}</p>
      {rest ? <Refused error={rest} /> : null}
      <Loaded query={schools} rows={3} empty={({ rows }) => rows.length === 0 && <p>{t('student.noSchool')}</p>}>
        {({ rows }) => (
          <SelectField name="schoolId" label={t('student.school')} value={slip.schoolId} onChange={(schoolId) => set({ schoolId })} options={rows.map(({ id, name }) => ({ value: id, label: name }))} error={at.schoolId} />
        )}
      </Loaded>
      <TextField name="studentNumber" label={t('student.number')} value={slip.studentNumber} onChange={(studentNumber) => set({ studentNumber })} error={at.studentNumber} autoCapitalize="characters" spellCheck={false} autoComplete="off" maxLength={30} />
      <TextField name="code" label={t('student.code')} hint={t('student.codeHint')} value={slip.code} onChange={(code) => set({ code: code.toUpperCase() })} error={at.code} autoCapitalize="characters" spellCheck={false} autoComplete="off" maxLength={20} />
      <p className="small">
        <Link href="/sign-in">{t('student.have')}</Link>
      </p>
    </form>
  )
}

function ChooseLogin({ slip, found, onBack }: { slip: Slip; found: StudentSlipView; onBack: () => void }) {
  const { t } = useTranslation('identity')
  const [, navigate] = useLocation()
  const enter = useEnter()
  const [login, setLogin] = useState(slip.studentNumber.toLowerCase())
  const [password, setPassword] = useState('')
  const open = useMutation({
    mutationFn: () => call(useStudentCode, { body: { ...slip, login: found.login ? null : login, password } }),
    onSuccess: () => enter('/'),
  })
  const { at, rest } = useFormErrors(open.error, ['login', 'password'])
  return (
    <form
      id="student"
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        open.mutate()
      }}
    >
      <div className={css.offer}>
        <h2>{t('student.hello', { name: found.name })}</h2>
        <p className="mut">{t('student.classOf', { school: found.schoolName, cohort: found.cohortName })}</p>
        <div className={css.ways}>
          <Button
            kind="text"
            onClick={() => {
              onBack()
              navigate('/student')
            }}
          >
            {t('student.notMe')}
          </Button>
        </div>
      </div>
      {rest ? <Refused error={rest} /> : null}
      <p>{found.login ? t('student.again', { login: found.login }) : t('student.choose')}</p>
      {!found.login && (
        <TextField name="login" label={t('login')} hint={t('loginHint')} value={login} onChange={(value) => setLogin(value.toLowerCase())} error={at.login} autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={40} />
      )}
      <PasswordField fresh value={password} onChange={setPassword} error={at.password} />
    </form>
  )
}
