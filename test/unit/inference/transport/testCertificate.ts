/** A certificate that no machine trusts, for `localhost`, `service.test` and 127.0.0.1, until 2120. It guards nothing but these tests. */

export const testCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgP7+GoIjcaXmmdQJ4
6nFvEeZ3k5EJeJYY8BhVcSYJAX+hRANCAAQFl81eN0NshHZreiMnHbmdbHR5njJm
qCrEw52g1qX4qn+eup4wPsXf09INxqAY5at1kQEJur0Hq9806rdlPcyF
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBeDCCAR+gAwIBAgIBATAKBggqhkjOPQQDAjAWMRQwEgYDVQQDDAtEZXBpY3Qg
dGVzdDAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowFjEUMBIGA1UE
AwwLRGVwaWN0IHRlc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQFl81eN0Ns
hHZreiMnHbmdbHR5njJmqCrEw52g1qX4qn+eup4wPsXf09INxqAY5at1kQEJur0H
q9806rdlPcyFo1wwWjAPBgNVHRMBAf8EBTADAQH/MCgGA1UdEQQhMB+CCWxvY2Fs
aG9zdIIMc2VydmljZS50ZXN0hwR/AAABMB0GA1UdDgQWBBTrT+gLlBdY/T3IAMYg
KmkPJEQEqzAKBggqhkjOPQQDAgNHADBEAiBhQxFwYi31gd5R8Abt6V0gPE+noTP7
fEAkMjgTEOadqgIgJmtG/t/Nsm/TeYBTTvNt7j4dYzuGbmExYoVaS4Vp1hA=
-----END CERTIFICATE-----
`,
} as const;
