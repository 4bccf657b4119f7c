/** Asks the Hub whose token it is. Strictly limited there: only when the user wants to know. */
import { isAccountName, type Account, type CallPermission } from '../../core/account/account.ts';
import { invalid } from '../../core/checkRequest.ts';
import { checkBaseUrl } from '../addresses.ts';
import { look } from '../look.ts';
import { lookFailure } from '../lookFailure.ts';
import { isObject, objectIn, replyObject, type JsonObject } from '../reply/replyObject.ts';
import type { HttpReply, Transport } from '../transport.ts';
import { mayTravel } from '../tokenThatMayGo.ts';
import type { Hub } from './hub.ts';

const longestLook = 8;
/** Nobody belongs to more. */
const mostOrganizations = 1_000;
const permissionName = 'inference.serverless.write';

/**
 * @throws {ImageFailure} `badToken` where the Hub does not know the token; `invalidRequest` for an address that a token
 *   must not travel to; or what keeps the Hub from answering
 * @throws the signal's reason, when it is aborted
 */
export async function whoAmI({ url: hubUrl, token }: Hub, transport: Transport, signal: AbortSignal): Promise<Account> {
  const setting = 'depict.hubUrl';
  const url = `${checkBaseUrl(setting, hubUrl)}/api/whoami-v2`;
  const { origin } = new URL(url);
  if (!mayTravel(origin)) throw invalid({ type: 'badUrl', name: setting, url: origin });
  const reply = await look(url, token, longestLook, transport, signal);
  const account = reply.status === 200 ? accountIn(reply) : undefined;
  if (!account) throw lookFailure(reply, url, token, transport.now());
  return account;
}

/** Undefined for anything but the Hub's answer: a captive portal says 200 as well. */
function accountIn(reply: HttpReply): Account | undefined {
  const answer = replyObject(reply);
  const name = answer?.['name'];
  if (!answer || !isAccountName(name)) return undefined;
  const { orgs } = answer;
  const token = objectIn(objectIn(answer, 'auth'), 'accessToken');
  return {
    name,
    isPro: answer['isPro'] === true,
    canPay: answer['canPay'] === true,
    organizations: listOf(orgs).flatMap((one) => (isObject(one) && isAccountName(one['name']) ? [one['name']] : [])),
    role: roleOf(token),
    permission: permissionOf(token),
  };
}

function roleOf({ role }: JsonObject): Account['role'] {
  return role === 'read' || role === 'write' || role === 'fineGrained' ? role : 'other';
}

/** A fine-grained token lists what it may do: everywhere, or for one account each. The older kinds list nothing. */
function permissionOf(token: JsonObject): CallPermission {
  const { fineGrained } = token;
  if (roleOf(token) !== 'fineGrained' || !isObject(fineGrained)) return 'unsaid';
  const scoped = listOf(fineGrained['scoped']).flatMap((one) => (isObject(one) ? listOf(one['permissions']) : []));
  return [...listOf(fineGrained['global']), ...scoped].includes(permissionName) ? 'granted' : 'missing';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, mostOrganizations) : [];
}
