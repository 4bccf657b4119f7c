/** The Hub, and who asks it. */
export interface Hub {
  /** Checked, without trailing slash. */
  readonly url: string;
  readonly token: string | undefined;
}
