import type { Fault } from '../model/document.js'
import { mayHoldPersonalNumber, personalNumbersIn } from '../model/personal-number.js'
import type { SlimText } from './slim-text.js'

/** Lines with such a number that are told of one file; nobody reads further. */
const MOST = 200

/** One fault for each line of a file on which a personnummer stands, wherever that is: in fields, text, comments or code. */
export function personalNumberFaults(text: SlimText): readonly Fault[] {
  if (!mayHoldPersonalNumber(text.slim)) return []
  const whole = text.between(0, text.slim.length)
  const faults: Fault[] = []
  let line = 1
  let lineStart = 0
  let lastLine = 0
  for (const { index, length } of personalNumbersIn(whole)) {
    for (let end = whole.indexOf('\n', lineStart); end >= 0 && end < index; ) {
      line++
      lineStart = end + 1
      end = whole.indexOf('\n', lineStart)
    }
    if (line === lastLine) continue
    lastLine = line
    const column = index - lineStart + 1
    faults.push({
      name: 'personal-number',
      at: { span: { line, column, endLine: line, endColumn: column + length } },
    })
    if (faults.length === MOST) break
  }
  return faults
}
