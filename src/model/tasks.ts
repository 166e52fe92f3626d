import type { Document } from './document.js'
import { folded } from './text.js'

/** What the actions of a document say is to be done, made comparable: with their owners and without. Read once. */
export function tasksOf(document: Document): ReadonlySet<string> {
  const known = read.get(document)
  if (known !== undefined) return known
  const tasks = new Set<string>()
  for (const { task, ownersWritten } of document.body.actions) {
    tasks.add(folded(task))
    if (ownersWritten !== undefined) tasks.add(folded(`${ownersWritten}: ${task}`))
  }
  read.set(document, tasks)
  return tasks
}

const read = new WeakMap<Document, ReadonlySet<string>>()
