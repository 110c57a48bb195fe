import { lookup as lookUp, type LookupAddress, type LookupOptions } from 'node:dns'
import { BlockList, isIP } from 'node:net'

/** Addresses of this machine and of networks that nobody outside can reach, and those that belong to nobody (RFC 6890). */
const notPublic4 = new BlockList()
// A list of its own: where IPv4 written as IPv6 is refused, an IPv4 address would be, too.
const notPublic6 = new BlockList()
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  notPublic4.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of [
  // What is written as IPv6 and is an IPv4 address inside reaches it, too.
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  notPublic6.addSubnet(net, prefix, 'ipv6')

/** Whether an IP address is one that the wide internet reaches. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  return family === 4 ? !notPublic4.check(address, 'ipv4') : family === 6 && !notPublic6.check(address, 'ipv6')
}

/** The code of the error with which a line to such an address ends before it begins. */
export const PRIVATE_ADDRESS = 'PULT_PRIVATE_ADDRESS'

const refusal = (host: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${host} is an address of a private network`), { code: PRIVATE_ADDRESS })

type Found = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void

/**
 * Looks a name up as a socket does, and refuses when any of its addresses is not public: asked at the moment of connecting, so that a
 * name cannot answer differently in between.
 */
export function lookUpPublic(host: string, options: LookupOptions, found: Found): void {
  lookUp(host, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return found(error, [])
    const [first] = addresses
    if (first === undefined || addresses.some(({ address }) => !isPublicAddress(address)))
      return found(refusal(host), [])
    return options.all === true ? found(null, addresses) : found(null, first.address, first.family)
  })
}
