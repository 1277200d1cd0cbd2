import type { RoundView } from '@silian/server/contract/rounds'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { ApiError } from '../../../kernel/api.ts'
import { useNow } from '../../../kernel/now.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary, FieldRow } from '../../../ui/field.tsx'
import { DateField, MomentField, NumberField, TextField } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { Page, Stack } from '../../../ui/page.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useCreateRound, useRound, useUpdateRound, type Settings } from './queries.ts'

type Values = Required<{ [Key in keyof Settings]: NonNullable<Settings[Key]> | null }>
const moments = ['wishesOpenAt', 'wishesCloseAt', 'rankingCloseAt', 'publicityUntil', 'confirmUntil'] as const

export function NewRoundPage() {
  const { t } = useTranslation('rounds')
  const [, navigate] = useLocation()
  const create = useCreateRound()
  const year = useNow().getFullYear() + 1
  const empty: Values = {
    title: '', titleEn: null, leaveYear: year, maxWishes: 10, weightSchool: 60, weightInterview: 30, weightCertificate: 10,
    wishesOpenAt: null, wishesCloseAt: null, rankingCloseAt: null, publicityUntil: null, confirmUntil: null, startsOn: null, endsOn: null,
  }
  return (
    <Form title={t('form.newTitle')} start={empty} busy={create.isPending} error={create.error} onSave={(values) => create.mutate(values, { onSuccess: ({ id }) => navigate(`/rounds/${id}?tab=cohorts`) })} />
  )
}

export function EditRoundPage() {
  const { t } = useTranslation('rounds')
  const { roundId = '' } = useParams()
  const query = useRound(roundId)
  if (query.data) return <Edit round={query.data} />
  return (
    <Page title={t('form.editTitle')} crumbs={[{ label: t('nav'), href: '/rounds' }]}>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  )
}

function Edit({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  const [, navigate] = useLocation()
  const toast = useToast()
  const update = useUpdateRound(round.id)
  return (
    <Form
      title={t('form.editTitle')}
      start={round}
      busy={update.isPending}
      error={update.error}
      onSave={(values) =>
        update.mutate({ ...values, version: round.version }, {
          onSuccess: () => {
            toast(t('form.saved'))
            navigate(`/rounds/${round.id}`)
          },
        })
      }
    />
  )
}

type FormProps = { title: string; start: Values; busy: boolean; error: unknown; onSave: (values: Settings) => void }

function Form({ title, start, busy, error, onSave }: FormProps) {
  const { t } = useTranslation('rounds')
  const [values, setValues] = useState<Values>({ ...start })
  const issues = useIssues(error)
  const disorder = error instanceof ApiError ? error.issues.filter((issue) => issue.code === 'out_of_order').map((issue) => String(issue.path[0])) : []
  const faultOf = (name: string) => (disorder.includes(name) ? t(name === 'weights' ? 'form.weightsWrong' : 'form.outOfOrder') : issues[name])
  const set = (change: Partial<Values>) => setValues((before) => ({ ...before, ...change }))
  const number = (name: 'leaveYear' | 'maxWishes' | 'weightSchool' | 'weightInterview' | 'weightCertificate', label: string, unit?: string) => (
    <NumberField short year={name === 'leaveYear'} name={name} label={label} unit={unit} value={values[name]} onChange={(value) => set({ [name]: value ?? 0 })} error={faultOf(name)} />
  )
  const weights = values.weightSchool! + values.weightInterview! + values.weightCertificate!
  const errors = [...moments, 'title', 'startsOn', 'endsOn', 'leaveYear', 'maxWishes', 'weights'].flatMap((name) => {
    const fault = faultOf(name)
    return fault ? [{ name: name === 'weights' ? 'weightSchool' : name, label: name === 'title' ? t('form.name') : t(`form.${name as 'dates'}`), error: fault }] : []
  })
  const save = () => {
    const { title: name, titleEn, leaveYear, maxWishes, weightSchool, weightInterview, weightCertificate, wishesOpenAt, wishesCloseAt, rankingCloseAt, publicityUntil, confirmUntil, startsOn, endsOn } = values
    onSave({
      title: name ?? '', titleEn, leaveYear: leaveYear!, maxWishes: maxWishes!, weightSchool: weightSchool!, weightInterview: weightInterview!, weightCertificate: weightCertificate!,
      wishesOpenAt, wishesCloseAt, rankingCloseAt, publicityUntil, confirmUntil, startsOn, endsOn,
    })
  }
  return (
    <Page title={title} lead={t('form.lead')} crumbs={[{ label: t('nav'), href: '/rounds' }]} narrow>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Stack>
          <ErrorSummary errors={errors} />
          {error && errors.length === 0 ? <Refused error={error} /> : null}
          <Sheet title={t('form.basics')}>
            <TextField name="title" label={t('form.name')} value={values.title ?? ''} onChange={(text) => set({ title: text })} maxLength={100} error={faultOf('title')} />
            <TextField optional label={t('form.nameEn')} value={values.titleEn ?? ''} onChange={(text) => set({ titleEn: text || null })} maxLength={100} />
            <FieldRow>
              {number('leaveYear', t('form.year'))}
              {number('maxWishes', t('form.maxWishes'))}
            </FieldRow>
          </Sheet>
          <Sheet title={t('form.weights')} aside={`${weights}/100`}>
            <p className="small dim">{t('form.weightsHint')}</p>
            <FieldRow>
              {number('weightSchool', t('form.weightSchool'), '%')}
              {number('weightInterview', t('form.weightInterview'), '%')}
              {number('weightCertificate', t('form.weightCertificate'), '%')}
            </FieldRow>
          </Sheet>
          <Sheet title={t('form.dates')}>
            <p className="small dim">{t('form.datesHint')}</p>
            <FieldRow>
              {moments.map((name) => (
                <MomentField key={name} name={name} label={t(`form.${name}`)} optional={name === 'wishesOpenAt'} value={values[name]} onChange={(value) => set({ [name]: value })} error={faultOf(name)} />
              ))}
              <DateField name="startsOn" label={t('form.startsOn')} value={values.startsOn ?? ''} onChange={(value) => set({ startsOn: value || null })} error={faultOf('startsOn')} />
              <DateField name="endsOn" label={t('form.endsOn')} value={values.endsOn ?? ''} onChange={(value) => set({ endsOn: value || null })} error={faultOf('endsOn')} />
            </FieldRow>
          </Sheet>
          <div>
            <Button type="submit" kind="primary" size="form" busy={busy}>
              {t('form.save')}
            </Button>
          </div>
        </Stack>
      </form>
    </Page>
  )
}
