/** What the demonstration alliance consists of. Keys link the parts; the loader turns them into ids. */
export type DemoOrganisation = {
  key: string
  kind: 'enterprise' | 'school' | 'park' | 'innovation_platform' | 'association' | 'government'
  /** Only schools have one. */
  schoolLevel: 'degree' | 'higher' | 'technician' | 'secondary' | null
  name: string
  nameEn: string
  /** true: fictional, the name holds 示例. false: a public directory fact; everything private is null. */
  demo: boolean
  /** A real name whose membership the founding report itself tells. null for the fictional. */
  membershipConfirmed: boolean | null
  uscc: string | null
  industryCode: string | null
  divisionCode: string | null
  town: string | null
  address: string | null
  staffCount: number | null
  size: 'large' | 'medium' | 'small' | 'micro' | null
  website: null
  contact: { name: string; phone: string; email: string } | null
  fact: { zh: string; en: string } | null
  protocolOrder: number
  /** The government is a member and sits in no council. */
  seat: 'council' | 'member'
  /** One of the four counties that Nanhai is paired with. */
  pairedCounty: boolean
}

export type DemoRepresentation = { speaker: string; organisation: string }

export type DemoAccount = {
  login: string
  name: string
  role: 'secretariat' | 'enterprise_contact' | 'school_contact' | 'teacher' | 'mentor' | 'student' | 'park_contact' | 'association_contact' | 'platform_contact' | 'official'
  organisation: string | null
  /** For students and teachers: whom the account belongs to. */
  student: string | null
  teacher: string | null
  email: string
  /** One line for the list of demo accounts that the start prints. */
  purpose: { zh: string; en: string }
}

export type DemoProgramme = {
  key: string
  school: string
  majorCode: string
  name: string
  level: 'secondary' | 'technician' | 'higher' | 'bachelor'
  lengthYears: number
}

export type DemoTeacher = { key: string; school: string; number: string; name: string; phone: string; subject: string; demo: true }

export type DemoCohort = {
  key: string
  programme: string
  name: string
  entryYear: number
  leaveYear: number
  teacher: string
}

export type DemoStudent = {
  key: string
  school: string
  cohort: string
  studentNumber: string
  name: string
  sex: 'male' | 'female'
  birthDate: string
  idType: 'resident'
  idNumber: string
  phone: string
  homeDivisionCode: string
  guardian: { name: string; phone: string; relation: '父亲' | '母亲' } | null
  /** Thousandths: 81.5 marks are 81500. */
  schoolMark: number
  certificates: string[]
  tags: string[]
  demo: true
}

export type DemoPost = {
  key: string
  organisation: string
  /** Where the post should stand after loading. A draft breaks a rule and shows why when somebody submits it. */
  state: 'draft' | 'submitted' | 'open' | 'stale' | 'closed'
  title: string
  titleEn: string
  occupationCode: string
  tasks: string
  seats: number
  payMin: number
  payMax: number
  payPeriod: 'month'
  samePostWage: number
  lowestTierWage: number
  payDirect: boolean
  hoursPerDay: number
  hoursPerWeek: number
  shift: 'day' | 'two_shifts' | 'three_shifts' | 'flexible'
  nightWork: boolean
  restDayWork: boolean
  divisionCode: string
  town: string
  address: string
  lodging: 'none' | 'free' | 'paid' | 'subsidy'
  meals: 'none' | 'free' | 'paid' | 'subsidy'
  /** Named hazards of rule 1.27: height, underground, radiation, toxic, explosive. */
  hazards: string[]
  labourIntensity: number
  minorForbidden: boolean
  femaleForbidden: boolean
  entertainmentVenue: false
  agency: boolean
  programmes: string[]
  mentorName: string
  mentorPhone: string
  postStaff: number
  startsOn: string
  endsOn: string
  validUntil: string
  submittedAt: Date | null
  verifiedAt: Date | null
  confirmedAt: Date | null
  closeReason: 'filled' | null
  demo: true
}

export type DemoReserve = { tag: 'paired_county'; seats: number; mode: 'guarantee' }
export type DemoWishList = {
  student: string
  state: 'draft' | 'submitted'
  savedAt: Date
  submittedAt: Date | null
  /** Post keys, best first. */
  posts: string[]
}
/** Thousandths. */
export type DemoScore = { post: string; student: string; interview: number; certificate: number }

export type DemoRound = {
  key: 'finished' | 'open'
  title: string
  titleEn: string
  leaveYear: number
  maxWishes: number
  weights: { school: number; interview: number; certificate: number }
  opensAt: Date
  closesAt: Date
  rankingClosesAt: Date
  publicityUntil: Date
  confirmUntil: Date
  startsOn: string
  endsOn: string
  /** The finished round's seed is known; an open round draws its own, so that nobody can read it here. */
  seed: string | null
  cohorts: string[]
  posts: { post: string; seats: number; reserves: DemoReserve[] }[]
  wishLists: DemoWishList[]
  /** Of the open round: what the enterprises would say, for those who want to play on. Not to be loaded before wishes close. */
  scores: DemoScore[]
  /** Students who decline if they are placed, with the reason; everybody else accepts. */
  declines: { student: string; reason: string }[]
  objections: { student: string; body: string; answer: string }[]
}

export type DemoAlliance = {
  alliance: {
    code: string
    kind: 'district'
    name: string
    nameEn: string
    foundedOn: string
    introduction: string
    introductionEn: string
  }
  organisations: DemoOrganisation[]
  representations: DemoRepresentation[]
  accounts: DemoAccount[]
  programmes: DemoProgramme[]
  teachers: DemoTeacher[]
  cohorts: DemoCohort[]
  students: DemoStudent[]
  posts: DemoPost[]
  rounds: { finished: DemoRound; open: DemoRound }
  /** Students of the paired county who are in Nanhai, or were: keys by trade. */
  away: Record<'dress' | 'auto' | 'food', string[]>
}
