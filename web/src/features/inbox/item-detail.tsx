import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/loaded.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWording } from '../../kernel/wording.ts'
import { ForwardDialog } from './forward-dialog.tsx'
import css from './inbox.module.css'
import { Holder, When } from './inbox-list.tsx'
import { useItemWords } from './item-words.ts'
import { useRemind, type Item, type Tab } from './queries.ts'
import { hrefOf, thingOf } from './things.tsx'

type Props = { item: Item; tab: Tab; position: { n: number; total: number } | null; next: string | null; onDone: () => void }

/** The thing itself, beside the list: why it is with me, what to do, what happens otherwise, and what decides it. */
export function ItemDetail({ item, tab, position, next, onDone }: Props) {
  const { t } = useTranslation('inbox')
  const { stamp } = useFormat()
  const words = useItemWords()(item)
  const [forwarding, setForwarding] = useState(false)
  const Summary = thingOf(item)?.Summary
  const href = hrefOf(item)
  const open = item.closedAt === null

  return (
    <>
      <div className={css.content}>
        <p className={css.crumb}>
          <When item={item} tab={tab} />
          <span>
            <Holder item={item} />
          </span>
          {item.remindedAt && <span>{t('remindedAt', { day: stamp(item.remindedAt) })}</span>}
        </p>
        <h2 className={css.title}>{words.title}</h2>
        {open && (
          <dl className={css.reasons}>
            <Reason name={t('why')} text={words.why} />
            <Reason name={t('todo')} text={words.todo} />
            <Reason name={t('otherwise')} text={words.otherwise} />
          </dl>
        )}
        {Summary && (
          <Suspense fallback={<Skeleton rows={5} />}>
            <Summary subjectId={item.subjectId} onDone={onDone} />
          </Suspense>
        )}
      </div>
      <div className={css.bar}>
        {href && (
          <LinkButton href={href} kind={Summary ? 'plain' : 'primary'}>
            {t(open && !Summary ? 'openHere' : 'open')}
          </LinkButton>
        )}
        {item.can.remind && <Remind item={item} />}
        {item.can.forward && (
          <Button kind="text" onClick={() => setForwarding(true)}>
            {t('forward')}
          </Button>
        )}
        {position && (
          <span className={css.position}>
            {t('position', position)} {next && <Link href={next}>{t('next')}</Link>}
          </span>
        )}
      </div>
      <ForwardDialog item={item} title={words.title} open={forwarding} onClose={() => setForwarding(false)} />
    </>
  )
}

const Reason = ({ name, text }: { name: string; text: string }) =>
  text && (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  )

function Remind({ item }: { item: Item }) {
  const { t } = useTranslation('inbox')
  const remind = useRemind()
  const say = useWording()
  const toast = useToast()
  return (
    <Button kind="text" busy={remind.isPending} because={remind.isError && say(remind.error)} onClick={() => remind.mutate(item.id, { onSuccess: (done) => toast(t('remindDone', done)) })}>
      {t('remind')}
    </Button>
  )
}
