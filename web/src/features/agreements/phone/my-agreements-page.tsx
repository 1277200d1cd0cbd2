import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useSession } from '../../../kernel/session.ts'
import { Loaded } from '../../../ui/loaded.tsx'
import { PhoneHeading, PhonePage } from '../../../ui/phone-page.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { agreementMoods } from '../moods.ts'
import { useAgreements, type AgreementRow } from '../queries.ts'
import css from './phone.module.css'

/** What waits for my signature first, then the rest. */
export default function MyAgreementsPage() {
  const { t } = useTranslation('signing')
  const student = useSession()?.seat?.role === 'student'
  const mine = useAgreements({ mine: 'true', size: 50 })
  const all = useAgreements({ size: 50 })
  return (
    <PhonePage title={t('listTitle')} back={student ? '/wishes' : '/inbox'} help={student ? '/my/help' : undefined}>
      <Loaded query={mine}>
        {({ rows: open }) => (
          <Loaded query={all} empty={({ rows }) => rows.length === 0 && <p>{t('empty')}</p>}>
            {({ rows }) => {
              const rest = rows.filter(({ id }) => !open.some((one) => one.id === id))
              return (
                <>
                  {open.length > 0 ? <PhoneHeading>{t('toSign')}</PhoneHeading> : <p>{t('empty')}</p>}
                  <Rows rows={open} />
                  {rest.length > 0 && <PhoneHeading>{t('others')}</PhoneHeading>}
                  <Rows rows={rest} />
                </>
              )
            }}
          </Loaded>
        )}
      </Loaded>
    </PhonePage>
  )
}

function Rows({ rows }: { rows: readonly AgreementRow[] }) {
  const { t } = useTranslation('signing')
  return (
    <ul className={css.rows}>
      {rows.map((row) => (
        <li key={row.id}>
          <Link href={`/my/agreements/${row.id}`}>
            <b>{row.title}</b>
            <span className={css.quiet}>{row.number}</span>　<StateMark mood={agreementMoods[row.state]}>{t(`states.${row.state}`)}</StateMark>
          </Link>
        </li>
      ))}
    </ul>
  )
}
