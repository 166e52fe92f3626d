import type { Archive } from './archive.js'
import type { Body, Decision, Section } from './body.js'
import type { Day } from './day.js'
import { decidingWordsOf, saysDecides } from './deciding.js'
import { type Deferral, deferralsIn } from './deferral.js'
import { type Document, nameOf } from './document.js'
import { dueIn } from './due.js'
import { stated } from './fields.js'
import { isGeneralItem } from './general-item.js'
import { groupOf } from './group.js'
import { exceedsMandate } from './mandate.js'
import { dayOfMeeting, meetingOf } from './meeting.js'
import { citable, mayBeRepeated } from './repeatable.js'
import { type ToComeBack, takenUpIn } from './taken-up.js'
import { folded } from './text.js'

/** A decision as a log of decisions (beslutslogg) keeps it. */
export interface LoggedDecision {
  /** `PROT-lansgrupp-2024-05-31 § 4:2`; the document and section where it cannot be cited. */
  readonly address: string
  readonly day?: Day
  /** Slug of the group. */
  readonly group?: string
  /** The words after "att"; absent where they may not be repeated. */
  readonly text?: string
  /** Ids of the matters and deviations that it is about. */
  readonly matters: readonly string[]
  /** The heading of the item that it stands in; absent where it may not be repeated. */
  readonly heading?: string
  /** When it comes back, as written. */
  readonly returns?: string
  /** Whether what was to come back has done so: absent where nothing was. */
  readonly followUp?: 'taken-up' | 'waiting' | 'forgotten'
  /** Documents and decisions that follow it up, cite it or take its matter up again when it was to come back. */
  readonly followedUp: readonly string[]
  /** What it has replaced. */
  readonly replaces: readonly string[]
  /** What has replaced it. */
  readonly replacedBy: readonly string[]
  readonly standing: Standing
}

/** In force; replaced; a proposal or support, which binds nobody; or made by a group that only prepares. */
export type Standing = 'in-force' | 'replaced' | 'proposed' | 'no-mandate'

/** True of what a group has decided and was free to decide, in force or not. */
export const isDecided = ({ standing }: LoggedDecision): boolean =>
  standing === 'in-force' || standing === 'replaced'

/** True when some words stand in a decision or in the heading over it. */
export const mentionsWords = ({ text, heading }: LoggedDecision, words: string): boolean =>
  [text, heading].some(each => each !== undefined && folded(each).includes(folded(words)))

/** The decisions of a minutes or protocol. */
export function decisionsOf(document: Document, archive: Archive): readonly LoggedDecision[] {
  const { decisions, sections } = document.body
  const spoken = decisions.length === 0 ? [] : deferralsIn(document.body)
  return decisions.map(decision => {
    const marked = decision.returns ?? attributeOver(sections, decision.section, 'Återkommer')
    return logged(decision, marked ?? saidToReturn(decision, spoken, document), document, archive)
  })
}

/** When a decision says in its own words that it comes back: "på septembermötet". */
const saidToReturn = (
  decision: Decision,
  spoken: readonly Deferral[],
  document: Document,
): string | undefined =>
  mayBeRepeated(document, decision)
    ? spoken.find(
        ({ sentence, until }) =>
          until !== 'some time' && decision.line <= sentence.line && sentence.line <= decision.endLine,
      )?.words
    : undefined

function logged(
  decision: Decision,
  returns: string | undefined,
  document: Document,
  archive: Archive,
): LoggedDecision {
  const { followedUp: cited, replacedBy } = laterWord(decision, document, archive)
  const isRepeatable = mayBeRepeated(document, decision)
  const around = sectionsOver(document.body.sections, decision.section)
  const takenUp =
    returns === undefined || cited.length > 0 ? undefined : takenUpIn(toComeBack(decision, document), archive)
  const followedUp = takenUp === undefined ? cited : [nameOf(takenUp)]
  return {
    address: addressOf(decision, document),
    ...stated('day', dayOfMeeting(document)),
    ...stated('group', meetingOf(document).group),
    ...stated('text', isRepeatable ? decision.text : undefined),
    matters: mattersOf(decision, document),
    ...stated('heading', isRepeatable ? around.find(({ number }) => number !== undefined)?.title : undefined),
    ...stated('returns', returns),
    ...stated('followUp', followUpOf(returns, followedUp.length + replacedBy.length, document, archive)),
    followedUp,
    replaces: replacedIn(decision, document, archive),
    replacedBy,
    standing: replacedBy.length > 0 ? 'replaced' : standingOf(decision, document, archive),
  }
}

function followUpOf(
  returns: string | undefined,
  later: number,
  document: Document,
  archive: Archive,
): LoggedDecision['followUp'] {
  if (returns === undefined) return undefined
  if (later > 0) return 'taken-up'
  const end = dueIn(returns, document)?.to
  return end !== undefined && end < archive.today ? 'forgotten' : 'waiting'
}

