import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWording } from '../../kernel/wording.ts'
import { ApiError, type ErrorCode } from '../../kernel/api.ts'
import { Button } from '../../ui/button.tsx'
import { DecisionDialog } from './decision-dialog.tsx'
import css from './members.module.css'
import type { Action, MembershipView } from './queries.ts'

/** The one that carries things on comes first; what ends them, last. */
const order: readonly Action[] = ['submit', 'check', 'publish', 'approve', 'resume', 'return', 'register', 'suspend', 'withdraw', 'reject', 'leave']
const primary: readonly Action[] = ['submit', 'check', 'publish', 'approve', 'resume']

/** What this person may decide now; what only the moment forbids stays in sight, with its reason. */
export function DecisionBar({ membership, onDone }: { membership: MembershipView; onDone?: () => void }) {
  const { t } = useTranslation('members')
  const say = useWording()
  const [action, setAction] = useState<Action | null>(null)
  const actions = order.filter((one) => membership.can[one as 'check'])
  if (actions.length === 0) return null
  const because = (one: Action) => {
    const code = membership.not[one as 'check']
    return code ? say(new ApiError(code as ErrorCode)) : null
  }
  return (
    <div className={css.decisions}>
      {actions.map((one) => (
        <Button key={one} kind={primary.includes(one) ? 'primary' : one === 'reject' ? 'risk' : 'plain'} because={because(one)} onClick={() => setAction(one)}>
          {t(`actions.${one as 'check'}`)}
        </Button>
      ))}
      {action && <DecisionDialog membership={membership} action={action} onClose={() => setAction(null)} onDone={() => onDone?.()} />}
    </div>
  )
}
