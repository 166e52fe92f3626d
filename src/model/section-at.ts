import type { Section } from './body.js'

/** The section that a line of the file stands in; absent above the first. Sections are in the order of the file. */
export function sectionAt(sections: readonly Section[], line: number): Section | undefined {
  let from = 0
  let to = sections.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sections[middle]?.line ?? 0) <= line) from = middle + 1
    else to = middle
  }
  return sections[from - 1]
}
