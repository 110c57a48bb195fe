import { Command, CommanderError } from 'commander'
import { describe, expect, it, vi } from 'vitest'

import { registerErlang } from './erlang.ts'
import { BadInput } from './failure.ts'
import { registerStaffing } from './staffing.ts'

/** Runs a command as main.ts does; `--json` is added and read back. */
function pult(line: string): { status: number; json: unknown; said: string } {
  const program = new Command('pult')
    .option('--json')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
  registerErlang(program)
  registerStaffing(program)
  const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const read = (): unknown => (printed.mock.lastCall === undefined ? undefined : JSON.parse(printed.mock.lastCall[0]))
  try {
    program.parse([...line.split(' '), '--json'], { from: 'user' })
    return { status: 0, json: read(), said: '' }
  } catch (error) {
    if (!(error instanceof BadInput || error instanceof CommanderError)) throw error
    return { status: 2, json: read(), said: error.message }
  } finally {
    printed.mockRestore()
  }
}

const half = '--offered 100 --interval-seconds 1800 --aht-seconds'

describe('pult erlang', () => {
  it('prints the measures of each model', () => {
    expect(pult(`erlang --model b ${half} 180 --agents 14`).json).toEqual({
      blocking: expect.closeTo(0.056_819_143, 8),
    })
    expect(pult(`erlang --model c ${half} 180 --agents 14`).json).toMatchObject({
      waitProbability: expect.closeTo(0.174_131_934, 8),
      serviceLevel: { strict: expect.closeTo(0.888_350_019, 8) },
    })
    const { json, status } = pult(`erlang --model a ${half} 180 --patience-seconds 300 --agents 10 --within-seconds 20`)
    expect(status).toBe(0)
    expect(json).toEqual({
      waitProbability: expect.closeTo(0.599_433_318, 8),
      serviceLevel: {
        strict: expect.closeTo(0.516_810_169, 8),
        answered: expect.closeTo(0.580_319_134, 8),
        neutral: expect.closeTo(0.535_446_36, 8),
        positive: expect.closeTo(0.551_615_133, 8),
      },
      asaSeconds: expect.closeTo(31.239_425, 5),
      meanWaitSeconds: expect.closeTo(32.8314, 5),
      abandonRate: expect.closeTo(0.109_438, 8),
      occupancy: expect.closeTo(0.890_562, 8),
      queueLength: expect.closeTo(1.823_966_659, 8),
    })
  })

  it('says unstable and nothing else', () => {
    expect(pult(`erlang --model c ${half} 180 --agents 10`)).toMatchObject({ status: 0, json: { unstable: true } })
  })

  it('names the option that cannot be', () => {
    expect(pult(`erlang --model a ${half} 180 --agents 10`)).toMatchObject({
      status: 2,
      said: '--model a needs --patience-seconds.',
    })
    expect(pult(`erlang --model c ${half} 0 --agents 10`)).toMatchObject({
      status: 2,
      json: undefined,
      said: '--aht-seconds must be more than zero, not 0.',
    })
    expect(pult(`erlang --model c ${half} x --agents 10`).said).toBe('--aht-seconds must be a number, not "x".')
    expect(pult(`erlang --model q ${half} 180 --agents 10`).status).toBe(2)
  })
})

