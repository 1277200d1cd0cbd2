import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { Facts, Sheet } from '../../ui/sheet.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useToast } from '../../ui/toast.tsx'
import { LinesTable } from './lines-table.tsx'
import { responseMoods } from './moods.ts'
import { useCheck, useResponse, type ResponseView } from './queries.ts'
import css from './surveys.module.css'

/** One answer beside the one before, for the office to accept or send back. */
export default function ResponsePage() {
  const { responseId = '' } = useParams()
  return <Loaded query={useResponse(responseId)}>{(response) => <Response response={response} />}</Loaded>
}

function Response({ response }: { response: ResponseView }) {
  const { t } = useTranslation('surveys')
  const { moment, colon, joined } = useFormat()
  const toast = useToast()
  const check = useCheck(response.id)
  const [returning, setReturning] = useState(false)
  const accept = () => check.mutate({ action: 'accept', version: response.version }, { onSuccess: () => toast(t('response.accepted')) })
  return (
    <Page
      title={response.organisationName}
      crumbs={[{ label: t('title'), href: '/surveys' }, { label: response.surveyTitle, href: `/surveys/${response.surveyId}?tab=responses` }]}
      actions={
        <div className={css.tools}>
          {response.can.accept && <Button kind="primary" busy={check.isPending} onClick={accept}>{t('response.accept')}</Button>}
          {response.can.return && <Button onClick={() => setReturning(true)}>{t('response.return')}</Button>}
        </div>
      }
    >
      <Stack>
        {response.reason && <Banner>{colon(t(response.state === 'declined' ? 'response.declinedBecause' : 'response.returnedBecause'), response.reason)}</Banner>}
        <Sheet>
          <Facts
            facts={[
              [t('response.columns.state'), <StateMark key="state" mood={responseMoods[response.state]}>{t(`response.states.${response.state}`)}</StateMark>],
              [t('response.columns.submittedAt'), response.submittedAt && moment(response.submittedAt)],
              [t('response.columns.outlook'), response.outlook && t(`outlooks.${response.outlook}`)],
              [t('response.columns.speakers'), joined(response.speakers.map(({ name }) => name)) || t('none')],
              [t('response.unchanged'), response.unchanged && t('response.unchanged')],
            ]}
          />
        </Sheet>
        <Sheet title={t('response.lines')} flush>
          {response.lines.length > 0 ? <LinesTable name="survey-lines" rows={response.lines} /> : <Empty>{t(response.submittedAt ? 'response.nobody' : 'response.states.waiting')}</Empty>}
        </Sheet>
        {response.before.length > 0 && (
          <Sheet title={t('response.before')} flush>
            <LinesTable name="survey-lines" rows={response.before} />
          </Sheet>
        )}
      </Stack>
      {returning && <ReturnDialog response={response} onClose={() => setReturning(false)} />}
    </Page>
  )
}

function ReturnDialog({ response, onClose }: { response: ResponseView; onClose: () => void }) {
  const { t } = useTranslation('surveys')
  const toast = useToast()
  const check = useCheck(response.id)
  const [reason, setReason] = useState('')
  const onDo = () =>
    check.mutate(
      { action: 'return', reason: reason.trim(), version: response.version },
      {
        onSuccess: () => {
          toast(t('response.returned'))
          onClose()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('response.returnTitle')} note={t('response.returnNote')} verb={t('response.return')} busy={check.isPending} error={check.error} onDo={onDo}>
      <TextArea name="reason" label={t('response.reason')} hint={t('response.reasonHint')} most={500} value={reason} onChange={setReason} />
    </Dialog>
  )
}
