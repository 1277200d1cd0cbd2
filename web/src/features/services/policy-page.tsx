import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { useWording } from '../../kernel/wording.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, TwoColumns } from '../../ui/page.tsx'
import { Facts, Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useConditionWords } from './condition-words.ts'
import { useMovePolicy, usePolicy, type PolicyView } from './policy-queries.ts'
import { PreviewSheet } from './preview-sheet.tsx'
import css from './services.module.css'

/** One policy: its sentences with their conditions, and for the office how many firms it would fit. */
export default function PolicyPage() {
  const { policyId = '' } = useParams()
  const policy = usePolicy(policyId)
  return <Loaded query={policy}>{(one) => <Policy policy={one} />}</Loaded>
}

function Policy({ policy }: { policy: PolicyView }) {
  const { t, i18n } = useTranslation('services')
  const { day } = useFormat()
  const said = useConditionWords()
  const toast = useToast()
  const say = useWording()
  const move = useMovePolicy()
  const act = (action: 'publish' | 'close') => move.mutate({ id: policy.id, action, version: policy.version }, { onSuccess: () => toast(t(action === 'publish' ? 'policy.form.published' : 'policy.form.closed')) })
  const because = move.isError ? say(move.error) : null
  const edit = (
    <>
      {policy.can.edit && <LinkButton icon="edit" href={`/policies/${policy.id}/edit`}>{t('policy.form.edit')}</LinkButton>}
      {policy.can.publish && <Button kind="primary" busy={move.isPending} because={because} onClick={() => act('publish')}>{t('policy.form.publish')}</Button>}
      {policy.can.close && <Button busy={move.isPending} because={because} onClick={() => act('close')}>{t('policy.form.close')}</Button>}
    </>
  )
  return (
    <Page title={(i18n.language === 'en' && policy.titleEn) || policy.title} crumbs={[{ label: t('policy.title'), href: '/policies?tab=all' }, { label: policy.number }, { label: policy.state === 'open' ? t(policy.inForce ? 'policy.inForce' : 'policy.notInForce') : t(`policy.states.${policy.state}`) }]} lead={t('policy.disclaimer')} actions={edit}>
      <TwoColumns aside={policy.can.edit ? <PreviewSheet sentences={policy.sentences} /> : null}>
        <Sheet title={t('policy.form.base')}>
          <Facts
            facts={[
              [t('policy.form.issuer'), policy.issuer],
              [t('policy.form.documentNumber'), policy.documentNumber],
              [t('policy.form.issuedOn'), policy.issuedOn && day(policy.issuedOn)],
              [t('policy.form.validFrom'), policy.validFrom && day(policy.validFrom)],
              [t('policy.form.validUntil'), policy.validUntil && day(policy.validUntil)],
              [t('policy.summary'), policy.summary || null],
              [t('policy.how'), policy.how],
              [t('policy.source'), policy.source],
            ]}
          />
        </Sheet>
        <Sheet title={t('policy.sentences')}>
          {policy.sentences.map((sentence, at) => (
            <div key={at} className={css.fit}>
              <p>{sentence.text}</p>
              <small>{t(`policy.roles.${sentence.role}`)}</small>
              {sentence.conditions.map((condition, place) => (
                <small key={place}>{said(condition)}</small>
              ))}
            </div>
          ))}
        </Sheet>
      </TwoColumns>
    </Page>
  )
}
