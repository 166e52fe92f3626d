/** An element of XML: its attributes, and what stands in it. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly inside: readonly (Element | string)[]
}

/**
 * Reads the XML that the program writes (XML 1.0 without comments, CDATA or a document type), strictly.
 * @throws Error for anything that a reader of XML would refuse.
 */
export function readXml(text: string): Element {
  let rest = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '')
  if (rest === text) throw new Error('No declaration.')
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(rest))
    throw new Error('A character that XML cannot hold.')
  const root = element()
  if (rest.trim() !== '') throw new Error('Something after the end.')
  return root

  function element(): Element {
    const open = take(/^<([A-Za-z][\w-]*)((?:\s+[A-Za-z][\w-]*="[^"<]*")*)\s*(\/?)>/)
    const [, name = '', written = '', closed = ''] = open
    const given = [...written.matchAll(/([A-Za-z][\w-]*)="([^"]*)"/g)]
    const attributes = Object.fromEntries(
      given.map(([, key = '', value = '']) => [key, plain(value)] as const),
    )
    if (Object.keys(attributes).length !== given.length) throw new Error('An attribute twice.')
    const inside: (Element | string)[] = []
    while (closed === '') {
      const [words] = take(/^[^<]*/)
      if (words.trim() !== '') inside.push(plain(words))
      if (rest.startsWith('</')) {
        const [, end] = take(/^<\/([A-Za-z][\w-]*)>/)
        if (end !== name) throw new Error(`${name} ends as ${end}.`)
        break
      }
      inside.push(element())
    }
    return { name, attributes, inside }
  }

  function take(form: RegExp): RegExpExecArray {
    const found = form.exec(rest)
    if (found === null) throw new Error(`No XML: ${rest.slice(0, 60)}`)
    rest = rest.slice(found[0].length)
    return found
  }
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function plain(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(text)) throw new Error('A bare ampersand.')
  return text.replace(/&(#?)(\w+);/g, (_, mark: string, name: string) =>
    mark === '#' ? String.fromCodePoint(Number(name)) : (NAMED[name] ?? ''),
  )
}
