/** Whose the token is, and what it says that it may do: one question to the Hub, two steps. */
import type { Account } from '../../core/account/account.ts';
import type { Finding } from '../../core/connection/finding.ts';
import { isImageFailure } from '../../core/failure.ts';
import type { ServiceSettings } from '../../core/request.ts';
import { whoAmI } from '../hub/whoAmI.ts';
import { tokenThatMayGo } from '../tokenThatMayGo.ts';
import type { CheckPorts } from './checkPorts.ts';

export interface AccountSteps {
  readonly look: () => Promise<Finding>;
  readonly permission: () => Finding;
  /** Once the Hub has told. */
  readonly known: () => Account | undefined;
}

export function accountSteps(
  { hubUrl }: Pick<ServiceSettings, 'hubUrl'>,
  { findToken, transport, signal }: Pick<CheckPorts, 'findToken' | 'transport' | 'signal'>,
): AccountSteps {
  const { origin, host } = new URL(hubUrl);
  let account: Account | undefined;
  let isWithoutToken = false;

  async function look(): Promise<Finding> {
    try {
      const token = await tokenThatMayGo(origin, host, async (one) => (await findToken(one))?.token);
      isWithoutToken = token === undefined;
      if (token === undefined) return { type: 'accountWithoutToken', origin };
      account = await whoAmI({ url: hubUrl, token }, transport, signal);
      return { type: 'accountKnown', account };
    } catch (error) {
      signal.throwIfAborted();
      if (!isImageFailure(error)) throw error;
      const { failure } = error;
      return failure.kind === 'badToken'
        ? { type: 'accountRefused', failure, origin }
        : { type: 'accountUnknown', failure };
    }
  }

  function permission(): Finding {
    switch (account?.permission) {
      case 'granted':
        return { type: 'permissionGranted' };
      case 'missing':
        return { type: 'permissionMissing', origin };
      case 'unsaid':
        return { type: 'permissionUnsaid', account };
      case undefined:
        return isWithoutToken ? { type: 'permissionWithoutToken' } : { type: 'notChecked', step: 'permission' };
    }
  }

  return { look, permission, known: () => account };
}
