/** A time of day on the 24-hour clock, as minutes after midnight. */
export type Minutes = number

/** When a meeting is held: from, and to where it says. */
export interface TimeRange {
  readonly from: Minutes
  readonly to?: Minutes
}

const TIME = '(\\d{1,2})(?:[.:](\\d{2}))?'
const RANGE = new RegExp(`^(?:kl\\.?\\s*)?${TIME}(?:\\s*(?:-|–|—|till|to)\\s*(?:kl\\.?\\s*)?${TIME})?$`, 'i')

/** Reads `13.00–15.00`, `13:00-15:00`, `13-15`, `kl 9.30`; absent when it is not a time. */
export function readTimeRange(text: string): TimeRange | undefined {
  const match = RANGE.exec(text.trim())
  if (match === null) return undefined
  const from = minutesOf(match[1], match[2])
  const to = match[3] === undefined ? undefined : minutesOf(match[3], match[4])
  if (from === undefined || (match[3] !== undefined && to === undefined)) return undefined
  return to === undefined ? { from } : { from, to }
}

/** `09:30`, as ISO 8601 writes it. */
export const writeTime = (time: Minutes): string =>
  `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`

const minutesOf = (hours: string | undefined, minutes = '0'): Minutes | undefined =>
  Number(hours) < 24 && Number(minutes) < 60 ? Number(hours) * 60 + Number(minutes) : undefined
