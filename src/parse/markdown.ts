import type { List, ListItem, Root, RootContent } from 'mdast'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import type { Processor } from 'unified'
import { type Block, DIRECTIVE, type DirectiveBlock, headingText, type TextBlock } from './blocks.js'

/** The same blocks as `scan` gives, read by remark: the truth that the scanner is held against, and its stand-in. */
export function readMarkdown(text: string, firstLine: number): readonly Block[] {
  const { plain, directives } = withoutDirectives(text, firstLine)
  const tree = reader.parse(plain)
  const blocks: Block[] = []
  const into = { text: plain, firstLine, blocks, depth: 0, quoted: false }
  for (const node of tree.children) collect(node, into)
  if (directives.length === 0) return blocks
  const held = tree.children.filter(node => holds(node, sourceOf(node, into)))
  const isHeld = ({ line }: DirectiveBlock) =>
    held.some(
      ({ position }) =>
        position !== undefined && isBetween(line - firstLine + 1, position.start.line, position.end.line),
    )
  return [...blocks, ...directives.filter(directive => !isHeld(directive))].sort(
    (one, other) => one.line - other.line,
  )
}

/** A text as remark reads it, without the lines of colons that mark passages. */
export const treeOf = (text: string): Root => reader.parse(text.replace(/^:{3,}.*$/gm, ''))

const isBetween = (line: number, start: number, end: number): boolean => start < line && line <= end

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
      blocks.push({ kind: 'heading', depth: node.depth, text: wordsOfHeading(sourceOf(node, into)), line })
      return
    case 'paragraph':
      blocks.push(textBlock('paragraph', sourceOf(node, into), line, endLine, into))
      return
    case 'table':
      blocks.push(textBlock('table', sourceOf(node, into), line, endLine, into))
      return
    case 'code':
      blocks.push({
        kind: 'code',
        info: node.lang ?? '',
        line,
        endLine,
        ...(node.lang === 'age' && { sealed: node.value }),
      })
      return
    case 'html':
      blocks.push({ kind: 'html', text: node.value.trimStart(), line, endLine })
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
    // Of a task the paragraph begins after the tick and one blank, but before them where no plain word comes first.
    const source = sourceOf(first, into)
    const before = first.children[0]?.type === 'text' ? /^[ \t]+/ : /^\[[ \txX]\][ \t]+/
    const text = mark.task === undefined ? source : source.replace(before, '')
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
const wordsOfHeading = (source: string): string =>
  /^#{1,6}(?:[ \t]|$)/.test(source)
    ? headingText(source)
    : source
        .split('\n')
        .slice(0, -1)
        .map(line => line.replace(/^[ \t>]+/, '').trim())
        .join(' ')

/** Takes the lines of colons out, leaving blank lines so that every other line keeps its place. */
function withoutDirectives(
  text: string,
  firstLine: number,
): { readonly plain: string; readonly directives: readonly DirectiveBlock[] } {
  if (!text.includes(':::')) return { plain: text, directives: [] }
  const directives: DirectiveBlock[] = []
  const lines = text.split('\n').map((line, index) => {
    if (!DIRECTIVE.test(line)) return line
    directives.push({ kind: 'directive', text: line.trimEnd(), line: index + firstLine })
    return ''
  })
  return { plain: lines.join('\n'), directives }
}

/** True of a block in which a line of colons is only text: fenced code at the outermost level, and a comment that ends. */
const holds = (node: RootContent, source: string): boolean =>
  (node.type === 'code' && /^[`~]/.test(source)) ||
  (node.type === 'html' && source.startsWith('<!--') && source.includes('-->'))
