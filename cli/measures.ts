import type { Command } from 'commander'

import { measures } from '@pult/contract/measures'

import { connect } from './client.ts'
import { BadInput } from './failure.ts'
