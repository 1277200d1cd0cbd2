/**
 * What a spreadsheet or a web page leaves in a cell, made plain. Every reader of this folder starts here.
 * All functions are pure, never throw, and run in one pass over the text.
 */

const named: Record<string, string> = {
  nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", middot: '·', ndash: '–', mdash: '—',
  hellip: '…', ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', yen: '¥', times: '×', plusmn: '±', le: '≤', ge: '≥', zwnj: '', zwj: '',
}

/** Full-width ASCII (`５Ｋ－`), the ideographic space and the rarer hyphens to half width; other characters stay. */
export function toHalfWidth(text: string): string {
  if (!/[\u2010\u2011\u2212\u3000\uFE58\uFE63\uFF01-\uFF5E\uFFE5]/.test(text)) return text
  return text
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .replace(/\uFFE5/g, '¥')
    .replace(/[\u2010\u2011\u2212\uFE63\uFE58]/g, '-')
}

const decodeEntities = (text: string) =>
  text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,6}));/g, (whole, decimal, hex, name) => {
    if (name) return named[name.toLowerCase()] ?? whole
    const point = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : ''
  })

/**
 * The text a person meant: HTML tags and entities gone (twice, for what was escaped twice), zero-width and control characters
 * gone, every kind of space one space, ends trimmed. Line breaks become one `\n` when `keepLines` is set, else a space.
 */
export function cleanText(raw: string, keepLines = false): string {
  if (/^[!-%'-;=-^`-~\u4E00-\u9FFF\u3001\u3002\uFF01-\uFF5E]*$/.test(raw)) return raw // most cells
  let text = raw
  if (text.includes('&')) text = decodeEntities(decodeEntities(text))
  if (text.includes('<')) text = text.replace(/<(?:br|\/p|\/div|\/li|\/tr)\b[^<>]*>/gi, '\n').replace(/<\/?[a-zA-Z][^<>]*>|<!--[\s\S]*?-->/g, '')
  if (text.includes('_x')) text = text.replace(/_x000[dD]_/g, '').replace(/_x000[aA]_/g, '\n')
  text = text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/(?![\t\n])\p{Cc}|[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu, '')
    .replace(/[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000 ]+/g, ' ')
  text = keepLines ? text.replace(/ ?\n[ \n]*/g, '\n') : text.replace(/ ?\n[ \n]*/g, ' ')
  return text.trim()
}

/** The characters of both scripts that the readers' words use; not a converter of texts. */
const simplifiedOf = new Map(
  (
    '萬万億亿歲岁經经歷历驗验應应屆届議议兩两時时個个員员餘余於于滿满週周無无內内間间約约過过須须實实習习長长從从後后資资塊块圓圆號号開开畢毕業业學学' +
    '獎奖終终稅税險险試试轉转達达補补貼贴績绩結结鐘钟點点幾几數数雙双關关東东條条國国幣币臺台農农曆历當当歸归頂顶給给級级薦荐優优齡龄標标準准則则範范圍围' +
    '單单雜杂費费廠厂場场門门區区務务對对說说們们專专擔担職职種种類类體体項项領领與与還还這这總总計计聯联絡络電电話话機机構构編编碼码證证統统會会團团稱称' +
    '別别縣县鎮镇鄉乡師师導导選选寫写圖图書书館馆請请負负責责傳传網网郵邮簡简營营執执註注冊册設设備备產产創创辦办處处廳厅層层錄录節节為为採采爲为' +
    '壹一貳二贰二貮二叁三參三肆四伍五陆六陸六柒七捌八玖九拾十佰百仟千〇零'
  )
    .match(/../gu)!
    .map((pair) => [...pair] as [string, string]),
)
simplifiedOf.set('廿', '二十').set('卅', '三十').set('俩', '两个').set('倆', '两个').set('仨', '三个')

/** Traditional and financial forms of the readers' own words to the simplified ones. */
export function simplify(text: string): string {
  if (!/[^\p{ASCII}]/u.test(text)) return text
  let out = ''
  for (const character of text) out += simplifiedOf.get(character) ?? character
  return out
}

/** One spelling for comparing: clean, half width, simplified, lower case. */
export const plain = (raw: string): string => simplify(toHalfWidth(cleanText(raw))).toLowerCase()

/** A header, a choice or a code word for comparing: `plain` without spaces, stars and punctuation. */
export const wordKey = (raw: string): string => plain(raw).replace(/[^\p{L}\p{N}]+/gu, '')

/**
 * A person's or organisation's name: clean; spaces between Chinese characters dropped (`张 三` → `张三`), one space kept
 * between Latin words; the dot of names in one form (`·`). Full-width letters and brackets become half width only inside Latin.
 */
export function cleanName(raw: string): string {
  return cleanText(raw)
    .replace(/[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/(?<=\p{Script=Han})\s*[·•‧∙・･．]\s*(?=\p{Script=Han})/gu, '·')
}
