import assert from 'node:assert/strict';
import { isLoopback, isToken, mayGetAmbientToken, tokenOrigin } from '../../../../src/core/token/tokenRule.ts';

const nothingAllowed = { hubFromEnvironment: undefined, allowed: [] };

describe('tokenOrigin', () => {
  it('shares one token between the two origins of Hugging Face and none with anybody else', () => {
    assert.equal(tokenOrigin('https://router.huggingface.co'), tokenOrigin('https://huggingface.co'));
    for (const other of [
      'http://huggingface.co',
      'https://huggingface.co:8443',
      'https://huggingface.co.evil.example',
      'https://api-inference.huggingface.co',
    ]) {
      assert.equal(tokenOrigin(other), other);
    }
  });
});

describe('mayGetAmbientToken', () => {
  it('says yes to Hugging Face and to loopback', () => {
    for (const origin of [
      'https://huggingface.co',
      'https://router.huggingface.co',
      'http://127.0.0.1:8000',
      'http://[::1]:1',
      'http://localhost:3',
    ]) {
      assert.ok(mayGetAmbientToken(origin, nothingAllowed), origin);
    }
  });

  it('says no to everybody else until the user has said yes', () => {
    const origin = 'https://example.org';
    assert.ok(!mayGetAmbientToken(origin, nothingAllowed));
    assert.ok(mayGetAmbientToken(origin, { ...nothingAllowed, allowed: [origin] }));
    assert.ok(mayGetAmbientToken(origin, { ...nothingAllowed, hubFromEnvironment: origin }));
    assert.ok(!mayGetAmbientToken('https://other.example', { hubFromEnvironment: origin, allowed: [origin] }));
  });
});

describe('isLoopback', () => {
  it('is not taken in by names that only begin or end like it', () => {
    for (const origin of [
      'http://127.0.0.1.example',
      'http://localhost.example',
      'http://xlocalhost',
      'https://128.0.0.1',
      'http://[::2]',
    ]) {
      assert.ok(!isLoopback(origin), origin);
    }
  });
});

describe('isToken', () => {
  it('takes what can stand in a header, and nothing that could end it', () => {
    assert.ok(isToken('hf_abcDEF123'));
    for (const text of ['', 'hf_a b', 'hf_a\r\nx: y', 'hf_ä', 'x'.repeat(1001)])
      assert.ok(!isToken(text), text.slice(0, 20));
  });
});
