import { relative, sep } from 'node:path'
import type { ChangedLine, SinceSealed } from '../model/checked-adjustment.js'
import { type Document, mayBeQuoted } from '../model/document.js'
import { type Fields, fieldsOf, textOf as fieldText } from '../model/fields.js'
import { lineChanges } from '../model/line-changes.js'
import type { World } from '../model/ports.js'
import type { Said } from '../model/said.js'
import { decode } from '../parse/encoding.js'
import { partFrontMatter } from '../parse/front-matter.js'
import type { OpenArchive } from './open.js'
import { sealedContent, sealOf } from './seal.js'

/** What has changed in a document since it had a seal: the sealed version is sought in git's history, the newest first. */
export async function sinceSealed(
  document: Document,
  seal: string,
  { at, top, textOf }: OpenArchive,
  world: World,
): Promise<SinceSealed> {
  const { history } = world
  if (!(await history.isInstalled())) return { unknown: NO_GIT }
  const work = await history.topOf(top)
  if (work === undefined) return { unknown: NOT_IN_GIT }
  const path = relative(work, at(document.path)).split(sep).join('/')
  for (const { commit, day, path: then } of await history.versionsOf(work, path)) {
    const text = await history.textAt(work, commit, then)
    const sealed = text === undefined ? undefined : sealedFrom(text)
    if (sealed?.seal !== seal) continue
    const now = sealedFrom(textOf(document.path) ?? '')
    const isOpen = mayBeQuoted(document) && wasOpen(sealed.fields, document)
    return { commit: commit.slice(0, 10), day, lines: changed(sealed.content, now.content, isOpen) }
  }
  return { unknown: (await history.isShallow(work)) ? SHALLOW : NEVER_SAVED }
}

/** What is sealed of a document, from the text of its file. */
export function sealedFrom(text: string) {
  const { fields, body } = partFrontMatter(decode(new TextEncoder().encode(text)).text)
  return {
    fields,
    seal: sealOf(fields, body),
    content: sealedContent(fields, body),
  }
}

/** True of a version that said itself to be open, or said nothing and was of the same kind as the open one of today. */
function wasOpen(fields: Fields, today: Document): boolean {
  const grade = fields['sekretess']
  if (grade === undefined) return fieldText(fields, 'typ') === today.typ
  return (fieldText(fields, 'sekretess') ?? fieldText(fieldsOf(fields, 'sekretess'), 'grad')) === 'öppen'
}

function changed(before: string, after: string, isOpen: boolean): readonly ChangedLine[] {
  const [was, is] = [before.split('\n'), after.split('\n')]
  const [hiddenThen, hiddenNow] = [enclosedIn(was), enclosedIn(is)]
  return lineChanges(was, is).map(({ sign, line }) => {
    const text = (sign === '-' ? was : is)[line]
    const isHidden = (sign === '-' ? hiddenThen : hiddenNow).has(line)
    return isHidden || !isOpen || text === undefined ? { sign } : { sign, text }
  })
}

/** Numbers of the lines between `:::sekretess` and `:::`, which are never repeated. */
function enclosedIn(lines: readonly string[]): ReadonlySet<number> {
  const enclosed = new Set<number>()
  let isInside = false
  for (const [number, line] of lines.entries()) {
    if (/^:{3,}\s*sekretess/i.test(line)) isInside = true
    else if (isInside && /^:{3,}$/.test(line)) isInside = false
    else if (isInside) enclosed.add(number)
  }
  return enclosed
}

const NO_GIT: Said = {
  sv: 'Vad som har ändrats kan inte visas: git finns inte på den här datorn.',
  en: 'What has changed cannot be shown: there is no git on this machine.',
}
const NOT_IN_GIT: Said = {
  sv: 'Vad som har ändrats kan inte visas: arkivet ligger inte i git.',
  en: 'What has changed cannot be shown: the archive is not in git.',
}
const SHALLOW: Said = {
  sv: 'Vad som har ändrats kan inte visas: bara den senaste delen av historiken är hämtad. `git fetch --unshallow` hämtar resten.',
  en: 'What has changed cannot be shown: only the latest part of the history has been fetched. `git fetch --unshallow` fetches the rest.',
}
const NEVER_SAVED: Said = {
  sv: 'Vad som har ändrats kan inte visas: ingen version i git har det sigillet. Texten justerades utan att ha sparats i git, eller så är sigillet ett annat dokuments.',
  en: 'What has changed cannot be shown: no version in git has that seal. The text was adjusted without being committed, or the seal is that of another document.',
}
