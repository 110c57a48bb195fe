import type { Command } from 'commander'

export function registerMeasures(_program: Command): void {}
