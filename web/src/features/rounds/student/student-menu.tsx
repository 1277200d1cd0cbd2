import { LanguageMenu, PersonMenu } from '../../../person.tsx'
import { useSession } from '../../../kernel/session.ts'
import css from './student.module.css'

/** Language, larger text, my account, sign out: at the foot of the first page, out of the way. */
export function StudentMenu() {
  const session = useSession()
  return (
    <nav className={css.menu}>
      <LanguageMenu />
      {session && <PersonMenu session={session} />}
    </nav>
  )
}
