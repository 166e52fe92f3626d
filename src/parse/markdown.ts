import type { List, ListItem, Root, RootContent } from 'mdast'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import type { Processor } from 'unified'
import { type Block, DIRECTIVE, type TextBlock } from './blocks.js'

/** The same blocks as `scan` gives, read by remark: the truth that the scanner is held against, and its stand-in. */
export function readMarkdown(text: string, firstLine: number): readonly Block[] {
  const { plain, directives } = withoutDirectives(text, firstLine)
  const tree = reader.parse(plain)
  const blocks: Block[] = [...directives]
  for (const node of tree.children) collect(node, { text: plain, firstLine, blocks, depth: 0, quoted: false })
  return blocks.sort((a, b) => a.line - b.line)
}

const reader: Processor<Root, undefined, undefined, Root, string> = remark().use(remarkGfm).freeze()

interface Collecting {
  readonly text: string
  readonly firstLine: number
  readonly blocks: Block[]
  readonly depth: number
  readonly quoted: boolean
}

function collect(node: RootContent, into: Collecting): void {
  const { blocks } = into
  const line = (node.position?.start.line ?? 1) + into.firstLine - 1
  const endLine = (node.position?.end.line ?? 1) + into.firstLine - 1
  switch (node.type) {
    case 'heading':
      blocks.push({ kind: 'heading', depth: node.depth, text: headingText(sourceOf(node, into)), line })
      return
    case 'paragraph':
      blocks.push(textBlock('paragraph', sourceOf(node, into), line, endLine, into))
      return
    case 'table':
      blocks.push(textBlock('table', sourceOf(node, into), line, endLine, into))
      return
    case 'code':
      blocks.push({ kind: 'code', info: node.lang ?? '', line, endLine })
      return
    case 'html':
      blocks.push({ kind: 'html', text: node.value, line, endLine })
      return
    case 'thematicBreak':
      blocks.push({ kind: 'break', line })
      return
    case 'blockquote':
      for (const child of node.children) collect(child, { ...into, quoted: true })
      return
    case 'list':
      for (const [index, item] of node.children.entries()) collectItem(node, item, index, into)
      return
    case 'footnoteDefinition':
      for (const child of node.children) collect(child, into)
      return
  }
}

function collectItem(list: List, item: ListItem, index: number, into: Collecting): void {
  const inner = { ...into, depth: into.depth + 1 }
  const [first, ...others] = item.children
  const line = (item.position?.start.line ?? 1) + into.firstLine - 1
  const mark = {
    ...(list.ordered && { ordinal: (list.start ?? 1) + index }),
    ...(typeof item.checked === 'boolean' && { task: item.checked ? ('done' as const) : ('open' as const) }),
  }
  if (first?.type === 'paragraph') {
    const endLine = (first.position?.end.line ?? 1) + into.firstLine - 1
    const text = sourceOf(first, into).replace(/^\[[ xX]\][ \t]+/, found => (mark.task === undefined ? found : ''))
    into.blocks.push({ ...textBlock('item', text, line, endLine, inner), ...mark })
    for (const child of others) collect(child, inner)
  } else {
    into.blocks.push({ ...textBlock('item', '', line, line, inner), ...mark })
    for (const child of item.children) collect(child, inner)
  }
}

const textBlock = (
  form: TextBlock['form'],
  source: string,
  line: number,
  endLine: number,
  { depth, quoted }: Collecting,
): TextBlock => ({
  kind: 'text',
  form,
  text: source
    .split('\n')
    .map((each, index) => (index === 0 ? each : each.replace(quoted ? /^[ \t>]+/ : /^[ \t]+/, '')).trimEnd())
    .join('\n'),
  line,
  endLine,
  depth,
  quoted,
})

const sourceOf = (node: RootContent, { text }: Collecting): string =>
  text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)

/** The words of a heading, whichever way it is marked (ATX or underlined). */
const headingText = (source: string): string => {
  const underlined = /^([\s\S]*?)\n[ \t>]*(?:=+|-+)[ \t]*$/.exec(source)
  if (underlined !== null && !/^ {0,3}#/.test(source)) return (underlined[1] ?? '').replace(/\s*\n[ \t>]*/g, ' ').trim()
  return source.replace(/^#{1,6}[ \t]*/, '').replace(/(?:^|[ \t]+)#+[ \t]*$/, '').trim()
}

/** Takes the lines of colons out, outside code, leaving empty lines so that every other line keeps its place. */
function withoutDirectives(text: string, firstLine: number): { readonly plain: string; readonly directives: readonly Block[] } {
  if (!text.includes(':::')) return { plain: text, directives: [] }
  const directives: Block[] = []
  let fence: string | undefined
  const lines = text.split('\n').map((line, index) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark !== undefined) fence = fence === undefined ? mark : mark.startsWith(fence) ? undefined : fence
    if (fence !== undefined || !DIRECTIVE.test(line)) return line
    directives.push({ kind: 'directive', text: line.trimEnd(), line: index + firstLine })
    return ''
  })
  return { plain: lines.join('\n'), directives }
}
