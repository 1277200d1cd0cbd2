import { found, getFirstRun } from '@silian/server/contract/identity/founding'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../kernel/api.ts'
import { LanguageMenu } from '../../person.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Empty, Loaded, Refused } from '../../ui/loaded.tsx'
import { PlainPage } from '../../ui/plain-page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useFormErrors } from './form-errors.ts'
import css from './identity.module.css'
import { NewcomerFields } from './newcomer-fields.tsx'
import { useNextStep } from './queries.ts'

/** The first page of an empty installation. */
export default function FirstRunPage() {
  const { t } = useTranslation('identity')
  const query = useQuery({ queryKey: ['first-run'], queryFn: ({ signal }) => call(getFirstRun, { signal }) })
  return (
    <PlainPage title={t('firstRun.title')} lead={query.data?.needed ? t('firstRun.lead') : undefined} narrow tools={<LanguageMenu />}>
      <Loaded
        query={query}
        empty={({ needed }) =>
          !needed && (
            <Sheet flush>
              <Empty action={<LinkButton kind="primary" href="/sign-in">{t('signIn.do')}</LinkButton>}>{t('firstRun.done')}</Empty>
            </Sheet>
          )
        }
      >
        {() => <Founding />}
      </Loaded>
    </PlainPage>
  )
}

const fields = ['allianceName', 'nameEn', 'code', 'name', 'login', 'password'] as const

function Founding() {
  const { t } = useTranslation('identity')
  const goOn = useNextStep()
  const [alliance, setAlliance] = useState({ name: '', nameEn: '', code: '' })
  const [officer, setOfficer] = useState({ name: '', login: '', password: '' })
  const create = useMutation({ mutationFn: () => call(found, { body: { alliance, ...officer } }), onSuccess: goOn })
  const { at, rest } = useFormErrors(create.error, fields)
  // Both the alliance and the officer have a name: the path tells them apart.
  const namesWrong = create.error && 'issues' in create.error ? (create.error.issues as { path: unknown[] }[]).map(({ path }) => path.join('.')) : []
  const ofAlliance = namesWrong.includes('alliance.name') ? at.name : undefined
  const ofOfficer = { ...at, name: namesWrong.includes('name') ? at.name! : '' }
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        create.mutate()
      }}
    >
      {rest ? <Refused error={rest} /> : null}
      <Sheet title={t('firstRun.alliance')}>
        <TextField name="allianceName" label={t('firstRun.allianceName')} value={alliance.name} onChange={(name) => setAlliance({ ...alliance, name })} error={ofAlliance} maxLength={100} />
        <TextField name="nameEn" label={t('firstRun.allianceNameEn')} value={alliance.nameEn} onChange={(nameEn) => setAlliance({ ...alliance, nameEn })} error={at.nameEn} maxLength={200} />
        <TextField
          name="code"
          label={t('firstRun.code')}
          hint={t('firstRun.codeHint')}
          value={alliance.code}
          onChange={(code) => setAlliance({ ...alliance, code: code.toUpperCase() })}
          error={at.code}
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          short
        />
      </Sheet>
      <Sheet title={t('firstRun.you')}>
        <NewcomerFields value={officer} onChange={setOfficer} at={ofOfficer} />
      </Sheet>
      <Button type="submit" kind="primary" size="big" busy={create.isPending}>
        {t('firstRun.do')}
      </Button>
    </form>
  )
}
