/** Network settings of a machine without a proxy, whatever the environment of the test says. */
import type { NetworkSettings } from '../../../../src/inference/transport/undiciTransport.ts';

export const directNetwork: NetworkSettings = {
  proxySupport: 'off',
  proxy: undefined,
  proxyAuthorization: undefined,
  proxyStrictSSL: true,
  noProxy: [],
  systemCertificates: false,
};
