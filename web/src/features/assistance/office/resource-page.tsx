import { downloadFile } from '@silian/server/contract/files'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { urlOf } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useWording } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { ChainLine, NextBar, stepsOf } from '../../../ui/chain-line.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../../ui/page.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../assistance.module.css'
import { History } from './history.tsx'
import { resourceMoods } from './moods.ts'
import { useAddEvidence, useResource, useResourceHistory, type Resource } from './queries.ts'
import { DisputeDialog, ReceiveDialog } from './resource-dialogs.tsx'
import { ResourceDrawer } from './resource-drawer.tsx'

/** One line of the ledger, with what shows it and its earlier versions. */
export default function ResourcePage() {
  const { resourceId = '' } = useParams()
  const resource = useResource(resourceId)
  return <Loaded query={resource}>{(one) => <Record key={one.id} resource={one} />}</Loaded>
}

function Record({ resource }: { resource: Resource }) {
  const { t } = useTranslation('assistanceOffice')
  const history = useResourceHistory(resource.id)
  const [open, setOpen] = useState<'receive' | 'dispute' | 'correct' | null>(null)
  const { can, state } = resource
  const close = () => setOpen(null)
  return (
    <Page
      title={resource.name}
      crumbs={[{ label: t('title'), href: '/assistance' }, { label: t('resources.title'), href: '/assistance?tab=resources' }, { label: resource.number }]}
      lead={[t(`resourceKinds.${resource.kind}`), resource.revision > 1 && t('resources.record.versionOf', { n: resource.revision }), resource.demo && t('resources.record.demo')].filter(Boolean).join(' · ')}
    >
      <Stack>
        <ChainLine steps={stepsOf<Resource['state']>({ line: ['given', 'received'], state, label: (one) => t(one === 'given' ? 'resources.record.what' : `resourceStates.${one}`) }, 'given')}>
          <NextBar>
            {t(`resources.next.${state}`, { giver: resource.giverName, receiver: resource.receiverName })}
            {state === 'disputed' && resource.reason && ` ${t('resources.record.disputed', { reason: resource.reason })}`}
          </NextBar>
        </ChainLine>
        <div className={css.acts}>
          {(['receive', 'dispute', 'correct'] as const).map((one) => can[one] && (
            <Button key={one} kind={one === 'receive' ? 'primary' : one === 'dispute' ? 'risk' : 'plain'} onClick={() => setOpen(one)}>
              {t(`resources.actions.${one}`)}
            </Button>
          ))}
        </div>
      </Stack>
      <TwoColumns
        aside={
          <>
            <Evidence resource={resource} />
            <Sheet title={t('resources.record.history')}>
              <History query={history} />
            </Sheet>
          </>
        }
      >
        <What resource={resource} />
        {resource.versions.length > 1 && <Versions resource={resource} />}
      </TwoColumns>
      {open === 'receive' ? <ReceiveDialog resource={resource} onClose={close} /> : open === 'dispute' ? <DisputeDialog resource={resource} onClose={close} /> : open === 'correct' && <ResourceDrawer known={resource} onClose={close} />}
    </Page>
  )
}

function What({ resource }: { resource: Resource }) {
  const { t } = useTranslation('assistanceOffice')
  const { fullDay, number, money } = useFormat()
  return (
    <Sheet title={t('resources.record.what')}>
      <Facts
        facts={[
          [t('resources.record.giver'), <Link key="giver" href={`/organisations/${resource.giverId}`}>{resource.giverName}</Link>],
          [t('resources.record.receiver'), <Link key="receiver" href={`/organisations/${resource.receiverId}`}>{resource.receiverName}</Link>],
          [t('resources.record.quantity'), t('resources.amount', { quantity: number(resource.quantity, 2), unit: resource.unit })],
          [t('resources.record.value'), resource.value === null ? t('resources.record.noValue') : money(resource.value)],
          [t('resources.record.givenOn'), fullDay(resource.givenOn)],
          [t('resources.record.received'), resource.receivedQuantity !== null && resource.receivedOn && [t('resources.record.receivedOf', { day: fullDay(resource.receivedOn), quantity: number(resource.receivedQuantity, 2), unit: resource.unit }), resource.receivedBy && t('resources.record.receivedBy', { name: resource.receivedBy })].filter(Boolean).join('　')],
          [t('resources.record.note'), resource.note ? <span key="note" className={css.text}>{resource.note}</span> : null],
        ]}
      />
      {resource.correction && <p className={`${css.by} ${css.below}`}>{t('resources.record.correction', { reason: resource.correction })}</p>}
      {resource.state === 'corrected' && <p className={css.due}>{t('resources.record.newer')}</p>}
    </Sheet>
  )
}

function Versions({ resource }: { resource: Resource }) {
  const { t } = useTranslation('assistanceOffice')
  const { number, stamp, money } = useFormat()
  return (
    <Sheet title={t('resources.record.versions')}>
      <ul className={css.rows}>
        {resource.versions.map((one) => (
          <li key={one.id}>
            <p className={css.line}>
              {one.id === resource.id ? <b>{`${t('resources.record.versionOf', { n: one.revision })}　${t('resources.record.this')}`}</b> : <Link href={`/assistance/resources/${one.id}`}>{t('resources.record.versionOf', { n: one.revision })}</Link>}
              <StateMark mood={resourceMoods[one.state]}>{t(`resourceStates.${one.state}`)}</StateMark>
            </p>
            <p className={css.by}>{[one.name, t('resources.amount', { quantity: number(one.quantity, 2), unit: one.unit }), one.value !== null && money(one.value), stamp(one.createdAt)].filter(Boolean).join('　')}</p>
            {one.correction && <p className={css.by}>{t('resources.record.correction', { reason: one.correction })}</p>}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function Evidence({ resource }: { resource: Resource }) {
  const { t } = useTranslation('assistanceOffice')
  const say = useWording()
  const toast = useToast()
  const add = useAddEvidence(resource.id)
  const [progress, setProgress] = useState<number | null>(null)
  const send = (file: File) => add.mutate({ file, onProgress: setProgress }, { onSettled: () => setProgress(null), onSuccess: () => toast(t('resources.record.added')) })
  return (
    <Sheet title={t('resources.record.evidence')}>
      {resource.evidence.length === 0 && <p className="dim">{t('resources.record.noEvidence')}</p>}
      <ul className={css.rows}>
        {resource.evidence.map((file) => (
          <li key={file.id}>
            <a href={urlOf(downloadFile, { params: { fileId: file.id }, query: { inline: 'true' } })} target="_blank" rel="noreferrer">
              {file.name}
            </a>
          </li>
        ))}
      </ul>
      {resource.can.evidence && <div className={css.below}><FileField label={t('resources.record.add')} accept="image/*,.pdf" progress={progress} error={add.isError ? say(add.error) : null} onFile={send} /></div>}
    </Sheet>
  )
}
