/** Waits for what VS Code does in its own time; the test's own limit ends it. */
export async function until(isSo: () => boolean | PromiseLike<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}
