import type { Rhythm } from './group.js'

/**
 * The most days that a group with a rhythm should let pass between two meetings: half as much again as the mean, so that a
 * summer is within it. Absent where the group has set no rhythm.
 */
export function longestGap({ perTerm, perYear }: Rhythm): number | undefined {
  const yearly = perTerm === undefined ? perYear : perTerm * 2
  return yearly === undefined || yearly <= 0 ? undefined : Math.ceil((365 / yearly) * 1.5)
}
