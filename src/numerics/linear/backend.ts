import type { Backend, Dtype } from '../backend.ts'
import { controlLength } from '../threads/control.ts'
import type { Team, TeamSetup } from '../threads/team.ts'
import { createArena } from './arena.ts'
import { boxLength } from './box.ts'
import type { Engine } from './engine.ts'
import { linearKernels, ownDoubles } from './kernels.ts'

export interface LinearOptions {
  /** Size of the backend's memory, 512 unless told; only what is used is taken from the machine. */
  readonly mebibytes?: number
  /** Threads that share out each call, 1 unless told. The bits do not depend on it. */
  readonly threads?: number
  /** Whether small calls are shared out too, which is slower: for specs of the sharing. */
  readonly eager?: boolean
}

export const defaultMebibytes = 512

/** Who can start a team: given by the edge, because a page cannot. */
export interface Threading {
  readonly threads: number
  start(setup: Omit<TeamSetup, 'attachment' | 'eager'>): Team
}

/** A backend over an engine's memory. Arrays beyond its end are refused with a UserError. */
export function linearBackend(engine: Engine, dtype: Dtype, threading?: Threading): Backend {
  const { buffer } = engine.memory
  const arena = createArena(buffer, engine.arenaStart, dtype)
  const threads = threading?.threads ?? 1
  const parts = Array.from({ length: threads }, () => arena.doubles(boxLength))
  const workspace = () => arena.bytes(engine.workspaceBytes).byteOffset
  const box = arena.doubles(boxLength)
  const run = engine.attach(box.byteOffset, workspace())
  const team = threading?.start({
    run,
    box,
    parts,
    followers: parts
      .slice(1)
      .map(() => ({ box: arena.doubles(boxLength), workspace: workspace() })),
    signals: arena.indices(controlLength),
    lastWords: arena.bytes(512),
  })
  return {
    name: engine.name,
    dtype,
    threads,
    close: team?.close ?? (() => {}),
    ...arena,
    ...linearKernels(
      { buffer, box, run: team?.run ?? run, scratchBytes: engine.scratchBytes },
      arena.doubles(ownDoubles),
    ),
  }
}
