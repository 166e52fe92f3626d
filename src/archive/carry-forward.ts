import type { Action, Section } from '../model/body.js'
import type { Day } from '../model/day.js'
import { type Document, nameOf } from '../model/document.js'
import { type Held, isOpen } from '../model/fate.js'
import { stated } from '../model/fields.js'
import { isGeneralItem } from '../model/general-item.js'
import { RECORDS } from '../model/rule.js'
import { tasksOf } from '../model/tasks.js'
import { folded } from '../model/text.js'
import type { Waiting } from '../model/waiting.js'

/**
 * What a group has before it at a meeting on a day: the open actions and deferred items of its earlier meetings, its
 * open matters whose time has come, and the deviations that it handles.
 */
export function waitingFor(held: readonly Held[], meeting: Day): readonly Waiting[] {
  const open = held
    .filter(each => isOpen(each) && (each.fate.is !== 'put off' || each.fate.until.from <= meeting))
    .map(({ waiting }) => waiting)
  const isFromMeeting = ({ what }: Waiting) => what === 'action' || what === 'deferred'
  const covered = new Set(
    open.filter(isFromMeeting).flatMap(({ about }) => about.map(id => id.toLowerCase())),
  )
  return open.filter(waiting => isFromMeeting(waiting) || !covered.has(waiting.address.toLowerCase()))
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
    const cited = `${nameOf(document)} ${address ?? ''}`.trim()
    left.push({
      what: 'deferred',
      address: cited,
      text: item?.title ?? text,
      from: document,
      line,
      due: returns,
      about: matterIds(item?.attributes ?? []),
      because: {
        sv: `beslutet ${cited} återkommer ${returns}`,
        en: `the decision ${cited} comes back ${returns}`,
      },
    })
  }
  return left
}

/** An action of a meeting, as something that its group has before it. */
export const openAction = (
  { address, ownersWritten, task, line, due }: Action,
  document: Document,
): Waiting => ({
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
  return !isGeneralItem(waiting.text) && body.sections.some(({ title }) => folded(title) === words)
}

const repeats = (document: Document, waiting: Waiting): boolean => tasksOf(document).has(folded(waiting.text))

const isRecord = ({ typ }: Document): boolean => (RECORDS as readonly string[]).includes(typ ?? '')

const deferredBecause = (document: Document, when: string) => ({
  sv: `uppskjutet vid ${nameOf(document)}, återkommer ${when}`,
  en: `put off at ${nameOf(document)}, comes back ${when}`,
})

/** The ids of the matters and deviations that attribute lines name. */
export const matterIds = (
  attributes: readonly { readonly key: string; readonly value: string }[],
): readonly string[] =>
  attributes
    .filter(({ key }) => key === 'Ärende' || key === 'Avvikelser')
    .flatMap(({ value }) => value.split(/\s*[,;]\s*/))
