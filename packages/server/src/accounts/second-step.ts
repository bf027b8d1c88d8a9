// The second step: a code from the phone's app beside the password, and recovery codes for when the phone is gone.
import type { SecondStepOffer } from '@vungbuoc/programme/accounts';
import { refuse } from '@vungbuoc/programme/problems';
import { type AccountDesk, digitsOf, hold, type Opened } from './desk.ts';

/** Nothing is asked for until a first code shows that the app has it. @throws password.wrong */
export async function offerSecondStep(
  { auth }: AccountDesk,
  headers: Headers,
  password: string,
): Promise<Opened<SecondStepOffer>> {
  const { reply, cookies } = await hold(
    () => auth.api.enableTwoFactor({ headers, body: { password, method: 'totp' }, returnHeaders: true }),
    () => refuse('password.wrong', {}, 'password'),
  );
  if (reply.method !== 'totp') throw new Error(`the second step was begun as ${reply.method}`);
  return { reply: { uri: reply.totpURI, recoveryCodes: reply.backupCodes }, cookies };
}

/** @throws sign-in.wrong-code */
export async function confirmSecondStep(
  { auth }: AccountDesk,
  headers: Headers,
  code: string,
): Promise<Opened<null>> {
  const { cookies } = await hold(
    () => auth.api.verifyTOTP({ headers, body: { code: digitsOf(code) }, returnHeaders: true }),
    () => refuse('sign-in.wrong-code', {}, 'code'),
  );
  return { reply: null, cookies };
}

/** @throws password.wrong */
export async function endSecondStep(
  { auth }: AccountDesk,
  headers: Headers,
  password: string,
): Promise<Opened<null>> {
  const { cookies } = await hold(
    () => auth.api.disableTwoFactor({ headers, body: { password }, returnHeaders: true }),
    () => refuse('password.wrong', {}, 'password'),
  );
  return { reply: null, cookies };
}
