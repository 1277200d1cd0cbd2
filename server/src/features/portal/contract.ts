import { objectInPublic } from '../rounds/objections/contract.ts'
import { objectToPrice } from '../technology/deals/objections/contract.ts'

/**
 * What the public pages show. They are drawn by web/src/portal from these shapes alone, so whatever is not here is not public.
 */
export type PortalLocale = 'zh-Hans' | 'zh-Hant' | 'en'

/** A text that is data, with the language it is really in: an English page may hold a Chinese name. */
export type Said = { text: string; lang: PortalLocale }

export type Frame = {
  locale: PortalLocale
  /** Without the prefix of the language: /members. */
  path: string
  /** With what the page was asked for, for links to the same in another language: ?q=焊 */
  search: string
  origin: string
  now: string
  /** The alliance this place belongs to; null before the first run, and on the page of a fault. */
  alliance: Said | null
  demo: boolean
}

export type Page<Row> = { rows: Row[]; total: number; page: number; size: number }

export const memberKinds = ['government', 'park', 'association', 'enterprise', 'school', 'innovation_platform'] as const
export type MemberKind = (typeof memberKinds)[number]
export type MemberCount = { kind: MemberKind; count: number }

export type MemberRow = {
  id: string
  name: Said
  kind: MemberKind
  town: Said | null
  seat: string
  fact: Said | null
  /** Fictional, of the demonstration. */
  demo: boolean
  /** A name and facts from public reports; the organisation itself has confirmed nothing. */
  directoryEntry: boolean
}

export type PostRow = {
  id: string
  number: string
  title: Said
  organisation: Said
  town: Said | null
  seats: number
  payMin: number | null
  payMax: number | null
  payPeriod: string | null
  lodging: string | null
  startsOn: string | null
  validUntil: string
  demo: boolean
}

export type MemberView = MemberRow & { industry: Said | null; website: string | null; since: string | null; certificateNumber: string | null; inPublicityUntil: string | null; posts: PostRow[] }

export type PostView = PostRow & {
  organisationId: string
  /** The firm's own page exists only for members. */
  organisationIsMember: boolean
  occupation: Said | null
  programmes: Said[]
  tasks: Said
  address: Said | null
  hoursPerDay: number | null
  hoursPerWeek: number | null
  shift: string | null
  nightWork: boolean
  meals: string | null
  benefits: Said | null
  endsOn: string | null
  postedAt: string
}

export type PostFilter = { q: string; town: string; occupation: string; pay: string; lodging: string }

export const endsOfNeeds = ['solved', 'declined', 'expired'] as const
export type EndOfNeed = (typeof endsOfNeeds)[number]
/** States that do not overlap, never added up. Of the withdrawn only the number is public. */
export type NeedCounts = Record<'live' | EndOfNeed | 'withdrawn', number>

/** A technology or service need as anybody may read it: without private details, budget, files, people and reasons in words. */
export type ProblemPublicRow = {
  id: string
  number: string
  kind: 'technology' | 'service'
  family: string | null
  title: Said
  organisation: Said
  state: 'open' | 'answered' | 'settling' | EndOfNeed
  escalation: number
  declineCode: string | null
  fields: Said[]
  openedAt: string
  endedAt: string | null
  wantedBy: string | null
  validUntil: string
  demo: boolean
}

export type ProblemPublicView = ProblemPublicRow & {
  organisationId: string
  organisationIsMember: boolean
  description: Said
  presentValue: Said | null
  wantedValue: Said | null
  confidential: boolean
  solution: Said | null
  solutionBy: Said | null
  steps: { at: string; event: string; level: number | null; toldAuthority: boolean }[]
}

export type AchievementPublicRow = {
  id: string
  number: string
  title: Said
  organisation: Said
  fields: Said[]
  level: number
  levelConfirmed: number | null
  ways: string[]
  /** Yuan; null is negotiable. */
  price: number | null
  openedAt: string
  demo: boolean
}

export type AchievementPublicView = AchievementPublicRow & {
  organisationId: string
  organisationIsMember: boolean
  description: Said
  levelStandard: string
  /** There are details for who signs a confidentiality agreement. */
  confidential: boolean
  rights: { kind: string; number: string | null; state: string }[]
  confirmedAt: string
}

/** Name and price that a public institution publishes before an agreed price is final. */
export type PriceNotice = { id: string; number: string; title: Said; provider: Said; kind: string; price: number; from: string; until: string }
export type PriceNoticeView = PriceNotice & {
  subtype: string
  objections: { made: number; answered: number }
  objection: Omit<ObjectionForm, 'received'> & {
    /** The receipt, after it was sent; and what became of it. */
    received: { number: string; dueAt: string; answer: { outcome: 'kept' | 'changed'; text: string; at: string } | null } | null
  }
}

export type NoticeRow = {
  id: string
  kind: 'round' | 'membership' | 'price'
  title: Said
  from: string
  until: string
  open: boolean
}

/** A round that has not been published: when, how many, and the hash that binds its draw. */
export type RunningRound = {
  id: string
  number: string
  title: Said
  state: 'wishing' | 'ranking' | 'frozen' | 'matched'
  wishesCloseAt: string
  publicityUntil: string | null
  posts: number
  seats: number
  commitment: string
}

export const resultGroups = ['first', 'topThree', 'later', 'unplaced'] as const
export type ResultGroup = (typeof resultGroups)[number]
/** Groups that do not overlap: first choice, second and third, any later one, none. */
export type ResultCounts = Record<ResultGroup, number> & { applicants: number }

export type DecidedRound = { id: string; number: string; title: Said; publishedAt: string; counts: ResultCounts }

