/** Whether the catalogues have a class for a major's code: 01–14 undergraduate, 21–39 vocational bachelor, 41–59 higher, 61–79 secondary. */
export const isMajorClass = (majorCode: string): boolean => /^(?:0[1-9]|1[0-4]|[23][1-9]|[45][1-9]|[67][1-9])/.test(majorCode)
