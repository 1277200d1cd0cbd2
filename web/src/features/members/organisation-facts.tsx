import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Facts } from '../../ui/sheet.tsx'
import css from './members.module.css'
import { useUnmask, type OrganisationView } from './queries.ts'

/** +86138… as people write it here. */
export const phoneShown = (phone: string | null) => phone?.replace(/^\+86/, '') ?? null

/** What is known of an organisation; contacts masked until somebody says why they need them. */
export function OrganisationFacts({ organisation }: { organisation: OrganisationView }) {
  const { t, i18n } = useTranslation('members')
  const { number } = useFormat()
  const unmask = useUnmask(organisation.id)
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const contacts = unmask.data ?? organisation
  const industry = [organisation.industryCode, organisation.industryName].filter(Boolean).join(' ')
  const hasContacts = Boolean(organisation.contactPhone ?? organisation.contactEmail ?? organisation.contactName)

  return (
    <>
      <Facts
        wide
        facts={[
          [t('facts.kind'), t(`kinds.${organisation.kind}`)],
          [t('facts.uscc'), organisation.uscc],
          [i18n.language === 'en' ? t('columns.name') : t('facts.nameEn'), i18n.language === 'en' ? organisation.name : organisation.nameEn],
          [t('facts.industry'), industry || null],
          [t('facts.town'), organisation.town],
          [t('facts.division'), [organisation.divisionCode, organisation.divisionName].filter(Boolean).join(' ') || null],
          [t('facts.address'), organisation.address],
          [t('facts.staff'), organisation.staffCount === null ? null : t('facts.people', { count: number(organisation.staffCount) as unknown as number })],
          [t('facts.size'), organisation.size && t(`sizes.${organisation.size}`)],
          [t('facts.website'), organisation.website],
          [t('facts.contact'), contacts.contactName],
          [t('facts.phone'), phoneShown(contacts.contactPhone)],
          [t('facts.email'), contacts.contactEmail],
          [t('facts.publicFact'), organisation.publicFact],
        ]}
      />
      {organisation.can.unmask && hasContacts && !unmask.data && (
        <p className={css.after}>
          <Button kind="text" onClick={() => setAsking(true)}>
            {t('unmask.verb')}
          </Button>
        </p>
      )}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('unmask.title', { organisation: organisation.name })}
        verb={t('unmask.verb')}
        busy={unmask.isPending}
        error={unmask.error}
        onDo={() => unmask.mutate(reason, { onSuccess: () => setAsking(false) })}
      >
        <TextField label={t('unmask.reason')} hint={t('unmask.reasonHint')} value={reason} maxLength={200} onChange={setReason} />
        <div className={css.phrases} role="group" aria-label={t('decide.phrases')}>
          {t('unmask.phrases')
            .split('\n')
            .map((phrase) => (
              <Button key={phrase} onClick={() => setReason(phrase)}>
                {phrase}
              </Button>
            ))}
        </div>
      </Dialog>
    </>
  )
}
