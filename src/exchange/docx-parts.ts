import type { Parts } from './zip.js'

/** A document without what differs each time it is written: the moment, and the numbers of bookmarks. Pages are to be reckoned. */
export function settled(parts: Parts): Parts {
  const whole = new Map([...parts].filter(([path]) => !path.endsWith('/')))
  const core = whole.get('docProps/core.xml')
  if (core !== undefined)
    whole.set(
      'docProps/core.xml',
      core.replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, ''),
    )
  const text = whole.get('word/document.xml')
  if (text !== undefined) {
    const numbers = new Map<string, number>()
    whole.set(
      'word/document.xml',
      text.replace(/(<w:bookmark(?:Start|End)\b[^>]*?w:id=")([^"]*)"/g, (_, before: string, id: string) => {
        const number = numbers.get(id) ?? numbers.size + 1
        numbers.set(id, number)
        return `${before}${number}"`
      }),
    )
  }
  return whole
}
