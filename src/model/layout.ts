/** How many columns a text takes on a terminal: combining marks none, East Asian wide characters and emoji two. */
export function columnsOf(text: string): number {
  if (/^[\u0020-\u02ff]*$/.test(text)) return text.length
  let columns = 0
  for (const character of text) {
    if (/[\p{Mn}\p{Me}\u200b-\u200f\u2060\ufeff]/u.test(character)) continue
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        character,
      )
        ? 2
        : 1
  }
  return columns
}

/** Breaks a text into lines of at most so many columns, at spaces; a word that is longer stands alone on its line. */
export function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(each => each !== '')) {
    if (line !== '' && columnsOf(line) + 1 + columnsOf(word) > columns) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** A text made as wide as a column: filled with spaces on the right, or on the left for numbers. */
export const padded = (text: string, columns: number, side: 'left' | 'right' = 'left'): string => {
  const space = ' '.repeat(Math.max(0, columns - columnsOf(text)))
  return side === 'left' ? text + space : space + text
}

/** A text of one or more lines after a mark, the later ones set in under the first word. */
export const hanging = (text: string, columns: number, mark: string): readonly string[] => {
  const under = ' '.repeat(columnsOf(mark) + 2)
  return wrapped(text, columns - under.length).map((line, index) => (index === 0 ? mark : under) + line)
}
