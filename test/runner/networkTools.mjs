// The programs that the tests of proxies need: networks of their own, and a proxy that people really run.

/**
 * `tinyproxy-bin` is the program alone: no service is started.
 * @type {readonly import('./debianTools.mjs').Tool[]}
 */
export const networkTools = [
  { name: 'ip', debianPackage: 'iproute2' },
  { name: 'unshare', debianPackage: 'util-linux' },
  { name: 'nsenter', debianPackage: 'util-linux' },
  { name: 'tinyproxy', debianPackage: 'tinyproxy-bin' },
];
