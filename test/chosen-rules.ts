import { join } from 'node:path'
import type { Rule } from '../src/model/rule.js'
import { ROOT } from './demonstration.js'

/** The rules to test: all, or those that `RULES=form/okant-falt,links/lank-bruten` names, straight from their files. */
export async function chosenRules(): Promise<readonly Rule[]> {
  const named = process.env['RULES']
  if (named === undefined) return (await import('../src/rules/index.js')).RULES
  return Promise.all(
    named
      .split(',')
      .map(async name => ((await import(join(ROOT, 'src/rules', `${name}.ts`))) as { rule: Rule }).rule),
  )
}
