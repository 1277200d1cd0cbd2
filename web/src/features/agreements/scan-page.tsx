import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { downloadFile } from '@silian/server/contract/files'
import { ApiError, urlOf } from '../../kernel/api.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FieldRow } from '../../ui/field.tsx'
import { DateField, TextArea, TextField } from '../../ui/inputs.tsx'
import { Loaded, Refused } from '../../ui/loaded.tsx'
import { MissingPage } from '../../ui/missing-page.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { RuleBlock } from '../../ui/rule-block.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import css from './agreements.module.css'
import { useAgreement, useConfirmScan, useRefuseScan, useScans, type AgreementView, type ScanView } from './queries.ts'
import { useRoleWord } from './role-word.ts'

/** The paper at the left, what it shows at the right: said by a person of the school. */
export default function ScanPage() {
  const { agreementId = '', scanId = '' } = useParams()
  const agreement = useAgreement(agreementId)
  const scans = useScans({ agreementId, size: 50 })
  return (
    <Loaded query={agreement}>
      {(one) => (
        <Loaded query={scans}>
          {({ rows }) => {
            const scan = rows.find(({ id }) => id === scanId)
            return scan ? <Reading agreement={one} scan={scan} /> : <MissingPage />
          }}
        </Loaded>
      )}
    </Loaded>
  )
}

type Shown = { signs: boolean; name: string; signedOn: string }

function Reading({ agreement, scan }: { agreement: AgreementView; scan: ScanView }) {
  const { t, i18n } = useTranslation('agreements')
  const [, navigate] = useLocation()
  const toast = useToast()
  const roleWord = useRoleWord()
  const confirm = useConfirmScan()
  const [refusing, setRefusing] = useState(false)
  const open = agreement.parties.filter(({ signedOn }) => signedOn === null)
  const [shown, setShown] = useState<Record<string, Shown>>(() => Object.fromEntries(open.map(({ id, kind, name }) => [id, { signs: false, name: kind === 'organisation' ? '' : name, signedOn: '' }])))
  const set = (id: string, change: Partial<Shown>) => {
    confirm.reset()
    setShown((before) => ({ ...before, [id]: { ...before[id]!, ...change } }))
  }
  const chosen = open.filter(({ id }) => shown[id]?.signs)
  const unfinished = chosen.length === 0 ? t('scan.nobody') : chosen.some(({ id }) => !shown[id]!.name.trim() || !shown[id]!.signedOn) ? `${t('scan.name')}、${t('scan.date')}` : null
  const issues = confirm.error instanceof ApiError && confirm.error.code === 'scan_faulty' ? confirm.error.issues : []
  const startsOn = confirm.error instanceof ApiError ? String(confirm.error.details['startsOn'] ?? '') : ''
  const errorOf = (id: string, field: string) => {
    const at = chosen.findIndex((one) => one.id === id)
    const words = issues.filter(({ path }) => path[1] === at && path[2] === field).map(({ code }) => (i18n.exists(`agreements:faults.${code}`) ? t(`faults.${code as 'unknown'}`, { startsOn, what: '' }) : code))
    return words.length > 0 ? words.join('；') : null
  }
  const address = urlOf(downloadFile, { params: { fileId: scan.file.id }, query: { inline: 'true' } })
  const back = (words: string) => {
    toast(words)
    navigate(`/agreements/${agreement.id}`)
  }
  return (
    <Page title={t('scan.readTitle', { number: agreement.number })} lead={t('scan.readLead')} crumbs={[{ label: t('title'), href: '/agreements' }, { label: agreement.number, href: `/agreements/${agreement.id}` }]}>
      <div className={css.reading}>
        <Sheet
          title={scan.file.name}
          aside={
            <a href={address} target="_blank" rel="noreferrer">
              {t('scan.whole')}
            </a>
          }
        >
          {scan.file.mediaType === 'application/pdf' ? <p>{t('scan.pdf')}</p> : <img className={css.picture} src={address} alt={scan.file.name} />}
        </Sheet>
        <Stack>
          <Sheet title={t('record.parties')}>
            {open.map((party) => (
              <fieldset key={party.id} className={css.party} disabled={!scan.can.decide}>
                <legend className="small mut">{roleWord(party.role)}</legend>
                <CheckField label={`${party.name} ${t('scan.signs')}`} checked={shown[party.id]!.signs} error={errorOf(party.id, 'partyId')} onChange={(signs) => set(party.id, { signs })} />
                {shown[party.id]!.signs && (
                  <FieldRow>
                    <TextField label={t('scan.name')} value={shown[party.id]!.name} maxLength={50} error={errorOf(party.id, 'name')} onChange={(name) => set(party.id, { name })} />
                    <DateField label={t('scan.date')} value={shown[party.id]!.signedOn} error={errorOf(party.id, 'signedOn')} onChange={(signedOn) => set(party.id, { signedOn })} />
                  </FieldRow>
                )}
              </fieldset>
            ))}
            {issues.some(({ code }) => code === 'signed_after_start') && <RuleBlock tone="refuses" unread title={t('scan.rule')} />}
            {confirm.isError && <Refused error={confirm.error} />}
            {scan.can.decide && (
              <>
                <p className={`small mut ${css.before}`}>{t('scan.confirmNote')}</p>
                <div className={css.acts}>
                  <Button
                    kind="primary"
                    busy={confirm.isPending}
                    because={unfinished}
                    onClick={() => confirm.mutate({ id: scan.id, signatures: chosen.map(({ id }) => ({ partyId: id, name: shown[id]!.name.trim(), signedOn: shown[id]!.signedOn })) }, { onSuccess: () => back(t('scan.confirmedDone')) })}
                  >
                    {t('scan.confirm')}
                  </Button>
                  <Button kind="risk" onClick={() => setRefusing(true)}>
                    {t('scan.refuse')}
                  </Button>
                </div>
              </>
            )}
          </Sheet>
        </Stack>
      </div>
      {refusing && <RefuseDialog scan={scan} onClose={() => setRefusing(false)} onDone={() => back(t('scan.refusedDone'))} />}
    </Page>
  )
}

function RefuseDialog({ scan, onClose, onDone }: { scan: ScanView; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('agreements')
  const refuse = useRefuseScan()
  const [note, setNote] = useState('')
  return (
    <Dialog open onClose={onClose} title={t('scan.refuse')} note={t('scan.refuseNote')} verb={t('scan.refuse')} kind="risk" busy={refuse.isPending} because={note.trim().length < 2 ? t('decide.reasonMissing') : null} error={refuse.error} onDo={() => refuse.mutate({ id: scan.id, note: note.trim() }, { onSuccess: onDone })}>
      <TextArea label={t('scan.refuseReason')} most={300} value={note} onChange={setNote} />
    </Dialog>
  )
}
