import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../kernel/session.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/inputs.tsx'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Page, Stack } from '../../../ui/page.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { StateMark, type Mood } from '../../../ui/state-mark.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useApproveScheme, useSchemes, type Scheme } from './desk-queries.ts'
import { PlansSheet } from './plans-sheet.tsx'
import { SchemeForm } from './scheme-form.tsx'
import css from './assessment.module.css'

const moods: Record<Scheme['state'], Mood> = { draft: 'open', approved: 'done', retired: 'gone' }

export default function SchemesPage() {
  const { t } = useTranslation(['papers', 'assessment'])
  const query = useSchemes()
  const role = useSession()?.seat?.role
  const [editing, setEditing] = useState<Scheme | 'new' | null>(null)
  const [approving, setApproving] = useState<Scheme | null>(null)
  return (
    <Page title={t('schemes.title')} lead={t('schemes.lead')} narrow actions={query.data?.can.write && editing === null && <Button kind="primary" onClick={() => setEditing('new')}>{t('schemes.add')}</Button>}>
      <Stack>
      {editing && <SchemeForm key={editing === 'new' ? 'new' : editing.id} scheme={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      <Loaded query={query} empty={({ rows }) => rows.length === 0 && editing === null && <Empty>{t('schemes.empty')}</Empty>}>
        {({ rows }) => (
          <Stack>
            {rows.map((scheme) => (
              <Sheet key={scheme.id} title={scheme.title} aside={<StateMark mood={moods[scheme.state]}>{t(`schemes.states.${scheme.state}`)}</StateMark>}>
                <p className={css.note}>
                  {scheme.scopeName ?? t('schemes.scopes.school')} · {t('schemes.passMark')} {scheme.passMark} · {t('schemes.used', { count: scheme.used })}
                  {scheme.approvedBy && ` · ${t('schemes.by', { name: scheme.createdBy ?? '', approver: scheme.approvedBy, minutes: scheme.minutesNumber ?? '' })}`}
                </p>
                <table className={css.lines}>
                  <tbody>
                    {scheme.items.map((item) => (
                      <tr key={item.code}>
                        <td>{item.title}</td>
                        <td>{t(`assessment:parts.${item.part}`)}</td>
                        <td>{t(`assessment:itemKinds.${item.kind}`)}</td>
                        <td className={css.n}>{item.weight}%</td>
                        <td>{item.guide}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
                {scheme.faults.map(({ code }) => (
                  <p key={code} className={css.missing}>
                    {t(`schemes.faults.${code as 'weights'}`)}
                  </p>
                ))}
                <span className={css.deeds}>
                  {scheme.can.approve && <Button kind="primary" onClick={() => setApproving(scheme)}>{t('schemes.approve')}</Button>}
                  {scheme.can.edit && <Button onClick={() => setEditing(scheme)}>{t('schemes.edit')}</Button>}
                </span>
              </Sheet>
            ))}
          </Stack>
        )}
      </Loaded>
      {role !== 'secretariat' && <PlansSheet />}
      </Stack>
      {approving && <Approve scheme={approving} onClose={() => setApproving(null)} />}
    </Page>
  )
}

function Approve({ scheme, onClose }: { scheme: Scheme; onClose: () => void }) {
  const { t } = useTranslation(['papers', 'assessment'])
  const toast = useToast()
  const approve = useApproveScheme()
  const [minutesNumber, setMinutes] = useState('')
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('schemes.approveTitle', { title: scheme.title })}
      verb={t('schemes.approve')}
      busy={approve.isPending}
      because={minutesNumber.trim().length < 2 && t('schemes.minutes')}
      error={approve.error}
      onDo={() =>
        approve.mutate({ schemeId: scheme.id, minutesNumber, version: scheme.version }, {
          onSuccess: () => {
            onClose()
            toast(t('schemes.approved'))
          },
        })
      }
    >
      <TextField label={t('schemes.minutes')} value={minutesNumber} onChange={setMinutes} maxLength={60} />
    </Dialog>
  )
}
