import { columnsOf, wrapped } from './layout.js'

/** Stands for a space at which no line may break: in `§ 4 u1`, in a number. */
const GLUE = '\u0001'

/** A text on lines of at most so many columns; a word that is longer is cut, and `§ 4 u1` stays together. */
export const broken = (text: string, columns: number): readonly string[] =>
  wrapped(
    text.replace(/§ (?=\d)|(?<=§ \w+) (?=u\d)|[\u00a0\u202f]/g, match => match.trim() + GLUE),
    columns,
  )
    .map(line => line.replaceAll(GLUE, ' '))
    .flatMap(line => (columnsOf(line) <= columns ? [line] : cut(line, columns)))

function cut(line: string, columns: number): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  for (const character of line) {
    if (piece !== '' && columnsOf(piece + character) > columns) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}
