/** What is wrong with a connection or an answer, in words. */
import { l10n } from 'vscode';
import type { ConnectionProblem, ReplyProblem } from '../../core/failure.ts';

export function connectionWords(problem: ConnectionProblem, service: string, code: string | undefined): string {
  switch (problem) {
    case 'nameNotFound':
      return l10n.t('{0} could not be found. Check the network connection and the address.', service);
    case 'refused':
      return l10n.t('Nothing answers at {0}. Check that the server is running and the address is right.', service);
    case 'unreachable':
      return l10n.t('{0} cannot be reached. Check the network connection.', service);
    case 'reset':
      return l10n.t('The connection to {0} broke off. Try again.', service);
    case 'proxy':
      return proxyWords(service, code);
    case 'certificate':
      return l10n.t(
        'The certificate of {0} is not trusted on this machine. Check the proxy and certificate settings.',
        service,
      );
    case 'other':
      return code === undefined
        ? l10n.t('The connection to {0} failed. Check the network connection, then try again.', service)
        : l10n.t('The connection to {0} failed ({1}). Check the network connection, then try again.', service, code);
  }
}

/** @param code the proxy's status, or that of a connection to it */
function proxyWords(service: string, code: string | undefined): string {
  if (code === '407' || code === '401') {
    return l10n.t(
      'The proxy on the way to {0} asks for a user name and a password, or does not accept those that are set. Check the settings http.proxy and http.proxyAuthorization.',
      service,
    );
  }
  if (code === 'unknown kind') {
    return l10n.t('The proxy on the way to {0} is of a kind that Depict does not speak: only http and https.', service);
  }
  return code !== undefined && /^\d+$/.test(code)
    ? l10n.t('The proxy did not let the request to {0} through ({1}). Check the proxy settings.', service, code)
    : l10n.t('The proxy on the way to {0} does not answer. Check the proxy settings.', service);
}

export function replyWords(
  problem: ReplyProblem,
  service: string,
  status: number | undefined,
  limitBytes: number | undefined,
): string {
  switch (problem) {
    case 'empty':
      return l10n.t('{0} answered without a picture. Try again.', service);
    case 'html':
      return l10n.t(
        '{0} answered with a web page instead of a picture. The network may want you to sign in first.',
        service,
      );
    case 'json':
      return l10n.t('{0} answered with a message instead of a picture.', service);
    case 'truncated':
      return l10n.t('The picture from {0} broke off before its end, so it was not saved. Try again.', service);
    case 'notAnImage':
      return l10n.t('What {0} answered is not a picture.', service);
    case 'unsupportedFormat':
      return l10n.t(
        '{0} answered with a kind of picture that Depict cannot save. It takes PNG, JPEG, WebP, GIF and AVIF.',
        service,
      );
    case 'tooLarge':
      return l10n.t(
        'The answer of {0} is larger than {1} MB, so it was not taken.',
        service,
        Math.round((limitBytes ?? 0) / 2 ** 20),
      );
    case 'redirect':
      return l10n.t(
        '{0} wants to pass the prompt on to another address. That was not done: check the address in the settings.',
        service,
      );
    case 'undecodable':
      return l10n.t('The answer of {0} is damaged and cannot be read. Try again.', service);
    case 'unexpectedStatus':
      return l10n.t('{0} gave an answer that makes no sense here (status {1}).', service, status ?? 0);
    case 'linkRefused':
      return l10n.t(
        'The picture was not fetched from {0}: the service gave an address that Depict does not open, such as one inside a network.',
        service,
      );
    case 'linkGone':
      return l10n.t('The picture is no longer to be had at {0}: its address has expired. Try again.', service);
    case 'jobLost':
      return l10n.t('{0} does not know the picture any more that it was making. Try again.', service);
    case 'noApi':
      return l10n.t(
        'The server at {0} was started without its API. Start it with the option --api, then try again.',
        service,
      );
  }
}