/** How a decision stands that nothing has replaced. */
export function standingOf(decision: Decision, document: Document, archive: Archive): Standing {
  const words = decidingWordsOf(decision, document.body)
  if (words === undefined) return 'in-force'
  if (!saysDecides(words.text)) return 'proposed'
  const { group } = meetingOf(document)
  const home = group === undefined ? undefined : archive.homeOf(document).group(group)
  return home !== undefined && exceedsMandate(decision, words, groupOf(home)) ? 'no-mandate' : 'in-force'
}

/** How a decision is cited; one in running prose by the section that it stands in. */
export function addressOf(decision: Decision, document: Document): string {
  const { address, section } = decision
  const number = section === undefined ? undefined : document.body.sections[section]?.number
  const written = address ?? (number === undefined ? undefined : `§ ${number}`)
  const part = written === undefined || mayBeRepeated(document, decision) ? written : citable(written)
  return part === undefined ? nameOf(document) : `${nameOf(document)} ${part}`
}

/** What later documents say of a decision: they cite it, follow it up, or put another in its place. */
function laterWord({ address }: Decision, document: Document, archive: Archive) {
  const followedUp = new Set<string>()
  const replacedBy = new Set<string>()
  for (const { from, relation, part, at } of archive.pointingAt(document.id ?? '')) {
    if (from === document || relation === 'föregående') continue
    const citing = 'line' in at ? decisionAt(from, at.line) : undefined
    const name = citing === undefined ? nameOf(from) : addressOf(citing, from)
    const isCited = part !== undefined && part === address
    const isInside = part !== undefined && address?.startsWith(`${part}:`) === true
    if (
      relation === 'ersätter'
        ? part === undefined || isCited || isInside
        : isCited && citing !== undefined && isReplacing(citing, from, archive)
    )
      replacedBy.add(name)
    else if (isCited || (isInside && relation === 'följer_upp')) followedUp.add(name)
  }
  return { followedUp: [...followedUp].sort(), replacedBy: [...replacedBy].sort() }
}

/** The same from the other side: what the document of a decision replaces as a whole, and what the decision itself says. */
function replacedIn(decision: Decision, document: Document, archive: Archive): readonly string[] {
  if (standingOf(decision, document, archive) !== 'in-force') return []
  const replaced = archive.pointersOf(document).flatMap(({ id, relation, part = '', at }) => {
    const target = archive.byId(id)
    if (target === document) return []
    const isOwn = 'line' in at && decision.line <= at.line && at.line <= decision.endLine
    const says = relation === 'ersätter' || (isOwn && part.includes(':') && REPLACES.test(decision.text))
    return says ? [`${target?.id ?? id} ${part}`.trim()] : []
  })
  return [...new Set(replaced)].sort()
}

/** True of a decision that puts an end to what it cites; a proposal to do so does not. */
const isReplacing = (decision: Decision, document: Document, archive: Archive): boolean =>
  REPLACES.test(decision.text) && standingOf(decision, document, archive) === 'in-force'

/** The decision that stands on a line. */
const decisionAt = ({ body }: Document, at: number): Decision | undefined =>
  body.decisions.find(({ line, endLine }) => line <= at && at <= endLine)

/** What of a decision may come back: its matters, and the name of the item that it stands in. */
function toComeBack(decision: Decision, document: Document): ToComeBack {
  const item = sectionsOver(document.body.sections, decision.section).find(
    ({ number }) => number !== undefined,
  )
  return {
    from: document,
    matters: mattersOf(decision, document),
    ...stated('title', item === undefined || isGeneralItem(item.title) ? undefined : item.title),
  }
}

/** The matters named by the heading over a decision, and what the decision itself names. */
function mattersOf({ section, line, endLine }: Decision, { body }: Document): readonly string[] {
  const above = ['Ärende', 'Avvikelser'].flatMap(
    key => attributeOver(body.sections, section, key)?.split(/\s*[,;]\s*/) ?? [],
  )
  const own = body.mentions
    .filter(mention => line <= mention.line && mention.line <= endLine)
    .map(({ address }) => address)
  const cited = own.filter(address => /^(?:ARE|AVV)-/i.test(address))
  return [...new Set(cited.length > 0 ? cited : above)]
}

/** The nearest attribute of a name in a section or one around it. */
const attributeOver = (
  sections: Body['sections'],
  section: number | undefined,
  key: string,
): string | undefined =>
  sectionsOver(sections, section)
    .flatMap(({ attributes }) => attributes)
    .find(each => each.key === key)?.value

/** A section and those around it, the innermost first. */
function sectionsOver(sections: Body['sections'], section: number | undefined): readonly Section[] {
  const own = section === undefined ? undefined : sections[section]
  return own === undefined ? [] : [own, ...sectionsOver(sections, own.parent)]
}

const REPLACES = /\b(?:ersätt|upphäv|upphör)/i
