import type { DocumentKind, Status } from './kind.js'

/**
 * The fields that a document of a kind must have at a status, each with the status from which it must: those of the
 * status itself and of every one before it that leads to it. Where the status is not known, those of the first.
 */
export function requiredOf(kind: DocumentKind, status: string | undefined): ReadonlyMap<string, string> {
  const known = remembered.get(kind) ?? everyRequired(kind)
  return known.get(status ?? '') ?? known.get(kind.statuses[0]?.name ?? '') ?? NONE
}

const remembered = new WeakMap<DocumentKind, ReadonlyMap<string, ReadonlyMap<string, string>>>()
const NONE: ReadonlyMap<string, string> = new Map()

/** The required fields of a kind by status. */
function everyRequired(kind: DocumentKind): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const required = new Map(kind.statuses.map(({ name }) => [name, gathered(kind, name)]))
  remembered.set(kind, required)
  return required
}

function gathered({ statuses, required }: DocumentKind, name: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  const last = statuses.findIndex(status => status.name === name)
  for (const status of statuses.slice(0, last + 1)) {
    if (status.name !== name && !leadsTo(status, name, statuses)) continue
    for (const field of required.get(status.name) ?? [])
      if (!fields.has(field)) fields.set(field, status.name)
  }
  return fields
}

/** True when a document can come from one status to another by allowed steps. */
function leadsTo(from: Status, to: string, statuses: readonly Status[]): boolean {
  const met = new Set([from.name])
  const open = [from]
  for (let status = open.pop(); status !== undefined; status = open.pop()) {
    if (status.next.includes(to)) return true
    for (const next of statuses) {
      if (!status.next.includes(next.name) || met.has(next.name)) continue
      met.add(next.name)
      open.push(next)
    }
  }
  return false
}
