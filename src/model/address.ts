/** A decision, an action, a section or a whole document, as it is cited: `PROT-lansgrupp-2024-05-31 § 4:2`. */
export interface Address {
  readonly id: string
  /** `4`, `6b`; absent when the whole document is meant. */
  readonly section?: string
  /** The heading, where the section has no number. */
  readonly heading?: string
  /** Second number of `§ 4:2`. */
  readonly decision?: number
  /** Number of `u1`. */
  readonly action?: number
}

/** The form of every id: upper-case prefix, then ASCII. */
export const ID = /^[A-ZÅÄÖ]{2,6}-[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*$/

const SECTION = String.raw`§§?\s*(\d+(?:\s?[a-zåäö](?![a-zåäö]))?)`
const ADDRESS = new RegExp(
  String.raw`^([A-ZÅÄÖ]{2,6}-[0-9A-Za-z-]+?)(?:\s+(?:${SECTION}|"([^"]+)"))?(?:\s*:\s*(\d+))?(?:\s+u(\d+))?$`,
  'i',
)

/** A whole document, as most addresses are. */
const WHOLE = /^[A-ZÅÄÖ]{2,6}-[0-9A-Za-z-]+$/i

/** Reads an address as written; absent when it is none. */
export function readAddress(written: string): Address | undefined {
  const text = written.trim()
  if (WHOLE.test(text)) return { id: text }
  const match = ADDRESS.exec(text)
  if (match === null) return undefined
  const [, id = '', section, heading, decision, action] = match
  return {
    id,
    ...(section !== undefined && { section: sectionNumber(section) }),
    ...(heading !== undefined && { heading }),
    ...(decision !== undefined && { decision: Number(decision) }),
    ...(action !== undefined && { action: Number(action) }),
  }
}

/** Writes the part of an address after the id: `§ 4:2`, `§ 6b u1`, `"Höstens möten" u1`; empty for a whole document. */
export function partOf(address: Address): string {
  const section =
    address.section !== undefined
      ? `§ ${address.section}`
      : address.heading !== undefined
        ? `"${address.heading}"`
        : ''
  const decision = address.decision === undefined ? '' : `:${address.decision}`
  const action = address.action === undefined ? '' : ` u${address.action}`
  return `${section}${decision}${action}`.trim()
}

/** `4 a` and `4A` as `4a`. */
export const sectionNumber = (written: string): string => written.replace(/\s+/g, '').toLowerCase()

/** Ids compare without regard to case. */
export const sameId = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
