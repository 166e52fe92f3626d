import type { Action } from './body.js'
import { type Document, mayBeQuoted } from './document.js'
import type { Said } from './said.js'

/** How an action is named in a sentence: by its address, unless that would repeat a heading of a document that is not open. */
export const actionName = ({ address }: Action, document: Document): Said =>
  address.startsWith('§') || mayBeQuoted(document)
    ? { sv: `Uppdraget \`${address}\``, en: `The action \`${address}\`` }
    : { sv: 'Uppdraget här', en: 'The action here' }
