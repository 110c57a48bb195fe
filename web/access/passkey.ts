import { post } from '../platform/client.ts'
import { ApiProblem } from '../platform/problem.ts'

/** Whether this browser can keep or use passkeys here (only over HTTPS, or on this very machine). */
export const canUsePasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' && 'parseCreationOptionsFromJSON' in PublicKeyCredential

/** Lets the browser make a passkey and hands it to the server. */
export async function addPasskey(name: string, password: string): Promise<void> {
  const options = (await post('/api/auth/passkey/register-options', {
    password,
  })) as PublicKeyCredentialCreationOptionsJSON
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
  const made = await answerOf(navigator.credentials.create({ publicKey }))
  await post('/api/auth/passkey/register', { name, answer: made })
}

/** Signs in by a passkey that the person chooses in her browser. */
export async function signInByPasskey(): Promise<void> {
  const options = (await post('/api/auth/passkey/sign-in-options', {})) as PublicKeyCredentialRequestOptionsJSON
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
  const answer = await answerOf(navigator.credentials.get({ publicKey }))
  await post('/api/auth/passkey/sign-in', { answer })
}

/** A person may close the browser's dialog, or have no key for this server: one refusal, and no more is told. */
async function answerOf(asked: Promise<Credential | null>): Promise<unknown> {
  const credential = await asked.catch(() => null)
  if (credential instanceof PublicKeyCredential) return credential.toJSON()
  throw new ApiProblem({ code: 'passkeyNotGiven', status: 0 })
}
