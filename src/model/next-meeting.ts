import { formalItemOf } from './agenda-item.js'
import { bodyTextOf } from './body-text.js'
import { yearOf } from './day.js'
import type { Document } from './document.js'
import { meetingOf } from './meeting.js'
import { DATE_WORDS, datesIn, type MentionedDate } from './mentioned-date.js'
import { sentencesOf } from './sentence.js'
import { folded } from './text.js'

/** What the text of a meeting document says of the meetings to come of its own group. */
export interface MeetingClaim {
  /**
   * `next`: the next meeting is that day; `listed`: meetings to come are those days; `last`: the last of the
   * year or term is that day.
   */
  readonly says: 'next' | 'listed' | 'last'
  /** One for a sentence, those that stand there for a list. */
  readonly dates: readonly MentionedDate[]
  readonly line: number
  /** The date as it stands on that line. */
  readonly mark: string
}

/**
 * The claims in the order of the file. Strict: only what is said of the group's own meetings, with the date
 * straight
 * after ("nästa möte är den 13 december"), or under a heading about meetings to come ("Höstens möten").
 */
export function meetingClaimsOf(document: Document, groupName: string): readonly MeetingClaim[] {
  const { prose, sections } = document.body
  const { day } = meetingOf(document)
  const year = day === undefined ? undefined : yearOf(day)
  const claims: MeetingClaim[] = []
  const headed = new Map<number, MentionedDate[]>()
  for (const { index, title, line } of sections) {
    if (formalItemOf(title) !== 'next') continue
    const dates = [...datesIn(title, year)]
    headed.set(index, dates)
    if (dates[0] !== undefined) claims.push({ says: 'listed', dates, line, mark: dates[0].written })
  }
  if (headed.size === 0 && !SPEAKS.test(bodyTextOf(document.body))) return claims
  for (const each of prose) {
    if (each.quoted || each.role === 'action' || each.role === 'note' || !/\d/.test(each.text)) continue
    const listed = each.section === undefined ? undefined : headed.get(each.section)
    const found = listed === undefined ? [] : datesIn(each.text, year)
    const [first] = found
    if (listed !== undefined && first !== undefined) {
      if (listed.length === 0)
        claims.push({ says: 'listed', dates: listed, ...standing(each, first.index, first.written) })
      listed.push(...found)
    }
    if (listed !== undefined || !SPEAKS.test(each.text)) continue
    for (const sentence of sentencesOf(each)) {
      for (const [form, says] of FORMS) {
        const match = form.exec(sentence.text)
        const [date] = match === null ? [] : datesIn(match[1] ?? '', year)
        if (match === null || date === undefined || speaksOfOthers(each.text, groupName)) continue
        claims.push({
          says,
          dates: [date],
          ...standing(sentence, match.index + match[0].length - date.written.length, date.written),
        })
      }
    }
  }
  return claims.sort((a, b) => a.line - b.line)
}

const standing = (
  { text, line }: { readonly text: string; readonly line: number },
  at: number,
  mark: string,
) => ({
  line: line + text.slice(0, at).split('\n').length - 1,
  mark: mark.split('\n')[0] ?? '',
})

/** True when a paragraph names a body that is not the group itself: its meetings are not ours. */
const speaksOfOthers = (text: string, groupName: string): boolean => {
  const own = folded(groupName)
  return [...text.matchAll(BODY)].some(([, word = '']) => {
    const stem = word.toLowerCase()
    return stem !== 'grupp' && stem !== 'samverkansgrupp' && !own.includes(stem)
  })
}

const BODY =
  /(?<![\p{L}-])([\p{L}-]{0,40}?(?:grupp|nämnd|styrelse|utskott|nätverk|kommitté|beredning|forum|LSVO|råd))(?:en|ens|erna|ernas|n|ns|et|ets|s|s-)?(?![\p{L}-])/giu

const SPEAKS = /(?:nästa|nästkommande|sista)\s/i
const MEETING = '\\p{L}{0,30}(?:möte|träff|sammanträde)'
const FILLER =
  '(?:[\\s,:–-]{1,3}(?:är|blir|hålls|äger\\srum|planeras|infaller|sker|bokas|till|den|på|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?)){0,6}[\\s,:–-]{1,3}'
const DATE = `((?:${DATE_WORDS})(?![\\p{N}/]|-\\d))`
const FORMS: readonly (readonly [RegExp, MeetingClaim['says']])[] = [
  [
    new RegExp(
      `(?<!\\p{L})(?<!(?:s|deras|sitt)\\s)(?:nästa|nästkommande)\\s(?:${MEETING}|gång(?:\\s(?:vi|gruppen)\\s(?:ses|möts|träffas))?)${FILLER}${DATE}`,
      'iu',
    ),
    'next',
  ],
  [
    new RegExp(`(?<!\\p{L})(?:årets|terminens|höstens|vårens)\\ssista\\s${MEETING}${FILLER}${DATE}`, 'iu'),
    'last',
  ],
]
