import type { Locale } from '@silian/words'
import { useTranslation } from 'react-i18next'
import { useSignOut, useTakeSeat, useTellAccount } from './features/identity/queries.ts'
import { currentLocale, setLocale } from './kernel/i18n.ts'
import type { SessionView } from './kernel/session.ts'
import { setLargeText, useLargeText } from './kernel/text-size.ts'
import { Icon } from './ui/icon.tsx'
import { Menu, MenuItem, MenuRule } from './ui/menu.tsx'

/** Each language by its own name. */
export const languages: readonly (readonly [Locale, string])[] = [
  ['zh-Hans', '简体中文'],
  ['zh-Hant', '繁體中文'],
  ['en', 'English'],
]

export function LanguageMenu() {
  const { t } = useTranslation('ui')
  const tell = useTellAccount()
  const chosen = currentLocale()
  const large = useLargeText()
  return (
    <Menu
      end
      label={t('language')}
      opener={
        <>
          <Icon name="globe" />
          <span lang={chosen}>{languages.find(([locale]) => locale === chosen)?.[1]}</span>
        </>
      }
    >
      {languages.map(([locale, name]) => (
        <MenuItem key={locale} lang={locale} checked={locale === chosen} onChoose={() => tell({ locale }, () => setLocale(locale))}>
          {name}
        </MenuItem>
      ))}
      <MenuRule />
      <MenuItem onChoose={() => tell({ largeText: !large }, () => setLargeText(!large))}>{large ? t('normalText') : t('largeText')}</MenuItem>
    </Menu>
  )
}

/** The alliance and the seat I act in; the other seats are one choice away. */
export function SeatMenu({ session }: { session: SessionView }) {
  const { t } = useTranslation('ui')
  const take = useTakeSeat()
  const { seat, seats } = session
  const nameOf = ({ role, organisationName, allianceName }: { role: string; organisationName: string | null; allianceName: string | null }) =>
    t('seatIn', { organisation: organisationName ?? allianceName ?? '', role: t(`roles.${role as 'secretariat'}`) })
  if (!seat) return null
  return (
    <Menu
      label={t('seat')}
      opener={
        <>
          <span>{nameOf(seat)}</span>
          {seats.length > 1 && <Icon name="down" />}
        </>
      }
    >
      {seats.map((one) => (
        <MenuItem key={one.id} checked={one.id === seat.id} onChoose={() => void (one.id === seat.id || take.mutate(one.id))}>
          {nameOf(one)}
        </MenuItem>
      ))}
    </Menu>
  )
}

export function PersonMenu({ session }: { session: SessionView }) {
  const { t } = useTranslation('ui')
  const signOut = useSignOut()
  const role = session.seat?.role
  return (
    <Menu
      end
      label={t('person')}
      opener={
        <>
          <Icon name="person" />
          <span>{session.account.name}</span>
          {role && <small className="note dim">{t(`roles.${role as 'secretariat'}`)}</small>}
        </>
      }
    >
      <MenuItem href={role === 'student' ? '/my/account' : '/account'}>{t('account')}</MenuItem>
      <MenuRule />
      <MenuItem onChoose={() => signOut.mutate()}>{t('signOut')}</MenuItem>
    </Menu>
  )
}
