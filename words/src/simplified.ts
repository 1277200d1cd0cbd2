import { Converter } from 'opencc-js/t2cn'

const convert = Converter({ from: 't', to: 'cn' })

/** What somebody typed in traditional characters, as names and codes are kept: for looking things up, never for showing. */
export const toSimplified = (text: string): string => (/[\u3400-\u9fff]/.test(text) ? convert(text) : text)
