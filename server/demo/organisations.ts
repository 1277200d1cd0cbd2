import { chance } from './chance.ts'
import { creditCode, landline } from './numbers.ts'
import { personName } from './people.ts'
import type { DemoOrganisation, DemoRepresentation } from './shape.ts'
import { readTable } from './table.ts'

type Kind = DemoOrganisation['kind']
type Level = DemoOrganisation['schoolLevel']

/** 政园行企校: the order of names in every list. */
const kindsInOrder: Kind[] = ['government', 'park', 'innovation_platform', 'association', 'enterprise', 'school']
const levelsInOrder: Level[] = ['degree', 'higher', 'technician', 'secondary']
const registries = { enterprise: '91', park: '91', association: '51', innovation_platform: '52', school: '12', government: '11' } as const

export function organisations(): DemoOrganisation[] {
  const all = [...directory(), ...members()]
  const ranked = kindsInOrder.flatMap((kind) =>
    all
      .filter((organisation) => organisation.kind === kind)
      .sort((one, other) => schoolRank(one) - schoolRank(other))
      .map((organisation, index) => ({ ...organisation, protocolOrder: kindsInOrder.indexOf(kind) * 1000 + index + 1 })),
  )
  return ranked
}

/** Degree before higher before technician before secondary, the four counties last; within that, as written. */
const schoolRank = (organisation: DemoOrganisation) =>
  levelsInOrder.indexOf(organisation.schoolLevel) + (organisation.pairedCounty ? levelsInOrder.length : 0)

/** Real names: what is public about them, and nothing else. */
function directory(): DemoOrganisation[] {
  return readTable<'key' | 'kind' | 'level' | 'name' | 'nameEn' | 'town' | 'fact' | 'factEn' | 'confirmed'>('directory').map((row) => ({
    key: row.key,
    kind: row.kind as Kind,
    schoolLevel: (row.level || null) as Level,
    name: row.name,
    nameEn: row.nameEn,
    demo: false,
    membershipConfirmed: row.confirmed === 'yes',
    uscc: null,
    industryCode: null,
    divisionCode: null,
    town: row.town || null,
    address: null,
    staffCount: null,
    size: null,
    website: null,
    contact: null,
    fact: row.fact ? { zh: row.fact, en: row.factEn } : null,
    protocolOrder: 0,
    seat: 'council',
    pairedCounty: false,
  }))
}

/** Everybody else: fictional, marked 示例 in the name. */
function members(): DemoOrganisation[] {
  const luck = chance('organisations')
  return readTable<'key' | 'kind' | 'level' | 'name' | 'nameEn' | 'industry' | 'staff' | 'town' | 'division'>('members').map((row, index) => {
    const kind = row.kind as Kind
    const inCounty = !row.division.startsWith('44')
    const staffCount = Number(row.staff)
    return {
      key: row.key,
      kind,
      schoolLevel: (row.level || null) as Level,
      name: row.name,
      nameEn: row.nameEn,
      demo: true,
      membershipConfirmed: null,
      uscc: creditCode(registries[kind], row.division, index + 1),
      industryCode: row.industry,
      divisionCode: row.division,
      town: row.town || null,
      address: `${inCounty ? row.name.slice(0, 3) : `佛山市南海区${streetOrTown(row.town)}`}示例路 ${index + 1} 号`,
      staffCount,
      size: sizeOf(staffCount),
      website: null,
      contact: {
        name: row.key === 'ent-01' ? '梁佩仪' : personName(luck, luck.pick(['male', 'female']), inCounty ? 'county' : 'nanhai'),
        phone: landline(inCounty ? '0855' : '0757', index + 101),
        email: `contact@${row.key}.example`,
      },
      fact: null,
      protocolOrder: 0,
      seat: kind === 'government' ? 'member' : 'council',
      pairedCounty: inCounty,
    }
  })
}

const streetOrTown = (town: string) => (town === '桂城' ? '桂城街道' : `${town}镇`)

/** By staff alone, as the statistics office does for industry. */
const sizeOf = (staff: number) => (staff >= 1000 ? 'large' : staff >= 300 ? 'medium' : staff >= 20 ? 'small' : 'micro')

/** Parks and associations that speak for small firms of their town or trade. Fictional ones only. */
export function representations(): DemoRepresentation[] {
  const speaksFor: Record<string, string[]> = {
    'park-1': ['ent-02', 'ent-16', 'ent-25', 'ent-47', 'ent-58'],
    'park-2': ['ent-05', 'ent-27', 'ent-55'],
    'assoc-01': ['ent-06', 'ent-07', 'ent-37'],
    'assoc-07': ['ent-26', 'ent-38'],
    'assoc-11': ['ent-13', 'ent-14'],
    'assoc-13': ['ent-11', 'ent-12', 'ent-42'],
    'assoc-18': ['ent-20', 'ent-21'],
  }
  return Object.entries(speaksFor).flatMap(([speaker, firms]) => firms.map((organisation) => ({ speaker, organisation })))
}
