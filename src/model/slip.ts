/**
 * True when two words are at most a slip of the pen apart: alike but for two letters in one place, without regard to
 * case. A quick test before anything is measured.
 */
export function isSlip(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length)
  const shortest = Math.min(a.length, b.length)
  if (longest - shortest > 2) return false
  let before = 0
  while (before < shortest && a[before] === b[before]) before++
  let after = 0
  while (after < shortest - before && a[a.length - 1 - after] === b[b.length - 1 - after]) after++
  return before + after >= longest - 2
}
