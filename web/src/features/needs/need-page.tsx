import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { useWording } from '../../kernel/wording.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { DecisionBar } from './decision-bar.tsx'
import { FittingProgrammes } from './fits/fitting-programmes.tsx'
import { NeedFacts } from './need-facts.tsx'
import { NeedHistory } from './need-history.tsx'
import { NeedLine } from './need-line.tsx'
import css from './needs.module.css'
import { useCopy, useNeed, type NeedView } from './queries.ts'
import { RuleRail, Rules, useRuleWords } from './rule-parts.tsx'

/** One post: where it stands, who acts next, what it says, what the law says, what happened. */
export default function NeedPage() {
  const { needId = '' } = useParams()
  const need = useNeed(needId)
  return <Loaded query={need}>{(one) => <Need need={one} />}</Loaded>
}

function Need({ need }: { need: NeedView }) {
  const { t, i18n } = useTranslation('needs')
  const title = (i18n.language === 'en' && need.titleEn) || need.title
  return (
    <Page
      title={title}
      crumbs={[{ label: t('title'), href: '/needs' }, { label: need.number }, { label: need.organisationName, href: `/organisations/${need.organisationId}` }]}
      lead={[need.spokenByName && t('record.spokenBy', { name: need.spokenByName }), need.verifiedByName && t('record.verifiedBy', { name: need.verifiedByName }), need.demo && t('record.demo')].filter(Boolean).join('　') || undefined}
      actions={<Actions need={need} />}
    >
      <Stack>
        <NeedLine need={need} />
        {need.reason && (need.state === 'draft' || need.state === 'declined') && <Banner>{t(need.state === 'draft' ? 'record.returned' : 'record.declined', { reason: need.reason })}</Banner>}
        <DecisionBar need={need} />
      </Stack>
      <TwoColumns
        aside={
          need.whole && (
            <>
              <RuleRail checks={need.checks} done />
              <Sheet title={t('record.history')}>
                <NeedHistory needId={need.id} />
              </Sheet>
            </>
          )
        }
      >
        <Sheet title={t('record.content')}>
          <NeedFacts post={need} majors={need.majors} occupationName={need.occupationName} divisionName={need.divisionName} whole={need.whole} />
          {need.whole && <p className={`small dim ${css.after}`}>{t('record.onlyParties')}</p>}
        </Sheet>
        {need.findings.length > 0 && (
          <Sheet title={t('record.law')}>
            <Rules findings={need.findings} given={need.waivers} />
          </Sheet>
        )}
        {['draft', 'submitted', 'open', 'stale'].includes(need.state) && <FittingProgrammes needId={need.id} />}
        {need.waivers.length > 0 && (
          <Sheet title={t('record.waivers')}>
            <Waivers need={need} />
          </Sheet>
        )}
      </TwoColumns>
    </Page>
  )
}

export function Waivers({ need }: { need: NeedView }) {
  const { t } = useTranslation('needs')
  const words = useRuleWords()
  return (
    <ul className={css.waivers}>
      {need.waivers.map(({ ruleId, reason, askedByName, approvedByName }) => (
        <li key={ruleId}>
          <b>{words.name(ruleId)}</b>
          <p>{reason}</p>
          <p className="small dim">
            {askedByName && t('record.waiverBy', { name: askedByName })}　{approvedByName ? t('record.approvedBy', { name: approvedByName }) : t('record.notApproved')}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Actions({ need }: { need: NeedView }) {
  const { t } = useTranslation('needs')
  const [, navigate] = useLocation()
  const say = useWording()
  const toast = useToast()
  const copy = useCopy()
  const onCopy = () =>
    copy.mutate(need.id, {
      onSuccess: ({ id }) => {
        toast(t('copied'))
        navigate(`/needs/${id}/edit`)
      },
    })
  return (
    <>
      {need.can.copy && (
        <Button busy={copy.isPending} because={copy.isError && say(copy.error)} onClick={onCopy}>
          {t('copy')}
        </Button>
      )}
      {need.can.edit && (
        <LinkButton kind="primary" icon="edit" href={`/needs/${need.id}/edit`}>
          {t('edit')}
        </LinkButton>
      )}
    </>
  )
}
