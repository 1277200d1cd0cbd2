import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { exportProblems, problemStates, serviceFamilies } from '@silian/server/contract/needs/problems'
import { download } from '../../../kernel/api.ts'
import { useSession } from '../../../kernel/session.ts'
import { useWording } from '../../../kernel/wording.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { raisers } from '../raisers.ts'
import { ProblemTable } from './problem-table.tsx'
import { useProblems, type ProblemKind, type ProblemQuery } from './queries.ts'

/** Technology needs or service needs that one may see, newest first. */
export function ProblemsList({ kind }: { kind: ProblemKind }) {
  const { t } = useTranslation('problems')
  const list = useListState()
  const role = useSession()?.seat?.role ?? ''
  const raises = raisers.includes(role)
  const filters: Filter[] = [
    { key: 'q', label: t('filters.q'), kind: 'text' },
    { key: 'state', label: t('filters.state'), kind: 'select', options: [{ value: 'live', label: t('filters.live') }, { value: 'ended', label: t('filters.ended') }, ...problemStates.map((value) => ({ value, label: t(`states.${value}`) }))] },
    ...(raises ? ([{ key: 'mine', label: t('filters.mine'), kind: 'select', options: [{ value: 'true', label: t('filters.mineOnly') }] }] as const) : []),
    kind === 'service'
      ? { key: 'family', label: t('filters.family'), kind: 'select', options: serviceFamilies.map((value) => ({ value, label: t(`families.${value}`) })) }
      : { key: 'fieldCode', label: t('filters.fieldCode'), kind: 'text' },
  ]
  const query = { ...list.query, kind } as ProblemQuery
  const problems = useProblems(query)
  const raise = (
    <LinkButton kind="primary" icon="plus" href={`/problems/new/${kind}`}>
      {t(`raise.${kind}`)}
    </LinkButton>
  )
  return (
    <>
      <QueryForm filters={filters} list={list} />
      <Loaded query={problems} rows={12}>
        {(data) => (
          <ProblemTable
            name={`problems.${kind}`}
            caption={t(`caption.${kind}`)}
            data={data}
            list={list}
            tools={
              <>
                {['secretariat', 'platform_contact'].includes(role) && <LinkButton href="/problem-queue">{t('queueLink')}</LinkButton>}
                {role !== 'student' && <Export query={query} />}
                {raises && <LinkButton href="/imports">{t('importRows')}</LinkButton>}
                {raises && raise}
              </>
            }
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty action={raises && raise}>{t(raises ? `empty.${kind}` : 'emptyOthers')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
    </>
  )
}

function Export({ query }: { query: ProblemQuery }) {
  const { t } = useTranslation('problems')
  const say = useWording()
  const [failed, setFailed] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const { page: _page, size: _size, ...filters } = query
  const run = () => {
    setBusy(true)
    setFailed(null)
    download(exportProblems, { query: filters })
      .catch(setFailed)
      .finally(() => setBusy(false))
  }
  return (
    <Button icon="download" busy={busy} onClick={run} because={failed ? say(failed) : null}>
      {t('export')}
    </Button>
  )
}
