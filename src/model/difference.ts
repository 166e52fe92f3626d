/** The lines between the first and the last that differ, as a diff shows them: for a change in one place. */
export function difference(before: string, after: string): string {
  const old = before.split(LINE_END)
  const now = after.split(LINE_END)
  let start = 0
  while (start < old.length && old[start] === now[start]) start++
  let end = 0
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++
  return [
    ...old.slice(start, old.length - end).map(line => `- ${line}`),
    ...now.slice(start, now.length - end).map(line => `+ ${line}`),
  ].join('\n')
}

const LINE_END = /\r\n?|\n/
