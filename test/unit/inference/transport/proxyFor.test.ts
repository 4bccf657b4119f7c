import assert from 'node:assert/strict';
import { proxyFor, unknownProxy } from '../../../../src/inference/transport/proxyFor.ts';
import type { NetworkSettings } from '../../../../src/inference/transport/undiciTransport.ts';
import { directNetwork } from './directNetwork.ts';

const settings: NetworkSettings = { ...directNetwork, proxySupport: 'override' };
const hub = new URL('https://huggingface.co/api');
const plain = new URL('http://example.com:8080/x');

function originFor(url: URL, given: Partial<NetworkSettings>, env: Readonly<Record<string, string>> = {}): unknown {
  const proxy = proxyFor(url, { ...settings, ...given }, env);
  return proxy === undefined || proxy === unknownProxy ? proxy : proxy.origin;
}

describe('proxyFor', () => {
  it('takes the setting before the environment', () => {
    assert.equal(originFor(hub, { proxy: 'http://a:1' }, { HTTPS_PROXY: 'http://b:2' }), 'http://a:1');
    assert.equal(originFor(hub, {}, { HTTPS_PROXY: 'http://b:2', https_proxy: 'http://c:3' }), 'http://c:3');
    assert.equal(originFor(plain, {}, { HTTP_PROXY: 'http://b:2', HTTPS_PROXY: 'http://c:3' }), 'http://b:2');
    assert.equal(originFor(plain, {}, { ALL_PROXY: 'b:2' }), 'http://b:2');
    assert.equal(originFor(hub, {}), undefined);
  });

  it('has none where proxies are turned off', () => {
    assert.equal(
      originFor(hub, { proxySupport: 'off', proxy: 'http://a:1' }, { HTTPS_PROXY: 'http://b:2' }),
      undefined,
    );
  });

  it('leaves loopback alone', () => {
    for (const host of ['localhost', '127.0.0.1', '127.9.9.9', '[::1]', '[::ffff:127.0.0.1]', '2130706433']) {
      assert.equal(originFor(new URL(`http://${host}:1234/`), { proxy: 'http://a:1' }), undefined, host);
    }
    assert.equal(originFor(new URL('http://[::2]:1234/'), { proxy: 'http://a:1' }), 'http://a:1');
    assert.equal(originFor(new URL('http://localhost.example.com/'), { proxy: 'http://a:1' }), 'http://a:1');
  });

  it('leaves out the hosts that are listed', () => {
    const proxy = 'http://a:1';
    for (const entry of ['example.com', '.example.com', '*.example.com', 'EXAMPLE.com', 'example.com:8080', '*']) {
      assert.equal(originFor(plain, { proxy, noProxy: ['other', entry] }), undefined, entry);
      assert.equal(originFor(plain, {}, { HTTP_PROXY: proxy, NO_PROXY: `other, ${entry}` }), undefined, entry);
    }
    for (const entry of ['ample.com', 'example.com:80', 'com.example', 'x.example.com', '']) {
      assert.equal(originFor(plain, { proxy, noProxy: [entry] }), proxy, entry);
    }
    assert.equal(originFor(new URL('https://sub.example.com/'), { proxy, noProxy: ['example.com'] }), undefined);
    assert.equal(originFor(new URL('http://[2001:db8::1]/'), { proxy, noProxy: ['2001:db8::1'] }), undefined);
  });

  it('knows what it does not speak', () => {
    for (const proxy of ['socks5://a:1', 'socks://a:1', 'http://', 'pac+http://x']) {
      assert.equal(originFor(hub, { proxy }), unknownProxy, proxy);
    }
  });

  it('makes the header of name and password', () => {
    const of = (proxy: string, proxyAuthorization?: string): string | undefined => {
      const found = proxyFor(hub, { ...settings, proxy, proxyAuthorization }, {});
      return found === undefined || found === unknownProxy ? undefined : found.authorization;
    };
    const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;
    assert.equal(of('http://me:p%40ss@a:1'), basic('me:p@ss'));
    assert.equal(of('http://me:50%@a:1'), basic('me:50%'));
    assert.equal(of('http://me@a:1'), basic('me:'));
    assert.equal(of('http://a:1'), undefined);
    assert.equal(of('http://me:x@a:1', 'Bearer y'), 'Bearer y');
  });
});
