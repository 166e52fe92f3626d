/**
 * The text of a cell as paragraphs of a document: nothing in it is a heading, a list, a link, HTML, a fence or front
 * matter any more, and it reads as it was written.
 */
export function paragraphsOf(text: string): readonly string[] {
  return cleaned(text)
    .split(/\n+/)
    .map(line => line.replace(/[ \t]+/g, ' ').trim())
    .filter(line => line !== '')
    .map(escaped)
}

/** A text without control characters, changes of direction and invisible signs; composed (NFC), line ends as LF. */
export const cleaned = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u2007\u202f\t]/g, ' ')
    .replace(/[\u2028\u2029\u0085]/g, '\n')
    .replace(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|[\u{e0000}-\u{e007f}]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu,
      '',
    )

/** One line of text that Markdown takes for nothing but text. */
const escaped = (line: string): string =>
  line
    .replace(/[\\`*_[\]<>|~#&]/g, '\\$&')
    .replace(/:\/\//g, ':\\/\\/')
    .replace(/^([-+=:])/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replaceAll('\\](', '\\]\\(')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/@/g, '\\@')