export type HomeView = {
  introduction: Said
  foundedOn: string | null
  decided: DecidedRound | null
  notices: NoticeRow[]
  running: RunningRound[]
  posts: { open: number; seats: number; rows: PostRow[] }
  /** The newest questions, and what became of earlier ones. */
  problems: { rows: ProblemPublicRow[]; counts: NeedCounts }
  members: MemberCount[]
  chains: { schools: number; programmes: number; posts: number; seats: number; enterprises: number; spokenFor: number; platforms: number }
}

export type ResultRow = {
  letterNumber: string
  post: Said | null
  organisation: Said | null
  choice: number | null
  seat: string | null
}

export type NoticeView = {
  id: string
  number: string
  title: Said
  state: 'publicity' | 'confirming' | 'closed'
  publishedAt: string
  publicityUntil: string | null
  weights: { school: number; interview: number; certificate: number }
  maxWishes: number
  counts: ResultCounts
  /** How it was matched, in sentences. */
  rule: string[]
  claims: { name: 'stable' | 'studentOptimal' | 'strategyProof' | 'efficient'; holds: boolean; text: string }[]
  seed: string
  commitment: string
  digests: { list: string; input: string; result: string }
  engine: string | null
  objections: { made: number; answered: number }
  results: Page<ResultRow>
  filter: { q: string; group: ResultGroup | '' }
  objection: ObjectionForm
}

/** The body of the JSON endpoint: one rule for the form and for programs. */
export const ObjectionBody = objectInPublic.body
export const PriceObjectionBody = objectToPrice.body
export type ObjectionField = 'name' | 'contact' | 'body'
export type ObjectionForm = {
  open: boolean
  values: Record<ObjectionField, string>
  wrong: ObjectionField[]
  /** A sentence, when it was refused. */
  refused: string | null
  /** The receipt, after it was sent. */
  received: { id: string; dueAt: string } | null
}

export type HelpEntry = { slug: string; title: string; lead: string }
export type HelpView = HelpEntry & { html: string; lang: PortalLocale; sections: { id: string; title: string }[]; previous: HelpEntry | null; next: HelpEntry | null }

export type ShortageRow = {
  occupationCode: string
  occupation: Said
  firms: number
  people: number
  graduates: number
  medianPay: number | null
  scores: Record<'contrast' | 'education' | 'experience' | 'requirement' | 'pay', number>
  computed: number
  step: number
  stepReason: Said | null
  total: number
  scarce: boolean
}
export type ShortageView = {
  leastFirms: number
  published: { year: number; title: Said; publishedAt: string; weights: ShortageRow['scores']; weightsReason: Said | null; cutOff: number; usualPay: number | null; rows: ShortageRow[]; demo: boolean } | null
}

/** A unit on the list that a school decided in a meeting. What the visit found is not public. */
export type ListedUnitRow = { id: string; name: Said; town: Said | null; school: Said; listedOn: string; minutesNumber: string; demo: boolean }

type AgreementKind = 'consent' | 'own_choice' | 'three_party' | 'order_class' | 'apprenticeship' | 'cooperation' | 'practice' | 'mentor' | 'assistance' | 'other'
/** What anybody may know of an agreement whose code or hash they have: never a person's name. */
export type AgreementCheck = {
  typed: string
  result:
    | null
    | { found: false; why: 'unreadable' | 'forged' | 'unknown' }
    | {
        found: true
        number: string
        code: string
        kind: AgreementKind
        state: 'signing' | 'concluded' | 'superseded' | 'terminated' | 'expired' | 'declined' | 'withdrawn'
        organisations: Said[]
        startsOn: string | null
        endsOn: string | null
        signedOn: string | null
        endedOn: string | null
        laterNumber: string | null
        parties: number
        signatures: number
        textHash: string
        sameText: boolean | null
      }
}

/** One page with what it shows. */
export type PortalPage =
  | { name: 'home'; view: HomeView }
  | { name: 'firstRun' }
  | { name: 'members'; view: Page<MemberRow> & { counts: MemberCount[]; filter: { q: string; kind: string }; directoryEntries: number } }
  | { name: 'member'; view: MemberView }
  | { name: 'posts'; view: Page<PostRow> & { filter: PostFilter; towns: Said[]; occupations: { code: string; name: Said }[] } }
  | { name: 'post'; view: PostView }
  | { name: 'problems'; view: Page<ProblemPublicRow> & { filter: { q: string; kind: string }; counts: NeedCounts } }
  | { name: 'endedProblems'; view: Page<ProblemPublicRow> & { filter: { how: EndOfNeed | '' }; counts: NeedCounts } }
  | { name: 'problem'; view: ProblemPublicView }
  | { name: 'price'; view: PriceNoticeView }
  | { name: 'achievements'; view: Page<AchievementPublicRow> & { filter: { q: string }; notices: PriceNotice[] } }
  | { name: 'achievement'; view: AchievementPublicView }
  | { name: 'shortage'; view: ShortageView }
  | { name: 'units'; view: Page<ListedUnitRow> & { schools: { id: string; name: Said; count: number }[]; filter: { q: string; school: string } } }
  | { name: 'notices'; view: { open: NoticeRow[]; past: Page<NoticeRow>; running: RunningRound[] } }
  | { name: 'notice'; view: NoticeView }
  | { name: 'helpIndex'; view: HelpEntry[] }
  | { name: 'help'; view: HelpView }
  | { name: 'agreement'; view: AgreementCheck }
  | { name: 'unsubscribe'; view: { done: boolean } }
  | { name: 'fault'; view: { status: number; sentence: string; reference: string | null } }
