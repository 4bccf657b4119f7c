import assert from 'node:assert/strict';
import { isLoopbackAddress, isPublicAddress } from '../../../../src/inference/transport/isPublicAddress.ts';

const open = [
  ...['1.1.1.1', '8.8.8.8', '93.184.216.34', '172.15.255.255', '172.32.0.0', '100.63.255.255', '100.128.0.0'],
  ...['169.253.255.255', '192.167.0.1', '223.255.255.255', '11.0.0.0', '198.17.255.255', '126.255.255.255'],
  ...['2606:4700:4700::1111', '2a00:1450:4001:80e::200e', '2001:4860:4860::8888', '3ffe::1', '2003::1'],
  // DNS64 of a network that has IPv6 alone.
  ...['64:ff9b::8.8.8.8', '64:ff9b::808:808'],
];
const closed = [
  ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.9.9.9'],
  ...['169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.2.1', '192.168.0.1', '198.18.0.1'],
  ...['198.19.255.255', '198.51.100.7', '203.0.113.7', '224.0.0.1', '239.1.1.1', '240.0.0.1', '255.255.255.255'],
  ...['::', '::1', '::2', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12:3456::1', 'fec0::1', 'ff02::1', '100::1'],
  ...['::ffff:8.8.8.8', '::ffff:127.0.0.1', '::ffff:a00:1', '::10.0.0.1', '::ffff:0:10.0.0.1'],
  ...['64:ff9b::127.0.0.1', '64:ff9b::a00:1', '64:ff9b::169.254.169.254', '64:ff9b:1::1'],
  // Spelled out, in capitals, with a zone, and NAT64 of a network's own (RFC 8215).
  ...['0:0:0:0:0:FFFF:127.0.0.1', 'FE80::1%1', 'fe80::1%25eth0', 'FD00:0:0:0:0:0:0:1', '64:FF9B:1:ABCD::8.8.8.8'],
  ...['64:ff9b:0:0:0:0:c0a8:101', '64:ff9b:0:0:0:1:808:808', '::127.0.0.1', '::ffff:0:0', 'ff02::1%eth0'],
  ...['2001::1', '2001:db8::1', '2002:7f00:1::', '2002:a00:1::', '2002:808:808::1', '3fff::1', '4000::1'],
  ...['', 'localhost', 'example.com', '1.1.1', '1.1.1.1.1', '999.1.1.1', '::1::', '12345::'],
];

describe('isPublicAddress', () => {
  for (const address of open) it(`lets ${address} through`, () => assert.equal(isPublicAddress(address), true));
  for (const address of closed) it(`stops ${address}`, () => assert.equal(isPublicAddress(address), false));
});

describe('isLoopbackAddress', () => {
  it('knows this machine by all its addresses', () => {
    for (const address of ['127.0.0.1', '127.255.0.3', '::1', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1', '::ffff:7f00:1']) {
      assert.equal(isLoopbackAddress(address), true, address);
    }
    for (const address of ['128.0.0.1', '::', '::2', '::ffff:10.0.0.1', '1::1', 'localhost', '']) {
      assert.equal(isLoopbackAddress(address), false, address);
    }
  });
});
