import type { Archive } from './archive.js'
import type { Body, Decision, Section } from './body.js'
import type { Day } from './day.js'
import { type Document, nameOf } from './document.js'
import { dueIn } from './due.js'
import { stated } from './fields.js'
import { dayOfMeeting, meetingOf } from './meeting.js'
import { citable, mayBeRepeated } from './repeatable.js'
import { RECORDS } from './rule.js'
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
  /** When it comes back, as written. */
  readonly returns?: string
  /** True when that time is over and no later document takes the decision up. */
  readonly isForgotten: boolean
  /** Documents and decisions that follow it up or cite it. */
  readonly followedUp: readonly string[]
  /** What has replaced it. */
  readonly replacedBy: readonly string[]
}

/** The decisions of a minutes or protocol. */
export const decisionsOf = (document: Document, archive: Archive): readonly LoggedDecision[] =>
  document.body.decisions.map(decision => logged(decision, document, archive))

function logged(decision: Decision, document: Document, archive: Archive): LoggedDecision {
  const day = dayOfMeeting(document)
  const returns = decision.returns ?? attributeOver(document.body.sections, decision.section, 'Återkommer')
  const { followedUp, replacedBy } = laterWord(decision, document, archive)
  const end = returns === undefined ? undefined : dueIn(returns, document)?.to
  return {
    address: addressOf(decision, document),
    ...stated('day', day),
    ...stated('group', meetingOf(document).group),
    ...stated('text', mayBeRepeated(document, decision) ? decision.text : undefined),
    matters: mattersOf(decision, document),
    ...stated('returns', returns),
    isForgotten:
      end !== undefined &&
      end < archive.today &&
      followedUp.length + replacedBy.length === 0 &&
      !isTakenUp(decision, document, archive),
    followedUp,
    replacedBy,
  }
}

/** How a decision is cited; one in running prose by the section that it stands in. */
function addressOf(decision: Decision, document: Document): string {
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
    const citing =
      'line' in at
        ? from.body.decisions.find(({ line, endLine }) => line <= at.line && at.line <= endLine)
        : undefined
    const name = citing === undefined ? nameOf(from) : addressOf(citing, from)
    const isCited = part !== undefined && part === address
    if (
      relation === 'ersätter' ? part === undefined || isCited : isCited && REPLACES.test(citing?.text ?? '')
    )
      replacedBy.add(name)
    else if (isCited) followedUp.add(name)
  }
  return { followedUp: [...followedUp].sort(), replacedBy: [...replacedBy].sort() }
}

/**
 * True when a later minutes or protocol takes up the matter of a decision, or has a heading of the same name.
 */
function isTakenUp(decision: Decision, document: Document, archive: Archive): boolean {
  const titles = new Set(
    sectionsOver(document.body.sections, decision.section).map(({ title }) => folded(title)),
  )
  const matters = new Set(mattersOf(decision, document).map(id => id.toLowerCase()))
  return archive
    .ofKind(...RECORDS)
    .some(
      later =>
        (dayOfMeeting(later) ?? '') > (dayOfMeeting(document) ?? '9999') &&
        (archive.pointersOf(later).some(({ id }) => matters.has(id.toLowerCase())) ||
          later.body.sections.some(({ number, title }) => number !== undefined && titles.has(folded(title)))),
    )
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
