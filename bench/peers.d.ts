declare module 'stable-marriage' {
  export class Person {
    constructor(name: string)
    fiance: Person | null | undefined
    name: string
    generatePreferences(preferences: readonly Person[]): void
  }
  export function stableMarriage(boys: readonly Person[]): Person[]
}
declare module 'hospitals-and-residents' {
  const peer: {
    checkLegality: (hospital: object, resident: object) => boolean
    softCost: (hospital: object & { id?: number }, resident: object & { wishes: readonly number[] }) => number
    initHospital(seats: number, hospital: object): { assigned_ids: number[] }
    initResident(size: number, resident: object): { assigned_id: number | undefined }
    findMatching(hospitals: readonly object[], residents: readonly object[], done: (error?: unknown) => void): void
  }
  export default peer
}
declare module 'hungarian-on3' {
  export default function hungarian(costs: readonly (readonly number[])[]): [number, number][]
}
declare module 'munkres-js' {
  export default function munkres(costs: readonly (readonly number[])[]): [number, number][]
}
