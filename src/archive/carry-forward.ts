import type { Archive } from '../model/archive.js'
import type { Action, Section } from '../model/body.js'
import { type Day, yearOf } from '../model/day.js'
import { type Document, nameOf, titleOf } from '../model/document.js'
import { stated, textOf } from '../model/fields.js'
import { dayOfMeeting } from '../model/meeting.js'
import { readWrittenDate } from '../model/period.js'
import { RECORDS } from '../model/rule.js'
import { tasksOf } from '../model/tasks.js'
import { folded } from '../model/text.js'
import type { Waiting } from '../model/waiting.js'

/**
 * What a group has before it at a meeting on a day: the open actions and deferred items of its earlier meetings, its
 * open matters whose time has come, and the deviations that it handles. One function for `new`, `validate` and all
 * that asks what must not be lost.
 */
export function waitingFor(archive: Archive, slug: string, meeting: Day): readonly Waiting[] {
  const earlier = archive
    .meetingsOf(slug)
    .filter(document => isRecord(document) && (dayOfMeeting(document) ?? '9999') < meeting)
  const left = earlier.flatMap((document, index) =>
    leftOpenBy(document).filter(
      waiting =>
        isTimely(waiting, document, meeting) &&
        !earlier.slice(index + 1).some(later => settles(later, waiting)),
    ),
  )
  const covered = new Set(left.flatMap(({ about }) => about.map(id => id.toLowerCase())))
  const standing = [...openMatters(archive, slug, meeting), ...openDeviations(archive, slug)]
  return [...left, ...standing.filter(({ address }) => !covered.has(address.toLowerCase()))]
}

/** What one meeting document left open: actions that are not done, and items that were put off. */
export function leftOpenBy(document: Document): readonly Waiting[] {
  if (!isRecord(document)) return []
  const { actions, sections, decisions } = document.body
  const left: Waiting[] = []
  for (const action of actions) if (!action.done) left.push(openAction(action, document))
  for (const { number, title, attributes } of sections) {
    const returns = attributes.find(({ key }) => key === 'Återkommer')
    if (returns === undefined) continue
    left.push({
      what: 'deferred',
      address: `${nameOf(document)} § ${number ?? title}`,
      text: title,
      from: document,
      line: returns.line,
      due: returns.value,
      about: matterIds(attributes),
      because: deferredBecause(document, returns.value),
    })
  }
  for (const { returns, section, address, text, line } of decisions) {
    if (returns === undefined) continue
    const item = itemAround(document, section)
    left.push({
      what: 'deferred',
      address: `${nameOf(document)} ${address ?? ''}`.trim(),
      text: item?.title ?? text,
      from: document,
      line,
      due: returns,
      about: matterIds(item?.attributes ?? []),
      because: deferredBecause(document, returns),
    })
  }
  return left
}

const openAction = ({ address, ownersWritten, task, line, due }: Action, document: Document): Waiting => ({
  what: 'action',
  address: `${nameOf(document)} ${address}`,
  text: ownersWritten === undefined ? task : `${ownersWritten}: ${task}`,
  from: document,
  line,
  ...stated('due', due),
  about: [],
  because: { sv: `öppet uppdrag från ${nameOf(document)}`, en: `open action from ${nameOf(document)}` },
})

/** The numbered item that a section is or lies under. */
function itemAround({ body }: Document, index: number | undefined): Section | undefined {
  let section = index === undefined ? undefined : body.sections[index]
  while (section?.number === undefined && section?.parent !== undefined)
    section = body.sections[section.parent]
  return section
}

/** True when a meeting document takes up something that waits: cites its address, links its matter, or repeats its words. */
export function takesUp(document: Document, waiting: Waiting): boolean {
  const { body } = document
  const ids = [waiting.address, ...waiting.about].map(id => id.toLowerCase())
  if (body.mentions.some(({ address }) => ids.includes(address.toLowerCase()))) return true
  if (
    body.sections.some(({ attributes }) => matterIds(attributes).some(id => ids.includes(id.toLowerCase())))
  )
    return true
  if (waiting.what === 'action') return repeats(document, waiting)
  const words = folded(waiting.text)
  return body.sections.some(({ title }) => folded(title) === words)
}

/** An action lives until it is ticked or given anew in the same words; what was put off, until a meeting takes it up. */
const settles = (later: Document, waiting: Waiting): boolean =>
  waiting.what === 'action' ? repeats(later, waiting) : takesUp(later, waiting)

const repeats = (document: Document, waiting: Waiting): boolean => tasksOf(document).has(folded(waiting.text))

const isRecord = ({ typ }: Document): boolean => (RECORDS as readonly string[]).includes(typ ?? '')

const deferredBecause = (document: Document, when: string) => ({
  sv: `uppskjutet vid ${nameOf(document)}, återkommer ${when}`,
  en: `put off at ${nameOf(document)}, comes back ${when}`,
})

const matterIds = (
  attributes: readonly { readonly key: string; readonly value: string }[],
): readonly string[] =>
  attributes
    .filter(({ key }) => key === 'Ärende' || key === 'Avvikelser')
    .flatMap(({ value }) => value.split(/\s*[,;]\s*/))

/** An action always belongs to the next meeting; what was put off, once its time has come. */
function isTimely(waiting: Waiting, document: Document, meeting: Day): boolean {
  if (waiting.what === 'action' || waiting.due === undefined) return true
  const day = dayOfMeeting(document)
  const period = readWrittenDate(waiting.due, day === undefined ? undefined : yearOf(day))?.period
  return period === undefined || period.from <= meeting
}

function openMatters(archive: Archive, slug: string, meeting: Day): readonly Waiting[] {
  return archive.ofKind('ärende').flatMap((matter): readonly Waiting[] => {
    const owner =
      matter.status === 'lyft'
        ? (textOf(matter.fields, 'lyft_till') ?? textOf(matter.fields, 'grupp'))
        : textOf(matter.fields, 'grupp')
    if (owner !== slug || matter.status === 'avslutat' || matter.id === undefined) return []
    const returns = textOf(matter.fields, 'återkommer')
    const period = returns === undefined ? undefined : readWrittenDate(returns, yearOf(meeting))?.period
    if (period !== undefined && period.from > meeting) return []
    return [
      {
        what: 'matter',
        address: matter.id,
        text: titleOf(matter),
        from: matter,
        line: 1,
        ...stated('due', returns),
        about: [matter.id],
        because:
          returns === undefined
            ? {
                sv: `öppet ärende, ${matter.status ?? 'utan status'}`,
                en: `open matter, ${matter.status ?? 'without status'}`,
              }
            : { sv: `ärendet återkommer ${returns}`, en: `the matter comes back ${returns}` },
      },
    ]
  })
}

const openDeviations = (archive: Archive, slug: string): readonly Waiting[] =>
  archive
    .ofKind('avvikelse')
    .filter(
      ({ fields, status, id }) =>
        textOf(fields, 'grupp') === slug && status !== 'avslutad' && id !== undefined,
    )
    .map(deviation => ({
      what: 'deviation',
      address: deviation.id ?? '',
      text: titleOf(deviation),
      from: deviation,
      line: 1,
      about: [deviation.id ?? ''],
      because: {
        sv: `avvikelse att hantera, ${deviation.status ?? 'utan status'}`,
        en: `deviation to handle, ${deviation.status ?? 'without status'}`,
      },
    }))