describe('pult staffing required', () => {
  it('prints the number, the people on shift and what binds', () => {
    const { status, json } = pult(
      `staffing required ${half} 240 --patience-seconds 180 --target 0.8/20 --rule strict --shrinkage 0.2`,
    )
    expect(status).toBe(0)
    expect(json).toMatchObject({
      requiredAgents: 16,
      requiredScheduled: 20,
      binding: ['serviceLevel'],
      serviceLevel: { strict: expect.closeTo(0.835_696_572, 8) },
    })
  })

  it('says which part no number of agents can meet', () => {
    expect(pult(`staffing required ${half} 240 --target 1/20`)).toMatchObject({
      status: 2,
      json: { requiredAgents: null, requiredScheduled: null, unreachable: ['serviceLevel'] },
      said: expect.stringContaining('No number of agents can meet the service level of 1 (--target)'),
    })
  })

  it('says each part that no number can meet, with what was asked', () => {
    const { json, said } = pult(
      `staffing required ${half} 240 --patience-seconds 180 --target 0.8/20 --max-asa-seconds 0 --max-abandon 0 --max-occupancy 0`,
    )
    expect(json).toMatchObject({ requiredAgents: null, unreachable: ['asa', 'abandonRate', 'occupancy'] })
    expect(said).toBe(
      'No number of agents can meet the speed of answer of 0 s (--max-asa-seconds) and the abandon rate of 0 (--max-abandon) and ' +
        'the occupancy of 0 (--max-occupancy): it is approached and never reached.',
    )
  })

  it('says that the queue is unstable where there are fewer seats than work', () => {
    expect(pult(`staffing required ${half} 180 --target 0.8/20 --most-agents 9`)).toMatchObject({
      status: 2,
      json: { requiredAgents: null, unreachable: ['balance'] },
      said: '9 agents are too few: more work than agents, and nobody hangs up, so the queue grows without end. Raise --most-agents, or give --patience-seconds.',
    })
  })

  it('names absurd patience in one sentence, or counts with it', () => {
    for (const command of ['staffing required --target 0.8/20', 'erlang --model a --agents 10']) {
      const { status, json, said } = pult(`${command} ${half} 180 --patience-seconds 1e-300`)
      expect([status, json]).toEqual([2, undefined])
      expect(said).toBe('--patience-seconds is too short: 5.6e-303 handling times; nobody would ever wait.')
    }
    const { said } = pult(`erlang --model a --agents 10 ${half} 180 --patience-seconds 1e300`)
    expect(said).toMatch(/^--patience-seconds is too long .* if nobody hangs up\.$/)
    const endless = pult(`staffing required --target 0.8/20 ${half} 180 --patience-seconds 1e300`)
    expect(endless).toMatchObject({ status: 0, json: { requiredAgents: 14, abandonRate: expect.closeTo(0, 6) } })
    for (const patience of ['-5', 'Infinity', 'NaN'])
      expect(pult(`erlang --model a --agents 10 ${half} 180 --patience-seconds=${patience}`)).toMatchObject({
        status: 2,
        said: expect.stringMatching(/^--patience-seconds must be /),
      })
  })

  it('names the option that cannot be', () => {
    const problems: readonly (readonly [string, RegExp])[] = [
      ['--target 80/20', /^--target must be a share/],
      ['--target 0.8', /^--target must be a share/],
      ['--target 0.8/20 --rule fair', /^--rule must be one of/],
      ['--target 0.8/20 --shrinkage 1', /^--shrinkage must be/],
      ['--target 0.8/20 --patience-seconds 0', /^--patience-seconds must be more than zero/],
      ['--max-occupancy 85', /^--max-occupancy must be a fraction/],
      ['--shrinkage 0.1', /^Give a target/],
    ]
    for (const [options, words] of problems) {
      const { status, said } = pult(`staffing required ${half} 240 ${options}`)
      expect(status).toBe(2)
      expect(said).toMatch(words)
    }
  })
})

describe('pult staffing deferred', () => {
  it('spreads work evenly up to its deadline', () => {
    const { status, json } = pult(
      'staffing deferred --arrivals 60,0,0,0,0,0,0,0 --interval-seconds 1800 --aht-seconds 600 --deadline-intervals 8',
    )
    expect(status).toBe(0)
    const { agents } = json as { agents: number[] }
    expect(agents.reduce((sum, number) => sum + number, 0)).toBe(20)
    expect(Math.max(...agents)).toBe(3)
  })

  it('says which deadline no number of agents keeps, and names what cannot be', () => {
    const one = '--interval-seconds 1800 --aht-seconds 600 --deadline-intervals 1'
    expect(pult(`staffing deferred --arrivals 5,0 ${one} --closed 0`)).toMatchObject({
      status: 2,
      said: expect.stringContaining('interval 0 lies in closed intervals only'),
    })
    expect(pult(`staffing deferred --arrivals 5,x ${one}`).said).toContain('--arrivals must be a number')
    expect(pult(`staffing deferred --arrivals=-5 ${one}`).status).toBe(2)
  })
})
