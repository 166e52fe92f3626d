import { type KindSet, readKindSet, type TemplateFiles } from './kind-set.js'
import { PRECOMPILED } from './precompiled.js'

/** The program's own kinds: as the build left them, else read from its templates/. */
export const builtInKinds = (templates: TemplateFiles): KindSet =>
  PRECOMPILED?.kindSet ?? readKindSet(templates)
