/** Which certificates count: Node alone trusts only the ones it was built with, and many a company has its own. */
import tls from 'node:tls';

/**
 * Undefined where this Node cannot tell (before 22.15): it then trusts its own list and `NODE_EXTRA_CA_CERTS`, and the
 * host's `fetch` has to help with others.
 */
export function systemCertificates(): readonly string[] | undefined {
  const read = 'getCACertificates' in tls ? tls.getCACertificates : undefined;
  try {
    return read && [...new Set([...read('default'), ...read('system')])];
  } catch {
    return undefined;
  }
}

/** OpenSSL's names for a chain that cannot be trusted (openssl-verification-options), and Node's for a wrong name. */
export function isCertificateCode(code: string): boolean {
  return /^(CERT_|CRL_|ERR_TLS_CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERROR_IN_|HOSTNAME_|INVALID_(CA|PURPOSE)|PATH_LENGTH_)/.test(
    code,
  );
}
