import { useTranslation } from 'react-i18next'
import { LinkButton } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Stack } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import type { ThingProps } from '../inbox/things.tsx'
import { DecisionBar } from './decision-bar.tsx'
import { NeedFacts } from './need-facts.tsx'
import { NeedLine } from './need-line.tsx'
import { Waivers } from './need-page.tsx'
import { useNeed } from './queries.ts'
import { RuleRail, Rules } from './rule-parts.tsx'

/** In the inbox: the post, what the law says, and the decision, without leaving the page. */
export default function NeedSummary({ subjectId, onDone }: ThingProps) {
  const { t } = useTranslation('needs')
  const need = useNeed(subjectId)
  return (
    <Loaded query={need}>
      {(one) => (
        <Stack>
          <NeedLine need={one} plain />
          <DecisionBar need={one} onDone={onDone} />
          {one.can.edit && <LinkButton kind="primary" icon="edit" href={`/needs/${one.id}/edit`}>{t('edit')}</LinkButton>}
          {one.findings.length > 0 && (
            <Sheet title={t('record.law')} level={3}>
              <Rules findings={one.findings} given={one.waivers} />
            </Sheet>
          )}
          {one.waivers.length > 0 && (
            <Sheet title={t('record.waivers')} level={3}>
              <Waivers need={one} />
            </Sheet>
          )}
          <Sheet title={t('record.content')} level={3}>
            <NeedFacts post={one} majors={one.majors} occupationName={one.occupationName} divisionName={one.divisionName} whole={one.whole} />
          </Sheet>
          <RuleRail checks={one.checks} done />
        </Stack>
      )}
    </Loaded>
  )
}
