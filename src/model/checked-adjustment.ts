import { type Document, mayBeQuoted, nameOf, titleOf } from './document.js'
import type { Surface } from './format.js'
import { hanging, wrapped } from './layout.js'
import type { Approval } from './meeting.js'
import type { Language, Said } from './said.js'

/** A line that was sealed and is gone, or that has come since. */
export interface ChangedLine {
  readonly sign: '-' | '+'
  /** Absent where the text must not be repeated. */
  readonly text?: string
}

/** What has changed in a document since it was sealed; or why that cannot be told. */
export type SinceSealed =
  | { readonly commit: string; readonly day: string; readonly lines: readonly ChangedLine[] }
  | { readonly unknown: Said }

/** Whether a signature is by the person it stands for: `unchecked` where the machine cannot tell. */
export type SignatureState = 'valid' | 'invalid' | 'unsigned' | 'key not in the register' | 'unchecked'

/** One line of `justering`, held against the text and the register. */
export interface CheckedApproval extends Approval {
  readonly isSealHolding: boolean
  readonly signed: SignatureState
}

/** What the lines of `justering` in one document are worth. */
export interface CheckedDocument {
  readonly document: Document
  readonly approvals: readonly CheckedApproval[]
  /** Chosen adjusters without a line, in a document that is `justerat` or waits for them. */
  readonly missing: readonly string[]
  /** For each seal that does not hold, what has changed since. */
  readonly changes: readonly SinceSealed[]
  /** Why signatures could not be checked. */
  readonly unchecked?: Said
  readonly holds: boolean
}

/** True of a line whose seal holds and whose signature, if it has one, is proved. */
export const isHolding = ({ isSealHolding, signed }: CheckedApproval): boolean =>
  isSealHolding && (signed === 'valid' || signed === 'unsigned')

const SIGNED: Readonly<Record<SignatureState, Said>> = {
  valid: { sv: 'signaturen är äkta', en: 'the signature is genuine' },
  invalid: { sv: 'signaturen är ogiltig', en: 'the signature is invalid' },
  unsigned: { sv: 'osignerad', en: 'unsigned' },
  'key not in the register': {
    sv: 'signaturens nyckel står inte hos personen i registret',
    en: 'the key of the signature is not that person’s in the register',
  },
  unchecked: { sv: 'signaturen kunde inte prövas', en: 'the signature could not be checked' },
}

/** What a document’s adjustments are worth, line by line, for a reader; a blank line last. */
export function checkedAsText(checked: CheckedDocument, surface: Surface): readonly string[] {
  const { document, approvals, missing, changes, unchecked } = checked
  const { language, columns, paint } = surface
  const sv = language === 'sv'
  const mayQuote = mayBeQuoted(document)
  const head = mayQuote ? `${nameOf(document)} – ${titleOf(document)}` : nameOf(document)
  const lines = wrapped(head, columns).map(paint.strong)
  const add = (text: string, mark: string, isGood: boolean) =>
    lines.push(...hanging(text, columns, mark).map(line => (isGood ? line : paint.error(line))))
  for (const [index, approval] of approvals.entries()) {
    const who = mayQuote
      ? [approval.person, approval.role, approval.day].filter(each => each !== undefined).join(', ')
      : `${sv ? 'rad' : 'line'} ${index + 1}`
    add(`${who}: ${worth(approval)[language]}`, isHolding(approval) ? '  ✓ ' : '  ✗ ', isHolding(approval))
  }
  const isFinal = document.status === 'justerat'
  for (const name of missing) {
    const who = mayQuote ? name : sv ? 'en justerare' : 'one adjuster'
    const says = isFinal
      ? { sv: 'har inte justerat', en: 'has not adjusted' }
      : { sv: 'har inte justerat än', en: 'has not adjusted yet' }
    add(`${who}: ${says[language]}.`, isFinal ? '  ✗ ' : '  – ', !isFinal)
  }
  if (approvals.length === 0 && (isFinal || missing.length === 0))
    add(sv ? 'ingen har justerat' : 'nobody has adjusted', isFinal ? '  ✗ ' : '  ', !isFinal)
  if (unchecked !== undefined) add(unchecked[language], '  ', true)
  for (const change of changes) lines.push(...changeAsText(change, surface))
  return [...lines, '']
}

const worth = ({ isSealHolding, seal, signed }: CheckedApproval): Said => ({
  sv: `${seal === undefined ? 'sigill saknas' : isSealHolding ? 'sigillet håller' : 'sigillet håller inte'}, ${SIGNED[signed].sv}.`,
  en: `${seal === undefined ? 'there is no seal' : isSealHolding ? 'the seal holds' : 'the seal does not hold'}, ${SIGNED[signed].en}.`,
})

function changeAsText(change: SinceSealed, { language, columns, paint }: Surface): readonly string[] {
  const sv = language === 'sv'
  if ('unknown' in change) return hanging(change.unknown[language], columns, '  ')
  const { commit, day, lines } = change
  const head = sv
    ? `Ändrat sedan den justerade texten (i git ${day}, ${commit}):`
    : `Changed since the text that was adjusted (in git ${day}, ${commit}):`
  if (lines.every(({ text }) => text === undefined)) {
    const gone = lines.filter(({ sign }) => sign === '-').length
    const come = lines.length - gone
    return [
      `  ${head}`,
      ...hanging(
        sv
          ? `Rader borttagna: ${gone}, tillagda: ${come}. Texten visas inte, eftersom den inte är öppen.`
          : `Lines removed: ${gone}, added: ${come}. The text is not shown, since it is not open.`,
        columns,
        '  ',
      ),
    ]
  }
  const hidden = sv ? '(sekretess: visas inte)' : '(sekretess: not shown)'
  return [
    `  ${head}`,
    ...lines.flatMap(({ sign, text }) => {
      const set = hanging(text === '' ? ' ' : (text ?? hidden), columns, `  ${sign} `)
      return set.map(line => (sign === '-' ? paint.error(line) : paint.good(line)))
    }),
  ]
}

/** The same for other programs; names only where they may be repeated. */
export function checkedAsData(checked: CheckedDocument, language: Language) {
  const { document, approvals, missing, changes, unchecked, holds } = checked
  const mayQuote = mayBeQuoted(document)
  return {
    id: document.id ?? null,
    path: document.path,
    holds,
    approvals: approvals.map(({ person, role, day, seal, isSealHolding, signed }) => ({
      person: mayQuote ? person : null,
      role: role ?? null,
      day: day ?? null,
      seal: seal === undefined ? 'missing' : isSealHolding ? 'holds' : 'broken',
      signature: signed,
    })),
    missing: mayQuote ? missing : missing.map(() => null),
    changes: changes.map(change =>
      'unknown' in change
        ? { unknown: change.unknown[language] }
        : { ...change, lines: change.lines.map(({ sign, text }) => ({ sign, text: text ?? null })) },
    ),
    unchecked: unchecked?.[language] ?? null,
  }
}
