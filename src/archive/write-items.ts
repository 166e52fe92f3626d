import type { Item } from './item.js'

/** The items as Markdown: `## § 4 Titel` in protocols and their agendas, `## 4. Titel` in minutes. */
export function writtenItems(items: readonly Item[], first: number, sign: '§' | '.'): string {
  const heading = (number: number) => (sign === '§' ? `## § ${number}` : `## ${number}.`)
  return items
    .map((item, index) => {
      const number = first + index
      const below = item.subItems.map((each, at) =>
        written(each, `### ${number} ${String.fromCharCode(97 + at)}.`),
      )
      return [written(item, heading(number)), ...below].join('\n\n')
    })
    .join('\n\n')
}

const written = ({ title, attributes, lines, because }: Item, heading: string): string =>
  [
    `${heading} ${title}`,
    ...attributes.map(({ key, value }) => `*${key}: ${value}*`),
    `<!-- Därför: ${because.sv.replaceAll('--', '–')}. -->`,
    ...(lines.length === 0 ? [] : [lines.join('\n')]),
  ].join('\n\n')
