import { dayOf } from './day.js'
import { isChecked } from './personal-number.js'
import type { Said } from './said.js'

/**
 * What in a text may say who a child or a guardian is: a personal number, or a name where a child or a guardian is
 * spoken of. Absent when nothing does. What is found is never repeated.
 */
export function personalIn(text: string): Said | undefined {
  if (hasPersonalNumber(text)) return { sv: 'ett personnummer', en: 'a personal number' }
  if (NAMED_CHILD.test(text) || NAMED_PARENT.test(text) || AGED.test(text) || INITIALS.test(text))
    return {
      sv: 'vad som ser ut som namnet på ett barn eller en vårdnadshavare',
      en: 'what looks like the name of a child or guardian',
    }
  return undefined
}

/** True when a text holds a personal or coordination number: its day exists, and its form or its check digit is right. */
function hasPersonalNumber(text: string): boolean {
  for (const [, century = '', short = '', sign = '', last = ''] of text.normalize('NFKC').matchAll(NUMBER)) {
    const [year, month, day] = [short.slice(0, 2), short.slice(2, 4), short.slice(4, 6)].map(Number)
    if (year === undefined || month === undefined || day === undefined) continue
    const on = day > 60 ? day - 60 : day
    const centuries = century === '' ? [2000, 1900] : [Number(century) * 100]
    if (!centuries.some(from => dayOf(from + year, month, on) !== undefined)) continue
    // Written as such a number is, it says a day of birth also when its last four are crossed over or mistyped.
    if (century !== '' || sign !== '' || /\D/.test(last) || isChecked(`${short}${last}`)) return true
  }
  return false
}

const NUMBER = /(?<!\d)(19|20)?(\d{6})\s?([-–−+]?)\s?(\d{4}|[TXx*]{4}|[A-Z]{2}\d{2})(?!\d)/g

const NAME = '[A-ZÅÄÖÉÜ][a-zåäöéüø]{1,}(?:[- ][A-ZÅÄÖÉÜ][a-zåäöéüø]{1,})?'
/** Words that begin with a capital after such a noun and are no names. */
const NOT_NAMES =
  '(?!(?:BUP|SIP|IFO|HVB|LSS|Region|Kommun|Polis|Skol|Första|Barn|Elev|Socialtj|Habilitering|Vård|Familje|Och|Som|Har|Är|Var|Blev|Kom|Fick|Hade|Ska|Skulle|Kunde|Kallades|I|På|Vid|Inte)\\b)'

/** "eleven Lisa", "barnet (Ali)", "pojken, Kalle". */
const NAMED_CHILD = new RegExp(
  `(?<![\\p{L}])(?:[Ee]leven|[Bb]arnet|[Pp]ojken|[Ff]lickan|[Uu]ngdomen|[Dd]en unge|[Dd]ottern|[Ss]onen|[Ss]yskonet|[Bb]rodern|[Ss]ystern|[Pp]atienten|[Kk]lienten|[Bb]rukaren)(?: heter)?[ ,(:–-]{1,3}${NOT_NAMES}${NAME}(?![\\p{L}])`,
  'u',
)
/** "mamma Anna", "vårdnadshavaren Bo Ek", "Lisas mamma". */
const NAMED_PARENT = new RegExp(
  `(?<![\\p{L}])(?:(?:[Mm]amma|[Mm]amman|[Mm]odern|[Pp]appa|[Pp]appan|[Ff]adern|[Ff]öräldern|[Vv]årdnadshavaren|[Mm]ormor|[Ff]armor)[ ,(:–-]{1,3}${NOT_NAMES}${NAME}(?![\\p{L}])|${NOT_NAMES}[A-ZÅÄÖ][a-zåäöé]{2,}s (?:mamma|pappa|mor|far|föräldrar|vårdnadshavare|syskon|bror|syster)(?![\\p{L}]))`,
  'u',
)
/** "Lisa, 9 år", "Ali (12 år)". */
const AGED = new RegExp(
  `(?<![\\p{L}])${NOT_NAMES}[A-ZÅÄÖÉ][a-zåäöéü]{2,}(?: [A-ZÅÄÖ][a-zåäöé]+)?[ ,(]{1,3}\\d{1,2} ?år(?:ing)?(?![\\p{L}])`,
  'u',
)
/** "eleven L.S.", "barnet K K". */
const INITIALS =
  /(?<![\p{L}])(?:[Ee]leven|[Bb]arnet|[Pp]ojken|[Ff]lickan)[ ,(]{1,2}[A-ZÅÄÖ]\.? ?[A-ZÅÄÖ](?:\.|(?![\p{L}]))/u
