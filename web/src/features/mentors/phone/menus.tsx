import { useSession } from '../../../kernel/session.ts'
import { LanguageMenu, PersonMenu } from '../../../person.tsx'

/** Language, seat and signing out, for whom there is no desk. */
export default function Menus() {
  const session = useSession()
  return (
    <>
      <LanguageMenu />
      {session && <PersonMenu session={session} />}
    </>
  )
}
